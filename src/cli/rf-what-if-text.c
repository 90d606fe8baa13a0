// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-text.h"

#include "rf-language.h"

static const RfColumn columns[] = {
  { "about", N_ ("What"), RF_COLUMN_TEXT },
  { "before", N_ ("Before"), RF_COLUMN_TEXT },
  { "after", N_ ("After"), RF_COLUMN_TEXT },
};

/**
 * rf_what_if_to_table:
 *
 * Puts before and after side by side.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_what_if_to_table (const RfWhatIf *self)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) lines = rf_what_if_list_lines (self);

  for (guint i = 0; i < lines->len; i++)
    {
      const RfWhatIfLine *line = g_ptr_array_index (lines, i);
      g_autofree char *about = g_strdup_printf ("%s%s", line->is_part ? "  " : "", line->about);

      rf_table_add_text (table, about);
      rf_table_add_text (table, line->before);
      rf_table_add_text (table, line->after);
    }
  return table;
}
