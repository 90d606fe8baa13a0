// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-pages.h"

G_BEGIN_DECLS

/* @fraction: 0 to 1 of the work done; called in the thread that renders. */
typedef void (*RfReportProgressFunc) (double fraction, gpointer user_data);

void rf_report_pages_draw (RfReportPages *self,
                           guint page,
                           cairo_t *cr);
gboolean rf_report_pages_write_pdf (RfReportPages *self,
                                    cairo_write_func_t write,
                                    gpointer closure,
                                    GCancellable *cancellable,
                                    RfReportProgressFunc progress,
                                    gpointer user_data,
                                    GError **error);
GArray *rf_report_pages_describe_figures (const RfReportPages *pages);
GBytes *rf_report_pages_render_pdf (RfReportPages *self,
                                    GCancellable *cancellable,
                                    RfReportProgressFunc progress,
                                    gpointer user_data,
                                    GError **error);

G_END_DECLS
