// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Random numbers by counting: each is a function of what it is for, so that it does not matter who draws first. */

#include "config.h"

#include "rf-comparison-private.h"

/**
 * rf_random_name:
 *
 * Gives a number for an id: FNV-1a, spread over all bits.
 */
guint64
rf_random_name (const char *text)
{
  guint64 bits = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (const char *c = text; *c != '\0'; c++)
    bits = (bits ^ (guchar) *c) * G_GUINT64_CONSTANT (0x100000001b3);
  return rf_random_mix (bits);
}

/**
 * rf_random_base:
 * @offering: 0 for what all offerings share
 */
guint64
rf_random_base (guint64 seed,
                guint64 question,
                guint64 offering)
{
  guint64 bits = rf_random_mix (seed + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));

  bits = rf_random_mix (bits ^ question);
  return rf_random_mix (bits + (offering ^ G_GUINT64_CONSTANT (0xd1b54a32d192ed03)));
}

/**
 * rf_random_power_of_two:
 *
 * Gives 2^u for u uniform on [-1, 1). The exponential series of u ln 2 to the eleventh power, by Horner's rule: its
 * error stays below 10^-10, and unlike the C library's exp2() it gives the same bits everywhere.
 */
double
rf_random_power_of_two (guint64 bits)
{
  double u = (double) (gint64) (bits >> 11) * (1.0 / 4503599627370496.0) - 1.0;
  double x = u * 0.69314718055994531;
  double sum = 1.0 / 39916800.0;

  sum = sum * x + 1.0 / 3628800.0;
  sum = sum * x + 1.0 / 362880.0;
  sum = sum * x + 1.0 / 40320.0;
  sum = sum * x + 1.0 / 5040.0;
  sum = sum * x + 1.0 / 720.0;
  sum = sum * x + 1.0 / 120.0;
  sum = sum * x + 1.0 / 24.0;
  sum = sum * x + 1.0 / 6.0;
  sum = sum * x + 1.0 / 2.0;
  sum = sum * x + 1.0;
  return sum * x + 1.0;
}
