// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-document.h"

#include "rf-language.h"

static void
clear_span (gpointer data)
{
  RfReportSpan *span = data;

  g_free (span->target);
}

/* Control characters have no shape and are not allowed in XML and HTML; a note pasted from a terminal has some. */
static void
append_printable (GString *text,
                  const char *string)
{
  g_autofree char *valid = g_utf8_make_valid (string, -1);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '\r')
        {
          if (at[1] != '\n')
            g_string_append_c (text, '\n');
        }
      else if (character == '\t' || character == '\n' || g_unichar_type (character) != G_UNICODE_CONTROL)
        g_string_append_unichar (text, character);
      else
        g_string_append_unichar (text, 0xFFFD);
    }
}

static gboolean
is_plain (const char *string)
{
  for (const char *at = string; *at != '\0'; at++)
    if ((guchar) *at < ' ' || (guchar) *at >= 0x7F)
      return FALSE;
  return TRUE;
}

static void
append_span (RfReportText *self,
             RfReportRole role,
             const char *target,
             const char *string)
{
  RfReportSpan span = { role, self->text->len, 0, NULL };

  if (is_plain (string))
    g_string_append (self->text, string);
  else
    append_printable (self->text, string);
  span.length = self->text->len - span.start;
  if (span.length == 0)
    return;
  span.target = g_strdup (target);
  g_array_append_val (self->spans, span);
}

/**
 * rf_report_text_new:
 * @string: any bytes; what is not valid UTF-8 or has no shape is replaced
 */
RfReportText *
rf_report_text_new (RfReportRole role,
                    const char *string)
{
  RfReportText *self = g_new0 (RfReportText, 1);

  self->text = g_string_new (NULL);
  self->spans = g_array_sized_new (FALSE, FALSE, sizeof (RfReportSpan), 1);
  g_array_set_clear_func (self->spans, clear_span);
  append_span (self, role, NULL, string);
  return self;
}

/* Returns @self, so that a text reads as one expression. */
RfReportText *
rf_report_text_append (RfReportText *self,
                       RfReportRole role,
                       const char *string)
{
  append_span (self, role, NULL, string);
  return self;
}

/**
 * rf_report_text_append_link:
 * @target: "#anchor" within the report, or a web address
 */
RfReportText *
rf_report_text_append_link (RfReportText *self,
                            const char *target,
                            const char *string)
{
  append_span (self, RF_ROLE_LINK, target, string);
  return self;
}

#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_DIRECTIONAL_ISOLATE "\342\201\251"

/* The blanks around what is isolated stay outside: inside they would be at its own ends, and it would touch what stands
 * beside it. */
static void
append_isolated (GString *result,
                 const char *source,
                 guint length)
{
  guint first = 0, end = length;

  if (!rf_language_runs_from_the_left (source, length))
    {
      g_string_append_len (result, source, length);
      return;
    }
  while (source[first] == ' ')
    first++;
  while (source[end - 1] == ' ')
    end--;
  g_string_append_len (result, source, first);
  g_string_append (result, FIRST_STRONG_ISOLATE);
  g_string_append_len (result, source + first, end - first);
  g_string_append (result, POP_DIRECTIONAL_ISOLATE);
  g_string_append_len (result, source + end, length - end);
}

/**
 * rf_report_text_isolate:
 *
 * To be called where a report runs from the right: a part that runs from the left, such as what somebody wrote in English
 * behind a label in Arabic, keeps its full stop at its own end. To be called once.
 */
void
rf_report_text_isolate (RfReportText *self)
{
  g_autoptr (GString) result = NULL;

  if (self->spans->len < 2 || rf_language_runs_from_the_left (self->text->str, (gssize) self->text->len))
    return;
  result = g_string_sized_new (self->text->len + 16);
  for (guint i = 0; i < self->spans->len; i++)
    {
      RfReportSpan *span = &g_array_index (self->spans, RfReportSpan, i);
      const char *source = self->text->str + span->start;
      guint length = span->length;

      span->start = (guint) result->len;
      append_isolated (result, source, length);
      span->length = (guint) result->len - span->start;
    }
  g_string_assign (self->text, result->str);
}

void
rf_report_text_free (RfReportText *self)
{
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_free (self);
}
