// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-answer-table.h"

#include "rf-language.h"

#include <math.h>

static const RfColumn columns[] = {
  { "number", N_ ("Number"), RF_COLUMN_TEXT },
  { "question", N_ ("Id"), RF_COLUMN_TEXT },
  { "section", N_ ("Section"), RF_COLUMN_TEXT },
  { "side", N_ ("Side"), RF_COLUMN_TEXT },
  { "prompt", N_ ("Question"), RF_COLUMN_TEXT },
  { "applies", N_ ("Applies"), RF_COLUMN_TEXT },
  { "state", N_ ("State"), RF_COLUMN_TEXT },
  { "options", N_ ("Options chosen"), RF_COLUMN_TEXT },
  { "answer", N_ ("Answer"), RF_COLUMN_TEXT },
  { "unit", N_ ("Unit"), RF_COLUMN_TEXT },
  { "said_by", N_ ("Said by"), RF_COLUMN_TEXT },
  { "risk_low", N_ ("Risk from"), RF_COLUMN_NUMBER },
  { "risk_high", N_ ("Risk to"), RF_COLUMN_NUMBER },
  { "risk_unproven_high", N_ ("Unproven up to"), RF_COLUMN_NUMBER },
  { "weight", N_ ("Weight"), RF_COLUMN_NUMBER },
  { "reason", N_ ("Does not apply because"), RF_COLUMN_TEXT },
  { "override_risk", N_ ("Risk set by the assessor"), RF_COLUMN_NUMBER },
  { "override_reason", N_ ("Why it was set"), RF_COLUMN_TEXT },
  { "note", N_ ("Note"), RF_COLUMN_TEXT },
  { "inherited_from", N_ ("Copied from"), RF_COLUMN_TEXT },
  { "evidence", N_ ("Evidence"), RF_COLUMN_TEXT },
};

static const char *
get_applicability_nick (RfApplicability applicability)
{
  static const char *const nicks[] = { "no", "yes", "perhaps" };

  return nicks[applicability];
}

static void
add_answer_text (RfTable *table,
                 const RfQuestion *question,
                 const RfAnswer *answer)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autofree char *ids = answer->choices ? g_strjoinv (" ", answer->choices) : NULL;

  for (guint i = 0; answer->choices && answer->choices[i]; i++)
    {
      int option = rf_question_find_option (question, answer->choices[i]);

      g_string_append_printf (labels, "%s%s", i ? "; " : "", option < 0 ? answer->choices[i] : question->options[option].label);
    }
  rf_table_add_text (table, ids);
  rf_table_add_text (table, answer->value ? answer->value : labels->len ? labels->str
                                                                        : NULL);
}

/* A line for each: the title, then what it is worth and where it says so. */
static void
add_evidence (RfTable *table,
              const RfRecord *record,
              const RfAnswer *answer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (answer->links, i);
      const RfEvidence *evidence = rf_record_find_evidence (record, link->evidence);

      g_string_append_printf (text, "%s%s (%s%s%s)", i ? "\n" : "", evidence ? evidence->title : link->evidence, rf_grade_get_nick (link->grade), link->locator ? ", " : "", link->locator ? link->locator : "");
    }
  rf_table_add_text (table, text->len ? text->str : NULL);
}

static void
add_figures (RfTable *table,
             const RfQuestionFigures *figures)
{
  rf_table_add_number (table, figures->low);
  rf_table_add_number (table, figures->high);
  rf_table_add_number (table, figures->unproven_high);
  rf_table_add_number (table, figures->weight);
}

static void
add_row (RfTable *table,
         const RfFindings *findings,
         guint index,
         const RfAnswer *answer)
{
  const RfQuestion *question = &findings->questionnaire->questions[index];
  const RfSection *section = &findings->questionnaire->sections[question->section];

  rf_table_add_text (table, question->number);
  rf_table_add_text (table, question->id);
  rf_table_add_text (table, section->title);
  rf_table_add_text (table, rf_side_get_nick (section->side));
  rf_table_add_text (table, question->prompt);
  rf_table_add_text (table, get_applicability_nick (findings->score->applicability[index]));
  rf_table_add_text (table, rf_answer_state_get_nick (answer->state));
  add_answer_text (table, question, answer);
  rf_table_add_text (table, question->unit);
  rf_table_add_text (table, answer->said_by == RF_SAID_BY_NONE ? NULL : rf_said_by_get_nick (answer->said_by));
  add_figures (table, &findings->questions[index]);
  rf_table_add_text (table, answer->reason);
  rf_table_add_number (table, answer->override_risk < 0 ? NAN : answer->override_risk);
  rf_table_add_text (table, answer->override_reason);
  rf_table_add_text (table, answer->note);
  rf_table_add_text (table, answer->inherited_from);
  add_evidence (table, findings->record, answer);
}

/**
 * rf_answer_table_new:
 *
 * Gives a row for each question in the questionnaire's order, asked or not: its answer in full and the figures that
 * the engine gives it.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_answer_table_new (const RfFindings *findings)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < findings->record->answers->len; i++)
    {
      RfAnswer *answer = g_ptr_array_index (findings->record->answers, i);

      g_hash_table_insert (answers, answer->question, answer);
    }
  for (guint i = 0; i < findings->questionnaire->n_questions; i++)
    {
      const char *id = findings->questionnaire->questions[i].id;
      g_autoptr (RfAnswer) open = rf_answer_new (id, RF_ANSWER_UNANSWERED);
      const RfAnswer *answer = g_hash_table_lookup (answers, id);

      add_row (table, findings, i, answer ? answer : open);
    }
  return table;
}
