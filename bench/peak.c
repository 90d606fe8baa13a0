// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What one thread of this machine can add and multiply at most, measured. */

#include "config.h"

#include "peak.h"

#include "figure.h"

#define CHAINS 12 /* as many independent sums as hide the latency of one */
#define ROUNDS 4000000
#define RUNS 5

typedef double Four __attribute__ ((vector_size (32)));
typedef double Two __attribute__ ((vector_size (16)));

/* Kept from the optimiser by being written. */
static volatile double sink;

#if defined(__x86_64__)
__attribute__ ((target ("avx2,fma"), optimize ("fp-contract=fast"))) static double
run_fused (void)
{
  Four sums[CHAINS];
  Four factor = { 0.999999, 0.999998, 0.999997, 0.999996 };
  Four term = { 1e-6, 2e-6, 3e-6, 4e-6 };
  double start;

  for (guint i = 0; i < CHAINS; i++)
    sums[i] = term * (double) (i + 1);
  start = figure_now ();
  for (guint round = 0; round < ROUNDS; round++)
#pragma GCC unroll 12
    for (guint i = 0; i < CHAINS; i++)
      sums[i] = sums[i] * factor + term;
  start = figure_now () - start;
  for (guint i = 0; i < CHAINS; i++)
    sink = sums[i][0] + sums[i][3];
  return 8.0 * CHAINS * ROUNDS / start;
}
#endif

static double
run_plain (void)
{
  Two sums[CHAINS];
  Two factor = { 0.999999, 0.999998 };
  Two term = { 1e-6, 2e-6 };
  double start;

  for (guint i = 0; i < CHAINS; i++)
    sums[i] = term * (double) (i + 1);
  start = figure_now ();
  for (guint round = 0; round < ROUNDS; round++)
#pragma GCC unroll 12
    for (guint i = 0; i < CHAINS; i++)
      sums[i] = sums[i] * factor + term;
  start = figure_now () - start;
  for (guint i = 0; i < CHAINS; i++)
    sink = sums[i][0] + sums[i][1];
  return 4.0 * CHAINS * ROUNDS / start;
}

/**
 * peak_measure:
 * @how: (out): by which instructions it was reached
 *
 * Returns: floating-point operations in a millisecond, of one thread: the best of five runs over registers alone
 */
double
peak_measure (const char **how)
{
  double best = 0;

  *how = "vectors of two";
  for (guint i = 0; i < RUNS; i++)
    best = MAX (best, run_plain ());
#if defined(__x86_64__)
  for (guint i = 0; i < RUNS && __builtin_cpu_supports ("avx2") && __builtin_cpu_supports ("fma"); i++)
    {
      best = MAX (best, run_fused ());
      *how = "fused vectors of four";
    }
#endif
  return best;
}
