// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

#include "rf-workspace-client.h"

G_BEGIN_DECLS

#define RF_TYPE_REPORT_PREVIEW (rf_report_preview_get_type ())
G_DECLARE_FINAL_TYPE (RfReportPreview, rf_report_preview, RF, REPORT_PREVIEW, AdwWindow)

GtkWidget *rf_report_preview_new (GtkWindow *parent,
                                  RfWorkspaceClient *client,
                                  const char *offering);
guint rf_report_preview_get_n_pages (RfReportPreview *self);

G_END_DECLS
