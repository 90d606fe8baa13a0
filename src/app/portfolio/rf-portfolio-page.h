// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_PORTFOLIO_PAGE (rf_portfolio_page_get_type ())
G_DECLARE_FINAL_TYPE (RfPortfolioPage, rf_portfolio_page, RF, PORTFOLIO_PAGE, GtkWidget)

void rf_portfolio_page_follow (RfPortfolioPage *self,
                               RfWorkspaceClient *client);

G_END_DECLS
