// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-marked-row.h"

/**
 * rf_marked_row_set:
 * @list: a list that selects nothing itself
 * @marked: (nullable): the row whose content is shown beside the list
 *
 * Marks a row as selected. A list box that selects for itself also selects each row that Tab passes, and the
 * mark would no longer say what is shown.
 */
void
rf_marked_row_set (GtkListBox *list,
                   GtkListBoxRow *marked)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (list, i)); i++)
    {
      if (row == marked)
        gtk_widget_set_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED, FALSE);
      else
        gtk_widget_unset_state_flags (GTK_WIDGET (row), GTK_STATE_FLAG_SELECTED);
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, row == marked, -1);
    }
}
