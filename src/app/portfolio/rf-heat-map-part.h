// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"
#include "rf-portfolio-item.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_TYPE_HEAT_MAP_PART (rf_heat_map_part_get_type ())
G_DECLARE_FINAL_TYPE (RfHeatMapPart, rf_heat_map_part, RF, HEAT_MAP_PART, GObject)

void rf_heat_map_part_list (GListModel *items,
                            guint n_columns,
                            GListStore *parts);
gboolean rf_heat_map_part_is_first (RfHeatMapPart *self);
RfChart *rf_heat_map_part_new_chart (RfHeatMapPart *self);
RfPortfolioItem *rf_heat_map_part_get_item (RfHeatMapPart *self,
                                            guint column);
const char *rf_heat_map_part_find_question (RfHeatMapPart *self,
                                            guint section,
                                            guint column);

G_END_DECLS
