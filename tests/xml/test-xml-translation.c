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
  { "unknown incident", "incident id=\"leak\"", "incident id=\"flood\"", 5, "flood", "no <incident>" },
  { "unknown barrier", "barrier id=\"privacy\"", "barrier id=\"cost\"", 6, "cost", "no <barrier>" },
  { "unknown section", "section id=\"s1\"", "section id=\"s9\"", 7, "s9", "no <section>" },
  { "unknown question", "question id=\"q3\"", "question id=\"q9\"", 19, "q9", "no <question>" },
  { "question twice", "question id=\"q3\"", "question id=\"q1\"", 19, "q1", "twice" },
  { "no revision of a question", "question id=\"q3\" revision=\"1\"", "question id=\"q3\" revision=\"0\"", 19, "q3", "“0”" },
  { "unknown option", "option id=\"no\"", "option id=\"maybe\"", 12, "q1", "maybe" },
  { "option twice", "option id=\"no\"", "option id=\"yes\"", 12, "q1", "twice" },
  { "unknown band", "from=\"30.50\"", "from=\"31\"", 22, "q3", "no band from 31" },
  { "no number", "from=\"30.50\"", "from=\"thirty\"", 22, "q3", "thirty" },
  { "hint of another grade", "grade=\"contract\"", "grade=\"tested\"", 13, "q1", "“tested”" },
  { "hint of no grade", "grade=\"contract\"", "grade=\"rumour\"", 13, "q1", "rumour" },
  { "unknown knock-out", "knock-out id=\"k1\"", "knock-out id=\"k9\"", 24, "k9", "no <knock-out>" },
  { "unknown profile", "<profile id=\"p1\"", "<profile id=\"p9\"", 25, "p9", "no <profile>" },
  { "weight of another question", "question-weight of=\"q1\"", "question-weight of=\"q2\"", 27, "p1", "does not weigh “q2”" },
  { "weight of another section", "section-weight of=\"s2\"", "section-weight of=\"s1\"", 28, "p1", "does not weigh “s1”" },
  { "blank prompt", "Erste?", " ", 9, "q1", "<prompt> is empty" },
  { "what is not translated", "<why>Weil.</why>", "<number>1</number>", 10, "q1", "<number>" },
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
  g_assert_cmpstr (rf_translation_get (translation, RF_TEXT_QUESTION_PROMPT, "q4", NULL, "Fourth?"), ==, "Fourth?");
  g_assert_cmpstr (rf_translation_get (NULL, RF_TEXT_QUESTION_PROMPT, "q1", NULL, "First?"), ==, "First?");
}

static RfTranslation *
read_with (const char *from,
           const char *to)
{
  const BadRow row = { "", from, to };
  g_autoptr (GBytes) bytes = break_text (good, &row);
  g_autoptr (GError) error = NULL;
  RfTranslation *translation = rf_translation_read_bytes (bytes, "in.xml", questionnaire, NULL, &error);

  g_assert_no_error (error);
  return translation;
}

static const RfQuestion *
find (const RfQuestionnaire *in,
      const char *id)
{
  return &in->questions[rf_questionnaire_find_question (in, id)];
}

/* A question is in one language: q2 lacks two of its options, q4 is not there at all. */
static void
test_applied (void)
{
  g_autoptr (RfTranslation) translation = read_with ("Ein Leck", "Ein Leck");
  g_autoptr (RfQuestionnaire) german = rf_translation_apply (translation, questionnaire);

  g_assert_cmpstr (german->language, ==, "de");
  g_assert_cmpstr (german->sha256, ==, questionnaire->sha256);
  g_assert_cmpstr (german->title, ==, "Klein");
  g_assert_cmpstr (german->incidents[0].title, ==, "Ein Leck");
  g_assert_cmpstr (german->barriers[0].title, ==, "Datenschutz");
  g_assert_cmpstr (german->sections[0].title, ==, "Eins");
  g_assert_cmpstr (german->sections[1].title, ==, "Two");
  g_assert_cmpstr (find (german, "q1")->prompt, ==, "Erste?");
  g_assert_cmpstr (find (german, "q1")->language, ==, "de");
  g_assert_cmpstr (find (german, "q1")->options[1].label, ==, "Nein");
  g_assert_cmpint (find (german, "q1")->options[1].risk, ==, 100);
  g_assert_cmpstr (find (german, "q1")->evidence_hints[0].text, ==, "Die Klausel.");
  g_assert_cmpstr (find (german, "q2")->prompt, ==, "Second?");
  g_assert_cmpstr (find (german, "q2")->options[0].label, ==, "A");
  g_assert_cmpstr (find (german, "q2")->language, ==, "en");
  g_assert_cmpstr (find (german, "q3")->unit, ==, "Tage");
  g_assert_cmpstr (find (german, "q3")->bands[1].label, ==, "Lang");
  g_assert_cmpstr (find (german, "q4")->language, ==, "en");
  g_assert_cmpstr (german->knock_outs[0].text, ==, "Niemals.");
  g_assert_cmpstr (german->profiles[0].weights[0].reason, ==, "Es zählt.");
  g_assert_cmpstr (german->profiles[0].weights[1].reason, ==, "Das auch.");
  g_assert_cmpstr (find (questionnaire, "q1")->prompt, ==, "First?");
  g_assert_cmpstr (questionnaire->profiles[0].weights[0].reason, ==, "It matters.");
}

static void
test_without (void)
{
  g_autoptr (RfQuestionnaire) same = rf_translation_apply (NULL, questionnaire);

  g_assert_true (same == questionnaire);
}

/* The wording has changed since, or was another then: its old translation may say what is no longer asked. */
static void
test_changed_since (void)
{
  g_autoptr (RfTranslation) translation = read_with ("question id=\"q3\" revision=\"1\"", "question id=\"q3\" revision=\"2\"");
  g_autoptr (RfQuestionnaire) german = rf_translation_apply (translation, questionnaire);
  g_autoptr (RfTranslationStudy) study = rf_translation_study (translation, questionnaire);

  g_assert_cmpstr (find (german, "q3")->prompt, ==, "Third?");
  g_assert_cmpstr (find (german, "q3")->language, ==, "en");
  g_assert_cmpuint (study->changed->len, ==, 1);
  g_assert_cmpstr (study->changed->pdata[0], ==, "q3");
  g_assert_cmpuint (study->n_questions, ==, 1);
}

/* That of an earlier revision still helps; what it names that is gone is passed over. */
static void
test_lagging (void)
{
  static const char revision[] = "revision=\"2\" lang";
  g_autoptr (RfTranslation) translation = read_with (revision, "revision=\"1\" lang");
  g_autoptr (RfQuestionnaire) german = rf_translation_apply (translation, questionnaire);
  const BadRow gone = { "", "question id=\"q2\"", "question id=\"q0\"" };
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *older = NULL;
  g_autoptr (RfTranslation) of_gone = NULL;

  g_assert_cmpstr (find (german, "q1")->prompt, ==, "Erste?");
  older = g_strdup (good);
  memcpy (strstr (older, revision), "revision=\"1\" lang", strlen (revision));
  bytes = break_text (older, &gone);
  of_gone = rf_translation_read_bytes (bytes, "in.xml", questionnaire, NULL, NULL);
  g_assert_nonnull (of_gone);
}

static void
test_study (void)
{
  g_autoptr (RfTranslation) translation = read_with ("Ein Leck", "Ein Leck");
  g_autoptr (RfTranslationStudy) study = rf_translation_study (translation, questionnaire);
  static const char *const missing[] = { "s2: title", "q2: option b", "q2: option none", "q4: prompt" };

  g_assert_cmpuint (study->missing->len, ==, G_N_ELEMENTS (missing));
  for (guint i = 0; i < study->missing->len; i++)
    {
      g_autofree char *text = rf_translation_gap_to_string (study->missing->pdata[i]);

      g_assert_cmpstr (text, ==, missing[i]);
    }
  g_assert_cmpuint (study->n_questions, ==, 2);
  g_assert_cmpuint (study->changed->len, ==, 0);
  g_assert_cmpuint (study->n_texts, ==, 23);
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
  g_test_add_func ("/xml/translation/applied", test_applied);
  g_test_add_func ("/xml/translation/without", test_without);
  g_test_add_func ("/xml/translation/changed-since", test_changed_since);
  g_test_add_func ("/xml/translation/lagging", test_lagging);
  g_test_add_func ("/xml/translation/study", test_study);
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
