// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_CHART_VIEW (rf_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (RfChartView, rf_chart_view, RF, CHART_VIEW, GtkWidget)

GtkWidget *rf_chart_view_new (void);
void rf_chart_view_show (RfChartView *self,
                         RfChart *chart);
RfChart *rf_chart_view_get_chart (RfChartView *self);

G_END_DECLS
