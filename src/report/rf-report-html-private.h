// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-html-writer.h"
#include "rf-report-fonts.h"
#include "rf-report-html.h"

G_BEGIN_DECLS

/**
 * RfReportHtml:
 * @identifiers: (element-type utf8): those written so far, for an identifier names one element only
 * @heading: (nullable): the last heading's text, which names the tables below it
 * @right_to_left: whether the report's language is written so
 *
 * A report on its way into HTML. Borrowed pointers but for @writer and @identifiers.
 */
typedef struct
{
  RfHtmlWriter *writer;
  const RfReportDocument *document;
  GHashTable *identifiers;
  const char *heading;
  gboolean right_to_left;
  RfReportFonts *fonts;
} RfReportHtml;

char *rf_report_html_dup_identifier (const char *anchor);
char *rf_report_html_dup_heading_identifier (const RfReportBlock *heading,
                                             guint index);
void rf_report_html_identify (RfReportHtml *self,
                              const char *identifier);
void rf_report_html_identify_anchor (RfReportHtml *self,
                                     const char *anchor);
void rf_report_html_add_content (RfReportHtml *self,
                                 const RfReportText *text);
void rf_report_html_add_paragraph (RfReportHtml *self,
                                   const RfReportText *text);
gboolean rf_report_html_add_table (RfReportHtml *self,
                                   const RfReportTable *table,
                                   GError **error);
gboolean rf_report_html_add_bar (RfReportHtml *self,
                                 const RfFigures *figures,
                                 double width,
                                 double height,
                                 GError **error);
gboolean rf_report_html_add_bar_figure (RfReportHtml *self,
                                        const RfFigures *figures,
                                        GError **error);

gboolean rf_report_html_add_chart (RfReportHtml *self,
                                   const RfReportBlock *block,
                                   GError **error);

extern const char rf_report_html_style[];

G_END_DECLS
