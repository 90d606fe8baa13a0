// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_RANGE_CELL (rf_range_cell_get_type ())
G_DECLARE_FINAL_TYPE (RfRangeCell, rf_range_cell, RF, RANGE_CELL, GtkWidget)

GtkWidget *rf_range_cell_new (void);
void rf_range_cell_show (RfRangeCell *self,
                         RfPortfolioItem *item);

G_END_DECLS
