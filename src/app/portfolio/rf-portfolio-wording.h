// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-column.h"

G_BEGIN_DECLS

/* How much a line asks to be looked at, in ascending order. */
typedef enum
{
  RF_TONE_DIM,
  RF_TONE_NORMAL,
  RF_TONE_WARNING,
  RF_TONE_ERROR,
} RfTone;

#define RF_PORTFOLIO_MOST_LINES 2

/**
 * RfPortfolioWords:
 * @lines: %NULL from where there is nothing more to say
 * @all: (nullable): everything, where @lines leave something out
 *
 * What a column says of an offering.
 */
typedef struct
{
  char *lines[RF_PORTFOLIO_MOST_LINES];
  RfTone tones[RF_PORTFOLIO_MOST_LINES];
  char *all;
} RfPortfolioWords;

void rf_portfolio_words_init (RfPortfolioWords *self,
                              RfPortfolioColumn column,
                              RfPortfolioItem *item);
void rf_portfolio_words_init_named (RfPortfolioWords *self,
                                    RfPortfolioColumn column,
                                    RfPortfolioItem *item);
void rf_portfolio_words_clear (RfPortfolioWords *self);
const char *rf_tone_get_css_class (RfTone self);

gboolean rf_portfolio_shows_side (const RfPortfolioSummary *summary,
                                  RfSide side);
char *rf_portfolio_dup_phrase (RfPortfolioColumn column,
                               RfPortfolioItem *item,
                               RfTone *tone);
char *rf_portfolio_dup_sentence (RfPortfolioItem *item);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfPortfolioWords, rf_portfolio_words_clear)

G_END_DECLS
