// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A cell for each row and column. */

#include "config.h"

#include "rf-chart-private.h"

#define LABEL_SHARE 0.27 /* of the width, for the labels of rows */
#define CELL_PADDING 4.0
#define CELL_GAP 2.0
#define LABEL_GAP 8.0
#define LEAST_COLUMN 62.0
#define LEAST_WIDTH 150.0

static double
get_column_width (const RfChartCanvas *self)
{
  return self->width * (1 - LABEL_SHARE) / MAX (self->chart->columns->len, 1);
}

static double
set_label (const RfChartCanvas *self,
           const char *label,
           double y,
           double left)
{
  return rf_chart_canvas_set_text (self, self->style->font, &self->style->ink, label, 0, y, left - LABEL_GAP * self->unit);
}

static double
draw_cell (RfChartCanvas *self,
           const RfChartCell *cell,
           double x,
           double width,
           double height)
{
  double padding = CELL_PADDING * self->unit;
  double shown = width - CELL_GAP * self->unit;
  RfColour shade = self->style->paper;

  if (cell->rating >= 0)
    shade = rf_colour_mix (&self->style->paper, &self->style->bar.unproven, 0.08 + 0.23 * cell->rating);
  if (height > 0 && cell->rating >= 0)
    rf_chart_canvas_fill (self, &shade, x, self->y, shown, height);
  return rf_chart_canvas_set_text (self, self->style->small_font, cell->rating >= 0 ? &self->style->ink : &self->style->muted, cell->text,
                                   x + padding, self->y + padding, shown - 2 * padding) +
         2 * padding;
}

static void
note_area (RfChartCanvas *self,
           guint row,
           guint column,
           double x,
           double width,
           double height)
{
  const double shown = width - CELL_GAP * self->unit;
  RfChartArea area = { row, column, rf_chart_canvas_mirror (self, x, shown), self->y, shown, height };

  if (self->areas != NULL)
    g_array_append_val (self->areas, area);
}

/* Measured first: all cells of a row are as high as the highest. */
double
rf_chart_draw_cells (RfChartCanvas *self,
                     guint index)
{
  const RfChartRow *row = self->chart->rows->pdata[index];
  double width = get_column_width (self);
  double left = self->width - self->chart->columns->len * width;
  double padding = CELL_PADDING * self->unit;
  RfChartCanvas measuring = *self;
  double height = 0;

  measuring.cr = NULL;
  height = set_label (&measuring, row->label, self->y, left) + 2 * padding;
  for (guint i = 0; i < row->cells->len; i++)
    {
      double of_cell = draw_cell (&measuring, row->cells->pdata[i], left + i * width, width, 0);

      height = MAX (height, of_cell);
    }
  set_label (self, row->label, self->y + padding, left);
  for (guint i = 0; i < row->cells->len; i++)
    {
      draw_cell (self, row->cells->pdata[i], left + i * width, width, height);
      note_area (self, index, i, left + i * width, width, height);
    }
  return height;
}

void
rf_chart_draw_columns (RfChartCanvas *self)
{
  double width = get_column_width (self);
  double left = self->width - self->chart->columns->len * width;
  double padding = CELL_PADDING * self->unit;
  double height = 0;

  for (guint i = 0; i < self->chart->columns->len; i++)
    {
      double of_column = rf_chart_canvas_set_text (self, self->style->small_font, &self->style->muted, self->chart->columns->pdata[i],
                                                   left + i * width + padding, self->y, width - CELL_GAP * self->unit - 2 * padding);

      height = MAX (height, of_column);
    }
  self->y += height + 3 * self->unit;
}

/**
 * rf_chart_find_least_width:
 *
 * Returns: the width below which words would be cut to pieces
 */
double
rf_chart_find_least_width (const RfChart *self,
                           const RfChartStyle *style)
{
  if (self->kind != RF_CHART_MATRIX)
    return LEAST_WIDTH * style->scale;
  return MAX (LEAST_WIDTH, LEAST_COLUMN * self->columns->len / (1 - LABEL_SHARE)) * style->scale;
}
