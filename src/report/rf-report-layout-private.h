// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-pages.h"

G_BEGIN_DECLS

/* The pen: where the next block goes. */
typedef struct
{
  RfReportPages *pages; /* borrowed */
  double left;
  double width;
  double top;
  double bottom;
  double y;
  guint n_pages_at_break; /* that there were behind the last page break of the document */
  guint open_levels[4];   /* of the headings that the next block lies under */
  guint n_open_levels;
} RfReportLayout;

gboolean rf_report_layout_is_at_top (const RfReportLayout *self);
void rf_report_layout_break_page (RfReportLayout *self);
void rf_report_layout_skip (RfReportLayout *self,
                            double space);
double rf_report_layout_get_room (const RfReportLayout *self);
void rf_report_layout_begin (RfReportLayout *self,
                             const char *tag);
void rf_report_layout_end (RfReportLayout *self,
                           const char *tag);
void rf_report_layout_add_anchor (RfReportLayout *self,
                                  const char *anchor,
                                  double x,
                                  double y);
void rf_report_layout_add_line (RfReportLayout *self,
                                guint line,
                                double x,
                                double y);
void rf_report_layout_add_rule (RfReportLayout *self,
                                double x,
                                double y,
                                double width,
                                double weight);
void rf_report_layout_add_bar (RfReportLayout *self,
                               const RfFigures *figures,
                               gboolean labelled,
                               double x,
                               double y,
                               double width,
                               double height);

void rf_report_layout_add_block (RfReportLayout *self,
                                 guint index);
void rf_report_layout_add_contents (RfReportLayout *self,
                                    const RfReportBlock *block);
void rf_report_pages_number_contents (RfReportPages *self);
void rf_report_layout_add_table (RfReportLayout *self,
                                 const RfReportTable *table);
double rf_report_layout_measure_table_start (RfReportLayout *self,
                                             const RfReportTable *table);

G_END_DECLS
