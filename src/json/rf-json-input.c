// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is looked at before the JSON parser sees a byte, and what it lets pass. */

#include "config.h"

#include "rf-json-input.h"

#include "rf-error.h"
#include "rf-record-json.h"
#include "rf-language.h"

#include <string.h>

typedef struct
{
  const char *name;
  guint line;
  GError **error;
} Input;

static gboolean
fail (const Input *input,
      const char *sentence)
{
  g_autofree char *shown = g_filename_display_name (input->name);

  if (input->line)
    g_set_error (input->error, RF_ERROR, RF_ERROR_PARSE, "%s:%u: %s", shown, input->line, sentence);
  else
    g_set_error (input->error, RF_ERROR, RF_ERROR_PARSE, "%s: %s", shown, sentence);
  return FALSE;
}

/* How much of the input is evidence in base64. */
static gsize
measure_files (const char *data,
               gsize size)
{
  static const char member[] = "\"bytes\"";
  const char *end = data + size;
  const char *at = data;
  gsize files = 0;

  while (at && (at = g_strstr_len (at, end - at, member)))
    {
      const char *close;

      at += strlen (member);
      while (at < end && strchr (" \t\r\n:", *at))
        at++;
      close = at < end && *at == '"' ? memchr (at + 1, '"', (gsize) (end - at - 1)) : at;
      files += close ? (gsize) (close - at) : 0;
      at = close;
    }
  return files;
}

static gboolean
check_size (const Input *input,
            const char *data,
            gsize size)
{
  if (size <= RF_RECORD_JSON_MAX_BYTES)
    return TRUE;
  if (size > RF_RECORD_JSON_MAX_BYTES_WITH_FILES)
    return fail (input, _ ("The input is larger than 192 MiB. Export it without files."));
  return size - measure_files (data, size) <= RF_RECORD_JSON_MAX_BYTES ||
         fail (input, _ ("The input is larger than 16 MiB without its files. Check that it is the right one."));
}

/* The code unit of the escape "\\uXXXX" at @at, or -1 where there is none. */
static int
read_escape (const char *at,
             const char *end)
{
  int unit = 0;

  if (end - at < 6 || at[0] != '\\' || at[1] != 'u')
    return -1;
  for (guint i = 2; i < 6; i++)
    {
      int digit = g_ascii_xdigit_value (at[i]);

      if (digit < 0)
        return -1;
      unit = unit * 16 + digit;
    }
  return unit;
}

static gboolean
is_surrogate (int unit,
              int first)
{
  return unit >= first && unit < first + 0x400;
}

/* Behind the escape at @at, or %NULL. The parser takes half of a surrogate pair for a character. */
static const char *
skip_escape (Input *input,
             const char *at,
             const char *end)
{
  int unit = read_escape (at, end);

  if (unit == 0)
    return fail (input, _ ("A text holds the character U+0000, which no text can have. Remove it.")), NULL;
  if (is_surrogate (unit, 0xD800) && is_surrogate (read_escape (at + 6, end), 0xDC00))
    return at + 12;
  if (is_surrogate (unit, 0xD800) || is_surrogate (unit, 0xDC00))
    return fail (input, _ ("A text holds half of a character, such as \\ud83d without what follows it. Write both halves, or remove it.")), NULL;
  return at + 2;
}

/* Behind the end of a string that begins at @at, or %NULL where it has none. */
static const char *
skip_string (Input *input,
             const char *at,
             const char *end)
{
  at++;
  while (at && at < end && *at != '"')
    {
      if ((guchar) *at < 0x20)
        return fail (input, _ ("A text holds a line break or another control character. Write \\n for a line break.")), NULL;
      at = *at == '\\' ? skip_escape (input, at, end) : at + 1;
    }
  if (at == NULL)
    return NULL;
  return at < end ? at + 1 : (fail (input, _ ("A text does not end. Close its quotes.")), NULL);
}

/* The parser takes comments, assignments and single quotes for JSON and any depth for sound; this does not. */
static gboolean
scan (Input *input,
      const char *at,
      const char *end)
{
  guint depth = 0;

  while (at < end)
    {
      if (*at == '"')
        {
          at = skip_string (input, at, end);
          if (at == NULL)
            return FALSE;
          continue;
        }
      if (*at == '\0' || strchr ("{}[]:,-+.0123456789eEtrufalsn \t\r\n", *at) == NULL)
        return fail (input, _ ("This is no JSON: a character stands here that can only stand in a text. Comments are not allowed."));
      if (*at == '{' || *at == '[')
        depth++;
      else if ((*at == '}' || *at == ']') && depth > 0)
        depth--;
      if (depth > RF_RECORD_JSON_MAX_DEPTH)
        return fail (input, _ ("Objects and lists stand in one another more than 16 deep. Check that it is the right file."));
      input->line += *at == '\n';
      at++;
    }
  return TRUE;
}

/* A member that stands twice would silently be the last of the two. */
static void
note_member (JsonParser *parser,
             JsonObject *object,
             const char *member,
             gpointer data)
{
  GHashTable *seen = data;
  char *key = g_strdup_printf ("%p %s", (void *) object, member);

  if (!g_hash_table_add (seen, key))
    g_object_set_data_full (G_OBJECT (parser), "rf-twice", g_strdup (member), g_free);
}

static JsonNode *
parse (Input *input,
       const char *data,
       gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) reason = NULL;
  const char *twice;

  g_signal_connect (parser, "object-member", G_CALLBACK (note_member), seen);
  input->line = 0;
  if (!json_parser_load_from_data (parser, data, (gssize) size, &reason))
    {
      g_autofree char *sentence = g_strdup_printf (_ ("This is no JSON: %s"), reason->message);

      fail (input, sentence);
      return NULL;
    }
  twice = g_object_get_data (G_OBJECT (parser), "rf-twice");
  if (twice)
    {
      g_autofree char *sentence = g_strdup_printf (_ ("The member “%s” stands twice in one object. Keep one of the two."), twice);

      fail (input, sentence);
      return NULL;
    }
  if (json_parser_get_root (parser) == NULL)
    {
      fail (input, _ ("The file is empty."));
      return NULL;
    }
  return json_node_copy (json_parser_get_root (parser));
}

/**
 * rf_json_input_parse:
 * @name: what messages call the input
 *
 * Parses JSON in UTF-8 and nothing but JSON: no comments, no member twice, no U+0000, no half of a
 * surrogate pair, at most 16 levels deep and 16 MiB
 * long, or 192 MiB with evidence files.
 *
 * Returns: (transfer full): the outermost value; or %NULL with %RF_ERROR_PARSE
 */
JsonNode *
rf_json_input_parse (GBytes *bytes,
                     const char *name,
                     GError **error)
{
  Input input = { name, 0, error };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (!check_size (&input, data, size))
    return NULL;
  /* what is empty may have no address */
  data = data ? data : "";
  if (!g_utf8_validate (data, (gssize) size, NULL))
    {
      fail (&input, _ ("The file is not UTF-8. Convert it."));
      return NULL;
    }
  input.line = 1;
  return scan (&input, data, data + size) ? parse (&input, data, size) : NULL;
}
