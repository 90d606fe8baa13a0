// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-decision-matrix.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_MATRIX_VIEW (rf_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (RfMatrixView, rf_matrix_view, RF, MATRIX_VIEW, GtkWidget)

void rf_matrix_view_show (RfMatrixView *self,
                          RfDecisionMatrix *matrix,
                          RfRating acceptable);
gboolean rf_matrix_view_focus_cell (RfMatrixView *self,
                                    guint position,
                                    guint column);

G_END_DECLS
