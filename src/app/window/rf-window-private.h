// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-actions-page.h"
#include "rf-assessment-pane.h"
#include "rf-benchmarks-page.h"
#include "rf-compare-page.h"
#include "rf-jobs.h"
#include "rf-result-pane.h"
#include "rf-portfolio-page.h"
#include "rf-section-pane.h"
#include "rf-unsaved-bar.h"
#include "rf-window.h"
#include "rf-workspace-client.h"
#include "rf-use-cases-page.h"
#include "rf-workspace-watch.h"

G_BEGIN_DECLS

struct _RfWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkWidget *welcome_add_button;
  AdwStatusPage *problem_page;
  GMenu *undo_section;
  GMenu *recent_section;
  RfUnsavedBar *unsaved_bar;
  GtkRevealer *read_only_revealer;
  GtkLabel *read_only_label;
  AdwLeaflet *places; /* the overview or an assessment */
  GtkWidget *overview;
  AdwViewSwitcherTitle *page_switcher;
  AdwViewStack *pages;
  RfPortfolioPage *portfolio_page;
  RfUseCasesPage *use_cases_page;
  RfBenchmarksPage *benchmarks_page;
  RfActionsPage *actions_page;
  RfComparePage *compare_page;
  AdwLeaflet *panes; /* of the assessment */
  RfAssessmentPane *assessment_pane;
  RfSectionPane *section_pane;
  RfResultPane *result_pane;

  RfWorkspaceClient *client;    /* owned */
  RfWorkspaceWatch *watch;      /* owned, NULL until the workspace is open */
  GCancellable *cancellable;    /* owned; what the window still waits for ends with it */
  RfOpenAssessment *assessment; /* owned, nullable */
  char *wanted_question;        /* owned, nullable: to be shown once the assessment is there */
  char *workspace;              /* owned */
  gboolean was_opened;          /* whether it went to the last place, or elsewhere */
  gboolean returning;           /* to a place that may be gone */
  gboolean closing;             /* hidden until all is stored, or asking whether to */
  guint hide_timeout;           /* while what is stored still keeps it from closing, 0 otherwise */
  guint present_timeout;        /* while it is still to be shown, 0 otherwise */
};

/* rf-window.c */
void rf_window_open_workspace (RfWindow *self);
void rf_window_tell (RfWindow *self,
                     const char *message);
void rf_window_tell_error (RfWindow *self,
                           const GError *error);

/* rf-window-actions.c */
void rf_window_watch_undo_keys (RfWindow *self);
void rf_window_install_actions (GtkWidgetClass *klass);
void rf_window_enable_actions (RfWindow *self);
void rf_window_show_undo (RfWindow *self);

/* rf-window-assessment.c */
void rf_window_install_assessment_actions (GtkWidgetClass *klass);
void rf_window_open_offering (RfWindow *self,
                              const char *id);
void rf_window_return_to_offering (RfWindow *self,
                                   const char *id);
void rf_window_show_section (RfWindow *self,
                             guint section,
                             gboolean navigate);
void rf_window_follow_changes (RfWindow *self);
void rf_window_close_assessment (RfWindow *self);
void rf_window_fold (RfWindow *self);

/* rf-window-state.c */
void rf_window_restore_size (RfWindow *self);
void rf_window_restore_place (RfWindow *self);
void rf_window_save_state (RfWindow *self);
void rf_window_remember_recent (RfWindow *self);
void rf_window_apply_preferences (RfWindow *self);
void rf_window_follow_preferences (RfWindow *self);

/* rf-window-workspaces.c */
void rf_window_install_workspace_actions (GtkWidgetClass *klass);
void rf_window_import_store (RfWindow *self,
                             const char *path,
                             const char *name);
void rf_window_watch (RfWindow *self);
void rf_window_show_read_only (RfWindow *self,
                               const char *why);

/* rf-window-closing.c */
void rf_window_begin_to_close (RfWindow *self);

/* rf-window-files.c */
void rf_window_install_file_actions (GtkWidgetClass *klass);
char *rf_window_dup_local_path (RfWindow *self,
                                GFile *file);

/* rf-window-report.c */
void rf_window_install_report_actions (GtkWidgetClass *klass);
void rf_window_install_what_if_actions (GtkWidgetClass *klass);

G_END_DECLS
