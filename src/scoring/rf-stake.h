// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer.h"
#include "rf-scoring-plan.h"

G_BEGIN_DECLS

/* The three means that are always kept. */
typedef enum
{
  RF_BOUND_LOW,
  RF_BOUND_HIGH,
  RF_BOUND_UNPROVEN_HIGH,
} RfBound;

#define RF_N_BOUNDS 3

/**
 * RfStake:
 * @weight: 0 where the question is not scored
 * @bounds: by #RfBound, in ten-thousandths of a point; where answered, the low one is the answer's risk
 * @credibility: percent, of an answer
 *
 * What a question brings into the sums, if it applies.
 */
typedef struct
{
  gint32 weight;
  gint32 bounds[RF_N_BOUNDS];
  guint8 state; /* an #RfAnswerState */
  guint8 credibility;
} RfStake;

RfStake rf_stake_of_answer (const RfScoringPlan *plan,
                            guint question,
                            const RfAnswerValue *answer,
                            RfDay as_of);
RfNumber rf_age_in_days (gint64 day,
                         RfDay as_of);

G_END_DECLS
