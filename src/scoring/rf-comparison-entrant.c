// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a question can turn out to be for one offering. */

#include "config.h"

#include "rf-answer-choices.h"
#include "rf-comparison-private.h"

#define POINTS (1.0 / (double) RF_NUMBER_ONE)

static gboolean
is_open (const RfAnswerValue *answer)
{
  return answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;
}

static gboolean
is_number (const RfPlannedQuestion *question)
{
  return question->kind == RF_QUESTION_NUMBER || question->kind == RF_QUESTION_DATE;
}

static void
add_option (RfEntrant *self,
            RfDrawnQuestion *drawn,
            const RfAnswerValue *answer,
            double risk)
{
  g_array_append_val (self->option_risks, risk);
  g_array_append_val (self->option_answers, *answer);
  drawn->n_options++;
}

/* The single options whose risk is @least or more: what an open question turns out to be, or a doubted one. */
static void
add_choices (RfEntrant *self,
             const RfContest *contest,
             guint index,
             gint32 least)
{
  const RfPlannedQuestion *planned = &contest->plan->questions[index];
  RfDrawnQuestion *drawn = &self->questions[index];

  for (guint i = 0; i < planned->n_choices; i++)
    {
      RfAnswerValue answer = { RF_ANSWER_ANSWERED, 100, -1, G_GUINT64_CONSTANT (1) << i, 0 };
      RfStake stake = rf_stake_of_answer (contest->plan, index, &answer, self->context.as_of);

      if (stake.bounds[RF_BOUND_LOW] >= least)
        add_option (self, drawn, &answer, stake.bounds[RF_BOUND_LOW] * POINTS);
    }
}

/* Numbers and days are drawn as a risk. For conditions the answers at the limits stand for all others. */
static void
add_numbers (RfEntrant *self,
             const RfContest *contest,
             const RfAnswerChoices *choices,
             guint index,
             gint32 least)
{
  g_autoptr (GArray) answers = rf_answer_choices_list (choices, index);

  for (guint i = 0; i < answers->len; i++)
    {
      RfAnswerValue *answer = &g_array_index (answers, RfAnswerValue, i);
      RfStake stake = rf_stake_of_answer (contest->plan, index, answer, self->context.as_of);

      if (stake.bounds[RF_BOUND_LOW] >= least)
        add_option (self, &self->questions[index], answer, stake.bounds[RF_BOUND_LOW] * POINTS);
    }
}

static gint32
greatest_of (const RfPlannedQuestion *planned,
             const RfStake *stake)
{
  return MAX (planned->greatest_risk, stake->bounds[RF_BOUND_LOW]);
}

static void
prepare_number (RfEntrant *self,
                const RfContest *contest,
                const RfAnswerChoices *choices,
                guint index,
                const RfStake *stake)
{
  const RfPlannedQuestion *planned = &contest->plan->questions[index];
  RfDrawnQuestion *drawn = &self->questions[index];
  gint32 least = stake->bounds[RF_BOUND_LOW];

  if (!planned->scored && self->answers[index].state == RF_ANSWER_ANSWERED)
    return;
  drawn->low = least * POINTS;
  drawn->span = planned->scored ? (greatest_of (planned, stake) - least) * POINTS : 0;
  drawn->is_range = drawn->span > 0;
  if (planned->n_dependents > 0)
    add_numbers (self, contest, choices, index, planned->scored ? least : 0);
  drawn->is_drawn = drawn->is_range || drawn->n_options > 0;
}

static gboolean
can_change (const RfEntrant *self,
            const RfDrawnQuestion *drawn,
            const RfAnswerValue *answer)
{
  for (guint i = 0; i < drawn->n_options; i++)
    {
      const RfAnswerValue *option = &g_array_index (self->option_answers, RfAnswerValue, drawn->first + i);

      if (answer->state != RF_ANSWER_ANSWERED || option->chosen != answer->chosen || option->number != answer->number)
        return TRUE;
      if (g_array_index (self->option_risks, double, drawn->first + i) > drawn->kept)
        return TRUE;
    }
  return drawn->is_range;
}

static void
prepare_question (RfEntrant *self,
                  const RfContest *contest,
                  const RfAnswerChoices *choices,
                  guint index)
{
  const RfPlannedQuestion *planned = &contest->plan->questions[index];
  const RfAnswerValue *answer = &self->answers[index];
  RfDrawnQuestion *drawn = &self->questions[index];
  RfStake stake = rf_stake_of_answer (contest->plan, index, answer, self->context.as_of);
  gboolean doubted = answer->state == RF_ANSWER_ANSWERED && answer->credibility < 100;

  drawn->kept = stake.bounds[RF_BOUND_LOW] * POINTS;
  drawn->credibility = doubted ? answer->credibility : 0;
  drawn->first = self->option_risks->len;
  drawn->base = rf_random_base (contest->seed, rf_random_name (contest->questionnaire->questions[index].id),
                                rf_random_name (self->record->offering->id));
  if (!is_open (answer) && !doubted)
    return;
  if (is_number (planned))
    prepare_number (self, contest, choices, index, &stake);
  else if (planned->kind != RF_QUESTION_TEXT)
    add_choices (self, contest, index, is_open (answer) ? 0 : stake.bounds[RF_BOUND_LOW]);
  drawn->is_drawn = can_change (self, drawn, answer);
}

/* Marks the questions that a condition asks about which draws have to judge. */
static void
mark_gates (RfEntrant *self,
            const RfContest *contest)
{
  for (guint i = 0; i < contest->questionnaire->n_questions; i++)
    {
      RfDrawnQuestion *drawn = &self->questions[i];

      drawn->is_gate = drawn->is_drawn && drawn->n_options > 0 && contest->plan->questions[i].n_dependents > 0;
      self->has_conditions = self->has_conditions || drawn->is_gate;
    }
}

/**
 * rf_entrant_prepare:
 *
 * Lists for every question what it can turn out to be, and settles what no draw can change.
 */
void
rf_entrant_prepare (RfEntrant *self,
                    const RfContest *contest)
{
  guint n = contest->questionnaire->n_questions;
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->evaluation);
  g_autofree RfAnswerValue *doubted = g_memdup2 (self->answers, n * sizeof (RfAnswerValue));

  self->questions = g_new0 (RfDrawnQuestion, n);
  self->option_risks = g_array_new (FALSE, FALSE, sizeof (double));
  self->option_answers = g_array_new (FALSE, FALSE, sizeof (RfAnswerValue));
  for (guint i = 0; i < n; i++)
    {
      prepare_question (self, contest, choices, i);
      if (self->questions[i].is_drawn)
        doubted[i] = (RfAnswerValue){ RF_ANSWER_UNKNOWN, RF_CREDIBILITY_NONE, -1, 0, 0 };
    }
  self->doubted = rf_evaluation_copy (self->evaluation);
  rf_evaluation_set_answers (self->doubted, doubted);
  mark_gates (self, contest);
}

/* The option that stands for a drawn risk: the nearest; of several, one by the random number. */
static guint
find_nearest (const double *risks,
              guint n,
              double risk,
              guint64 bits)
{
  double least = G_MAXDOUBLE;
  guint n_nearest = 0;
  guint place;

  for (guint i = 0; i < n; i++)
    {
      double distance = ABS (risks[i] - risk);

      n_nearest = distance < least ? 1 : n_nearest + (distance == least);
      least = MIN (least, distance);
    }
  place = (guint) (((bits >> 32) * n_nearest) >> 32);
  for (guint i = 0; i < n; i++)
    if (ABS (risks[i] - risk) == least && place-- == 0)
      return i;
  return 0;
}

/**
 * rf_entrant_find_answer:
 * @risk: (out): points
 * @option: (out): which of the question's options was drawn, or %RF_RANDOM_KEPT
 *
 * Draws what a question that is drawn turns out to be.
 */
void
rf_entrant_find_answer (const RfEntrant *self,
                        const RfContest *contest,
                        guint question,
                        guint64 draw,
                        double *risk,
                        guint *option)
{
  const RfDrawnQuestion *drawn = &self->questions[question];
  guint64 bits = rf_random_draw (drawn->base, draw);
  const double *risks = (const double *) self->option_risks->data + drawn->first;

  *risk = drawn->kept;
  *option = RF_RANDOM_KEPT;
  if (((bits & 0xffffffff) * 100) >> 32 < drawn->credibility)
    return;
  if (drawn->is_range)
    {
      *risk = drawn->low + drawn->span * ((double) (bits >> 32) * (1.0 / 4294967296.0));
      if (drawn->n_options > 0)
        *option = find_nearest (risks, drawn->n_options, *risk, rf_random_mix (bits));
      return;
    }
  *option = (guint) (((bits >> 32) * drawn->n_options) >> 32);
  *risk = risks[*option];
}
