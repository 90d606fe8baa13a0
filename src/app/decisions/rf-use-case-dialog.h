// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_USE_CASE_DIALOG (rf_use_case_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfUseCaseDialog, rf_use_case_dialog, RF, USE_CASE_DIALOG, AdwWindow)

GtkWidget *rf_use_case_dialog_new (GtkWindow *parent,
                                   RfWorkspaceClient *client,
                                   const RfUseCase *use_case);

G_END_DECLS
