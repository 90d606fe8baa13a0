// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-grid.h"

#include <glib/gi18n.h>

/* of those that stand in sight while something is tried; all are in the grid */
#define MOST_CHANGES 2

enum
{
  COLUMN_ABOUT,
  COLUMN_BEFORE,
  COLUMN_AFTER,
};

static GtkWidget *
attach (GtkGrid *grid,
        int column,
        int row,
        const char *text,
        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (grid, label, column, row, 1, 1);
  return label;
}

static void
attach_line (GtkGrid *grid,
             int row,
             const RfWhatIfLine *line)
{
  g_autofree char *about = line->detail ? g_strdup_printf ("%s\n%s", line->about, line->detail) : g_strdup (line->about);
  GtkWidget *label = attach (grid, COLUMN_ABOUT, row, about, line->is_part ? "caption" : NULL);

  if (line->is_part)
    gtk_widget_set_margin_start (label, 12);
  attach (grid, COLUMN_BEFORE, row, line->before, "dim-label");
  attach (grid, COLUMN_AFTER, row, line->after, g_str_equal (line->before, line->after) ? "dim-label" : "heading");
}

/**
 * rf_what_if_grid_show:
 *
 * Puts before and after side by side, in the words of the command line, in place of what stood there.
 */
void
rf_what_if_grid_show (GtkGrid *grid,
                      const RfWhatIf *what_if)
{
  g_autoptr (GPtrArray) lines = rf_what_if_list_lines (what_if);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))))
    gtk_grid_remove (grid, child);
  attach (grid, COLUMN_BEFORE, 0, _ ("Before"), "caption-heading");
  attach (grid, COLUMN_AFTER, 0, _ ("After"), "caption-heading");
  for (guint i = 0; i < lines->len; i++)
    attach_line (grid, (int) i + 1, g_ptr_array_index (lines, i));
}

/**
 * rf_what_if_grid_dup_summary:
 *
 * Returns: (transfer full): the first ratings, knock-outs and verdicts that change, or that none does
 */
char *
rf_what_if_grid_dup_summary (const RfWhatIf *what_if)
{
  g_autoptr (GPtrArray) lines = rf_what_if_list_lines (what_if);
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < lines->len && n < MOST_CHANGES; i++)
    {
      const RfWhatIfLine *line = g_ptr_array_index (lines, i);

      if (line->is_part || g_str_equal (line->before, line->after))
        continue;
      /* Translators: what changes; how it is before and after, as in "Drafts: fit: low before, unfit: high after" */
      g_string_append_printf (text, _ ("%s%s: %s before, %s after"), n > 0 ? "\n" : "", line->about, line->before, line->after);
      n++;
    }
  return g_strdup (n > 0 ? text->str : _ ("No rating, no section and no verdict changes."));
}
