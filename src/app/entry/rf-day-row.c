// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-day-row.h"

#include "rf-error.h"

#include <glib/gi18n.h>

/* A day that is typed, or chosen from a calendar. */
struct _RfDayRow
{
  AdwEntryRow parent_instance;

  /* template children */
  GtkCalendar *calendar;
};

G_DEFINE_FINAL_TYPE (RfDayRow, rf_day_row, ADW_TYPE_ENTRY_ROW)

static void
day_selected_cb (RfDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/* The calendar opens at the day that stands there. */
static void
calendar_shown_cb (RfDayRow *self)
{
  RfDay day = RF_DAY_NONE;
  g_autoptr (GDateTime) date = NULL;
  GDate parts;

  if (!rf_day_row_read (self, &day, NULL) || day == RF_DAY_NONE)
    return;
  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, day);
  date = g_date_time_new_local (g_date_get_year (&parts), (int) g_date_get_month (&parts), g_date_get_day (&parts), 0, 0, 0);
  if (date == NULL)
    return;
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
rf_day_row_class_init (RfDayRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-day-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfDayRow, calendar);
  gtk_widget_class_bind_template_callback (widget_class, day_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, calendar_shown_cb);
}

static void
rf_day_row_init (RfDayRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_day_row_set_day:
 * @day: %RF_DAY_NONE leaves the field empty
 */
void
rf_day_row_set_day (RfDayRow *self,
                    RfDay day)
{
  g_autofree char *text = day == RF_DAY_NONE ? g_strdup ("") : rf_day_to_string (day);

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

/**
 * rf_day_row_read:
 * @day: (out): %RF_DAY_NONE where the field is empty
 *
 * Returns: whether what stands there is a day, or nothing; %RF_ERROR_INVALID otherwise
 */
gboolean
rf_day_row_read (RfDayRow *self,
                 RfDay *day,
                 GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
  RfDay read = RF_DAY_NONE;

  if (*text && !rf_day_from_string (text, &read))
    {
      g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, _ ("This is not a day of the calendar. Write year, month and day, as in 2026-03-31."));
      return FALSE;
    }
  *day = read;
  return TRUE;
}
