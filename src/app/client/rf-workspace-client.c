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
  gboolean changed;       /* by that thread: since the last job */

  /* what the main thread knows of it, as of the last job */
  char *undo_description; /* owned, nullable */
  char *redo_description; /* owned, nullable */
  gboolean read_only;
};

G_DEFINE_FINAL_TYPE (RfWorkspaceClient, rf_workspace_client, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_0,
  PROP_UNDO_DESCRIPTION,
  PROP_REDO_DESCRIPTION,
  PROP_READ_ONLY,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

/* How a job left the workspace, on its way to the main thread. */
typedef struct
{
  RfWorkspaceClient *client; /* owned */
  char *undo_description;    /* owned, nullable */
  char *redo_description;    /* owned, nullable */
  gboolean read_only;
  gboolean changed;
} Aftermath;

static void
aftermath_free (gpointer data)
{
  Aftermath *self = data;

  g_object_unref (self->client);
  g_free (self->undo_description);
  g_free (self->redo_description);
  g_free (self);
}

static void
take_description (RfWorkspaceClient *self,
                  char **description,
                  char **new_description,
                  guint property)
{
  if (g_strcmp0 (*description, *new_description) == 0)
    return;
  g_free (*description);
  *description = g_steal_pointer (new_description);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static gboolean
aftermath_cb (gpointer user_data)
{
  Aftermath *aftermath = user_data;
  RfWorkspaceClient *self = aftermath->client;

  take_description (self, &self->undo_description, &aftermath->undo_description, PROP_UNDO_DESCRIPTION);
  take_description (self, &self->redo_description, &aftermath->redo_description, PROP_REDO_DESCRIPTION);
  if (self->read_only != aftermath->read_only)
    {
      self->read_only = aftermath->read_only;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_READ_ONLY]);
    }
  if (aftermath->changed)
    g_signal_emit (self, signals[CHANGED], 0);
  return G_SOURCE_REMOVE;
}

static void
workspace_changed_cb (RfWorkspaceClient *self)
{
  self->changed = TRUE;
}

/* A job may have opened a workspace, or another one. */
static void
follow (RfWorkspaceClient *self)
{
  if (self->workspace && g_signal_handler_find (self->workspace, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, self) == 0)
    g_signal_connect_swapped (self->workspace, "changed", G_CALLBACK (workspace_changed_cb), self);
}

/* Goes before the job's own result, so that whoever gets that finds everything up to date. */
static void
tell_aftermath (RfWorkspaceClient *self,
                GMainContext *context)
{
  Aftermath *aftermath = g_new0 (Aftermath, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  follow (self);
  aftermath->client = g_object_ref (self);
  aftermath->changed = self->changed;
  self->changed = FALSE;
  if (self->workspace)
    {
      aftermath->undo_description = g_strdup (rf_workspace_get_undo_description (self->workspace));
      aftermath->redo_description = g_strdup (rf_workspace_get_redo_description (self->workspace));
      aftermath->read_only = rf_workspace_is_read_only (self->workspace);
    }
  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, aftermath_cb, aftermath, aftermath_free);
  g_source_attach (source, context);
}

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
  tell_aftermath (self, g_task_get_context (task));
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
rf_workspace_client_finalize (GObject *object)
{
  RfWorkspaceClient *self = RF_WORKSPACE_CLIENT (object);

  g_free (self->undo_description);
  g_free (self->redo_description);
  G_OBJECT_CLASS (rf_workspace_client_parent_class)->finalize (object);
}

static void
rf_workspace_client_get_property (GObject *object,
                                  guint property,
                                  GValue *value,
                                  GParamSpec *pspec)
{
  RfWorkspaceClient *self = RF_WORKSPACE_CLIENT (object);

  switch (property)
    {
    case PROP_UNDO_DESCRIPTION:
      g_value_set_string (value, self->undo_description);
      break;
    case PROP_REDO_DESCRIPTION:
      g_value_set_string (value, self->redo_description);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
rf_workspace_client_class_init (RfWorkspaceClientClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rf_workspace_client_dispose;
  object_class->finalize = rf_workspace_client_finalize;
  object_class->get_property = rf_workspace_client_get_property;

  properties[PROP_UNDO_DESCRIPTION] = g_param_spec_string ("undo-description", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REDO_DESCRIPTION] = g_param_spec_string ("redo-description", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_READ_ONLY] = g_param_spec_boolean ("read-only", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * RfWorkspaceClient::changed:
   *
   * Something in the workspace is not as it was: read again what is shown of it. Emitted in the main thread, before
   * the job that changed it is finished.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
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
 * rf_workspace_client_get_undo_description:
 *
 * Returns: (nullable): what would be undone, for a menu: "answer 2.3"
 */
const char *
rf_workspace_client_get_undo_description (RfWorkspaceClient *self)
{
  return self->undo_description;
}

const char *
rf_workspace_client_get_redo_description (RfWorkspaceClient *self)
{
  return self->redo_description;
}

gboolean
rf_workspace_client_is_read_only (RfWorkspaceClient *self)
{
  return self->read_only;
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
  if (self->workspace)
    g_signal_handlers_disconnect_by_data (self->workspace, self);
  g_clear_object (&self->workspace);
}
