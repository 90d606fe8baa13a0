// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_TYPE_WORKSPACE_CLIENT (rf_workspace_client_get_type ())
G_DECLARE_FINAL_TYPE (RfWorkspaceClient, rf_workspace_client, RF, WORKSPACE_CLIENT, GObject)

/**
 * RfWorkspaceJob:
 * @workspace: (inout) (nullable): the open workspace; a job that opens one puts it there
 * @data: the job's own
 *
 * Work done on the workspace's thread. It must touch no widget and no object that the window also touches.
 *
 * Returns: (transfer full) (nullable): the result; %NULL with @error set on failure
 */
typedef gpointer (*RfWorkspaceJob) (RfWorkspace **workspace,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

RfWorkspaceClient *rf_workspace_client_new (void);
void rf_workspace_client_run_async (RfWorkspaceClient *self,
                                    RfWorkspaceJob job,
                                    gpointer data,
                                    GDestroyNotify data_free,
                                    GDestroyNotify result_free,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
gpointer rf_workspace_client_run_finish (RfWorkspaceClient *self,
                                         GAsyncResult *result,
                                         GError **error);
const char *rf_workspace_client_get_undo_description (RfWorkspaceClient *self);
const char *rf_workspace_client_get_redo_description (RfWorkspaceClient *self);
gboolean rf_workspace_client_is_read_only (RfWorkspaceClient *self);
void rf_workspace_client_close (RfWorkspaceClient *self);

G_END_DECLS
