// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-net-score.h"
#include "rf-wilson-interval.h"

#define NONE -1

/* In ten-thousandths of a percent, computed with 40 decimal digits and z = 1.95996398454005423552. */
static const struct
{
  const char *name;
  RfNumber percent;
  guint n;
  RfNumber low, high;
} wilson_rows[] = {
  { "69-of-2600", 690000, 2600, 671953, 707486 },
  { "43-of-100", 430000, 100, 337333, 527846 },
  { "nobody-of-10", 0, 10, 0, 277533 },
  { "everybody-of-10", 1000000, 10, 722467, 1000000 },
  { "half-of-10", 500000, 10, 236593, 763407 },
  { "70-of-1400", 700000, 1400, 675475, 723431 },
  { "40-of-1700", 400000, 1700, 376963, 423488 },
  { "69-of-302", 690000, 302, 635726, 739501 },
  { "60-of-250", 600000, 250, 538202, 658772 },
  { "half-of-1", 500000, 1, 54621, 945379 },
  { "fraction-of-40", 25000, 40, 4427, 128814 },
  { "nobody-asked", 500000, 0, NONE, NONE },
  { "below-0", -1, 10, NONE, NONE },
  { "above-100", 1000001, 10, NONE, NONE },
};

static void
test_wilson (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  RfWilsonInterval interval = { NONE, NONE };

  g_assert_true (rf_wilson_interval (wilson_rows[i].percent, wilson_rows[i].n, &interval) == (wilson_rows[i].low != NONE));
  g_assert_cmpint (interval.low, ==, wilson_rows[i].low);
  g_assert_cmpint (interval.high, ==, wilson_rows[i].high);
}

static const struct
{
  const char *name;
  guint counts[RF_N_INTENTIONS];
  RfNumber score; /* in ten-thousandths of a percent */
  gboolean elevated;
} net_score_rows[] = {
  { "all-adopt", { 7, 0, 0, 0, 0 }, 1000000, TRUE },
  { "all-spend-more", { 0, 7, 0, 0, 0 }, 1000000, TRUE },
  { "all-flat", { 0, 0, 7, 0, 0 }, 0, FALSE },
  { "all-spend-less", { 0, 0, 0, 7, 0 }, -1000000, FALSE },
  { "all-replace", { 0, 0, 0, 0, 7 }, -1000000, FALSE },
  { "each-once", { 1, 1, 1, 1, 1 }, 0, FALSE },
  { "on-the-line", { 20, 30, 40, 7, 3 }, 400000, TRUE },
  { "below-the-line", { 20, 30, 39, 8, 3 }, 390000, FALSE },
  { "a-third", { 1, 0, 2, 0, 0 }, 333333, FALSE },
  { "two-thirds", { 2, 0, 1, 0, 0 }, 666667, TRUE },
  { "minus-two-thirds", { 0, 0, 1, 1, 1 }, -666667, FALSE },
  { "very-many", { 4000000000u, 4000000000u, 0, 0, 0 }, 1000000, TRUE },
};

static void
test_net_score (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  RfNumber score = 12345;

  g_assert_true (rf_net_score_from_counts (net_score_rows[i].counts, &score));
  g_assert_cmpint (score, ==, net_score_rows[i].score);
  g_assert_true (rf_net_score_is_elevated (score) == net_score_rows[i].elevated);
}

static void
test_no_answers (void)
{
  static const guint counts[RF_N_INTENTIONS] = { 0 };
  static const RfIntention not_set[] = { RF_INTENTION_NOT_SET };
  RfNumber score = 12345;
  guint n_set = 9;

  g_assert_false (rf_net_score_from_counts (counts, &score));
  g_assert_false (rf_net_score_from_intentions (not_set, 1, &score, &n_set));
  g_assert_cmpint (score, ==, 12345);
  g_assert_cmpuint (n_set, ==, 0);
}

/* An offering without an intention is no offering that stays flat. */
static void
test_portfolio (void)
{
  static const RfIntention own[] = {
    RF_INTENTION_ADOPTING, RF_INTENTION_NOT_SET, RF_INTENTION_SPENDING_MORE, RF_INTENTION_REPLACING,
    RF_INTENTION_FLAT, RF_INTENTION_NOT_SET
  };
  RfNumber score = 12345;
  guint n_set = 0;

  g_assert_true (rf_net_score_from_intentions (own, G_N_ELEMENTS (own), &score, &n_set));
  g_assert_cmpint (score, ==, 250000);
  g_assert_cmpuint (n_set, ==, 4);
}

static void
test_intention_words (void)
{
  static const char *const nicks[] = { "adopting", "spending-more", "flat", "spending-less", "replacing" };
  static const int signs[] = { 1, 1, 0, -1, -1 };
  RfIntention intention = RF_INTENTION_NOT_SET;

  for (guint i = 0; i < RF_N_INTENTIONS; i++)
    {
      g_assert_true (rf_intention_from_nick (nicks[i], &intention));
      g_assert_cmpint (intention, ==, i);
      g_assert_cmpstr (rf_intention_get_nick (intention), ==, nicks[i]);
      g_assert_cmpint (rf_intention_get_sign (intention), ==, signs[i]);
      g_assert_cmpstr (rf_intention_get_label (intention), !=, "");
    }
  g_assert_false (rf_intention_from_nick ("hesitating", &intention));
  g_assert_false (rf_intention_from_nick (NULL, &intention));
  g_assert_cmpint (intention, ==, RF_INTENTION_REPLACING);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (wilson_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/survey/wilson/", wilson_rows[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_wilson);
    }
  for (guint i = 0; i < G_N_ELEMENTS (net_score_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/survey/net-score/", net_score_rows[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_net_score);
    }
  g_test_add_func ("/survey/net-score/no-answers", test_no_answers);
  g_test_add_func ("/survey/net-score/portfolio", test_portfolio);
  g_test_add_func ("/survey/intention/words", test_intention_words);
  return g_test_run ();
}
