// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-tally.h"

static void
add_certain (RfTally *self,
             const RfStake *stake,
             gint64 weight)
{
  self->certain_weight += weight;
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    self->certain[i] += weight * stake->bounds[i];
}

static void
add_undetermined (RfTally *self,
                  RfOrderedSums *ordered,
                  const RfStake *stake,
                  gint64 weight)
{
  self->undetermined_weight += weight;
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    rf_ordered_sums_add (ordered, &self->undetermined[i], stake->bounds[i], weight);
}

/**
 * rf_tally_add:
 * @certain: whether the question is certain to apply; otherwise it may apply
 * @times: 1, or -1 to take out what was added before
 */
void
rf_tally_add (RfTally *self,
              RfOrderedSums *ordered,
              const RfStake *stake,
              gboolean certain,
              int times)
{
  gint64 weight = (gint64) stake->weight * times;

  if (weight == 0)
    return;
  if (stake->state == RF_ANSWER_NOT_APPLICABLE)
    {
      self->set_aside_weight += weight;
      return;
    }
  if (certain)
    add_certain (self, stake, weight);
  else
    add_undetermined (self, ordered, stake, weight);
  if (stake->state == RF_ANSWER_ANSWERED)
    {
      self->answered_weight += weight;
      self->answered_risk += weight * stake->bounds[RF_BOUND_LOW];
      self->answered_credibility += weight * stake->credibility;
    }
  if (stake->state == RF_ANSWER_ANSWERED || stake->state == RF_ANSWER_REFUSED)
    self->settled_weight += weight;
}

/**
 * rf_tally_get_mean:
 * @sum: (out): of weight times risk in ten-thousandths of a point
 * @weight: (out): 0 where nothing applies or may apply
 *
 * The section rule: sum of w * lo over sum of w (w * hi for the upper ends) over the questions that apply. A
 * question that may apply enters the lower mean only where its lo is below the mean reached without it, and an
 * upper mean only where its hi is above it; lowest lo (highest hi) first, up to the first that no longer
 * helps. Where nothing is certain to apply, the first enters unasked.
 */
void
rf_tally_get_mean (const RfTally *self,
                   const RfOrderedSums *ordered,
                   RfBound bound,
                   gint64 *sum,
                   gint64 *weight)
{
  *sum = self->certain[bound];
  *weight = self->certain_weight;
  if (bound == RF_BOUND_LOW)
    rf_ordered_sums_lower_mean (ordered, self->undetermined[bound], sum, weight);
  else
    rf_ordered_sums_raise_mean (ordered, self->undetermined[bound], sum, weight);
}
