// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"
#include "rf-error.h"
#include "rf-report-html.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>

static cairo_status_t
append_cb (void *closure,
           const unsigned char *data,
           unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
new_png (int width,
         int height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GByteArray *bytes = g_byte_array_new ();

  g_assert_cmpint (cairo_surface_write_to_png_stream (surface, append_cb, bytes), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

static void
save (const char *path,
      GBytes *bytes,
      gsize size)
{
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) size, NULL));
}

/* Each bad file is named in the sentence, none hangs, and none is taken. */
static void
test_bad_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("rf-logo-XXXXXX", NULL);
  static const char *const names[] = { "folder", "pipe", "text", "cut-off", "huge", "none" };
  g_autoptr (GBytes) png = new_png (30, 20);
  g_autoptr (GBytes) huge = new_png (RF_REPORT_LOGO_MAX_PIXELS + 1, 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
      else if (i == 1)
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      else if (i == 2)
        g_assert_true (g_file_set_contents (path, "no picture", -1, NULL));
      else if (i == 3)
        save (path, png, g_bytes_get_size (png) / 2);
      else if (i == 4)
        save (path, huge, g_bytes_get_size (huge));
      g_assert_null (rf_report_logo_read (path, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, names[i]));
      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static RfReportDocument *
new_document (GBytes *logo,
              RfReportKind kind)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (4, NULL, NULL);
  g_autoptr (RfReportMaterial) material = rf_report_material_new ();
  g_autoptr (GError) error = NULL;
  RfReportDocument *document;

  rf_report_material_add (material, findings, NULL);
  document = rf_report_document_new_from_material (material, &(RfReportOptions){ .kind = kind, .logo = logo }, &error);
  g_assert_no_error (error);
  return document;
}

/* It stands on the first page, within the margins; a report that names nobody has none. */
static void
test_place (void)
{
  g_autoptr (GBytes) png = new_png (300, 100);
  g_autoptr (RfReportPages) pages = rf_report_pages_new (new_document (png, RF_REPORT_FULL), rf_report_fonts_new (NULL, NULL), &rf_paper_size_a4, NULL, NULL);
  g_autoptr (RfReportDocument) nobody = new_document (png, RF_REPORT_NON_ATTRIBUTABLE);
  const RfMark *place = &pages->logo_place;

  g_assert_nonnull (pages->logo);
  g_assert_cmpfloat_with_epsilon (place->width / place->height, 3, 0.01);
  g_assert_cmpfloat (place->y, >, 0);
  g_assert_cmpfloat (place->x + place->width, <, pages->paper.width);
  g_assert_null (nobody->logo);
}

static void
test_html (void)
{
  g_autoptr (GBytes) png = new_png (30, 20);
  g_autoptr (RfReportDocument) document = new_document (png, RF_REPORT_FULL);
  g_autoptr (GBytes) html = rf_report_document_render_html (document, NULL, NULL, NULL);
  g_autofree char *encoded = g_base64_encode (g_bytes_get_data (png, NULL), g_bytes_get_size (png));

  g_assert_nonnull (g_strstr_len (g_bytes_get_data (html, NULL), (gssize) g_bytes_get_size (html), encoded));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/logo/bad-files", test_bad_files);
  g_test_add_func ("/report/logo/place", test_place);
  g_test_add_func ("/report/logo/html", test_html);
  return g_test_run ();
}
