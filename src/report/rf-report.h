// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gio/gio.h>

#include "rf-findings.h"
#include "rf-report-document.h"
#include "rf-report-logo.h"
#include "rf-report-material.h"
#include "rf-report-pdf.h"

G_BEGIN_DECLS

typedef enum
{
  RF_PAPER_A4,
  RF_PAPER_LETTER,
} RfPaper;

/**
 * RfReportKind:
 * @RF_REPORT_FULL: for each offering the two pages for the board, then everything
 * @RF_REPORT_BOARD: the pages for the board alone
 * @RF_REPORT_COMPARISON: several offerings side by side: ranking, sections, use cases, every question
 * @RF_REPORT_PORTFOLIO: an overview of several offerings, then the board pages of each
 * @RF_REPORT_NON_ATTRIBUTABLE: as full, of material that names no company, no person, no note and no file
 */
typedef enum
{
  RF_REPORT_FULL,
  RF_REPORT_BOARD,
  RF_REPORT_COMPARISON,
  RF_REPORT_PORTFOLIO,
  RF_REPORT_NON_ATTRIBUTABLE,
} RfReportKind;

#define RF_N_REPORT_KINDS 5

extern const char *const rf_report_kind_nicks[RF_N_REPORT_KINDS + 1];
const char *rf_report_kind_get_label (RfReportKind self);
gboolean rf_report_kind_from_nick (const char *nick,
                                   RfReportKind *kind);

/**
 * RfReportOptions:
 * @organisation: (nullable): for whom the report is made
 * @logo: (nullable): a PNG file for the first page, from rf_report_logo_read()
 * @font_directory: (nullable): where the report's font lies, %NULL for where this build expects it
 *
 * What a report depends on beside its material. Borrowed pointers.
 */
typedef struct
{
  RfReportKind kind;
  RfPaper paper;
  const char *organisation;
  GBytes *logo;
  const char *font_directory;
} RfReportOptions;

RfReportDocument *rf_report_document_new_from_material (const RfReportMaterial *material,
                                                        const RfReportOptions *options,
                                                        GError **error);
RfReportDocument *rf_report_document_new_from_findings (const RfFindings *findings,
                                                        const RfReportOptions *options);
GBytes *rf_report_render_pdf (const RfFindings *findings,
                              const RfReportOptions *options,
                              GCancellable *cancellable,
                              RfReportProgressFunc progress,
                              gpointer user_data,
                              char ***missing_characters,
                              GError **error);
GBytes *rf_report_render_document (RfReportDocument *document,
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
