// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-html-writer.h"

#include <string.h>

/* @in_tag: whether the tag of the innermost element still takes attributes */
struct _RfHtmlWriter
{
  GString *markup;
  GPtrArray *open; /* element-type utf8, borrowed */
  gboolean in_tag;
};

RfHtmlWriter *
rf_html_writer_new (void)
{
  RfHtmlWriter *self = g_new0 (RfHtmlWriter, 1);

  self->markup = g_string_new ("<!DOCTYPE html>");
  self->open = g_ptr_array_new ();
  return self;
}

void
rf_html_writer_free (RfHtmlWriter *self)
{
  g_string_free (self->markup, TRUE);
  g_ptr_array_unref (self->open);
  g_free (self);
}

static void
close_tag (RfHtmlWriter *self)
{
  if (self->in_tag)
    g_string_append_c (self->markup, '>');
  self->in_tag = FALSE;
}

/* Those that have no content, and so no end tag. */
static gboolean
is_void (const char *element)
{
  static const char *const elements[] = { "br", "col", "img", "meta", NULL };

  return g_strv_contains (elements, element);
}

void
rf_html_writer_start (RfHtmlWriter *self,
                      const char *element)
{
  close_tag (self);
  g_string_append_c (self->markup, '<');
  g_string_append (self->markup, element);
  g_ptr_array_add (self->open, (gpointer) element);
  self->in_tag = TRUE;
}

/* As rf_html_writer_start(), on a line of its own: for elements around which space has no meaning. */
void
rf_html_writer_start_line (RfHtmlWriter *self,
                           const char *element)
{
  close_tag (self);
  g_string_append_c (self->markup, '\n');
  rf_html_writer_start (self, element);
}

/* Controls are no characters of HTML, and of the bytes that are no UTF-8 only a sign can be shown. */
static void
append_escaped (GString *markup,
                const char *text,
                gsize length)
{
  g_autofree char *valid = g_utf8_make_valid (text, (gssize) length);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '&')
        g_string_append (markup, "&amp;");
      else if (character == '<')
        g_string_append (markup, "&lt;");
      else if (character == '>')
        g_string_append (markup, "&gt;");
      else if (character == '"')
        g_string_append (markup, "&quot;");
      else if (character == '\'')
        g_string_append (markup, "&#39;");
      else if (character == '\t' || character == '\n' || g_unichar_type (character) != G_UNICODE_CONTROL)
        g_string_append_unichar (markup, (character & 0xFFFE) == 0xFFFE ? 0xFFFD : character);
      else
        g_string_append_unichar (markup, 0xFFFD);
    }
}

/* @value: (nullable): no attribute is written without one */
void
rf_html_writer_attribute (RfHtmlWriter *self,
                          const char *name,
                          const char *value)
{
  g_return_if_fail (self->in_tag);
  if (value == NULL)
    return;
  g_string_append_printf (self->markup, " %s=\"", name);
  append_escaped (self->markup, value, strlen (value));
  g_string_append_c (self->markup, '"');
}

void
rf_html_writer_text (RfHtmlWriter *self,
                     const char *text)
{
  rf_html_writer_text_length (self, text, strlen (text));
}

/* @length: in bytes */
void
rf_html_writer_text_length (RfHtmlWriter *self,
                            const char *text,
                            gsize length)
{
  close_tag (self);
  append_escaped (self->markup, text, length);
}

/**
 * rf_html_writer_style:
 * @style: a style sheet of the program's own, in which no text of a person stands
 *
 * Browsers do not undo escapes in a style element, so none may be needed.
 */
void
rf_html_writer_style (RfHtmlWriter *self,
                      const char *style)
{
  g_return_if_fail (strpbrk (style, "<&") == NULL);
  rf_html_writer_start_line (self, "style");
  close_tag (self);
  g_string_append_c (self->markup, '\n');
  g_string_append (self->markup, style);
  rf_html_writer_end (self);
}

void
rf_html_writer_end (RfHtmlWriter *self)
{
  const char *element;

  g_return_if_fail (self->open->len > 0);
  element = g_ptr_array_steal_index (self->open, self->open->len - 1);
  if (is_void (element))
    {
      g_return_if_fail (self->in_tag);
      g_string_append (self->markup, "/>");
      self->in_tag = FALSE;
      return;
    }
  close_tag (self);
  g_string_append_printf (self->markup, "</%s>", element);
}

/* Gives what was written, and leaves the writer empty. All elements must be closed. (transfer full) */
GBytes *
rf_html_writer_finish (RfHtmlWriter *self)
{
  GString *markup = self->markup;

  g_return_val_if_fail (self->open->len == 0, NULL);
  self->markup = g_string_new (NULL);
  g_string_append_c (markup, '\n');
  return g_string_free_to_bytes (markup);
}
