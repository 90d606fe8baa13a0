// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_WINDOW_DEFAULT_WORKSPACE "default"
#define RF_WINDOW_SAMPLE_WORKSPACE "sample"

#define RF_TYPE_WINDOW (rf_window_get_type ())
G_DECLARE_FINAL_TYPE (RfWindow, rf_window, RF, WINDOW, AdwApplicationWindow)

GtkWidget *rf_window_new (GtkApplication *application,
                          const char *workspace,
                          RfWorkspaceClient *client);
void rf_window_present_soon (RfWindow *self);
void rf_window_present_if_waiting (RfWindow *self);
const char *rf_window_get_workspace (RfWindow *self);
RfWorkspaceJob rf_window_get_opening_job (const char *workspace);

G_END_DECLS
