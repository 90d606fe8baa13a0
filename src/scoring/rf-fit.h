// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An offering is fit for a use case where the upper end of the residual risk is at most this, unless another level
 * is asked for. */
#define RF_FIT_DEFAULT_ACCEPTABLE RF_RATING_LOW

/**
 * RfFitVerdict:
 * @RF_FIT: the upper end of the residual risk is acceptable, and no side is provisional
 * @RF_FIT_OPEN: neither: the answers and proofs that are missing decide
 * @RF_FIT_UNFIT: even the lower end is not acceptable
 * @RF_FIT_NOT_KNOWN: the exposure of the use case is not known, or neither side is assessed
 *
 * Knock-outs count through the rating that they lift.
 */
typedef enum
{
  RF_FIT,
  RF_FIT_OPEN,
  RF_FIT_UNFIT,
  RF_FIT_NOT_KNOWN,
} RfFitVerdict;

/**
 * RfFitWay:
 * @questions: (element-type guint): which questions, given their best answer and tested by us, make it fit; those
 *   that knock-outs ask about first, then in the order of the questionnaire; empty where not reachable or fit already
 * @n_for_knock_outs: how many of them, at the front, stand behind a knock-out that is violated or not cleared
 * @reachable: whether any set does
 * @minimal: whether no smaller set does, as far as is known
 */
typedef struct
{
  GArray *questions;
  guint n_for_knock_outs;
  gboolean reachable;
  gboolean minimal;
} RfFitWay;

/**
 * RfFitCell:
 * @use_case: as the offering's record has it
 * @score: of the offering under the use case
 * @is_provisional: whether a side is provisional: its upper end is not to be relied on
 * @violated: (element-type guint): knock-outs of both sides, as the next
 * @decision: (nullable): what the record says was decided
 * @is_expired: whether the acceptance of @decision no longer stands on the day of the findings
 * @way: (nullable): %NULL where it was not asked for, or where it is not known what fit would mean
 *
 * One offering for one use case.
 */
typedef struct
{
  RfUseCase *use_case; /* owned */
  RfScore *score;      /* owned */
  RfResidual residual;
  RfFitVerdict verdict;
  gboolean is_provisional;
  GArray *violated;
  GArray *not_cleared;
  RfDecision *decision; /* owned */
  gboolean is_expired;
  RfFitWay *way; /* owned */
} RfFitCell;

#define RF_TYPE_FIT (rf_fit_get_type ())

/**
 * RfFit:
 * @offerings: (element-type RfFindings): the rows, in the order given
 * @use_cases: (element-type RfUseCase): the columns, in the order in which the records name them
 * @acceptable: the greatest residual risk that is fit
 * @cells: (array): row by row; see rf_fit_get_cell()
 *
 * Which offering is fit for which use case. Immutable, atomically counted.
 */
typedef struct
{
  GPtrArray *offerings;
  GPtrArray *use_cases;
  RfRating acceptable;
  RfFitCell *cells;
  guint n_cells;
} RfFit;

GType rf_fit_get_type (void);
RfFit *rf_fit_new (GPtrArray *findings,
                   RfRating acceptable,
                   gboolean with_ways,
                   GCancellable *cancellable,
                   GError **error);
RfFit *rf_fit_ref (RfFit *self);
void rf_fit_unref (RfFit *self);
const RfFitCell *rf_fit_get_cell (const RfFit *self,
                                  guint offering,
                                  guint use_case);

RfFitVerdict rf_fit_judge (const RfScore *score,
                           const RfResidual *residual,
                           RfRating acceptable);
gboolean rf_fit_find_needed_rating (RfRating exposure,
                                    RfRating acceptable,
                                    RfRating *rating);
RfFitWay *rf_fit_way_new (const RfEvaluation *evaluation,
                          const RfUseCase *use_case,
                          RfRating acceptable);
void rf_fit_way_free (RfFitWay *self);

/* ---- the same words everywhere ---- */

const char *rf_fit_verdict_get_nick (RfFitVerdict self);
const char *rf_fit_verdict_get_label (RfFitVerdict self);
char *rf_fit_dup_rule (RfRating acceptable);
char *rf_fit_dup_residual (const RfResidual *residual);
char *rf_fit_cell_dup_residual (const RfFitCell *self);
char *rf_fit_cell_dup_reason (const RfFitCell *self,
                              RfRating acceptable);
char *rf_fit_cell_dup_knock_out (const RfFitCell *self,
                                 const RfQuestionnaire *questionnaire,
                                 guint knock_out);
char *rf_fit_cell_dup_decision (const RfFitCell *self);
char *rf_fit_cell_dup_way (const RfFitCell *self,
                           const RfQuestionnaire *questionnaire);
RfAction *rf_fit_dup_step (const RfQuestionnaire *questionnaire,
                           guint question);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfFit, rf_fit_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfFitWay, rf_fit_way_free)

G_END_DECLS
