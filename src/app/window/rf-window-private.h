// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-assessment-pane.h"
#include "rf-jobs.h"
#include "rf-section-pane.h"
#include "rf-window.h"
#include "rf-workspace-client.h"

G_BEGIN_DECLS

struct _RfWindow
{
  AdwApplicationWindow parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  GtkStack *stack;
  GtkWidget *welcome_add_button;
  AdwStatusPage *problem_page;
  AdwLeaflet *leaflet;
  AdwHeaderBar *offerings_header;
  AdwWindowTitle *workspace_title;
  GtkListBox *offerings_list;
  RfAssessmentPane *assessment_pane;
  RfSectionPane *section_pane;

  RfWorkspaceClient *client;    /* owned */
  GCancellable *cancellable;    /* owned; what the window still waits for ends with it */
  RfOpenAssessment *assessment; /* owned, nullable */
  char *workspace;              /* owned */
  guint present_timeout;        /* while it is still to be shown, 0 otherwise */
};

void rf_window_install_actions (GtkWidgetClass *klass);
void rf_window_enable_actions (RfWindow *self);
void rf_window_show_portfolio (RfWindow *self,
                               RfPortfolio *portfolio);
void rf_window_open_offering (RfWindow *self,
                              const char *id);
void rf_window_refresh (RfWindow *self);
void rf_window_open_workspace (RfWindow *self);
void rf_window_print_report (RfWindow *self);
void rf_window_tell (RfWindow *self,
                     const char *message);
void rf_window_show_section (RfWindow *self,
                             guint section,
                             gboolean navigate);

G_END_DECLS
