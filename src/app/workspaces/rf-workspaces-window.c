// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspaces-window.h"

#include "rf-dialogs.h"
#include "rf-workspace-task.h"
#include "rf-workspace.h"

#include <glib/gi18n.h>

struct _RfWorkspacesWindow
{
  AdwWindow parent_instance;

  /* template children */
  GtkStack *stack;
  GtkListBox *list;

  char **open;               /* owned: names of those that have a window */
  char *asked_about;         /* owned, nullable: the workspace that a dialog is about */
  GCancellable *cancellable; /* owned */
};

G_DEFINE_FINAL_TYPE (RfWorkspacesWindow, rf_workspaces_window, ADW_TYPE_WINDOW)

static void
open_workspace (RfWorkspacesWindow *self,
                const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open-workspace", "s", name);
  gtk_window_close (GTK_WINDOW (self));
}

static void
row_activated_cb (RfWorkspacesWindow *self,
                  GtkListBoxRow *row)
{
  open_workspace (self, gtk_widget_get_name (GTK_WIDGET (row)));
}

static char *
describe (const RfWorkspaceFile *file,
          gboolean is_open)
{
  g_autofree char *size = g_format_size (file->size);
  g_autoptr (GDateTime) changed = g_date_time_new_from_unix_local (file->changed);
  g_autofree char *day = changed ? g_date_time_format (changed, "%x") : g_strdup ("");

  if (is_open)
    /* Translators: of a workspace; the first %s is a size, the second a date */
    return g_strdup_printf (_ ("Open · %s · last changed on %s"), size, day);
  /* Translators: of a workspace; the first %s is a size, the second a date */
  return g_strdup_printf (_ ("%s · last changed on %s"), size, day);
}

static void
add_button (AdwActionRow *row,
            const char *icon,
            const char *label,
            const char *action,
            const char *name)
{
  g_autofree char *words = g_strdup_printf (_ ("%s: %s"), label, name);
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  adw_action_row_add_suffix (row, button);
}

static GtkWidget *
new_row (RfWorkspacesWindow *self,
         const RfWorkspaceFile *file)
{
  gboolean is_open = g_strv_contains ((const char *const *) self->open, file->name);
  g_autofree char *words = describe (file, is_open);
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, file->name);
  /* first, and alone: the title is read as it is set */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", file->name, "subtitle", words, "activatable", TRUE, NULL);
  /* a file that is in use keeps its name */
  if (!is_open)
    {
      add_button (ADW_ACTION_ROW (row), "document-edit-symbolic", _ ("Rename"), "workspaces.rename", file->name);
      add_button (ADW_ACTION_ROW (row), "user-trash-symbolic", _ ("Remove"), "workspaces.remove", file->name);
    }
  return row;
}

static void
show_files (RfWorkspacesWindow *self,
            GPtrArray *files)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < files->len; i++)
    gtk_list_box_append (self->list, new_row (self, g_ptr_array_index (files, i)));
  gtk_stack_set_visible_child_name (self->stack, files->len > 0 ? "workspaces" : "none");
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) files = rf_workspace_task_list_finish (result, &error);

  if (files)
    show_files (self, files);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rf_dialogs_tell (GTK_WINDOW (self), _ ("The Workspaces Cannot Be Listed"), error->message);
}

static void
reload (RfWorkspacesWindow *self)
{
  rf_workspace_task_list_async (NULL, self->cancellable, listed_cb, g_object_ref (self));
}

static void
finish_change (RfWorkspacesWindow *self,
               GAsyncResult *result,
               const char *heading)
{
  g_autoptr (GError) error = NULL;

  if (!rf_workspace_task_finish (result, &error))
    rf_dialogs_tell (GTK_WINDOW (self), heading, error->message);
  reload (self);
}

static void
renamed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;

  finish_change (self, result, _ ("The Workspace Cannot Be Renamed"));
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;

  finish_change (self, result, _ ("The Workspace Cannot Be Removed"));
}

static void
name_given_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;
  g_autofree char *name = rf_dialogs_ask_text_finish (result);

  if (name && !g_str_equal (name, self->asked_about))
    rf_workspace_task_rename_async (NULL, self->asked_about, name, renamed_cb, g_object_ref (self));
}

static void
rename_workspace (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  RfWorkspacesWindow *self = RF_WORKSPACES_WINDOW (widget);

  g_free (self->asked_about);
  self->asked_about = g_variant_dup_string (parameter, NULL);
  rf_dialogs_ask_text_async (GTK_WINDOW (self), _ ("Rename the Workspace"), _ ("Letters, digits, spaces, dots, dashes and underscores"), self->asked_about, _ ("_Rename"), name_given_cb, g_object_ref (self));
}

static void
removal_confirmed_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;

  if (rf_dialogs_confirm_finish (result))
    rf_workspace_task_delete_async (NULL, self->asked_about, removed_cb, g_object_ref (self));
}

static void
remove_workspace (GtkWidget *widget,
                  const char *action,
                  GVariant *parameter)
{
  RfWorkspacesWindow *self = RF_WORKSPACES_WINDOW (widget);
  g_autofree char *heading = NULL;

  g_free (self->asked_about);
  self->asked_about = g_variant_dup_string (parameter, NULL);
  /* Translators: %s is the name of a workspace */
  heading = g_strdup_printf (_ ("Remove “%s”?"), self->asked_about);
  rf_dialogs_confirm_async (GTK_WINDOW (self),
                            heading,
                            _ ("All its assessments, evidence files and its audit trail are gone for good. This cannot be undone."),
                            _ ("_Remove"),
                            removal_confirmed_cb,
                            g_object_ref (self));
}

static void
new_name_given_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (RfWorkspacesWindow) self = user_data;
  g_autofree char *name = rf_dialogs_ask_text_finish (result);
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return;
  if (rf_workspace_check_name (name, &error))
    open_workspace (self, name);
  else
    rf_dialogs_tell (GTK_WINDOW (self), _ ("That Cannot Be a Name"), error->message);
}

static void
add_workspace (GtkWidget *widget,
               const char *action,
               GVariant *parameter)
{
  rf_dialogs_ask_text_async (GTK_WINDOW (widget), _ ("New Workspace"), _ ("A workspace is a portfolio of its own, with its own file and its own audit trail. Its name:"), "", _ ("C_reate"), new_name_given_cb, g_object_ref (widget));
}

static void
rf_workspaces_window_dispose (GObject *object)
{
  RfWorkspacesWindow *self = RF_WORKSPACES_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  G_OBJECT_CLASS (rf_workspaces_window_parent_class)->dispose (object);
}

static void
rf_workspaces_window_finalize (GObject *object)
{
  RfWorkspacesWindow *self = RF_WORKSPACES_WINDOW (object);

  g_strfreev (self->open);
  g_free (self->asked_about);
  G_OBJECT_CLASS (rf_workspaces_window_parent_class)->finalize (object);
}

static void
rf_workspaces_window_class_init (RfWorkspacesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_workspaces_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_workspaces_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-workspaces-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWorkspacesWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RfWorkspacesWindow, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "workspaces.add", NULL, add_workspace);
  gtk_widget_class_install_action (widget_class, "workspaces.rename", "s", rename_workspace);
  gtk_widget_class_install_action (widget_class, "workspaces.remove", "s", remove_workspace);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_workspaces_window_init (RfWorkspacesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
}

/**
 * rf_workspaces_window_new:
 * @open: names of the workspaces that have a window: they can be gone to, but neither renamed nor removed
 *
 * Makes a window that lists the workspaces.
 */
GtkWidget *
rf_workspaces_window_new (GtkWindow *parent,
                          const char *const *open)
{
  RfWorkspacesWindow *self = g_object_new (RF_TYPE_WORKSPACES_WINDOW, "transient-for", parent, "application", gtk_window_get_application (parent), NULL);

  self->open = g_strdupv ((char **) open);
  reload (self);
  return GTK_WIDGET (self);
}
