// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-jobs.h"

G_BEGIN_DECLS

/**
 * RfEvidenceChange:
 * @evidence: (nullable): the id of what is there already
 * @paths: (nullable): files to attach
 * @href: (nullable): a web link to attach, or the new address of one
 * @title: (nullable): for several files each has its own name
 * @locator: (nullable): page, clause
 *
 * What is to become of the evidence of an answer.
 */
typedef struct
{
  char *offering;
  char *question;
  char *evidence;
  char **paths;
  char *href;
  char *title;
  RfGrade grade;
  char *locator;
  RfDay expires;
} RfEvidenceChange;

RfEvidenceChange *rf_evidence_change_new (const char *offering,
                                          const char *question);
void rf_evidence_change_free (RfEvidenceChange *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfEvidenceChange, rf_evidence_change_free)

/* RfWorkspaceJobs. data: RfEvidenceChange; result: RfAssessmentView. All of it is done, as one step, or nothing. */
gpointer rf_job_attach_evidence (RfWorkspace **workspace, gpointer change, GCancellable *cancellable, GError **error);
gpointer rf_job_edit_evidence (RfWorkspace **workspace, gpointer change, GCancellable *cancellable, GError **error);
/* from the answer; from the workspace too where nothing else rests on it */
gpointer rf_job_remove_evidence (RfWorkspace **workspace, gpointer change, GCancellable *cancellable, GError **error);
/* that the inherited answer to the question holds here too */
gpointer rf_job_confirm_answer (RfWorkspace **workspace, gpointer change, GCancellable *cancellable, GError **error);

/* data: an evidence's id; result: the path of a copy in a folder that only this user can read */
gpointer rf_job_export_evidence (RfWorkspace **workspace, gpointer evidence, GCancellable *cancellable, GError **error);
/* removes all those copies; no result */
gpointer rf_job_forget_copies (RfWorkspace **workspace, gpointer unused, GCancellable *cancellable, GError **error);
/* data: an evidence's id; result: a sentence that says that the stored bytes are those that were attached. That they are
 * not is an error. */
gpointer rf_job_verify_evidence (RfWorkspace **workspace, gpointer evidence, GCancellable *cancellable, GError **error);

G_END_DECLS
