// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One way through every chart measures it and draws it, so that neither can come out different. */

#include "config.h"

#include "rf-chart-private.h"
#include "rf-net-score.h"
#include "rf-language.h"

#include <math.h>

#define LABEL_SHARE 0.36         /* of the width, for the labels of rows */
#define VALUE_SHARE 0.16         /* of the width, for what stands beside bars */
#define STACKED_VALUE_SHARE 0.24 /* the same of a narrow chart */
#define GAP 8.0
#define LABEL_GAP 3.0 /* between a label and its bar below it */
#define MATRIX_GAP 2.0
#define ROW_GAP 6.0
#define STACKED_ROW_GAP 10.0
#define BAR_HEIGHT 11.0
#define STACKED_BELOW 250.0 /* a narrower chart has its labels above its bars */
#define LEAST_LABELLED 46.0 /* points: a narrower part of a row of ranks has no room for its number */

static double
set_label (const RfChartCanvas *self,
           const RfChartRow *row)
{
  double width = self->stacked ? self->width : self->left - GAP * self->unit;
  double height = rf_chart_canvas_set_text (self, self->style->font, &self->style->ink, row->label, 0, self->y, width);

  if (row->note != NULL)
    height += rf_chart_canvas_set_text (self, self->style->small_font, &self->style->muted, row->note, 0, self->y + height, width);
  return height;
}

static double
draw_ranges (RfChartCanvas *self,
             const RfChartRow *row)
{
  double left = self->left;
  double width = self->bars;
  g_autofree char *low = isnan (row->figures.low) ? NULL : rf_format_low (row->figures.low, &self->chart->bands);
  g_autofree char *high = isnan (row->figures.low) ? NULL : rf_format_high (row->figures.unproven_high, &self->chart->bands);
  /* Translators: from a figure to a figure */
  g_autofree char *range = low != NULL ? g_strdup_printf (_ ("%s–%s"), low, high) : g_strdup (_ ("not assessed"));
  double height;

  if (self->cr != NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, rf_chart_canvas_mirror (self, left, width), self->y + self->unit);
      if (self->mirrored)
        {
          cairo_translate (self->cr, width, 0);
          cairo_scale (self->cr, -1, 1);
        }
      rf_range_bar_draw (self->cr, &self->style->bar, &row->figures, &self->chart->bands, width, self->bar_height);
      cairo_restore (self->cr);
    }
  height = rf_chart_canvas_set_text (self, self->style->font, &self->style->ink, range, self->values, self->y, self->width - self->values);
  return MAX (self->bar_height, height);
}

static double
draw_gap (RfChartCanvas *self,
          double left,
          double width)
{
  for (double x = 0; x < width - 5 * self->unit; x += 9 * self->unit)
    rf_chart_canvas_stroke (self, &self->style->muted, left + x, self->y + self->bar_height, 4 * self->unit, 2 * self->unit - self->bar_height, FALSE);
  return self->bar_height;
}

static void
draw_interval (RfChartCanvas *self,
               const RfChartRow *row,
               double left,
               double scale)
{
  double middle = self->y + self->unit + self->bar_height / 2;

  if (isnan (row->low))
    return;
  rf_chart_canvas_stroke (self, &self->style->ink, left + row->low * scale, middle, (row->high - row->low) * scale, 0, FALSE);
  rf_chart_canvas_stroke (self, &self->style->ink, left + row->low * scale, middle - 3 * self->unit, 0, 6 * self->unit, FALSE);
  rf_chart_canvas_stroke (self, &self->style->ink, left + row->high * scale, middle - 3 * self->unit, 0, 6 * self->unit, FALSE);
}

/* What stands beside a bar. */
static double
set_value (RfChartCanvas *self,
           const RfChartRow *row)
{
  double height = rf_chart_canvas_set_text (self, self->style->font, isnan (row->value) ? &self->style->muted : &self->style->ink,
                                            row->value_text != NULL ? row->value_text : _ ("no number"),
                                            self->values, self->y, self->width - self->values);

  return MAX (self->bar_height, height);
}

static double
draw_share (RfChartCanvas *self,
            const RfChartRow *row)
{
  double left = self->left;
  double width = self->bars;
  double scale = width / 100;

  if (isnan (row->value))
    draw_gap (self, left, width);
  else
    {
      rf_chart_canvas_fill (self, &self->style->bar.track, left, self->y + self->unit, width, self->bar_height);
      rf_chart_canvas_fill (self, &self->style->bar.unproven, left, self->y + self->unit, CLAMP (row->value, 0, 100) * scale, self->bar_height);
      draw_interval (self, row, left, scale);
    }
  return set_value (self, row);
}

/* The least and the greatest multiple of 20 that hold all scores, 0 and the line. */
static void
find_limits (const RfChart *chart,
             double *from,
             double *to)
{
  *from = 0;
  *to = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE + 20;
  for (guint i = 0; i < chart->rows->len; i++)
    {
      double value = ((const RfChartRow *) chart->rows->pdata[i])->value;

      if (isnan (value))
        continue;
      *from = MIN (*from, floor (value / 20) * 20);
      *to = MAX (*to, ceil (value / 20) * 20);
    }
}

static double
draw_net_score (RfChartCanvas *self,
                const RfChartRow *row)
{
  double left = self->left;
  double width = self->bars;
  double elevated = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE;
  double from, to, scale;

  find_limits (self->chart, &from, &to);
  scale = width / (to - from);
  if (isnan (row->value))
    draw_gap (self, left, width);
  else
    rf_chart_canvas_fill (self, row->value >= elevated ? &self->style->bar.open_answers : &self->style->bar.unproven,
                          left + (MIN (row->value, 0) - from) * scale, self->y + self->unit, fabs (row->value) * scale, self->bar_height);
  return set_value (self, row);
}

/* 0, and where highly elevated begins, all the way down. */
static void
draw_lines (RfChartCanvas *self,
            double height)
{
  double elevated = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE;
  double from, to, scale;

  find_limits (self->chart, &from, &to);
  scale = self->bars / (to - from);
  rf_chart_canvas_stroke (self, &self->style->muted, self->left - from * scale, self->y, 0, height, FALSE);
  rf_chart_canvas_stroke (self, &self->style->ink, self->left + (elevated - from) * scale, self->y, 0, height, TRUE);
}

/* The name of the line, above it. */
static void
draw_line_name (RfChartCanvas *self)
{
  double left = self->left;
  double width = self->bars;
  double elevated = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE;
  double from, to;

  find_limits (self->chart, &from, &to);
  left += (elevated - from) * width / (to - from);
  self->y += rf_chart_canvas_set_text (self, self->style->small_font, &self->style->muted, _ ("40 %: highly elevated"), left, self->y, self->width - left) + 2 * self->unit;
}

static double
draw_ranks (RfChartCanvas *self,
            const RfChartRow *row)
{
  double x = self->left;
  double width = self->width - x;
  double height = 2 * self->bar_height - 4 * self->unit;

  for (guint i = 0; i < row->shares->len; i++)
    {
      double share = g_array_index (row->shares, double, i);
      double part = share * width;
      RfColour shade = rf_colour_mix (&self->style->paper, &self->style->bar.unproven, 1 - 0.8 * i / MAX (row->shares->len - 1, 1));
      g_autofree char *percent = rf_format_percent (share * 100);
      /* Translators: a rank, and its share of the draws */
      g_autofree char *text = g_strdup_printf (_ ("%u: %s"), i + 1, percent);

      rf_chart_canvas_fill (self, &shade, x, self->y, MAX (part - self->unit, 0), height);
      if (part >= LEAST_LABELLED * self->unit)
        rf_chart_canvas_set_text (self, self->style->small_font, &self->style->ink, text, x + 4 * self->unit, self->y + 3 * self->unit, part - 6 * self->unit);
      x += part;
    }
  return height;
}

static double
draw_row (RfChartCanvas *self,
          guint index)
{
  const RfChartRow *row = self->chart->rows->pdata[index];

  switch (self->chart->kind)
    {
    case RF_CHART_RANGES:
      return draw_ranges (self, row);
    case RF_CHART_SHARES:
      return draw_share (self, row);
    case RF_CHART_NET_SCORES:
      return draw_net_score (self, row);
    case RF_CHART_RANKS:
      return draw_ranks (self, row);
    case RF_CHART_MATRIX:
    default:
      return rf_chart_draw_cells (self, index);
    }
}

static void
draw_labelled_row (RfChartCanvas *self,
                   guint index)
{
  double of_label = set_label (self, self->chart->rows->pdata[index]);
  double of_body, height;

  if (self->stacked)
    {
      self->y += of_label + LABEL_GAP * self->unit;
      of_label = 0;
    }
  of_body = draw_row (self, index);
  height = MAX (of_label, of_body) + (self->stacked ? STACKED_ROW_GAP : ROW_GAP) * self->unit;
  if (self->chart->kind == RF_CHART_NET_SCORES)
    draw_lines (self, height);
  self->y += height;
}

static void
begin (RfChartCanvas *self)
{
  self->unit = self->style->scale;
  self->mirrored = pango_context_get_base_dir (self->style->context) == PANGO_DIRECTION_RTL;
  self->stacked = self->width < STACKED_BELOW * self->unit;
  self->left = self->stacked ? 0 : self->width * LABEL_SHARE;
  self->values = self->width * (1 - (self->stacked ? STACKED_VALUE_SHARE : VALUE_SHARE));
  self->bars = self->values - GAP * self->unit - self->left;
  self->bar_height = BAR_HEIGHT * self->unit;
}

static double
draw (RfChartCanvas *self)
{
  begin (self);
  if (self->chart->kind == RF_CHART_MATRIX)
    rf_chart_draw_columns (self);
  if (self->chart->kind == RF_CHART_NET_SCORES && self->chart->rows->len > 0)
    draw_line_name (self);
  for (guint i = 0; i < self->chart->rows->len; i++)
    if (self->chart->kind == RF_CHART_MATRIX)
      self->y += draw_row (self, i) + MATRIX_GAP * self->unit;
    else
      draw_labelled_row (self, i);
  return self->y;
}

/**
 * rf_chart_draw:
 * @cr: (nullable): where it is drawn, from its origin on; %NULL to measure it
 * @width: in units of @cr
 *
 * Draws the body of a chart: its title and its source are text of whoever shows it. Screen, paper and SVG call this
 * same function.
 *
 * Returns: how high it is
 */
double
rf_chart_draw (const RfChart *self,
               cairo_t *cr,
               const RfChartStyle *style,
               double width)
{
  RfChartCanvas canvas = { .chart = self, .style = style, .cr = cr, .width = width };

  return draw (&canvas);
}

/**
 * rf_chart_find_areas:
 * @width: as it is drawn
 *
 * Says where the cells of a matrix lie, for those that can be pressed; charts of other kinds have none.
 *
 * Returns: (transfer full) (element-type RfChartArea): row after row
 */
GArray *
rf_chart_find_areas (const RfChart *self,
                     const RfChartStyle *style,
                     double width)
{
  RfChartCanvas canvas = { .chart = self, .style = style, .width = width };

  canvas.areas = g_array_new (FALSE, FALSE, sizeof (RfChartArea));
  draw (&canvas);
  return canvas.areas;
}
