// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The rows of lists that show the portfolio: GTK makes them, and knows neither what they say nor what they stand for. */
void rf_portfolio_row_set_item (GtkWidget *child,
                                RfPortfolioItem *item);
GtkWidget *rf_portfolio_row_find (GtkWidget *widget);
RfPortfolioItem *rf_portfolio_row_get_item (GtkWidget *row);

G_END_DECLS
