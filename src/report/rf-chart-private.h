// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"

G_BEGIN_DECLS

/**
 * RfChartCanvas:
 * @cr: (nullable): %NULL where the chart is only measured
 * @areas: (nullable) (element-type RfChartArea): where to say where the cells lie
 * @y: how far down it is drawn
 * @mirrored: whether reading begins on the right
 * @left: where bars begin
 * @bars: how wide they are at most
 * @values: where the texts beside bars begin
 * @unit: one point on paper
 *
 * What is drawn on. Places are counted from the side where reading begins.
 */
typedef struct
{
  const RfChart *chart;
  const RfChartStyle *style;
  cairo_t *cr;
  GArray *areas;
  double width;
  double y;
  gboolean mirrored;
  gboolean stacked;
  double left;
  double bars;
  double values;
  double bar_height;
  double unit;
} RfChartCanvas;

RfColour rf_colour_mix (const RfColour *from,
                        const RfColour *to,
                        double share);
double rf_chart_canvas_mirror (const RfChartCanvas *self,
                               double x,
                               double width);
void rf_chart_canvas_fill (const RfChartCanvas *self,
                           const RfColour *colour,
                           double x,
                           double y,
                           double width,
                           double height);
void rf_chart_canvas_stroke (const RfChartCanvas *self,
                             const RfColour *colour,
                             double x,
                             double y,
                             double width,
                             double height,
                             gboolean dashed);
double rf_chart_canvas_set_text (const RfChartCanvas *self,
                                 const PangoFontDescription *font,
                                 const RfColour *colour,
                                 const char *text,
                                 double x,
                                 double y,
                                 double width);

void rf_chart_draw_columns (RfChartCanvas *self);
double rf_chart_draw_cells (RfChartCanvas *self,
                            guint row);

G_END_DECLS
