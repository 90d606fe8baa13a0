// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-column.h"

#include <math.h>
#include <string.h>

static const char *const nicks[RF_N_PORTFOLIO_COLUMNS] = {
  "offering", "provider", "risk", "rating", "coverage", "knock-outs", "status", "decisions", "evidence", "review"
};

const char *
rf_portfolio_column_get_nick (RfPortfolioColumn self)
{
  g_return_val_if_fail (self < RF_N_PORTFOLIO_COLUMNS, NULL);
  return nicks[self];
}

gboolean
rf_portfolio_column_from_nick (const char *nick,
                               RfPortfolioColumn *column)
{
  for (guint i = 0; i < RF_N_PORTFOLIO_COLUMNS; i++)
    if (g_str_equal (nicks[i], nick))
      {
        *column = i;
        return TRUE;
      }
  return FALSE;
}

static int
compare_numbers (double a,
                 double b)
{
  return (a > b) - (a < b);
}

static gboolean
is_assessed (const RfPortfolioSummary *summary,
             RfSide side)
{
  return summary->score != NULL && summary->score->sides[side].state != RF_NOT_ASSESSED;
}

/* What nobody has assessed may be the worst of all, so it is ordered beyond the greatest risk. */
static int
compare_risk (const RfPortfolioSummary *a,
              const RfPortfolioSummary *b)
{
  const RfFigures unknown = { .low = HUGE_VAL, .unproven_high = HUGE_VAL };
  int order = 0;

  for (RfSide side = 0; order == 0 && side < RF_N_SIDES; side++)
    {
      const RfFigures *of_a = is_assessed (a, side) ? &a->score->sides[side].figures : &unknown;
      const RfFigures *of_b = is_assessed (b, side) ? &b->score->sides[side].figures : &unknown;

      order = compare_numbers (of_a->unproven_high, of_b->unproven_high);
      if (order == 0)
        order = compare_numbers (of_a->low, of_b->low);
    }
  return order;
}

static int
get_rating (const RfPortfolioSummary *summary)
{
  const RfSideScore *side = summary->score != NULL ? &summary->score->sides[RF_SIDE_PROVIDER] : NULL;

  if (!is_assessed (summary, RF_SIDE_PROVIDER))
    return RF_N_RATINGS * RF_N_RATINGS;
  return (int) side->rating_high * RF_N_RATINGS + (int) side->rating_low;
}

static double
get_coverage (const RfPortfolioSummary *summary)
{
  return is_assessed (summary, RF_SIDE_PROVIDER) ? summary->score->sides[RF_SIDE_PROVIDER].figures.coverage : -1;
}

static int
compare_knock_outs (const RfPortfolioSummary *a,
                    const RfPortfolioSummary *b)
{
  int order = compare_numbers (a->n_violated[RF_SIDE_PROVIDER] + a->n_violated[RF_SIDE_CUSTOMER], b->n_violated[RF_SIDE_PROVIDER] + b->n_violated[RF_SIDE_CUSTOMER]);

  return order != 0 ? order : compare_numbers (a->n_not_cleared[RF_SIDE_PROVIDER] + a->n_not_cleared[RF_SIDE_CUSTOMER], b->n_not_cleared[RF_SIDE_PROVIDER] + b->n_not_cleared[RF_SIDE_CUSTOMER]);
}

static int
get_status (const RfPortfolioSummary *summary)
{
  return summary->assessment != NULL ? (int) summary->assessment->status : -1;
}

/* What is to be decided again is what a person looks for first, then what never was decided. */
static int
compare_decisions (const RfPortfolioSummary *a,
                   const RfPortfolioSummary *b)
{
  int order = compare_numbers (b->n_expired_decisions, a->n_expired_decisions);

  return order != 0 ? order : compare_numbers (b->n_undecided, a->n_undecided);
}

static double
get_day (RfDay day)
{
  return day == RF_DAY_NONE ? HUGE_VAL : day;
}

static int
compare_evidence (const RfPortfolioSummary *a,
                  const RfPortfolioSummary *b)
{
  int order = compare_numbers (b->n_expired_evidence, a->n_expired_evidence);

  return order != 0 ? order : compare_numbers (get_day (a->next_expiry), get_day (b->next_expiry));
}

static double
get_review (const RfPortfolioSummary *summary)
{
  return get_day (summary->assessment != NULL ? summary->assessment->next_review : RF_DAY_NONE);
}

/**
 * rf_portfolio_column_compare:
 *
 * Orders two offerings by a column: by name, from the least risk, coverage and number to the greatest, from the soonest
 * day to the latest. Decisions and evidence begin with what has expired. Offerings that are alike in it are equal.
 *
 * Returns: less than, equal to or greater than 0
 */
int
rf_portfolio_column_compare (RfPortfolioColumn self,
                             RfPortfolioItem *a,
                             RfPortfolioItem *b)
{
  const RfPortfolioSummary *of_a = rf_portfolio_item_get_summary (a);
  const RfPortfolioSummary *of_b = rf_portfolio_item_get_summary (b);

  switch (self)
    {
    case RF_PORTFOLIO_OFFERING:
      return strcmp (rf_portfolio_item_get_name_key (a), rf_portfolio_item_get_name_key (b));
    case RF_PORTFOLIO_PROVIDER:
      return strcmp (rf_portfolio_item_get_provider_key (a), rf_portfolio_item_get_provider_key (b));
    case RF_PORTFOLIO_RISK:
      return compare_risk (of_a, of_b);
    case RF_PORTFOLIO_RATING:
      return compare_numbers (get_rating (of_a), get_rating (of_b));
    case RF_PORTFOLIO_COVERAGE:
      return compare_numbers (get_coverage (of_a), get_coverage (of_b));
    case RF_PORTFOLIO_KNOCK_OUTS:
      return compare_knock_outs (of_a, of_b);
    case RF_PORTFOLIO_STATUS:
      return compare_numbers (get_status (of_a), get_status (of_b));
    case RF_PORTFOLIO_DECISIONS:
      return compare_decisions (of_a, of_b);
    case RF_PORTFOLIO_EVIDENCE:
      return compare_evidence (of_a, of_b);
    case RF_PORTFOLIO_REVIEW:
      return compare_numbers (get_review (of_a), get_review (of_b));
    default:
      g_return_val_if_reached (0);
    }
}
