// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-summary.h"

G_BEGIN_DECLS

#define RF_TYPE_PORTFOLIO_ITEM (rf_portfolio_item_get_type ())
G_DECLARE_FINAL_TYPE (RfPortfolioItem, rf_portfolio_item, RF, PORTFOLIO_ITEM, GObject)

RfPortfolioItem *rf_portfolio_item_new (RfPortfolioSummary *summary);
void rf_portfolio_item_set_summary (RfPortfolioItem *self,
                                    RfPortfolioSummary *summary);
const RfPortfolioSummary *rf_portfolio_item_get_summary (RfPortfolioItem *self);
const char *rf_portfolio_item_get_id (RfPortfolioItem *self);
const char *rf_portfolio_item_get_name (RfPortfolioItem *self);
const char *rf_portfolio_item_get_provider (RfPortfolioItem *self);
const char *rf_portfolio_item_get_name_key (RfPortfolioItem *self);
const char *rf_portfolio_item_get_provider_key (RfPortfolioItem *self);
gboolean rf_portfolio_item_matches (RfPortfolioItem *self,
                                    char *const *words);
char **rf_portfolio_item_split_search (const char *text);

G_END_DECLS
