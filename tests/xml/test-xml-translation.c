// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-test-problems.h"
#include "rf-translation-xml.h"

static RfQuestionnaire *questionnaire;
static char *good;

static const BadRow bad_rows[] = {
  { "another questionnaire", "questionnaire=\"small\"", "questionnaire=\"large\"", 2, "", "“large”, revision 2" },
  { "another revision", "revision=\"2\"", "revision=\"3\"", 2, "", "revision 3" },
  { "no language", " lang=\"de\"", "", 2, "", "“lang”" },
  { "no title", "<title>Klein</title>", "", 2, "", "lacks <title>" },
  { "unknown barrier", "barrier id=\"privacy\"", "barrier id=\"cost\"", 5, "cost", "no <barrier>" },
  { "unknown section", "section id=\"s1\"", "section id=\"s9\"", 6, "s9", "no <section>" },
  { "unknown question", "question id=\"q3\"", "question id=\"q9\"", 13, "q9", "no <question>" },
  { "question twice", "question id=\"q3\"", "question id=\"q1\"", 13, "q1", "twice" },
  { "unknown option", "option id=\"no\"", "option id=\"maybe\"", 11, "q1", "maybe" },
  { "option twice", "option id=\"no\"", "option id=\"yes\"", 11, "q1", "twice" },
  { "unknown knock-out", "knock-out id=\"k1\"", "knock-out id=\"k9\"", 14, "k9", "no <knock-out>" },
  { "unknown profile", "profile id=\"p1\"", "profile id=\"p9\"", 15, "p9", "no <profile>" },
  { "blank prompt", "Erste?", " ", 8, "q1", "<prompt> is empty" },
  { "what is not translated", "<why>Weil.</why>", "<unit>Tage</unit>", 9, "q1", "<unit>" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GBytes) bytes = break_text (good, row);
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_translation_read_bytes (bytes, "in.xml", questionnaire, problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, row);
}

static void
test_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (RfTranslation) translation = rf_translation_read_bytes (bytes, "in.xml", questionnaire, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (rf_translation_get_questionnaire_id (translation), ==, "small");
  g_assert_cmpuint (rf_translation_get_revision (translation), ==, 2);
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_TITLE, NULL, NULL, "Small"), ==, "Klein");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_QUESTION_PROMPT, "q1", NULL, "First?"), ==, "Erste?");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_OPTION_HELP, "q1", "no", NULL), ==, "Nie.");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_OPTION_HELP, "q1", "yes", NULL), ==, NULL);
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_KNOCK_OUT_TEXT, "k1", NULL, "Never."), ==, "Niemals.");
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_QUESTION_PROMPT, "q2", NULL, "Second?"), ==, "Second?");
  g_assert_cmpstr (rf_translation_get (NULL, RF_TEXT_QUESTION_PROMPT, "q1", NULL, "First?"), ==, "First?");
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL, *questionnaire_path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "translations", "small.xml", NULL);
  questionnaire_path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  questionnaire = rf_questionnaire_read_file (questionnaire_path, NULL, NULL);
  g_assert_nonnull (questionnaire);
  g_test_add_func ("/xml/translation/good", test_good);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/xml/translation/bad/", bad_rows[i].name, NULL);

      g_test_add_data_func (name, &bad_rows[i], test_bad);
    }
  status = g_test_run ();
  rf_questionnaire_unref (questionnaire);
  g_free (good);
  return status;
}
