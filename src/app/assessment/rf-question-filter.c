// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-filter.h"

#include <string.h>

static void
mark_questions_of (const RfConditionNode *nodes,
                   gboolean *matches)
{
  for (guint i = 0; nodes && i < nodes[0].length; i++)
    switch (nodes[i].kind)
      {
      case RF_CONDITION_ANSWER_CHOSE:
      case RF_CONDITION_ANSWER_AT_LEAST:
      case RF_CONDITION_ANSWER_BELOW:
        matches[nodes[i].question] = TRUE;
        break;
      case RF_CONDITION_ALL:
      case RF_CONDITION_ANY:
      case RF_CONDITION_NOT:
      case RF_CONDITION_OFFERING_IS:
      case RF_CONDITION_USE_CASE_IS:
      case RF_CONDITION_USE_CASE_AT_LEAST:
      default:
        break;
      }
}

static gboolean
is_open (const RfAnswer *answer)
{
  return answer == NULL || answer->state == RF_ANSWER_UNANSWERED;
}

/* An answer that was only carried over is the same answer. */
static gboolean
has_changed (const RfAnswer *answer,
             const RfAnswer *before)
{
  g_autoptr (RfAnswer) now = NULL;
  g_autoptr (RfAnswer) then = NULL;

  if (is_open (answer) || is_open (before))
    return is_open (answer) != is_open (before);
  now = rf_answer_copy (answer);
  then = rf_answer_copy (before);
  g_clear_pointer (&now->inherited_from, g_free);
  g_clear_pointer (&then->inherited_from, g_free);
  return !rf_answer_equal (now, then);
}

static gboolean
is_doubtful (const RfAssessmentView *view,
             const RfQuestion *question,
             const RfAnswer *answer)
{
  RfDay as_of = view->record->as_of;

  return question->scored && answer && answer->state == RF_ANSWER_ANSWERED &&
         rf_record_get_credibility (view->record, answer, as_of) <= rf_grade_get_credibility (RF_GRADE_STATEMENT, RF_DAY_NONE, as_of);
}

/* By the question's id: a revision may have moved it. */
static GHashTable *
index_answers (const RfRecord *record)
{
  GHashTable *answers = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; record && i < record->answers->len; i++)
    {
      RfAnswer *answer = g_ptr_array_index (record->answers, i);

      g_hash_table_insert (answers, answer->question, answer);
    }
  return answers;
}

static gboolean
matches_answer (RfQuestionFilter self,
                const RfAssessmentView *view,
                const RfQuestion *question,
                const RfAnswer *answer,
                const RfAnswer *before)
{
  switch (self)
    {
    case RF_FILTER_OPEN:
      return is_open (answer);
    case RF_FILTER_CHANGED:
      return has_changed (answer, before);
    case RF_FILTER_DOUBTFUL:
      return is_doubtful (view, question, answer);
    case RF_FILTER_ALL:
    case RF_FILTER_KNOCK_OUTS:
    default:
      return self == RF_FILTER_ALL;
    }
}

/**
 * rf_question_filter_list_matches:
 * @earlier: (nullable): the last approved assessment; without it nothing has changed since
 *
 * Returns: (transfer full): by question index
 */
gboolean *
rf_question_filter_list_matches (RfQuestionFilter self,
                                 const RfAssessmentView *view,
                                 const RfRecord *earlier)
{
  const RfQuestionnaire *questionnaire = view->questionnaire;
  g_autoptr (GHashTable) answers = index_answers (view->record);
  g_autoptr (GHashTable) before = index_answers (earlier);
  gboolean *matches = g_new0 (gboolean, MAX (questionnaire->n_questions, 1));

  if (self == RF_FILTER_CHANGED && earlier == NULL)
    return matches;
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];

      matches[i] = matches_answer (self, view, question, g_hash_table_lookup (answers, question->id), g_hash_table_lookup (before, question->id));
    }
  for (guint i = 0; self == RF_FILTER_KNOCK_OUTS && i < questionnaire->n_knock_outs; i++)
    mark_questions_of (questionnaire->knock_outs[i].violated_if, matches);
  return matches;
}

/**
 * rf_question_filter_fold:
 *
 * Returns: (transfer full): the text without what a person who searches does not care about: case and composition
 */
char *
rf_question_filter_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

static gboolean
contains (const char *text,
          const char *folded)
{
  g_autofree char *folded_text = text ? rf_question_filter_fold (text) : NULL;

  return folded_text && strstr (folded_text, folded) != NULL;
}

/**
 * rf_question_filter_is_found:
 * @folded: what is searched for, as of rf_question_filter_fold()
 *
 * Returns: whether the question's number begins with it, or its text, id, explanation or an option has it
 */
gboolean
rf_question_filter_is_found (const RfQuestion *question,
                             const char *folded)
{
  if (g_str_has_prefix (question->number, folded) || contains (question->prompt, folded) || contains (question->id, folded) || contains (question->why, folded))
    return TRUE;
  for (guint i = 0; i < question->n_options; i++)
    if (contains (question->options[i].label, folded))
      return TRUE;
  return FALSE;
}
