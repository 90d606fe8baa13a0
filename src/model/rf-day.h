// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfDay:
 *
 * A calendar day without time or zone: the Julian day number that #GDate uses. 0 means that no day is set.
 */
typedef guint32 RfDay;

#define RF_DAY_NONE ((RfDay) 0)

gboolean rf_day_from_string (const char *text,
                             RfDay *day);
char *rf_day_to_string (RfDay day);
char *rf_day_to_text (RfDay day);
#define RF_DAY_MOST_MONTHS 1200
RfDay rf_day_add_months (RfDay day,
                         guint months);

G_END_DECLS
