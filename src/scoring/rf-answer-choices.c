// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-answer-choices.h"

#include "rf-evaluation-private.h"

struct _RfAnswerChoices
{
  RfScoringPlan *plan; /* owned */
  RfDay as_of;
  GArray *limits; /* owned: of conditions, by question */
};

/* A condition asks whether the answer to a question reaches a limit. */
typedef struct
{
  guint32 question;
  RfNumber limit;
} Limit;

static int
compare_limits (gconstpointer a,
                gconstpointer b)
{
  const Limit *one = a;
  const Limit *other = b;

  if (one->question != other->question)
    return one->question < other->question ? -1 : 1;
  return one->limit < other->limit ? -1 : one->limit > other->limit;
}

static GArray *
list_limits (const RfScoringPlan *plan)
{
  GArray *limits = g_array_new (FALSE, FALSE, sizeof (Limit));

  for (guint i = 0; i < plan->n_terms; i++)
    {
      Limit limit = { plan->terms[i].about, plan->terms[i].limit };

      if (plan->terms[i].kind == RF_CONDITION_ANSWER_AT_LEAST || plan->terms[i].kind == RF_CONDITION_ANSWER_BELOW)
        g_array_append_val (limits, limit);
    }
  g_array_sort (limits, compare_limits);
  return limits;
}

/**
 * rf_answer_choices_new:
 */
RfAnswerChoices *
rf_answer_choices_new (const RfEvaluation *evaluation)
{
  RfAnswerChoices *self = g_new0 (RfAnswerChoices, 1);

  self->plan = rf_scoring_plan_ref (evaluation->plan);
  self->as_of = evaluation->as_of;
  self->limits = list_limits (self->plan);
  return self;
}

void
rf_answer_choices_free (RfAnswerChoices *self)
{
  rf_scoring_plan_unref (self->plan);
  g_array_unref (self->limits);
  g_free (self);
}

static void
add_chosen (GArray *answers,
            guint64 chosen)
{
  RfAnswerValue answer = { RF_ANSWER_ANSWERED, RF_CREDIBILITY_NONE, -1, chosen, 0 };

  g_array_append_val (answers, answer);
}

/* Adds a number, or the day that is so many days old; not a value that no answer can have. */
static void
add_number (const RfAnswerChoices *self,
            GArray *answers,
            const RfPlannedQuestion *question,
            RfNumber number)
{
  RfAnswerValue answer = { RF_ANSWER_ANSWERED, RF_CREDIBILITY_NONE, -1, 0, number };

  if (question->n_choices > 0 && number < self->plan->choices[question->first_choice].from)
    return;
  if (question->kind == RF_QUESTION_DATE)
    {
      answer.number = (gint64) self->as_of - number / RF_NUMBER_ONE;
      if (number < 0 || answer.number < 1)
        return;
    }
  g_array_append_val (answers, answer);
}

/* Ages are whole days. */
static RfNumber
round_up_to_day (RfNumber age)
{
  return (age + RF_NUMBER_ONE - 1) / RF_NUMBER_ONE * RF_NUMBER_ONE;
}

static void
add_limits (const RfAnswerChoices *self,
            GArray *answers,
            guint index)
{
  const RfPlannedQuestion *question = &self->plan->questions[index];
  gboolean is_date = question->kind == RF_QUESTION_DATE;
  guint first = 0;

  for (guint last = self->limits->len; first < last;)
    {
      guint middle = first + (last - first) / 2;

      if (g_array_index (self->limits, Limit, middle).question < index)
        first = middle + 1;
      else
        last = middle;
    }
  for (; first < self->limits->len && g_array_index (self->limits, Limit, first).question == index; first++)
    {
      RfNumber limit = g_array_index (self->limits, Limit, first).limit;

      if (is_date)
        limit = round_up_to_day (limit);
      add_number (self, answers, question, limit);
      add_number (self, answers, question, limit - (is_date ? RF_NUMBER_ONE : 1));
    }
}

/**
 * rf_answer_choices_list:
 *
 * Lists the answers that can lead to different figures: each option; for multiple choices also all options that
 * may stand together; each band of a number or date and both sides of each limit that a condition asks about.
 *
 * Returns: (element-type RfAnswerValue) (transfer full): answered, nothing proven
 */
GArray *
rf_answer_choices_list (const RfAnswerChoices *self,
                        guint question)
{
  const RfPlannedQuestion *planned = &self->plan->questions[question];
  const RfGradedChoice *choices = &self->plan->choices[planned->first_choice];
  GArray *answers = g_array_new (FALSE, FALSE, sizeof (RfAnswerValue));
  guint64 together = 0;

  switch ((RfQuestionKind) planned->kind)
    {
    case RF_QUESTION_SINGLE_CHOICE:
    case RF_QUESTION_MULTIPLE_CHOICE:
      for (guint i = 0; i < planned->n_choices; i++)
        {
          add_chosen (answers, G_GUINT64_CONSTANT (1) << i);
          if (!choices[i].exclusive)
            together |= G_GUINT64_CONSTANT (1) << i;
        }
      if (planned->kind == RF_QUESTION_MULTIPLE_CHOICE && together != 0)
        add_chosen (answers, together);
      break;
    case RF_QUESTION_NUMBER:
    case RF_QUESTION_DATE:
      for (guint i = 0; i < planned->n_choices; i++)
        add_number (self, answers, planned,
                    planned->kind == RF_QUESTION_DATE ? round_up_to_day (choices[i].from) : choices[i].from);
      add_limits (self, answers, question);
      break;
    case RF_QUESTION_TEXT:
    default:
      add_chosen (answers, 0);
      break;
    }
  return answers;
}

static double
get_upper_end (RfEvaluation *trial,
               guint question,
               RfAim aim)
{
  RfSideScore score;

  rf_evaluation_get_side (trial, trial->plan->sections[trial->plan->questions[question].section].side, &score);
  return aim == RF_AIM_HIGH ? score.figures.high : score.figures.unproven_high;
}

/**
 * rf_answer_choices_find_best:
 * @trial: an evaluation to try answers on; left as it was
 * @best: (out): written where there is one
 *
 * Finds the answer of least risk; among those, the one that lowers the upper end of the question's side most,
 * for a gate can hide heavy questions; then the first. Where the question has no weight its risks say nothing.
 *
 * Returns: whether the question has any answer to try
 */
gboolean
rf_answer_choices_find_best (const RfAnswerChoices *self,
                             RfEvaluation *trial,
                             guint question,
                             RfAim aim,
                             RfAnswerValue *best)
{
  g_autoptr (GArray) answers = rf_answer_choices_list (self, question);
  gboolean matters = self->plan->questions[question].n_dependents > 0;
  RfAnswerValue before = *rf_evaluation_get_answer (trial, question);
  gint32 least_risk = G_MAXINT32;
  double least_end = 0;
  gboolean found = FALSE;

  for (guint i = 0; i < answers->len; i++)
    {
      RfAnswerValue answer = g_array_index (answers, RfAnswerValue, i);
      RfStake stake = rf_stake_of_answer (self->plan, question, &answer, self->as_of);
      gint32 risk = stake.weight == 0 ? 0 : stake.bounds[RF_BOUND_LOW];
      double end = 0;

      if (found && (risk > least_risk || (risk == least_risk && !matters)))
        continue;
      answer.credibility = aim == RF_AIM_HIGH ? before.credibility : 100;
      if (matters)
        {
          rf_evaluation_set_answer (trial, question, &answer);
          end = get_upper_end (trial, question, aim);
        }
      if (!found || risk < least_risk || end < least_end)
        {
          *best = answer;
          least_risk = risk;
          least_end = end;
          found = TRUE;
        }
    }
  if (matters)
    rf_evaluation_set_answer (trial, question, &before);
  return found;
}
