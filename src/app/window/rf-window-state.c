// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-preferences-jobs.h"
#include "rf-settings.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

/* What outlives a window: how large it was, what it showed, and how the person prefers to work. */

#define MAX_RECENT 8

/* The settings keep the column and the direction apart. */
static void
restore_order (RfWindow *self)
{
  g_autofree char *column = NULL;
  g_autofree char *order = NULL;
  gboolean descending;

  g_settings_get (rf_settings_get (), RF_SETTING_PORTFOLIO_ORDER, "(sb)", &column, &descending);
  order = g_strconcat (descending ? "-" : "", column, NULL);
  g_object_set (self->portfolio_page, "sort-order", order, NULL);
}

static void
save_order (RfWindow *self)
{
  g_autofree char *order = NULL;
  gboolean descending;

  g_object_get (self->portfolio_page, "sort-order", &order, NULL);
  descending = *order == '-';
  g_settings_set (rf_settings_get (), RF_SETTING_PORTFOLIO_ORDER, "(sb)", order + descending, descending);
}

/**
 * rf_window_restore_size:
 *
 * Makes the window as large as the last one was, and its portfolio sorted alike.
 */
void
rf_window_restore_size (RfWindow *self)
{
  GSettings *settings = rf_settings_get ();
  int width, height;

  g_settings_get (settings, RF_SETTING_WINDOW_SIZE, "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (settings, RF_SETTING_WINDOW_MAXIMIZED))
    gtk_window_maximize (GTK_WINDOW (self));
  restore_order (self);
}

static const char *
get_offering_in_sight (RfWindow *self)
{
  if (self->assessment == NULL || adw_leaflet_get_visible_child (self->places) != GTK_WIDGET (self->panes))
    return "";
  return rf_open_assessment_get_offering (self->assessment);
}

/**
 * rf_window_save_state:
 *
 * Remembers how large the window is, how the portfolio is sorted and what is in sight.
 */
void
rf_window_save_state (RfWindow *self)
{
  GSettings *settings = rf_settings_get ();
  const char *page = adw_view_stack_get_visible_child_name (self->pages);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set (settings, RF_SETTING_WINDOW_SIZE, "(ii)", width, height);
  g_settings_set_boolean (settings, RF_SETTING_WINDOW_MAXIMIZED, gtk_window_is_maximized (GTK_WINDOW (self)));
  save_order (self);
  if (!g_str_equal (gtk_stack_get_visible_child_name (self->stack), "workspace"))
    return;
  g_settings_set_string (settings, RF_SETTING_WORKSPACE, self->workspace);
  g_settings_set_string (settings, RF_SETTING_PAGE, page ? page : "portfolio");
  g_settings_set_string (settings, RF_SETTING_OFFERING, get_offering_in_sight (self));
}

static gboolean
has_page (RfWindow *self,
          const char *name)
{
  return adw_view_stack_get_child_by_name (self->pages, name) != NULL;
}

/**
 * rf_window_restore_place:
 *
 * Goes where the person was when this workspace was last closed. An offering that is gone is no error.
 */
void
rf_window_restore_place (RfWindow *self)
{
  GSettings *settings = rf_settings_get ();
  g_autofree char *workspace = g_settings_get_string (settings, RF_SETTING_WORKSPACE);
  g_autofree char *page = g_settings_get_string (settings, RF_SETTING_PAGE);
  g_autofree char *offering = g_settings_get_string (settings, RF_SETTING_OFFERING);

  if (!g_str_equal (workspace, self->workspace))
    return;
  if (has_page (self, page))
    adw_view_stack_set_visible_child_name (self->pages, page);
  if (*offering)
    rf_window_return_to_offering (self, offering);
}

static void
add_recent (GMenu *menu,
            const char *workspace)
{
  g_autofree char *label = g_path_is_absolute (workspace) ? g_filename_display_basename (workspace) : g_strdup (workspace);
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "app.open-workspace", "s", workspace);
  g_menu_append_item (menu, item);
}

/* The first is this window's own. */
static void
show_recent (RfWindow *self,
             GPtrArray *recent)
{
  g_menu_remove_all (self->recent_section);
  for (guint i = 1; i < recent->len; i++)
    add_recent (self->recent_section, g_ptr_array_index (recent, i));
}

/**
 * rf_window_remember_recent:
 *
 * Puts the window's workspace at the head of those opened last, and the others into the menu.
 */
void
rf_window_remember_recent (RfWindow *self)
{
  g_auto (GStrv) before = g_settings_get_strv (rf_settings_get (), RF_SETTING_RECENT_WORKSPACES);
  g_autoptr (GPtrArray) recent = g_ptr_array_new ();

  g_ptr_array_add (recent, self->workspace);
  for (guint i = 0; before[i] && recent->len < MAX_RECENT; i++)
    if (!g_str_equal (before[i], self->workspace))
      g_ptr_array_add (recent, before[i]);
  show_recent (self, recent);
  g_ptr_array_add (recent, NULL);
  g_settings_set_strv (rf_settings_get (), RF_SETTING_RECENT_WORKSPACES, (const char *const *) recent->pdata);
}

/**
 * rf_window_apply_preferences:
 *
 * Tells the workspace's thread who works here and which weights count.
 */
void
rf_window_apply_preferences (RfWindow *self)
{
  rf_workspace_client_run_async (self->client,
                                 rf_job_apply_preferences,
                                 rf_preferences_new_from_settings (),
                                 (GDestroyNotify) rf_preferences_free,
                                 NULL,
                                 self->cancellable,
                                 NULL,
                                 NULL);
}

/**
 * rf_window_follow_preferences:
 *
 * Applies preferences whenever they change.
 */
void
rf_window_follow_preferences (RfWindow *self)
{
  GSettings *settings = rf_settings_get ();

  g_signal_connect_object (settings, "changed::" RF_SETTING_ASSESSOR, G_CALLBACK (rf_window_apply_preferences), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::" RF_SETTING_PROFILE, G_CALLBACK (rf_window_apply_preferences), self, G_CONNECT_SWAPPED);
}
