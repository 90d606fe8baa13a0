// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-record-json.h"
#include "rf-record-xml.h"
#include "rf-test-mutation.h"

/* Good answers as JSON, broken at random: whatever comes of it, it is read and can be written, or it is refused with a
 * message. With -m slow a hundred times as many. */

static const char *const pieces[] = {
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "\"",
  "null",
  "true",
  "{}",
  "[]",
  "[[[[[[[[[[[[[[[[[[[[",
  "\"\\u0000\"",
  "\\ud800",
  "\"answers\" : {},",
  "\"evidence\" : [ 1 ],",
  "\"format\" : \"ringfence-answers\",",
  "-1",
  "1e400",
  "99999999999999999999",
  "\xff",
  "\n",
  "q1",
};

static char *
dup_good (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "answers", "small.xml", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRecord) record = rf_record_read_file (path, NULL, &error);
  g_autoptr (GBytes) bytes = NULL;

  g_assert_no_error (error);
  bytes = rf_record_write_json (record, &error);
  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static gboolean
read_mutant (GBytes *bytes)
{
  g_autoptr (RfProblems) problems = rf_problems_new ("in");
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRecord) record = rf_record_read_json (bytes, "in", problems, &error);
  g_autoptr (GBytes) written = NULL;

  g_assert_true ((record != NULL) == (error == NULL));
  if (error)
    {
      g_assert_true (error->domain == RF_ERROR && *error->message);
      g_assert_true (error->code == RF_ERROR_PARSE || rf_problems_has_fatal (problems));
      return FALSE;
    }
  written = rf_record_write_json (record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (written);
  return TRUE;
}

static void
test_mutations (void)
{
  g_autofree char *good = dup_good ();
  GRand *random = g_rand_new_with_seed (226);
  guint n = g_test_slow () ? 200000 : 2000;
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GBytes) bytes = make_mutant (good, pieces, G_N_ELEMENTS (pieces), i, random);

      n_read += read_mutant (bytes);
    }
  /* both ways were taken */
  g_assert_cmpuint (n_read, >, 0);
  g_assert_cmpuint (n_read, <, n);
  g_rand_free (random);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/mutations/answers", test_mutations);
  return g_test_run ();
}
