// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-test-problems.h"

static char *good;

/* what the schema states */
static const BadRow shape_rows[] = {
  { "another namespace", "ns/questionnaire/1", "ns/questionnaire/9", 2, "", "namespace" },
  { "no namespace", "xmlns=\"https://ringfence.github.io/ns/questionnaire/1\" ", "", 2, "", "namespace" },
  { "no id", "id=\"small\" ", "", 2, "", "lacks the attribute “id”" },
  { "id with a space", "id=\"small\"", "id=\"sm all\"", 2, "", "not an id" },
  { "id of 65 letters", "id=\"small\"", "id=\"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"", 2, "", "not an id" },
  { "revision zero", "revision=\"2\"", "revision=\"0\"", 2, "", "“revision”" },
  { "revision in words", "revision=\"2\"", "revision=\"two\"", 2, "", "“revision”" },
  { "no language", "lang=\"en\"", "lang=\"e n\"", 2, "", "language" },
  { "no title", "<title>Small</title>", "", 2, "", "lacks <title>" },
  { "blank title", "<title>Small</title>", "<title> \n </title>", 3, "", "<title> is empty" },
  { "two titles", "<title>Small</title>", "<title>Small</title><title>Small</title>", 3, "", "twice" },
  { "unknown element", "<title>Small</title>", "<title>Small</title><subtitle>S</subtitle>", 3, "", "<subtitle>" },
  { "foreign element", "<title>Small</title>", "<title>Small</title><x:y xmlns:x=\"urn:x\"/>", 3, "", "<y>" },
  { "element in a text", "A paragraph", "A <b>paragraph</b>", 7, "", "text only" },
  { "band below zero", "low=\"20\"", "low=\"-1\"", 8, "", "“low”" },
  { "no band limit", " very-high=\"80\"", "", 8, "", "“very-high”" },
  { "framework without version", " version=\"2022\"", "", 9, "iso", "“version”" },
  { "blank framework name", "name=\"ISO &amp; IEC\"", "name=\"  \"", 9, "iso", "blank" },
  { "incident without source", "<source>A paper</source>", "", 10, "leak", "<source>" },
  { "barriers that are no ids", "barriers=\"privacy\"", "barriers=\"privacy /\"", 12, "s1", "“/”" },
  { "section weight too high", "weight=\"3\"", "weight=\"10001\"", 12, "s1", "“weight”" },
  { "unknown attribute", "weight=\"3\"", "weight=\"3\" colour=\"red\"", 12, "s1", "“colour”" },
  { "attribute of XML's own", "weight=\"3\"", "weight=\"3\" xml:lang=\"en\"", 12, "s1", "“xml:lang”" },
  { "text in a section", "<title>One</title>", "<title>One</title> stray", 12, "s1", "Text cannot stand" },
  { "unknown kind", "kind=\"single-choice\"", "kind=\"txet\"", 14, "q1", "“txet” is not a kind of question" },
  { "no kind", " kind=\"single-choice\"", "", 14, "q1", "“kind”" },
  { "unknown criticality", "criticality=\"critical\"", "criticality=\"huge\"", 14, "q1", "“huge”" },
  { "no prompt", "<prompt>First?</prompt>", "", 14, "q1", "lacks <prompt>" },
  { "prompt after why", "<prompt>First?</prompt>\n      <why>Because.</why>", "<why>Because.</why>\n      <prompt>First?</prompt>",
    16, "q1", "too late" },
  { "option without id", "id=\"yes\" risk", "risk", 17, "q1", "“id”" },
  { "risk above 100", "risk=\"0\"><label>Yes", "risk=\"101\"><label>Yes", 17, "q1", "“risk”" },
  { "risk with a fraction", "risk=\"0\"><label>Yes", "risk=\"0.5\"><label>Yes", 17, "q1", "“risk”" },
  { "no risk", " risk=\"0\"><label>Yes", "><label>Yes", 17, "q1", "“risk”" },
  { "option without label", "<label>Yes</label>", "", 17, "q1", "lacks <label>" },
  { "band beside options", "<evidence-hint", "<band from=\"0\" risk=\"0\"/><evidence-hint", 19, "q1", "<band>" },
  { "unknown grade", "grade=\"contract\"", "grade=\"hearsay\"", 19, "q1", "“hearsay” is not a grade" },
  { "content in an empty element", "<reference framework=\"iso\" id=\"A.1\"/>",
    "<reference framework=\"iso\" id=\"A.1\">x</reference>", 20, "q1", "Text cannot stand" },
  { "child in an empty element", "<incident ref=\"leak\"/>", "<incident ref=\"leak\"><a/></incident>", 21, "q1", "<a>" },
  { "unknown meaning", "meaning=\"same\"", "meaning=\"similar\"", 22, "q1", "“similar”" },
  { "unknown combine", "combine=\"sum\"", "combine=\"product\"", 24, "q2", "“product”" },
  { "empty all", "<answer question=\"q1\" option=\"no\"/>\n          <use-case attribute=\"sensitivity\" at-least=\"restricted\"/>",
    "", 27, "q2", "<all> is empty" },
  { "two conditions", "</all>", "</all><any><answer question=\"q1\" option=\"no\"/></any>", 30, "q2", "one too many" },
  { "answer condition without question", "<answer question=\"q1\" option=\"no\"/>", "<answer option=\"no\"/>", 28, "q2", "“question”" },
  { "answer condition that asks nothing", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q1\"/>", 28, "q2", "does not say" },
  { "answer condition that asks twice", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q1\" option=\"no\" below=\"3\"/>",
    28, "q2", "twice" },
  { "use-case condition that asks nothing", " at-least=\"restricted\"", "", 29, "q2", "does not say" },
  { "unknown attribute of a use case", "attribute=\"sensitivity\"", "attribute=\"size\"", 29, "q2", "“size”" },
  { "exclusive in words", "exclusive=\"true\"", "exclusive=\"yes\"", 34, "q2", "neither true nor false" },
  { "unknown side", "side=\"customer\"", "side=\"theirs\"", 37, "s2", "“theirs”" },
  { "limit in words", "from=\"30.5\"", "from=\"a month\"", 42, "q3", "not a number" },
  { "limit with five decimals", "from=\"30.5\"", "from=\"30.00001\"", 42, "q3", "not a number" },
  { "section without questions", "<profile id=\"p1\">", "<section id=\"s3\"><title>T</title></section><profile id=\"p1\">", 53, "s3", "lacks <question>" },
  { "unknown floor", "floor=\"high\"", "floor=\"top\"", 49, "k1", "“top” is not a rating" },
  { "no violated-if", "<violated-if><not><answer question=\"q1\" option=\"yes\"/></not></violated-if>", "", 49, "k1", "<violated-if>" },
  { "weight of nobody", "<weight question=\"q1\"", "<weight", 55, "p1", "whose" },
  { "weight of two", "<weight question=\"q1\"", "<weight question=\"q1\" section=\"s1\"", 55, "p1", "whose" },
  { "weight without reason", "It matters.", "", 55, "p1", "<weight> is empty" },
};

/* what only the rules state */
static const BadRow rule_rows[] = {
  { "option twice", "id=\"no\" risk=\"100\"", "id=\"yes\" risk=\"100\"", 18, "q1", "yes" },
  { "question twice", "id=\"q2\"", "id=\"q1\"", 24, "q1", "q1" },
  { "section twice", "id=\"s2\"", "id=\"s1\"", 37, "s1", "s1" },
  { "framework twice", "<incident id=\"leak\"", "<framework id=\"iso\" name=\"I\" version=\"1\"/><incident id=\"leak\"", 10, "iso", "iso" },
  { "incident twice", "<barrier id=\"privacy\"", "<incident id=\"leak\" date=\"1\"><title>T</title><source>S</source></incident><barrier id=\"privacy\"", 11, "leak", "leak" },
  { "barrier twice", "<section id=\"s1\"", "<barrier id=\"privacy\"><title>P</title></barrier><section id=\"s1\"", 12, "privacy", "privacy" },
  { "knock-out twice", "<profile id=\"p1\">", "<knock-out id=\"k1\" floor=\"low\"><text>T</text><violated-if><answer question=\"q1\" option=\"no\"/></violated-if></knock-out><profile id=\"p1\">", 53, "k1", "k1" },
  { "profile twice", "</questionnaire>", "<profile id=\"p1\"><title>T</title></profile></questionnaire>", 58, "p1", "p1" },
  { "unknown framework", "framework=\"iso\" id", "framework=\"nist\" id", 20, "q1", "nist" },
  { "unknown incident", "ref=\"leak\"", "ref=\"flood\"", 21, "q1", "flood" },
  { "unknown barrier", "barriers=\"privacy\"", "barriers=\"cost\"", 12, "s1", "cost" },
  { "unknown question", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q9\" option=\"no\"/>", 28, "q2", "q9" },
  { "unknown option", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q1\" option=\"maybe\"/>", 28, "q2", "maybe" },
  { "later question", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q3\" below=\"3\"/>", 28, "q2", "q3" },
  { "itself", "<answer question=\"q3\" at-least=\"30.5\"/>", "<answer question=\"q4\" at-least=\"1\"/>", 46, "q4", "its own question" },
  { "unknown level", "at-least=\"restricted\"", "at-least=\"cosmic\"", 29, "q2", "cosmic" },
  { "weights on some sections", " weight=\"1\">\n    <title>Two", ">\n    <title>Two", 37, "s2", "weight" },
  { "bands that descend", "from=\"30.5\"", "from=\"-1\"", 42, "q3", "" },
  { "rating bands that descend", "moderate=\"40\"", "moderate=\"10\"", 8, "", "" },
  { "profile of an unknown question", "<weight question=\"q1\"", "<weight question=\"q8\"", 55, "p1", "q8" },
  { "unknown default profile", "lang=\"en\"", "lang=\"en\" default-profile=\"p9\"", 2, "", "p9" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GBytes) bytes = break_text (good, row);
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;
  g_autofree char *all = NULL;

  g_assert_null (rf_questionnaire_read_bytes (bytes, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, row);
  all = rf_problems_to_string (problems);
  g_assert_cmpstr (error->message, ==, all);
}

static void
test_good (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autoptr (RfProblems) problems = rf_problems_new (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_file (path, problems, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 0);
  g_assert_cmpstr (questionnaire->id, ==, "small");
  g_assert_cmpuint (questionnaire->revision, ==, 2);
  g_assert_cmpstr (questionnaire->title, ==, "Small");
  g_assert_cmpstr (questionnaire->description, ==, "Two lines.\n\nA paragraph & more.");
  g_assert_cmpstr (questionnaire->language, ==, "en");
  g_assert_cmpint (questionnaire->default_profile, ==, -1);
  g_assert_true (questionnaire->weighs_sections);
  g_assert_cmpuint (questionnaire->n_sections, ==, 2);
  g_assert_cmpuint (questionnaire->n_questions, ==, 4);
  g_assert_cmpuint (questionnaire->n_knock_outs, ==, 1);
  g_assert_cmpuint (questionnaire->n_profiles, ==, 1);
  g_assert_cmpstr (questionnaire->frameworks[0].name, ==, "ISO & IEC");
  g_assert_cmpstr (questionnaire->incidents[0].source, ==, "A paper");
  g_assert_cmpstr (questionnaire->barriers[0].title, ==, "Privacy");
}

static void
test_questions (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_bytes (bytes, "in.xml", NULL, &error);
  const RfQuestion *first, *second, *third;

  g_assert_no_error (error);
  first = &questionnaire->questions[0];
  second = &questionnaire->questions[1];
  third = &questionnaire->questions[2];
  g_assert_cmpstr (first->prompt, ==, "First?");
  g_assert_cmpstr (first->why, ==, "Because.");
  g_assert_cmpint (first->weight, ==, 20);
  g_assert_cmpuint (first->line, ==, 14);
  g_assert_cmpuint (first->n_options, ==, 2);
  g_assert_cmpstr (first->options[1].label, ==, "No");
  g_assert_cmpint (first->options[1].risk, ==, 100);
  g_assert_cmpstr (first->evidence_hints[0].text, ==, "The clause.");
  g_assert_cmpstr (first->references[0].id, ==, "A.1");
  g_assert_cmpstr (first->superseded[0].question, ==, "q0");
  g_assert_cmpint (second->combine, ==, RF_COMBINE_SUM);
  g_assert_cmpint (second->weight, ==, 7);
  g_assert_true (second->options[2].exclusive);
  g_assert_cmpint (second->applies_if->kind, ==, RF_CONDITION_ALL);
  g_assert_cmpuint (second->applies_if->length, ==, 3);
  g_assert_cmpint (third->kind, ==, RF_QUESTION_NUMBER);
  g_assert_cmpint (third->bands[1].from, ==, 305000);
  g_assert_cmpstr (third->bands[1].label, ==, "Long");
  g_assert_cmpint (third->scope, ==, RF_SCOPE_ORGANISATION);
  g_assert_cmpstr (third->unit, ==, "days");
}

static void
test_all_problems_at_once (void)
{
  static const BadRow wanted[] = {
    { "shape, early", "", "", 12, "s1", "“weight”" },
    { "shape, late", "", "", 49, "k1", "“top”" },
    { "rule", "", "", 28, "q2", "maybe" },
  };
  g_autofree char *one = NULL, *two = NULL;
  g_autoptr (GBytes) first = break_text (good, &(BadRow){ "", "weight=\"3\"", "weight=\"x\"" });
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) third = NULL;
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;

  one = g_strndup (g_bytes_get_data (first, NULL), g_bytes_get_size (first));
  second = break_text (one, &(BadRow){ "", "floor=\"high\"", "floor=\"top\"" });
  two = g_strndup (g_bytes_get_data (second, NULL), g_bytes_get_size (second));
  third = break_text (two, &(BadRow){ "", "<answer question=\"q1\" option=\"no\"/>", "<answer question=\"q1\" option=\"maybe\"/>" });
  g_assert_null (rf_questionnaire_read_bytes (third, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    assert_problem (problems, &wanted[i]);
  for (guint i = 1; i < rf_problems_get_n (problems); i++)
    g_assert_cmpuint (rf_problems_get (problems, i - 1)->line, <=, rf_problems_get (problems, i)->line);
}

static void
test_many_problems (void)
{
  GString *text = g_string_new ("<questionnaire xmlns=\"https://ringfence.github.io/ns/questionnaire/1\" id=\"a\" revision=\"1\">\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;
  guint n;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, "<wrong/>\n");
  g_string_append (text, "</questionnaire>");
  bytes = g_string_free_to_bytes (text);
  g_assert_null (rf_questionnaire_read_bytes (bytes, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  n = rf_problems_get_n (problems);
  g_assert_cmpuint (n, ==, 101);
  g_assert_nonnull (strstr (rf_problems_get (problems, n - 1)->message, "more problems"));
}

static void
test_too_many_options (void)
{
  static const BadRow row = { "too many options", "", "", 18, "q1", "more <option>" };
  GString *options = g_string_new ("<option id=\"yes\"");
  g_autofree char *by = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");

  for (guint i = 0; i < 63; i++)
    g_string_append_printf (options, " risk=\"0\"><label>L</label></option><option id=\"o%u\"", i);
  by = g_string_free (options, FALSE);
  bytes = break_text (good, &(BadRow){ "", "<option id=\"yes\"", by });
  g_assert_null (rf_questionnaire_read_bytes (bytes, "in.xml", problems, NULL));
  assert_problem (problems, &row);
}

static void
test_another_element (void)
{
  static const BadRow row = { "another element", "", "", 2, "", "<answers>" };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "answers", "small.xml", NULL);
  g_autoptr (RfProblems) problems = rf_problems_new (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_questionnaire_read_file (path, problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, &row);
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 1);
}

/* An editor's hint to where the schema lies is not ours to mind, nor is it followed. */
static void
test_schema_location (void)
{
  g_autoptr (GBytes) bytes = break_text (good, &(BadRow){ "", "lang=\"en\"",
                                                          "lang=\"en\" xmlns:i=\"http://www.w3.org/2001/XMLSchema-instance\" "
                                                          "i:schemaLocation=\"https://ringfence.github.io/ns/questionnaire/1 /dev/zero\"" });
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_bytes (bytes, "in.xml", NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (questionnaire);
}

static void
test_byte_order_mark (void)
{
  g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", good, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (marked, strlen (marked));
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_bytes (bytes, "in.xml", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (questionnaire->id, ==, "small");
}

/* Comments, CDATA, processing instructions and quotes around ">" must not shift the lines. */
static void
test_lines (void)
{
  static const BadRow row = { "line", "<why>Because.</why>",
                              "<!-- <a>\n<b -->\n<why><![CDATA[Be > <cause>\n]]></why>\n<?pi\n<x>?>\n"
                              "<help\n>A > B</help>",
                              25, "q1", "“risk”" };
  g_autoptr (GBytes) shifted = break_text (good, &row);
  g_autofree char *text = g_strndup (g_bytes_get_data (shifted, NULL), g_bytes_get_size (shifted));
  g_autoptr (GBytes) bytes = break_text (text, &(BadRow){ "", "id=\"no\" risk=\"100\"", "id=\"no\"\n risk=\"x\"" });
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");

  g_assert_null (rf_questionnaire_read_bytes (bytes, "in.xml", problems, NULL));
  assert_problem (problems, &row);
}

static gpointer
read_often (gpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  guint n_read = 0;

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_bytes (bytes, "in.xml", NULL, NULL);

      n_read += questionnaire != NULL && questionnaire->n_questions == 4;
    }
  return GUINT_TO_POINTER (n_read);
}

/* The compiled schema is shared. */
static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("read", read_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 50);
}

static void
add_rows (const char *what,
          const BadRow *rows,
          guint n_rows)
{
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/xml/questionnaire/%s/%s", what, rows[i].name);

      g_test_add_data_func (path, &rows[i], test_bad);
    }
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  g_test_add_func ("/xml/questionnaire/good", test_good);
  g_test_add_func ("/xml/questionnaire/questions", test_questions);
  add_rows ("shape", shape_rows, G_N_ELEMENTS (shape_rows));
  add_rows ("rules", rule_rows, G_N_ELEMENTS (rule_rows));
  g_test_add_func ("/xml/questionnaire/all-problems-at-once", test_all_problems_at_once);
  g_test_add_func ("/xml/questionnaire/many-problems", test_many_problems);
  g_test_add_func ("/xml/questionnaire/too-many-options", test_too_many_options);
  g_test_add_func ("/xml/questionnaire/another-element", test_another_element);
  g_test_add_func ("/xml/questionnaire/schema-location", test_schema_location);
  g_test_add_func ("/xml/questionnaire/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/xml/questionnaire/threads", test_threads);
  g_test_add_func ("/xml/questionnaire/lines", test_lines);
  status = g_test_run ();
  g_free (good);
  return status;
}
