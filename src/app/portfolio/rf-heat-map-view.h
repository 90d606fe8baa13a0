// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_HEAT_MAP_VIEW (rf_heat_map_view_get_type ())
G_DECLARE_FINAL_TYPE (RfHeatMapView, rf_heat_map_view, RF, HEAT_MAP_VIEW, GtkWidget)

void rf_heat_map_view_set_model (RfHeatMapView *self,
                                 GListModel *items);
void rf_heat_map_view_reload (RfHeatMapView *self);

G_END_DECLS
