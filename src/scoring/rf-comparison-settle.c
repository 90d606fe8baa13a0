// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which question would part two offerings, found from the draws themselves. */

#include "config.h"

#include "rf-comparison-private.h"
#include "rf-comparison.h"

#include <math.h>

#define PARTS_OF_A_RANGE 8
/* kept, the options or the parts of a range */
#define MOST_GROUPS 512
/* Counters in turn: a draw need not wait for the one before it to be counted. */
#define N_TURNS 4

/* Draws in which a question was found to be the same; wins are counted in halves. */
typedef struct
{
  guint n;
  guint half_wins;
} Group;

static guint
group_of_option (const RfEntrant *entrant,
                 guint question,
                 guint option)
{
  const RfAnswerValue *answer;

  if (option == RF_RANDOM_KEPT)
    return 0;
  answer = &g_array_index (entrant->option_answers, RfAnswerValue, entrant->questions[question].first + option);
  if (entrant->answers[question].state == RF_ANSWER_ANSWERED && entrant->answers[question].override_risk < 0 && answer->chosen == entrant->answers[question].chosen && answer->number == entrant->answers[question].number)
    return 0;
  return 1 + option;
}

static guint
group_of (const RfContest *contest,
          const RfEntrant *entrant,
          guint question,
          guint draw)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];
  double risk;
  guint option;

  rf_entrant_find_answer (entrant, contest, question, draw, &risk, &option);
  if (drawn->is_range && drawn->credibility > 0 && risk == drawn->kept)
    return 0;
  if (drawn->is_range)
    return 1 + MIN (PARTS_OF_A_RANGE - 1, (guint) ((risk - drawn->low) / drawn->span * PARTS_OF_A_RANGE));
  return MIN (group_of_option (entrant, question, option), MOST_GROUPS - 1);
}

/* Sorts the draws of a choice into groups; the loop that all neighbours in rank wait for. Draws are counted in the lower
 * half of a counter, half wins in the upper. */
static void
group_choices (const RfContest *contest,
               const RfEntrant *entrant,
               guint question,
               const guint8 *half_wins,
               Group *groups)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];
  guint64 counters[N_TURNS][1 + RF_MOST_CHOICES] = { { 0 } };
  guint64 limit = rf_random_limit_of (drawn->credibility);
  guint64 base = drawn->base;
  guint64 n_options = drawn->n_options;

  for (guint draw = 0; draw < contest->draws; draw++)
    counters[draw % N_TURNS][rf_random_choose (rf_random_draw (base, draw), limit, n_options)] += 1 | (guint64) half_wins[draw] << 32;
  for (guint turn = 0; turn < N_TURNS; turn++)
    for (guint i = 0; i <= drawn->n_options; i++)
      {
        Group *group = &groups[i == 0 ? 0 : group_of_option (entrant, question, i - 1)];

        group->n += (guint) (counters[turn][i] & 0xffffffff);
        group->half_wins += (guint) (counters[turn][i] >> 32);
      }
}

static void
group_draws (const RfContest *contest,
             const RfEntrant *entrant,
             guint question,
             const guint8 *half_wins,
             Group *groups)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];

  if (!drawn->is_range && drawn->n_options <= RF_MOST_CHOICES)
    {
      group_choices (contest, entrant, question, half_wins, groups);
      return;
    }
  for (guint draw = 0; draw < contest->draws; draw++)
    {
      Group *group = &groups[group_of (contest, entrant, question, draw)];

      group->n++;
      group->half_wins += half_wins[draw];
    }
}

/* The expected distance of the win share from a half once a question is settled for one of the two. @half_wins is 2
 * for a draw that is won, 1 for a tie. @gain is how far that is above the distance now, less what chance alone would
 * make of so many groups. */
static double
measure_separation (const RfContest *contest,
                    const RfEntrant *entrant,
                    guint question,
                    const guint8 *half_wins,
                    double *gain)
{
  Group groups[MOST_GROUPS] = { 0 };
  guint n_groups = 0;
  guint64 distance = 0;
  guint64 all = 0;
  double draws = contest->draws;

  group_draws (contest, entrant, question, half_wins, groups);
  for (guint i = 0; i < MOST_GROUPS; i++)
    {
      all += groups[i].half_wins;
      n_groups += groups[i].n > 0;
      distance += (guint64) ABS ((gint64) groups[i].half_wins - (gint64) groups[i].n);
    }
  *gain = (double) distance / (2 * draws) - fabs ((double) all / (2 * draws) - 0.5) - sqrt (n_groups / draws) / 2;
  return (double) distance / (2 * draws);
}

static gboolean
is_common (const RfContest *contest,
           guint question)
{
  for (guint i = 0; i < contest->common->len; i++)
    if (g_array_index (contest->common, guint, i) == question)
      return TRUE;
  return FALSE;
}

static gboolean
matters (const RfContest *contest,
         const RfEntrant *entrant,
         guint question)
{
  return entrant->questions[question].is_drawn && (entrant->questions[question].is_gate || is_common (contest, question));
}

/* The first knock-out of the provider's side that draws may turn by way of the question. */
static int
find_knock_out (const RfContest *contest,
                const RfEntrant *entrant,
                guint question)
{
  const RfPlannedQuestion *planned = &contest->plan->questions[question];
  int first = -1;

  for (guint i = 0; i < planned->n_dependents; i++)
    {
      guint32 dependent = contest->plan->dependents[planned->first_dependent + i];
      int knock_out = (int) (dependent & ~RF_DEPENDENT_IS_KNOCK_OUT);

      if (!(dependent & RF_DEPENDENT_IS_KNOCK_OUT) || contest->questionnaire->knock_outs[knock_out].side != RF_SIDE_PROVIDER)
        continue;
      if (entrant->doubted->knock_outs[knock_out] == RF_KNOCK_OUT_NOT_CLEARED && (first < 0 || knock_out < first))
        first = knock_out;
    }
  return first;
}

/* Keeps the best two different questions; the first found wins where two are equal. */
static void
consider (RfSettlingQuestion *best,
          const RfSettlingQuestion *candidate)
{
  if (best[0].question == candidate->question)
    {
      if (candidate->separation > best[0].separation)
        best[0] = *candidate;
    }
  else if (best[0].question < 0 || candidate->separation > best[0].separation)
    {
      best[1] = best[0];
      best[0] = *candidate;
    }
  else if (best[1].question < 0 || candidate->separation > best[1].separation)
    best[1] = *candidate;
}

/**
 * rf_contest_settle:
 * @a: index into the ranked entrants, as @b
 * @best: (out) (array fixed-size=2)
 *
 * Finds the open or doubtful questions whose resolution is expected to move the win share of a pair furthest from
 * a half. A question that chance alone could explain is not named.
 */
void
rf_contest_settle (const RfContest *self,
                   guint a,
                   guint b,
                   RfSettlingQuestion *best)
{
  const double *values_of_a = self->values + (gsize) a * self->draws;
  const double *values_of_b = self->values + (gsize) b * self->draws;
  g_autofree guint8 *half_wins = g_new (guint8, self->draws);
  const guint pair[] = { a, b };

  for (guint i = 0; i < RF_COMPARISON_N_SETTLING; i++)
    best[i] = (RfSettlingQuestion){ .question = -1, .knock_out = -1 };
  for (guint i = 0; i < self->draws; i++)
    half_wins[i] = (guint8) (values_of_a[i] < values_of_b[i] ? 2 : values_of_a[i] == values_of_b[i]);
  for (guint question = 0; question < self->questionnaire->n_questions; question++)
    for (guint i = 0; i < G_N_ELEMENTS (pair); i++)
      {
        RfSettlingQuestion candidate = { (int) question, pair[i], 0, is_common (self, question), -1 };
        double gain;

        if (!matters (self, self->ranked[pair[i]], question))
          continue;
        candidate.separation = measure_separation (self, self->ranked[pair[i]], question, half_wins, &gain);
        if (gain > 0)
          consider (best, &candidate);
      }
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && best[i].question >= 0; i++)
    best[i].knock_out = find_knock_out (self, self->ranked[best[i].offering], (guint) best[i].question);
}
