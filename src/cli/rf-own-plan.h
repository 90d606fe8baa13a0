// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-net-score.h"

G_BEGIN_DECLS

/**
 * RfOwnPlan:
 * @has_score: whether any offering has an intention
 * @score: the portfolio's Net Score in percent, where @has_score
 * @n_set: how many offerings have an intention
 * @n_offerings: how many there are
 *
 * What the company itself means to spend, over its portfolio.
 */
typedef struct
{
  gboolean has_score;
  RfNumber score;
  guint n_set;
  guint n_offerings;
} RfOwnPlan;

void rf_own_plan_count (GPtrArray *offerings,
                        RfOwnPlan *plan);
char *rf_own_plan_to_text (const RfOwnPlan *self);

G_END_DECLS
