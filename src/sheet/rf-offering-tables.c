// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a workbook says of one offering beside its answers. */

#include "config.h"

#include "rf-offering-tables.h"

#include "rf-language.h"

#include <math.h>

static const RfColumn summary_columns[] = {
  { "topic", N_ ("Topic"), RF_COLUMN_TEXT },
  { "what", N_ ("What"), RF_COLUMN_TEXT },
  { "result", N_ ("Result"), RF_COLUMN_TEXT },
  { "low", N_ ("From"), RF_COLUMN_NUMBER },
  { "high", N_ ("To"), RF_COLUMN_NUMBER },
  { "day", N_ ("Day"), RF_COLUMN_DAY },
};

static void
add_row (RfTable *table,
         const char *topic,
         const char *what,
         const char *result,
         double low,
         double high,
         RfDay day)
{
  g_autofree char *text = rf_day_to_string (day);

  rf_table_add_text (table, topic);
  rf_table_add_text (table, what);
  rf_table_add_text (table, result);
  rf_table_add_number (table, low);
  rf_table_add_number (table, high);
  rf_table_add_text (table, text);
}

static void
add_words (RfTable *table,
           const char *topic,
           const char *what,
           const char *result)
{
  if (result)
    add_row (table, topic, what, result, NAN, NAN, RF_DAY_NONE);
}

static char *
dup_range (RfRating low,
           RfRating high)
{
  if (low == high)
    return g_strdup (rf_rating_get_label (low));
  return g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (low), rf_rating_get_label (high));
}

static void
add_offering (RfTable *table,
              const RfFindings *findings)
{
  const RfRecord *record = findings->record;
  g_autofree char *questionnaire = g_strdup_printf ("%s %u", record->questionnaire_id, record->questionnaire_revision);

  add_words (table, _ ("Offering"), _ ("Name"), record->offering->name);
  add_words (table, _ ("Offering"), _ ("Provider"), record->offering->provider);
  add_words (table, _ ("Offering"), _ ("Status"), rf_status_get_label (record->status));
  add_words (table, _ ("Offering"), _ ("Assessor"), record->assessor);
  add_words (table, _ ("Offering"), _ ("Approved by"), record->approver);
  add_row (table, _ ("Offering"), _ ("As of"), NULL, NAN, NAN, findings->as_of);
  if (record->next_review != RF_DAY_NONE)
    add_row (table, _ ("Offering"), _ ("Next review"), NULL, NAN, NAN, record->next_review);
  add_words (table, _ ("Offering"), _ ("Questionnaire"), questionnaire);
  add_words (table, _ ("Offering"), _ ("SHA-256"), findings->questionnaire->sha256);
  add_words (table, _ ("Offering"), _ ("Engine"), RF_ENGINE_VERSION);
}

static void
add_side (RfTable *table,
          const RfSideScore *side,
          const char *name)
{
  g_autofree char *rating = side->state == RF_NOT_ASSESSED ? g_strdup (_ ("not assessed")) : dup_range (side->rating_low, side->rating_high);

  add_row (table, name, _ ("Rating and risk"), rating, side->figures.low, side->figures.high, RF_DAY_NONE);
  add_row (table, name, _ ("Risk if what is unproven is doubted"), NULL, NAN, side->figures.unproven_high, RF_DAY_NONE);
  add_row (table, name, _ ("Coverage in percent"), NULL, side->figures.coverage, side->figures.coverage, RF_DAY_NONE);
}

static void
add_use_cases (RfTable *table,
               const RfFindings *findings)
{
  for (guint i = 0; i < findings->use_cases->len; i++)
    {
      const RfUseCaseFindings *found = g_ptr_array_index (findings->use_cases, i);
      g_autofree char *residual = found->residual.known ? dup_range (found->residual.low, found->residual.high) : g_strdup (_ ("not known"));

      add_words (table, _ ("Residual risk"), found->use_case->name, residual);
    }
}

static void
add_advice (RfTable *table,
            const RfFindings *findings,
            const GArray *advice,
            const char *topic)
{
  for (guint i = 0; i < advice->len; i++)
    {
      const RfAdvice *one = &g_array_index (advice, RfAdvice, i);
      const RfQuestion *question = &findings->questionnaire->questions[one->question];

      add_row (table, topic, question->number, question->prompt, NAN, one->points, RF_DAY_NONE);
    }
}

/**
 * rf_summary_table_new:
 *
 * Gives what the board asks first: ratings with their ranges, knock-outs, residual risks and advice, the points it is
 * worth under "To".
 *
 * Returns: (transfer full)
 */
RfTable *
rf_summary_table_new (const RfFindings *findings)
{
  RfTable *table = rf_table_new (summary_columns, G_N_ELEMENTS (summary_columns));

  add_offering (table, findings);
  add_side (table, &findings->score->sides[RF_SIDE_PROVIDER], _ ("The provider"));
  add_side (table, &findings->score->sides[RF_SIDE_CUSTOMER], _ ("Ourselves"));
  for (guint i = 0; i < findings->questionnaire->n_knock_outs; i++)
    add_words (table, _ ("Knock-out"), findings->questionnaire->knock_outs[i].text, rf_knock_out_result_get_label (findings->score->knock_outs[i]));
  add_use_cases (table, findings);
  add_advice (table, findings, findings->ask_first, _ ("Ask first, points"));
  add_advice (table, findings, findings->prove_first, _ ("Prove first, points"));
  add_advice (table, findings, findings->negotiate_first, _ ("Negotiate first, points"));
  return table;
}

static const RfColumn evidence_columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "title", N_ ("Title"), RF_COLUMN_TEXT },
  { "file", N_ ("File"), RF_COLUMN_TEXT },
  { "size", N_ ("Bytes"), RF_COLUMN_NUMBER },
  { "sha256", N_ ("SHA-256"), RF_COLUMN_TEXT },
  { "href", N_ ("Link"), RF_COLUMN_TEXT },
  { "retrieved", N_ ("Retrieved"), RF_COLUMN_DAY },
  { "expires", N_ ("Expires"), RF_COLUMN_DAY },
};

static void
add_day (RfTable *table,
         RfDay day)
{
  g_autofree char *text = rf_day_to_string (day);

  rf_table_add_text (table, text);
}

/**
 * rf_evidence_table_new:
 *
 * Returns: (transfer full): a row for each piece of evidence the answers rest on
 */
RfTable *
rf_evidence_table_new (const RfRecord *record)
{
  RfTable *table = rf_table_new (evidence_columns, G_N_ELEMENTS (evidence_columns));

  for (guint i = 0; i < record->evidence->len; i++)
    {
      const RfEvidence *evidence = g_ptr_array_index (record->evidence, i);

      rf_table_add_text (table, evidence->id);
      rf_table_add_text (table, evidence->title);
      rf_table_add_text (table, evidence->file_name);
      rf_table_add_number (table, evidence->size ? (double) evidence->size : NAN);
      rf_table_add_text (table, evidence->sha256);
      rf_table_add_text (table, evidence->href);
      add_day (table, evidence->retrieved);
      add_day (table, evidence->expires);
    }
  return table;
}

static const RfColumn action_columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "text", N_ ("What must change"), RF_COLUMN_TEXT },
  { "question", N_ ("Question"), RF_COLUMN_TEXT },
  { "owner", N_ ("Owner"), RF_COLUMN_TEXT },
  { "due", N_ ("Due"), RF_COLUMN_DAY },
  { "done", N_ ("Done"), RF_COLUMN_DAY },
};

/**
 * rf_action_table_new:
 *
 * Returns: (transfer full): a row for each action
 */
RfTable *
rf_action_table_new (const RfRecord *record)
{
  RfTable *table = rf_table_new (action_columns, G_N_ELEMENTS (action_columns));

  for (guint i = 0; i < record->actions->len; i++)
    {
      const RfAction *action = g_ptr_array_index (record->actions, i);

      rf_table_add_text (table, action->id);
      rf_table_add_text (table, action->text);
      rf_table_add_text (table, action->question);
      rf_table_add_text (table, action->owner);
      add_day (table, action->due);
      add_day (table, action->done);
    }
  return table;
}
