// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "report-fixture.h"
#include "rf-error.h"

/* A file that must outlive every failure, alone in its folder. */
typedef struct
{
  char *folder;
  char *path;
} Place;

#define OLD_CONTENT "what was there before"

static void
set_up (Place *place,
        gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("ringfence-saving-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "report.pdf", NULL);
  g_file_set_contents (place->path, OLD_CONTENT, -1, &error);
  g_assert_no_error (error);
}

static void
tear_down (Place *place,
           gconstpointer data)
{
  g_unlink (place->path);
  /* fails, and so tells, if a draft was left behind */
  g_assert_cmpint (g_rmdir (place->folder), ==, 0);
  g_free (place->path);
  g_free (place->folder);
}

static void
assert_untouched (const Place *place)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (place->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, OLD_CONTENT);
}

static void
test_same_bytes (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (45, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = rf_report_render_pdf (findings, NULL, NULL, NULL, NULL, NULL, &error);
  g_autoptr (GBytes) second = rf_report_render_pdf (findings, NULL, NULL, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (first), >, 1000);
  g_assert_true (g_bytes_equal (first, second));
}

static void
test_file_is_replaced (Place *place,
                       gconstpointer data)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) rendered = rf_report_render_pdf (findings, NULL, NULL, NULL, NULL, NULL, &error);
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (rf_report_write_pdf (findings, NULL, place->path, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (place->path, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (rendered, NULL), g_bytes_get_size (rendered));
}

/* A link is followed, and a new file may be read by whom the umask lets. */
static void
test_link_and_mode (Place *place,
                    gconstpointer data)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  g_autofree char *target = g_build_filename (place->folder, "target.pdf", NULL);
  g_autofree char *link = g_build_filename (place->folder, "link.pdf", NULL);
  g_autoptr (GError) error = NULL;
  mode_t earlier = umask (027);
  GStatBuf status;

  g_assert_true (rf_report_write_pdf (findings, NULL, target, NULL, NULL, NULL, NULL, &error));
  umask (earlier);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0640);
  g_assert_true (g_file_set_contents (target, "old", -1, NULL));
  g_assert_cmpint (symlink ("target.pdf", link), ==, 0);
  g_assert_true (rf_report_write_pdf (findings, NULL, link, NULL, NULL, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (g_stat (target, &status), ==, 0);
  g_assert_cmpint (status.st_size, >, 1000);
  g_unlink (link);
  g_unlink (target);
}

static void
cancel_after_first_page (double fraction,
                         gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancelling (Place *place,
                 gconstpointer data)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (60, NULL, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_report_write_pdf (findings, NULL, place->path, cancellable, cancel_after_first_page, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (place);
}

static void
test_missing_font (Place *place,
                   gconstpointer data)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  RfReportOptions options = { .font_directory = place->folder };
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_report_write_pdf (findings, &options, place->path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_RENDER);
  g_assert_true (strstr (error->message, "fonts-inter") != NULL);
  assert_untouched (place);
}

typedef struct
{
  const char *name;
  const char *path; /* below the place's folder, or from the root */
} TargetRow;

static const TargetRow target_rows[] = {
  { "folder-is-missing", "nowhere/report.pdf" },
  { "below-a-file", "report.pdf/report.pdf" },
  { "is-a-folder", "." },
  { "is-a-device", "/dev/full" },
  { "kernel-refuses", "/proc/report.pdf" },
};

static void
test_target (Place *place,
             gconstpointer data)
{
  const TargetRow *row = data;
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  g_autofree char *path = g_path_is_absolute (row->path) ? g_strdup (row->path) : g_build_filename (place->folder, row->path, NULL);
  gboolean existed = g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_report_write_pdf (findings, NULL, path, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_RENDER);
  g_assert_true (strstr (error->message, path) != NULL);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == existed);
  assert_untouched (place);
}

static cairo_status_t
refuse_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  return CAIRO_STATUS_WRITE_ERROR;
}

/* As on a full disk: whatever is written fails, and must not pass for a report. */
static void
test_refused_bytes (void)
{
  g_autoptr (RfFindings) findings = fixture_findings_new (3, NULL, NULL);
  RfReportOptions options = { 0 };
  g_autoptr (GError) error = NULL;
  RfReportFonts *fonts = rf_report_fonts_new (NULL, &error);
  g_autoptr (RfReportPages) pages = rf_report_pages_new (rf_report_document_new_from_findings (findings, &options),
                                                         fonts, &rf_paper_size_a4, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (rf_report_pages_write_pdf (pages, refuse_bytes, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_RENDER);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/report/saving/same-input-same-bytes", test_same_bytes);
  g_test_add ("/report/saving/file-is-replaced", Place, NULL, set_up, test_file_is_replaced, tear_down);
  g_test_add ("/report/saving/link-and-mode", Place, NULL, set_up, test_link_and_mode, tear_down);
  g_test_add ("/report/saving/cancelling", Place, NULL, set_up, test_cancelling, tear_down);
  g_test_add ("/report/saving/missing-font", Place, NULL, set_up, test_missing_font, tear_down);
  g_test_add_func ("/report/saving/refused-bytes", test_refused_bytes);
  for (guint i = 0; i < G_N_ELEMENTS (target_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/saving/target/%s", target_rows[i].name);

      g_test_add (path, Place, &target_rows[i], set_up, test_target, tear_down);
    }
  return g_test_run ();
}
