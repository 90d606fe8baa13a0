// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmark.h"
#include "rf-range-bar.h"

G_BEGIN_DECLS

/**
 * RfChartKind:
 * @RF_CHART_RANGES: a range bar for each row
 * @RF_CHART_MATRIX: a cell for each row and column, with words in it and shaded by its rating
 * @RF_CHART_SHARES: percentages from 0 to 100 with their intervals; what has no number is shown as a gap
 * @RF_CHART_NET_SCORES: percentages on both sides of 0, with the line from which they are highly elevated
 * @RF_CHART_RANKS: for each row the shares of the draws at each rank
 */
typedef enum
{
  RF_CHART_RANGES,
  RF_CHART_MATRIX,
  RF_CHART_SHARES,
  RF_CHART_NET_SCORES,
  RF_CHART_RANKS,
} RfChartKind;

/* @rating: that shades the cell, or -1 where it is not known */
typedef struct
{
  char *text;
  int rating;
} RfChartCell;

/**
 * RfChartRow:
 * @note: (nullable): small, below the label
 * @value: in percent, NaN where there is none
 * @low: of its interval, NaN without one
 * @value_text: (nullable): what stands beside the bar
 * @shares: (element-type double): by rank, 0-1
 * @cells: (element-type RfChartCell)
 */
typedef struct
{
  char *label;
  char *note;
  RfFigures figures;
  double value;
  double low;
  double high;
  char *value_text;
  GArray *shares;
  GPtrArray *cells;
} RfChartRow;

#define RF_TYPE_CHART (rf_chart_get_type ())

/**
 * RfChart:
 * @title: says the finding
 * @source: (nullable): where the figures come from
 * @columns: (element-type utf8): of a matrix
 * @rows: (element-type RfChartRow)
 *
 * What a chart says; how it looks is up to who draws it, always with rf_chart_draw(). Filled once, then shared;
 * atomically counted.
 */
typedef struct
{
  RfChartKind kind;
  char *title;
  char *source;
  RfRatingBands bands;
  GPtrArray *columns;
  GPtrArray *rows;
} RfChart;

GType rf_chart_get_type (void);
RfChart *rf_chart_new (RfChartKind kind,
                       const char *title,
                       const char *source,
                       const RfRatingBands *bands);
RfChart *rf_chart_ref (RfChart *self);
void rf_chart_unref (RfChart *self);
void rf_chart_add_column (RfChart *self,
                          const char *label);
void rf_chart_begin_row (RfChart *self,
                         const char *label,
                         const char *note);
void rf_chart_set_figures (RfChart *self,
                           const RfFigures *figures);
void rf_chart_set_value (RfChart *self,
                         double value,
                         double low,
                         double high,
                         const char *text);
void rf_chart_add_share (RfChart *self,
                         double share);
void rf_chart_add_cell (RfChart *self,
                        const char *text,
                        int rating);
char *rf_chart_dup_description (const RfChart *self);
char *rf_chart_dup_cell_description (const RfChart *self,
                                     guint row,
                                     guint column);

/**
 * RfChartStyle:
 * @font: of labels and of values
 * @small_font: of notes
 * @features: (nullable): of the fonts
 * @paper: that it is drawn on; shades of a matrix lie between it and the bar's
 * @scale: of bars and gaps, 1 on paper; to grow with the fonts
 *
 * How a chart looks. Borrowed pointers.
 */
typedef struct
{
  PangoContext *context;
  const PangoFontDescription *font;
  const PangoFontDescription *small_font;
  PangoAttrList *features;
  RfColour ink;
  RfColour muted;
  RfColour paper;
  RfRangeBarStyle bar;
  double scale;
} RfChartStyle;

/**
 * RfChartArea:
 *
 * Where a cell lies, in units of the chart's width from its left and its top.
 */
typedef struct
{
  guint row;
  guint column;
  double x;
  double y;
  double width;
  double height;
} RfChartArea;

double rf_chart_draw (const RfChart *self,
                      cairo_t *cr,
                      const RfChartStyle *style,
                      double width);
double rf_chart_find_least_width (const RfChart *self,
                                  const RfChartStyle *style);
GArray *rf_chart_find_areas (const RfChart *self,
                             const RfChartStyle *style,
                             double width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfChart, rf_chart_unref)

G_END_DECLS
