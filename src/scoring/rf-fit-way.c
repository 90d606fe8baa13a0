// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* From where an offering stands for a use case to where it would be fit. */

#include "config.h"

#include "rf-fit.h"

#include "rf-answer-choices.h"
#include "rf-evaluation-private.h"

/* Settling one side may open questions of the other through a gate: then that other is looked at again. */
#define MOST_ROUNDS 3
/* Where the walk ends nowhere, sets of one and two are searched in full unless there are more of them than this. */
#define SETS_SEARCHED 200000

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

/* Whether a side has what it takes to rely on its upper end. To make all of its questions vanish is no way. */
static gboolean
is_settled (const Walk *self,
            RfSide side)
{
  RfSideScore before;
  RfSideScore now;

  rf_evaluation_get_side (self->evaluation, side, &before);
  rf_evaluation_get_side (self->trial, side, &now);
  return now.state == RF_ASSESSED || (now.state == RF_NOT_ASSESSED && before.state == RF_NOT_ASSESSED);
}

static gboolean
has_vanished (const Walk *self,
              RfSide side)
{
  RfSideScore score;

  rf_evaluation_get_side (self->trial, side, &score);
  return score.state == RF_NOT_ASSESSED;
}

/* Undoes the answer given last. */
static void
take_back (Walk *self,
           guint question)
{
  rf_evaluation_set_answer (self->trial, question, rf_evaluation_get_answer (self->evaluation, question));
  g_array_set_size (self->way->questions, self->way->questions->len - 1);
}

/* What is provisional for want of answers needs more of them; what is set aside cannot be settled by answering. */
static gboolean
settle_side (Walk *self,
             RfSide side)
{
  const RfScoringPlan *plan = self->evaluation->plan;
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->trial);

  for (guint i = 0; i < plan->questionnaire->n_questions && !is_settled (self, side); i++)
    {
      const RfAnswerValue *answer = rf_evaluation_get_answer (self->trial, i);
      gboolean is_open = answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;

      if (!is_open || plan->sections[plan->questions[i].section].side != side || rf_evaluation_get_applicability (self->trial, i) == RF_HIDDEN)
        continue;
      answer_best (self, choices, i);
      self->way->minimal = FALSE;
      if (has_vanished (self, side))
        take_back (self, i);
    }
  return is_settled (self, side);
}

static gboolean
is_there (const Walk *self)
{
  for (guint side = 0; side < RF_N_SIDES; side++)
    {
      RfSideScore score;

      rf_evaluation_get_side (self->trial, (RfSide) side, &score);
      if (!is_settled (self, (RfSide) side) || (score.state == RF_ASSESSED && score.rating_high > self->rating))
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

typedef struct
{
  guint question;
  RfAnswerValue best;
} Candidate;

static GArray *
list_candidates (const Walk *self)
{
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->evaluation);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < self->evaluation->plan->questionnaire->n_questions; i++)
    {
      Candidate candidate = { .question = i };

      if (rf_evaluation_get_answer (self->evaluation, i)->state == RF_ANSWER_NOT_APPLICABLE)
        continue;
      if (rf_answer_choices_find_best (choices, self->trial, i, RF_AIM_UNPROVEN_HIGH, &candidate.best))
        g_array_append_val (candidates, candidate);
    }
  return candidates;
}

/* Leaves the trial and the way with the set that was found, or as they were. */
static gboolean
search_sets (Walk *self,
             const GArray *candidates,
             guint first,
             guint size)
{
  if (size == 0)
    return is_there (self);
  for (guint i = first; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);

      rf_evaluation_set_answer (self->trial, candidate->question, &candidate->best);
      g_array_append_val (self->way->questions, candidate->question);
      if (search_sets (self, candidates, i + 1, size - 1))
        return TRUE;
      take_back (self, candidate->question);
    }
  return FALSE;
}

/* Side by side the walk may run into a gate whose best answer for one question stands in the way of another. */
static gboolean
start_over (Walk *self)
{
  g_autoptr (GArray) candidates = NULL;

  rf_evaluation_free (self->trial);
  self->trial = rf_evaluation_copy (self->evaluation);
  g_array_set_size (self->way->questions, 0);
  candidates = list_candidates (self);
  self->way->minimal = TRUE;
  if (search_sets (self, candidates, 0, 1))
    return TRUE;
  return (guint64) candidates->len * candidates->len / 2 <= SETS_SEARCHED && search_sets (self, candidates, 0, 2);
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

static gboolean
is_assessed (const RfEvaluation *evaluation)
{
  for (guint side = 0; side < RF_N_SIDES; side++)
    {
      RfSideScore score;

      rf_evaluation_get_side (evaluation, side, &score);
      if (score.state != RF_NOT_ASSESSED)
        return TRUE;
    }
  return FALSE;
}

/**
 * rf_fit_way_new:
 * @evaluation: of the offering under @use_case
 *
 * Looks for the fewest questions which, given their best answer and tested by us, make the offering fit: the
 * shortest way of the provider's side, as rf_shortest_way_new() finds it, and then that of our own side. Known to be
 * minimal only where one side needs anything. Where that leads nowhere, sets of one and two questions of both sides are
 * searched in full.
 *
 * Returns: (transfer full) (nullable): %NULL where it is not known what fit would mean: without an exposure, or where
 *   neither side is assessed
 */
RfFitWay *
rf_fit_way_new (const RfEvaluation *evaluation,
                const RfUseCase *use_case,
                RfRating acceptable)
{
  RfRating exposure;
  RfFitWay *self;
  Walk under_way;

  if (!rf_use_case_get_exposure (use_case, &exposure) || !is_assessed (evaluation))
    return NULL;
  self = g_new0 (RfFitWay, 1);
  self->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  under_way = (Walk){ .evaluation = evaluation, .way = self };
  if (!rf_fit_find_needed_rating (exposure, acceptable, &under_way.rating))
    return self;
  self->minimal = TRUE;
  under_way.trial = rf_evaluation_copy (evaluation);
  self->reachable = walk (&under_way) || start_over (&under_way);
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
