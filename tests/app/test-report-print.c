// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-report-print.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <string.h>

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
  g_autoptr (RfReportMaterial) material = new_material ();
  GtkPrintOperation *operation = rf_report_print_operation_new (rf_report_order_new_from_settings (material, RF_REPORT_FULL), "test");
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

static char *
run (const char *directory,
     const char *format,
     const char *name)
{
  g_autoptr (GString) inner = g_string_new (format);
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  char *output = NULL;
  int status;

  g_string_replace (inner, "NAME", name, 0);
  command = g_strdup_printf ("sh -c 'cd \"%s\" && %s'", directory, inner->str);
  g_spawn_command_line_sync (command, &output, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  return output;
}

/* The next number of @at, which is moved behind it. */
static double
read_number (const char **at)
{
  char *end;
  double number;

  *at = strchr (*at, '"');
  g_assert_nonnull (*at);
  number = g_ascii_strtod (*at + 1, &end);
  *at = end + 1;
  return number;
}

/*
 * Word for word the same, in the same place. Paper is measured in whole millimetres for printing, and in thousandths of a
 * point in our own files: up to a hundredth of a point apart.
 */
static guint
compare_words (const char *directory)
{
  g_autofree char *printed = run (directory, "pdftotext -bbox NAME.pdf - | grep \"<word\"", "printed");
  g_autofree char *written = run (directory, "pdftotext -bbox NAME.pdf - | grep \"<word\"", "written");
  g_auto (GStrv) a = g_strsplit (printed, "\n", -1);
  g_auto (GStrv) b = g_strsplit (written, "\n", -1);
  guint n = g_strv_length (a);

  g_assert_cmpuint (n, ==, g_strv_length (b));
  for (guint i = 0; i + 1 < n; i++)
    {
      const char *left = a[i], *right = b[i];

      for (guint side = 0; side < 4; side++)
        g_assert_cmpfloat_with_epsilon (read_number (&left), read_number (&right), 0.02);
      g_assert_cmpstr (left, ==, right);
    }
  return n;
}

/* How black each page is, in sums of grey: bars and rules are no words. */
static void
compare_ink (const char *directory)
{
  const char *weigh = "pdftoppm -gray -r 50 NAME.pdf NAME && for page in NAME-*.pgm; do tail -c +16 $page | od -An -v -tu1 -w1 | awk \"{ ink += 255 - \\$1 } END { print ink }\"; done";
  g_autofree char *printed = run (directory, weigh, "printed");
  g_autofree char *written = run (directory, weigh, "written");
  g_auto (GStrv) a = g_strsplit (g_strchomp (printed), "\n", -1);
  g_auto (GStrv) b = g_strsplit (g_strchomp (written), "\n", -1);

  g_assert_cmpuint (g_strv_length (a), >, 2);
  g_assert_cmpuint (g_strv_length (a), ==, g_strv_length (b));
  for (guint i = 0; a[i]; i++)
    {
      double ink = g_ascii_strtod (a[i], NULL);

      g_assert_cmpfloat (ink, >, 0);
      g_assert_cmpfloat_with_epsilon (ink, g_ascii_strtod (b[i], NULL), ink / 200);
    }
}

/* As the report's own renderer draws them, without the tags and links of a file: cairo begins its rounding anew at each
 * of those, which moves words by some hundredths of a point. */
static void
draw_to (const char *path,
         RfPaper paper)
{
  RfReportOptions options = { .paper = paper };
  const RfPaperSize *size = paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4;
  g_autoptr (RfReportMaterial) material = new_material ();
  g_autoptr (RfReportPages) pages = rf_report_pages_new (rf_report_document_new_from_material (material, &options, NULL), rf_report_fonts_new (NULL, NULL), size, NULL, NULL);
  cairo_surface_t *surface = cairo_pdf_surface_create (path, size->width, size->height);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 0; i < rf_report_pages_get_n (pages); i++)
    {
      rf_report_pages_draw (pages, i, cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
}

static void
test_same_pages (gconstpointer data)
{
  const PaperTest *test = data;
  g_autofree char *directory = g_dir_make_tmp ("rf-print-XXXXXX", NULL);
  g_autofree char *printed = g_build_filename (directory, "printed.pdf", NULL);
  g_autofree char *written = g_build_filename (directory, "written.pdf", NULL);
  g_autofree char *cleaning = g_strdup_printf ("rm -r \"%s\"", directory);

  print_to (printed, test->paper_name);
  draw_to (written, test->paper);
  g_assert_cmpuint (compare_words (directory), >, 100);
  compare_ink (directory);
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
