// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

typedef struct
{
  RfReportText *text;
  guint last;
  guint n; /* questions that are mentioned */
  const RfReportWriter *writer;
} Mention;

static gboolean
is_next (const Mention *mention,
         const RfConditionNode *atom)
{
  return atom->kind < RF_CONDITION_OFFERING_IS && atom->question != mention->last;
}

static void
count_question (const RfConditionNode *atom,
                gpointer user_data)
{
  Mention *mention = user_data;

  if (!is_next (mention, atom))
    return;
  mention->n++;
  mention->last = atom->question;
}

static void
mention_question (const RfConditionNode *atom,
                  gpointer user_data)
{
  Mention *mention = user_data;
  g_autofree char *target = NULL;

  if (!is_next (mention, atom))
    return;
  target = rf_report_dup_question_target (atom->question);
  rf_report_text_append (mention->text, RF_ROLE_MUTED, mention->last == RF_NO_QUESTION ? ngettext ("Question ", "Questions ", mention->n) : _ (", "));
  rf_report_text_append_link (mention->text, target, mention->writer->findings->questionnaire->questions[atom->question].number);
  mention->last = atom->question;
}

static void
write_knock_out (const RfReportWriter *self,
                 guint index,
                 RfKnockOutResult result)
{
  const RfKnockOut *knock_out = &self->findings->questionnaire->knock_outs[index];
  g_autofree char *anchor = g_strdup_printf ("k%u", index);
  Mention mention = { rf_report_text_new (RF_ROLE_MUTED, ""), RF_NO_QUESTION, 0, self };
  g_autofree char *label = rf_report_dup_capitalised (rf_knock_out_result_get_label (result));
  g_autofree char *floor = rf_report_dup_capitalised (rf_rating_get_label (knock_out->floor));

  rf_report_document_begin_row (self->document, anchor);
  rf_report_document_add_cell (self->document,
                               result == RF_KNOCK_OUT_VIOLATED ? RF_ROLE_ALERT : result == RF_KNOCK_OUT_NOT_CLEARED ? RF_ROLE_STRONG
                                                                                                                    : RF_ROLE_MUTED,
                               label);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, knock_out->text);
  rf_report_foreach_atom (knock_out->violated_if, count_question, &mention);
  mention.last = RF_NO_QUESTION;
  rf_report_foreach_atom (knock_out->violated_if, mention_question, &mention);
  rf_report_document_add_cell_text (self->document, mention.text);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, rf_report_get_side_title (knock_out->side));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, floor);
}

static void
write_knock_outs (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfReportColumn columns[] = {
    { 0.18, FALSE, _ ("Result") },
    { 0.50, FALSE, _ ("Rule") },
    { 0.17, FALSE, _ ("Side") },
    { 0.15, FALSE, _ ("Lifts rating to") },
  };

  if (questionnaire->n_knock_outs == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "knock-outs", _ ("Knock-outs"));
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_new (RF_ROLE_BODY,
                                                        _ ("Rules that no good answer elsewhere makes up for. A violated one lifts both ends of its "
                                                           "side’s rating, one not cleared the upper end.")));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (RfKnockOutResult result = RF_KNOCK_OUT_VIOLATED; result <= RF_KNOCK_OUT_NOT_APPLICABLE; result++)
    for (guint i = 0; i < questionnaire->n_knock_outs; i++)
      if (self->findings->score->knock_outs[i] == result)
        write_knock_out (self, i, result);
}

static const RfDecision *
find_decision (const RfRecord *record,
               const char *use_case)
{
  for (guint i = 0; i < record->decisions->len; i++)
    {
      const RfDecision *decision = record->decisions->pdata[i];

      if (g_strcmp0 (decision->use_case, use_case) == 0)
        return decision;
    }
  return NULL;
}

static void
write_residual (const RfReportWriter *self,
                const RfResidual *residual)
{
  g_autofree char *exposure = NULL;
  g_autofree char *range = NULL;

  if (!residual->known)
    {
      rf_report_document_add_cell (self->document, RF_ROLE_MUTED, _ ("not known"));
      rf_report_document_add_cell (self->document, RF_ROLE_MUTED, _ ("not known"));
      return;
    }
  exposure = rf_report_dup_capitalised (rf_rating_get_label (residual->exposure));
  range = rf_report_dup_rating_range (residual->low, residual->high);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, exposure);
  rf_report_document_add_cell (self->document, RF_ROLE_STRONG, range);
  rf_report_document_add_cell_text (self->document,
                                    rf_report_text_new (RF_ROLE_MUTED,
                                                        residual->high_side == RF_SIDE_PROVIDER ? _ ("The provider’s side decides the upper end.")
                                                                                                : _ ("Our own side decides the upper end.")));
}

static const char *
get_attribute_label (RfUseCaseAttribute attribute)
{
  switch (attribute)
    {
    case RF_USE_CASE_SENSITIVITY:
      return _ ("sensitivity");
    case RF_USE_CASE_AUTONOMY:
      return _ ("autonomy");
    case RF_USE_CASE_VOLUME:
      return _ ("volume");
    case RF_USE_CASE_DEPENDENCE:
      return _ ("dependence");
    case RF_USE_CASE_PERSONAL_DATA:
    default:
      return _ ("personal data");
    }
}

/* "sensitivity: confidential, autonomy: chat": what its exposure follows from */
static void
add_levels (const RfReportWriter *self,
            const RfUseCase *use_case)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    if (use_case->levels[i] != RF_LEVEL_NOT_SET)
      {
        g_string_append (text, text->len > 0 ? _ (", ") : "");
        g_string_append_printf (text, _ ("%s: %s"), get_attribute_label (i), rf_use_case_level_get_label (i, use_case->levels[i]));
      }
  if (text->len > 0)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, text->str));
}

static void
write_use_cases (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.34, FALSE, _ ("Use case") },
    { 0.16, FALSE, _ ("Exposure") },
    { 0.28, FALSE, _ ("Residual risk") },
    { 0.22, FALSE, _ ("Decision") },
  };

  if (self->findings->use_cases->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "use-cases", _ ("Residual risk by use case"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < self->findings->use_cases->len; i++)
    {
      const RfUseCaseFindings *source = self->findings->use_cases->pdata[i];
      const RfDecision *decision = find_decision (self->findings->record, source->use_case->id);

      rf_report_document_begin_row (self->document, NULL);
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, source->use_case->name);
      if (source->use_case->owner != NULL)
        rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_MUTED, source->use_case->owner));
      add_levels (self, source->use_case);
      write_residual (self, &source->residual);
      rf_report_document_add_cell (self->document,
                                   decision != NULL ? RF_ROLE_BODY : RF_ROLE_MUTED,
                                   decision != NULL ? rf_verdict_get_label (decision->verdict) : _ ("none yet"));
    }
}

static void
write_section (const RfReportWriter *self,
               guint index)
{
  const RfFigures *figures = &self->findings->score->sections[index];
  g_autofree char *range = rf_report_dup_range (figures, &self->findings->questionnaire->bands);
  g_autofree char *doubt = rf_report_dup_doubt (figures, &self->findings->questionnaire->bands);
  g_autofree char *number = g_strdup_printf ("%u", index + 1);
  g_autofree char *coverage = isnan (figures->coverage) ? g_strdup ("–") : rf_format_percent (figures->coverage);
  g_autofree char *target = g_strdup_printf ("#s%u", index);
  g_autofree char *title = g_strconcat ("  ", self->findings->questionnaire->sections[index].title, NULL);
  RfReportText *text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, number);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, rf_report_text_append (text, RF_ROLE_BODY, title));
  rf_report_document_add_cell_bar (self->document, figures);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, range);
  if (doubt != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, doubt));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, coverage);
}

static void
write_sections (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfReportColumn columns[] = {
    { 0.38, FALSE, _ ("Section") },
    { 0.27, FALSE, _ ("Range, 0 to 100") },
    { 0.22, FALSE, _ ("Risk") },
    { 0.13, TRUE, _ ("Coverage") },
  };

  rf_report_document_add_heading (self->document, 1, "sections", _ ("Where the risk comes from"));
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    {
      rf_report_document_add_heading (self->document, 2, NULL, rf_report_get_side_title (side));
      rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
      for (guint i = 0; i < questionnaire->n_sections; i++)
        if (questionnaire->sections[i].side == side)
          write_section (self, i);
    }
}

/* What the result consists of: knock-outs, use cases, sections. */
void
rf_report_write_sides (const RfReportWriter *self)
{
  write_knock_outs (self);
  write_use_cases (self);
  write_sections (self);
}
