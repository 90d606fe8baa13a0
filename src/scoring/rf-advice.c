// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-advice.h"

#include "rf-answer-choices.h"
#include "rf-evaluation-private.h"

#include <math.h>

/* What one list asks of a question: how many points settling it is worth. */
typedef double (*Appraise) (const RfAnswerChoices *choices,
                            RfEvaluation *trial,
                            guint question);

static RfSideScore
get_side_of (const RfEvaluation *self,
             guint question)
{
  RfSideScore score;

  rf_evaluation_get_side (self, self->plan->sections[self->plan->questions[question].section].side, &score);
  return score;
}

/* high - low; nothing is uncertain where nothing applies */
static double
get_width (const RfEvaluation *self,
           guint question)
{
  RfSideScore score = get_side_of (self, question);

  return isnan (score.figures.high) ? 0 : score.figures.high - score.figures.low;
}

static double
appraise_asking (const RfAnswerChoices *choices,
                 RfEvaluation *trial,
                 guint question)
{
  g_autoptr (GArray) answers = NULL;
  RfAnswerValue before = *rf_evaluation_get_answer (trial, question);
  double width = get_width (trial, question);
  double widest = 0;

  if (before.state != RF_ANSWER_UNANSWERED && before.state != RF_ANSWER_UNKNOWN)
    return 0;
  answers = rf_answer_choices_list (choices, question);
  for (guint i = 0; i < answers->len; i++)
    {
      rf_evaluation_set_answer (trial, question, &g_array_index (answers, RfAnswerValue, i));
      widest = MAX (widest, get_width (trial, question));
    }
  rf_evaluation_set_answer (trial, question, &before);
  return answers->len == 0 ? 0 : width - widest;
}

static double
appraise_proving (const RfAnswerChoices *choices,
                  RfEvaluation *trial,
                  guint question)
{
  RfAnswerValue before = *rf_evaluation_get_answer (trial, question);
  RfAnswerValue tested = before;
  double points;

  if (before.state != RF_ANSWER_ANSWERED || before.credibility == 100)
    return 0;
  tested.credibility = 100;
  points = get_side_of (trial, question).figures.unproven_high;
  rf_evaluation_set_answer (trial, question, &tested);
  points -= get_side_of (trial, question).figures.unproven_high;
  rf_evaluation_set_answer (trial, question, &before);
  return points;
}

static double
appraise_negotiating (const RfAnswerChoices *choices,
                      RfEvaluation *trial,
                      guint question)
{
  RfAnswerValue before = *rf_evaluation_get_answer (trial, question);
  RfAnswerValue best;
  double points;

  if (before.state != RF_ANSWER_ANSWERED && before.state != RF_ANSWER_REFUSED)
    return 0;
  if (!rf_answer_choices_find_best (choices, trial, question, RF_AIM_HIGH, &best))
    return 0;
  points = get_side_of (trial, question).figures.high;
  rf_evaluation_set_answer (trial, question, &best);
  points -= get_side_of (trial, question).figures.high;
  rf_evaluation_set_answer (trial, question, &before);
  return points;
}

static int
compare_advice (gconstpointer a,
                gconstpointer b)
{
  const RfAdvice *one = a;
  const RfAdvice *other = b;

  if (one->points != other->points)
    return one->points > other->points ? -1 : 1;
  return one->question < other->question ? -1 : 1;
}

/* Figures are quotients in doubles: what differs by less than this is the same advice. */
static double
round_points (double points)
{
  return round (points * 1e9) / 1e9;
}

static GArray *
list_advice (const RfEvaluation *evaluation,
             Appraise appraise)
{
  g_autoptr (RfEvaluation) trial = rf_evaluation_copy (evaluation);
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (evaluation);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RfAdvice));

  for (guint i = 0; i < evaluation->plan->questionnaire->n_questions; i++)
    {
      RfAdvice advice = { i, 0 };

      if (rf_evaluation_get_applicability (evaluation, i) == RF_HIDDEN)
        continue;
      advice.points = round_points (appraise (choices, trial, i));
      if (advice.points > 0)
        g_array_append_val (list, advice);
    }
  g_array_sort (list, compare_advice);
  return list;
}

/**
 * rf_advice_list_ask_first:
 *
 * Lists the open questions by high - low of their side now, minus the widest high - low that any of their answers
 * leaves. For a gate this counts the follow-ups that it settles.
 *
 * Returns: (element-type RfAdvice) (transfer full)
 */
GArray *
rf_advice_list_ask_first (const RfEvaluation *evaluation)
{
  return list_advice (evaluation, appraise_asking);
}

/**
 * rf_advice_list_prove_first:
 *
 * Lists the answered questions by how much the unproven high end falls when the answer is tested by us.
 *
 * Returns: (element-type RfAdvice) (transfer full)
 */
GArray *
rf_advice_list_prove_first (const RfEvaluation *evaluation)
{
  return list_advice (evaluation, appraise_proving);
}

/**
 * rf_advice_list_negotiate_first:
 *
 * Lists the answered and refused questions by how much the high end falls with the best answer.
 *
 * Returns: (element-type RfAdvice) (transfer full)
 */
GArray *
rf_advice_list_negotiate_first (const RfEvaluation *evaluation)
{
  return list_advice (evaluation, appraise_negotiating);
}
