// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-wilson-interval.h"

#include <math.h>

/* the standard normal distribution's quantile at 0.975 */
#define Z 1.959963984540054

static RfNumber
to_percent (double share)
{
  return (RfNumber) llround (CLAMP (share, 0.0, 1.0) * 100.0 * RF_NUMBER_ONE);
}

/**
 * rf_wilson_interval:
 * @percent: the proportion that was found, from 0 to 100
 * @n: how many were asked
 * @interval: (out): written on success only
 *
 * The 95 % score interval of a proportion. Unlike the textbook interval it stays between 0 and 100 and has a
 * width where nobody, or everybody, agreed. With p the proportion and z = 1.96:
 *
 *   (p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n)
 *
 * Source: E. B. Wilson, “Probable Inference, the Law of Succession, and Statistical Inference”, Journal of the
 * American Statistical Association 22 (158), 1927, pp. 209-212.
 *
 * Returns: whether there is one: %FALSE where nobody was asked or @percent is no proportion
 */
gboolean
rf_wilson_interval (RfNumber percent,
                    guint n,
                    RfWilsonInterval *interval)
{
  double share = (double) percent / (100.0 * RF_NUMBER_ONE);
  double square = n > 0 ? Z * Z / n : 0.0;
  double middle = (share + square / 2.0) / (1.0 + square);
  double half;

  if (n == 0 || percent < 0 || percent > 100 * RF_NUMBER_ONE)
    return FALSE;
  half = sqrt (square * (share * (1.0 - share) + square / 4.0)) / (1.0 + square);
  *interval = (RfWilsonInterval){ to_percent (middle - half), to_percent (middle + half) };
  return TRUE;
}
