// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score.h"
#include "rf-language.h"

#include <math.h>

/* Figures are quotients in doubles: what lies this close to a step is on it. */
#define TOLERANCE 1e-9

static gboolean
crosses_limit (double figure,
               double rounded,
               const RfRatingBands *bands)
{
  for (guint i = 1; i < RF_N_RATINGS; i++)
    if ((figure + TOLERANCE >= bands->from[i]) != (rounded + TOLERANCE >= bands->from[i]))
      return TRUE;
  return FALSE;
}

static char *
format_tenths (double tenths)
{
  int n = (int) tenths;
  g_autofree char *number = g_strdup_printf ("%d.%d", n / 10, n % 10);

  return rf_language_dup_number (number);
}

/**
 * rf_format_low:
 * @figure: 0-100, not NaN
 *
 * Rounds down to whole points: the limits of bands are whole points too, so this never leaves the band.
 */
char *
rf_format_low (double figure,
               const RfRatingBands *bands)
{
  double whole = floor (figure + TOLERANCE);

  g_return_val_if_fail (!isnan (figure), NULL);
  if (crosses_limit (figure, whole, bands))
    return format_tenths (floor (figure * 10 + TOLERANCE));
  return g_strdup_printf ("%d", (int) whole);
}

/**
 * rf_format_high:
 * @figure: 0-100, not NaN
 *
 * Rounds up to whole points; to tenths where that would reach the next band's limit. Where even the next tenth
 * would, as for 39.97 below a limit of 40, the last tenth of its own band is shown: a printed figure never
 * contradicts the rating beside it.
 */
char *
rf_format_high (double figure,
                const RfRatingBands *bands)
{
  double whole = ceil (figure - TOLERANCE);
  double tenths = ceil (figure * 10 - TOLERANCE);

  g_return_val_if_fail (!isnan (figure), NULL);
  if (!crosses_limit (figure, whole, bands))
    return g_strdup_printf ("%d", (int) whole);
  if (crosses_limit (figure, tenths / 10, bands))
    tenths--;
  return format_tenths (tenths);
}

/**
 * rf_format_points:
 *
 * Rounds a difference of points to tenths.
 */
char *
rf_format_points (double points)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (number, sizeof number, "%.1f", points);
  return rf_language_dup_number (number);
}

/**
 * rf_format_percent:
 * @figure: 0-100, not NaN
 *
 * Rounds to whole percent, but says 100 only of all and 0 only of nothing.
 */
char *
rf_format_percent (double figure)
{
  int whole;

  g_return_val_if_fail (!isnan (figure), NULL);
  whole = (int) floor (figure + 0.5);
  if (whole == 100 && figure < 100)
    whole = 99;
  if (whole == 0 && figure > 0)
    whole = 1;
  /* translators: a percentage, such as 60 % */
  return g_strdup_printf (_ ("%d %%"), whole);
}

/**
 * rf_score_dup_rating:
 *
 * Returns: (transfer full): "low", "low to high" or "not assessed"
 */
char *
rf_score_dup_rating (const RfSideScore *score)
{
  if (score->state == RF_NOT_ASSESSED)
    return g_strdup (_ ("not assessed"));
  if (score->rating_low == score->rating_high)
    return g_strdup (rf_rating_get_label (score->rating_low));
  /* translators: a range of ratings, such as "low to high" */
  return g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (score->rating_low),
                          rf_rating_get_label (score->rating_high));
}

/**
 * rf_score_dup_range:
 *
 * Returns: (transfer full): "12 to 38, unproven up to 56"
 */
char *
rf_score_dup_range (const RfFigures *figures,
                    const RfRatingBands *bands)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *unproven = NULL;

  if (isnan (figures->low))
    return g_strdup (_ ("not assessed"));
  low = rf_format_low (figures->low, bands);
  high = rf_format_high (figures->high, bands);
  unproven = rf_format_high (figures->unproven_high, bands);
  if (g_str_equal (high, unproven))
    return g_strdup_printf (_ ("%s to %s"), low, high);
  return g_strdup_printf (_ ("%s to %s, unproven up to %s"), low, high, unproven);
}
