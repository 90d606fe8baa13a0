// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

const RfRangeBarStyle *rf_screen_colours_get_bar_style (void);
void rf_screen_colours_init_chart_style (GtkWidget *widget,
                                         RfChartStyle *style);
void rf_screen_colours_follow (GtkWidget *widget);

G_END_DECLS
