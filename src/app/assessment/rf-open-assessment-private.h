// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include "rf-jobs.h"

G_BEGIN_DECLS

/*
 * The assessment that the window shows. It holds what the workspace's thread handed over last and, for each
 * question, an item that its card follows; an answer goes there and comes back as a new view.
 */
struct _RfOpenAssessment
{
  GObject parent_instance;

  RfWorkspaceClient *client; /* owned */
  char *offering;            /* owned */
  RfAssessmentView *view;    /* owned, NULL until loaded */
  GListStore *sections;      /* owned, of RfSectionItem */
  GPtrArray *items;          /* owned, of RfQuestionItem by question index */
  gboolean editable;

  RfQuestionFilter filter;
  gboolean *kept;     /* owned, nullable, by question index: what the filter lets through */
  GPtrArray *earlier; /* owned, NULL until asked for: the RfRecord that was approved last, or none */

  /* answers on their way; a view that is older than the last of them would undo it on the screen */
  guint pending;
  gboolean saved_elsewhere; /* what could not be stored lies in a file */
  RfAssessmentView *latest; /* owned, nullable: waits until nothing is on its way */
};

void rf_open_assessment_filter (RfOpenAssessment *self,
                                gboolean keep);
void rf_open_assessment_show_sections (RfOpenAssessment *self,
                                       gboolean anew);

G_END_DECLS
