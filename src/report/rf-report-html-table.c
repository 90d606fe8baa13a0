// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-html-private.h"

#define BAR_WIDTH 240.0
#define BAR_HEIGHT 12.0

/* On a narrow screen the style sheet stacks the cells, after which only the roles tell that this is a table. */
static void
start (RfReportHtml *self,
       const char *element,
       const char *role)
{
  rf_html_writer_start_line (self->writer, element);
  rf_html_writer_attribute (self->writer, "role", role);
}

static const char *
get_title (const RfReportTable *table,
           guint column)
{
  const char *title = table->has_header ? table->columns[column].title : NULL;

  return title != NULL && *title != '\0' ? title : NULL;
}

static void
add_caption (RfReportHtml *self)
{
  if (self->heading == NULL)
    return;
  rf_html_writer_start_line (self->writer, "caption");
  rf_html_writer_text (self->writer, self->heading);
  rf_html_writer_end (self->writer);
}

static void
add_columns (RfReportHtml *self,
             const RfReportTable *table)
{
  rf_html_writer_start_line (self->writer, "colgroup");
  for (guint i = 0; i < table->n_columns; i++)
    {
      char percent[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *style = NULL;

      g_ascii_formatd (percent, sizeof percent, "%.2f", 100 * table->columns[i].share);
      style = g_strdup_printf ("width:%s%%", percent);
      rf_html_writer_start (self->writer, "col");
      rf_html_writer_attribute (self->writer, "style", style);
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_end (self->writer);
}

static void
add_header (RfReportHtml *self,
            const RfReportTable *table)
{
  start (self, "thead", "rowgroup");
  start (self, "tr", "row");
  for (guint i = 0; i < table->n_columns; i++)
    {
      const char *title = get_title (table, i);

      start (self, title != NULL ? "th" : "td", title != NULL ? "columnheader" : "cell");
      if (title != NULL)
        rf_html_writer_attribute (self->writer, "scope", "col");
      rf_html_writer_attribute (self->writer, "class", table->columns[i].align_end ? "end" : NULL);
      rf_html_writer_text (self->writer, title != NULL ? title : "");
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_end (self->writer);
  rf_html_writer_end (self->writer);
}

/* The first cell names its row, if there is a word in it. */
static gboolean
names_row (const RfReportCell *cell,
           guint column)
{
  return column == 0 && cell->texts->len > 0 && ((RfReportText *) cell->texts->pdata[0])->text->len > 0;
}

static gboolean
add_cell (RfReportHtml *self,
          const RfReportTable *table,
          const RfReportCell *cell,
          guint column,
          GError **error)
{
  gboolean is_name = names_row (cell, column);

  start (self, is_name ? "th" : "td", is_name ? "rowheader" : "cell");
  rf_html_writer_attribute (self->writer, "scope", is_name ? "row" : NULL);
  rf_html_writer_attribute (self->writer, "class", table->columns[column].align_end ? "end" : NULL);
  if (cell->has_bar || cell->texts->len > 0)
    rf_html_writer_attribute (self->writer, "data-title", get_title (table, column));
  if (cell->has_bar && !rf_report_html_add_bar (self, &cell->bar, BAR_WIDTH, BAR_HEIGHT, error))
    return FALSE;
  for (guint i = 0; i < cell->texts->len; i++)
    rf_report_html_add_paragraph (self, cell->texts->pdata[i]);
  rf_html_writer_end (self->writer);
  return TRUE;
}

static gboolean
add_row (RfReportHtml *self,
         const RfReportTable *table,
         const RfReportRow *row,
         GError **error)
{
  start (self, "tr", "row");
  rf_report_html_identify_anchor (self, row->anchor);
  for (guint i = 0; i < row->cells->len; i++)
    if (!add_cell (self, table, row->cells->pdata[i], i, error))
      return FALSE;
  rf_html_writer_end (self->writer);
  return TRUE;
}

/* A table is named by the heading above it; the browser repeats its header on every page that is printed. */
gboolean
rf_report_html_add_table (RfReportHtml *self,
                          const RfReportTable *table,
                          GError **error)
{
  start (self, "table", "table");
  rf_html_writer_attribute (self->writer, "class", table->dense ? "dense" : NULL);
  add_caption (self);
  add_columns (self, table);
  if (table->has_header)
    add_header (self, table);
  start (self, "tbody", "rowgroup");
  for (guint i = 0; i < table->rows->len; i++)
    if (!add_row (self, table, table->rows->pdata[i], error))
      return FALSE;
  rf_html_writer_end (self->writer);
  rf_html_writer_end (self->writer);
  return TRUE;
}
