// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is done to workspaces as files, in a thread; none of them may be open meanwhile. */

void rf_workspace_task_list_async (gpointer source,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
GPtrArray *rf_workspace_task_list_finish (GAsyncResult *result,
                                          GError **error);
void rf_workspace_task_rename_async (gpointer source,
                                     const char *name,
                                     const char *new_name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
void rf_workspace_task_delete_async (gpointer source,
                                     const char *name,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean rf_workspace_task_finish (GAsyncResult *result,
                                   GError **error);

G_END_DECLS
