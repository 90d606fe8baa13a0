// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-xml.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"
#include "rf-translation-xml.h"

#include <string.h>

/* The examples of the documentation are files that we read. */

static GBytes *
extract_example (const char *document,
                 guint index)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "docs", document, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  const char *begin, *end;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  begin = text;
  for (guint i = 0; i <= index; i++)
    {
      begin = strstr (begin, "```xml\n");
      g_assert_nonnull (begin);
      begin += strlen ("```xml\n");
    }
  end = strstr (begin, "```");
  g_assert_nonnull (end);
  return g_bytes_new (begin, (gsize) (end - begin));
}

static RfQuestionnaire *
read_example_questionnaire (void)
{
  g_autoptr (GBytes) bytes = extract_example ("questionnaire-format.md", 0);
  g_autoptr (RfProblems) problems = rf_problems_new ("questionnaire-format.md");
  g_autoptr (GError) error = NULL;
  RfQuestionnaire *questionnaire = rf_questionnaire_read_bytes (bytes, "questionnaire-format.md", problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 0);
  return questionnaire;
}

static void
test_questionnaire (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = read_example_questionnaire ();

  g_assert_cmpstr (questionnaire->id, ==, "example");
  g_assert_cmpuint (questionnaire->n_sections, ==, 3);
  g_assert_cmpuint (questionnaire->n_questions, ==, 7);
  g_assert_cmpint (questionnaire->default_profile, ==, 0);
}

static void
test_translation (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = read_example_questionnaire ();
  g_autoptr (GBytes) bytes = extract_example ("questionnaire-format.md", 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfTranslation) translation =
    rf_translation_read_bytes (bytes, "questionnaire-format.md", questionnaire, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rf_translation_get_language (translation), ==, "de");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_OPTION_LABEL, "review.humans", "never", "Never"), ==, "Nie");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_OPTION_LABEL, "ourselves.plan", "yes", "Yes"), ==, "Yes");
}

static void
test_answers (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = read_example_questionnaire ();
  g_autoptr (GBytes) bytes = extract_example ("answers-format.md", 0);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (RfProblems) problems = rf_problems_new ("answers-format.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRecord) record = rf_record_read_bytes (bytes, "answers-format.md", problems, &error);
  g_autofree RfAnswerValue *values = NULL;
  g_autofree char *all = NULL;

  g_assert_no_error (error);
  values = rf_record_bind (record, questionnaire, record->as_of, problems);
  all = rf_problems_to_string (problems);
  g_assert_cmpstr (all, ==, "");
  g_assert_nonnull (values);
  written = rf_record_write (record, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (written, bytes));
}

static void
test_benchmarks (void)
{
  g_autoptr (GBytes) bytes = extract_example ("benchmarks-format.md", 0);
  g_autoptr (RfProblems) problems = rf_problems_new ("benchmarks-format.md");
  g_autoptr (GError) error = NULL;
  g_autoptr (RfBenchmarks) benchmarks = rf_benchmarks_read_bytes (bytes, "benchmarks-format.md", problems, &error);
  RfWilsonInterval interval;
  gboolean approximate = TRUE;

  g_assert_no_error (error);
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 0);
  g_assert_cmpuint (rf_benchmarks_get_n (benchmarks), ==, 3);
  g_assert_true (rf_benchmark_get_interval (rf_benchmarks_find (benchmarks, "privacy"), &interval, &approximate));
  g_assert_false (approximate);
  g_assert_false (rf_benchmarks_find (benchmarks, "cost")->has_value);
  g_assert_cmpuint (rf_benchmarks_find (benchmarks, "score")->sample.n, ==, 40);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/xml/documents/questionnaire", test_questionnaire);
  g_test_add_func ("/xml/documents/translation", test_translation);
  g_test_add_func ("/xml/documents/answers", test_answers);
  g_test_add_func ("/xml/documents/benchmarks", test_benchmarks);
  return g_test_run ();
}
