// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-day.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_DAY_ROW (rf_day_row_get_type ())
G_DECLARE_FINAL_TYPE (RfDayRow, rf_day_row, RF, DAY_ROW, AdwEntryRow)

void rf_day_row_set_day (RfDayRow *self,
                         RfDay day);
gboolean rf_day_row_read (RfDayRow *self,
                          RfDay *day,
                          GError **error);

G_END_DECLS
