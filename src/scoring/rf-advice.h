// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-evaluation.h"

G_BEGIN_DECLS

/* A question and what settling it is worth, in points of its side's total. */
typedef struct
{
  guint question;
  double points;
} RfAdvice;

/* The three lists, each an array of RfAdvice with the most points first, then in the questionnaire's order;
 * entries worth nothing are left out. */
GArray *rf_advice_list_ask_first (const RfEvaluation *evaluation);
GArray *rf_advice_list_prove_first (const RfEvaluation *evaluation);
GArray *rf_advice_list_negotiate_first (const RfEvaluation *evaluation);

/**
 * RfShortestWay:
 * @band: the rating aimed at
 * @questions: (element-type guint): which questions, given their best option and tested by us, bring the
 *   upper end of the rating into the band; empty where not reachable
 * @minimal: whether no smaller set does
 * @reachable: whether any set does
 */
typedef struct
{
  RfRating band;
  GArray *questions;
  gboolean minimal;
  gboolean reachable;
} RfShortestWay;

RfShortestWay *rf_shortest_way_new (const RfEvaluation *evaluation,
                                    RfSide side,
                                    RfRating band);
void rf_shortest_way_free (RfShortestWay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfShortestWay, rf_shortest_way_free)

G_END_DECLS
