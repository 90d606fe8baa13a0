// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-xml.h"
#include "rf-error.h"
#include "rf-test-problems.h"

static char *good;

static const BadRow bad_rows[] = {
  { "value no number", "value=\"62.5\"", "value=\"many\"", 19, "a", "“many” is not a number" },
  { "value above", "value=\"62.5\"", "value=\"100.1\"", 19, "a", "not a percentage" },
  { "value below", "value=\"62.5\"", "value=\"-1\"", 19, "a", "not a percentage" },
  { "value too exact", "value=\"62.5\"", "value=\"62.50001\"", 19, "a", "is not a number" },
  { "net score below", "value=\"-7\"", "value=\"-101\"", 35, "c", "not a Net Score" },
  { "unit", "unit=\"percent\" value", "unit=\"euro\" value", 19, "a", "“euro” is not a unit" },
  { "unit of the value", "unit=\"percent\" value", "unit=\"respondents\" value", 19, "a", "not a number of respondents" },
  { "no unit", "unit=\"percent\" value", "value", 19, "a", "“unit”" },
  { "n zero", "n=\"431\"", "n=\"0\"", 24, "b", "whole number" },
  { "n negative", "n=\"431\"", "n=\"-5\"", 24, "b", "whole number" },
  { "n no number", "n=\"250\"", "n=\"some\"", 13, "first", "whole number" },
  { "n range backwards", "n-to=\"500\"", "n-to=\"200\"", 13, "first", "greater number" },
  { "n qualifier", "n-qualifier=\"range\"", "n-qualifier=\"roughly\"", 13, "first", "not a qualifier" },
  { "n missing", "n=\"250\" n-to=\"500\" n-qualifier=\"range\"", "n-qualifier=\"over\"", 13, "first", "contradict" },
  { "n and not given", "n=\"431\"", "n=\"431\" n-qualifier=\"not-given\"", 24, "b", "contradict" },
  { "unknown barrier", "barriers=\"privacy security\"", "barriers=\"privacy fear\"", 19, "a", "“fear” is not a barrier" },
  { "topic", "topic=\"spending\"", "topic=\"weather\"", 35, "c", "not a topic" },
  { "mark", "verification=\"secondary\"", "verification=\"heard\"", 35, "c", "not a mark" },
  { "gap without its mark", "verification=\"chart-unreadable\"", "verification=\"verbatim\"", 24, "b", "has no value" },
  { "value with a gap's mark", "verification=\"secondary\"", "verification=\"qualitative\"", 35, "c", "marked as one without" },
  { "range without end", "qualifier=\"about\"", "qualifier=\"range\"", 19, "a", "second and greater" },
  { "retrieved", "2026-11-22", "2026-11-31", 30, "second", "neither a month nor a day" },
  { "retrieved month", "n-qualifier=\"range\" retrieved=\"2026-11\"", "n-qualifier=\"range\" retrieved=\"2026-13\"", 13, "first", "neither a month nor a day" },
  { "figure twice", "id=\"c\"", "id=\"a\"", 35, "a", "two <figure>" },
  { "survey twice", "id=\"second\"", "id=\"first\"", 30, "first", "two <survey>" },
  { "no source", "    <source>Three</source>\n", "", 30, "second", "<source>" },
  { "no question", "<asked>How much</asked>", "", 35, "c", "<asked>" },
  { "blank publisher", "Someone else", " ", 32, "second", "<publisher> is empty" },
  { "stored interval", "rank=\"1\"", "low=\"50\"", 19, "a", "low" },
  { "unknown intention", "id=\"flat\"", "id=\"waiting\"", 7, "", "not an intention" },
  { "intention twice", "id=\"flat\"", "id=\"adopting\"", 7, "", "two intentions" },
  { "intention missing", "    <intention id=\"flat\" counts=\"0\">C</intention>\n", "", 4, "", "lacks an intention" },
  { "other sign", "id=\"flat\" counts=\"0\"", "id=\"flat\" counts=\"1\"", 7, "", "does not count so" },
  { "other line", "elevated-from=\"40\"", "elevated-from=\"30\"", 4, "", "40 %" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GBytes) bytes = break_text (good, row);
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_benchmarks_read_bytes (bytes, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, row);
}

static void
test_survey (const RfBenchmarks *benchmarks)
{
  const RfBenchmark *a = rf_benchmarks_find (benchmarks, "a");
  const RfBenchmark *c = rf_benchmarks_find (benchmarks, "c");

  g_assert_cmpstr (a->survey_id, ==, "first");
  g_assert_cmpstr (a->survey_title, ==, "The first");
  g_assert_cmpstr (a->publisher, ==, "Someone");
  g_assert_cmpstr (a->base, ==, "Officers");
  g_assert_cmpstr (a->field, ==, "May 2024");
  g_assert_cmpstr (a->retrieved, ==, "2026-11");
  g_assert_cmpuint (g_strv_length (a->sources), ==, 2);
  g_assert_cmpstr (a->sources[1], ==, "Two");
  g_assert_true (a->is_survey);
  g_assert_cmpuint (a->sample.n, ==, 250);
  g_assert_cmpuint (a->sample.n_to, ==, 500);
  g_assert_cmpint (a->sample.qualifier, ==, RF_QUALIFIER_RANGE);
  g_assert_false (c->is_survey);
  g_assert_cmpstr (c->field, ==, NULL);
  g_assert_cmpuint (g_strv_length (c->sources), ==, 1);
  g_assert_cmpuint (c->sample.n, ==, 0);
  g_assert_cmpint (c->sample.qualifier, ==, RF_QUALIFIER_NOT_GIVEN);
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (RfBenchmarks) benchmarks = rf_benchmarks_read_bytes (bytes, "in.xml", NULL, &error);
  const RfBenchmark *a, *b, *c;

  g_assert_no_error (error);
  g_assert_cmpstr (rf_benchmarks_get_id (benchmarks), ==, "own");
  g_assert_cmpuint (rf_benchmarks_get_revision (benchmarks), ==, 2);
  g_assert_cmpstr (rf_benchmarks_get_title (benchmarks), ==, "Own");
  g_assert_cmpstr (rf_benchmarks_get_licence (benchmarks), ==, NULL);
  g_assert_cmpuint (rf_benchmarks_get_n (benchmarks), ==, 3);
  test_survey (benchmarks);
  a = rf_benchmarks_get (benchmarks, 0);
  g_assert_cmpint (a->value, ==, 625000);
  g_assert_cmpint (a->qualifier, ==, RF_QUALIFIER_ABOUT);
  g_assert_cmpstr (a->asked, ==, "Whether it worries");
  g_assert_cmpstr (a->quotation, ==, "It does");
  g_assert_true (rf_benchmark_speaks_of (a, "security"));
  g_assert_cmpuint (a->rank, ==, 1);
  b = rf_benchmarks_get (benchmarks, 1);
  g_assert_false (b->has_value);
  g_assert_cmpint (b->verification, ==, RF_VERIFICATION_CHART_UNREADABLE);
  g_assert_cmpuint (b->sample.n, ==, 431);
  g_assert_cmpuint (b->sample.n_to, ==, 0);
  g_assert_cmpstr (b->base, ==, "Those who do not");
  g_assert_cmpstr (b->note, ==, "In a chart");
  g_assert_cmpstr (b->quotation, ==, NULL);
  c = rf_benchmarks_get (benchmarks, 2);
  g_assert_cmpint (c->value, ==, -70000);
  g_assert_cmpint (c->unit, ==, RF_UNIT_NET_SCORE);
  g_assert_cmpstr (c->provider, ==, "Maker");
  g_assert_cmpuint (g_strv_length (c->barriers), ==, 0);
}

static void
test_missing (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_benchmarks_read_file ("/nonexistent/benchmarks.xml", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "benchmarks", "small.xml", NULL);
  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  g_test_add_func ("/xml/benchmarks/good", test_good);
  g_test_add_func ("/xml/benchmarks/missing", test_missing);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/xml/benchmarks/bad/", bad_rows[i].name, NULL);

      g_test_add_data_func (name, &bad_rows[i], test_bad);
    }
  status = g_test_run ();
  g_free (good);
  return status;
}
