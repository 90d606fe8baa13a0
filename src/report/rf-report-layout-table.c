// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-layout-private.h"

#define COLUMN_GAP 12.0
#define TEXT_GAP 2.5
#define ROW_PADDING 5.5
#define DENSE_PADDING 1.5
#define CELL_BAR_HEIGHT 9.0
#define HAIRLINE 0.25
#define HEADER_RULE 0.8
/* of a row too long for any page: so much room is worth beginning it */
#define WORTH_BEGINNING 120.0

/* A cell's paragraphs as lines, and how far they have been placed. */
typedef struct
{
  RfReportLineSpan *spans;
  guint n_spans;
  guint text;
  guint line;
  const RfReportCell *source;
} CellLines;

typedef struct
{
  CellLines cells[RF_REPORT_MAX_COLUMNS];
  double height;
} RowLines;

static double
get_column_width (const RfReportLayout *self,
                  const RfReportTable *table,
                  guint column)
{
  gboolean last = column + 1 == table->n_columns;

  return table->columns[column].share * self->width - (last ? 0 : COLUMN_GAP);
}

static double
get_column_x (const RfReportLayout *self,
              const RfReportTable *table,
              guint column)
{
  double x = self->left;

  for (guint i = 0; i < column; i++)
    x += table->columns[i].share * self->width;
  return x;
}

static double
get_padding (const RfReportTable *table)
{
  return table->dense ? DENSE_PADDING : ROW_PADDING;
}

static double
lay_out_cell (RfReportLayout *self,
              const RfReportTable *table,
              guint column,
              const RfReportCell *source,
              CellLines *cell)
{
  double width = get_column_width (self, table, column);
  double height = source->has_bar ? CELL_BAR_HEIGHT : 0;

  cell->source = source;
  cell->n_spans = source->texts->len;
  cell->spans = g_new (RfReportLineSpan, cell->n_spans);
  for (guint i = 0; i < cell->n_spans; i++)
    {
      cell->spans[i] = rf_report_lines_add (self->pages->lines, source->texts->pdata[i], width, table->columns[column].align_end);
      height += cell->spans[i].height + (i > 0 && cell->spans[i].n > 0 ? TEXT_GAP : 0);
    }
  return height;
}

static void
lay_out_row (RfReportLayout *self,
             const RfReportTable *table,
             const RfReportRow *source,
             RowLines *row)
{
  *row = (RowLines){ 0 };
  for (guint i = 0; i < source->cells->len; i++)
    {
      double height = lay_out_cell (self, table, i, source->cells->pdata[i], &row->cells[i]);

      row->height = MAX (row->height, height);
    }
  row->height += 2 * get_padding (table);
}

static void
clear_row (RowLines *row)
{
  for (guint i = 0; i < RF_REPORT_MAX_COLUMNS; i++)
    g_free (row->cells[i].spans);
}

static RfReportLineSpan
lay_out_title (RfReportLayout *self,
               const RfReportTable *table,
               guint column)
{
  return rf_report_lines_add_string (self->pages->lines,
                                     RF_ROLE_COLUMN_TITLE,
                                     table->columns[column].title,
                                     get_column_width (self, table, column),
                                     table->columns[column].align_end);
}

static double
measure_header (RfReportLayout *self,
                const RfReportTable *table)
{
  double height = 0;

  if (!table->has_header)
    return 0;
  for (guint i = 0; i < table->n_columns; i++)
    {
      RfReportLineSpan span = lay_out_title (self, table, i);

      height = MAX (height, span.height);
    }
  return height + ROW_PADDING;
}

static void
add_header (RfReportLayout *self,
            const RfReportTable *table)
{
  double height = measure_header (self, table);

  if (!table->has_header)
    return;
  rf_report_layout_begin (self, "TR");
  for (guint i = 0; i < table->n_columns; i++)
    {
      RfReportLineSpan span = lay_out_title (self, table, i);
      double x = get_column_x (self, table, i);

      rf_report_layout_begin (self, "TH");
      for (guint j = 0; j < span.n; j++)
        rf_report_layout_add_line (self, span.first + j, x, self->y + rf_report_lines_get (self->pages->lines, span.first + j)->top);
      rf_report_layout_end (self, "TH");
    }
  rf_report_layout_end (self, "TR");
  self->y += height;
  rf_report_layout_add_rule (self, self->left, self->y, self->width, HEADER_RULE);
}

/* Places lines of @cell from @top until @bottom; returns how far down they came. */
static double
place_cell (RfReportLayout *self,
            CellLines *cell,
            double x,
            double top,
            double bottom)
{
  double y = top;

  while (cell->text < cell->n_spans)
    {
      const RfReportLineSpan *span = &cell->spans[cell->text];
      guint first = cell->line;

      if (span->n == 0)
        {
          cell->text++;
          continue;
        }
      rf_report_layout_begin (self, "P");
      for (; cell->line < span->n; cell->line++)
        {
          const RfReportLine *line = rf_report_lines_get (self->pages->lines, span->first + cell->line);

          /* a line higher than a whole page still goes somewhere */
          if (y + line->height > bottom + 0.01 && !(y <= top && cell->line == first))
            break;
          rf_report_layout_add_line (self, span->first + cell->line, x, y);
          y += line->height;
        }
      rf_report_layout_end (self, "P");
      if (cell->line < span->n)
        return y;
      cell->line = 0;
      cell->text++;
      y += TEXT_GAP;
    }
  return MAX (y - TEXT_GAP, top);
}

static gboolean
is_placed (const RowLines *row,
           guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    if (row->cells[i].text < row->cells[i].n_spans)
      return FALSE;
  return TRUE;
}

/* One page's part of a row. The first cell, its number, is repeated on every further page. */
static void
place_part (RfReportLayout *self,
            const RfReportTable *table,
            const RfReportRow *source,
            RowLines *row)
{
  double top = self->y + get_padding (table);
  double lowest = top;

  if (row->cells[0].text == row->cells[0].n_spans)
    row->cells[0].text = 0;
  rf_report_layout_begin (self, "TR");
  for (guint i = 0; i < source->cells->len; i++)
    {
      CellLines *cell = &row->cells[i];
      double x = get_column_x (self, table, i);
      double reached;

      rf_report_layout_begin (self, "TD");
      if (cell->source->has_bar)
        {
          rf_report_layout_begin (self, "Figure");
          rf_report_layout_add_bar (self, &cell->source->bar, FALSE, x, top + 1, get_column_width (self, table, i), CELL_BAR_HEIGHT);
          rf_report_layout_end (self, "Figure");
          lowest = MAX (lowest, top + CELL_BAR_HEIGHT);
        }
      reached = place_cell (self, cell, x, top, self->bottom - get_padding (table));
      lowest = MAX (lowest, reached);
      rf_report_layout_end (self, "TD");
    }
  rf_report_layout_end (self, "TR");
  self->y = lowest + get_padding (table);
}

static void
break_table (RfReportLayout *self,
             const RfReportTable *table)
{
  rf_report_layout_break_page (self);
  add_header (self, table);
}

/* How much of a row must find room on a page: all of it, unless no page has room for all. */
static double
measure_row_start (RfReportLayout *self,
                   const RfReportTable *table,
                   const RowLines *row)
{
  double page = self->bottom - self->top - measure_header (self, table);

  return row->height <= page ? row->height : WORTH_BEGINNING;
}

static void
add_row (RfReportLayout *self,
         const RfReportTable *table,
         const RfReportRow *source,
         gboolean last)
{
  RowLines row;

  lay_out_row (self, table, source, &row);
  if (measure_row_start (self, table, &row) > rf_report_layout_get_room (self) && !rf_report_layout_is_at_top (self))
    break_table (self, table);
  rf_report_layout_add_anchor (self, source->anchor, self->left, self->y);
  place_part (self, table, source, &row);
  while (!is_placed (&row, source->cells->len))
    {
      break_table (self, table);
      place_part (self, table, source, &row);
    }
  if (!table->dense && !last)
    rf_report_layout_add_rule (self, self->left, self->y, self->width, HAIRLINE);
  clear_row (&row);
}

/* The least of a table that may stand below a heading: its header and first row. */
double
rf_report_layout_measure_table_start (RfReportLayout *self,
                                      const RfReportTable *table)
{
  RowLines row;
  double height = measure_header (self, table);

  if (table->rows->len == 0)
    return height;
  lay_out_row (self, table, table->rows->pdata[0], &row);
  height += measure_row_start (self, table, &row);
  clear_row (&row);
  return height;
}

void
rf_report_layout_add_table (RfReportLayout *self,
                            const RfReportTable *table)
{
  if (table->rows->len == 0)
    return;
  if (!rf_report_layout_is_at_top (self) && rf_report_layout_measure_table_start (self, table) > rf_report_layout_get_room (self))
    rf_report_layout_break_page (self);
  rf_report_layout_begin (self, "Table");
  add_header (self, table);
  for (guint i = 0; i < table->rows->len; i++)
    add_row (self, table, table->rows->pdata[i], i + 1 == table->rows->len);
  rf_report_layout_end (self, "Table");
  self->y += 8;
}
