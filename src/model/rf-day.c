// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day.h"

#include "rf-language.h"

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

/**
 * rf_day_to_text:
 *
 * Returns: (transfer full): as people write it in the language of this thread; "" for %RF_DAY_NONE
 */
char *
rf_day_to_text (RfDay day)
{
  GDate date;
  char text[64];

  if (day == RF_DAY_NONE)
    return g_strdup ("");
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  /* Translators: how a day is written in figures in your language; of %Y, %m and %d alone, such as %d.%m.%Y */
  if (g_date_strftime (text, sizeof text, C_ ("date", "%Y-%m-%d"), &date) == 0)
    return rf_day_to_string (day);
  return g_strdup (text);
}

/**
 * rf_day_add_months:
 * @months: 0 to %RF_DAY_MOST_MONTHS
 *
 * Says which day is so many months after @day: the same day of the month, or the month's last where it has none such.
 *
 * Returns: the day; %RF_DAY_NONE where @day is none, or where it lies beyond the year 9999
 */
RfDay
rf_day_add_months (RfDay day,
                   guint months)
{
  GDate date;

  g_return_val_if_fail (months <= RF_DAY_MOST_MONTHS, RF_DAY_NONE);

  if (day == RF_DAY_NONE)
    return RF_DAY_NONE;
  g_date_clear (&date, 1);
  g_date_set_julian (&date, day);
  g_date_add_months (&date, months);
  return g_date_get_year (&date) <= 9999 ? g_date_get_julian (&date) : RF_DAY_NONE;
}
