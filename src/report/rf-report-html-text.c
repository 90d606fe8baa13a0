// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-html-private.h"

#include "rf-language.h"

#include <string.h>

/* The style sheet's name of a role; plain text has none. */
static const char *const role_classes[RF_N_REPORT_ROLES] = {
  [RF_ROLE_STRONG] = "strong",
  [RF_ROLE_MUTED] = "muted",
  [RF_ROLE_NOTE] = "note",
  [RF_ROLE_SMALL] = "small",
  [RF_ROLE_ALERT] = "alert",
  [RF_ROLE_LEAD] = "lead",
  [RF_ROLE_FIGURE] = "figure",
  [RF_ROLE_COLUMN_TITLE] = "name",
  [RF_ROLE_NUMBER] = "number",
};

/**
 * rf_report_html_dup_identifier:
 *
 * An identifier that is the same in an attribute and in an address: letters, digits, hyphens and points stay, every
 * other byte becomes "_" and two digits. No two anchors share one, and what starts with "_" and a small letter is left for
 * the page's own parts.
 */
char *
rf_report_html_dup_identifier (const char *anchor)
{
  GString *identifier = g_string_new (NULL);

  for (const char *at = anchor; *at != '\0'; at++)
    if (g_ascii_isalnum (*at) || *at == '-' || *at == '.')
      g_string_append_c (identifier, *at);
    else
      g_string_append_printf (identifier, "_%02X", (guchar) *at);
  return g_string_free (identifier, FALSE);
}

/* Headings without an anchor are numbered, so that the table of contents leads to them too. */
char *
rf_report_html_dup_heading_identifier (const RfReportBlock *heading,
                                       guint index)
{
  return heading->anchor != NULL ? rf_report_html_dup_identifier (heading->anchor) : g_strdup_printf ("_heading%u", index);
}

/* Gives the element begun last its identifier, unless an earlier one has it. */
void
rf_report_html_identify (RfReportHtml *self,
                         const char *identifier)
{
  if (g_hash_table_add (self->identifiers, g_strdup (identifier)))
    rf_html_writer_attribute (self->writer, "id", identifier);
}

/* @anchor: (nullable) */
void
rf_report_html_identify_anchor (RfReportHtml *self,
                                const char *anchor)
{
  g_autofree char *identifier = anchor != NULL ? rf_report_html_dup_identifier (anchor) : NULL;

  if (identifier != NULL)
    rf_report_html_identify (self, identifier);
}

/* Marks, embeddings, overrides and isolates: they must not act beyond the text in which they stand. */
static gboolean
steers_direction (gunichar character)
{
  return character == 0x200E || character == 0x200F || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069);
}

/* Whether the text has to find its own direction, for it does not all run as the report does. */
static gboolean
needs_direction (const RfReportHtml *self,
                 const char *text,
                 gsize length)
{
  gboolean from_the_left = FALSE;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (steers_direction (character) || (!self->right_to_left && rf_language_letter_is_right_to_left (character)))
        return TRUE;
      from_the_left |= g_unichar_isalpha (character) && !rf_language_letter_is_right_to_left (character);
    }
  return self->right_to_left && from_the_left;
}

/* Line breaks are elements: a reader's view without our style sheet shows them too. */
static void
add_lines (RfReportHtml *self,
           const char *text,
           gsize length)
{
  const char *end = text + length;
  const char *line_end;

  for (; (line_end = memchr (text, '\n', (gsize) (end - text))) != NULL; text = line_end + 1)
    {
      rf_html_writer_text_length (self->writer, text, (gsize) (line_end - text));
      rf_html_writer_start (self->writer, "br");
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_text_length (self->writer, text, (gsize) (end - text));
}

static gboolean
is_link (const RfReportHtml *self,
         const RfReportSpan *span)
{
  return rf_report_document_has_target (self->document, span->target);
}

static void
start_link (RfReportHtml *self,
            const char *target)
{
  g_autofree char *identifier = target[0] == '#' ? rf_report_html_dup_identifier (target + 1) : NULL;
  g_autofree char *address = identifier != NULL ? g_strconcat ("#", identifier, NULL) : g_strdup (target);

  rf_html_writer_start (self->writer, "a");
  rf_html_writer_attribute (self->writer, "href", address);
  if (identifier == NULL)
    rf_html_writer_attribute (self->writer, "rel", "noopener noreferrer");
}

static const char *
get_element (RfReportRole role)
{
  if (role == RF_ROLE_STRONG || role == RF_ROLE_ALERT)
    return "strong";
  return role == RF_ROLE_SMALL ? "small" : "span";
}

static void
add_span (RfReportHtml *self,
          const RfReportText *text,
          const RfReportSpan *span)
{
  const char *string = text->text->str + span->start;
  gboolean directed = needs_direction (self, string, span->length);
  const char *class = role_classes[span->role];

  if (is_link (self, span))
    start_link (self, span->target);
  else if (directed || class != NULL)
    rf_html_writer_start (self->writer, get_element (span->role));
  else
    {
      add_lines (self, string, span->length);
      return;
    }
  rf_html_writer_attribute (self->writer, "class", class);
  rf_html_writer_attribute (self->writer, "dir", directed ? "auto" : NULL);
  add_lines (self, string, span->length);
  rf_html_writer_end (self->writer);
}

/* A text of one role gives its role and its direction to the element that holds it: an alert must stay a strong element. */
static gboolean
is_of_one_piece (const RfReportHtml *self,
                 const RfReportText *text)
{
  const RfReportSpan *span;

  if (text->spans->len != 1)
    return FALSE;
  span = &g_array_index (text->spans, RfReportSpan, 0);
  return span->role != RF_ROLE_ALERT && span->role != RF_ROLE_STRONG && !is_link (self, span);
}

/**
 * rf_report_html_add_content:
 *
 * Adds a text to the element begun last.
 */
void
rf_report_html_add_content (RfReportHtml *self,
                            const RfReportText *text)
{
  if (is_of_one_piece (self, text))
    {
      rf_html_writer_attribute (self->writer, "class", role_classes[g_array_index (text->spans, RfReportSpan, 0).role]);
      if (needs_direction (self, text->text->str, text->text->len))
        rf_html_writer_attribute (self->writer, "dir", "auto");
      add_lines (self, text->text->str, text->text->len);
      return;
    }
  for (guint i = 0; i < text->spans->len; i++)
    add_span (self, text, &g_array_index (text->spans, RfReportSpan, i));
}

void
rf_report_html_add_paragraph (RfReportHtml *self,
                              const RfReportText *text)
{
  rf_html_writer_start_line (self->writer, "p");
  rf_report_html_add_content (self, text);
  rf_html_writer_end (self->writer);
}
