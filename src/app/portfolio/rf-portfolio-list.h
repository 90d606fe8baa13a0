// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_PORTFOLIO_LIST (rf_portfolio_list_get_type ())
G_DECLARE_FINAL_TYPE (RfPortfolioList, rf_portfolio_list, RF, PORTFOLIO_LIST, GtkWidget)

void rf_portfolio_list_set_model (RfPortfolioList *self,
                                  GListModel *items);

G_END_DECLS
