// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_UNSAVED_BAR (rf_unsaved_bar_get_type ())
G_DECLARE_FINAL_TYPE (RfUnsavedBar, rf_unsaved_bar, RF, UNSAVED_BAR, GtkWidget)

void rf_unsaved_bar_follow (RfUnsavedBar *self,
                            RfWorkspaceClient *client);

G_END_DECLS
