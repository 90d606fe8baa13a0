// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfRating:
 *
 * The five levels of NIST SP 800-30 r1, for ratings, exposures and residual risks alike; in ascending order.
 */
typedef enum
{
  RF_RATING_VERY_LOW,
  RF_RATING_LOW,
  RF_RATING_MODERATE,
  RF_RATING_HIGH,
  RF_RATING_VERY_HIGH,
} RfRating;

#define RF_N_RATINGS 5

/**
 * RfRatingBands:
 * @from: the risks, 0-100 and ascending, at which each rating begins; `from[RF_RATING_VERY_LOW]` is 0
 *
 * Inclusive lower limits: a risk of exactly `from[RF_RATING_LOW]` is low.
 */
typedef struct
{
  int from[RF_N_RATINGS];
} RfRatingBands;

extern const RfRatingBands rf_default_rating_bands;

const char *rf_rating_get_nick (RfRating self);
const char *rf_rating_get_label (RfRating self);
gboolean rf_rating_from_nick (const char *nick,
                              RfRating *rating);

G_END_DECLS
