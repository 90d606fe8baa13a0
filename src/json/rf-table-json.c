// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-json-text.h"
#include "rf-table.h"

#include <math.h>

static void
add_number (JsonBuilder *builder,
            double number)
{
  if (isnan (number))
    json_builder_add_null_value (builder);
  else if (number == floor (number) && fabs (number) < 1e15)
    json_builder_add_int_value (builder, (gint64) number);
  else
    json_builder_add_double_value (builder, number);
}

static void
add_cell (JsonBuilder *builder,
          const RfTable *table,
          guint row,
          guint column)
{
  const char *text = rf_table_get_text (table, row, column);
  double number = rf_table_get_number (table, row, column);

  json_builder_set_member_name (builder, rf_table_get_column (table, column)->key);
  if (text == NULL)
    json_builder_add_null_value (builder);
  else if (rf_table_get_column (table, column)->type != RF_COLUMN_NUMBER)
    json_builder_add_string_value (builder, text);
  else
    add_number (builder, number);
}

static void
add_rows (JsonBuilder *builder,
          const RfTable *self)
{
  json_builder_begin_array (builder);
  for (guint row = 0; row < rf_table_get_n_rows (self); row++)
    {
      json_builder_begin_object (builder);
      for (guint column = 0; column < rf_table_get_n_columns (self); column++)
        add_cell (builder, self, row, column);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * rf_table_to_json:
 *
 * Gives an array with an object for each row; numbers at full precision, null where a cell is empty.
 *
 * Returns: (transfer full)
 */
char *
rf_table_to_json (const RfTable *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  add_rows (builder, self);
  return rf_json_text_of (builder);
}

/**
 * rf_table_to_json_beside:
 * @rows: what the rows are called
 * @names: (array zero-terminated=1): what the numbers beside them are called
 * @numbers: one for each of @names; NAN is null
 *
 * Gives an object that holds the rows as rf_table_to_json() does, and numbers about all of them.
 *
 * Returns: (transfer full)
 */
char *
rf_table_to_json_beside (const RfTable *self,
                         const char *rows,
                         const char *const *names,
                         const double *numbers)
{
  g_autoptr (JsonBuilder) builder = json_builder_new_immutable ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, rows);
  add_rows (builder, self);
  for (guint i = 0; names[i]; i++)
    {
      json_builder_set_member_name (builder, names[i]);
      add_number (builder, numbers[i]);
    }
  json_builder_end_object (builder);
  return rf_json_text_of (builder);
}
