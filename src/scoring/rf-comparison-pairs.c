// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which of two offerings is better, certain before likely. */

#include "config.h"

#include "rf-comparison-private.h"

/* Up to so many, what would settle it is found for every pair, not only for neighbours in rank. */
#define FEW 6

typedef struct
{
  RfComparison *comparison;
  RfContest *contest;
  guint *ranked; /* of each offering, its place among the ranked entrants */
} Pairing;

static double
get_win_share (const RfContest *contest,
               guint a,
               guint b)
{
  const double *values_of_a = contest->values + (gsize) a * contest->draws;
  const double *values_of_b = contest->values + (gsize) b * contest->draws;
  guint wins = 0;
  guint losses = 0;

  for (guint i = 0; i < contest->draws; i++)
    {
      wins += values_of_a[i] < values_of_b[i];
      losses += values_of_a[i] > values_of_b[i];
    }
  return ((double) contest->draws + wins - losses) / (2.0 * contest->draws);
}

static RfComparisonVerdict
judge_pair (const Pairing *self,
            const RfComparedPair *pair)
{
  const RfComparedOffering *a = &self->comparison->offerings[pair->a];
  const RfComparedOffering *b = &self->comparison->offerings[pair->b];
  const RfEntrant *one = &self->contest->entrants[a->record];
  const RfEntrant *other = &self->contest->entrants[b->record];

  if (rf_contest_is_certainly_better (self->contest, one, other))
    return RF_COMPARISON_A_CERTAIN;
  if (rf_contest_is_certainly_better (self->contest, other, one))
    return RF_COMPARISON_B_CERTAIN;
  if (rf_contest_is_ahead (self->contest, one, other, a->unproven_high, b->low))
    return RF_COMPARISON_A_AHEAD;
  if (rf_contest_is_ahead (self->contest, other, one, b->unproven_high, a->low))
    return RF_COMPARISON_B_AHEAD;
  if (pair->win_share > 0.9)
    return RF_COMPARISON_A_LIKELY;
  return pair->win_share < 0.1 ? RF_COMPARISON_B_LIKELY : RF_COMPARISON_UNDECIDED;
}

static guint
first_pair_of (guint a,
               guint n)
{
  return a * (2 * n - a - 1) / 2;
}

static void
compare_with_those_behind (guint a,
                           gpointer data)
{
  const Pairing *self = data;
  RfComparison *comparison = self->comparison;
  RfComparedPair *pair = &comparison->pairs[first_pair_of (a, comparison->n_ranked)];

  for (guint b = a + 1; b < comparison->n_ranked; b++, pair++)
    {
      const RfComparedOffering *one = &comparison->offerings[a];
      const RfComparedOffering *other = &comparison->offerings[b];

      pair->a = a;
      pair->b = b;
      pair->win_share = get_win_share (self->contest, self->ranked[a], self->ranked[b]);
      pair->verdict = judge_pair (self, pair);
      pair->certain = pair->verdict == RF_COMPARISON_A_CERTAIN || pair->verdict == RF_COMPARISON_B_CERTAIN;
      pair->ahead_on_the_record = one->unproven_high < other->low || other->unproven_high < one->low;
      for (guint i = 0; i < RF_COMPARISON_N_SETTLING; i++)
        pair->settle[i] = (RfSettlingQuestion){ .question = -1, .knock_out = -1 };
      if (pair->certain || (b > a + 1 && comparison->n_ranked > FEW))
        continue;
      rf_contest_settle (self->contest, self->ranked[a], self->ranked[b], pair->settle);
      for (guint i = 0; i < RF_COMPARISON_N_SETTLING; i++)
        pair->settle[i].offering = pair->settle[i].offering == self->ranked[a] ? a : b;
    }
}

/**
 * rf_contest_compare_pairs:
 * @comparison: its offerings are in their final order, with their place among the entrants as @record, which
 *   becomes their place among the records given
 *
 * Says of every pair which is better, how sure that is, and what would settle it.
 */
gboolean
rf_contest_compare_pairs (RfContest *contest,
                          RfComparison *self,
                          GError **error)
{
  g_autofree guint *places = g_new0 (guint, contest->n_entrants);
  g_autofree guint *ranked = g_new0 (guint, contest->n_entrants);
  Pairing pairing = { self, contest, ranked };

  for (guint i = 0; i < contest->n_ranked; i++)
    places[contest->ranked[i] - contest->entrants] = i;
  for (guint i = 0; i < self->n_offerings; i++)
    ranked[i] = places[self->offerings[i].record];
  self->n_pairs = first_pair_of (self->n_ranked, self->n_ranked);
  self->pairs = g_new0 (RfComparedPair, self->n_pairs);
  if (!rf_contest_run (contest, self->n_ranked, compare_with_those_behind, &pairing, error))
    return FALSE;
  for (guint i = 0; i < self->n_offerings; i++)
    self->offerings[i].record = contest->entrants[self->offerings[i].record].record_index;
  return TRUE;
}
