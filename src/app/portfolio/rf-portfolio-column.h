// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-item.h"

G_BEGIN_DECLS

/* What the portfolio says of each offering, in the order in which it is shown. */
typedef enum
{
  RF_PORTFOLIO_OFFERING,
  RF_PORTFOLIO_PROVIDER,
  RF_PORTFOLIO_RISK,
  RF_PORTFOLIO_RATING,
  RF_PORTFOLIO_COVERAGE,
  RF_PORTFOLIO_KNOCK_OUTS,
  RF_PORTFOLIO_STATUS,
  RF_PORTFOLIO_DECISIONS,
  RF_PORTFOLIO_EVIDENCE,
  RF_PORTFOLIO_REVIEW,
} RfPortfolioColumn;

#define RF_N_PORTFOLIO_COLUMNS 10

const char *rf_portfolio_column_get_nick (RfPortfolioColumn self);
gboolean rf_portfolio_column_from_nick (const char *nick,
                                        RfPortfolioColumn *column);
int rf_portfolio_column_compare (RfPortfolioColumn self,
                                 RfPortfolioItem *a,
                                 RfPortfolioItem *b);

G_END_DECLS
