// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "report-fixture.h"
#include "rf-error.h"

/* The file as other programs see it: written into a folder of its own, and what a tool prints of it. */
static char *folder;

static char *
write_report (RfFindings *findings,
              const RfReportOptions *options,
              char ***missing)
{
  char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (rf_report_write_pdf (findings, options, path, NULL, NULL, NULL, missing, &error));
  g_assert_no_error (error);
  return path;
}

static char *
run_tool (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *errors = NULL;
  char *output = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &output, &errors, &status, &error);
  g_assert_no_error (error);
  if (!g_spawn_check_wait_status (status, &error))
    g_error ("%s: %s%s", arguments[0], output, errors);
  return output;
}

static char *
read_text (const char *path)
{
  const char *arguments[] = { "pdftotext", "-enc", "UTF-8", path, "-", NULL };

  return run_tool (arguments);
}

/* Text without what line and page breaks add. */
static char *
strip_spaces (const char *text)
{
  GString *stripped = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (stripped, g_utf8_get_char (at));
  return g_string_free (stripped, FALSE);
}

static void
assert_contains (const char *text,
                 const char *part)
{
  g_autofree char *stripped_text = strip_spaces (text);
  g_autofree char *stripped_part = strip_spaces (part);

  if (strstr (stripped_text, stripped_part) == NULL)
    g_error ("“%s” is not in the report", part);
}

static void
answer_with_note (RfRecord *record,
                  gconstpointer note)
{
  fixture_answer (record, 0, RF_ANSWER_ANSWERED)->note = g_strdup (note);
}

typedef struct
{
  const char *name;
  const char *note;
} NoteRow;

static const NoteRow note_rows[] = {
  { "plain", "They confirmed it on the telephone; the contract says nothing." },
  { "paragraphs", "First, the affiliate.\n\nSecond, the office of the firm: fi fl ffi." },
  { "long-word", "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzenderstellvertreterin" },
  { "address", "https://example.com/a/very/long/path/that/does/not/end/before/the/margin/of/the/column?with=a&query=and#more-of-the-same-kind" },
  { "chinese", "供应商确认数据不会用于训练模型。" },
  { "japanese", "ベンダーは学習に使わないと回答した。" },
  { "greek-and-russian", "Ελληνικά και Русский язык" },
  { "markup", "<b>not bold</b> & 'quoted' \"twice\" \\ %s %n =1+1" },
};

static void
test_note_in_full (gconstpointer data)
{
  const NoteRow *row = data;
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, row->note);
  g_auto (GStrv) missing = NULL;
  g_autofree char *path = write_report (findings, NULL, &missing);
  g_autofree char *text = read_text (path);

  assert_contains (text, row->note);
  g_assert_cmpuint (g_strv_length (missing), ==, 0);
}

#define N_WORDS 10000

/* Words of ten letters, each of them once. */
static char *
create_long_note (void)
{
  GString *note = g_string_new (NULL);

  for (guint i = 0; i < N_WORDS; i++)
    g_string_append_printf (note, "note-%04u ", i);
  return g_string_free (note, FALSE);
}

/* Over many pages, and the question's number on each of them. */
static void
test_long_note (void)
{
  g_autofree char *note = create_long_note ();
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, note);
  g_autofree char *path = write_report (findings, NULL, NULL);
  g_autofree char *text = read_text (path);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  const char *at = text;
  guint n_with_note = 0;

  g_assert_cmpuint (strlen (note), ==, 100000);
  for (guint i = 0; i < N_WORDS; i++)
    {
      g_autofree char *word = g_strdup_printf ("note-%04u", i);

      at = strstr (at, word);
      if (at == NULL)
        g_error ("%s is not in its place", word);
    }
  for (guint i = 0; pages[i] != NULL; i++)
    if (strstr (pages[i], "note-") != NULL)
      {
        g_assert_true (strstr (pages[i], "1.1\n") != NULL);
        n_with_note++;
      }
  g_assert_cmpuint (n_with_note, >, 10);
}

static void
test_bidirectional_note (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, "שלום עולם العربية");
  g_auto (GStrv) missing = NULL;
  g_autofree char *path = write_report (findings, NULL, &missing);
  g_autofree char *text = read_text (path);

  g_assert_cmpuint (g_strv_length (missing), ==, 0);
  assert_contains (text, "שלום");
  assert_contains (text, "العربية");
}

static void
test_missing_character (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, "before \U00013000 after");
  g_auto (GStrv) missing = NULL;
  g_autofree char *path = write_report (findings, NULL, &missing);
  g_autofree char *text = read_text (path);

  g_assert_cmpuint (g_strv_length (missing), ==, 1);
  g_assert_cmpstr (missing[0], ==, "U+13000");
  assert_contains (text, "before [U+13000] after");
}

static void
answer_all (RfRecord *record,
            gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      RfAnswer *answer = fixture_answer (record, i, i % 7 == 6 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED);

      answer->note = g_strdup_printf ("Note on the question with the index %u.", i);
      answer->said_by = RF_SAID_BY_PROVIDER;
    }
}

static void
test_pages_are_numbered (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (60, answer_all, GUINT_TO_POINTER (60));
  g_autofree char *path = write_report (findings, NULL, NULL);
  g_autofree char *text = read_text (path);
  g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
  guint n = g_strv_length (pages) - 1; /* the last feed ends the file */

  g_assert_cmpuint (n, >, 5);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n);

      g_assert_true (strstr (pages[i], number) != NULL);
    }
}

static void
test_every_question_is_there (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (60, answer_all, GUINT_TO_POINTER (60));
  g_autofree char *path = write_report (findings, NULL, NULL);
  g_autofree char *text = read_text (path);
  g_autofree char *stripped = strip_spaces (text);

  for (guint i = 0; i < findings->questionnaire->n_questions; i++)
    {
      g_autofree char *note = g_strdup_printf ("Noteonthequestionwiththeindex%u.", i);
      g_autofree char *prompt = strip_spaces (findings->questionnaire->questions[i].prompt);

      g_assert_true (strstr (stripped, note) != NULL);
      g_assert_true (strstr (stripped, prompt) != NULL);
    }
}

static void
test_file_is_sound (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (60, answer_all, GUINT_TO_POINTER (60));
  RfReportOptions options = { .paper = RF_PAPER_LETTER, .organisation = "Organisation (1) \\ 'of' Zürich" };
  g_autofree char *path = write_report (findings, &options, NULL);
  const char *qpdf[] = { "qpdf", "--check", path, NULL };
  const char *pdfinfo[] = { "pdfinfo", "-isodates", path, NULL };
  g_autofree char *checked = run_tool (qpdf);
  g_autofree char *info = run_tool (pdfinfo);

  g_assert_true (strstr (checked, "No syntax or stream encoding errors found") != NULL);
  g_assert_true (strstr (info, "Title:           Risk report: Example Maker (fictional), Example Service\n") != NULL);
  g_assert_true (strstr (info, "Author:          Organisation (1) \\ 'of' Zürich\n") != NULL);
  g_assert_true (strstr (info, "CreationDate:    2026-11-01T00:00:00Z\n") != NULL);
  g_assert_true (strstr (info, "Tagged:          yes\n") != NULL);
  g_assert_true (strstr (info, "612 x 792 pts (letter)") != NULL);
}

/* Columns of pdffonts, from the end: object, generation, uni, sub, emb. */
static void
test_fonts_are_embedded (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, "供应商 and Ελληνικά");
  g_autofree char *path = write_report (findings, NULL, NULL);
  const char *arguments[] = { "pdffonts", path, NULL };
  g_autofree char *output = run_tool (arguments);
  g_auto (GStrv) lines = g_strsplit (g_strchomp (output), "\n", -1);
  guint n = g_strv_length (lines);

  g_assert_cmpuint (n, >, 4);
  for (guint i = 2; i < n; i++)
    {
      g_assert_true (strstr (lines[i], " yes yes yes ") != NULL);
      g_assert_true (strstr (lines[i], "+Inter") != NULL || strstr (lines[i], "+NotoSans") != NULL);
    }
}

static void
test_structure (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, answer_with_note, "note");
  g_autofree char *path = write_report (findings, NULL, NULL);
  /* newer ones print a NUL behind each description */
  const char *arguments[] = { "sh", "-c", "pdfinfo -struct \"$1\" | tr -d '\\000'", "sh", path, NULL };
  g_autofree char *output = run_tool (arguments);
  static const char *const elements[] = { "Document", "H1", "H2", "P", "Table", "TR", "TH", "TD", "Figure", "L", "LI", "Lbl", "LBody", "Link" };

  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strstr (output, elements[i]) == NULL)
      g_error ("no element %s in %s", elements[i], output);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("ringfence-report-XXXXXX", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (note_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/pdf/note-in-full/%s", note_rows[i].name);

      g_test_add_data_func (path, &note_rows[i], test_note_in_full);
    }
  g_test_add_func ("/report/pdf/note-in-full/long", test_long_note);
  g_test_add_func ("/report/pdf/note-in-full/bidirectional", test_bidirectional_note);
  g_test_add_func ("/report/pdf/missing-character-is-named", test_missing_character);
  g_test_add_func ("/report/pdf/pages-are-numbered", test_pages_are_numbered);
  g_test_add_func ("/report/pdf/every-question-is-there", test_every_question_is_there);
  g_test_add_func ("/report/pdf/file-is-sound", test_file_is_sound);
  g_test_add_func ("/report/pdf/fonts-are-embedded", test_fonts_are_embedded);
  g_test_add_func ("/report/pdf/structure", test_structure);
  status = g_test_run ();
  {
    g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);

    g_unlink (path);
    g_rmdir (folder);
    g_free (folder);
  }
  return status;
}
