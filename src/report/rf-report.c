// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "rf-error.h"
#include "rf-language.h"

static const RfReportOptions default_options;

static RfReportPages *
create_pages (RfReportDocument *document,
              const RfReportOptions *options,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (RfReportDocument) owned = document;
  RfReportFonts *fonts = rf_report_fonts_new (options->font_directory, error);

  if (fonts == NULL)
    return NULL;
  return rf_report_pages_new (g_steal_pointer (&owned),
                              fonts,
                              options->paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4,
                              cancellable,
                              error);
}

/**
 * rf_report_render_document:
 * @document: (transfer full)
 * @options: (nullable): %NULL for A4
 * @progress: (nullable): called in this thread after every page
 * @missing_characters: (out) (optional) (transfer full): the characters that no font has, named in the text instead
 *
 * Makes a PDF file in memory. The same document and options give the same bytes. Callable from any thread.
 *
 * Errors: %RF_ERROR_RENDER, or that the work was cancelled.
 */
GBytes *
rf_report_render_document (RfReportDocument *document,
                           const RfReportOptions *options,
                           GCancellable *cancellable,
                           RfReportProgressFunc progress,
                           gpointer user_data,
                           char ***missing_characters,
                           GError **error)
{
  g_autoptr (RfReportPages) pages = create_pages (document, options != NULL ? options : &default_options, cancellable, error);
  g_autoptr (GBytes) pdf = NULL;

  if (pages == NULL)
    return NULL;
  pdf = rf_report_pages_render_pdf (pages, cancellable, progress, user_data, error);
  if (pdf != NULL && missing_characters != NULL)
    *missing_characters = rf_report_fonts_dup_missing (pages->fonts);
  return g_steal_pointer (&pdf);
}

/**
 * rf_report_render_pdf:
 *
 * As rf_report_render_document(), of one offering's findings alone.
 */
GBytes *
rf_report_render_pdf (const RfFindings *findings,
                      const RfReportOptions *options,
                      GCancellable *cancellable,
                      RfReportProgressFunc progress,
                      gpointer user_data,
                      char ***missing_characters,
                      GError **error)
{
  RfReportDocument *document = rf_report_document_new_from_findings (findings, options != NULL ? options : &default_options);

  return rf_report_render_document (document, options, cancellable, progress, user_data, missing_characters, error);
}

/* A file beside its target, until it is whole. */
typedef struct
{
  char *path;
  const char *target;
  int descriptor;
} Draft;

/* Returns: 0, or the number of the error that stopped it. */
static int
write_bytes (int descriptor,
             GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  while (length > 0)
    {
      ssize_t written = write (descriptor, data, length);

      if (written < 0 && errno == EINTR)
        continue;
      if (written < 0)
        return errno;
      data += written;
      length -= (gsize) written;
    }
  return 0;
}

static gboolean
set_write_error (const char *path,
                 int error_number,
                 GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_clear_error (error);
  g_set_error (error,
               RF_ERROR,
               RF_ERROR_RENDER,
               _ ("The report could not be written to “%s”: %s. What was there is unchanged."),
               name,
               g_strerror (error_number));
  return FALSE;
}

/* Devices, pipes and folders cannot be replaced by a file: renaming over /dev/full would remove the device. */
static gboolean
check_target (const char *path,
              GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    return errno == ENOENT || set_write_error (path, errno, error);
  if (S_ISDIR (status.st_mode))
    return set_write_error (path, EISDIR, error);
  if (!S_ISREG (status.st_mode))
    return set_write_error (path, EINVAL, error);
  if (g_access (path, W_OK) != 0)
    return set_write_error (path, errno, error);
  return TRUE;
}

static gboolean
finish_draft (Draft *draft,
              const char *path,
              GError **error)
{
  gboolean synced = fsync (draft->descriptor) == 0;
  int error_number = errno;

  if (close (draft->descriptor) != 0 && synced)
    {
      error_number = errno;
      synced = FALSE;
    }
  if (!synced)
    return set_write_error (path, error_number, error);
  if (g_rename (draft->path, draft->target) != 0)
    return set_write_error (path, errno, error);
  return TRUE;
}

/* What a symbolic link points to is replaced, not the link. */
static char *
follow_links (const char *path)
{
  char *target = realpath (path, NULL);
  char *copy = g_strdup (target != NULL ? target : path);

  free (target);
  return copy;
}

static gboolean
write_pages (RfReportPages *pages,
             const char *path,
             GCancellable *cancellable,
             RfReportProgressFunc progress,
             gpointer user_data,
             GError **error)
{
  g_autofree char *target = follow_links (path);
  g_autofree char *draft_path = g_strconcat (target, ".XXXXXX", NULL);
  Draft draft = { draft_path, target, -1 };
  g_autoptr (GBytes) pdf = NULL;
  int error_number;
  gboolean written = FALSE;

  draft.descriptor = g_mkstemp_full (draft_path, O_WRONLY | O_CLOEXEC, 0666);
  if (draft.descriptor < 0)
    return set_write_error (path, errno, error);
  pdf = rf_report_pages_render_pdf (pages, cancellable, progress, user_data, error);
  error_number = pdf != NULL ? write_bytes (draft.descriptor, pdf) : 0;
  if (error_number != 0)
    set_write_error (path, error_number, error);
  if (pdf == NULL || error_number != 0)
    close (draft.descriptor);
  else
    written = finish_draft (&draft, path, error);
  if (!written)
    g_unlink (draft_path);
  return written;
}

/**
 * rf_report_write_document:
 * @document: (transfer full)
 *
 * As rf_report_write_pdf(), of a document made elsewhere.
 */
gboolean
rf_report_write_document (RfReportDocument *document,
                          const RfReportOptions *options,
                          const char *path,
                          GCancellable *cancellable,
                          RfReportProgressFunc progress,
                          gpointer user_data,
                          char ***missing_characters,
                          GError **error)
{
  g_autoptr (RfReportDocument) owned = document;
  g_autoptr (RfReportPages) pages = NULL;

  if (!check_target (path, error))
    return FALSE;
  pages = create_pages (g_steal_pointer (&owned), options != NULL ? options : &default_options, cancellable, error);
  if (pages == NULL || !write_pages (pages, path, cancellable, progress, user_data, error))
    return FALSE;
  if (missing_characters != NULL)
    *missing_characters = rf_report_fonts_dup_missing (pages->fonts);
  return TRUE;
}

/**
 * rf_report_write_pdf:
 * @path: a file, there or not; its folder must be
 *
 * As rf_report_render_pdf(), into a file: written beside @path and put in its place when it is whole and on the disk. On any
 * failure, cancelling included, what was at @path stays as it was and nothing is left beside it.
 *
 * Errors: %RF_ERROR_RENDER, or that the work was cancelled.
 */
gboolean
rf_report_write_pdf (const RfFindings *findings,
                     const RfReportOptions *options,
                     const char *path,
                     GCancellable *cancellable,
                     RfReportProgressFunc progress,
                     gpointer user_data,
                     char ***missing_characters,
                     GError **error)
{
  RfReportDocument *document;

  g_return_val_if_fail (findings != NULL && path != NULL, FALSE);

  document = rf_report_document_new_from_findings (findings, options != NULL ? options : &default_options);
  return rf_report_write_document (document, options, path, cancellable, progress, user_data, missing_characters, error);
}
