// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-decision-matrix.h"
#include "rf-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a decision is about, and what it is. */
typedef struct
{
  char *offering;       /* owned */
  char *use_case;       /* owned */
  RfDecision *decision; /* owned, nullable: none where it is to be removed, or only read */
  RfRating acceptable;  /* the greatest residual risk that is fit, where it is only read */
} RfDecisionTask;

RfDecisionTask *rf_decision_task_new (const char *offering,
                                      const char *use_case,
                                      const RfDecision *decision);
void rf_decision_task_free (RfDecisionTask *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfDecisionTask, rf_decision_task_free)

/* What the engine says of an offering under a use case. */
typedef struct
{
  RfFit *fit;            /* owned: of one offering and one use case, with the way to fit */
  GPtrArray *benchmarks; /* owned, of RfBenchmarks */
  GArray *intentions;    /* owned, of RfIntention: of every offering */
} RfCellFindings;

void rf_cell_findings_free (RfCellFindings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfCellFindings, rf_cell_findings_free)

/* Jobs of the page of use cases. Those that change something hand back none, which is no failure. */

/* result: RfDecisionMatrix */
gpointer rf_job_load_matrix (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* data: RfDecisionTask; result: RfCellFindings */
gpointer rf_job_find_cell (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);
/* data: RfUseCase; one without an id is added */
gpointer rf_job_put_use_case (RfWorkspace **workspace, gpointer use_case, GCancellable *cancellable, GError **error);
/* data: a use case's id */
gpointer rf_job_remove_use_case (RfWorkspace **workspace, gpointer id, GCancellable *cancellable, GError **error);
/* data: RfDecisionTask */
gpointer rf_job_decide (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);
gpointer rf_job_remove_decision (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);

G_END_DECLS
