// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-jobs.h"
#include "rf-report-order.h"
#include "rf-report-preview.h"

G_BEGIN_DECLS

struct _RfReportPreview
{
  AdwWindow parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *problem_page;
  GtkListView *list;
  GtkDropDown *kind;
  GtkDropDown *paper;
  GtkEditable *organisation;
  GtkDropDown *use_case;
  GtkDropDown *acceptable;
  GtkEditable *as_of;
  GtkDropDown *language;
  GtkRevealer *progress_revealer;
  GtkProgressBar *progress_bar;

  RfWorkspaceClient *client;  /* owned */
  char *offering;             /* owned, NULL for the portfolio */
  GPtrArray *languages;       /* owned: the tags that there are to choose from */
  RfReportMaterial *material; /* owned, NULL until it is gathered */
  gboolean gathered_all;      /* whether the material is of all offerings */
  gboolean outdated;          /* whether the material is of another use case, day or level */
  gboolean filling;
  RfReportPages *pages;      /* owned, NULL until they are laid out */
  GCancellable *cancellable; /* owned, nullable: of the gathering or layout under way */
  double zoom;
  gboolean zoomed; /* by the person; until then the pages fit the width */
  int width;       /* of the window, as it was last */

  /* of the file that is being written */
  GCancellable *writing; /* owned, nullable */
  int *permille;         /* owned, nullable: counted; 0 to 1000 of the work done */
  guint progress_source; /* 0 otherwise */
};

/* rf-report-preview.c */
RfReportKind rf_report_preview_get_kind (RfReportPreview *self);
gboolean rf_report_preview_is_about_all (RfReportPreview *self);
RfReportOrder *rf_report_preview_new_order (RfReportPreview *self);
void rf_report_preview_tell (RfReportPreview *self,
                             const char *message);
void rf_report_preview_enable_actions (RfReportPreview *self);

/* rf-report-preview-scope.c */
void rf_report_preview_init_scope (RfReportPreview *self);
void rf_report_preview_list_use_cases (RfReportPreview *self);
gboolean rf_report_preview_check_day (RfReportPreview *self);
RfReportScope *rf_report_preview_new_scope (RfReportPreview *self);

/* rf-report-preview-writing.c */
void rf_report_preview_install_writing_actions (GtkWidgetClass *klass);
void rf_report_preview_end_writing (RfReportPreview *self);

G_END_DECLS
