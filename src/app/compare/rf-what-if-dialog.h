// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"
#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_WHAT_IF_DIALOG (rf_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfWhatIfDialog, rf_what_if_dialog, RF, WHAT_IF_DIALOG, AdwWindow)

GtkWidget *rf_what_if_dialog_new (GtkWindow *parent,
                                  RfWorkspaceClient *client,
                                  GPtrArray *contestants,
                                  const char *use_case,
                                  RfRating acceptable);

G_END_DECLS
