// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report.h"

G_BEGIN_DECLS

/* What the report is written as. */
typedef enum
{
  RF_REPORT_FORMAT_PDF,
  RF_REPORT_FORMAT_HTML,
} RfReportFormat;

gboolean rf_report_format_find (const char *nick,
                                const char *path,
                                RfReportFormat *format,
                                GError **error);
gboolean rf_report_output_write (RfReportDocument *document,
                                 const RfReportOptions *options,
                                 RfReportFormat format,
                                 const char *path,
                                 GError **error);

G_END_DECLS
