// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* One way through every chart measures it and draws it, so that neither can come out different. */

#include "config.h"

#include "rf-chart.h"

#include "rf-net-score.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LABEL_SHARE 0.36 /* of the width, for the labels of rows */
#define VALUE_SHARE 0.16 /* of the width, for what stands beside bars */
#define GAP 8.0
#define ROW_GAP 6.0
#define BAR_HEIGHT 11.0
#define CELL_PADDING 4.0
#define LEAST_LABELLED 46.0 /* points: a narrower part of a row of ranks has no room for its number */

typedef struct
{
  const RfChart *chart;
  const RfChartStyle *style;
  cairo_t *cr; /* nullable: only measured */
  double width;
  double y;
  gboolean mirrored;
} Canvas;

static void
set_colour (cairo_t *cr,
            const RfColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static RfColour
mix (const RfColour *from,
     const RfColour *to,
     double share)
{
  return (RfColour){
    from->red + (to->red - from->red) * share,
    from->green + (to->green - from->green) * share,
    from->blue + (to->blue - from->blue) * share,
  };
}

/* Everything runs from the side where reading begins. */
static double
mirror (const Canvas *self,
        double x,
        double width)
{
  return self->mirrored ? self->width - x - width : x;
}

static void
fill (const Canvas *self,
      const RfColour *colour,
      double x,
      double y,
      double width,
      double height)
{
  if (self->cr == NULL)
    return;
  set_colour (self->cr, colour);
  cairo_rectangle (self->cr, mirror (self, x, width), y, width, height);
  cairo_fill (self->cr);
}

static void
stroke (const Canvas *self,
        const RfColour *colour,
        double x,
        double y,
        double width,
        double height,
        gboolean dashed)
{
  static const double dashes[] = { 3, 2 };

  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  set_colour (self->cr, colour);
  cairo_set_line_width (self->cr, 0.8);
  if (dashed)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (self->cr, mirror (self, x, 0), y);
  cairo_line_to (self->cr, mirror (self, x + width, 0), y + height);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* Sets a text within @width, wrapped as often as it must be; returns how high it is. */
static double
set_text (const Canvas *self,
          const PangoFontDescription *font,
          const RfColour *colour,
          const char *text,
          double x,
          double y,
          double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->style->context);
  PangoRectangle logical;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, self->style->features);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  if (self->cr != NULL)
    {
      set_colour (self->cr, colour);
      cairo_move_to (self->cr, mirror (self, x, width), y);
      pango_cairo_show_layout (self->cr, layout);
      cairo_new_path (self->cr);
    }
  return (double) logical.height / PANGO_SCALE;
}

static double
set_label (const Canvas *self,
           const RfChartRow *row)
{
  double width = self->width * LABEL_SHARE - GAP;
  double height = set_text (self, self->style->font, &self->style->ink, row->label, 0, self->y, width);

  if (row->note != NULL)
    height += set_text (self, self->style->small_font, &self->style->muted, row->note, 0, self->y + height, width);
  return height;
}

static double
draw_ranges (Canvas *self,
             const RfChartRow *row)
{
  double left = self->width * LABEL_SHARE;
  double width = self->width * (1 - LABEL_SHARE - VALUE_SHARE) - GAP;
  g_autofree char *low = isnan (row->figures.low) ? NULL : rf_format_low (row->figures.low, &self->chart->bands);
  g_autofree char *high = isnan (row->figures.low) ? NULL : rf_format_high (row->figures.unproven_high, &self->chart->bands);
  /* Translators: from a figure to a figure */
  g_autofree char *range = low != NULL ? g_strdup_printf (_ ("%s–%s"), low, high) : g_strdup (_ ("not assessed"));

  if (self->cr != NULL)
    {
      cairo_save (self->cr);
      cairo_translate (self->cr, mirror (self, left, width), self->y + 1);
      if (self->mirrored)
        {
          cairo_translate (self->cr, width, 0);
          cairo_scale (self->cr, -1, 1);
        }
      rf_range_bar_draw (self->cr, &self->style->bar, &row->figures, &self->chart->bands, width, BAR_HEIGHT);
      cairo_restore (self->cr);
    }
  return MAX (BAR_HEIGHT, set_text (self, self->style->font, &self->style->ink, range, left + width + GAP, self->y, self->width * VALUE_SHARE));
}

static double
draw_gap (Canvas *self,
          double left,
          double width)
{
  for (double x = 0; x < width - 5; x += 9)
    stroke (self, &self->style->muted, left + x, self->y + BAR_HEIGHT, 4, -BAR_HEIGHT + 2, FALSE);
  return BAR_HEIGHT;
}

static void
draw_interval (Canvas *self,
               const RfChartRow *row,
               double left,
               double scale)
{
  double middle = self->y + 1 + BAR_HEIGHT / 2;

  if (isnan (row->low))
    return;
  stroke (self, &self->style->ink, left + row->low * scale, middle, (row->high - row->low) * scale, 0, FALSE);
  stroke (self, &self->style->ink, left + row->low * scale, middle - 3, 0, 6, FALSE);
  stroke (self, &self->style->ink, left + row->high * scale, middle - 3, 0, 6, FALSE);
}

static double
draw_share (Canvas *self,
            const RfChartRow *row)
{
  double left = self->width * LABEL_SHARE;
  double width = self->width * (1 - LABEL_SHARE - VALUE_SHARE) - GAP;
  double scale = width / 100;

  if (isnan (row->value))
    draw_gap (self, left, width);
  else
    {
      fill (self, &self->style->bar.track, left, self->y + 1, width, BAR_HEIGHT);
      fill (self, &self->style->bar.unproven, left, self->y + 1, CLAMP (row->value, 0, 100) * scale, BAR_HEIGHT);
      draw_interval (self, row, left, scale);
    }
  return MAX (BAR_HEIGHT, set_text (self, self->style->font, isnan (row->value) ? &self->style->muted : &self->style->ink,
                                    row->value_text != NULL ? row->value_text : _ ("no number"),
                                    left + width + GAP, self->y, self->width * VALUE_SHARE));
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
draw_net_score (Canvas *self,
                const RfChartRow *row)
{
  double left = self->width * LABEL_SHARE;
  double width = self->width * (1 - LABEL_SHARE - VALUE_SHARE) - GAP;
  double elevated = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE;
  double from, to, scale, height;

  find_limits (self->chart, &from, &to);
  scale = width / (to - from);
  height = set_text (self, self->style->font, isnan (row->value) ? &self->style->muted : &self->style->ink,
                     row->value_text != NULL ? row->value_text : _ ("no number"),
                     left + width + GAP, self->y, self->width * VALUE_SHARE);
  if (isnan (row->value))
    draw_gap (self, left, width);
  else
    fill (self, row->value >= elevated ? &self->style->bar.open_answers : &self->style->bar.unproven,
          left + (MIN (row->value, 0) - from) * scale, self->y + 1, fabs (row->value) * scale, BAR_HEIGHT);
  stroke (self, &self->style->muted, left - from * scale, self->y, 0, MAX (height, BAR_HEIGHT) + ROW_GAP, FALSE);
  stroke (self, &self->style->ink, left + (elevated - from) * scale, self->y, 0, MAX (height, BAR_HEIGHT) + ROW_GAP, TRUE);
  return MAX (height, BAR_HEIGHT);
}

/* The name of the line, above it. */
static void
draw_line_name (Canvas *self)
{
  double left = self->width * LABEL_SHARE;
  double width = self->width * (1 - LABEL_SHARE - VALUE_SHARE) - GAP;
  double elevated = (double) RF_NET_SCORE_ELEVATED / RF_NUMBER_ONE;
  double from, to;

  find_limits (self->chart, &from, &to);
  left += (elevated - from) * width / (to - from);
  self->y += set_text (self, self->style->small_font, &self->style->muted, _ ("40 %: highly elevated"), left, self->y, self->width - left) + 2;
}

static double
draw_ranks (Canvas *self,
            const RfChartRow *row)
{
  double x = self->width * LABEL_SHARE;
  double width = self->width - x;
  double height = 2 * BAR_HEIGHT - 4;

  for (guint i = 0; i < row->shares->len; i++)
    {
      double share = g_array_index (row->shares, double, i);
      double part = share * width;
      RfColour shade = mix (&self->style->paper, &self->style->bar.unproven, 1 - 0.8 * i / MAX (row->shares->len - 1, 1));
      g_autofree char *percent = rf_format_percent (share * 100);
      /* Translators: a rank, and its share of the draws */
      g_autofree char *text = g_strdup_printf (_ ("%u: %s"), i + 1, percent);

      fill (self, &shade, x, self->y, MAX (part - 1, 0), height);
      if (part >= LEAST_LABELLED)
        set_text (self, self->style->small_font, &self->style->ink, text, x + 4, self->y + 3, part - 6);
      x += part;
    }
  return height;
}

static double
get_column_width (const Canvas *self)
{
  return self->width * (1 - LABEL_SHARE * 0.75) / MAX (self->chart->columns->len, 1);
}

static double
draw_cell (Canvas *self,
           const RfChartCell *cell,
           double x,
           double width,
           double height)
{
  RfColour shade = self->style->paper;

  if (cell->rating >= 0)
    shade = mix (&self->style->paper, &self->style->bar.unproven, 0.08 + 0.23 * cell->rating);
  if (height > 0)
    fill (self, &shade, x, self->y, width - 2, height);
  return set_text (self, self->style->small_font, cell->rating >= 0 ? &self->style->ink : &self->style->muted, cell->text,
                   x + CELL_PADDING, self->y + CELL_PADDING, width - 2 - 2 * CELL_PADDING) +
         2 * CELL_PADDING;
}

/* Measured first: all cells of a row are as high as the highest. */
static double
draw_cells (Canvas *self,
            const RfChartRow *row)
{
  double width = get_column_width (self);
  double left = self->width - self->chart->columns->len * width;
  Canvas measuring = *self;
  double height = 0;

  measuring.cr = NULL;
  height = set_text (&measuring, self->style->font, &self->style->ink, row->label, 0, self->y, left - GAP) + 2 * CELL_PADDING;
  for (guint i = 0; i < row->cells->len; i++)
    {
      double of_cell = draw_cell (&measuring, row->cells->pdata[i], left + i * width, width, 0);

      height = MAX (height, of_cell);
    }
  set_text (self, self->style->font, &self->style->ink, row->label, 0, self->y + CELL_PADDING, left - GAP);
  for (guint i = 0; i < row->cells->len; i++)
    draw_cell (self, row->cells->pdata[i], left + i * width, width, height);
  return height;
}

static void
draw_columns (Canvas *self)
{
  double width = get_column_width (self);
  double left = self->width - self->chart->columns->len * width;
  double height = 0;

  for (guint i = 0; i < self->chart->columns->len; i++)
    {
      double of_column = set_text (self, self->style->small_font, &self->style->muted, self->chart->columns->pdata[i],
                                   left + i * width + CELL_PADDING, self->y, width - 2 - 2 * CELL_PADDING);

      height = MAX (height, of_column);
    }
  self->y += height + 3;
}

static double
draw_row (Canvas *self,
          const RfChartRow *row)
{
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
      return draw_cells (self, row);
    }
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
  Canvas canvas = { self, style, cr, width, 0, pango_context_get_base_dir (style->context) == PANGO_DIRECTION_RTL };
  gboolean is_matrix = self->kind == RF_CHART_MATRIX;

  if (is_matrix)
    draw_columns (&canvas);
  if (self->kind == RF_CHART_NET_SCORES && self->rows->len > 0)
    draw_line_name (&canvas);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const RfChartRow *row = self->rows->pdata[i];
      double of_label = is_matrix ? 0 : set_label (&canvas, row);
      double of_body = draw_row (&canvas, row);

      canvas.y += MAX (of_label, of_body) + (is_matrix ? 2 : ROW_GAP);
    }
  return canvas.y;
}
