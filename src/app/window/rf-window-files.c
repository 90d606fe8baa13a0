// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>
#include <string.h>

typedef struct
{
  RfWindow *window; /* owned */
  char *path;       /* owned */
} FileTask;

static void
file_task_free (FileTask *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FileTask, file_task_free)

static void
tell_import_failed (RfWindow *self,
                    const char *path,
                    const GError *error)
{
  g_autofree char *name = g_filename_display_basename (path);
  /* Translators: %s is the name of a file */
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Cannot Be Imported"), name);

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rf_dialogs_tell (GTK_WINDOW (self), heading, error->message);
}

static void
store_named_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (FileTask) import = user_data;
  g_autofree char *name = rf_dialogs_ask_text_finish (result);

  if (name)
    rf_window_import_store (import->window, import->path, name);
}

/* A store is no part of this workspace: it becomes one of its own. */
static void
ask_store_name (FileTask *import)
{
  g_autofree char *name = g_path_get_basename (import->path);
  char *suffix = strrchr (name, '.');

  if (suffix)
    *suffix = '\0';
  rf_dialogs_ask_text_async (GTK_WINDOW (import->window),
                             _ ("Import a Workspace"),
                             _ ("The file holds a whole workspace. It is copied and becomes a workspace of its own, with this name:"),
                             name,
                             _ ("_Import"),
                             store_named_cb,
                             import);
}

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (FileTask) import = user_data;
  RfWindow *self = import->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfImported) imported = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_autofree char *message = NULL;

  if (imported == NULL)
    {
      tell_import_failed (self, import->path, error);
      return;
    }
  if (imported->is_store)
    {
      ask_store_name (g_steal_pointer (&import));
      return;
    }
  if (imported->kind == RF_XML_ANSWERS)
    {
      rf_window_open_offering (self, imported->id);
      return;
    }
  if (imported->kind == RF_XML_TRANSLATION)
    /* Translators: %s is a questionnaire's id and the tag of a language */
    message = g_strdup_printf (_ ("The translation %s is here; what is opened from now on shows it"), imported->id);
  else
    /* Translators: %s is a questionnaire's id and revision */
    message = g_strdup_printf (_ ("Questionnaire %s is here; new assessments use it"), imported->id);
  rf_window_tell (self, message);
}

/**
 * rf_window_dup_local_path:
 *
 * Readers and writers take paths; says so where a file lies on no disk of this computer.
 *
 * Returns: (transfer full) (nullable): its path
 */
char *
rf_window_dup_local_path (RfWindow *self,
                          GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      /* Translators: %s is the name of a file */
      g_autofree char *message = g_strdup_printf (_ ("“%s” is not on this computer; choose a local file"), name);

      rf_window_tell (self, message);
    }
  return path;
}

static void
import_path (RfWindow *self,
             const char *path)
{
  FileTask *import = g_new0 (FileTask, 1);

  import->window = g_object_ref (self);
  import->path = g_strdup (path);
  rf_workspace_client_run_async (self->client,
                                 rf_job_import,
                                 g_strdup (path),
                                 g_free,
                                 (GDestroyNotify) rf_imported_free,
                                 self->cancellable,
                                 imported_cb,
                                 import);
}

static void
import_chosen_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  /* closed without a choice: nothing was asked for */
  g_autoptr (GFile) file = rf_dialogs_open_file_finish (result, NULL);
  g_autofree char *path = file ? rf_window_dup_local_path (self, file) : NULL;

  if (path)
    import_path (self, path);
}

static void
import_chosen_file (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  import_path (RF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
choose_import (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_dialogs_open_file_async (GTK_WINDOW (self), _ ("Import Answers, a Questionnaire or a Workspace"), NULL, self->cancellable, import_chosen_cb, g_object_ref (self));
}

static void
copy_saved_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (FileTask) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_filename_display_basename (copy->path);
  g_autofree char *message = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error)
    {
      rf_window_tell_error (copy->window, error);
      return;
    }
  /* Translators: %s is the name of a file */
  message = g_strdup_printf (_ ("A copy is saved as “%s”"), name);
  rf_window_tell (copy->window, message);
}

static void
copy_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  /* closed without a choice: nothing was asked for */
  g_autoptr (GFile) file = rf_dialogs_save_file_finish (result, NULL);
  char *path = file ? rf_window_dup_local_path (self, file) : NULL;
  FileTask *copy;

  if (path == NULL)
    return;
  copy = g_new0 (FileTask, 1);
  copy->window = g_object_ref (self);
  copy->path = path;
  rf_workspace_client_run_async (self->client, rf_job_save_copy, g_strdup (path), g_free, NULL, self->cancellable, copy_saved_cb, copy);
}

static void
save_copy (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  g_autofree char *base = g_path_get_basename (self->workspace);
  g_autofree char *name = g_str_has_suffix (base, ".ringfence") ? g_strdup (base) : g_strconcat (base, ".ringfence", NULL);

  rf_dialogs_save_file_async (GTK_WINDOW (self), _ ("Save a Copy of the Workspace"), name, self->cancellable, copy_chosen_cb, g_object_ref (self));
}

/**
 * rf_window_install_file_actions:
 *
 * Adds to the window's class the actions that read and write files.
 */
void
rf_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import", NULL, choose_import);
  gtk_widget_class_install_action (klass, "win.import-file", "s", import_chosen_file);
  gtk_widget_class_install_action (klass, "win.save-copy", NULL, save_copy);
}
