// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_USE_CASES_PAGE (rf_use_cases_page_get_type ())
G_DECLARE_FINAL_TYPE (RfUseCasesPage, rf_use_cases_page, RF, USE_CASES_PAGE, GtkWidget)

void rf_use_cases_page_follow (RfUseCasesPage *self,
                               RfWorkspaceClient *client);

G_END_DECLS
