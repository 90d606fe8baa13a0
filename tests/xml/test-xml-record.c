// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-record-xml.h"
#include "rf-test-problems.h"

static char *good;

static const BadRow bad_rows[] = {
  { "another namespace", "ns/answers/1", "ns/answers/2", 2, "", "namespace" },
  { "no as-of", " as-of=\"2026-11-01\"", "", 2, "", "“as-of”" },
  { "as-of that is no day", "2026-11-01", "2026-02-30", 2, "", "2026-02-30" },
  { "as-of with a time zone", "2026-11-01", "2026-11-01Z", 2, "", "2026-11-01Z" },
  { "no questionnaire", "<questionnaire id=\"small\" revision=\"2\" sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"/>", "", 2, "", "<questionnaire>" },
  { "short SHA-256", "sha256=\"e3", "sha256=\"3", 3, "", "SHA-256" },
  { "no provider", " provider=\"Northwind &quot;N&quot;\"", "", 4, "o1", "“provider”" },
  { "unknown layer", "layer=\"application\"", "layer=\"cake\"", 4, "o1", "“cake”" },
  { "plan with a space", "plan=\"pro\"", "plan=\"pro plus\"", 4, "o1", "pro plus" },
  { "unknown sensitivity", "sensitivity=\"restricted\"", "sensitivity=\"secret\"", 9, "u1", "“secret”" },
  { "unknown step", "step=\"training\"", "step=\"resting\"", 9, "u1", "“resting”" },
  { "evidence of no kind", " file=\"a&#9;b.pdf\" sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"", "", 10, "e1", "either" },
  { "evidence of two kinds", "href=", "file=\"x\" href=", 11, "e2", "either" },
  { "file without SHA-256", "b.pdf\" sha256=\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"", "b.pdf\"", 10, "e1", "SHA-256" },
  { "link without a day", " retrieved=\"2026-10-01\"", "", 11, "e2", "retrieved" },
  { "evidence twice", "<evidence id=\"e2\"", "<evidence id=\"e1\"", 11, "e1", "taken" },
  { "question twice", "question=\"q3\"", "question=\"q1\"", 19, "q1", "twice" },
  { "unknown state", "state=\"answered\" said-by=\"provider\"", "state=\"done\"", 12, "q1", "“done”" },
  { "option twice", "<choice option=\"no\"/>", "<choice option=\"no\"/><choice option=\"no\"/>", 13, "q1", "twice" },
  { "choice and value", "<choice option=\"no\"/>", "<choice option=\"no\"/><value>3</value>", 13, "q1", "<value>" },
  { "override of 101", "risk=\"40\"", "risk=\"101\"", 14, "q1", "“risk”" },
  { "override without reason", "Seen &lt;b&gt;.", " ", 14, "q1", "<override> is empty" },
  { "blank note", " ünïcode – 漢字 😀 ", " ", 15, "q1", "<note> is empty" },
  { "unknown evidence", "evidence=\"e2\"", "evidence=\"e3\"", 17, "q1", "e3" },
  { "unknown grade", "grade=\"documentation\"", "grade=\"rumour\"", 17, "q1", "“rumour”" },
  { "action without text", "<text>Change it.</text>", "", 25, "a1", "<text>" },
  { "decision on an unknown use case", "use-case=\"u1\"", "use-case=\"u2\"", 28, "u2", "u2" },
  { "decision without owner", " owner=\"J.\"", "", 28, "u1", "“owner”" },
  { "unknown verdict", "approve-with-conditions", "perhaps", 28, "u1", "“perhaps”" },
};

static void
test_bad (gconstpointer data)
{
  const BadRow *row = data;
  g_autoptr (GBytes) bytes = break_text (good, row);
  g_autoptr (RfProblems) problems = rf_problems_new ("in.xml");
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_record_read_bytes (bytes, "in.xml", problems, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  assert_problem (problems, row);
}

static RfRecord *
read_good (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;
  RfRecord *record = rf_record_read_bytes (bytes, "in.xml", NULL, &error);

  g_assert_no_error (error);
  return record;
}

static void
test_good (void)
{
  g_autoptr (RfRecord) record = read_good ();
  const RfEvidence *evidence = rf_record_find_evidence (record, "e1");
  const RfUseCase *use_case = rf_record_find_use_case (record, "u1");
  g_autofree char *as_of = rf_day_to_string (record->as_of);

  g_assert_cmpstr (record->questionnaire_id, ==, "small");
  g_assert_cmpuint (record->questionnaire_revision, ==, 2);
  g_assert_cmpstr (as_of, ==, "2026-11-01");
  g_assert_cmpstr (record->assessor, ==, "R. & R.\nRoe");
  g_assert_cmpstr (record->offering->provider, ==, "Northwind \"N\"");
  g_assert_cmpstr (record->offering->settings, ==, "  Kept\n\tas it is.\r\n");
  g_assert_cmpstr (record->offering->attributes[RF_OFFERING_PLAN], ==, "pro");
  g_assert_cmpint (record->offering->spending, ==, RF_INTENTION_SPENDING_LESS);
  g_assert_cmpstr (evidence->file_name, ==, "a\tb.pdf");
  g_assert_cmpstr (rf_record_find_evidence (record, "e2")->href, ==, "https://example.org/?a=1&b=2");
  g_assert_cmpint (use_case->levels[RF_USE_CASE_DEPENDENCE], ==, RF_RATING_VERY_HIGH);
  g_assert_cmpint (use_case->levels[RF_USE_CASE_PERSONAL_DATA], ==, 0);
  g_assert_cmpuint (record->answers->len, ==, 3);
  g_assert_cmpuint (record->actions->len, ==, 1);
  g_assert_cmpuint (record->decisions->len, ==, 1);
}

static void
test_answer (void)
{
  g_autoptr (RfRecord) record = read_good ();
  const RfAnswer *answer = rf_record_find_answer (record, "q1");
  const RfEvidenceLink *link = g_ptr_array_index (answer->links, 0);
  const RfDecision *decision = g_ptr_array_index (record->decisions, 0);

  g_assert_cmpint (answer->state, ==, RF_ANSWER_ANSWERED);
  g_assert_cmpint (answer->said_by, ==, RF_SAID_BY_PROVIDER);
  g_assert_cmpstr (answer->choices[0], ==, "no");
  g_assert_null (answer->choices[1]);
  g_assert_cmpint (answer->override_risk, ==, 40);
  g_assert_cmpstr (answer->override_reason, ==, "Seen <b>.");
  g_assert_cmpstr (answer->note, ==, " ünïcode – 漢字 😀 ");
  g_assert_cmpuint (answer->links->len, ==, 2);
  g_assert_cmpint (link->grade, ==, RF_GRADE_CONTRACT);
  g_assert_cmpstr (link->locator, ==, "p. 3");
  answer = rf_record_find_answer (record, "q3");
  g_assert_cmpstr (answer->value, ==, "30.5");
  g_assert_cmpstr (answer->inherited_from, ==, "o2");
  g_assert_cmpint (answer->override_risk, ==, -1);
  g_assert_null (answer->choices);
  g_assert_cmpstr (decision->conditions[1], ==, "Two.");
  g_assert_null (decision->conditions[2]);
  g_assert_cmpstr (decision->compensating_controls, ==, "How.");
}

static char *
write_text (const RfRecord *record)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rf_record_write (record, &error);

  g_assert_no_error (error);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The good file is in the form we write. */
static void
test_write (void)
{
  g_autoptr (RfRecord) record = read_good ();
  g_autofree char *written = write_text (record);

  g_assert_cmpstr (written, ==, good);
}

static void
test_write_any_character (void)
{
  g_autoptr (RfRecord) record = read_good ();
  RfAnswer *answer = g_ptr_array_index (record->answers, 0);
  GString *all = g_string_new ("\t\n\r\r\n");
  g_autofree char *once = NULL, *twice = NULL, *note = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfRecord) again = NULL;

  for (gunichar c = 0x20; c < 0x2100; c++)
    g_string_append_unichar (all, c);
  g_string_append (all, "]]>&amp;&#38;&#38;#38; \n");
  note = g_string_free (all, FALSE);
  g_free (answer->note);
  answer->note = g_strdup (note);
  g_free (record->assessor);
  record->assessor = g_strdup (note);
  once = write_text (record);
  bytes = g_bytes_new (once, strlen (once));
  again = rf_record_read_bytes (bytes, "in.xml", NULL, NULL);
  g_assert_nonnull (again);
  g_assert_cmpstr (rf_record_find_answer (again, "q1")->note, ==, note);
  g_assert_cmpstr (again->assessor, ==, note);
  twice = write_text (again);
  g_assert_cmpstr (twice, ==, once);
}

static void
assert_not_written (const RfRecord *record,
                    const char *word)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_record_write (record, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  if (strstr (error->message, word) == NULL)
    g_error ("no \"%s\" in: %s", word, error->message);
}

static void
test_write_control_character (void)
{
  g_autoptr (RfRecord) record = read_good ();
  RfAnswer *answer = g_ptr_array_index (record->answers, 0);

  g_free (answer->note);
  answer->note = g_strdup ("bell \a");
  assert_not_written (record, "U+0007");
}

static void
test_write_what_cannot_be_read (void)
{
  g_autoptr (RfRecord) record = read_good ();
  RfAnswer *answer = g_ptr_array_index (record->answers, 0);

  g_clear_pointer (&answer->override_reason, g_free);
  assert_not_written (record, "<override> is empty");
}

static void
test_write_blank_note (void)
{
  g_autoptr (RfRecord) record = read_good ();
  RfAnswer *answer = g_ptr_array_index (record->answers, 0);
  g_autofree char *written = NULL;

  g_free (answer->note);
  answer->note = g_strdup (" \n");
  written = write_text (record);
  g_assert_null (strstr (written, "<note>"));
}

static void
test_use_cases (void)
{
  static const char text[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                             "<use-cases xmlns=\"https://ringfence.github.io/ns/answers/1\">\n"
                             "  <use-case id=\"u1\" name=\"One\" sensitivity=\"public\"/>\n"
                             "  <use-case id=\"u2\" name=\"Two\"/>\n"
                             "</use-cases>\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) use_cases = rf_use_cases_read_bytes (bytes, "in.xml", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (use_cases->len, ==, 2);
  g_assert_cmpstr (((const RfUseCase *) g_ptr_array_index (use_cases, 1))->name, ==, "Two");
  g_assert_cmpint (((const RfUseCase *) g_ptr_array_index (use_cases, 1))->levels[0], ==, RF_LEVEL_NOT_SET);
  written = rf_use_cases_write (use_cases, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (bytes, written));
}

static void
test_use_cases_are_not_answers (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new (good, strlen (good));
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_use_cases_read_bytes (bytes, "in.xml", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, "<use-cases>"));
}

int
main (int argc,
      char **argv)
{
  g_autofree char *path = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  path = g_test_build_filename (G_TEST_DIST, "data", "answers", "small.xml", NULL);
  g_assert_true (g_file_get_contents (path, &good, NULL, NULL));
  g_test_add_func ("/xml/record/good", test_good);
  g_test_add_func ("/xml/record/answer", test_answer);
  for (guint i = 0; i < G_N_ELEMENTS (bad_rows); i++)
    {
      g_autofree char *name = g_strconcat ("/xml/record/bad/", bad_rows[i].name, NULL);

      g_test_add_data_func (name, &bad_rows[i], test_bad);
    }
  g_test_add_func ("/xml/record/write", test_write);
  g_test_add_func ("/xml/record/write-any-character", test_write_any_character);
  g_test_add_func ("/xml/record/write-control-character", test_write_control_character);
  g_test_add_func ("/xml/record/write-what-cannot-be-read", test_write_what_cannot_be_read);
  g_test_add_func ("/xml/record/write-blank-note", test_write_blank_note);
  g_test_add_func ("/xml/record/use-cases", test_use_cases);
  g_test_add_func ("/xml/record/use-cases-are-not-answers", test_use_cases_are_not_answers);
  status = g_test_run ();
  g_free (good);
  return status;
}
