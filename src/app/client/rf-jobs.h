// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"
#include "rf-score.h"
#include "rf-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the window asks of a workspace. Each function is an RfWorkspaceJob: it runs on the workspace's thread
 * and hands back a snapshot that the window may keep.
 */

typedef struct
{
  RfOffering *offering; /* owned */
  char *questionnaire;  /* owned, nullable */
} RfNewOffering;

RfNewOffering *rf_new_offering_new (RfOffering *offering,
                                    const char *questionnaire);
void rf_new_offering_free (RfNewOffering *self);

typedef struct
{
  GPtrArray *offerings; /* owned, of RfOffering, by name */
  char *why_read_only;  /* owned, nullable: why a workspace of one's own cannot be changed; when it was opened */
} RfPortfolio;

void rf_portfolio_free (RfPortfolio *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfPortfolio, rf_portfolio_free)

/* An assessment as the window shows it; @shown says of each question whether it is to be seen. */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  RfRecord *record;               /* owned */
  RfScore *score;                 /* owned */
  gboolean *shown;                /* owned, by question index */
} RfAssessmentView;

void rf_assessment_view_free (RfAssessmentView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAssessmentView, rf_assessment_view_free)

typedef struct
{
  char *offering;   /* owned */
  RfAnswer *answer; /* owned */
} RfPutAnswer;

RfPutAnswer *rf_put_answer_new (const char *offering,
                                const RfAnswer *answer);
void rf_put_answer_free (RfPutAnswer *self);

/* What came out of a file. */
typedef struct
{
  char *id; /* owned: as from rf_workspace_import_file(); NULL for a store */
  RfXmlKind kind;
  gboolean is_store; /* nothing was imported: it would be a workspace of its own */
} RfImported;

void rf_imported_free (RfImported *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfImported, rf_imported_free)

/* data: a workspace's name, or the path of a store to look at; result: RfPortfolio */
gpointer rf_job_open (RfWorkspace **workspace, gpointer name, GCancellable *cancellable, GError **error);
/* the same, filled with the sample portfolio where it is new */
gpointer rf_job_open_sample (RfWorkspace **workspace, gpointer name, GCancellable *cancellable, GError **error);
/* result: RfPortfolio */
gpointer rf_job_list (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* result: in words what was done */
gpointer rf_job_undo (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
gpointer rf_job_redo (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* data: RfNewOffering; result: its id */
gpointer rf_job_add_offering (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);
/* data: a path; result: RfImported */
gpointer rf_job_import (RfWorkspace **workspace, gpointer path, GCancellable *cancellable, GError **error);
/* data: an offering's id; result: RfAssessmentView */
gpointer rf_job_load_assessment (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);
/* data: RfPutAnswer; result: RfAssessmentView */
gpointer rf_job_put_answer (RfWorkspace **workspace, gpointer put, GCancellable *cancellable, GError **error);
/* data: a path; result: none, which is no failure */
gpointer rf_job_save_copy (RfWorkspace **workspace, gpointer path, GCancellable *cancellable, GError **error);

G_END_DECLS
