// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decision-matrix.h"

G_DEFINE_BOXED_TYPE (RfDecisionMatrix, rf_decision_matrix, rf_decision_matrix_ref, rf_decision_matrix_unref)

static void
row_free (gpointer data)
{
  RfMatrixRow *self = data;

  rf_portfolio_summary_unref (self->summary);
  g_free (self->residuals);
  g_free (self->verdicts);
  g_free (self);
}

/**
 * rf_decision_matrix_new:
 * @use_cases: (transfer none) (element-type RfUseCase): not changed any more
 *
 * Makes one without an offering; it is filled before it is shared.
 */
RfDecisionMatrix *
rf_decision_matrix_new (RfDay today,
                        GPtrArray *use_cases)
{
  RfDecisionMatrix *self = g_atomic_rc_box_new0 (RfDecisionMatrix);

  self->today = today;
  self->use_cases = g_ptr_array_ref (use_cases);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

/**
 * rf_decision_matrix_add:
 * @summary: (transfer full)
 * @residuals: (transfer full) (array): for each use case
 * @verdicts: (transfer full) (array): for each use case
 */
void
rf_decision_matrix_add (RfDecisionMatrix *self,
                        RfPortfolioSummary *summary,
                        RfResidual *residuals,
                        RfMatrixVerdicts *verdicts)
{
  RfMatrixRow *row = g_new0 (RfMatrixRow, 1);

  row->summary = summary;
  row->residuals = residuals;
  row->verdicts = verdicts;
  g_ptr_array_add (self->rows, row);
}

RfDecisionMatrix *
rf_decision_matrix_ref (RfDecisionMatrix *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RfDecisionMatrix *self = data;

  g_ptr_array_unref (self->use_cases);
  g_ptr_array_unref (self->rows);
}

void
rf_decision_matrix_unref (RfDecisionMatrix *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

const RfMatrixRow *
rf_decision_matrix_get_row (const RfDecisionMatrix *self,
                            guint row)
{
  return g_ptr_array_index (self->rows, row);
}

RfUseCase *
rf_decision_matrix_get_use_case (const RfDecisionMatrix *self,
                                 guint column)
{
  return g_ptr_array_index (self->use_cases, column);
}

/**
 * rf_decision_matrix_count_open:
 *
 * Returns: for how many pairs of an offering and a use case a decision is needed, expired acceptances included
 */
guint
rf_decision_matrix_count_open (const RfDecisionMatrix *self)
{
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const RfPortfolioSummary *summary = rf_decision_matrix_get_row (self, i)->summary;

      n += summary->assessment ? summary->n_undecided + summary->n_expired_decisions : 0;
    }
  return n;
}
