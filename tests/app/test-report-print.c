// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-report-print.h"

#include <glib/gstdio.h>

typedef struct
{
  const char *path;
  const char *paper_name;
  RfPaper paper;
} PaperTest;

static const PaperTest paper_tests[] = {
  { "/app/print/same-pages/a4", GTK_PAPER_NAME_A4, RF_PAPER_A4 },
  { "/app/print/same-pages/letter", GTK_PAPER_NAME_LETTER, RF_PAPER_LETTER },
};

static RfReportMaterial *
new_material (void)
{
  RfReportMaterial *material = rf_report_material_new ();
  g_autoptr (RfFindings) findings = fixture_findings_new (12, NULL, NULL);

  rf_report_material_add (material, findings, NULL);
  return material;
}

static void
assert_freed (GtkPrintOperation *operation)
{
  gpointer watched = operation;

  g_object_add_weak_pointer (G_OBJECT (operation), &watched);
  g_object_unref (operation);
  g_assert_null (watched);
}

static void
print_to (const char *path,
          const char *paper_name)
{
  GtkPrintOperation *operation = rf_report_print_operation_new (new_material (), &(RfReportOptions){ 0 }, "test");
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *size = gtk_paper_size_new (paper_name);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_export_filename (operation, path);
  g_assert_cmpint (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, NULL, &error), ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  g_assert_no_error (error);
  g_assert_null (rf_report_print_operation_get_error (operation));
  assert_freed (operation);
}

static void
rasterise (const char *directory,
           const char *name)
{
  g_autofree char *command = g_strdup_printf ("sh -c 'cd \"%s\" && pdftoppm -r 100 %s.pdf %s'", directory, name, name);
  int status;
  g_autoptr (GError) error = NULL;

  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

/* Returns: whether there is such a page */
static gboolean
load_page (const char *directory,
           const char *name,
           guint page,
           char **pixels,
           gsize *length)
{
  g_autofree char *file = g_strdup_printf ("%s-%u.ppm", name, page);
  g_autofree char *path = g_build_filename (directory, file, NULL);

  return g_file_get_contents (path, pixels, length, NULL);
}

/*
 * The two files put the same glyphs at numbers rounded differently, which shades the edges of a few of them. Anything
 * moved by a pixel would differ by the whole way from black to white.
 */
static void
assert_same_pixels (const char *printed,
                    const char *written,
                    gsize length)
{
  gsize n_different = 0;

  for (gsize i = 0; i < length; i++)
    {
      int difference = ABS ((int) (guchar) printed[i] - (int) (guchar) written[i]);

      g_assert_cmpint (difference, <, 64);
      n_different += difference > 0;
    }
  g_assert_cmpuint (n_different, <, length / 1000);
}

static guint
compare_pages (const char *directory)
{
  guint page = 1;

  for (;; page++)
    {
      g_autofree char *printed = NULL;
      g_autofree char *written = NULL;
      gsize printed_length = 0;
      gsize written_length = 0;
      gboolean found = load_page (directory, "printed", page, &printed, &printed_length);

      g_assert_cmpint (found, ==, load_page (directory, "written", page, &written, &written_length));
      if (!found)
        return page - 1;
      g_assert_cmpuint (printed_length, ==, written_length);
      assert_same_pixels (printed, written, printed_length);
    }
}

static void
test_same_pages (gconstpointer data)
{
  const PaperTest *test = data;
  g_autofree char *directory = g_dir_make_tmp ("rf-print-XXXXXX", NULL);
  g_autofree char *printed = g_build_filename (directory, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (directory, "written.pdf", NULL);
  g_autofree char *cleaning = g_strdup_printf ("rm -r \"%s\"", directory);
  g_autoptr (RfReportMaterial) material = new_material ();
  RfReportOptions options = { .paper = test->paper };
  RfReportDocument *document;
  g_autoptr (GError) error = NULL;

  print_to (printed, test->paper_name);
  document = rf_report_document_new_from_material (material, &options, &error);
  g_assert_no_error (error);
  g_assert_true (rf_report_write_document (document, &options, written, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  rasterise (directory, "printed");
  rasterise (directory, "written");
  g_assert_cmpuint (compare_pages (directory), >, 2);
  g_assert_true (g_spawn_command_line_sync (cleaning, NULL, NULL, NULL, NULL));
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (paper_tests); i++)
    g_test_add_data_func (paper_tests[i].path, &paper_tests[i], test_same_pages);
  return g_test_run ();
}
