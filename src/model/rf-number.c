// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-questionnaire.h"

#include <string.h>

#define PLACES 4
/* 10^11 with four places: far beyond any answer, and far from overflow */
#define MAXIMUM (G_GINT64_CONSTANT (100000000000) * RF_NUMBER_ONE)

static const char *
read_digits (const char *text,
             guint at_most,
             gint64 *value,
             guint *n_read)
{
  for (*n_read = 0; g_ascii_isdigit (*text); text++, (*n_read)++)
    {
      if (*n_read == at_most)
        return text;
      *value = *value * 10 + (*text - '0');
    }
  return text;
}

/**
 * rf_number_from_string:
 * @text: a decimal number with a point and at most four places, as in "-2.5"
 * @number: (out): written on success only
 *
 * Reads a number exactly; no exponent, no grouping, whatever the locale.
 *
 * Returns: whether @text is such a number below 100,000,000,000
 */
gboolean
rf_number_from_string (const char *text,
                       RfNumber *number)
{
  gboolean negative;
  gint64 value = 0;
  guint n_whole, n_places = 0;

  if (text == NULL)
    return FALSE;
  negative = *text == '-';
  text = read_digits (text + negative, 12, &value, &n_whole);
  if (*text == '.')
    {
      text = read_digits (text + 1, PLACES, &value, &n_places);
      if (n_places == 0)
        return FALSE;
    }
  if (*text != '\0' || n_whole == 0)
    return FALSE;
  for (; n_places < PLACES; n_places++)
    value *= 10;
  if (value >= MAXIMUM)
    return FALSE;
  *number = negative ? -value : value;
  return TRUE;
}

/**
 * rf_number_to_string:
 *
 * Returns: (transfer full): the number with a point and as few places as it needs
 */
char *
rf_number_to_string (RfNumber number)
{
  guint64 magnitude = number < 0 ? (guint64) -number : (guint64) number;
  char *text = g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%04u", number < 0 ? "-" : "", magnitude / RF_NUMBER_ONE, (guint) (magnitude % RF_NUMBER_ONE));
  char *end = text + strlen (text);

  while (end[-1] == '0')
    *--end = '\0';
  if (end[-1] == '.')
    end[-1] = '\0';
  return text;
}
