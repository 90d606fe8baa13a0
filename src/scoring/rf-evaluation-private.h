// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-evaluation.h"
#include "rf-scoring-plan.h"
#include "rf-section-total.h"
#include "rf-step-queue.h"
#include "rf-tally.h"
#include "rf-truth.h"

G_BEGIN_DECLS

/* How many knock-outs of a side lift its rating, by the floor they lift it to. */
typedef struct
{
  guint violated[RF_N_RATINGS];
  guint not_cleared[RF_N_RATINGS];
} RfFloorCounts;

struct _RfEvaluation
{
  RfScoringPlan *plan; /* owned, shared with copies */
  RfDay as_of;
  RfTruth *context; /* owned: what is known of each of the plan's context terms */

  /* by question */
  RfAnswerValue *answers;
  RfTruth *applicability;
  RfStake *stakes;

  /* by section */
  RfTruth *section_truths;
  RfTally *section_tallies;
  RfSectionShare *shares; /* only where sections are weighted */
  guint8 *section_is_stale;
  GArray *stale_sections;

  /* by side: the one or the other, as sections are weighted or not */
  RfTally side_tallies[RF_N_SIDES];
  RfSectionTotal side_totals[RF_N_SIDES];
  RfOrderedSums *ordered;

  /* by knock-out */
  guint8 *knock_outs; /* an RfKnockOutResult each */
  guint8 *knock_out_is_stale;
  GArray *stale_knock_outs;
  RfFloorCounts floors[RF_N_SIDES];

  RfStepQueue *queue;
};

RfTruth rf_evaluation_judge (const RfEvaluation *self,
                             guint32 condition);
RfTruth rf_evaluation_judge_context (const RfConditionNode *node,
                                     const RfScoringContext *context);
RfKnockOutResult rf_evaluation_judge_knock_out (const RfEvaluation *self,
                                                guint knock_out);
void rf_evaluation_get_tally_figures (const RfEvaluation *self,
                                      const RfTally *tally,
                                      RfFigures *figures);

static inline gboolean
rf_evaluation_weighs_sections (const RfEvaluation *self)
{
  return self->plan->questionnaire->weighs_sections;
}

G_END_DECLS
