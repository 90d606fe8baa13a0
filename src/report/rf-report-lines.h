// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-fonts.h"

G_BEGIN_DECLS

/* @width: of what it was broken for; @top: from the top of its text; @baseline: from the top of the line. Points. */
typedef struct
{
  guint first_run;
  guint n_runs;
  float width;
  float top;
  float baseline;
  float height;
} RfReportLine;

/* Where the lines of a text lie in the pool. */
typedef struct
{
  guint first;
  guint n;
  float height;
} RfReportLineSpan;

/**
 * RfReportLines:
 *
 * The lines of a whole report, shaped once and packed: a page says "Page 3 of 120", so no page can be drawn before
 * all are laid out, and keeping every PangoLayout that long would take ten times the memory.
 */
typedef struct _RfReportLines RfReportLines;

RfReportLines *rf_report_lines_new (RfReportFonts *fonts);
void rf_report_lines_free (RfReportLines *self);

RfReportLineSpan rf_report_lines_add (RfReportLines *self,
                                      const RfReportText *text,
                                      double width,
                                      gboolean align_end);
RfReportLineSpan rf_report_lines_add_string (RfReportLines *self,
                                             RfReportRole role,
                                             const char *string,
                                             double width,
                                             gboolean align_end);
const RfReportLine *rf_report_lines_get (const RfReportLines *self,
                                         guint line);

/* Brackets a stretch of a line that leads to @target, nowhere where that is NULL. */
typedef void (*RfReportLinkFunc) (cairo_t *cr, const char *target, gboolean begin, gpointer user_data);

gboolean rf_report_lines_has_link (const RfReportLines *self,
                                   guint line,
                                   const RfReportDocument *document);
void rf_report_lines_draw (RfReportLines *self,
                           cairo_t *cr,
                           guint line,
                           double x,
                           double y,
                           RfReportLinkFunc link,
                           gpointer user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportLines, rf_report_lines_free)

G_END_DECLS
