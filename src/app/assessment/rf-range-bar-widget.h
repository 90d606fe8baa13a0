// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_RANGE_BAR_WIDGET (rf_range_bar_widget_get_type ())
G_DECLARE_FINAL_TYPE (RfRangeBarWidget, rf_range_bar_widget, RF, RANGE_BAR_WIDGET, GtkWidget)

void rf_range_bar_widget_show (RfRangeBarWidget *self,
                               const RfFigures *figures,
                               const RfRatingBands *bands);

G_END_DECLS
