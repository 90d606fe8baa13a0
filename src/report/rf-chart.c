// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-chart.h"

#include "rf-language.h"

#include <math.h>

G_DEFINE_BOXED_TYPE (RfChart, rf_chart, rf_chart_ref, rf_chart_unref)

static void
cell_free (gpointer data)
{
  RfChartCell *self = data;

  g_free (self->text);
  g_free (self);
}

static void
row_free (gpointer data)
{
  RfChartRow *self = data;

  g_free (self->label);
  g_free (self->note);
  g_free (self->value_text);
  g_array_unref (self->shares);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
rf_chart_clear (gpointer data)
{
  RfChart *self = data;

  g_free (self->title);
  g_free (self->source);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
}

RfChart *
rf_chart_new (RfChartKind kind,
              const char *title,
              const char *source,
              const RfRatingBands *bands)
{
  RfChart *self = g_atomic_rc_box_new0 (RfChart);

  self->kind = kind;
  self->title = g_strdup (title);
  self->source = g_strdup (source);
  self->bands = *bands;
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

RfChart *
rf_chart_ref (RfChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_chart_unref (RfChart *self)
{
  g_atomic_rc_box_release_full (self, rf_chart_clear);
}

void
rf_chart_add_column (RfChart *self,
                     const char *label)
{
  g_ptr_array_add (self->columns, g_strdup (label));
}

void
rf_chart_begin_row (RfChart *self,
                    const char *label,
                    const char *note)
{
  RfChartRow *row = g_new0 (RfChartRow, 1);

  row->label = g_strdup (label);
  row->note = g_strdup (note);
  row->figures = (RfFigures){ NAN, NAN, NAN, NAN, NAN };
  row->value = row->low = row->high = NAN;
  row->shares = g_array_new (FALSE, FALSE, sizeof (double));
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->rows, row);
}

static RfChartRow *
get_last_row (RfChart *self)
{
  g_return_val_if_fail (self->rows->len > 0, NULL);
  return self->rows->pdata[self->rows->len - 1];
}

void
rf_chart_set_figures (RfChart *self,
                      const RfFigures *figures)
{
  get_last_row (self)->figures = *figures;
}

/**
 * rf_chart_set_value:
 * @value: in percent; NaN for a gap
 * @text: (nullable): what stands beside the bar
 */
void
rf_chart_set_value (RfChart *self,
                    double value,
                    double low,
                    double high,
                    const char *text)
{
  RfChartRow *row = get_last_row (self);

  row->value = value;
  row->low = low;
  row->high = high;
  g_free (row->value_text);
  row->value_text = g_strdup (text);
}

void
rf_chart_add_share (RfChart *self,
                    double share)
{
  g_array_append_val (get_last_row (self)->shares, share);
}

void
rf_chart_add_cell (RfChart *self,
                   const char *text,
                   int rating)
{
  RfChartCell *cell = g_new0 (RfChartCell, 1);

  cell->text = g_strdup (text);
  cell->rating = rating;
  g_ptr_array_add (get_last_row (self)->cells, cell);
}

static void
describe_cells (const RfChart *self,
                const RfChartRow *row,
                GString *text)
{
  for (guint i = 0; i < row->cells->len; i++)
    g_string_append_printf (text, "%s%s %s",
                            i > 0 ? _ ("; ") : "",
                            i < self->columns->len ? (const char *) self->columns->pdata[i] : "",
                            ((const RfChartCell *) row->cells->pdata[i])->text);
}

static void
describe_shares (const RfChartRow *row,
                 GString *text)
{
  for (guint i = 0; i < row->shares->len; i++)
    {
      g_autofree char *share = rf_format_percent (g_array_index (row->shares, double, i) * 100);

      /* Translators: a rank, and its share of the draws */
      g_string_append_printf (text, _ ("%srank %u: %s"), i > 0 ? _ (", ") : "", i + 1, share);
    }
}

static void
describe_row (const RfChart *self,
              const RfChartRow *row,
              GString *text)
{
  g_autofree char *range = NULL;

  g_string_append_printf (text, " %s: ", row->label);
  switch (self->kind)
    {
    case RF_CHART_RANGES:
      range = rf_range_bar_describe (&row->figures, &self->bands);
      g_string_append (text, range);
      return;
    case RF_CHART_MATRIX:
      describe_cells (self, row, text);
      break;
    case RF_CHART_RANKS:
      describe_shares (row, text);
      break;
    case RF_CHART_SHARES:
    case RF_CHART_NET_SCORES:
    default:
      g_string_append (text, row->value_text != NULL ? row->value_text : _ ("no number"));
      break;
    }
  g_string_append_c (text, '.');
}

/**
 * rf_chart_dup_description:
 *
 * Says everything in words that the chart shows: its text alternative. (transfer full)
 */
char *
rf_chart_dup_description (const RfChart *self)
{
  GString *text = g_string_new (self->title);

  g_string_append_c (text, '.');
  for (guint i = 0; i < self->rows->len; i++)
    describe_row (self, self->rows->pdata[i], text);
  return g_string_free (text, FALSE);
}

/**
 * rf_chart_dup_cell_description:
 *
 * Says one cell of a matrix in words: its row, its column and what stands in it. (transfer full)
 */
char *
rf_chart_dup_cell_description (const RfChart *self,
                               guint row,
                               guint column)
{
  const RfChartRow *shown;
  g_autofree char *text = NULL;

  g_return_val_if_fail (row < self->rows->len, NULL);
  shown = self->rows->pdata[row];
  g_return_val_if_fail (column < shown->cells->len && column < self->columns->len, NULL);
  text = g_strdelimit (g_strdup (((const RfChartCell *) shown->cells->pdata[column])->text), "\n", ' ');
  /* Translators: the row and the column of a cell, and what stands in it */
  return g_strdup_printf (_ ("%s, %s: %s"), shown->label, (const char *) self->columns->pdata[column], text);
}
