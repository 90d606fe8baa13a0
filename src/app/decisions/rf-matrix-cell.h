// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-matrix-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_MATRIX_CELL (rf_matrix_cell_get_type ())
G_DECLARE_FINAL_TYPE (RfMatrixCell, rf_matrix_cell, RF, MATRIX_CELL, GtkButton)

void rf_matrix_cell_bind (RfMatrixCell *self,
                          RfMatrixItem *item,
                          guint position,
                          guint column);
void rf_matrix_cell_unbind (RfMatrixCell *self);
RfMatrixItem *rf_matrix_cell_get_item (RfMatrixCell *self);
guint rf_matrix_cell_get_position (RfMatrixCell *self);
guint rf_matrix_cell_get_column (RfMatrixCell *self);

G_END_DECLS
