// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

#include "rf-report-pages.h"

G_BEGIN_DECLS

#define RF_TYPE_REPORT_PAGE_VIEW (rf_report_page_view_get_type ())
G_DECLARE_FINAL_TYPE (RfReportPageView, rf_report_page_view, RF, REPORT_PAGE_VIEW, GtkWidget)

/* of a page in its own size */
#define RF_REPORT_PIXELS_PER_POINT (96 / 72.0)

GtkWidget *rf_report_page_view_new (void);
void rf_report_page_view_show (RfReportPageView *self,
                               RfReportPages *pages,
                               guint page);

G_END_DECLS
