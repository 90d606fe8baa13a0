// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

G_BEGIN_DECLS

#define RF_TYPE_WORKSPACE_WATCH (rf_workspace_watch_get_type ())
G_DECLARE_FINAL_TYPE (RfWorkspaceWatch, rf_workspace_watch, RF, WORKSPACE_WATCH, GObject)

RfWorkspaceWatch *rf_workspace_watch_new (RfWorkspaceClient *client,
                                          const char *path);

G_END_DECLS
