// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-course-jobs.h"

#include "rf-error.h"

void
rf_course_view_free (RfCourseView *self)
{
  g_clear_pointer (&self->assessment, rf_assessment_free);
  for (RfCourse course = RF_COURSE_START; course < RF_N_COURSES; course++)
    g_free (self->refusals[course]);
  g_free (self);
}

/**
 * rf_course_step_new:
 * @offering: an offering's id
 *
 * Makes the data of rf_job_take_course_step().
 */
RfCourseStep *
rf_course_step_new (const char *offering,
                    RfCourse course)
{
  RfCourseStep *self = g_new0 (RfCourseStep, 1);

  self->offering = g_strdup (offering);
  self->course = course;
  return self;
}

void
rf_course_step_free (RfCourseStep *self)
{
  g_free (self->offering);
  g_free (self->note);
  g_free (self->approver);
  g_free (self);
}

/**
 * rf_inheritance_new:
 * @offering: the id of the offering whose assessment has gaps
 * @from: the id of the offering whose answers fill them
 *
 * Makes the data of rf_job_inherit_answers().
 */
RfInheritance *
rf_inheritance_new (const char *offering,
                    const char *from)
{
  RfInheritance *self = g_new0 (RfInheritance, 1);

  self->offering = g_strdup (offering);
  self->from = g_strdup (from);
  return self;
}

void
rf_inheritance_free (RfInheritance *self)
{
  g_free (self->offering);
  g_free (self->from);
  g_free (self);
}

gpointer
rf_job_load_course (RfWorkspace **workspace,
                    gpointer offering,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (RfCourseView) view = g_new0 (RfCourseView, 1);

  view->today = rf_workspace_get_today (*workspace);
  view->assessment = rf_workspace_dup_assessment (*workspace, offering, error);
  if (view->assessment == NULL)
    return NULL;
  for (RfCourse course = RF_COURSE_START; course < RF_N_COURSES; course++)
    {
      g_autoptr (GError) refusal = NULL;

      if (!rf_workspace_may (*workspace, offering, course, &refusal))
        view->refusals[course] = g_strdup (refusal->message);
    }
  return g_steal_pointer (&view);
}

/* The newest revision of the questionnaire that was answered before. */
static gboolean
start_anew (RfWorkspace *workspace,
            const char *offering,
            GError **error)
{
  g_autoptr (RfAssessment) last = rf_workspace_dup_assessment (workspace, offering, error);

  return last && rf_workspace_start_assessment (workspace, offering, last->questionnaire, 0, RF_DAY_NONE, error);
}

static gboolean
take_step (RfWorkspace *workspace,
           const RfCourseStep *step,
           GError **error)
{
  switch (step->course)
    {
    case RF_COURSE_START:
      return start_anew (workspace, step->offering, error);
    case RF_COURSE_SUBMIT:
      return rf_workspace_submit (workspace, step->offering, error);
    case RF_COURSE_REQUEST_CHANGES:
      return rf_workspace_request_changes (workspace, step->offering, step->note, error);
    case RF_COURSE_APPROVE:
      return rf_workspace_approve (workspace, step->offering, step->approver, step->allow_same, step->next_review, error);
    case RF_COURSE_ANSWER:
    case RF_N_COURSES:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gpointer
rf_job_take_course_step (RfWorkspace **workspace,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  RfCourseStep *step = data;

  return take_step (*workspace, step, error) ? rf_job_load_assessment (workspace, step->offering, cancellable, error) : NULL;
}

gpointer
rf_job_edit_assessment (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  RfAssessment *assessment = data;

  if (!rf_workspace_edit_assessment (*workspace, assessment, error))
    return NULL;
  return rf_job_load_assessment (workspace, assessment->offering, cancellable, error);
}

static gboolean
has_same_questionnaire (RfWorkspace *workspace,
                        const RfAssessment *assessment,
                        const char *other,
                        gboolean *same,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (RfAssessment) theirs = rf_workspace_dup_assessment (workspace, other, &local_error);

  *same = theirs && g_str_equal (theirs->questionnaire, assessment->questionnaire);
  if (theirs || g_error_matches (local_error, RF_ERROR, RF_ERROR_NOT_FOUND))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gpointer
rf_job_list_inheritable (RfWorkspace **workspace,
                         gpointer offering,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (RfAssessment) assessment = rf_workspace_dup_assessment (*workspace, offering, error);
  g_autoptr (GPtrArray) offerings = assessment ? rf_workspace_list_offerings (*workspace, error) : NULL;
  g_autoptr (GPtrArray) inheritable = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_offering_unref);

  if (offerings == NULL)
    return NULL;
  for (guint i = 0; i < offerings->len; i++)
    {
      RfOffering *other = g_ptr_array_index (offerings, i);
      gboolean same = FALSE;

      if (g_str_equal (other->id, offering))
        continue;
      if (!has_same_questionnaire (*workspace, assessment, other->id, &same, error))
        return NULL;
      if (same)
        g_ptr_array_add (inheritable, rf_offering_ref (other));
    }
  return g_steal_pointer (&inheritable);
}

gpointer
rf_job_inherit_answers (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  RfInheritance *wanted = data;
  g_autoptr (RfInheritance) done = rf_inheritance_new (wanted->offering, wanted->from);

  if (!rf_workspace_inherit_answers (*workspace, wanted->offering, wanted->from, NULL, &done->n_copied, error))
    return NULL;
  return g_steal_pointer (&done);
}
