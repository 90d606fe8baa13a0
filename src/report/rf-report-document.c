// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-document.h"

static void
free_cell (gpointer data)
{
  RfReportCell *cell = data;

  g_ptr_array_unref (cell->texts);
  g_free (cell);
}

static void
free_row (gpointer data)
{
  RfReportRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row->anchor);
  g_free (row);
}

static void
free_block (gpointer data)
{
  RfReportBlock *block = data;

  g_clear_pointer (&block->text, rf_report_text_free);
  g_clear_pointer (&block->items, g_ptr_array_unref);
  g_clear_pointer (&block->contents, g_ptr_array_unref);
  g_clear_pointer (&block->chart, rf_chart_unref);
  if (block->table != NULL)
    g_ptr_array_unref (block->table->rows);
  g_free (block->table);
  g_free (block->anchor);
  g_free (block);
}

static RfReportBlock *
add_block (RfReportDocument *self,
           RfReportBlockKind kind)
{
  RfReportBlock *block = g_new0 (RfReportBlock, 1);

  block->kind = kind;
  g_ptr_array_add (self->blocks, block);
  return block;
}

static void
free_contents_entry (gpointer data)
{
  RfReportContentsEntry *self = data;

  rf_report_text_free (self->text);
  g_free (self->anchor);
  g_free (self);
}

/* A table of contents lists what comes after it: two levels, those that have a name. */
static void
add_contents_entry (RfReportDocument *self,
                    const RfReportBlock *heading)
{
  RfReportContentsEntry *entry;
  g_autofree char *target = NULL;

  if (self->contents == NULL || heading->level == 0 || heading->level > 2)
    return;
  target = g_strconcat ("#", heading->anchor, NULL);
  entry = g_new0 (RfReportContentsEntry, 1);
  entry->level = heading->level;
  entry->anchor = g_strdup (heading->anchor);
  entry->text = rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, heading->text->text->str);
  g_ptr_array_add (self->contents->contents, entry);
}

static RfReportBlock *
get_last_block (RfReportDocument *self,
                RfReportBlockKind kind)
{
  RfReportBlock *block;

  g_return_val_if_fail (self->blocks->len > 0, NULL);
  block = self->blocks->pdata[self->blocks->len - 1];
  g_return_val_if_fail (block->kind == kind, NULL);
  return block;
}

static RfReportCell *
get_last_cell (RfReportDocument *self)
{
  RfReportTable *table = get_last_block (self, RF_BLOCK_TABLE)->table;
  RfReportRow *row = table->rows->pdata[table->rows->len - 1];

  return row->cells->pdata[row->cells->len - 1];
}

RfReportDocument *
rf_report_document_new (const char *title,
                        const RfRatingBands *bands,
                        RfDay day)
{
  RfReportDocument *self = g_new0 (RfReportDocument, 1);

  self->title = g_strdup (title);
  self->running_head = g_strdup ("");
  self->running_foot = g_strdup ("");
  self->language = g_strdup ("en");
  self->bands = *bands;
  self->day = day;
  self->blocks = g_ptr_array_new_with_free_func (free_block);
  self->anchors = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

void
rf_report_document_free (RfReportDocument *self)
{
  g_free (self->title);
  g_free (self->author);
  g_free (self->subject);
  g_free (self->seal);
  g_free (self->running_head);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->running_foot);
  g_free (self->language);
  g_ptr_array_unref (self->blocks);
  g_hash_table_unref (self->anchors);
  g_free (self);
}

/**
 * rf_report_document_add_heading:
 * @level: 0 for the title, 1-3 for headings
 * @anchor: (nullable): what links name
 */
void
rf_report_document_add_heading (RfReportDocument *self,
                                guint level,
                                const char *anchor,
                                const char *text)
{
  RfReportBlock *block = add_block (self, RF_BLOCK_HEADING);

  g_return_if_fail (level <= 3);
  block->level = level;
  block->anchor = g_strdup (anchor);
  block->text = rf_report_text_new (RF_ROLE_TITLE + level, text);
  if (anchor == NULL)
    return;
  g_hash_table_add (self->anchors, g_strdup (anchor));
  add_contents_entry (self, block);
}

/* @text: (transfer full) */
void
rf_report_document_add_paragraph (RfReportDocument *self,
                                  RfReportText *text)
{
  add_block (self, RF_BLOCK_PARAGRAPH)->text = text;
}

void
rf_report_document_begin_list (RfReportDocument *self,
                               gboolean numbered)
{
  RfReportBlock *block = add_block (self, RF_BLOCK_LIST);

  block->numbered = numbered;
  block->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_report_text_free);
}

/* @text: (transfer full) */
void
rf_report_document_add_item (RfReportDocument *self,
                             RfReportText *text)
{
  g_ptr_array_add (get_last_block (self, RF_BLOCK_LIST)->items, text);
}

/**
 * rf_report_document_add_table:
 * @columns: their titles are borrowed for as long as the document lives
 *
 * Rows, cells and texts added next go into this table.
 */
RfReportTable *
rf_report_document_add_table (RfReportDocument *self,
                              const RfReportColumn *columns,
                              guint n_columns,
                              gboolean has_header,
                              gboolean dense)
{
  RfReportTable *table = g_new0 (RfReportTable, 1);

  g_return_val_if_fail (n_columns <= RF_REPORT_MAX_COLUMNS, NULL);
  for (guint i = 0; i < n_columns; i++)
    table->columns[i] = columns[i];
  table->n_columns = n_columns;
  table->has_header = has_header;
  table->dense = dense;
  table->rows = g_ptr_array_new_with_free_func (free_row);
  add_block (self, RF_BLOCK_TABLE)->table = table;
  return table;
}

void
rf_report_document_add_range_bar (RfReportDocument *self,
                                  const RfFigures *figures)
{
  add_block (self, RF_BLOCK_RANGE_BAR)->figures = *figures;
}

/* @chart: (transfer full): nobody else may change or draw it any more */
void
rf_report_document_add_chart (RfReportDocument *self,
                              RfChart *chart)
{
  RfReportBlock *block = add_block (self, RF_BLOCK_CHART);

  block->chart = chart;
  block->text = rf_report_text_new (RF_ROLE_STRONG, chart->title);
  block->items = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_report_text_free);
  if (chart->source != NULL)
    g_ptr_array_add (block->items, rf_report_text_new (RF_ROLE_SMALL, chart->source));
}

void
rf_report_document_add_page_break (RfReportDocument *self)
{
  add_block (self, RF_BLOCK_PAGE_BREAK);
}

/**
 * rf_report_document_add_lenient_page_break:
 *
 * As rf_report_document_add_page_break(), but where what stands since the last break has run over onto a page of its
 * own, what follows goes on below it there: one page too long for another language does not make three of two.
 */
void
rf_report_document_add_lenient_page_break (RfReportDocument *self)
{
  add_block (self, RF_BLOCK_PAGE_BREAK)->lenient = TRUE;
}

/* Adds a heading and the table of contents of all that is added from here on. */
void
rf_report_document_add_contents (RfReportDocument *self,
                                 const char *title)
{
  rf_report_document_add_heading (self, 1, NULL, title);
  self->contents = add_block (self, RF_BLOCK_CONTENTS);
  self->contents->contents = g_ptr_array_new_with_free_func (free_contents_entry);
}

/* @anchor: (nullable): what links to this row name */
void
rf_report_document_begin_row (RfReportDocument *self,
                              const char *anchor)
{
  RfReportTable *table = get_last_block (self, RF_BLOCK_TABLE)->table;
  RfReportRow *row = g_new0 (RfReportRow, 1);

  row->cells = g_ptr_array_new_full (table->n_columns, free_cell);
  row->anchor = g_strdup (anchor);
  if (anchor != NULL)
    g_hash_table_add (self->anchors, g_strdup (anchor));
  g_ptr_array_add (table->rows, row);
}

void
rf_report_document_begin_cell (RfReportDocument *self)
{
  RfReportTable *table = get_last_block (self, RF_BLOCK_TABLE)->table;
  RfReportRow *row = table->rows->pdata[table->rows->len - 1];
  RfReportCell *cell = g_new0 (RfReportCell, 1);

  g_return_if_fail (row->cells->len < table->n_columns);
  cell->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_report_text_free);
  g_ptr_array_add (row->cells, cell);
}

/* @text: (transfer full) */
void
rf_report_document_add_cell_text (RfReportDocument *self,
                                  RfReportText *text)
{
  g_ptr_array_add (get_last_cell (self)->texts, text);
}

void
rf_report_document_add_cell_bar (RfReportDocument *self,
                                 const RfFigures *figures)
{
  RfReportCell *cell;

  rf_report_document_begin_cell (self);
  cell = get_last_cell (self);
  cell->has_bar = TRUE;
  cell->bar = *figures;
}

void
rf_report_document_add_cell (RfReportDocument *self,
                             RfReportRole role,
                             const char *string)
{
  rf_report_document_begin_cell (self);
  rf_report_document_add_cell_text (self, rf_report_text_new (role, string));
}

/* Whether a link can lead to @target: an anchor that exists, or a web or mail address. */
gboolean
rf_report_document_has_target (const RfReportDocument *self,
                               const char *target)
{
  if (target == NULL)
    return FALSE;
  if (target[0] == '#')
    return g_hash_table_contains (self->anchors, target + 1);
  return g_str_has_prefix (target, "https://") || g_str_has_prefix (target, "http://") || g_str_has_prefix (target, "mailto:");
}

static void
visit_table (RfReportTable *table,
             RfReportTextFunc visit,
             gpointer user_data)
{
  for (guint i = 0; i < table->rows->len; i++)
    {
      RfReportRow *row = table->rows->pdata[i];

      for (guint j = 0; j < row->cells->len; j++)
        {
          RfReportCell *cell = row->cells->pdata[j];

          g_ptr_array_foreach (cell->texts, (GFunc) visit, user_data);
        }
    }
}

/* What is drawn is text as well: a visitor that changes it changes the chart. */
static void
visit_string (char **string,
              RfReportTextFunc visit,
              gpointer user_data)
{
  g_autoptr (RfReportText) text = NULL;

  if (*string == NULL)
    return;
  text = rf_report_text_new (RF_ROLE_BODY, *string);
  visit (text, user_data);
  if (g_str_equal (text->text->str, *string))
    return;
  g_free (*string);
  *string = g_strdup (text->text->str);
}

static void
visit_chart (RfChart *chart,
             RfReportTextFunc visit,
             gpointer user_data)
{
  for (guint i = 0; i < chart->columns->len; i++)
    visit_string ((char **) &chart->columns->pdata[i], visit, user_data);
  for (guint i = 0; i < chart->rows->len; i++)
    {
      RfChartRow *row = chart->rows->pdata[i];

      visit_string (&row->label, visit, user_data);
      visit_string (&row->note, visit, user_data);
      visit_string (&row->value_text, visit, user_data);
      for (guint k = 0; k < row->cells->len; k++)
        visit_string (&((RfChartCell *) row->cells->pdata[k])->text, visit, user_data);
    }
}

/* Visits every text in reading order, headings included and the titles of columns left out. */
void
rf_report_document_foreach_text (RfReportDocument *self,
                                 RfReportTextFunc visit,
                                 gpointer user_data)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      RfReportBlock *block = self->blocks->pdata[i];

      if (block->text != NULL)
        visit (block->text, user_data);
      if (block->items != NULL)
        g_ptr_array_foreach (block->items, (GFunc) visit, user_data);
      if (block->table != NULL)
        visit_table (block->table, visit, user_data);
      if (block->chart != NULL)
        visit_chart (block->chart, visit, user_data);
      for (guint k = 0; block->contents != NULL && k < block->contents->len; k++)
        visit (((RfReportContentsEntry *) block->contents->pdata[k])->text, user_data);
    }
}
