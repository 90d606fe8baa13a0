// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-choice-name.h"

/**
 * rf_choice_set_name:
 * @name: what is chosen here, for who cannot see it
 *
 * Names a drop-down. The button inside is what takes the focus, and in GTK 4.8 it has no name of its own.
 */
void
rf_choice_set_name (GtkDropDown *choice,
                    const char *name)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (choice));

  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
