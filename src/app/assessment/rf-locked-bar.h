// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_LOCKED_BAR (rf_locked_bar_get_type ())
G_DECLARE_FINAL_TYPE (RfLockedBar, rf_locked_bar, RF, LOCKED_BAR, GtkWidget)

void rf_locked_bar_show (RfLockedBar *self,
                         RfOpenAssessment *assessment);

G_END_DECLS
