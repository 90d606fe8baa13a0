// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-ordered-sums.h"

#include <stdlib.h>

#define N_VALUES 120
#define N_CHANGES 6000

typedef struct
{
  guint32 value;
  gint64 weight;
  gboolean is_in;
} Entry;

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *one = a;
  const Entry *other = b;

  return one->value < other->value ? -1 : one->value > other->value;
}

/* The rule itself: sorted, one after the other, up to the first that no longer helps. */
static void
pull_naively (const Entry *entries,
              gboolean lowers,
              gint64 *sum,
              gint64 *weight)
{
  Entry sorted[N_VALUES];

  for (guint i = 0; i < N_VALUES; i++)
    sorted[i] = entries[i];
  qsort (sorted, N_VALUES, sizeof (Entry), compare_entries);
  for (guint i = 0; i < N_VALUES; i++)
    {
      const Entry *entry = &sorted[lowers ? i : N_VALUES - 1 - i];
      gint64 difference = entry->value * *weight - *sum;

      if (!entry->is_in)
        continue;
      if (*weight > 0 && (lowers ? difference >= 0 : difference <= 0))
        break;
      *sum += entry->weight * entry->value;
      *weight += entry->weight;
    }
}

static void
draw_entries (GRand *random,
              Entry *entries)
{
  /* whole points, neighbours and both ends beside values from anywhere */
  static const guint32 common[] = { 0, 1, 500000, 500001, 500016, 999999, 1000000 };

  for (guint i = 0; i < N_VALUES; i++)
    {
      entries[i] = (Entry){ (guint32) g_rand_int_range (random, 0, 1000001), g_rand_int_range (random, 1, 20), FALSE };
      if (i % 3 == 0)
        entries[i].value = common[g_rand_int_range (random, 0, G_N_ELEMENTS (common))];
    }
}

static void
compare_with_naive (const RfOrderedSums *sums,
                    RfOrderedSet set,
                    const Entry *entries,
                    gint64 sum,
                    gint64 weight)
{
  for (int lowers = 0; lowers < 2; lowers++)
    {
      gint64 fast_sum = sum, fast_weight = weight;
      gint64 slow_sum = sum, slow_weight = weight;

      if (lowers)
        rf_ordered_sums_lower_mean (sums, set, &fast_sum, &fast_weight);
      else
        rf_ordered_sums_raise_mean (sums, set, &fast_sum, &fast_weight);
      pull_naively (entries, lowers, &slow_sum, &slow_weight);
      /* equal values beyond the first that helps may enter together: the mean is what counts */
      g_assert_true (fast_sum * slow_weight == slow_sum * fast_weight);
      g_assert_cmpint (fast_weight == 0, ==, slow_weight == 0);
    }
}

static void
test_against_rule (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (RfOrderedSums) sums = rf_ordered_sums_new ();
  Entry entries[N_VALUES];
  RfOrderedSet set = 0;

  draw_entries (random, entries);
  for (guint i = 0; i < N_CHANGES; i++)
    {
      Entry *entry = &entries[g_rand_int_range (random, 0, N_VALUES)];
      gint64 weight = g_rand_int_range (random, 0, 3) * 50;

      rf_ordered_sums_add (sums, &set, entry->value, entry->is_in ? -entry->weight : entry->weight);
      entry->is_in = !entry->is_in;
      compare_with_naive (sums, set, entries, weight * g_rand_int_range (random, 0, 1000001), weight);
    }
}

/* Sets share their memory and nothing else; an emptied one has no say. */
static void
test_sets (void)
{
  g_autoptr (RfOrderedSums) sums = rf_ordered_sums_new ();
  RfOrderedSet one = 0, other = 0;
  gint64 sum = 0, weight = 0;

  rf_ordered_sums_add (sums, &one, 400000, 3);
  rf_ordered_sums_add (sums, &other, 700000, 5);
  rf_ordered_sums_lower_mean (sums, other, &sum, &weight);
  g_assert_cmpint (sum, ==, 3500000);
  g_assert_cmpint (weight, ==, 5);
  rf_ordered_sums_add (sums, &other, 700000, -5);
  sum = weight = 0;
  rf_ordered_sums_lower_mean (sums, other, &sum, &weight);
  g_assert_cmpint (weight, ==, 0);
  rf_ordered_sums_raise_mean (sums, one, &sum, &weight);
  g_assert_cmpint (sum, ==, 1200000);
  rf_ordered_sums_lower_mean (sums, 0, &sum, &weight);
  g_assert_cmpint (weight, ==, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/ordered sums/against the rule", test_against_rule);
  g_test_add_func ("/scoring/ordered sums/sets", test_sets);
  return g_test_run ();
}
