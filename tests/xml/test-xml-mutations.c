// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-xml.h"
#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"
#include "rf-test-mutation.h"
#include "rf-translation-xml.h"

#include <string.h>

/* Good files, broken at random but always in the same way: whatever comes of it, it is read or it is refused
 * with a message. With -m slow a hundred times as many. */

static const char *const pieces[] = {
  "<",
  ">",
  "/>",
  "\"",
  "&",
  "&amp;",
  "&#0;",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?x ?>",
  "<all>",
  "</all>",
  "<any/>",
  "<not>",
  "<applies-if/>",
  "<section id=\"s1\">",
  "<question id=\"q1\" kind=\"number\">",
  "</question>",
  "<option id=\"a\" risk=\"5\"/>",
  "<band from=\"0\" risk=\"1\"/>",
  "<answer question=\"q2\" below=\"1\"/>",
  "<use-case attribute=\"volume\" is=\"low\"/>",
  "id=\"\"",
  " weight=\"0\"",
  "-1",
  "99999999999999999999",
  "\xff",
  "\n",
  " ",
  "q1",
  "q4",
};

static void
read_mutant (GBytes *bytes,
             const char *folder)
{
  g_autoptr (RfProblems) problems = rf_problems_new ("in");
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfBenchmarks) benchmarks = NULL;
  g_autoptr (RfTranslation) translation = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (folder, "questionnaires"))
    questionnaire = rf_questionnaire_read_bytes (bytes, "in", problems, &error);
  else if (g_str_equal (folder, "benchmarks"))
    benchmarks = rf_benchmarks_read_bytes (bytes, "in", problems, &error);
  else if (g_str_equal (folder, "translations"))
    translation = rf_translation_read_bytes (bytes, "in", NULL, problems, &error);
  else
    record = rf_record_read_bytes (bytes, "in", problems, &error);
  g_assert_true ((questionnaire || record || benchmarks || translation) == (error == NULL));
  if (record)
    {
      g_autoptr (GBytes) written = rf_record_write (record, &error);

      g_assert_no_error (error);
      g_assert_nonnull (written);
    }
  if (error)
    {
      g_assert_true (error->domain == RF_ERROR && *error->message);
      g_assert_true (error->code == RF_ERROR_PARSE || rf_problems_has_fatal (problems));
    }
}

static void
test_mutations (gconstpointer data)
{
  const char *folder = data;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", folder, "small.xml", NULL);
  g_autofree char *good = NULL;
  GRand *random = g_rand_new_with_seed (226);
  guint n = g_test_slow () ? 200000 : 2000;

  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = make_mutant (good, pieces, G_N_ELEMENTS (pieces), i, random);

      read_mutant (bytes, folder);
    }
  g_rand_free (random);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/xml/mutations/questionnaire", "questionnaires", test_mutations);
  g_test_add_data_func ("/xml/mutations/answers", "answers", test_mutations);
  g_test_add_data_func ("/xml/mutations/benchmarks", "benchmarks", test_mutations);
  g_test_add_data_func ("/xml/mutations/translation", "translations", test_mutations);
  return g_test_run ();
}
