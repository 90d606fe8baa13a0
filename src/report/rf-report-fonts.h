// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pangocairo.h>

#include "rf-range-bar.h"
#include "rf-report-document.h"

G_BEGIN_DECLS

/**
 * RfReportFonts:
 *
 * The fonts of the report and nothing else of the machine's: neither its settings nor its other fonts change a
 * page. Not thread-safe; one per rendering.
 */
typedef struct _RfReportFonts RfReportFonts;

RfReportFonts *rf_report_fonts_new (const char *directory,
                                    GError **error);
void rf_report_fonts_free (RfReportFonts *self);

void rf_report_fonts_prepare (RfReportFonts *self,
                              RfReportDocument *document);
void rf_report_fonts_prepare_for_drawings (RfReportFonts *self,
                                           const char *language);
void rf_report_fonts_init_chart_style (const RfReportFonts *self,
                                       RfChartStyle *style);
char **rf_report_fonts_dup_missing (const RfReportFonts *self);
PangoContext *rf_report_fonts_get_context (const RfReportFonts *self);
const PangoFontDescription *rf_report_fonts_get_description (const RfReportFonts *self,
                                                             RfReportRole role);
double rf_report_fonts_get_line_height (const RfReportFonts *self,
                                        RfReportRole role);
PangoAttrList *rf_report_fonts_get_features (const RfReportFonts *self);
double rf_report_role_get_line_spacing (RfReportRole role);
const RfColour *rf_report_role_get_colour (RfReportRole role);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportFonts, rf_report_fonts_free)

G_END_DECLS
