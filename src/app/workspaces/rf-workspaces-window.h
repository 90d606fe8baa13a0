// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_WORKSPACES_WINDOW (rf_workspaces_window_get_type ())
G_DECLARE_FINAL_TYPE (RfWorkspacesWindow, rf_workspaces_window, RF, WORKSPACES_WINDOW, AdwWindow)

GtkWidget *rf_workspaces_window_new (GtkWindow *parent,
                                     const char *const *open);

G_END_DECLS
