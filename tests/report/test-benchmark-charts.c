// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-benchmark-charts.h"
#include "rf-benchmarks-xml.h"

#include <math.h>
#include <string.h>

static GPtrArray *
read_files (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "benchmarks", "small.xml", NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_benchmarks_unref);

  g_ptr_array_add (files, rf_benchmarks_read_file (path, NULL, &error));
  g_assert_no_error (error);
  return files;
}

static const RfChartRow *
get_row (RfChart *chart,
         guint index)
{
  g_assert_cmpuint (index, <, chart->rows->len);
  return chart->rows->pdata[index];
}

static void
test_figures (void)
{
  g_autoptr (GPtrArray) files = read_files ();
  g_autoptr (GPtrArray) figures = rf_benchmark_charts_find_figures (files, "privacy", RF_TOPIC_BARRIER);
  g_autoptr (RfChart) chart = rf_benchmark_charts_new_figures (figures, "Privacy");

  g_assert_cmpuint (chart->rows->len, ==, 1);
  g_assert_cmpfloat (get_row (chart, 0)->value, ==, 62.5);
  g_assert_cmpfloat (get_row (chart, 0)->low, <, 62.5);
  g_assert_cmpfloat (get_row (chart, 0)->high, >, 62.5);
  g_assert_nonnull (strstr (get_row (chart, 0)->note, "N 250 to 500"));
  g_assert_nonnull (strstr (get_row (chart, 0)->note, rf_verification_get_label (RF_VERIFICATION_VERBATIM)));
  g_assert_nonnull (strstr (get_row (chart, 0)->note, "One, Two"));
}

/* A gap stays one, whether a survey asked without a number or nobody asked. */
static void
test_gaps (void)
{
  g_autoptr (GPtrArray) files = read_files ();
  g_autoptr (GPtrArray) unread = rf_benchmark_charts_find_figures (files, "cost", RF_TOPIC_BARRIER);
  g_autoptr (GPtrArray) none = rf_benchmark_charts_find_figures (files, "skills", RF_TOPIC_BARRIER);
  g_autoptr (RfChart) first = rf_benchmark_charts_new_figures (unread, "Cost");
  g_autoptr (RfChart) second = rf_benchmark_charts_new_figures (none, "Skills");

  g_assert_cmpuint (unread->len, ==, 1);
  g_assert_true (isnan (get_row (first, 0)->value) && isnan (get_row (first, 0)->low));
  g_assert_null (get_row (first, 0)->value_text);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (get_row (second, 0)->label, ==, "Skills");
  g_assert_true (isnan (get_row (second, 0)->value));
}

/* A Net Score is no share and stands in no chart of shares. */
static void
test_units_stay_apart (void)
{
  g_autoptr (GPtrArray) files = read_files ();
  g_autoptr (GPtrArray) spending = rf_benchmark_charts_find_figures (files, NULL, RF_TOPIC_SPENDING);
  g_autoptr (GPtrArray) scores = rf_benchmark_charts_find_net_scores (files);

  g_assert_cmpuint (spending->len, ==, 0);
  g_assert_cmpuint (scores->len, ==, 1);
}

static void
test_net_scores (void)
{
  static const RfIntention said[] = { RF_INTENTION_ADOPTING, RF_INTENTION_FLAT, RF_INTENTION_NOT_SET };
  g_autoptr (GPtrArray) files = read_files ();
  g_autoptr (GArray) intentions = g_array_new (FALSE, FALSE, sizeof (RfIntention));
  g_autoptr (RfChart) without = rf_benchmark_charts_new_net_scores (files, intentions);
  g_autoptr (RfChart) with = NULL;
  g_autofree char *none = rf_benchmark_charts_dup_own_plan (intentions);
  g_autofree char *plan = NULL;

  g_assert_null (none);
  g_assert_cmpuint (without->rows->len, ==, 1);
  g_array_append_vals (intentions, said, G_N_ELEMENTS (said));
  with = rf_benchmark_charts_new_net_scores (files, intentions);
  plan = rf_benchmark_charts_dup_own_plan (intentions);
  g_assert_cmpuint (with->rows->len, ==, 2);
  g_assert_cmpfloat (get_row (with, 0)->value, ==, 50);
  g_assert_nonnull (strstr (get_row (with, 0)->note, "2 of 3"));
  g_assert_cmpfloat (get_row (with, 1)->value, ==, -7);
  g_assert_cmpstr (with->title, ==, without->title);
  g_assert_nonnull (strstr (plan, "50 %"));
}

static void
test_sections_without_barriers (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (4, NULL, NULL);

  g_assert_null (rf_benchmark_charts_new_sections (findings->questionnaire, findings->score, "no-such-barrier", "Title"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/benchmark-charts/figures", test_figures);
  g_test_add_func ("/report/benchmark-charts/gaps", test_gaps);
  g_test_add_func ("/report/benchmark-charts/units-stay-apart", test_units_stay_apart);
  g_test_add_func ("/report/benchmark-charts/net-scores", test_net_scores);
  g_test_add_func ("/report/benchmark-charts/sections-without-barriers", test_sections_without_barriers);
  return g_test_run ();
}
