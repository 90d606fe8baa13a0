// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_PORTFOLIO_TABLE (rf_portfolio_table_get_type ())
G_DECLARE_FINAL_TYPE (RfPortfolioTable, rf_portfolio_table, RF, PORTFOLIO_TABLE, GtkWidget)

GtkSorter *rf_portfolio_table_get_sorter (RfPortfolioTable *self);
void rf_portfolio_table_set_model (RfPortfolioTable *self,
                                   GListModel *items);
char *rf_portfolio_table_dup_sort_order (RfPortfolioTable *self);
void rf_portfolio_table_sort_by (RfPortfolioTable *self,
                                 const char *sort_order);

G_END_DECLS
