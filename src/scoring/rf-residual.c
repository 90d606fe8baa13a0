// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-residual.h"

/* NIST SP 800-30 r1, Table I-2: by likelihood (the rating), then by impact (the exposure). */
static const RfRating table[RF_N_RATINGS][RF_N_RATINGS] = {
  [RF_RATING_VERY_LOW] = { RF_RATING_VERY_LOW, RF_RATING_VERY_LOW, RF_RATING_VERY_LOW, RF_RATING_LOW, RF_RATING_LOW },
  [RF_RATING_LOW] = { RF_RATING_VERY_LOW, RF_RATING_LOW, RF_RATING_LOW, RF_RATING_LOW, RF_RATING_MODERATE },
  [RF_RATING_MODERATE] = { RF_RATING_VERY_LOW, RF_RATING_LOW, RF_RATING_MODERATE, RF_RATING_MODERATE, RF_RATING_HIGH },
  [RF_RATING_HIGH] = { RF_RATING_VERY_LOW, RF_RATING_LOW, RF_RATING_MODERATE, RF_RATING_HIGH, RF_RATING_VERY_HIGH },
  [RF_RATING_VERY_HIGH] = { RF_RATING_VERY_LOW, RF_RATING_LOW, RF_RATING_MODERATE, RF_RATING_HIGH, RF_RATING_VERY_HIGH },
};

static const RfUseCaseAttribute exposing[] = {
  RF_USE_CASE_SENSITIVITY, RF_USE_CASE_AUTONOMY, RF_USE_CASE_VOLUME, RF_USE_CASE_DEPENDENCE
};

/**
 * rf_use_case_get_exposure:
 * @exposure: (out): the highest of data sensitivity, autonomy, volume and dependence; never a product or a sum
 *
 * Returns: whether it is known. A level that is not set could be the highest, so that all four must be set,
 *   unless one is very high already
 */
gboolean
rf_use_case_get_exposure (const RfUseCase *use_case,
                          RfRating *exposure)
{
  RfRating highest = RF_RATING_VERY_LOW;
  gboolean complete = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (exposing); i++)
    {
      int level = use_case->levels[exposing[i]];

      if (level == RF_LEVEL_NOT_SET)
        complete = FALSE;
      else
        highest = MAX (highest, (RfRating) level);
    }
  if (!complete && highest != RF_RATING_VERY_HIGH)
    return FALSE;
  *exposure = highest;
  return TRUE;
}

/**
 * rf_residual_lookup:
 *
 * Gives the level of risk of NIST SP 800-30 r1, Table I-2, with the rating as likelihood and the exposure as
 * impact.
 */
RfRating
rf_residual_lookup (RfRating rating,
                    RfRating exposure)
{
  g_return_val_if_fail (rating < RF_N_RATINGS && exposure < RF_N_RATINGS, RF_RATING_VERY_HIGH);
  return table[rating][exposure];
}

/**
 * rf_residual_init:
 * @score: of the offering under @use_case
 *
 * At each end the worse of the two sides' ratings counts; where they are equal, the provider is named. A side
 * that is not assessed has no rating.
 */
void
rf_residual_init (RfResidual *self,
                  const RfScore *score,
                  const RfUseCase *use_case)
{
  RfRating low = RF_RATING_VERY_LOW;
  RfRating high = RF_RATING_VERY_LOW;
  gboolean rated = FALSE;

  *self = (RfResidual){ .known = FALSE };
  for (guint side = 0; side < RF_N_SIDES; side++)
    {
      const RfSideScore *of_side = &score->sides[side];

      if (of_side->state == RF_NOT_ASSESSED)
        continue;
      if (!rated || of_side->rating_low > low)
        {
          low = of_side->rating_low;
          self->low_side = side;
        }
      if (!rated || of_side->rating_high > high)
        {
          high = of_side->rating_high;
          self->high_side = side;
        }
      rated = TRUE;
    }
  self->known = rf_use_case_get_exposure (use_case, &self->exposure) && rated;
  if (!self->known)
    return;
  self->low = rf_residual_lookup (low, self->exposure);
  self->high = rf_residual_lookup (high, self->exposure);
}
