// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-actions-jobs.h"
#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_ACTION_DIALOG (rf_action_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfActionDialog, rf_action_dialog, RF, ACTION_DIALOG, AdwWindow)

GtkWidget *rf_action_dialog_new (GtkWindow *parent,
                                 RfWorkspaceClient *client,
                                 GPtrArray *offerings,
                                 RfActionItem *item);

G_END_DECLS
