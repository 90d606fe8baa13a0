// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "figure.h"

#include <stdio.h>
#include <stdlib.h>

/* Milliseconds of a clock that never steps back. */
double
figure_now (void)
{
  return (double) g_get_monotonic_time () / 1e3;
}

static int
compare (const void *a,
         const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

/* The median: what else runs on the machine moves it least. Sorts @values. */
double
figure_middle (double *values,
               guint n_values)
{
  qsort (values, n_values, sizeof *values, compare);
  return values[n_values / 2];
}

/**
 * figure_print_ratio:
 * @bare: what a program that does only the unavoidable part took, in the same run
 * @limit: of the ratio
 *
 * Prints a line that table.py reads.
 *
 * Returns: whether the limit is kept
 */
gboolean
figure_print_ratio (const char *what,
                    double measured,
                    double bare,
                    const char *unit,
                    double limit)
{
  printf ("%s: %.4g %s, bare %.4g %s, ratio %.2f (limit %g)\n", what, measured, unit, bare, unit, measured / bare, limit);
  fflush (stdout);
  return measured <= limit * bare;
}

/* The same for a figure whose limit is no ratio. */
gboolean
figure_print (const char *what,
              double measured,
              const char *unit,
              double limit)
{
  printf ("%s: %.4g %s (limit %g)\n", what, measured, unit, limit);
  fflush (stdout);
  return measured <= limit;
}
