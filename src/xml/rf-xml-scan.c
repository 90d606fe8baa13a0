// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-xml-input.h"
#include "rf-language.h"

#include <string.h>

/* What is looked at before the parser sees a byte: the parser's own limits are either far too wide for these
 * files, differ between its versions, or cost quadratic time before they bite. */
typedef struct
{
  const char *at;
  const char *end;
  guint line;
  guint depth;
  GArray *tag_lines; /* owned, of guint: where each start tag begins */
  const char *name;
} Scan;

static gboolean
fail (const Scan *scan,
      GError **error,
      const char *sentence)
{
  g_autofree char *shown = g_filename_display_name (scan->name);

  if (scan->line)
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, "%s:%u: %s", shown, scan->line, sentence);
  else
    g_set_error (error, RF_ERROR, RF_ERROR_PARSE, "%s: %s", shown, sentence);
  return FALSE;
}

static gboolean
starts_with (const Scan *scan,
             const char *what)
{
  gsize length = strlen (what);

  return (gsize) (scan->end - scan->at) >= length && memcmp (scan->at, what, length) == 0;
}

static void
move_to (Scan *scan,
         const char *to)
{
  const char *at = scan->at;

  while ((at = memchr (at, '\n', (gsize) (to - at))) != NULL)
    {
      scan->line++;
      at++;
    }
  scan->at = to;
}

/* Passes over what ends with @terminator; to the end of the input where it does not end. */
static void
skip_past (Scan *scan,
           const char *terminator)
{
  const char *found = g_strstr_len (scan->at, scan->end - scan->at, terminator);

  move_to (scan, found ? found + strlen (terminator) : scan->end);
}

static gboolean
check_name (const Scan *scan,
            const char *from,
            GError **error)
{
  gsize length = 0;

  while (from + length < scan->end && length <= RF_XML_MAX_NAME && !strchr (" \t\r\n/>=", from[length]))
    length++;
  return length <= RF_XML_MAX_NAME || fail (scan, error, _ ("A name here is longer than 256 characters."));
}

/* Finds the end of a start tag, counting its attributes by their opening quotes. */
static gboolean
scan_start_tag (Scan *scan,
                GError **error)
{
  const char *at = scan->at + 1;
  guint n_attributes = 0;

  if (!check_name (scan, at, error))
    return FALSE;
  while (at < scan->end && *at != '>')
    {
      if (*at == '"' || *at == '\'')
        {
          const char *close = memchr (at + 1, *at, (gsize) (scan->end - at - 1));

          if (++n_attributes > RF_XML_MAX_ATTRIBUTES)
            return fail (scan, error, _ ("A tag has more than 256 attributes. This is not a file of ours."));
          at = close ? close : scan->end - 1;
        }
      else if (g_ascii_isspace (*at) && !check_name (scan, at + 1, error))
        return FALSE;
      at++;
    }
  g_array_append_val (scan->tag_lines, scan->line);
  if (at == scan->end || at[-1] != '/')
    scan->depth++;
  if (scan->depth > RF_XML_MAX_DEPTH)
    return fail (scan, error, _ ("Elements are nested more than 64 deep. This is not a file of ours."));
  move_to (scan, at == scan->end ? at : at + 1);
  return TRUE;
}

static gboolean
scan_markup (Scan *scan,
             GError **error)
{
  if (starts_with (scan, "<!--"))
    skip_past (scan, "-->");
  else if (starts_with (scan, "<![CDATA["))
    skip_past (scan, "]]>");
  else if (starts_with (scan, "<!"))
    return fail (scan, error,
                 _ ("The file has a document type declaration (<!DOCTYPE or another <!…>), which is not allowed. "
                    "Remove it."));
  else if (starts_with (scan, "<?"))
    skip_past (scan, "?>");
  else if (starts_with (scan, "</"))
    {
      scan->depth -= scan->depth > 0;
      skip_past (scan, ">");
    }
  else
    return scan_start_tag (scan, error);
  return TRUE;
}

static gboolean
declares_another_encoding (const Scan *scan)
{
  g_autofree char *declaration = NULL;
  const char *close = g_strstr_len (scan->at, MIN (scan->end - scan->at, 512), "?>");

  if (close == NULL || !starts_with (scan, "<?xml"))
    return FALSE;
  declaration = g_strndup (scan->at, (gsize) (close - scan->at));
  return g_regex_match_simple ("\\sencoding\\s*=\\s*[\"'](?!(utf-8|us-ascii|ascii)[\"'])", declaration,
                               G_REGEX_CASELESS, 0);
}

static gboolean
check_encoding (Scan *scan,
                GError **error)
{
  const char *bad;

  if (memchr (scan->at, 0, (gsize) (scan->end - scan->at)) != NULL || starts_with (scan, "\xff\xfe") || starts_with (scan, "\xfe\xff"))
    {
      scan->line = 0;
      return fail (scan, error, _ ("The file is not text in UTF-8. Save it as UTF-8, or check that it is an XML file."));
    }
  if (!g_utf8_validate_len (scan->at, (gsize) (scan->end - scan->at), &bad))
    {
      move_to (scan, bad);
      return fail (scan, error, _ ("There are bytes here that are not UTF-8. Save the file as UTF-8."));
    }
  if (starts_with (scan, "\xef\xbb\xbf"))
    scan->at += 3;
  if (declares_another_encoding (scan))
    return fail (scan, error, _ ("The file declares another encoding than UTF-8. Save it as UTF-8."));
  return TRUE;
}

static gboolean
scan_all (Scan *scan,
          GError **error)
{
  const char *tag;

  if (scan->at == scan->end)
    {
      scan->line = 0;
      return fail (scan, error, _ ("The file is empty."));
    }
  if (!check_encoding (scan, error))
    return FALSE;
  while ((tag = memchr (scan->at, '<', (gsize) (scan->end - scan->at))) != NULL)
    {
      move_to (scan, tag);
      if (!scan_markup (scan, error))
        return FALSE;
    }
  return TRUE;
}

/* How much of the input is evidence in base64: it is neither markup nor a person's words. */
static gsize
measure_files (const char *data,
               gsize size)
{
  const char *end = data + size;
  const char *at = data;
  gsize files = 0;

  while (at && (at = g_strstr_len (at, end - at, "<bytes>")))
    {
      const char *close = memchr (at + 7, '<', (gsize) (end - at - 7));

      files += close ? (gsize) (close - at - 7) : 0;
      at = close;
    }
  return files;
}

/**
 * rf_xml_input_scan:
 * @name: what messages call the input
 *
 * Checks bytes before they are parsed: UTF-8 and nothing else, no document type declaration (and so no
 * entities of the file's own), names, attributes and depth within what these formats need. What is not well-formed is
 * left for the parser to name.
 *
 * Returns: (transfer full) (element-type guint): the line each start tag begins on, in their order; on
 *   %RF_ERROR_PARSE, %NULL
 */
GArray *
rf_xml_input_scan (GBytes *bytes,
                   const char *name,
                   GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Scan scan = { data, data + size, 1, 0, NULL, name };

  if (size > RF_XML_MAX_BYTES_WITH_FILES || (size > RF_XML_MAX_BYTES && size - measure_files (data, size) > RF_XML_MAX_BYTES))
    {
      scan.line = 0;
      fail (&scan, error, _ ("The input is larger than 16 MiB. Split it, or check that it is the right one."));
      return NULL;
    }
  scan.tag_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  if (scan_all (&scan, error))
    return scan.tag_lines;
  g_array_unref (scan.tag_lines);
  return NULL;
}
