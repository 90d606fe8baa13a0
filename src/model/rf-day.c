// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day.h"

static gboolean
has_shape_of_a_day (const char *text)
{
  static const char shape[] = "0000-00-00";

  for (guint i = 0; i < sizeof shape; i++)
    if (shape[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != shape[i])
      return FALSE;
  return TRUE;
}

/**
 * rf_day_from_string:
 * @text: YYYY-MM-DD
 * @day: (out): written on success only
 *
 * Returns: whether @text is a day of the Gregorian calendar, written in full
 */
gboolean
rf_day_from_string (const char *text,
                    RfDay *day)
{
  guint year, month, of_month;
  GDate date;

  if (text == NULL || !has_shape_of_a_day (text))
    return FALSE;
  year = (guint) g_ascii_strtoull (text, NULL, 10);
  month = (guint) g_ascii_strtoull (text + 5, NULL, 10);
  of_month = (guint) g_ascii_strtoull (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) of_month, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) of_month, (GDateMonth) month, (GDateYear) year);
  *day = g_date_get_julian (&date);
  return TRUE;
}

/**
 * rf_day_to_string:
 *
 * Returns: (transfer full): YYYY-MM-DD, or "" for %RF_DAY_NONE
 */
char *
rf_day_to_string (RfDay day)
{
  GDate date;

  if (day == RF_DAY_NONE)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  return g_strdup_printf ("%04u-%02u-%02u",
                          g_date_get_year (&date),
                          (guint) g_date_get_month (&date),
                          (guint) g_date_get_day (&date));
}
