// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-output.h"

#include "rf-error.h"
#include "rf-output.h"
#include "rf-report-html.h"
#include "rf-language.h"

/* @ending: of a file's name; a format may have several, the usual one first */
typedef struct
{
  const char *ending;
  const char *nick;
  RfReportFormat format;
} FormatName;

static const FormatName names[] = {
  { ".pdf", "pdf", RF_REPORT_FORMAT_PDF },
  { ".html", "html", RF_REPORT_FORMAT_HTML },
  { ".htm", "html", RF_REPORT_FORMAT_HTML },
};

static gboolean
has_ending (const char *path,
            const char *ending)
{
  g_autofree char *small = g_ascii_strdown (path, -1);

  return g_str_has_suffix (small, ending);
}

static gboolean
set_unknown_ending (const char *path,
                    GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
               _ ("“%s” does not say what to write: end it in .pdf or .html, or give --format=pdf or --format=html."), name);
  return FALSE;
}

/**
 * rf_report_format_find:
 * @nick: (nullable): "pdf" or "html"; it counts before the ending
 * @path: a file, or "-" for standard output, to which a PDF goes unless @nick says otherwise
 *
 * Errors: %RF_ERROR_INVALID.
 */
gboolean
rf_report_format_find (const char *nick,
                       const char *path,
                       RfReportFormat *format,
                       GError **error)
{
  if (nick == NULL && rf_output_is_a_stream (path))
    nick = "pdf";
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (nick != NULL ? g_str_equal (nick, names[i].nick) : has_ending (path, names[i].ending))
      {
        *format = names[i].format;
        return TRUE;
      }
  if (nick == NULL)
    return set_unknown_ending (path, error);
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("“%s” is not a format of a report: pdf or html."), nick);
  return FALSE;
}

static void
say_missing (char **missing)
{
  g_autofree char *list = NULL;

  if (missing == NULL || *missing == NULL)
    return;
  list = g_strjoinv (" ", missing);
  g_printerr (_ ("ringfence-cli: no font has these characters, the report names them instead: %s\n"), list);
}

static gboolean
write_pdf (RfReportDocument *document,
           const RfReportOptions *options,
           const char *path,
           GError **error)
{
  g_auto (GStrv) missing = NULL;

  if (!rf_output_is_a_stream (path))
    {
      if (!rf_report_write_document (document, options, path, NULL, NULL, NULL, &missing, error))
        return FALSE;
    }
  else
    {
      g_autoptr (GBytes) bytes = rf_report_render_document (document, options, NULL, NULL, NULL, &missing, error);

      if (bytes == NULL || !rf_output_write (path, bytes, error))
        return FALSE;
    }
  say_missing (missing);
  return TRUE;
}

static gboolean
write_html (RfReportDocument *document,
            const RfReportOptions *options,
            const char *path,
            GError **error)
{
  g_autoptr (RfReportDocument) owned = document;
  g_autoptr (GBytes) bytes = rf_report_document_render_html (owned, options, NULL, error);

  return bytes != NULL && rf_output_write (path, bytes, error);
}

/**
 * rf_report_output_write:
 * @document: (transfer full)
 * @path: a file, or "-" for standard output
 *
 * Writes a whole report or none, and says on standard error which characters no font had.
 */
gboolean
rf_report_output_write (RfReportDocument *document,
                        const RfReportOptions *options,
                        RfReportFormat format,
                        const char *path,
                        GError **error)
{
  if (format == RF_REPORT_FORMAT_HTML)
    return write_html (document, options, path, error);
  return write_pdf (document, options, path, error);
}
