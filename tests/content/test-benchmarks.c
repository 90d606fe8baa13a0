// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Every figure that is shipped, once more and in another form, so that a slip of the pen in the files shows. */

#include "config.h"

#include "rf-benchmarks-xml.h"
#include "shipped.h"

#define GAP -1
#define UNKNOWN 0

typedef struct
{
  const char *id;
  int value; /* whole in every source; GAP where it is not published in text */
  guint n;
  RfQualifier n_qualifier;
  RfVerification verification;
} Row;

#define EXACTLY(n) (n), RF_QUALIFIER_EXACT
#define ABOUT(n) (n), RF_QUALIFIER_ABOUT
#define OVER(n) (n), RF_QUALIFIER_OVER
#define NOT_GIVEN UNKNOWN, RF_QUALIFIER_NOT_GIVEN

static const Row etr_rows[] = {
  { "in-production", 70, ABOUT (1400), RF_VERIFICATION_VERBATIM },
  { "not-in-production", 431, ABOUT (1400), RF_VERIFICATION_SEED_ONLY },
  { "why-not-still-evaluating", GAP, EXACTLY (431), RF_VERIFICATION_CHART_UNREADABLE },
  { "why-not-privacy", GAP, EXACTLY (431), RF_VERIFICATION_CHART_UNREADABLE },
  { "why-not-security", GAP, EXACTLY (431), RF_VERIFICATION_CHART_UNREADABLE },
  { "why-not-legal-compliance", GAP, EXACTLY (431), RF_VERIFICATION_CHART_UNREADABLE },
  { "net-score-openai", 80, NOT_GIVEN, RF_VERIFICATION_SEED_ONLY },
  { "responses-microsoft", 611, OVER (1800), RF_VERIFICATION_SEED_ONLY },
  { "net-score-microsoft", GAP, EXACTLY (611), RF_VERIFICATION_CHART_UNREADABLE },
  { "net-score-anthropic", GAP, NOT_GIVEN, RF_VERIFICATION_QUALITATIVE },
  { "net-score-aws", GAP, NOT_GIVEN, RF_VERIFICATION_CHART_UNREADABLE },
  { "net-score-google", GAP, NOT_GIVEN, RF_VERIFICATION_CHART_UNREADABLE },
  { "net-score-databricks", GAP, NOT_GIVEN, RF_VERIFICATION_CHART_UNREADABLE },
  { "net-score-meta", GAP, NOT_GIVEN, RF_VERIFICATION_QUALITATIVE },
  { "funded-from-other-budgets", 40, OVER (1700), RF_VERIFICATION_VERBATIM },
};

static const Row public_rows[] = {
  { "cisco-2024-ip", 69, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-disclosure", 68, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-ban", 27, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-limit-data", 63, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-limit-tools", 61, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-entered-company-data", 48, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-entered-employee-data", 45, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2024-reassure", 91, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2025-exposure", 64, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "cisco-2025-local", 90, EXACTLY (2600), RF_VERIFICATION_SECONDARY },
  { "salesforce-unapproved", 55, NOT_GIVEN, RF_VERIFICATION_VERBATIM },
  { "salesforce-banned", 40, NOT_GIVEN, RF_VERIFICATION_VERBATIM },
  { "work-trend-own-tools", 78, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "work-trend-reluctant", 52, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "software-ag-shadow", 50, EXACTLY (6000), RF_VERIFICATION_SECONDARY },
  { "software-ag-would-not-stop", 46, EXACTLY (6000), RF_VERIFICATION_SECONDARY },
  { "section-banned", 43, NOT_GIVEN, RF_VERIFICATION_VERBATIM },
  { "cybsafe-shared", 38, OVER (7000), RF_VERIFICATION_SECONDARY },
  { "gartner-suspect", 69, EXACTLY (302), RF_VERIFICATION_SECONDARY },
  { "isaca-policy", 15, EXACTLY (3270), RF_VERIFICATION_SECONDARY },
  { "isaca-no-training", 40, EXACTLY (3270), RF_VERIFICATION_SECONDARY },
  { "isaca-staff-use", 60, EXACTLY (3270), RF_VERIFICATION_SECONDARY },
  { "isaca-2023-misinformation", 77, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "isaca-2023-privacy", 68, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "isaca-2023-social-engineering", 63, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "isaca-2023-ip", 58, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "deloitte-prepared", 23, EXACTLY (2770), RF_VERIFICATION_SECONDARY },
  { "mckinsey-2024-use", 65, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "mckinsey-2024-consequence", 44, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "mckinsey-flash-priority", 63, OVER (100), RF_VERIFICATION_SECONDARY },
  { "mckinsey-flash-not-prepared", 91, OVER (100), RF_VERIFICATION_SECONDARY },
  { "mckinsey-2023-policies", 21, EXACTLY (1684), RF_VERIFICATION_SECONDARY },
  { "mckinsey-2023-inaccuracy", 32, EXACTLY (1684), RF_VERIFICATION_SECONDARY },
  { "mckinsey-2023-cyber", 38, EXACTLY (1684), RF_VERIFICATION_SECONDARY },
  { "recognize-security", 60, 250, RF_QUALIFIER_RANGE, RF_VERIFICATION_SECONDARY },
  { "recognize-deployed", 32, 250, RF_QUALIFIER_RANGE, RF_VERIFICATION_SECONDARY },
  { "public-sector-top-concern", 48, EXACTLY (839), RF_VERIFICATION_SECONDARY },
  { "public-sector-trust", 83, EXACTLY (839), RF_VERIFICATION_SECONDARY },
  { "riverbed-training", 76, EXACTLY (1200), RF_VERIFICATION_SECONDARY },
  { "ibm-use", 42, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "ibm-explore", 40, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
  { "netskope-source-code", 46, NOT_GIVEN, RF_VERIFICATION_SECONDARY },
};

static RfBenchmarks *
read_shipped (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "benchmarks", name, NULL);
  g_autoptr (GError) error = NULL;
  RfBenchmarks *benchmarks = rf_benchmarks_read_file (path, NULL, &error);

  g_assert_no_error (error);
  return benchmarks;
}

static void
check_row (const RfBenchmarks *benchmarks,
           const Row *row)
{
  const RfBenchmark *benchmark = rf_benchmarks_find (benchmarks, row->id);

  g_test_message ("%s", row->id);
  g_assert_nonnull (benchmark);
  g_assert_true (benchmark->has_value == (row->value != GAP));
  if (row->value != GAP)
    g_assert_cmpint (benchmark->value, ==, row->value * RF_NUMBER_ONE);
  g_assert_cmpuint (benchmark->sample.n, ==, row->n);
  g_assert_cmpint (benchmark->sample.qualifier, ==, row->n_qualifier);
  g_assert_cmpint (benchmark->verification, ==, row->verification);
  g_assert_true (g_str_has_prefix (benchmark->retrieved, "2026-11"));
}

static void
check_rows (const char *name,
            const Row *rows,
            guint n_rows)
{
  g_autoptr (RfBenchmarks) benchmarks = read_shipped (name);

  /* none besides those of the table */
  g_assert_cmpuint (rf_benchmarks_get_n (benchmarks), ==, n_rows);
  for (guint i = 0; i < n_rows; i++)
    check_row (benchmarks, &rows[i]);
}

static void
test_etr (void)
{
  check_rows ("etr-2024.xml", etr_rows, G_N_ELEMENTS (etr_rows));
}

static void
test_public (void)
{
  check_rows ("public-surveys.xml", public_rows, G_N_ELEMENTS (public_rows));
}

/* A barrier that a survey names has the id that the questionnaire uses, unless it lies outside of it. */
static void
test_barriers (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = shipped_questionnaire_read ();
  guint n_found = 0;

  for (guint i = 0; rf_benchmark_barriers[i]; i++)
    for (guint k = 0; k < questionnaire->n_barriers; k++)
      n_found += g_str_equal (rf_benchmark_barriers[i], questionnaire->barriers[k].id);
  g_assert_cmpuint (n_found, ==, questionnaire->n_barriers);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/content/benchmarks/etr", test_etr);
  g_test_add_func ("/content/benchmarks/public", test_public);
  g_test_add_func ("/content/benchmarks/barriers", test_barriers);
  return g_test_run ();
}
