// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-rating.h"

#include "rf-language.h"

const RfRatingBands rf_default_rating_bands = { { 0, 20, 40, 60, 80 } };

static const char *const nicks[RF_N_RATINGS] = { "very-low", "low", "moderate", "high", "very-high" };

static const char *const labels[RF_N_RATINGS] = {
  NC_ ("rating", "very low"), NC_ ("rating", "low"), NC_ ("rating", "moderate"),
  NC_ ("rating", "high"), NC_ ("rating", "very high")
};

/**
 * rf_rating_get_nick:
 *
 * Gives the word used in files, on the command line and in JSON; never translated.
 */
const char *
rf_rating_get_nick (RfRating self)
{
  g_return_val_if_fail (self < RF_N_RATINGS, NULL);
  return nicks[self];
}

/**
 * rf_rating_get_label:
 *
 * Gives the words shown to a person, in their language.
 */
const char *
rf_rating_get_label (RfRating self)
{
  g_return_val_if_fail (self < RF_N_RATINGS, NULL);
  return C_ ("rating", labels[self]);
}

/**
 * rf_rating_from_nick:
 * @rating: (out): written on success only
 *
 * Returns: whether @nick is one of the five
 */
gboolean
rf_rating_from_nick (const char *nick,
                     RfRating *rating)
{
  for (RfRating i = RF_RATING_VERY_LOW; i < RF_N_RATINGS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *rating = i;
        return TRUE;
      }
  return FALSE;
}
