// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-decision-matrix.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_TYPE_MATRIX_ITEM (rf_matrix_item_get_type ())
/**
 * RfMatrixItem:
 *
 * A row of the matrix, which stays the same while what it shows changes, so that nothing moves under a person's
 * hands.
 */
G_DECLARE_FINAL_TYPE (RfMatrixItem, rf_matrix_item, RF, MATRIX_ITEM, GObject)

RfMatrixItem *rf_matrix_item_new (RfDecisionMatrix *matrix,
                                  guint row,
                                  RfRating acceptable);
void rf_matrix_item_update (RfMatrixItem *self,
                            RfDecisionMatrix *matrix,
                            guint row,
                            RfRating acceptable);
RfDecisionMatrix *rf_matrix_item_get_matrix (RfMatrixItem *self);
const RfMatrixRow *rf_matrix_item_get_row (RfMatrixItem *self);
const RfUseCaseStanding *rf_matrix_item_find_standing (RfMatrixItem *self,
                                                       guint column);
RfFitVerdict rf_matrix_item_get_verdict (RfMatrixItem *self,
                                         guint column);

G_END_DECLS
