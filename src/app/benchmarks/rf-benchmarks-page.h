// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_BENCHMARKS_PAGE (rf_benchmarks_page_get_type ())
G_DECLARE_FINAL_TYPE (RfBenchmarksPage, rf_benchmarks_page, RF, BENCHMARKS_PAGE, GtkWidget)

void rf_benchmarks_page_follow (RfBenchmarksPage *self,
                                RfWorkspaceClient *client);

G_END_DECLS
