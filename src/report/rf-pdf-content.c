// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-pdf-parts-private.h"

#include <string.h>

/* An operator with its operands: from @start to @end; its name begins at @name. */
typedef struct
{
  const char *start;
  const char *name;
  const char *end;
} Operation;

static const char *
skip_string (const char *at,
             const char *limit)
{
  guint depth = 0;

  for (; at < limit; at++)
    {
      if (*at == '\\')
        at++;
      else if (*at == '(')
        depth++;
      else if (*at == ')' && --depth == 0)
        return at + 1;
    }
  return limit;
}

static const char *
skip_to (const char *at,
         const char *limit,
         const char *set)
{
  while (at < limit && strchr (set, *at) == NULL)
    at++;
  return at;
}

static const char *
skip_word (const char *at,
           const char *limit)
{
  while (at < limit && !g_ascii_isspace (*at) && strchr ("/<>[](){}%", *at) == NULL)
    at++;
  return at;
}

/* The bytes of an inline image end at EI between spaces. */
static const char *
skip_image (const char *at,
            const char *limit)
{
  for (; at + 3 < limit; at++)
    if (g_ascii_isspace (at[0]) && at[1] == 'E' && at[2] == 'I' && g_ascii_isspace (at[3]))
      return at + 3;
  return limit;
}

static gboolean
is_operand (const char *word)
{
  return g_ascii_isdigit (*word) || strchr ("+-.", *word) != NULL || g_str_has_prefix (word, "true") || g_str_has_prefix (word, "false") || g_str_has_prefix (word, "null");
}

static gboolean
is_named (const Operation *operation,
          const char *name)
{
  gsize length = strlen (name);

  return (gsize) (operation->end - operation->name) == length && memcmp (operation->name, name, length) == 0;
}

/* Reads on from @operation->end; %FALSE at the end of the stream. */
static gboolean
read_operation (Operation *operation,
                const char *limit)
{
  const char *at = operation->end;

  operation->start = at;
  while (at < limit)
    {
      const char *word = at;

      if (*at == '(')
        at = skip_string (at, limit);
      else if (*at == '%')
        at = skip_to (at, limit, "\r\n");
      else if (*at == '/')
        at = skip_word (at + 1, limit);
      else if (*at == '\0' || g_ascii_isspace (*at) || strchr ("<>[]{})", *at) != NULL)
        at++;
      else
        {
          at = skip_word (at, limit);
          if (is_operand (word))
            continue;
          operation->name = word;
          operation->end = at;
          if (is_named (operation, "ID"))
            operation->end = skip_image (at, limit);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_painting (const Operation *operation)
{
  static const char *const names[] = {
    "S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "Do", "Tj", "TJ", "'", "\"", "BI"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (is_named (operation, names[i]))
      return TRUE;
  return FALSE;
}

static gboolean
opens_element (const Operation *operation)
{
  return g_strstr_len (operation->start, operation->name - operation->start, "/MCID") != NULL;
}

/* @element_depth: how deep the open structure element lies, 0 for none. @from: what is not written yet. */
typedef struct
{
  GString *marked;
  const char *from;
  guint depth;
  guint element_depth;
  gboolean in_text;
  gboolean paints;
  gboolean had_element;
} Marker;

/* What stands before a page's first element is its head and foot; what comes later, rules and grounds. */
static void
write_unmarked (Marker *marker,
                const char *until)
{
  if (marker->paints)
    g_string_append (marker->marked, marker->had_element ? "\n/Artifact BMC\n" : "/Artifact << /Type /Pagination >> BDC\n");
  g_string_append_len (marker->marked, marker->from, until - marker->from);
  if (marker->paints)
    g_string_append (marker->marked, "\nEMC\n");
  marker->from = until;
  marker->paints = FALSE;
}

static gboolean
take_begin (Marker *marker,
            const Operation *operation)
{
  marker->depth++;
  if (marker->element_depth > 0 || !opens_element (operation))
    return TRUE;
  /* an artifact can end neither within a text object nor within other marked content */
  if (marker->in_text || marker->depth > 1)
    return FALSE;
  write_unmarked (marker, operation->start);
  marker->element_depth = marker->depth;
  marker->had_element = TRUE;
  return TRUE;
}

static gboolean
take_end (Marker *marker,
          const Operation *operation)
{
  if (marker->depth == 0)
    return FALSE;
  if (marker->element_depth == marker->depth)
    {
      g_string_append_len (marker->marked, marker->from, operation->end - marker->from);
      marker->from = operation->end;
      marker->element_depth = 0;
    }
  marker->depth--;
  return TRUE;
}

static gboolean
take_operation (Marker *marker,
                const Operation *operation)
{
  if (is_named (operation, "BDC") || is_named (operation, "BMC"))
    return take_begin (marker, operation);
  if (is_named (operation, "EMC"))
    return take_end (marker, operation);
  if (is_named (operation, "BT") || is_named (operation, "ET"))
    marker->in_text = is_named (operation, "BT");
  else if (marker->element_depth == 0 && is_painting (operation))
    marker->paints = TRUE;
  return TRUE;
}

/**
 * rf_pdf_content_mark_artifacts:
 * @content: of a page, as it is before compression
 *
 * Puts whatever paints outside the structure between /Artifact and EMC, and changes nothing else.
 *
 * Returns: (nullable): %NULL where the marks in @content do not pair
 */
GBytes *
rf_pdf_content_mark_artifacts (const char *content,
                               gsize length)
{
  Marker marker = { g_string_sized_new (length + length / 8), content };
  Operation operation = { content, content, content };
  gboolean pairs = TRUE;

  while (pairs && read_operation (&operation, content + length))
    pairs = take_operation (&marker, &operation);
  if (pairs && marker.depth == 0)
    {
      write_unmarked (&marker, content + length);
      return g_string_free_to_bytes (marker.marked);
    }
  g_string_free (marker.marked, TRUE);
  return NULL;
}
