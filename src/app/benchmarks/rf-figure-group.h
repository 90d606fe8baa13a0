// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmark.h"
#include "rf-chart.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_FIGURE_GROUP (rf_figure_group_get_type ())
G_DECLARE_FINAL_TYPE (RfFigureGroup, rf_figure_group, RF, FIGURE_GROUP, AdwPreferencesGroup)

RfFigureGroup *rf_figure_group_new (const char *title);
void rf_figure_group_show_figures (RfFigureGroup *self,
                                   RfChart *chart,
                                   const GPtrArray *figures);
void rf_figure_group_show_chart (RfFigureGroup *self,
                                 RfChart *chart);
void rf_figure_group_show_sections (RfFigureGroup *self,
                                    RfChart *chart,
                                    const char *text);
RfChart *rf_figure_group_get_chart (RfFigureGroup *self);
RfChart *rf_figure_group_get_sections (RfFigureGroup *self);

G_END_DECLS
