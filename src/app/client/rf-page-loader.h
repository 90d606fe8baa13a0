// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_PAGE_LOADER (rf_page_loader_get_type ())
G_DECLARE_FINAL_TYPE (RfPageLoader, rf_page_loader, RF, PAGE_LOADER, GObject)

/**
 * RfPageShow:
 * @page: the widget that the loader was made for
 * @snapshot: (transfer none): what the job returned; gone after the call unless a reference or a copy is taken
 *
 * Shows what was read.
 */
typedef void (*RfPageShow) (gpointer page,
                            gpointer snapshot);

RfPageLoader *rf_page_loader_new (GtkWidget *page,
                                  RfWorkspaceClient *client,
                                  RfWorkspaceJob job,
                                  GDestroyNotify result_free,
                                  RfPageShow show);
void rf_page_loader_reload (RfPageLoader *self);

G_END_DECLS
