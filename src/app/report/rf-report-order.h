// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-pages.h"
#include "rf-report.h"

G_BEGIN_DECLS

/* As what a report is written. */
typedef enum
{
  RF_REPORT_AS_PDF,
  RF_REPORT_AS_HTML,
} RfReportForm;

/**
 * RfReportOrder:
 *
 * A report that is asked for: all that a thread needs in order to make it, copied, for the window may change meanwhile.
 */
typedef struct
{
  RfReportMaterial *material; /* owned */
  RfReportOptions options;
  char *organisation; /* owned, nullable: of the options */
  char *logo_path;    /* owned, nullable: read by the thread */
} RfReportOrder;

RfReportOrder *rf_report_order_new (RfReportMaterial *material,
                                    RfReportKind kind,
                                    RfPaper paper,
                                    const char *organisation);
RfReportOrder *rf_report_order_new_from_settings (RfReportMaterial *material,
                                                  RfReportKind kind);
RfReportOrder *rf_report_order_copy (const RfReportOrder *self);
void rf_report_order_free (RfReportOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportOrder, rf_report_order_free)

void rf_report_order_lay_out_async (RfReportOrder *self,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
RfReportPages *rf_report_order_lay_out_finish (GAsyncResult *result,
                                               GError **error);
void rf_report_order_write_async (RfReportOrder *self,
                                  RfReportForm form,
                                  const char *path,
                                  int *permille,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
char *rf_report_order_write_finish (GAsyncResult *result,
                                    GError **error);

G_END_DECLS
