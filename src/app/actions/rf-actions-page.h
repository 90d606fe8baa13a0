// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_ACTIONS_PAGE (rf_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (RfActionsPage, rf_actions_page, RF, ACTIONS_PAGE, GtkWidget)

void rf_actions_page_follow (RfActionsPage *self,
                             RfWorkspaceClient *client);

G_END_DECLS
