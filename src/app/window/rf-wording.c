// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-wording.h"

#include <glib/gi18n.h>
#include <math.h>

/**
 * rf_wording_dup_capitalized:
 *
 * Returns: (transfer full): words of the engine as they stand at the beginning of a line
 */
char *
rf_wording_dup_capitalized (const char *words)
{
  g_autofree char *first = g_utf8_substring (words, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, *words ? g_utf8_next_char (words) : "", NULL);
}

/**
 * rf_wording_get_side:
 *
 * Gives the heading of a side's result.
 */
const char *
rf_wording_get_side (RfSide side)
{
  return side == RF_SIDE_PROVIDER ? _ ("Provider") : _ ("Own side");
}

/**
 * rf_wording_dup_range:
 *
 * Returns: (transfer full): "12 – 34", the upper end with every claim doubted
 */
char *
rf_wording_dup_range (const RfFigures *figures,
                      const RfRatingBands *bands)
{
  g_autofree char *low = rf_format_low (figures->low, bands);
  g_autofree char *high = rf_format_high (figures->unproven_high, bands);

  if (g_str_equal (low, high))
    return g_steal_pointer (&low);
  /* Translators: a range of risk, from low to high */
  return g_strdup_printf (_ ("%s – %s"), low, high);
}

/* The rating as it stands: one level, or from one to another. */
static char *
dup_levels (const RfSideScore *score)
{
  if (score->rating_low == score->rating_high)
    return g_strdup (rf_rating_get_label (score->rating_low));
  /* Translators: a range of ratings, such as "low to high" */
  return g_strdup_printf (_ ("%s to %s"), rf_rating_get_label (score->rating_low), rf_rating_get_label (score->rating_high));
}

/**
 * rf_wording_dup_rating:
 *
 * Returns: (transfer full): the rating in words, "not assessed" where there is none
 */
char *
rf_wording_dup_rating (const RfSideScore *score)
{
  g_autofree char *levels = NULL;

  if (score->state == RF_NOT_ASSESSED)
    return g_strdup (_ ("Not assessed"));
  levels = dup_levels (score);
  if (score->state == RF_PROVISIONAL)
    /* Translators: %s is a rating; too little is answered for it to count */
    return g_strdup_printf (_ ("Risk %s, provisional"), levels);
  return g_strdup_printf (_ ("Risk %s"), levels);
}

/**
 * rf_wording_dup_levels:
 *
 * Returns: (transfer full): the rating in words below a heading that names it: "moderate to very high, provisional"
 */
char *
rf_wording_dup_levels (const RfSideScore *score)
{
  g_autofree char *levels = NULL;

  if (score->state == RF_NOT_ASSESSED)
    return g_strdup (_ ("not assessed"));
  levels = dup_levels (score);
  if (score->state == RF_PROVISIONAL)
    /* Translators: %s is a rating; too little is answered for it to count */
    return g_strdup_printf (_ ("%s, provisional"), levels);
  return g_steal_pointer (&levels);
}

/**
 * rf_wording_dup_figures:
 *
 * Returns: (transfer full): range, coverage and assurance, a line or two
 */
char *
rf_wording_dup_figures (const RfSideScore *score,
                        const RfRatingBands *bands)
{
  g_autofree char *range = NULL;
  g_autofree char *coverage = NULL;
  g_autofree char *assurance = NULL;

  if (score->state == RF_NOT_ASSESSED)
    return g_strdup (_ ("No question applies yet"));
  range = rf_wording_dup_range (&score->figures, bands);
  coverage = rf_format_percent (score->figures.coverage);
  /* nothing answered, nothing shown for it */
  if (isnan (score->assurance))
    return g_strdup_printf (_ ("%s of 100 · %s answered"), range, coverage);
  assurance = rf_format_percent (score->assurance);
  return g_strdup_printf (_ ("%s of 100 · %s answered · %s assurance"), range, coverage, assurance);
}

/**
 * rf_wording_dup_line:
 *
 * Returns: (transfer full): range and rating for a list
 */
char *
rf_wording_dup_line (const RfSideScore *score,
                     const RfRatingBands *bands)
{
  g_autofree char *rating = rf_wording_dup_rating (score);
  g_autofree char *range = NULL;

  if (score->state == RF_NOT_ASSESSED)
    return g_steal_pointer (&rating);
  range = rf_wording_dup_range (&score->figures, bands);
  /* Translators: a range of risk and a rating, as in "19 – 28 · Risk low" */
  return g_strdup_printf (_ ("%s · %s"), range, rating);
}

/**
 * rf_wording_dup_violated:
 *
 * Returns: (transfer full) (nullable): how many knock-outs are violated, %NULL where none is
 */
char *
rf_wording_dup_violated (const RfScore *score)
{
  guint n = 0;

  for (guint i = 0; i < score->n_knock_outs; i++)
    n += score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED;
  return n ? g_strdup_printf (ngettext ("%u knock-out violated", "%u knock-outs violated", n), n) : NULL;
}

/* A change that one decimal does not show is none to a reader. */
#define LEAST_CHANGE 0.05

/**
 * rf_wording_dup_change:
 *
 * Returns: (transfer full) (nullable): how the two ends moved, %NULL when neither did to speak of
 */
char *
rf_wording_dup_change (const RfFigures *before,
                       const RfFigures *after)
{
  double low = after->low - before->low;
  double high = after->unproven_high - before->unproven_high;
  gboolean low_moved = fabs (low) >= LEAST_CHANGE;
  gboolean high_moved = fabs (high) >= LEAST_CHANGE;

  if (low_moved && high_moved)
    /* Translators: how far the lower and the upper end of the range moved */
    return g_strdup_printf (_ ("low %+.1f, high %+.1f"), low, high);
  if (low_moved)
    /* Translators: how far the lower end of the range moved */
    return g_strdup_printf (_ ("low %+.1f"), low);
  if (high_moved)
    /* Translators: how far the upper end of the range moved */
    return g_strdup_printf (_ ("high %+.1f"), high);
  return NULL;
}
