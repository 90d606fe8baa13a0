// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-menu.h"

#include "rf-portfolio-row.h"

#include <glib/gi18n.h>

static void
append (GMenu *menu,
        const char *label,
        const char *action,
        const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

/**
 * rf_portfolio_menu_new:
 *
 * Returns: (transfer full): the menu of an offering
 */
GMenuModel *
rf_portfolio_menu_new (RfPortfolioItem *item)
{
  const char *id = rf_portfolio_item_get_id (item);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new ();
  g_autoptr (GMenu) change = g_menu_new ();

  append (open, _ ("_Open"), "win.open-offering", id);
  append (change, _ ("_Edit…"), "portfolio.edit", id);
  append (change, _ ("_Remove"), "portfolio.remove", id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (change));
  return G_MENU_MODEL (menu);
}

/* Rows come and go: a menu is made when it is asked for. */
static void
create_menu (GtkMenuButton *button,
             gpointer user_data)
{
  GtkWidget *row = rf_portfolio_row_find (GTK_WIDGET (button));
  g_autoptr (GMenuModel) menu = row != NULL ? rf_portfolio_menu_new (rf_portfolio_row_get_item (row)) : NULL;

  gtk_menu_button_set_menu_model (button, menu);
}

/**
 * rf_portfolio_menu_button_new:
 *
 * Makes a button for the row of an offering that shows its menu. It is for the pointer: GTK gives a row the focus only
 * where nothing in it takes it, and keys open the menu of the row that has it.
 */
GtkWidget *
rf_portfolio_menu_button_new (void)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_menu_button_set_has_frame (GTK_MENU_BUTTON (button), FALSE);
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), create_menu, NULL, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("More Actions"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("More Actions"), -1);
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_focusable (gtk_widget_get_first_child (button), FALSE);
  return button;
}
