// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_COMPARE_PAGE (rf_compare_page_get_type ())
G_DECLARE_FINAL_TYPE (RfComparePage, rf_compare_page, RF, COMPARE_PAGE, GtkWidget)

void rf_compare_page_follow (RfComparePage *self,
                             RfWorkspaceClient *client);

G_END_DECLS
