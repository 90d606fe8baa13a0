// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_PREFERENCES_WINDOW (rf_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (RfPreferencesWindow, rf_preferences_window, RF, PREFERENCES_WINDOW, AdwPreferencesWindow)

GtkWidget *rf_preferences_window_new (GtkWindow *parent,
                                      RfWorkspaceClient *client);

G_END_DECLS
