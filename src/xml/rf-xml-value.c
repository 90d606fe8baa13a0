// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-xml-value.h"

#include "rf-questionnaire.h"
#include "rf-language.h"

#include <string.h>

#define MAX_ID 64

static gboolean
is_id (const char *value,
       gsize length)
{
  if (length == 0 || length > MAX_ID || !g_ascii_isalnum (value[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (value[i]) && value[i] != '.' && value[i] != '_' && value[i] != '-')
      return FALSE;
  return TRUE;
}

static gboolean
check_id (const char *value,
          char **message,
          char **hint)
{
  if (is_id (value, strlen (value)))
    return TRUE;
  *message = g_strdup_printf (_ ("“%s” is not an id."), value);
  *hint = g_strdup (_ ("An id is 1 to 64 letters, digits, dots, hyphens and underscores and begins with a letter or digit."));
  return FALSE;
}

static gboolean
check_ids (char *value,
           char **message,
           char **hint)
{
  for (const char *at = value; *at;)
    {
      gsize length = strcspn (at, " \t\r\n");

      if (length && !is_id (at, length))
        {
          g_autofree char *word = g_strndup (at, length);

          return check_id (word, message, hint);
        }
      at += length;
      at += strspn (at, " \t\r\n");
    }
  return TRUE;
}

static gboolean
check_word (const RfXmlAttribute *attribute,
            const char *value,
            char **message,
            char **hint)
{
  g_autofree char *words = NULL;

  if (g_strv_contains (attribute->words, value))
    return TRUE;
  words = g_strjoinv (", ", (char **) attribute->words);
  /* Translators: the second %s is what is expected, as in "a unit"; write the sentence so that all of them fit */
  *message = g_strdup_printf (_ ("“%s” is not %s."), value, _ (attribute->noun));
  *hint = g_strdup_printf (_ ("Use one of %s."), words);
  return FALSE;
}

static gboolean
check_integer (const RfXmlAttribute *attribute,
               const char *value,
               char **message,
               char **hint)
{
  gint64 number;

  if (g_ascii_string_to_signed (value + (value[0] == '+'), 10, attribute->least, attribute->most, &number, NULL))
    return TRUE;
  *message = g_strdup_printf (_ ("“%s” is not a whole number from %d to %d, as “%s” must be."), value,
                              attribute->least, attribute->most, attribute->name);
  *hint = g_strdup_printf (_ ("Write a whole number from %d to %d."), attribute->least, attribute->most);
  return FALSE;
}

static gboolean
is_sha256 (const char *value)
{
  return strlen (value) == 64 && strspn (value, "0123456789abcdef") == 64;
}

static gboolean
is_language (const char *value)
{
  return g_regex_match_simple ("^[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*$", value, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
is_boolean (const char *value)
{
  return g_str_equal (value, "true") || g_str_equal (value, "false") || g_str_equal (value, "1") || g_str_equal (value, "0");
}

static gboolean
explain_unless (gboolean is_right,
                const char *value,
                const char *message_format,
                const char *what_to_do,
                char **message,
                char **hint)
{
  if (is_right)
    return TRUE;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  *message = g_strdup_printf (message_format, value);
#pragma GCC diagnostic pop
  *hint = g_strdup (what_to_do);
  return FALSE;
}

/**
 * rf_xml_value_check:
 * @value: (inout): stripped of blanks around it, but for a line, which is kept as written
 * @message: (out): what is wrong; written on failure only
 * @hint: (out): what to do about it; written on failure only
 *
 * Returns: whether @value is what @attribute may be
 */
gboolean
rf_xml_value_check (const RfXmlAttribute *attribute,
                    char *value,
                    char **message,
                    char **hint)
{
  RfNumber number;
  RfDay day;

  if (attribute->type == RF_XML_LINE)
    return explain_unless (strspn (value, " \t\r\n") < strlen (value), attribute->name, _ ("“%s” is blank."),
                           _ ("Write something, or leave the attribute out if it is not needed."), message, hint);
  g_strstrip (value);
  switch (attribute->type)
    {
    case RF_XML_ID:
      return check_id (value, message, hint);
    case RF_XML_IDS:
      return check_ids (value, message, hint);
    case RF_XML_WORD:
      return check_word (attribute, value, message, hint);
    case RF_XML_INTEGER:
      return check_integer (attribute, value, message, hint);
    case RF_XML_NUMBER:
      return explain_unless (rf_number_from_string (value, &number), value, _ ("“%s” is not a number."),
                             _ ("Write digits with a point and at most four decimal places, such as 2.5."), message, hint);
    case RF_XML_BOOLEAN:
      return explain_unless (is_boolean (value), value, _ ("“%s” is neither true nor false."),
                             _ ("Write true or false."), message, hint);
    case RF_XML_DAY:
      return explain_unless (rf_day_from_string (value, &day), value, _ ("“%s” is not a day of the calendar."),
                             _ ("Write it as YYYY-MM-DD, such as 2026-11-01."), message, hint);
    case RF_XML_SHA256:
      return explain_unless (is_sha256 (value), value, _ ("“%s” is not a SHA-256."),
                             _ ("Write 64 digits and letters from a to f, as the command sha256sum prints them."),
                             message, hint);
    case RF_XML_LANGUAGE:
      return explain_unless (is_language (value), value, _ ("“%s” is not a language."),
                             _ ("Write a language tag such as en, de or pt-BR."), message, hint);
    case RF_XML_LINE:
    default:
      g_return_val_if_reached (FALSE);
    }
}
