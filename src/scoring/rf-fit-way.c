// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* From where an offering stands for a use case to where it would be fit. */

#include "config.h"

#include "rf-fit.h"

#include "rf-answer-choices.h"
#include "rf-evaluation-private.h"

/* Settling one side may open questions of the other through a gate: then that other is looked at again. */
#define MOST_ROUNDS 3

/* Under way: @trial has the questions of @way answered. */
typedef struct
{
  const RfEvaluation *evaluation; /* borrowed */
  RfEvaluation *trial;            /* owned */
  RfFitWay *way;                  /* borrowed */
  RfRating rating;
} Walk;

/**
 * rf_fit_find_needed_rating:
 * @rating: (out): the worst rating of a side that is acceptable under the exposure
 *
 * Returns: %FALSE where even the best rating leaves more risk than that
 */
gboolean
rf_fit_find_needed_rating (RfRating exposure,
                           RfRating acceptable,
                           RfRating *rating)
{
  for (int i = RF_N_RATINGS - 1; i >= 0; i--)
    if (rf_residual_lookup ((RfRating) i, exposure) <= acceptable)
      {
        *rating = (RfRating) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
holds (const GArray *questions,
       guint question)
{
  for (guint i = 0; i < questions->len; i++)
    if (g_array_index (questions, guint, i) == question)
      return TRUE;
  return FALSE;
}

static void
answer_best (Walk *self,
             const RfAnswerChoices *choices,
             guint question)
{
  RfAnswerValue best;

  if (!rf_answer_choices_find_best (choices, self->trial, question, RF_AIM_UNPROVEN_HIGH, &best))
    return;
  rf_evaluation_set_answer (self->trial, question, &best);
  if (!holds (self->way->questions, question))
    g_array_append_val (self->way->questions, question);
}

/* Adds the shortest way of one side from where the trial stands. @is_alone: nothing else was needed so far. */
static gboolean
walk_side (Walk *self,
           RfSide side)
{
  gboolean is_alone = self->way->questions->len == 0;
  g_autoptr (RfShortestWay) way = NULL;
  g_autoptr (RfAnswerChoices) choices = NULL;
  RfSideScore score;

  rf_evaluation_get_side (self->trial, side, &score);
  if (score.state == RF_NOT_ASSESSED || score.rating_high <= self->rating)
    return TRUE;
  way = rf_shortest_way_new (self->trial, side, self->rating);
  self->way->minimal = is_alone && way->minimal;
  if (!way->reachable)
    return FALSE;
  choices = rf_answer_choices_new (self->trial);
  for (guint i = 0; i < way->questions->len; i++)
    answer_best (self, choices, g_array_index (way->questions, guint, i));
  return TRUE;
}

static gboolean
is_settled (const RfEvaluation *evaluation,
            RfSide side)
{
  RfSideScore score;

  rf_evaluation_get_side (evaluation, side, &score);
  return score.state != RF_PROVISIONAL;
}

/* What is provisional for want of answers needs more of them; what is set aside cannot be settled by answering. */
static gboolean
settle_side (Walk *self,
             RfSide side)
{
  const RfScoringPlan *plan = self->evaluation->plan;
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->trial);

  for (guint i = 0; i < plan->questionnaire->n_questions && !is_settled (self->trial, side); i++)
    {
      const RfAnswerValue *answer = rf_evaluation_get_answer (self->trial, i);
      gboolean is_open = answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;

      if (!is_open || plan->sections[plan->questions[i].section].side != side || rf_evaluation_get_applicability (self->trial, i) == RF_HIDDEN)
        continue;
      answer_best (self, choices, i);
      self->way->minimal = FALSE;
    }
  return is_settled (self->trial, side);
}

static gboolean
is_there (const Walk *self)
{
  for (guint side = 0; side < RF_N_SIDES; side++)
    {
      RfSideScore score;

      rf_evaluation_get_side (self->trial, side, &score);
      if (score.state == RF_PROVISIONAL || (score.state == RF_ASSESSED && score.rating_high > self->rating))
        return FALSE;
    }
  return TRUE;
}

static gboolean
walk (Walk *self)
{
  for (guint round = 0; round < MOST_ROUNDS && !is_there (self); round++)
    for (guint side = 0; side < RF_N_SIDES; side++)
      if (!walk_side (self, side) || !settle_side (self, side))
        return FALSE;
  return is_there (self);
}

/* Whether a knock-out that lifts the rating, or may, asks about the question. */
static gboolean
stands_behind_knock_out (const RfEvaluation *evaluation,
                         guint question)
{
  const RfPlannedQuestion *planned = &evaluation->plan->questions[question];

  for (guint i = 0; i < planned->n_dependents; i++)
    {
      guint32 dependent = evaluation->plan->dependents[planned->first_dependent + i];
      guint8 result;

      if (!(dependent & RF_DEPENDENT_IS_KNOCK_OUT))
        continue;
      result = evaluation->knock_outs[dependent & ~RF_DEPENDENT_IS_KNOCK_OUT];
      if (result == RF_KNOCK_OUT_VIOLATED || result == RF_KNOCK_OUT_NOT_CLEARED)
        return TRUE;
    }
  return FALSE;
}

static int
compare_questions (gconstpointer a,
                   gconstpointer b)
{
  const guint *one = a;
  const guint *other = b;

  return *one < *other ? -1 : *one > *other;
}

static void
put_knock_outs_first (const Walk *self)
{
  GArray *questions = self->way->questions;

  g_array_sort (questions, compare_questions);
  for (guint i = 0; i < questions->len; i++)
    {
      guint question = g_array_index (questions, guint, i);

      if (!stands_behind_knock_out (self->evaluation, question))
        continue;
      g_array_remove_index (questions, i);
      g_array_insert_val (questions, self->way->n_for_knock_outs, question);
      self->way->n_for_knock_outs++;
    }
}

/**
 * rf_fit_way_new:
 * @evaluation: of the offering under @use_case
 *
 * Looks for the fewest questions which, given their best answer and tested by us, make the offering fit: the
 * shortest way of the provider's side, as rf_shortest_way_new() finds it, and then that of our own side. Known to be
 * minimal only where one side needs anything.
 *
 * Returns: (transfer full) (nullable): %NULL where the exposure is not known
 */
RfFitWay *
rf_fit_way_new (const RfEvaluation *evaluation,
                const RfUseCase *use_case,
                RfRating acceptable)
{
  RfRating exposure;
  RfFitWay *self;
  Walk under_way;

  if (!rf_use_case_get_exposure (use_case, &exposure))
    return NULL;
  self = g_new0 (RfFitWay, 1);
  self->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  under_way = (Walk){ .evaluation = evaluation, .way = self };
  if (!rf_fit_find_needed_rating (exposure, acceptable, &under_way.rating))
    return self;
  self->minimal = TRUE;
  under_way.trial = rf_evaluation_copy (evaluation);
  self->reachable = walk (&under_way);
  if (self->reachable)
    put_knock_outs_first (&under_way);
  else
    g_array_set_size (self->questions, 0);
  self->minimal = self->reachable && self->minimal;
  rf_evaluation_free (under_way.trial);
  return self;
}

void
rf_fit_way_free (RfFitWay *self)
{
  g_array_unref (self->questions);
  g_free (self);
}
