// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"
#include "rf-portfolio-summary.h"

G_BEGIN_DECLS

/* Whether an offering is fit, by the residual risk that is acceptable at most. */
typedef struct
{
  RfFitVerdict at_most[RF_N_RATINGS];
} RfMatrixVerdicts;

/**
 * RfMatrixRow:
 * @summary: where the offering stands
 * @residuals: (array): by the index of the use case; none of them known where nothing was assessed
 * @verdicts: (array): the same, each for every level that may be acceptable
 *
 * One offering, for every use case.
 */
typedef struct
{
  RfPortfolioSummary *summary; /* owned */
  RfResidual *residuals;       /* owned */
  RfMatrixVerdicts *verdicts;  /* owned */
} RfMatrixRow;

#define RF_TYPE_DECISION_MATRIX (rf_decision_matrix_get_type ())

/**
 * RfDecisionMatrix:
 * @today: the day for which it is said what has expired
 * @use_cases: (element-type RfUseCase): by name
 * @rows: (element-type RfMatrixRow): by the name of the offering
 *
 * Offerings by use cases: the residual risk of each, and what was decided. Immutable, atomically counted.
 */
typedef struct
{
  RfDay today;
  GPtrArray *use_cases; /* owned */
  GPtrArray *rows;      /* owned */
} RfDecisionMatrix;

GType rf_decision_matrix_get_type (void);
RfDecisionMatrix *rf_decision_matrix_new (RfDay today,
                                          GPtrArray *use_cases);
void rf_decision_matrix_add (RfDecisionMatrix *self,
                             RfPortfolioSummary *summary,
                             RfResidual *residuals,
                             RfMatrixVerdicts *verdicts);
RfDecisionMatrix *rf_decision_matrix_ref (RfDecisionMatrix *self);
void rf_decision_matrix_unref (RfDecisionMatrix *self);

const RfMatrixRow *rf_decision_matrix_get_row (const RfDecisionMatrix *self,
                                               guint row);
RfUseCase *rf_decision_matrix_get_use_case (const RfDecisionMatrix *self,
                                            guint column);
guint rf_decision_matrix_count_open (const RfDecisionMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfDecisionMatrix, rf_decision_matrix_unref)

G_END_DECLS
