// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-exact-mean.h"

#include <gmp.h>

__extension__ typedef __int128 SignedWide;

typedef struct
{
  mpq_t sum;
  gint64 weight;
} Mean;

static void
add_term (Mean *mean,
          const RfExactTerm *term)
{
  mpq_t product;

  mpq_init (product);
  mpz_set_si (mpq_numref (product), term->sum);
  mpz_mul_si (mpq_numref (product), mpq_numref (product), term->weight);
  mpz_set_si (mpq_denref (product), term->divisor);
  mpq_canonicalize (product);
  mpq_add (mean->sum, mean->sum, product);
  mpq_clear (product);
  mean->weight += term->weight;
}

/* The sign of the mean minus @numerator / @denominator. */
static int
compare_mean (const Mean *mean,
              gint64 numerator,
              gint64 denominator)
{
  mpq_t bar;
  int sign;

  mpq_init (bar);
  mpz_set_si (mpq_numref (bar), numerator);
  mpz_mul_si (mpq_numref (bar), mpq_numref (bar), mean->weight);
  mpz_set_si (mpq_denref (bar), denominator);
  mpq_canonicalize (bar);
  sign = mpq_cmp (mean->sum, bar);
  mpq_clear (bar);
  return sign;
}

static int
compare_terms (gconstpointer a,
               gconstpointer b)
{
  const RfExactTerm *one = a;
  const RfExactTerm *other = b;
  SignedWide left = (SignedWide) one->sum * other->divisor;
  SignedWide right = (SignedWide) other->sum * one->divisor;

  if (one->enters != other->enters)
    return one->enters ? 1 : -1;
  return left < right ? -1 : left > right;
}

static int
compare_terms_descending (gconstpointer a,
                          gconstpointer b)
{
  const RfExactTerm *one = a;
  const RfExactTerm *other = b;

  return one->enters == other->enters ? compare_terms (b, a) : compare_terms (a, b);
}

/**
 * rf_exact_mean_compare:
 * @terms: (element-type RfExactTerm): not empty; sorted by this call
 * @lowers: whether those that enter are to lower the mean, or to raise it
 *
 * Compares a weighted mean of fractions with @limit / @divisor in exact arithmetic. It is for the rare total
 * that lies so close to a limit that 64 bits behind the point do not tell on which side.
 *
 * Returns: below 0, 0 or above 0, as the mean is below, at or above the limit
 */
int
rf_exact_mean_compare (GArray *terms,
                       gboolean lowers,
                       guint limit,
                       guint divisor)
{
  Mean mean = { .weight = 0 };
  int sign;

  mpq_init (mean.sum);
  g_array_sort (terms, lowers ? compare_terms : compare_terms_descending);
  for (guint i = 0; i < terms->len; i++)
    {
      const RfExactTerm *term = &g_array_index (terms, RfExactTerm, i);

      if (term->enters && mean.weight > 0)
        {
          int side = compare_mean (&mean, term->sum, term->divisor);

          if (lowers ? side <= 0 : side >= 0)
            break;
        }
      add_term (&mean, term);
    }
  sign = compare_mean (&mean, limit, divisor);
  mpq_clear (mean.sum);
  return sign;
}
