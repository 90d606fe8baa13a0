// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-table-output.h"

#include "rf-terminal.h"
#include "rf-language.h"

#include <string.h>

#define GAP 2

static guint *
measure_columns (const RfTable *self)
{
  guint n_columns = rf_table_get_n_columns (self);
  guint *widths = g_new (guint, n_columns);

  for (guint column = 0; column < n_columns; column++)
    {
      widths[column] = rf_terminal_measure (_ (rf_table_get_column (self, column)->title));
      for (guint row = 0; row < rf_table_get_n_rows (self); row++)
        widths[column] = MAX (widths[column], rf_terminal_measure (rf_table_get_shown (self, row, column)));
    }
  return widths;
}

static void
strip_blanks_at_end (GString *page)
{
  while (page->len && page->str[page->len - 1] == ' ')
    g_string_truncate (page, page->len - 1);
}

/* One line of a table; a cell must not break the line it stands in. */
static void
append_cell (GString *page,
             const char *text,
             guint width,
             gboolean at_right,
             gboolean is_last)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\n\t\r", ' ');

  rf_terminal_append_padded (page, line, width, at_right);
  if (!is_last)
    g_string_append_printf (page, "%*s", GAP, "");
}

/**
 * rf_table_to_text:
 *
 * Lays a table out for reading: a line of headings, then the rows; numbers at the right of their columns. Nothing
 * is cut off.
 *
 * Returns: (transfer full)
 */
char *
rf_table_to_text (const RfTable *self)
{
  g_autofree guint *widths = measure_columns (self);
  GString *page = g_string_new (NULL);
  guint n_columns = rf_table_get_n_columns (self);

  for (guint row = 0; row <= rf_table_get_n_rows (self); row++)
    {
      for (guint i = 0; i < n_columns; i++)
        {
          const RfColumn *column = rf_table_get_column (self, i);
          const char *text = row == 0 ? _ (column->title) : rf_table_get_shown (self, row - 1, i);

          append_cell (page, text, widths[i], column->type == RF_COLUMN_NUMBER, i + 1 == n_columns);
        }
      strip_blanks_at_end (page);
      g_string_append_c (page, '\n');
    }
  return g_string_free (page, FALSE);
}

/* RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front. */
static void
append_field (GString *page,
              const char *text,
              RfColumnType type)
{
  gboolean is_formula = type == RF_COLUMN_TEXT && *text && strchr ("=+-@\t\r", *text);

  if (!is_formula && strpbrk (text, ",\"\r\n") == NULL)
    {
      g_string_append (page, text);
      return;
    }
  g_string_append (page, is_formula ? "\"'" : "\"");
  for (const char *at = text; *at; at++)
    g_string_append_printf (page, *at == '"' ? "\"%c" : "%c", *at);
  g_string_append_c (page, '"');
}

/**
 * rf_table_to_csv:
 *
 * Gives a table as RFC 4180 has it, with a line of the columns' keys and numbers in full precision.
 *
 * Returns: (transfer full)
 */
char *
rf_table_to_csv (const RfTable *self)
{
  GString *page = g_string_new (NULL);
  guint n_columns = rf_table_get_n_columns (self);

  for (guint row = 0; row <= rf_table_get_n_rows (self); row++)
    for (guint i = 0; i < n_columns; i++)
      {
        const RfColumn *column = rf_table_get_column (self, i);
        const char *text = row == 0 ? column->key : rf_table_get_text (self, row - 1, i);

        append_field (page, text ? text : "", column->type);
        g_string_append (page, i + 1 == n_columns ? "\r\n" : ",");
      }
  return g_string_free (page, FALSE);
}

/**
 * rf_table_print:
 * @path: (nullable): as for rf_output_write()
 */
gboolean
rf_table_print (const RfTable *self,
                RfFormat format,
                const char *path,
                GError **error)
{
  g_autofree char *text = NULL;

  if (format == RF_FORMAT_JSON)
    text = rf_table_to_json (self);
  else if (format == RF_FORMAT_CSV)
    text = rf_table_to_csv (self);
  else
    text = rf_table_to_text (self);
  return rf_output_write_text (path, text, error);
}
