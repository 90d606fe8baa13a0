// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

static const char *
get_layer_label (const char *layer)
{
  if (g_strcmp0 (layer, "infrastructure") == 0)
    return _ ("infrastructure");
  if (g_strcmp0 (layer, "models-and-tools") == 0)
    return _ ("models and tools");
  if (g_strcmp0 (layer, "application") == 0)
    return _ ("application");
  return layer;
}

static void
write_particulars (const RfReportWriter *self)
{
  const RfRecord *record = self->findings->record;
  const RfOffering *offering = record->offering;
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  int profile = self->findings->profile;
  g_autofree char *next_review = rf_report_dup_day (record->next_review);
  g_autofree char *as_of = rf_report_dup_day (self->findings->as_of);

  rf_report_begin_fields (self);
  rf_report_add_field (self, _ ("Provider"), offering->provider);
  rf_report_add_field (self, _ ("Offering"), offering->name);
  rf_report_add_field (self, _ ("Questionnaire"), questionnaire->title);
  rf_report_add_field (self, _ ("As of"), as_of);
  rf_report_add_field (self, _ ("Channel"), offering->attributes[RF_OFFERING_CHANNEL]);
  rf_report_add_field (self, _ ("Plan"), offering->attributes[RF_OFFERING_PLAN]);
  rf_report_add_field (self, _ ("Region"), offering->attributes[RF_OFFERING_REGION]);
  rf_report_add_field (self, _ ("Layer"), get_layer_label (offering->attributes[RF_OFFERING_LAYER]));
  rf_report_add_field (self, _ ("Settings"), offering->settings);
  if (self->findings->use_case != NULL)
    rf_report_add_field (self, _ ("For the use case"), self->findings->use_case->name);
  rf_report_add_field (self, _ ("Weights"), profile >= 0 ? questionnaire->profiles[profile].title : _ ("The questionnaire’s own"));
  rf_report_add_field (self, _ ("Status"), rf_status_get_label (record->status));
  rf_report_add_field (self, _ ("Assessed by"), record->assessor);
  rf_report_add_field (self, _ ("Approved by"), record->approver);
  rf_report_add_field (self, _ ("Next review"), next_review);
}

static void
write_state (const RfReportWriter *self,
             const RfSideScore *side)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  g_autofree char *coverage = NULL;
  g_autofree char *sentence = NULL;

  if (side->state != RF_PROVISIONAL)
    return;
  coverage = rf_format_percent (side->figures.coverage);
  sentence = g_strdup_printf (_ ("Provisional: %s of the weight is answered or refused, and too much is open or set aside as not "
                                 "applicable for a verdict (at least %d %% is asked for). "),
                              coverage,
                              questionnaire->provisional_coverage);
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_append (rf_report_text_new (RF_ROLE_ALERT, sentence),
                                                           RF_ROLE_BODY,
                                                           _ ("The range is shown, but it is not to be ranked.")));
}

static void
write_measures (const RfReportWriter *self,
                const RfSideScore *side)
{
  g_autofree char *coverage = rf_format_percent (side->figures.coverage);
  g_autofree char *set_aside = rf_format_percent (isnan (side->not_applicable_share) ? 0 : side->not_applicable_share);
  g_autofree char *answered = g_strdup_printf (_ ("%s of the weight is answered or refused"), coverage);
  g_autofree char *aside = g_strdup_printf (_ ("%s of the weight is set aside as not applicable"), set_aside);
  g_autofree char *assurance = NULL;
  g_autofree char *proven = NULL;

  rf_report_begin_fields (self);
  rf_report_add_field (self, _ ("Coverage"), answered);
  if (!isnan (side->assurance))
    {
      assurance = rf_format_percent (side->assurance);
      proven = g_strdup_printf (_ ("%s, where 50 %% is nothing shown and 100 %% is all tested by us"), assurance);
      rf_report_add_field (self, _ ("Assurance"), proven);
    }
  rf_report_add_field (self, _ ("Not applicable"), aside);
}

static void
write_side (const RfReportWriter *self,
            RfSide which)
{
  const RfSideScore *side = &self->findings->score->sides[which];
  g_autofree char *rating = rf_report_dup_rating_range (side->rating_low, side->rating_high);
  g_autofree char *description = rf_range_bar_describe (&side->figures, &self->findings->questionnaire->bands);
  g_autofree char *anchor = g_strdup_printf ("side%d", which);

  rf_report_document_add_heading (self->document, 2, anchor, rf_report_get_side_title (which));
  if (side->state == RF_NOT_ASSESSED)
    {
      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_FIGURE, _ ("Not assessed")));
      rf_report_document_add_paragraph (self->document,
                                        rf_report_text_new (RF_ROLE_BODY, _ ("No question of this side applies. That is not a low risk: there is no figure at all.")));
      return;
    }
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_FIGURE, rating));
  rf_report_document_add_range_bar (self->document, &side->figures);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, description));
  write_state (self, side);
  write_measures (self, side);
}

/* What was assessed, and what came out, with every measure of it. */
void
rf_report_write_summary (const RfReportWriter *self)
{
  rf_report_document_add_page_break (self->document);
  rf_report_document_add_heading (self->document, 1, "assessed", _ ("What was assessed"));
  write_particulars (self);
  rf_report_document_add_heading (self->document, 1, "result", _ ("How great the risk is"));
  rf_report_document_add_paragraph (
    self->document,
    rf_report_text_new (RF_ROLE_SMALL,
                        _ ("0 is the least risk and 100 the greatest. The dark part of a bar is what open questions leave "
                           "possible; the hatched part is what could be worse if claims without proof are not true. "
                           "The rating takes knock-outs into account, the bar does not.")));
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    write_side (self, side);
}
