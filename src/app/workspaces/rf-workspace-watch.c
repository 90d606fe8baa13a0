// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-watch.h"

/*
 * Notices that another program has changed the store. The kernel tells of every write, one's own too; the
 * store knows whose it was, and is asked on its own thread.
 */
struct _RfWorkspaceWatch
{
  GObject parent_instance;

  RfWorkspaceClient *client; /* owned */
  GFileMonitor *monitors[2]; /* owned, nullable: of the file and its log */
  GCancellable *cancellable; /* owned */
  guint pending;             /* a source that will ask, 0 otherwise */
};

G_DEFINE_FINAL_TYPE (RfWorkspaceWatch, rf_workspace_watch, G_TYPE_OBJECT)

enum
{
  CHANGED_ELSEWHERE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* milliseconds; writes come in bursts */
#define ASK_AFTER 250

/* result: TRUE for yes, NULL for no */
static gpointer
look_job (RfWorkspace **workspace,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  return *workspace && rf_workspace_has_changed_elsewhere (*workspace) ? GINT_TO_POINTER (TRUE) : NULL;
}

static void
looked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWorkspaceWatch) self = user_data;

  if (rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, NULL))
    g_signal_emit (self, signals[CHANGED_ELSEWHERE], 0);
}

static gboolean
ask_cb (gpointer user_data)
{
  RfWorkspaceWatch *self = user_data;

  self->pending = 0;
  rf_workspace_client_run_async (self->client, look_job, NULL, NULL, NULL, self->cancellable, looked_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
written_cb (RfWorkspaceWatch *self)
{
  if (self->pending == 0)
    self->pending = g_timeout_add (ASK_AFTER, ask_cb, self);
}

static void
rf_workspace_watch_dispose (GObject *object)
{
  RfWorkspaceWatch *self = RF_WORKSPACE_WATCH (object);

  g_clear_handle_id (&self->pending, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (self->monitors); i++)
    g_clear_object (&self->monitors[i]);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (rf_workspace_watch_parent_class)->dispose (object);
}

static void
rf_workspace_watch_class_init (RfWorkspaceWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_workspace_watch_dispose;

  /**
   * RfWorkspaceWatch::changed-elsewhere:
   *
   * Another program has changed the workspace. The client says "changed" as well.
   */
  signals[CHANGED_ELSEWHERE] = g_signal_new ("changed-elsewhere", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_workspace_watch_init (RfWorkspaceWatch *self)
{
  self->cancellable = g_cancellable_new ();
}

/* Where the system cannot watch, the change is noticed at the next thing that a person does. */
static GFileMonitor *
watch_file (RfWorkspaceWatch *self,
            const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GFileMonitor *monitor = g_file_monitor_file (file, G_FILE_MONITOR_NONE, NULL, NULL);

  if (monitor)
    g_signal_connect_object (monitor, "changed", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  return monitor;
}

/**
 * rf_workspace_watch_new:
 * @path: the file of the client's workspace
 *
 * Begins to watch a store.
 */
RfWorkspaceWatch *
rf_workspace_watch_new (RfWorkspaceClient *client,
                        const char *path)
{
  RfWorkspaceWatch *self = g_object_new (RF_TYPE_WORKSPACE_WATCH, NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  self->client = g_object_ref (client);
  self->monitors[0] = watch_file (self, path);
  self->monitors[1] = watch_file (self, log);
  return self;
}
