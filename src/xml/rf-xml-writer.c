// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-writer.h"

#include "rf-error.h"
#include "rf-language.h"

#include <string.h>

struct _RfXmlWriter
{
  GString *out;        /* owned */
  GPtrArray *elements; /* borrowed names of what is open */
  const char *subject; /* borrowed: the first attribute of the element begun last, for messages */
  gboolean tag_is_open;
  gboolean has_text;
  GError *error; /* owned, nullable: the first */
};

RfXmlWriter *
rf_xml_writer_new (void)
{
  RfXmlWriter *self = g_new0 (RfXmlWriter, 1);

  self->out = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  self->elements = g_ptr_array_new ();
  return self;
}

void
rf_xml_writer_free (RfXmlWriter *self)
{
  g_string_free (self->out, TRUE);
  g_ptr_array_unref (self->elements);
  g_clear_error (&self->error);
  g_free (self);
}

static const char *
get_open_element (const RfXmlWriter *self)
{
  return g_ptr_array_index (self->elements, self->elements->len - 1);
}

static gboolean
can_be_held (gunichar character)
{
  return character == '\t' || character == '\n' || character == '\r' ||
         (character >= 0x20 && character != 0xfffe && character != 0xffff);
}

static void
refuse (RfXmlWriter *self,
        gunichar character)
{
  if (self->error)
    return;
  g_set_error (&self->error, RF_ERROR, RF_ERROR_INVALID,
               _ ("The text of <%s> (%s) holds the character U+%04X, which a file cannot carry. Remove it from the text."),
               get_open_element (self), self->subject ? self->subject : "", character);
}

static gboolean
check (RfXmlWriter *self,
       const char *text)
{
  const char *bad;

  if (!g_utf8_validate (text, -1, &bad))
    {
      refuse (self, (guchar) *bad);
      return FALSE;
    }
  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (!can_be_held (g_utf8_get_char (at)))
      {
        refuse (self, g_utf8_get_char (at));
        return FALSE;
      }
  return TRUE;
}

/* A line break or tab in an attribute, and a carriage return anywhere, would be read as something else. */
static void
append_escaped (RfXmlWriter *self,
                const char *text,
                gboolean is_attribute)
{
  if (!check (self, text))
    return;
  for (const char *at = text; *at; at++)
    switch (*at)
      {
      case '&':
        g_string_append (self->out, "&amp;");
        break;
      case '<':
        g_string_append (self->out, "&lt;");
        break;
      case '>':
        g_string_append (self->out, "&gt;");
        break;
      case '"':
        g_string_append (self->out, is_attribute ? "&quot;" : "\"");
        break;
      case '\r':
        g_string_append (self->out, "&#13;");
        break;
      case '\n':
        g_string_append (self->out, is_attribute ? "&#10;" : "\n");
        break;
      case '\t':
        g_string_append (self->out, is_attribute ? "&#9;" : "\t");
        break;
      default:
        g_string_append_c (self->out, *at);
      }
}

static void
close_tag (RfXmlWriter *self)
{
  if (self->tag_is_open)
    g_string_append_c (self->out, '>');
  self->tag_is_open = FALSE;
}

static void
begin_line (RfXmlWriter *self)
{
  if (self->elements->len)
    g_string_append_c (self->out, '\n');
  for (guint i = 0; i < self->elements->len; i++)
    g_string_append (self->out, "  ");
}

/**
 * rf_xml_writer_start:
 * @element: a literal: it is kept, not copied
 */
void
rf_xml_writer_start (RfXmlWriter *self,
                     const char *element)
{
  close_tag (self);
  begin_line (self);
  g_string_append_printf (self->out, "<%s", element);
  g_ptr_array_add (self->elements, (gpointer) element);
  self->tag_is_open = TRUE;
  self->has_text = FALSE;
}

/**
 * rf_xml_writer_attribute:
 * @value: (nullable): where %NULL or blank, nothing is written
 */
void
rf_xml_writer_attribute (RfXmlWriter *self,
                         const char *name,
                         const char *value)
{
  if (value == NULL || value[strspn (value, " \t\r\n")] == '\0')
    return;
  if (strcmp (name, "xmlns") != 0)
    self->subject = value;
  g_string_append_printf (self->out, " %s=\"", name);
  append_escaped (self, value, TRUE);
  g_string_append_c (self->out, '"');
}

void
rf_xml_writer_integer (RfXmlWriter *self,
                       const char *name,
                       gint64 value)
{
  g_string_append_printf (self->out, " %s=\"%" G_GINT64_FORMAT "\"", name, value);
}

void
rf_xml_writer_day (RfXmlWriter *self,
                   const char *name,
                   RfDay value)
{
  g_autofree char *day = rf_day_to_string (value);

  rf_xml_writer_attribute (self, name, day);
}

void
rf_xml_writer_text (RfXmlWriter *self,
                    const char *text)
{
  close_tag (self);
  append_escaped (self, text, FALSE);
  self->has_text = TRUE;
}

void
rf_xml_writer_end (RfXmlWriter *self)
{
  const char *element = get_open_element (self);

  g_ptr_array_set_size (self->elements, (int) self->elements->len - 1);
  if (self->tag_is_open)
    g_string_append (self->out, "/>");
  else
    {
      if (!self->has_text)
        {
          g_string_append_c (self->out, '\n');
          for (guint i = 0; i < self->elements->len; i++)
            g_string_append (self->out, "  ");
        }
      g_string_append_printf (self->out, "</%s>", element);
    }
  self->tag_is_open = FALSE;
  self->has_text = FALSE;
}

/**
 * rf_xml_writer_text_element:
 * @text: (nullable): where %NULL or blank, nothing is written: a blank text says nothing
 */
void
rf_xml_writer_text_element (RfXmlWriter *self,
                            const char *element,
                            const char *text)
{
  if (text == NULL || text[strspn (text, " \t\r\n")] == '\0')
    return;
  rf_xml_writer_start (self, element);
  rf_xml_writer_text (self, text);
  rf_xml_writer_end (self);
}

/**
 * rf_xml_writer_finish:
 *
 * Returns: (transfer full): the file; or %NULL with %RF_ERROR_INVALID where a text cannot be held by XML
 */
GBytes *
rf_xml_writer_finish (RfXmlWriter *self,
                      GError **error)
{
  g_return_val_if_fail (self->elements->len == 0, NULL);
  if (self->error)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }
  g_string_append_c (self->out, '\n');
  return g_bytes_new (self->out->str, self->out->len);
}
