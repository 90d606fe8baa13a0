// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-ordered-sums.h"
#include "rf-stake.h"

G_BEGIN_DECLS

/**
 * RfTally:
 * @certain_weight: of the questions certain to apply
 * @certain: their sums of weight times bound
 * @undetermined_weight: of the questions that may apply
 * @undetermined: their bounds in order, by #RfBound
 * @settled_weight: of the answered or refused among both
 * @answered_weight: of the answered among both, and their sums of weight times risk and credibility
 * @set_aside_weight: of what would apply or may apply, were it not set aside as not applicable
 *
 * The sums of a section, or of a side whose sections have no weight.
 */
typedef struct
{
  gint64 certain_weight;
  gint64 certain[RF_N_BOUNDS];
  gint64 undetermined_weight;
  RfOrderedSet undetermined[RF_N_BOUNDS];
  gint64 settled_weight;
  gint64 answered_weight;
  gint64 answered_risk;
  gint64 answered_credibility;
  gint64 set_aside_weight;
} RfTally;

void rf_tally_add (RfTally *self,
                   RfOrderedSums *ordered,
                   const RfStake *stake,
                   gboolean certain,
                   int times);
void rf_tally_get_mean (const RfTally *self,
                        const RfOrderedSums *ordered,
                        RfBound bound,
                        gint64 *sum,
                        gint64 *weight);

static inline gint64
rf_tally_get_weight (const RfTally *self)
{
  return self->certain_weight + self->undetermined_weight;
}

G_END_DECLS
