// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The simulation: blocks of draws, each of which writes to its own part of the values. */

#include "config.h"

#include "rf-comparison-private.h"

#include <math.h>

#define BLOCK 256

/**
 * Block:
 * @first: draw
 * @n: draws
 * @weights: (array): of each common question in each draw, question by question
 * @totals: (array): of the weights, by draw
 *
 * Draws that are worked on together.
 */
typedef struct
{
  const RfContest *contest;
  guint first;
  guint n;
  double *weights;
  double totals[BLOCK];
} Block;

/* Whether each common question applies in each draw (1 or 0), and what knock-outs lift the draw to. */
typedef struct
{
  double *applies;
  double lifts[BLOCK];
} Conditions;

static void
draw_weights (Block *self)
{
  const RfContest *contest = self->contest;

  for (guint i = 0; i < contest->common->len; i++)
    {
      guint question = g_array_index (contest->common, guint, i);
      guint64 base = rf_random_base (contest->seed, rf_random_name (contest->questionnaire->questions[question].id), 0);
      double *weights = self->weights + (gsize) i * BLOCK;

      for (guint draw = 0; draw < self->n; draw++)
        {
          weights[draw] = contest->shares[i] * rf_random_power_of_two (rf_random_draw (base, self->first + draw));
          self->totals[draw] += weights[draw];
        }
    }
}

/* The options of a choice behind the answer that stands: one look-up tells the risk of a draw. */
static void
draw_choices (const Block *self,
              const RfEntrant *entrant,
              guint question,
              double *risks)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];
  const double *options = (const double *) entrant->option_risks->data + drawn->first;
  guint64 limit = rf_random_limit_of (drawn->credibility);
  double table[1 + RF_MOST_CHOICES];

  table[0] = drawn->kept;
  for (guint i = 0; i < drawn->n_options; i++)
    table[1 + i] = options[i];
  for (guint draw = 0; draw < self->n; draw++)
    risks[draw] = table[rf_random_choose (rf_random_draw (drawn->base, self->first + draw), limit, drawn->n_options)];
}

/* The risks of a question that is drawn, over the draws of the block. */
static void
draw_risks (const Block *self,
            const RfEntrant *entrant,
            guint question,
            double *risks)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];
  const double *options = (const double *) entrant->option_risks->data + drawn->first;
  guint64 credibility = drawn->credibility;

  if (!drawn->is_range && drawn->n_options <= RF_MOST_CHOICES)
    {
      draw_choices (self, entrant, question, risks);
      return;
    }
  for (guint draw = 0; draw < self->n; draw++)
    {
      guint64 bits = rf_random_draw (drawn->base, self->first + draw);
      gboolean is_kept = ((bits & 0xffffffff) * 100) >> 32 < credibility;
      double other = drawn->is_range ? drawn->low + drawn->span * ((double) (bits >> 32) * (1.0 / 4294967296.0))
                                     : options[((bits >> 32) * drawn->n_options) >> 32];

      risks[draw] = is_kept ? drawn->kept : other;
    }
}

static double
lift_of (const RfContest *contest,
         const RfEvaluation *evaluation)
{
  const RfQuestionnaire *questionnaire = contest->questionnaire;
  double lift = 0;

  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    if (questionnaire->knock_outs[i].side == RF_SIDE_PROVIDER && evaluation->knock_outs[i] == RF_KNOCK_OUT_VIOLATED)
      lift = MAX (lift, questionnaire->bands.from[questionnaire->knock_outs[i].floor]);
  return lift;
}

static void
draw_gates (const Block *self,
            const RfEntrant *entrant,
            RfEvaluation *trial,
            guint draw)
{
  for (guint i = 0; i < self->contest->questionnaire->n_questions; i++)
    {
      double risk;
      guint option;

      if (!entrant->questions[i].is_gate)
        continue;
      rf_entrant_find_answer (entrant, self->contest, i, self->first + draw, &risk, &option);
      if (option == RF_RANDOM_KEPT)
        trial->answers[i] = entrant->answers[i];
      else
        trial->answers[i] = g_array_index (entrant->option_answers, RfAnswerValue, entrant->questions[i].first + option);
    }
}

/* Judges the conditions of sections and questions that the doubted answers leave open, in the order of the file:
 * what a condition asks about is settled before it. */
static void
judge_steps (const RfEntrant *entrant,
             RfEvaluation *trial)
{
  const RfScoringPlan *plan = trial->plan;

  for (guint step = 0; step < plan->n_steps; step++)
    {
      guint32 target = plan->steps[step] & ~RF_STEP_IS_SECTION;

      if (plan->steps[step] & RF_STEP_IS_SECTION)
        {
          if (rf_truth_is_undetermined (entrant->doubted->section_truths[target]))
            trial->section_truths[target] = rf_evaluation_judge (trial, plan->sections[target].condition);
        }
      else if (rf_truth_is_undetermined (entrant->doubted->applicability[target]))
        trial->applicability[target] = rf_truth_and (trial->section_truths[plan->questions[target].section],
                                                     rf_evaluation_judge (trial, plan->questions[target].condition));
    }
  for (guint i = 0; i < plan->questionnaire->n_knock_outs; i++)
    if (entrant->doubted->knock_outs[i] == RF_KNOCK_OUT_NOT_CLEARED)
      trial->knock_outs[i] = rf_evaluation_judge_knock_out (trial, i);
}

/* What even drawn answers leave undetermined, for want of a use case, of an attribute or for a refusal, counts:
 * a refusal must never make questions vanish. */
static void
judge_draws (const Block *self,
             const RfEntrant *entrant,
             Conditions *conditions)
{
  const RfContest *contest = self->contest;
  g_autoptr (RfEvaluation) trial = rf_evaluation_copy (entrant->doubted);

  for (guint i = 0; i < contest->questionnaire->n_questions; i++)
    trial->answers[i] = entrant->answers[i];
  for (guint draw = 0; draw < self->n; draw++)
    {
      draw_gates (self, entrant, trial, draw);
      judge_steps (entrant, trial);
      conditions->lifts[draw] = lift_of (contest, trial);
      for (guint i = 0; i < contest->common->len; i++)
        conditions->applies[(gsize) i * BLOCK + draw] = trial->applicability[g_array_index (contest->common, guint, i)] != RF_TRUTH_FALSE;
    }
}

/* The next three always work on whole blocks, of which the last may have lanes that nobody reads: their length is known,
 * and the compiler makes vectors of them (-fopt-info-vec says so) without being asked for more than -O2. */
static void
add_fixed (double *restrict sums,
           const double *restrict weights,
           double risk)
{
  for (guint i = 0; i < BLOCK; i++)
    sums[i] += weights[i] * risk;
}

static void
add_drawn (double *restrict sums,
           const double *restrict weights,
           const double *restrict risks)
{
  for (guint i = 0; i < BLOCK; i++)
    sums[i] += weights[i] * risks[i];
}

static void
weigh (double *restrict weighed,
       const double *restrict weights,
       const double *restrict applies)
{
  for (guint i = 0; i < BLOCK; i++)
    weighed[i] = weights[i] * applies[i];
}

/* The weighted sums over the common questions, and the weights that went into them. */
static void
add_up (const Block *self,
        const RfEntrant *entrant,
        const double *applies,
        double *sums,
        double *totals)
{
  double risks[BLOCK] = { 0 };
  double weighed[BLOCK];

  for (guint i = 0; i < self->contest->common->len; i++)
    {
      guint question = g_array_index (self->contest->common, guint, i);
      const double *weights = self->weights + (gsize) i * BLOCK;

      if (applies)
        {
          weigh (weighed, weights, applies + (gsize) i * BLOCK);
          weights = weighed;
          add_fixed (totals, weights, 1);
        }
      if (entrant->questions[question].is_drawn)
        {
          draw_risks (self, entrant, question, risks);
          add_drawn (sums, weights, risks);
        }
      else
        add_fixed (sums, weights, entrant->questions[question].kept);
    }
}

/* A mean of equal risks is that risk, however the weights fell: ties must be ties. */
static double
round_off (double mean)
{
  return rint (mean * 1e9) / 1e9;
}

static void
draw_plain (const Block *self,
            const RfEntrant *entrant,
            double lift,
            double *values)
{
  double sums[BLOCK] = { 0 };

  add_up (self, entrant, NULL, sums, NULL);
  for (guint i = 0; i < self->n; i++)
    values[i] = MAX (round_off (sums[i] / self->totals[i]), lift);
}

/* A draw in which nothing applies says no more than its questions would if they did. */
static void
draw_with_conditions (const Block *self,
                      const RfEntrant *entrant,
                      double *values)
{
  g_autofree double *applies = g_new0 (double, (gsize) self->contest->common->len *BLOCK);
  Conditions conditions = { .applies = applies };
  double sums[BLOCK] = { 0 };
  double totals[BLOCK] = { 0 };

  draw_plain (self, entrant, 0, values);
  judge_draws (self, entrant, &conditions);
  add_up (self, entrant, applies, sums, totals);
  for (guint i = 0; i < self->n; i++)
    {
      if (totals[i] > 0)
        values[i] = round_off (sums[i] / totals[i]);
      values[i] = MAX (values[i], conditions.lifts[i]);
    }
}

static void
draw_block (guint index,
            gpointer data)
{
  RfContest *contest = data;
  g_autofree double *weights = g_new0 (double, (gsize) contest->common->len *BLOCK);
  Block block = { .contest = contest, .first = index * BLOCK, .weights = weights };

  block.n = MIN (BLOCK, contest->draws - block.first);
  draw_weights (&block);
  for (guint i = 0; i < contest->n_ranked; i++)
    {
      double *values = contest->values + (gsize) i * contest->draws + block.first;

      if (contest->ranked[i]->has_conditions)
        draw_with_conditions (&block, contest->ranked[i], values);
      else
        draw_plain (&block, contest->ranked[i], lift_of (contest, contest->ranked[i]->evaluation), values);
    }
}

/**
 * rf_contest_draw:
 *
 * Draws the risk of every ranked offering.
 *
 * Returns: %FALSE with %G_IO_ERROR_CANCELLED where it was cancelled
 */
gboolean
rf_contest_draw (RfContest *self,
                 GError **error)
{
  self->values = g_new (double, (gsize) self->n_ranked * self->draws);
  return self->n_ranked == 0 || rf_contest_run (self, (self->draws + BLOCK - 1) / BLOCK, draw_block, self, error);
}

/**
 * rf_contest_average:
 * @ranked: index into the ranked entrants
 *
 * Returns: the mean of the draws, rounded so that equal answers give equal means
 */
double
rf_contest_average (const RfContest *self,
                    guint ranked)
{
  const double *values = self->values + (gsize) ranked * self->draws;
  double sum = 0;

  for (guint i = 0; i < self->draws; i++)
    sum += values[i];
  return round_off (sum / self->draws);
}

typedef struct
{
  const RfContest *contest;
  RfContestJob job;
  gpointer data;
} Run;

static void
run_job (gpointer item,
         gpointer data)
{
  const Run *run = data;

  if (!g_cancellable_is_cancelled (run->contest->cancellable))
    run->job (GPOINTER_TO_UINT (item) - 1, run->data);
}

gboolean
rf_contest_run (const RfContest *self,
                guint n,
                RfContestJob job,
                gpointer data,
                GError **error)
{
  Run run = { self, job, data };
  guint threads = MIN (n, self->threads > 0 ? self->threads : g_get_num_processors ());

  if (threads > 1)
    {
      /* a pool that shares its threads cannot fail to be made */
      GThreadPool *pool = g_thread_pool_new (run_job, &run, (int) threads, FALSE, NULL);

      for (guint i = 0; i < n; i++)
        g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
      g_thread_pool_free (pool, FALSE, TRUE);
    }
  else
    for (guint i = 0; i < n; i++)
      run_job (GUINT_TO_POINTER (i + 1), &run);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}
