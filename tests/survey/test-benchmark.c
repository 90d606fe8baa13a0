// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks.h"

#define PERCENT(n) ((n) *RF_NUMBER_ONE)
#define KNOWN .has_value = TRUE, .is_survey = TRUE
#define ASKED(count) .sample = { .n = (count) }
#define NOT_ASKED .sample = { .qualifier = RF_QUALIFIER_NOT_GIVEN }

static const struct
{
  const char *name;
  RfBenchmark content;
  const char *message; /* a pattern; NULL: nothing is wrong */
} check_rows[] = {
  { "percent", { KNOWN, .value = PERCENT (69), ASKED (2600) }, NULL },
  { "percent-0", { KNOWN, .value = 0, ASKED (1) }, NULL },
  { "percent-100", { KNOWN, .value = PERCENT (100), NOT_ASKED }, NULL },
  { "percent-above", { KNOWN, .value = PERCENT (100) + 1, ASKED (1) }, "*not a percentage*" },
  { "percent-below", { KNOWN, .value = -1, ASKED (1) }, "*not a percentage*" },
  { "net-score-negative", { KNOWN, .unit = RF_UNIT_NET_SCORE, .value = PERCENT (-100), ASKED (1) }, NULL },
  { "net-score-below", { KNOWN, .unit = RF_UNIT_NET_SCORE, .value = PERCENT (-100) - 1, ASKED (1) }, "*not a Net Score*" },
  { "net-score-above", { KNOWN, .unit = RF_UNIT_NET_SCORE, .value = PERCENT (101), ASKED (1) }, "*not a Net Score*" },
  { "respondents", { KNOWN, .unit = RF_UNIT_RESPONDENTS, .value = PERCENT (611), ASKED (1) }, NULL },
  { "half-a-respondent", { KNOWN, .unit = RF_UNIT_RESPONDENTS, .value = 5000, ASKED (1) }, "*not a number of respondents*" },
  { "gap-in-a-chart", { .verification = RF_VERIFICATION_CHART_UNREADABLE, ASKED (431) }, NULL },
  { "gap-in-an-order", { .verification = RF_VERIFICATION_QUALITATIVE, ASKED (431) }, NULL },
  { "gap-read-word-for-word", { .verification = RF_VERIFICATION_VERBATIM, ASKED (431) }, "*has no value*" },
  { "gap-with-range", { .value_to = 1, .verification = RF_VERIFICATION_QUALITATIVE, ASKED (431) }, "*no range*" },
  { "value-from-unreadable", { KNOWN, .value = 1, .verification = RF_VERIFICATION_CHART_UNREADABLE, ASKED (1) }, "*marked as one without*" },
  { "value-from-order", { KNOWN, .value = 1, .verification = RF_VERIFICATION_QUALITATIVE, ASKED (1) }, "*marked as one without*" },
  { "value-not-given", { KNOWN, .value = 1, .qualifier = RF_QUALIFIER_NOT_GIVEN, ASKED (1) }, "*said not to be given*" },
  { "range", { KNOWN, .value = 1, .value_to = 2, .qualifier = RF_QUALIFIER_RANGE, ASKED (1) }, NULL },
  { "range-without-end", { KNOWN, .value = 1, .qualifier = RF_QUALIFIER_RANGE, ASKED (1) }, "*second and greater value*" },
  { "range-backwards", { KNOWN, .value = 2, .value_to = 1, .qualifier = RF_QUALIFIER_RANGE, ASKED (1) }, "*second and greater value*" },
  { "end-without-range", { KNOWN, .value = 1, .value_to = 2, ASKED (1) }, "*second and greater value*" },
  { "range-above", { KNOWN, .value = 1, .value_to = PERCENT (101), .qualifier = RF_QUALIFIER_RANGE, ASKED (1) }, "*not a percentage*" },
  { "sample-range", { KNOWN, .sample = { 250, 500, RF_QUALIFIER_RANGE } }, NULL },
  { "sample-range-without-end", { KNOWN, .sample = { 250, 0, RF_QUALIFIER_RANGE } }, "*greater number*" },
  { "sample-end-without-range", { KNOWN, .sample = { 250, 500, RF_QUALIFIER_ABOUT } }, "*greater number*" },
  { "sample-given-and-not", { KNOWN, .sample = { 250, 0, RF_QUALIFIER_NOT_GIVEN } }, "*contradict*" },
  { "sample-of-nobody", { KNOWN, ASKED (0) }, "*contradict*" },
};

static void
test_check (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  const char *message = NULL, *hint = NULL;

  g_assert_true (rf_benchmark_check (&check_rows[i].content, &message, &hint) == (check_rows[i].message == NULL));
  if (check_rows[i].message == NULL)
    {
      g_assert_null (message);
      return;
    }
  g_assert_true (g_pattern_match_simple (check_rows[i].message, message));
  g_assert_nonnull (hint);
}

static const struct
{
  const char *name;
  RfBenchmark content;
  gboolean there, approximate;
} interval_rows[] = {
  { "exact", { KNOWN, .value = PERCENT (69), ASKED (250) }, TRUE, FALSE },
  { "about-so-many", { KNOWN, .value = PERCENT (69), .qualifier = RF_QUALIFIER_ABOUT, ASKED (250) }, TRUE, TRUE },
  { "of-about", { KNOWN, .value = PERCENT (69), .sample = { 250, 0, RF_QUALIFIER_ABOUT } }, TRUE, TRUE },
  { "of-over", { KNOWN, .value = PERCENT (69), .sample = { 250, 0, RF_QUALIFIER_OVER } }, TRUE, TRUE },
  { "of-range", { KNOWN, .value = PERCENT (69), .sample = { 250, 500, RF_QUALIFIER_RANGE } }, TRUE, TRUE },
  { "of-unknown", { KNOWN, .value = PERCENT (69), NOT_ASKED }, FALSE, FALSE },
  { "over", { KNOWN, .value = PERCENT (69), .qualifier = RF_QUALIFIER_OVER, ASKED (250) }, FALSE, FALSE },
  { "range", { KNOWN, .value = PERCENT (69), .value_to = PERCENT (70), .qualifier = RF_QUALIFIER_RANGE, ASKED (250) }, FALSE, FALSE },
  { "gap", { .is_survey = TRUE, .verification = RF_VERIFICATION_CHART_UNREADABLE, ASKED (250) }, FALSE, FALSE },
  { "net-score", { KNOWN, .unit = RF_UNIT_NET_SCORE, .value = PERCENT (69), ASKED (250) }, FALSE, FALSE },
  { "respondents", { KNOWN, .unit = RF_UNIT_RESPONDENTS, .value = PERCENT (69), ASKED (250) }, FALSE, FALSE },
  { "telemetry", { .has_value = TRUE, .value = PERCENT (69), ASKED (250) }, FALSE, FALSE },
};

/* Always at the lower number of those asked: 69 % of 250 has these limits to 40 digits. */
static void
test_interval (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RfBenchmark) benchmark = rf_benchmark_new (&interval_rows[i].content);
  RfWilsonInterval interval = { -1, -1 };
  gboolean approximate = FALSE;

  g_assert_true (rf_benchmark_get_interval (benchmark, &interval, &approximate) == interval_rows[i].there);
  g_assert_true (approximate == interval_rows[i].approximate);
  g_assert_cmpint (interval.low, ==, interval_rows[i].there ? 630157 : -1);
  g_assert_cmpint (interval.high, ==, interval_rows[i].there ? 744092 : -1);
}

static void
test_copies (void)
{
  char asked[] = "Whether";
  char *barriers[] = { (char *) "privacy", (char *) "cost", NULL };
  RfBenchmark content = { KNOWN, .id = (char *) "a", .asked = asked, .barriers = barriers, ASKED (5) };
  RfBenchmark *benchmark = rf_benchmark_new (&content);
  g_autoptr (RfBenchmarks) benchmarks = rf_benchmarks_new ("own", 3, "en");

  asked[0] = '?';
  barriers[0] = (char *) "skills";
  g_assert_cmpstr (benchmark->asked, ==, "Whether");
  g_assert_true (rf_benchmark_speaks_of (benchmark, "privacy"));
  g_assert_false (rf_benchmark_speaks_of (benchmark, "skills"));
  g_assert_nonnull (benchmark->sources);
  rf_benchmarks_take (benchmarks, benchmark);
  g_assert_cmpuint (rf_benchmarks_get_n (benchmarks), ==, 1);
  g_assert_true (rf_benchmarks_get (benchmarks, 0) == benchmark);
  g_assert_true (rf_benchmarks_find (benchmarks, "a") == benchmark);
  g_assert_null (rf_benchmarks_find (benchmarks, "b"));
  g_assert_cmpstr (rf_benchmarks_get_title (benchmarks), ==, "own");
}

/* The tables of words are as long as their enumerations. */
static void
test_words (void)
{
  g_assert_cmpuint (g_strv_length ((char **) rf_topic_nicks), ==, RF_TOPIC_SPENDING + 1);
  g_assert_cmpuint (g_strv_length ((char **) rf_unit_nicks), ==, RF_UNIT_NET_SCORE + 1);
  g_assert_cmpuint (g_strv_length ((char **) rf_qualifier_nicks), ==, RF_QUALIFIER_NOT_GIVEN + 1);
  g_assert_cmpuint (g_strv_length ((char **) rf_verification_nicks), ==, RF_VERIFICATION_CHART_UNREADABLE + 1);
  g_assert_cmpstr (rf_verification_get_label (RF_VERIFICATION_CHART_UNREADABLE), ==, "not published in text");
  g_assert_cmpstr (rf_qualifier_get_label (RF_QUALIFIER_ABOUT), ==, "about");
  g_assert_cmpstr (rf_topic_get_label (RF_TOPIC_SHADOW_USE), ==, "Shadow use");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (check_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/survey/benchmark/check/", check_rows[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_check);
    }
  for (guint i = 0; i < G_N_ELEMENTS (interval_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/survey/benchmark/interval/", interval_rows[i].name, NULL);

      g_test_add_data_func (name, GUINT_TO_POINTER (i), test_interval);
    }
  g_test_add_func ("/survey/benchmark/copies", test_copies);
  g_test_add_func ("/survey/benchmark/words", test_words);
  return g_test_run ();
}
