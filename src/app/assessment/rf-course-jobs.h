// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-jobs.h"

G_BEGIN_DECLS

/* RfWorkspaceJobs of the course that an assessment takes: submitted, sent back, approved, begun anew, copied from. */

/* Where an assessment stands, and why it cannot go on from there. */
typedef struct
{
  RfAssessment *assessment;     /* owned */
  char *refusals[RF_N_COURSES]; /* owned; by RfCourse, NULL where it is possible now */
  RfDay today;
} RfCourseView;

void rf_course_view_free (RfCourseView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfCourseView, rf_course_view_free)

/* What somebody wants to do to an assessment; what the course does not need stays empty. */
typedef struct
{
  char *offering; /* owned */
  RfCourse course;
  char *note;     /* owned, nullable: what changes are requested */
  char *approver; /* owned, nullable */
  gboolean allow_same;
  RfDay next_review;
} RfCourseStep;

RfCourseStep *rf_course_step_new (const char *offering,
                                  RfCourse course);
void rf_course_step_free (RfCourseStep *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfCourseStep, rf_course_step_free)

/* Which answers are copied, and how many were. */
typedef struct
{
  char *offering; /* owned: into this one */
  char *from;     /* owned */
  guint n_copied;
} RfInheritance;

RfInheritance *rf_inheritance_new (const char *offering,
                                   const char *from);
void rf_inheritance_free (RfInheritance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfInheritance, rf_inheritance_free)

/* data: an offering's id; result: RfCourseView */
gpointer rf_job_load_course (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);
/* data: RfCourseStep; result: RfAssessmentView */
gpointer rf_job_take_course_step (RfWorkspace **workspace, gpointer step, GCancellable *cancellable, GError **error);
/* data: RfAssessment, of which assessor, as_of and next_review are taken; result: RfAssessmentView */
gpointer rf_job_edit_assessment (RfWorkspace **workspace, gpointer assessment, GCancellable *cancellable, GError **error);
/* data: an offering's id; result: a GPtrArray of the RfOffering whose answers can be copied into its assessment */
gpointer rf_job_list_inheritable (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);
/* data: RfInheritance; result: another, with n_copied */
gpointer rf_job_inherit_answers (RfWorkspace **workspace, gpointer inheritance, GCancellable *cancellable, GError **error);

G_END_DECLS
