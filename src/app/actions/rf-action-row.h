// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-actions-jobs.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_ACTION_ROW (rf_action_row_get_type ())
G_DECLARE_FINAL_TYPE (RfActionRow, rf_action_row, RF, ACTION_ROW, GtkWidget)

void rf_action_row_bind (RfActionRow *self,
                         RfActionItem *item);

G_END_DECLS
