// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What can be said of the order of several offerings: what is certain first, and what cannot be told apart plainly. */

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

static char *
dup_share (double share)
{
  return rf_format_percent (share * 100);
}

static void
write_ranked (const RfReportWriter *self,
              const RfComparedOffering *offering,
              guint rank)
{
  const RfRatingBands *bands = &self->material->comparison->questionnaire->bands;
  g_autofree char *number = g_strdup_printf ("%u", rank + 1);
  g_autofree char *first = dup_share (offering->rank_share[0]);
  g_autofree char *p05 = rf_format_low (offering->p05, bands);
  g_autofree char *p95 = rf_format_high (offering->p95, bands);
  g_autofree char *low = rf_format_low (offering->low, bands);
  g_autofree char *unproven_high = rf_format_high (offering->unproven_high, bands);
  /* Translators: from a figure to a figure */
  g_autofree char *middle = g_strdup_printf (_ ("%s–%s"), p05, p95);
  g_autofree char *range = g_strdup_printf (_ ("%s–%s"), low, unproven_high);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_NUMBER, number);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, offering->name);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, range);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, middle);
  rf_report_document_add_cell (self->document, RF_ROLE_STRONG, first);
}

static void
write_order (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;
  const RfReportColumn columns[] = {
    { 0.06, FALSE, "" },
    { 0.40, FALSE, _ ("Offering") },
    { 0.18, FALSE, _ ("Range in common") },
    /* xgettext:no-c-format */
    { 0.20, FALSE, _ ("5 to 95 % of draws") },
    { 0.16, TRUE, _ ("Comes first") },
  };

  if (comparison->n_ranked == 0)
    return;
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
  for (guint i = 0; i < comparison->n_ranked; i++)
    write_ranked (self, &comparison->offerings[i], i);
}

/* Why a question settles something that the ranking does not compare. */
static void
append_cause (const RfReportWriter *self,
              RfReportText *text,
              const RfSettlingQuestion *settling)
{
  g_autofree char *cause = rf_comparison_dup_settling_cause (self->material->comparison, settling);
  g_autofree char *sentence = NULL;

  if (cause == NULL)
    return;
  /* Translators: the number of a question, and a sentence about it */
  sentence = g_strdup_printf (_ (" Question %s: %s"), self->material->comparison->questionnaire->questions[settling->question].number, cause);
  rf_report_text_append (text, RF_ROLE_BODY, sentence);
}

static void
append_settling (const RfReportWriter *self,
                 RfReportText *text,
                 const RfComparedPair *pair)
{
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && pair->settle[i].question >= 0; i++)
    {
      g_autofree char *target = rf_report_dup_question_target ((guint) pair->settle[i].question);
      g_autofree char *phrase = rf_comparison_dup_settling (self->material->comparison, pair, i);

      rf_report_text_append (text, RF_ROLE_BODY, i == 0 ? " " : _ (", "));
      rf_report_text_append_link (text, target, phrase);
    }
  if (pair->settle[0].question >= 0)
    rf_report_text_append (text, RF_ROLE_BODY, ".");
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING; i++)
    append_cause (self, text, &pair->settle[i]);
}

static void
write_pair (const RfReportWriter *self,
            const RfComparedPair *pair)
{
  g_autofree char *verdict = rf_comparison_dup_verdict (self->material->comparison, pair);
  RfReportText *text = rf_report_text_new (pair->certain ? RF_ROLE_STRONG : RF_ROLE_BODY, verdict);

  append_settling (self, text, pair);
  rf_report_document_add_item (self->document, text);
}

/* Neighbours in rank alone: what is said of all pairs of ten would fill three pages. */
static void
write_verdicts (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;

  if (comparison->n_ranked < 2)
    return;
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 0; i + 1 < comparison->n_ranked; i++)
    write_pair (self, rf_comparison_get_pair (comparison, i, i + 1));
}

static void
write_unranked (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;

  for (guint i = comparison->n_ranked; i < comparison->n_offerings; i++)
    {
      g_autofree char *reason = rf_comparison_dup_unranked_reason (comparison, &comparison->offerings[i]);
      g_autofree char *text = g_strdup_printf (_ ("Not ranked: %s. %s"), comparison->offerings[i].name, reason);

      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_ALERT, text));
    }
}

/* What other weights make of the order: one sentence, then one item for each profile that changes it. */
static void
write_weighed (const RfReportWriter *self)
{
  const RfRankingStudy *weighed = self->material->weighed;
  g_autofree char *sentence = NULL;

  if (weighed == NULL || weighed->rankings->len < 2)
    return;
  sentence = rf_ranking_study_dup_sentence (weighed);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_STRONG, sentence));
  if (!weighed->depends)
    return;
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 1; i < weighed->rankings->len; i++)
    {
      g_autofree char *difference = rf_ranking_study_dup_difference (weighed, i);

      if (difference)
        rf_report_document_add_item (self->document, rf_report_text_new (RF_ROLE_BODY, difference));
    }
}

/* How far the order can be trusted; nothing where it was not looked into. */
void
rf_report_write_ranking (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;
  g_autofree char *method = NULL;

  if (comparison == NULL)
    return;
  rf_report_document_add_heading (self->document, 2, NULL, _ ("Which is better, and how sure that is"));
  write_order (self);
  write_verdicts (self);
  write_unranked (self);
  write_weighed (self);
  method = rf_comparison_dup_method (comparison);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_SMALL, method));
}

/* What the comparison left out, and why. */
void
rf_report_write_left_out (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;

  if (comparison == NULL || comparison->n_left_out == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "left-out", _ ("Questions not compared"));
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 0; i < comparison->n_left_out; i++)
    {
      const RfLeftOut *left_out = &comparison->left_out[i];
      const RfQuestion *question = &comparison->questionnaire->questions[left_out->question];
      g_autofree char *reason = rf_comparison_dup_left_out_reason (comparison, left_out);
      g_autofree char *target = rf_report_dup_question_target (left_out->question);
      RfReportText *text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, question->number);

      rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, "  "), RF_ROLE_BODY, question->prompt);
      rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, " "), RF_ROLE_MUTED, reason);
      rf_report_document_add_item (self->document, text);
    }
}
