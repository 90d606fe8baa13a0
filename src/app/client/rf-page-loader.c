// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-page-loader.h"

/*
 * What a page of the window has in common with the others: it shows a snapshot that a job reads, reads it again when
 * the workspace has changed, and does not while nobody sees it.
 */
struct _RfPageLoader
{
  GObject parent_instance;

  GtkWidget *page;           /* borrowed, NULL once it is gone */
  RfWorkspaceClient *client; /* owned */
  RfWorkspaceJob job;
  GDestroyNotify result_free;
  RfPageShow show;
  GCancellable *cancellable; /* owned */
  gboolean stale;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (RfPageLoader, rf_page_loader, G_TYPE_OBJECT)

static void load_if_seen (RfPageLoader *self);

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfPageLoader) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer snapshot = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  self->loading = FALSE;
  if (self->page && snapshot)
    self->show (self->page, snapshot);
  else if (self->page && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_widget_activate_action (self->page, "win.tell", "s", error->message);
  if (snapshot)
    self->result_free (snapshot);
  /* changed again meanwhile */
  load_if_seen (self);
}

static void
load_if_seen (RfPageLoader *self)
{
  if (!self->stale || self->loading || self->page == NULL || !gtk_widget_get_mapped (self->page))
    return;
  self->stale = FALSE;
  self->loading = TRUE;
  rf_workspace_client_run_async (self->client, self->job, NULL, NULL, self->result_free, self->cancellable, loaded_cb, g_object_ref (self));
}

static void
rf_page_loader_dispose (GObject *object)
{
  RfPageLoader *self = RF_PAGE_LOADER (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->client);
  g_clear_weak_pointer (&self->page);
  G_OBJECT_CLASS (rf_page_loader_parent_class)->dispose (object);
}

static void
rf_page_loader_class_init (RfPageLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_page_loader_dispose;
}

static void
rf_page_loader_init (RfPageLoader *self)
{
  self->cancellable = g_cancellable_new ();
  self->stale = TRUE;
}

/**
 * rf_page_loader_new:
 * @page: what shows it; the owner of the loader, too
 * @job: reads a snapshot; gets no data
 * @result_free: frees what @job returns
 *
 * Reads for @page as soon as it is seen, and again whenever the workspace has changed. What goes wrong is said by the
 * action "win.tell".
 */
RfPageLoader *
rf_page_loader_new (GtkWidget *page,
                    RfWorkspaceClient *client,
                    RfWorkspaceJob job,
                    GDestroyNotify result_free,
                    RfPageShow show)
{
  RfPageLoader *self = g_object_new (RF_TYPE_PAGE_LOADER, NULL);

  g_set_weak_pointer (&self->page, page);
  self->client = g_object_ref (client);
  self->job = job;
  self->result_free = result_free;
  self->show = show;
  g_signal_connect_object (client, "changed", G_CALLBACK (rf_page_loader_reload), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "map", G_CALLBACK (load_if_seen), self, G_CONNECT_SWAPPED);
  load_if_seen (self);
  return self;
}

/**
 * rf_page_loader_reload:
 *
 * Reads again, at once or as soon as the page is seen.
 */
void
rf_page_loader_reload (RfPageLoader *self)
{
  self->stale = TRUE;
  load_if_seen (self);
}
