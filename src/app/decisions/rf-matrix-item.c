// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-matrix-item.h"

struct _RfMatrixItem
{
  GObject parent_instance;

  RfDecisionMatrix *matrix; /* owned */
  guint row;
  RfRating acceptable;
};

G_DEFINE_FINAL_TYPE (RfMatrixItem, rf_matrix_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
rf_matrix_item_finalize (GObject *object)
{
  rf_decision_matrix_unref (RF_MATRIX_ITEM (object)->matrix);
  G_OBJECT_CLASS (rf_matrix_item_parent_class)->finalize (object);
}

static void
rf_matrix_item_class_init (RfMatrixItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_matrix_item_finalize;
  /**
   * RfMatrixItem::changed:
   *
   * It shows something else now.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_matrix_item_init (RfMatrixItem *self)
{
}

RfMatrixItem *
rf_matrix_item_new (RfDecisionMatrix *matrix,
                    guint row,
                    RfRating acceptable)
{
  RfMatrixItem *self = g_object_new (RF_TYPE_MATRIX_ITEM, NULL);

  self->matrix = rf_decision_matrix_ref (matrix);
  self->row = row;
  self->acceptable = acceptable;
  return self;
}

void
rf_matrix_item_update (RfMatrixItem *self,
                       RfDecisionMatrix *matrix,
                       guint row,
                       RfRating acceptable)
{
  rf_decision_matrix_unref (self->matrix);
  self->matrix = rf_decision_matrix_ref (matrix);
  self->row = row;
  self->acceptable = acceptable;
  g_signal_emit (self, signals[CHANGED], 0);
}

RfDecisionMatrix *
rf_matrix_item_get_matrix (RfMatrixItem *self)
{
  return self->matrix;
}

const RfMatrixRow *
rf_matrix_item_get_row (RfMatrixItem *self)
{
  return rf_decision_matrix_get_row (self->matrix, self->row);
}

/**
 * rf_matrix_item_find_standing:
 * @column: the index of a use case
 *
 * Returns: (nullable): where the offering stands for it; %NULL where it was never assessed
 */
const RfUseCaseStanding *
rf_matrix_item_find_standing (RfMatrixItem *self,
                              guint column)
{
  return rf_portfolio_summary_find_use_case (rf_matrix_item_get_row (self)->summary, rf_decision_matrix_get_use_case (self->matrix, column)->id);
}

/**
 * rf_matrix_item_get_verdict:
 * @column: the index of a use case
 *
 * Returns: whether the offering is fit for it, with what is acceptable
 */
RfFitVerdict
rf_matrix_item_get_verdict (RfMatrixItem *self,
                            guint column)
{
  return rf_matrix_item_get_row (self)->verdicts[column].at_most[self->acceptable];
}
