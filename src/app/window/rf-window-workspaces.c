// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-preferences-window.h"
#include "rf-window-private.h"
#include "rf-workspaces-window.h"

#include <glib/gi18n.h>

static void
changed_elsewhere_cb (RfWindow *self)
{
  rf_window_tell (self, _ ("Another program has changed this workspace"));
}

/**
 * rf_window_watch:
 *
 * Notices from now on what other programs do to the window's workspace.
 */
void
rf_window_watch (RfWindow *self)
{
  g_autofree char *path = NULL;

  if (self->watch || g_path_is_absolute (self->workspace))
    return;
  path = rf_workspace_dup_path_of (self->workspace);
  self->watch = rf_workspace_watch_new (self->client, path);
  g_signal_connect_object (self->watch, "changed-elsewhere", G_CALLBACK (changed_elsewhere_cb), self, G_CONNECT_SWAPPED);
}

/**
 * rf_window_show_read_only:
 * @why: (nullable): what hinders the program from writing, a sentence
 *
 * Says whether, and why, nothing can be changed here.
 */
void
rf_window_show_read_only (RfWindow *self,
                          const char *why)
{
  gboolean read_only = rf_workspace_client_is_read_only (self->client);
  g_autofree char *words = why ? g_strdup_printf ("%s %s", _ ("Nothing can be changed here."), why) : g_strdup (_ ("This file is only looked at. To change something, import it as a workspace of your own."));

  gtk_label_set_label (self->read_only_label, words);
  gtk_revealer_set_reveal_child (self->read_only_revealer, read_only);
}

/* On its way to becoming a workspace; the new one's window is opened by name. */
typedef struct
{
  char *path; /* owned */
  char *name; /* owned */
} StoreImport;

static void
store_import_free (StoreImport *self)
{
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

static void
import_store_worker (GTask *task,
                     gpointer source,
                     gpointer task_data,
                     GCancellable *cancellable)
{
  StoreImport *import = task_data;
  GError *error = NULL;
  g_autoptr (RfWorkspace) workspace = rf_workspace_import_store (import->path, import->name, &error);

  if (workspace)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
store_imported_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  StoreImport *import = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_widget_activate_action (GTK_WIDGET (source), "app.open-workspace", "s", import->name);
  else
    rf_window_tell_error (RF_WINDOW (source), error);
}

/**
 * rf_window_import_store:
 * @path: of a store from elsewhere
 * @name: of the workspace that it becomes
 *
 * Copies a store and opens the copy in a window of its own.
 */
void
rf_window_import_store (RfWindow *self,
                        const char *path,
                        const char *name)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, store_imported_cb, NULL);
  StoreImport *import = g_new0 (StoreImport, 1);

  import->path = g_strdup (path);
  import->name = g_strdup (name);
  g_task_set_task_data (task, import, (GDestroyNotify) store_import_free);
  g_task_run_in_thread (task, import_store_worker);
}

static void
show_preferences (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  gtk_window_present (GTK_WINDOW (rf_preferences_window_new (GTK_WINDOW (widget), RF_WINDOW (widget)->client)));
}

static GPtrArray *
list_open_workspaces (RfWindow *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GList *link = gtk_application_get_windows (application); link; link = link->next)
    if (RF_IS_WINDOW (link->data))
      g_ptr_array_add (names, (gpointer) rf_window_get_workspace (link->data));
  g_ptr_array_add (names, NULL);
  return names;
}

static void
show_workspaces (GtkWidget *widget,
                 const char *action,
                 GVariant *parameter)
{
  g_autoptr (GPtrArray) open = list_open_workspaces (RF_WINDOW (widget));

  gtk_window_present (GTK_WINDOW (rf_workspaces_window_new (GTK_WINDOW (widget), (const char *const *) open->pdata)));
}

/**
 * rf_window_install_workspace_actions:
 *
 * Adds to the window's class the actions on workspaces and preferences.
 */
void
rf_window_install_workspace_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.show-workspaces", NULL, show_workspaces);
  gtk_widget_class_install_action (klass, "win.preferences", NULL, show_preferences);
}
