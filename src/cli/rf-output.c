// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-output.h"

#include "rf-error.h"
#include "rf-language.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/**
 * rf_format_from_nick:
 * @nick: (nullable): %NULL stands for text
 */
gboolean
rf_format_from_nick (const char *nick,
                     RfFormat *format)
{
  static const char *const nicks[] = { "text", "json", "csv" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick ? nick : "text", nicks[i]) == 0)
      {
        *format = i;
        return TRUE;
      }
  return FALSE;
}

/**
 * rf_format_of_export_from_nick:
 * @nick: (nullable): %NULL stands for xml
 */
gboolean
rf_format_of_export_from_nick (const char *nick,
                               RfFormat *format)
{
  if (nick == NULL || g_str_equal (nick, "xml"))
    *format = RF_FORMAT_XML;
  else if (g_str_equal (nick, "json"))
    *format = RF_FORMAT_JSON;
  else if (g_str_equal (nick, "csv"))
    *format = RF_FORMAT_CSV;
  else if (g_str_equal (nick, "xlsx"))
    *format = RF_FORMAT_XLSX;
  else
    return FALSE;
  return TRUE;
}

/**
 * rf_output_is_a_stream:
 * @path: (nullable)
 *
 * Says whether standard output is meant: no name, or "-".
 */
gboolean
rf_output_is_a_stream (const char *path)
{
  return path == NULL || g_str_equal (path, "-");
}

static gboolean
write_stream (GBytes *bytes,
              GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (fwrite (data, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("Standard output cannot be written: %s."), g_strerror (errno));
  return FALSE;
}

/* A rename over a device or pipe would put a file in its place. */
static gboolean
check_target (const char *path,
              GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0 || S_ISREG (status.st_mode))
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_STORE,
               S_ISDIR (status.st_mode)
                 ? _ ("%s: This is a folder. Name a file in it.")
                 : _ ("%s: This is not a regular file. To write to a pipe, use “-” for standard output."),
               path);
  return FALSE;
}

/* What a symbolic link points to is replaced, not the link. */
static char *
resolve (const char *path)
{
  char *target = realpath (path, NULL);
  char *copy = g_strdup (target ? target : path);

  free (target);
  return copy;
}

/**
 * rf_output_write:
 * @path: (nullable): a file, or %NULL or "-" for standard output
 *
 * Writes a whole file or none: it is written beside its place, synced and renamed, so that a failure leaves what
 * was there before. Fails with %RF_ERROR_STORE.
 */
gboolean
rf_output_write (const char *path,
                 GBytes *bytes,
                 GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *target = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (rf_output_is_a_stream (path))
    return write_stream (bytes, error);
  if (!check_target (path, error))
    return FALSE;
  target = resolve (path);
  if (g_file_set_contents_full (target, data ? data : "", (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666, &reason))
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("%s: The file cannot be written. %s."), path, reason->message);
  return FALSE;
}

/**
 * rf_output_write_text:
 * @path: (nullable): as for rf_output_write()
 */
gboolean
rf_output_write_text (const char *path,
                      const char *text,
                      GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return rf_output_write (path, bytes, error);
}
