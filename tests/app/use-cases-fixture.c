// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "use-cases-fixture.h"

#include "rf-decision-dialog.h"

static RfMatrixCell *
find_cell_of (GtkWidget *start,
              const char *offering,
              const char *use_case)
{
  if (RF_IS_MATRIX_CELL (start))
    {
      RfMatrixItem *item = rf_matrix_cell_get_item (RF_MATRIX_CELL (start));
      gboolean is_it = item && g_str_equal (rf_matrix_item_get_row (item)->summary->offering->id, offering) &&
                       g_str_equal (rf_decision_matrix_get_use_case (rf_matrix_item_get_matrix (item), rf_matrix_cell_get_column (RF_MATRIX_CELL (start)))->id, use_case);

      return is_it ? RF_MATRIX_CELL (start) : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      RfMatrixCell *found = find_cell_of (child, offering, use_case);

      if (found)
        return found;
    }
  return NULL;
}

RfMatrixCell *
use_cases_fixture_wait_for_cell (PageFixture *fixture,
                                 const char *offering,
                                 const char *use_case)
{
  RfMatrixCell *cell;

  while ((cell = find_cell_of (fixture->page, offering, use_case)) == NULL)
    page_fixture_iterate (fixture);
  return cell;
}

GtkWidget *
use_cases_fixture_open_dialog (PageFixture *fixture,
                               const char *offering,
                               const char *use_case)
{
  g_signal_emit_by_name (use_cases_fixture_wait_for_cell (fixture, offering, use_case), "clicked");
  return page_fixture_wait_for_dialog (fixture, RF_TYPE_DECISION_DIALOG);
}

GtkWidget *
use_cases_fixture_get_part (GtkWidget *dialog,
                            const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (dialog, G_OBJECT_TYPE (dialog), name));
}
