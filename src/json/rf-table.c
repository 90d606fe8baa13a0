// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-table.h"

#include <math.h>

typedef struct
{
  char *text;  /* owned; NULL where there is nothing */
  char *shown; /* owned; NULL where people see @text too */
  double number;
} Cell;

struct _RfTable
{
  const RfColumn *columns; /* borrowed */
  guint n_columns;
  GArray *cells; /* owned, row by row */
};

static void
clear_cell (gpointer data)
{
  Cell *cell = data;

  g_free (cell->text);
  g_free (cell->shown);
}

/**
 * rf_table_new:
 * @columns: (array length=n_columns): must outlive the table
 *
 * Makes a table without rows. Cells are added one after the other, row by row.
 */
RfTable *
rf_table_new (const RfColumn *columns,
              guint n_columns)
{
  RfTable *self = g_new0 (RfTable, 1);

  self->columns = columns;
  self->n_columns = n_columns;
  self->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
  g_array_set_clear_func (self->cells, clear_cell);
  return self;
}

void
rf_table_free (RfTable *self)
{
  g_array_unref (self->cells);
  g_free (self);
}

/**
 * rf_table_add_text:
 * @text: (nullable): %NULL becomes null in JSON and nothing elsewhere
 *
 * Adds the next cell, of a text column.
 */
void
rf_table_add_text (RfTable *self,
                   const char *text)
{
  Cell cell = { g_strdup (text), NULL, NAN };

  g_return_if_fail (self->columns[self->cells->len % self->n_columns].type != RF_COLUMN_NUMBER);
  g_array_append_val (self->cells, cell);
}

/**
 * rf_table_add_number:
 * @number: NaN becomes null in JSON and nothing elsewhere
 *
 * Adds the next cell, of a number column.
 */
void
rf_table_add_number (RfTable *self,
                     double number)
{
  rf_table_add_shown (self, number, NULL);
}

/**
 * rf_table_add_shown:
 * @shown: (nullable): what a person sees instead of the number in full precision
 *
 * Adds the next cell, of a number column.
 */
void
rf_table_add_shown (RfTable *self,
                    double number,
                    const char *shown)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];
  Cell cell = { NULL, g_strdup (shown), number };

  g_return_if_fail (self->columns[self->cells->len % self->n_columns].type == RF_COLUMN_NUMBER);
  if (!isnan (number))
    cell.text = g_strdup (g_ascii_dtostr (digits, sizeof digits, number));
  g_array_append_val (self->cells, cell);
}

guint
rf_table_get_n_rows (const RfTable *self)
{
  return self->cells->len / self->n_columns;
}

guint
rf_table_get_n_columns (const RfTable *self)
{
  return self->n_columns;
}

const RfColumn *
rf_table_get_column (const RfTable *self,
                     guint column)
{
  g_return_val_if_fail (column < self->n_columns, NULL);
  return &self->columns[column];
}

static const Cell *
get_cell (const RfTable *self,
          guint row,
          guint column)
{
  return &g_array_index (self->cells, Cell, row * self->n_columns + column);
}

/**
 * rf_table_get_text:
 *
 * Gives a cell as CSV holds it: numbers in full precision.
 *
 * Returns: (nullable): %NULL where there is nothing
 */
const char *
rf_table_get_text (const RfTable *self,
                   guint row,
                   guint column)
{
  g_return_val_if_fail (row < rf_table_get_n_rows (self) && column < self->n_columns, NULL);
  return get_cell (self, row, column)->text;
}

/**
 * rf_table_get_shown:
 *
 * Gives a cell as a person sees it.
 *
 * Returns: (not nullable): "" where there is nothing
 */
const char *
rf_table_get_shown (const RfTable *self,
                    guint row,
                    guint column)
{
  const Cell *cell;

  g_return_val_if_fail (row < rf_table_get_n_rows (self) && column < self->n_columns, "");
  cell = get_cell (self, row, column);
  if (cell->shown)
    return cell->shown;
  return cell->text ? cell->text : "";
}

/**
 * rf_table_get_number:
 *
 * Returns: the number of a cell; NaN where there is none
 */
double
rf_table_get_number (const RfTable *self,
                     guint row,
                     guint column)
{
  g_return_val_if_fail (row < rf_table_get_n_rows (self) && column < self->n_columns, NAN);
  return get_cell (self, row, column)->number;
}
