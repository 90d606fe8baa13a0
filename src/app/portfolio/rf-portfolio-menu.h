// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with an offering of the portfolio. */
GMenuModel *rf_portfolio_menu_new (RfPortfolioItem *item);
GtkWidget *rf_portfolio_menu_button_new (void);

G_END_DECLS
