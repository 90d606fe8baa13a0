// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_STATUS_ROW (rf_status_row_get_type ())
G_DECLARE_FINAL_TYPE (RfStatusRow, rf_status_row, RF, STATUS_ROW, GtkWidget)

void rf_status_row_show (RfStatusRow *self,
                         RfOpenAssessment *assessment);

G_END_DECLS
