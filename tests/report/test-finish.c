// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "report-fixture.h"
#include "rf-error.h"
#include "rf-pdf-finish.h"

#define SEAL "{\"data\": \"<0a1b> & \\\"c\\\"\", \"day\": \"2026-11-01\"}"

static char *folder;

static void
answer_all (RfRecord *record,
            gconstpointer data)
{
  for (guint i = 0; i < GPOINTER_TO_UINT (data); i++)
    fixture_answer (record, i, i % 7 == 6 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED)->note = g_strdup_printf ("Note %u, “quoted” (twice) \\ é.", i);
}

static RfReportPages *
lay_out (const char *seal)
{
  static const RfReportOptions options;
  g_autoptr (RfFindings) findings = fixture_findings_new (60, answer_all, GUINT_TO_POINTER (60));
  RfReportDocument *document = rf_report_document_new_from_findings (findings, &options);
  g_autoptr (GError) error = NULL;
  RfReportPages *pages;

  g_free (document->seal);
  document->seal = g_strdup (seal);
  pages = rf_report_pages_new (document, rf_report_fonts_new (NULL, NULL), &rf_paper_size_a4, NULL, &error);
  g_assert_no_error (error);
  return pages;
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* What cairo wrote, without the pass. */
static GBytes *
draw (RfReportPages *pages)
{
  GByteArray *bytes = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  rf_report_pages_write_pdf (pages, append_bytes, bytes, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
render (RfReportPages *pages)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = rf_report_pages_render_pdf (pages, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return bytes;
}

static char *
save (const char *name,
      GBytes *bytes)
{
  char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return path;
}

/* Returns whether a tool ended well; @output takes what it printed. */
static gboolean
run_tool (const char *const *arguments,
          char **output)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, output, NULL, &status, &error);
  g_assert_no_error (error);
  return g_spawn_check_wait_status (status, NULL);
}

static gboolean
lint (const char *path,
      char **output)
{
  const char *arguments[] = { LINT_PYTHON, LINT_FILE, path, NULL };

  return run_tool (arguments, output);
}

/* The lint can fail: what cairo wrote breaks the rules that the pass is there for. */
static void
test_lint (void)
{
  static const char *const broken[] = {
    "no language",
    "no XMP metadata",
    "no output intent",
    "no page labels",
    "title is not displayed",
    "figure without alternative text",
    "figure without a box",
    "header of a table without scope",
    "link without a description",
    "painted outside content and artifacts",
    "tab order is not the structure's",
  };
  g_autoptr (RfReportPages) pages = lay_out (SEAL);
  g_autoptr (GBytes) drawn = draw (pages);
  g_autoptr (GBytes) finished = render (pages);
  g_autofree char *drawn_path = save ("drawn.pdf", drawn);
  g_autofree char *finished_path = save ("finished.pdf", finished);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_assert_false (lint (drawn_path, &before));
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    if (strstr (before, broken[i]) == NULL)
      g_error ("the lint does not see “%s” in: %s", broken[i], before);
  if (!lint (finished_path, &after))
    g_error ("%s", after);
  g_assert_cmpstr (after, ==, "");
}

static char *
print_text (const char *path)
{
  const char *arguments[] = { "pdftotext", "-enc", "UTF-8", "-layout", path, "-", NULL };
  char *text = NULL;

  g_assert_true (run_tool (arguments, &text));
  return text;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The pixels of a few pages, the first of them. */
static char *
take_pictures (const char *path)
{
  g_autofree char *root = g_strconcat (path, ".page", NULL);
  const char *draw_arguments[] = { "pdftoppm", "-r", "60", "-l", "6", path, root, NULL };
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GDir) pictures = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_true (run_tool (draw_arguments, NULL));
  pictures = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (pictures)) != NULL)
    if (g_str_has_suffix (name, ".ppm"))
      g_ptr_array_add (names, g_build_filename (folder, name, NULL));
  g_assert_cmpuint (names->len, ==, 6);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *data = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (names->pdata[i], &data, &length, NULL));
      g_checksum_update (checksum, (const guchar *) data, (gssize) length);
      g_remove (names->pdata[i]);
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
test_looks_and_reads_the_same (void)
{
  g_autoptr (RfReportPages) pages = lay_out (NULL);
  g_autoptr (GBytes) drawn = draw (pages);
  g_autoptr (GBytes) finished = render (pages);
  g_autofree char *drawn_path = save ("drawn.pdf", drawn);
  g_autofree char *finished_path = save ("finished.pdf", finished);
  g_autofree char *drawn_text = print_text (drawn_path);
  g_autofree char *finished_text = print_text (finished_path);
  g_autofree char *drawn_pixels = take_pictures (drawn_path);
  g_autofree char *finished_pixels = take_pictures (finished_path);

  g_assert_cmpuint (strlen (drawn_text), >, 1000);
  g_assert_cmpstr (drawn_text, ==, finished_text);
  g_assert_cmpstr (drawn_pixels, ==, finished_pixels);
}

static void
test_same_bytes (void)
{
  g_autoptr (RfReportPages) pages = lay_out (SEAL);
  g_autoptr (RfReportPages) again = lay_out (SEAL);
  g_autoptr (RfReportPages) other = lay_out ("{}");
  g_autoptr (GBytes) first = render (pages);
  g_autoptr (GBytes) second = render (again);
  g_autoptr (GBytes) third = render (other);

  g_assert_true (g_bytes_equal (first, second));
  g_assert_false (g_bytes_equal (first, third));
}

static void
test_seal_is_read_back (void)
{
  g_autoptr (RfReportPages) pages = lay_out (SEAL);
  g_autoptr (GBytes) finished = render (pages);
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = rf_pdf_dup_seal (finished, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (seal, ==, SEAL);
}

static void
assert_no_seal (GBytes *pdf,
                RfError code,
                const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seal = rf_pdf_dup_seal (pdf, &error);

  g_assert_null (seal);
  g_assert_error (error, RF_ERROR, (int) code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” is not in “%s”", part, error->message);
}

/* @password: without which the file does not open, "" for one that opens without */
static GBytes *
encrypt (GBytes *pdf,
         const char *password)
{
  g_autofree char *from = save ("open.pdf", pdf);
  g_autofree char *to = g_build_filename (folder, "closed.pdf", NULL);
  const char *arguments[] = { "qpdf", "--encrypt", password, "owner", "256", "--", from, to, NULL };
  char *data = NULL;
  gsize length = 0;

  g_assert_true (run_tool (arguments, NULL));
  g_assert_true (g_file_get_contents (to, &data, &length, NULL));
  return g_bytes_new_take (data, length);
}

static void
test_no_seal (void)
{
  g_autoptr (RfReportPages) pages = lay_out (NULL);
  g_autoptr (RfReportPages) sealed = lay_out (SEAL);
  g_autoptr (GBytes) drawn = draw (pages);
  g_autoptr (GBytes) finished = render (pages);
  g_autoptr (GBytes) whole = render (sealed);
  g_autoptr (GBytes) truncated = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) encrypted = encrypt (whole, "");
  g_autoptr (GBytes) locked = encrypt (whole, "user");
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear board", 10);
  g_autoptr (GBytes) header = g_bytes_new_static ("%PDF-1.7\n", 9);

  assert_no_seal (empty, RF_ERROR_PARSE, "not a PDF");
  assert_no_seal (text, RF_ERROR_PARSE, "not a PDF");
  assert_no_seal (header, RF_ERROR_PARSE, "damaged");
  assert_no_seal (truncated, RF_ERROR_PARSE, "damaged");
  assert_no_seal (encrypted, RF_ERROR_PARSE, "encrypted");
  assert_no_seal (locked, RF_ERROR_PARSE, "encrypted");
  assert_no_seal (drawn, RF_ERROR_NOT_FOUND, "no seal");
  assert_no_seal (finished, RF_ERROR_NOT_FOUND, "no seal");
}

/* Whichever byte is damaged: the seal or a sentence that can be shown, never neither, never both. */
static void
test_damaged_bytes (void)
{
  g_autoptr (RfReportPages) pages = lay_out (SEAL);
  g_autoptr (GBytes) whole = render (pages);
  gsize length;
  const char *data = g_bytes_get_data (whole, &length);
  guint n_refused = 0;

  for (gsize i = 0; i < length; i += 97)
    {
      char *copy = g_memdup2 (data, length);
      g_autoptr (GBytes) damaged = g_bytes_new_take (copy, length);
      g_autoptr (GError) error = NULL;
      g_autofree char *seal = NULL;

      copy[i] = (char) 0xFF;
      seal = rf_pdf_dup_seal (damaged, &error);
      g_assert_true ((seal == NULL) == (error != NULL));
      if (error != NULL)
        {
          g_assert_true (g_utf8_validate (error->message, -1, NULL));
          n_refused++;
        }
    }
  g_assert_cmpuint (n_refused, >, 0);
}

static void
test_refuses (void)
{
  g_autoptr (RfReportPages) pages = lay_out (NULL);
  g_autoptr (GBytes) drawn = draw (pages);
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear board", 10);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  RfPdfDescription description = { .title = "T", .language = "en" };
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_pdf_finish (text, &description, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_RENDER);
  g_clear_error (&error);
  g_assert_null (rf_pdf_finish (drawn, &description, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_RENDER);
  g_assert_nonnull (strstr (error->message, "figures"));
  g_clear_error (&error);
  g_cancellable_cancel (cancelled);
  g_assert_null (rf_report_pages_render_pdf (pages, cancelled, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
remove_folder (void)
{
  static const char *const names[] = { "drawn.pdf", "finished.pdf", "open.pdf", "closed.pdf" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}

int
main (int argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("rf-finish-XXXXXX", NULL);
  g_assert_nonnull (folder);
  g_test_add_func ("/report/finish/lint", test_lint);
  g_test_add_func ("/report/finish/looks-and-reads-the-same", test_looks_and_reads_the_same);
  g_test_add_func ("/report/finish/same-bytes", test_same_bytes);
  g_test_add_func ("/report/finish/seal-is-read-back", test_seal_is_read_back);
  g_test_add_func ("/report/finish/no-seal", test_no_seal);
  g_test_add_func ("/report/finish/damaged-bytes", test_damaged_bytes);
  g_test_add_func ("/report/finish/refuses", test_refuses);
  status = g_test_run ();
  remove_folder ();
  return status;
}
