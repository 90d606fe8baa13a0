// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "rf-findings.h"
#include "rf-report-document.h"
#include "rf-report-pdf.h"

G_BEGIN_DECLS

typedef enum
{
  RF_PAPER_A4,
  RF_PAPER_LETTER,
} RfPaper;

/**
 * RfReportOptions:
 * @organisation: (nullable): for whom the report is made
 * @chain_head: (nullable): of the store's audit chain, hexadecimal; a report from files alone has none
 * @font_directory: (nullable): where the report's font lies, %NULL for where this build expects it
 *
 * What a report depends on beside its findings. Borrowed pointers.
 */
typedef struct
{
  RfPaper paper;
  const char *organisation;
  const char *chain_head;
  const char *font_directory;
} RfReportOptions;

RfReportDocument *rf_report_document_new_from_findings (const RfFindings *findings,
                                                        const RfReportOptions *options);
GBytes *rf_report_render_pdf (const RfFindings *findings,
                              const RfReportOptions *options,
                              GCancellable *cancellable,
                              RfReportProgressFunc progress,
                              gpointer user_data,
                              char ***missing_characters,
                              GError **error);
gboolean rf_report_write_pdf (const RfFindings *findings,
                              const RfReportOptions *options,
                              const char *path,
                              GCancellable *cancellable,
                              RfReportProgressFunc progress,
                              gpointer user_data,
                              char ***missing_characters,
                              GError **error);
gboolean rf_report_write_document (RfReportDocument *document,
                                   const RfReportOptions *options,
                                   const char *path,
                                   GCancellable *cancellable,
                                   RfReportProgressFunc progress,
                                   gpointer user_data,
                                   char ***missing_characters,
                                   GError **error);

G_END_DECLS
