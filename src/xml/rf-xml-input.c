// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-input.h"

#include "rf-error.h"
#include "rf-language.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
fail (GError **error,
      RfError code,
      const char *name,
      const char *sentence)
{
  g_autofree char *shown = g_filename_display_name (name);

  g_set_error (error, RF_ERROR, code, "%s: %s", shown, sentence);
  return FALSE;
}

static gboolean
fail_to_open (GError **error,
              const char *name,
              int reason)
{
  g_autofree char *sentence = NULL;

  if (reason == ENOENT || reason == ENOTDIR)
    return fail (error, RF_ERROR_NOT_FOUND, name, _ ("There is no such file. Check the name."));
  if (reason == EACCES || reason == EPERM)
    return fail (error, RF_ERROR_PARSE, name, _ ("The file cannot be read. You lack the permission to do so."));
  sentence = g_strdup_printf (_ ("The file cannot be read: %s."), g_strerror (reason));
  return fail (error, RF_ERROR_PARSE, name, sentence);
}

static gboolean
fail_as_too_large (GError **error,
                   const char *name)
{
  return fail (error, RF_ERROR_PARSE, name,
               _ ("The file is larger than 192 MiB and was not read. Split it, or check that it is the right one."));
}

static gboolean
check_kind_of_file (int file,
                    const char *name,
                    GError **error)
{
  struct stat status;

  if (fstat (file, &status) != 0)
    return fail_to_open (error, name, errno);
  if (S_ISDIR (status.st_mode))
    return fail (error, RF_ERROR_PARSE, name, _ ("This is a folder. Name a file in it."));
  if (!S_ISREG (status.st_mode))
    return fail (error, RF_ERROR_PARSE, name,
                 _ ("This is not a regular file but a pipe, socket or device. "
                    "To read from a pipe, use “-” for standard input."));
  if (status.st_size > (goffset) RF_XML_MAX_BYTES_WITH_FILES)
    return fail_as_too_large (error, name);
  return TRUE;
}

static GBytes *
read_all (int file,
          const char *name,
          GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 block[1 << 16];
  gssize n;

  while ((n = read (file, block, sizeof block)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        {
          fail_to_open (error, name, errno);
          return NULL;
        }
      if (bytes->len + (gsize) n > RF_XML_MAX_BYTES_WITH_FILES)
        {
          fail_as_too_large (error, name);
          return NULL;
        }
      g_byte_array_append (bytes, block, (guint) n);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/**
 * rf_xml_input_get_name:
 *
 * Gives what messages call the input: the path, or “standard input” for "-".
 */
const char *
rf_xml_input_get_name (const char *path)
{
  return g_str_equal (path, "-") ? _ ("standard input") : path;
}

/**
 * rf_xml_input_load:
 * @path: a file, or "-" for standard input
 *
 * Reads a whole regular file of at most 192 MiB; what no evidence file takes up is limited by the readers. Nothing else is opened for long enough to wait for it: a pipe
 * or device named by @path is refused at once.
 *
 * Returns: (transfer full): the bytes; on %RF_ERROR_NOT_FOUND or %RF_ERROR_PARSE, %NULL
 */
GBytes *
rf_xml_input_load (const char *path,
                   GError **error)
{
  GBytes *bytes = NULL;
  int file;

  if (g_str_equal (path, "-"))
    return read_all (STDIN_FILENO, rf_xml_input_get_name (path), error);
  /* O_NONBLOCK: opening a FIFO would otherwise wait for somebody to write to it. */
  file = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY, 0);
  if (file < 0)
    {
      fail_to_open (error, path, errno);
      return NULL;
    }
  if (check_kind_of_file (file, path, error))
    bytes = read_all (file, path, error);
  close (file);
  return bytes;
}
