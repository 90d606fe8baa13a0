// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-client.h"

#include <glib/gi18n.h>

/*
 * A workspace is for one thread at a time, and nothing that reads, parses or stores may hold up the window.
 * So it lives on a thread of its own, and what the window wants of it is queued there, in order.
 */
struct _RfWorkspaceClient
{
  GObject parent_instance;

  GThreadPool *thread;    /* owned; one thread, so jobs keep their order */
  RfWorkspace *workspace; /* owned; touched by that thread only */
};

G_DEFINE_FINAL_TYPE (RfWorkspaceClient, rf_workspace_client, G_TYPE_OBJECT)

typedef struct
{
  RfWorkspaceJob run;
  gpointer data;
  GDestroyNotify data_free;
  GDestroyNotify result_free;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  if (self->data_free)
    self->data_free (self->data);
  g_free (self);
}

static void
job_worker (gpointer data,
            gpointer user_data)
{
  g_autoptr (GTask) task = data;
  RfWorkspaceClient *self = user_data;
  Job *job = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  gpointer result;

  if (g_task_return_error_if_cancelled (task))
    return;
  result = job->run (&self->workspace, job->data, g_task_get_cancellable (task), &error);
  if (error)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, result, job->result_free);
}

static void
rf_workspace_client_dispose (GObject *object)
{
  rf_workspace_client_close (RF_WORKSPACE_CLIENT (object));
  G_OBJECT_CLASS (rf_workspace_client_parent_class)->dispose (object);
}

static void
rf_workspace_client_class_init (RfWorkspaceClientClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_workspace_client_dispose;
}

static void
rf_workspace_client_init (RfWorkspaceClient *self)
{
  self->thread = g_thread_pool_new (job_worker, self, 1, FALSE, NULL);
}

/**
 * rf_workspace_client_new:
 *
 * Makes a client without an open workspace.
 */
RfWorkspaceClient *
rf_workspace_client_new (void)
{
  return g_object_new (RF_TYPE_WORKSPACE_CLIENT, NULL);
}

/**
 * rf_workspace_client_run_async:
 * @data: (transfer full): for the job
 * @result_free: frees a result that nobody fetched
 *
 * Queues a job behind those queued before. @callback runs in the caller's main context.
 */
void
rf_workspace_client_run_async (RfWorkspaceClient *self,
                               RfWorkspaceJob run,
                               gpointer data,
                               GDestroyNotify data_free,
                               GDestroyNotify result_free,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->data = data;
  job->data_free = data_free;
  job->result_free = result_free;
  g_task_set_source_tag (task, rf_workspace_client_run_async);
  g_task_set_task_data (task, job, job_free);
  if (self->thread)
    g_thread_pool_push (self->thread, task, NULL);
  else
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("The workspace is closed."));
      g_object_unref (task);
    }
}

/**
 * rf_workspace_client_run_finish:
 *
 * Returns: (transfer full) (nullable): what the job returned
 */
gpointer
rf_workspace_client_run_finish (RfWorkspaceClient *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rf_workspace_client_close:
 *
 * Waits until everything queued is done, then closes the workspace. What is asked afterwards is cancelled.
 */
void
rf_workspace_client_close (RfWorkspaceClient *self)
{
  if (self->thread)
    g_thread_pool_free (g_steal_pointer (&self->thread), FALSE, TRUE);
  g_clear_object (&self->workspace);
}
