// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-wording.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_PORTFOLIO_CELL (rf_portfolio_cell_get_type ())
G_DECLARE_FINAL_TYPE (RfPortfolioCell, rf_portfolio_cell, RF, PORTFOLIO_CELL, GtkWidget)

GtkWidget *rf_portfolio_cell_new (RfPortfolioColumn column);
RfPortfolioColumn rf_portfolio_cell_get_column (RfPortfolioCell *self);
void rf_portfolio_cell_show (RfPortfolioCell *self,
                             RfPortfolioItem *item);
void rf_portfolio_cell_show_named (RfPortfolioCell *self,
                                   RfPortfolioItem *item);

G_END_DECLS
