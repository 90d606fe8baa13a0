// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-xml.h"
#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"

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
mutate (GString *text,
        GRand *random)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) text->len);
  guint wanted = (guint) g_rand_int_range (random, 1, 40);
  guint length = MIN (wanted, (guint) text->len - at);
  g_autofree char *copy = g_strndup (text->str + at, length);

  switch (g_rand_int_range (random, 0, 5))
    {
    case 0:
      text->str[at] = (char) g_rand_int_range (random, 1, 256);
      break;
    case 1:
      if (text->len > 200)
        g_string_erase (text, at, length);
      break;
    case 2:
      g_string_insert (text, g_rand_int_range (random, 0, (gint32) text->len), copy);
      break;
    default:
      g_string_insert (text, at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
    }
}

/* Takes out, doubles or moves a whole line, which mostly leaves well-formed XML. */
static void
mutate_lines (GString *text,
              GRand *random)
{
  g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
  guint n = g_strv_length (lines);
  guint from = (guint) g_rand_int_range (random, 0, (gint32) n);
  guint to = (guint) g_rand_int_range (random, 0, (gint32) n);
  guint how = (guint) g_rand_int_range (random, 0, 3);

  g_string_truncate (text, 0);
  for (guint i = 0; i < n; i++)
    {
      if (i == to && how != 0)
        g_string_append_printf (text, "%s\n", lines[from]);
      if (i != from || how == 1)
        g_string_append_printf (text, "%s\n", lines[i]);
    }
}

static void
read_mutant (GBytes *bytes,
             const char *folder)
{
  g_autoptr (RfProblems) problems = rf_problems_new ("in");
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfBenchmarks) benchmarks = NULL;
  g_autoptr (GError) error = NULL;

  if (g_str_equal (folder, "questionnaires"))
    questionnaire = rf_questionnaire_read_bytes (bytes, "in", problems, &error);
  else if (g_str_equal (folder, "benchmarks"))
    benchmarks = rf_benchmarks_read_bytes (bytes, "in", problems, &error);
  else
    record = rf_record_read_bytes (bytes, "in", problems, &error);
  g_assert_true ((questionnaire || record || benchmarks) == (error == NULL));
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
      GString *text = g_string_new (good);
      g_autoptr (GBytes) bytes = NULL;

      for (int k = g_rand_int_range (random, 1, 4); k > 0; k--)
        if (i % 2)
          mutate (text, random);
        else
          mutate_lines (text, random);
      bytes = g_string_free_to_bytes (text);
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
  return g_test_run ();
}
