// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-task.h"

#include "rf-workspace.h"

typedef struct
{
  char *name;     /* owned */
  char *new_name; /* owned, nullable */
} Names;

static void
names_free (Names *self)
{
  g_free (self->name);
  g_free (self->new_name);
  g_free (self);
}

static void
list_worker (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *files = rf_workspace_list_files (&error);

  if (files)
    g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
change_worker (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  Names *names = task_data;
  GError *error = NULL;
  gboolean done = names->new_name ? rf_workspace_rename (names->name, names->new_name, &error) : rf_workspace_delete (names->name, &error);

  if (done)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * rf_workspace_task_list_async:
 * @source: (nullable): a #GObject
 *
 * Lists the workspaces with their sizes and last changes.
 */
void
rf_workspace_task_list_async (gpointer source,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, user_data);

  g_task_run_in_thread (task, list_worker);
}

/**
 * rf_workspace_task_list_finish:
 *
 * Returns: (transfer full) (element-type RfWorkspaceFile): by name
 */
GPtrArray *
rf_workspace_task_list_finish (GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
change (gpointer source,
        const char *name,
        const char *new_name,
        GAsyncReadyCallback callback,
        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, user_data);
  Names *names = g_new0 (Names, 1);

  names->name = g_strdup (name);
  names->new_name = g_strdup (new_name);
  g_task_set_task_data (task, names, (GDestroyNotify) names_free);
  g_task_run_in_thread (task, change_worker);
}

/**
 * rf_workspace_task_rename_async:
 *
 * Gives a workspace another name.
 */
void
rf_workspace_task_rename_async (gpointer source,
                                const char *name,
                                const char *new_name,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  change (source, name, new_name, callback, user_data);
}

/**
 * rf_workspace_task_delete_async:
 *
 * Removes a workspace for good.
 */
void
rf_workspace_task_delete_async (gpointer source,
                                const char *name,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  change (source, name, NULL, callback, user_data);
}

/**
 * rf_workspace_task_finish:
 *
 * Returns: whether it is renamed, or removed
 */
gboolean
rf_workspace_task_finish (GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
