// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering-dialog.h"
#include "rf-portfolio-jobs.h"
#include "rf-portfolio-menu.h"
#include "rf-portfolio-page-private.h"
#include "rf-portfolio-row.h"

#include <glib/gi18n.h>

static GtkWidget *
find_focused_row (RfPortfolioPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? rf_portfolio_row_find (gtk_root_get_focus (root)) : NULL;
}

static RfPortfolioItem *
find_item (RfPortfolioPage *self,
           const char *id)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RfPortfolioItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_str_equal (rf_portfolio_item_get_id (item), id))
        return item; /* the list keeps it */
    }
  return NULL;
}

/* ---- removing ---- */

typedef struct
{
  RfPortfolioPage *page; /* owned */
  char *name;            /* owned */
} Removal;

static void
removal_free (Removal *self)
{
  g_object_unref (self->page);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Removal, removal_free)

/* A portfolio of a thousand takes a while to be read again; what is gone is not to be pressed meanwhile. */
static void
remove_item (RfPortfolioPage *self,
             const char *id)
{
  RfPortfolioItem *item = find_item (self, id);
  guint position;

  if (item != NULL && g_list_store_find (self->items, item, &position))
    g_list_store_remove (self->items, position);
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Removal) removal = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_autofree char *message = NULL;

  if (id == NULL)
    {
      gtk_widget_activate_action (GTK_WIDGET (removal->page), "win.tell", "s", error->message);
      return;
    }
  remove_item (removal->page, id);
  /* Translators: %s is the name of an offering */
  message = g_strdup_printf (_ ("“%s” removed"), removal->name);
  gtk_widget_activate_action (GTK_WIDGET (removal->page), "win.tell-undoable", "s", message);
}

static void
remove_offering (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  RfPortfolioItem *item = find_item (self, id);
  Removal *removal;

  if (item == NULL)
    return;
  removal = g_new0 (Removal, 1);
  removal->page = g_object_ref (self);
  removal->name = g_strdup (rf_portfolio_item_get_name (item));
  rf_workspace_client_run_async (self->client, rf_job_remove_offering, g_strdup (id), g_free, g_free, NULL, removed_cb, removal);
}

/* ---- editing ---- */

static void
edited_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfOfferingDialog) dialog = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (id == NULL)
    rf_offering_dialog_show_problem (dialog, error->message);
  else
    gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
submitted_cb (RfPortfolioPage *self,
              RfOffering *offering,
              RfOfferingDialog *dialog)
{
  rf_workspace_client_run_async (self->client,
                                 rf_job_edit_offering,
                                 rf_offering_ref (offering),
                                 (GDestroyNotify) rf_offering_unref,
                                 g_free,
                                 NULL,
                                 edited_cb,
                                 g_object_ref (dialog));
}

static void
edit_offering (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (widget);
  RfPortfolioItem *item = find_item (self, g_variant_get_string (parameter, NULL));
  RfOfferingDialog *dialog;

  if (item == NULL)
    return;
  dialog = rf_offering_dialog_new_to_edit (GTK_WINDOW (gtk_widget_get_root (widget)), rf_portfolio_item_get_summary (item)->offering);
  g_signal_connect_object (dialog, "submitted", G_CALLBACK (submitted_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- the menu of a row ---- */

/* The keys go on to mean the row that the menu was of. */
static void
menu_closed_cb (RfPortfolioPage *self)
{
  if (self->menu_row != NULL && gtk_widget_get_mapped (self->menu_row))
    gtk_widget_grab_focus (self->menu_row);
  g_clear_weak_pointer (&self->menu_row);
}

static void
show_menu (RfPortfolioPage *self,
           GtkWidget *row,
           const GdkRectangle *at)
{
  g_autoptr (GMenuModel) menu = rf_portfolio_menu_new (rf_portfolio_row_get_item (row));

  if (self->menu == NULL)
    {
      self->menu = gtk_popover_menu_new_from_model (NULL);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }
  g_set_weak_pointer (&self->menu_row, row);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Below the row that has the focus. */
static void
show_menu_of_focus (GtkWidget *widget,
                    const char *action,
                    GVariant *parameter)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (widget);
  GtkWidget *row = find_focused_row (self);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, widget, &bounds))
    show_menu (self, row, &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) MIN (bounds.size.width, 200), (int) bounds.size.height });
}

static void
pressed_cb (RfPortfolioPage *self,
            double x,
            double y)
{
  GtkWidget *row = rf_portfolio_row_find (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT));

  if (row != NULL)
    show_menu (self, row, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

/* The row must not wait for a release that the menu takes away from it. */
static void
clicked_cb (GtkGesture *gesture,
            int n_press,
            double x,
            double y,
            RfPortfolioPage *self)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  pressed_cb (self, x, y);
}

/* ---- keys ---- */

static gboolean
act_on_focus (GtkWidget *widget,
              GVariant *action,
              gpointer user_data)
{
  GtkWidget *row = find_focused_row (RF_PORTFOLIO_PAGE (widget));

  if (row == NULL)
    return FALSE;
  return gtk_widget_activate_action (widget, g_variant_get_string (action, NULL), "s", rf_portfolio_item_get_id (rf_portfolio_row_get_item (row)));
}

static gboolean
search_cb (GtkWidget *widget,
           GVariant *arguments,
           gpointer user_data)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (widget);

  /* another page may have a search of its own */
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  return TRUE;
}

/**
 * rf_portfolio_page_install_actions:
 *
 * Adds what can be done with an offering of the list, and its keys.
 */
void
rf_portfolio_page_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_property_action (klass, "portfolio.sort-order", "sort-order");
  gtk_widget_class_install_property_action (klass, "portfolio.view", "view");
  gtk_widget_class_install_action (klass, "portfolio.edit", "s", edit_offering);
  gtk_widget_class_install_action (klass, "portfolio.remove", "s", remove_offering);
  gtk_widget_class_install_action (klass, "portfolio.menu", NULL, show_menu_of_focus);
  gtk_widget_class_add_binding (klass, GDK_KEY_Delete, 0, act_on_focus, "s", "portfolio.remove");
  gtk_widget_class_add_binding (klass, GDK_KEY_KP_Delete, 0, act_on_focus, "s", "portfolio.remove");
  gtk_widget_class_add_binding (klass, GDK_KEY_F2, 0, act_on_focus, "s", "portfolio.edit");
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "portfolio.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "portfolio.menu", NULL);
}

/**
 * rf_portfolio_page_enable_actions:
 *
 * Allows to change offerings where the workspace can be changed.
 */
void
rf_portfolio_page_enable_actions (RfPortfolioPage *self)
{
  gboolean enabled = !rf_workspace_client_is_read_only (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portfolio.edit", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "portfolio.remove", enabled);
}

/**
 * rf_portfolio_page_add_gestures:
 *
 * Makes the pointer and the key of the search work wherever they are.
 */
void
rf_portfolio_page_add_gestures (RfPortfolioPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_f, GDK_CONTROL_MASK),
                                                          gtk_callback_action_new (search_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
