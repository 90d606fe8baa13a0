// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

char *
rf_report_dup_question_anchor (guint question)
{
  return g_strdup_printf ("q%u", question);
}

char *
rf_report_dup_question_target (guint question)
{
  return g_strdup_printf ("#q%u", question);
}

/* NULL for no day. */
char *
rf_report_dup_day (RfDay day)
{
  return day == RF_DAY_NONE ? NULL : rf_day_to_string (day);
}

/* "12–48"; what is not assessed has no figure. */
char *
rf_report_dup_range (const RfFigures *figures,
                     const RfRatingBands *bands)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (figures->low))
    return g_strdup (_ ("not assessed"));
  low = rf_format_low (figures->low, bands);
  high = rf_format_high (figures->high, bands);
  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  return g_strdup_printf (_ ("%s–%s"), low, high);
}

/* How far the range goes where claims are doubted; NULL where that is no further. */
char *
rf_report_dup_doubt (const RfFigures *figures,
                     const RfRatingBands *bands)
{
  g_autofree char *high = NULL;
  g_autofree char *unproven_high = NULL;

  if (isnan (figures->low))
    return NULL;
  high = rf_format_high (figures->high, bands);
  unproven_high = rf_format_high (figures->unproven_high, bands);
  if (g_str_equal (high, unproven_high))
    return NULL;
  return g_strdup_printf (_ ("unproven up to %s"), unproven_high);
}

char *
rf_report_dup_capitalised (const char *text)
{
  g_autofree char *first = g_utf8_strup (text, g_utf8_next_char (text) - text);

  return *text != '\0' ? g_strconcat (first, g_utf8_next_char (text), NULL) : g_strdup ("");
}

char *
rf_report_dup_rating_range (RfRating low,
                            RfRating high)
{
  g_autofree char *words = NULL;

  if (low == high)
    return rf_report_dup_capitalised (rf_rating_get_label (low));
  words = g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (low), rf_rating_get_label (high));
  return rf_report_dup_capitalised (words);
}

const char *
rf_report_get_side_title (RfSide side)
{
  return side == RF_SIDE_PROVIDER ? _ ("The provider’s side") : _ ("Our own side");
}

/* A question as "2.3 Who reads …", leading to it. */
RfReportText *
rf_report_text_new_question_link (const RfReportWriter *self,
                                  guint question)
{
  const RfQuestion *source = &self->findings->questionnaire->questions[question];
  g_autofree char *target = rf_report_dup_question_target (question);
  RfReportText *text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, source->number);

  return rf_report_text_append (rf_report_text_append (text, RF_ROLE_BODY, "  "), RF_ROLE_BODY, source->prompt);
}

void
rf_report_begin_fields (const RfReportWriter *self)
{
  static const RfReportColumn columns[] = { { 0.24, FALSE, NULL }, { 0.76, FALSE, NULL } };

  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), FALSE, TRUE);
}

/* @value: (nullable): a field without one is left out */
void
rf_report_add_field (const RfReportWriter *self,
                     const char *name,
                     const char *value)
{
  if (value == NULL || *value == '\0')
    return;
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, name);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, value);
}

/* Small, so that 64 digits stand on one line. */
void
rf_report_add_hash (const RfReportWriter *self,
                    const char *name,
                    const char *hash)
{
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_add_cell (self->document, RF_ROLE_MUTED, name);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, hash);
}

/* Visits what a condition asks about, in order. @condition: (nullable) */
void
rf_report_foreach_atom (const RfConditionNode *condition,
                        RfReportAtomFunc visit,
                        gpointer user_data)
{
  if (condition == NULL)
    return;
  for (guint i = 0; i < condition->length; i++)
    if (condition[i].kind > RF_CONDITION_NOT)
      visit (&condition[i], user_data);
}

/* The first of several with one id counts, as it does for the record. */
static void
index_record (const RfReportWriter *self)
{
  const RfRecord *record = self->findings->record;

  for (guint i = record->answers->len; i > 0; i--)
    {
      RfAnswer *answer = record->answers->pdata[i - 1];

      g_hash_table_insert (self->answers, answer->question, answer);
    }
  for (guint i = record->evidence->len; i > 0; i--)
    {
      RfEvidence *evidence = record->evidence->pdata[i - 1];

      g_hash_table_insert (self->evidence, evidence->id, evidence);
    }
}

/**
 * rf_report_document_new_from_findings:
 *
 * Says everything that a report has to say of one record. All figures are those of @findings: nothing is
 * computed here. The document borrows texts of neither argument.
 */
RfReportDocument *
rf_report_document_new_from_findings (const RfFindings *findings,
                                      const RfReportOptions *options)
{
  const RfOffering *offering = findings->record->offering;
  const RfQuestionnaire *questionnaire = findings->questionnaire;
  g_autofree char *title = g_strdup_printf (_ ("Risk report: %s, %s"), offering->provider, offering->name);
  RfReportDocument *document = rf_report_document_new (title, &questionnaire->bands, findings->as_of);
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  RfReportWriter writer = { document, findings, options, answers, evidence };

  document->author = g_strdup (options->organisation);
  document->subject = g_strdup (questionnaire->title);
  g_free (document->running_head);
  document->running_head = g_strdup (title);
  g_free (document->running_foot);
  document->running_foot = g_strdup_printf (_ ("%s, revision %u"), questionnaire->id, questionnaire->revision);
  g_free (document->language);
  document->language = g_strdup (questionnaire->language);
  index_record (&writer);
  rf_report_write_summary (&writer);
  rf_report_write_sides (&writer);
  rf_report_write_advice (&writer);
  rf_report_write_questions (&writer);
  rf_report_write_not_asked (&writer);
  rf_report_write_follow_up (&writer);
  rf_report_write_method (&writer);
  return document;
}
