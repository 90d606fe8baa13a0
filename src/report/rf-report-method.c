// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-policy.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

static void
write_rules (const RfReportWriter *self)
{
  const char *rules[] = {
    _ ("Every answer has a risk from 0 (best) to 100 (worst), set by the questionnaire. A question weighs what the questionnaire or the profile says; "
       "its share is its part of the sum of weights, or, where sections are weighed, its part of its section times the section’s part of the total."),
    _ ("Answered: the risk of the answer. Unanswered or unknown: anything from the least to the greatest risk of any valid answer. "
       "Refused: the greatest. Not applicable, with a reason: left out."),
    _ ("Low is the weighted mean of the least risks that are still possible, high that of the greatest. However the open questions are answered "
       "later, the total ends between them."),
    _ ("A question of which it is not yet known whether it applies counts only where it widens the range."),
    _ ("Unproven high doubts every claim: an answer’s risk r becomes r + (100 − c) / 100 × (greatest − r), where c is what its best evidence is worth: "
       "nothing 50, the provider’s statement 60, public documentation 75, a contract term 90, an independent attestation in scope 95, tested by us 100. "
       "Expired evidence counts as a statement at most."),
    _ ("Coverage is the share answered or refused of the share that applies. Assurance is the mean of c over the answers, by share."),
    _ ("The rating runs from the band of low to the band of unproven high. A violated knock-out lifts both ends to its floor at least, one not cleared the upper end."),
    _ ("Exposure is the highest of a use case’s sensitivity, autonomy, volume and dependence. Residual risk is read from NIST SP 800-30 revision 1, Table I-2, "
       "with the rating as likelihood and the exposure as impact, for the worse of the two sides at each end."),
    _ ("The provider’s side and our own are never added. Low figures are rounded down and high ones up."),
  };

  rf_report_document_add_heading (self->document, 2, NULL, _ ("How it is computed"));
  rf_report_document_begin_list (self->document, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    rf_report_document_add_item (self->document, rf_report_text_new (RF_ROLE_BODY, rules[i]));
}

static void
write_bands (const RfReportWriter *self)
{
  const RfRatingBands *bands = &self->findings->questionnaire->bands;

  rf_report_document_add_heading (self->document, 2, NULL, _ ("Rating bands"));
  rf_report_begin_fields (self);
  for (guint i = 0; i < RF_N_RATINGS; i++)
    {
      g_autofree char *name = rf_report_dup_capitalised (rf_rating_get_label (i));
      g_autofree char *range = i + 1 < RF_N_RATINGS ? g_strdup_printf (_ ("from %d to below %d"), bands->from[i], bands->from[i + 1])
                                                    : g_strdup_printf (_ ("from %d to 100"), bands->from[i]);

      rf_report_add_field (self, name, range);
    }
}

static void
write_profile_weight (const RfReportWriter *self,
                      const RfProfileWeight *weight)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  g_autofree char *number = g_strdup_printf ("%d", weight->weight);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  if (weight->of_section)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_BODY, questionnaire->sections[weight->index].title));
  else
    rf_report_document_add_cell_text (self->document, rf_report_text_new_question_link (self, weight->index));
  if (weight->reason != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_MUTED, weight->reason));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, number);
}

static void
write_profile (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.86, FALSE, _ ("Section or question, and why") },
    { 0.14, TRUE, _ ("Weight") },
  };
  const RfProfile *profile;
  g_autofree char *title = NULL;

  if (self->findings->profile < 0)
    return;
  profile = &self->findings->questionnaire->profiles[self->findings->profile];
  title = g_strdup_printf (_ ("Weights of the profile “%s”"), profile->title);
  rf_report_document_add_heading (self->document, 2, NULL, title);
  if (profile->description != NULL)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, profile->description));
  if (profile->n_weights == 0)
    {
      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("It changes no weight of the questionnaire.")));
      return;
    }
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < profile->n_weights; i++)
    write_profile_weight (self, &profile->weights[i]);
}

/* What the company says about scoring is no part of the questionnaire, and has a digest of its own. */
static void
write_policy (const RfReportWriter *self,
              const RfQuestionnaire *questionnaire)
{
  rf_report_add_field (self, _ ("Company’s policy"), questionnaire->policy->name);
  rf_report_add_field (self, _ ("It fixes"), rf_policy_get_effect (questionnaire));
  rf_report_add_hash (self, _ ("Its SHA-256"), questionnaire->policy->sha256);
}

/* A question that is not translated is better shown as it is than not at all; the reader is told how many there are. */
static void
add_language (const RfReportWriter *self,
              const RfQuestionnaire *questionnaire)
{
  guint n_others = 0;
  g_autofree char *text = NULL;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    n_others += !g_str_equal (questionnaire->questions[i].language, questionnaire->language);
  if (n_others == 0)
    return;
  text = g_strdup_printf (ngettext ("%u of %u question, shown as it was written", "%u of %u questions, shown as they were written", n_others), n_others, questionnaire->n_questions);
  rf_report_add_field (self, _ ("Not translated"), text);
}

static void
write_identity (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  g_autofree char *revision = g_strdup_printf ("%u", questionnaire->revision);

  rf_report_document_add_heading (self->document, 2, NULL, _ ("What this report was made from"));
  rf_report_begin_fields (self);
  rf_report_add_field (self, _ ("Questionnaire"), questionnaire->title);
  add_language (self, questionnaire);
  rf_report_add_field (self, _ ("Publisher"), questionnaire->publisher);
  rf_report_add_field (self, _ ("Licence"), questionnaire->licence);
  rf_report_add_field (self, _ ("Id"), questionnaire->id);
  rf_report_add_field (self, _ ("Revision"), revision);
  rf_report_add_hash (self, _ ("SHA-256"), questionnaire->sha256);
  if (questionnaire->policy != NULL)
    write_policy (self, questionnaire);
  rf_report_add_field (self, _ ("Scoring engine"), RF_ENGINE_VERSION);
  rf_report_add_field (self, _ ("Program"), "Ringfence " PACKAGE_VERSION);
  rf_report_add_hash (self, _ ("Data, SHA-256"), self->data_sha256);
  rf_report_add_hash (self,
                      _ ("Audit chain head"),
                      self->material->chain_head != NULL ? self->material->chain_head : _ ("none: made from files, not from a store"));
}

/* A reference is only as good as the version it is read in: ids move between versions. */
static void
write_frameworks (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.62, FALSE, _ ("Framework") },
    { 0.38, FALSE, _ ("Version") },
  };
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;

  if (questionnaire->n_frameworks == 0)
    return;
  rf_report_document_add_heading (self->document, 2, NULL, _ ("What the references name"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < questionnaire->n_frameworks; i++)
    {
      rf_report_document_begin_row (self->document, NULL);
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, questionnaire->frameworks[i].name);
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, questionnaire->frameworks[i].version);
    }
}

/* How the figures came about, for those who check them. */
void
rf_report_write_method (const RfReportWriter *self)
{
  rf_report_document_add_heading (self->document, 1, "method", _ ("Method"));
  write_rules (self);
  write_bands (self);
  write_profile (self);
  write_frameworks (self);
  write_identity (self);
}
