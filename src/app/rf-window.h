// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_WINDOW_DEFAULT_WORKSPACE "default"
#define RF_WINDOW_SAMPLE_WORKSPACE "sample"

#define RF_TYPE_WINDOW (rf_window_get_type ())
G_DECLARE_FINAL_TYPE (RfWindow, rf_window, RF, WINDOW, AdwApplicationWindow)

GtkWidget *rf_window_new (GtkApplication *application,
                          const char *workspace);
const char *rf_window_get_workspace (RfWindow *self);

G_END_DECLS
