// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The records that are compared, held against the questionnaire. */

#include "config.h"

#include "rf-comparison-private.h"
#include "rf-error.h"
#include "rf-language.h"

#include <stdlib.h>
#include <string.h>

void
rf_contest_clear (RfContest *self)
{
  for (guint i = 0; i < self->n_entrants; i++)
    {
      RfEntrant *entrant = &self->entrants[i];

      g_free (entrant->answers);
      g_free (entrant->has_answer);
      g_clear_pointer (&entrant->evaluation, rf_evaluation_free);
      g_clear_pointer (&entrant->doubted, rf_evaluation_free);
      g_free (entrant->questions);
      g_clear_pointer (&entrant->option_risks, g_array_unref);
      g_clear_pointer (&entrant->option_answers, g_array_unref);
    }
  for (guint i = 0; self->left_out && i < self->left_out->len; i++)
    g_free (g_array_index (self->left_out, RfLeftOut, i).offering);
  g_clear_pointer (&self->common, g_array_unref);
  g_clear_pointer (&self->left_out, g_array_unref);
  g_free (self->entrants);
  g_free (self->ranked);
  g_free (self->shares);
  g_free (self->values);
}

static int
compare_entrants (gconstpointer a,
                  gconstpointer b)
{
  const RfEntrant *one = a;
  const RfEntrant *other = b;

  return strcmp (one->record->offering->id, other->record->offering->id);
}

/**
 * rf_contest_take:
 * @records: (array length=n)
 *
 * Lines the records up by the ids of their offerings.
 *
 * Returns: %FALSE with %RF_ERROR_INVALID where they do not belong together
 */
gboolean
rf_contest_take (RfContest *self,
                 RfRecord *const *records,
                 guint n,
                 GError **error)
{
  self->entrants = g_new0 (RfEntrant, n);
  self->n_entrants = n;
  for (guint i = 0; i < n; i++)
    {
      self->entrants[i].record = records[i];
      self->entrants[i].record_index = i;
      if (g_str_equal (records[i]->questionnaire_id, self->questionnaire->id))
        continue;
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                   _ ("“%s” was assessed with “%s”, not with “%s”: only answers to the same questionnaire can be compared."),
                   records[i]->offering->id, records[i]->questionnaire_id, self->questionnaire->id);
      return FALSE;
    }
  qsort (self->entrants, n, sizeof (RfEntrant), compare_entrants);
  for (guint i = 1; i < n; i++)
    {
      if (compare_entrants (&self->entrants[i - 1], &self->entrants[i]) != 0)
        continue;
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("“%s” is named twice. Name each offering once."),
                   self->entrants[i].record->offering->id);
      return FALSE;
    }
  return TRUE;
}

/* Takes over from another revision what still fits. */
static void
bind_revision (RfEntrant *self,
               const RfQuestionnaire *questionnaire)
{
  self->answers = g_new (RfAnswerValue, questionnaire->n_questions);
  self->has_answer = g_new0 (guint8, questionnaire->n_questions);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    self->answers[i] = RF_ANSWER_VALUE_UNANSWERED;
  for (guint i = 0; i < self->record->answers->len; i++)
    {
      const RfAnswer *answer = g_ptr_array_index (self->record->answers, i);
      int question = rf_questionnaire_find_question (questionnaire, answer->question);
      guint credibility = rf_record_get_credibility (self->record, answer, self->context.as_of);

      if (question >= 0 && rf_answer_bind (answer, &questionnaire->questions[question], credibility, self->context.as_of, &self->answers[question], NULL))
        self->has_answer[question] = answer->state != RF_ANSWER_UNANSWERED;
    }
}

/* The plan is the evaluation's own: nobody else sees the weights. */
static void
take_weights (RfScoringPlan *plan,
              const RfScoringPlan *from)
{
  for (guint i = 0; i < plan->questionnaire->n_sections; i++)
    plan->sections[i].weight = from->sections[i].weight;
  for (guint i = 0; i < plan->questionnaire->n_questions; i++)
    plan->questions[i].weight = from->questions[i].weight;
}

static gboolean
bind_entrant (RfEntrant *self,
              const RfContest *contest,
              const RfScoringContext *context,
              GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (self->record->offering->id);

  self->context = *context;
  self->context.offering = self->record->offering;
  if (self->context.as_of == RF_DAY_NONE)
    self->context.as_of = self->record->as_of;
  if (self->record->questionnaire_revision != contest->questionnaire->revision)
    bind_revision (self, contest->questionnaire);
  else
    self->answers = rf_record_bind (self->record, contest->questionnaire, self->context.as_of, problems);
  if (self->answers == NULL)
    {
      rf_problems_set_error (problems, error);
      return FALSE;
    }
  self->evaluation = rf_evaluation_new (contest->questionnaire, &self->context);
  if (contest->weights)
    take_weights (self->evaluation->plan, contest->weights);
  rf_evaluation_set_answers (self->evaluation, self->answers);
  rf_evaluation_get_side (self->evaluation, RF_SIDE_PROVIDER, &self->score);
  return TRUE;
}

/**
 * rf_contest_bind:
 *
 * Scores each record alone; those that are assessed, and not provisionally, are ranked.
 */
gboolean
rf_contest_bind (RfContest *self,
                 const RfScoringContext *context,
                 GError **error)
{
  self->ranked = g_new0 (RfEntrant *, self->n_entrants);
  for (guint i = 0; i < self->n_entrants; i++)
    {
      if (!bind_entrant (&self->entrants[i], self, context, error))
        return FALSE;
      if (self->entrants[i].score.state == RF_ASSESSED)
        self->ranked[self->n_ranked++] = &self->entrants[i];
    }
  self->plan = self->entrants[0].evaluation->plan;
  self->common = g_array_new (FALSE, FALSE, sizeof (guint));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (RfLeftOut));
  return TRUE;
}
