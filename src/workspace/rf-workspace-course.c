// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The course of an assessment: draft, submitted, changes requested, approved, superseded. */

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

#include <string.h>

/* Why a draft cannot do what only what was submitted can. */
static const char *
get_refusal_of_unsubmitted (RfStatus status)
{
  if (status == RF_STATUS_DRAFT || status == RF_STATUS_CHANGES_REQUESTED)
    return _ ("The assessment of “%s” is not submitted yet. Submit it first.");
  return _ ("The assessment of “%s” is approved already. To look at it again, start a new assessment.");
}

/* @status: (nullable): of the current assessment, %NULL where there is none. Returns: (nullable): a format for a name */
static const char *
get_refusal (const RfStatus *status,
             RfCourse course)
{
  gboolean is_open = status && (*status == RF_STATUS_DRAFT || *status == RF_STATUS_CHANGES_REQUESTED);
  gboolean is_submitted = status && *status == RF_STATUS_SUBMITTED;

  if (course == RF_COURSE_START)
    return status == NULL || *status == RF_STATUS_APPROVED ? NULL : _ ("“%s” has an assessment that is not approved yet. Finish it first.");
  if (status == NULL)
    return _ ("“%s” has no assessment yet. Start one first.");
  switch (course)
    {
    case RF_COURSE_ANSWER:
      if (is_open)
        return NULL;
      return is_submitted ? _ ("The assessment of “%s” is submitted and cannot be changed. Request changes first.")
                          : _ ("The assessment of “%s” is approved and cannot be changed. Start a new assessment: its answers are carried over, to be confirmed.");
    case RF_COURSE_SUBMIT:
      if (is_open)
        return NULL;
      return is_submitted ? _ ("The assessment of “%s” is submitted already.") : get_refusal_of_unsubmitted (*status);
    case RF_COURSE_REQUEST_CHANGES:
    case RF_COURSE_APPROVE:
    case RF_COURSE_START:
    case RF_N_COURSES:
    default:
      return is_submitted ? NULL : get_refusal_of_unsubmitted (*status);
    }
}

/* Whether it may be done to an assessment with @status (nullable) of the offering called @name. */
gboolean
rf_workspace_check_course (const char *name,
                           const RfStatus *status,
                           RfCourse course,
                           GError **error)
{
  const char *refusal = get_refusal (status, course);
  g_autoptr (GString) sentence = g_string_new (refusal);

  if (refusal == NULL)
    return TRUE;
  g_string_replace (sentence, "%s", name, 1);
  return rf_workspace_fail (error, status ? RF_ERROR_INVALID : RF_ERROR_NOT_FOUND, "%s", sentence->str);
}

gboolean
rf_workspace_may (RfWorkspace *self,
                  const char *offering,
                  RfCourse course,
                  GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_OFFERING, offering, error);
  g_autoptr (GPtrArray) assessments = thing ? rf_workspace_list_assessments (self, offering, error) : NULL;
  const RfAssessment *last;

  if (assessments == NULL)
    return FALSE;
  last = assessments->len > 0 ? g_ptr_array_index (assessments, assessments->len - 1) : NULL;
  if (!rf_workspace_check_course (rf_thing_get (thing, "name"), last ? &last->status : NULL, course, error))
    return FALSE;
  return !rf_workspace_is_read_only (self) ||
         rf_workspace_fail (error, RF_ERROR_STORE, _ ("“%s” is open for reading only. Import it as a workspace to change it."), self->path);
}

static gboolean
put_assessment (RfWorkspace *self,
                const RfAssessment *assessment,
                const char *description,
                GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  rf_changes_put (changes, rf_thing_from_assessment (assessment));
  return rf_workspace_do (self, changes, g_strdup (description), error);
}

gboolean
rf_workspace_edit_assessment (RfWorkspace *self,
                              const RfAssessment *assessment,
                              GError **error)
{
  RfOpened *opened = rf_workspace_get_editable (self, assessment->offering, error);
  g_autoptr (RfAssessment) edited = NULL;

  if (opened == NULL || !rf_workspace_check_line (_ ("The assessor’s name"), assessment->assessor, TRUE, error))
    return FALSE;
  if (assessment->as_of == RF_DAY_NONE)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("An assessment needs the day for which its answers hold."));
  edited = rf_assessment_copy (opened->assessment);
  g_free (edited->assessor);
  edited->assessor = g_strdup (assessment->assessor);
  edited->as_of = assessment->as_of;
  edited->next_review = assessment->next_review;
  return put_assessment (self, edited, _ ("edit the assessment"), error);
}

static RfOpened *
get_for (RfWorkspace *self,
         const char *offering,
         RfCourse course,
         GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);

  if (opened && !rf_workspace_check_course (opened->offering->name, &opened->assessment->status, course, error))
    return NULL;
  return opened;
}

gboolean
rf_workspace_submit (RfWorkspace *self,
                     const char *offering,
                     GError **error)
{
  RfOpened *opened = get_for (self, offering, RF_COURSE_SUBMIT, error);
  g_autoptr (RfAssessment) submitted = NULL;

  if (opened == NULL)
    return FALSE;
  submitted = rf_assessment_copy (opened->assessment);
  submitted->status = RF_STATUS_SUBMITTED;
  submitted->submitted = rf_workspace_get_today (self);
  return put_assessment (self, submitted, _ ("submit the assessment"), error);
}

gboolean
rf_workspace_request_changes (RfWorkspace *self,
                              const char *offering,
                              const char *note,
                              GError **error)
{
  RfOpened *opened = get_for (self, offering, RF_COURSE_REQUEST_CHANGES, error);
  g_autoptr (RfAssessment) returned = NULL;

  if (opened == NULL || !rf_workspace_check_text (_ ("A note"), note, error))
    return FALSE;
  returned = rf_assessment_copy (opened->assessment);
  returned->status = RF_STATUS_CHANGES_REQUESTED;
  g_free (returned->note);
  returned->note = g_strdup (note);
  return put_assessment (self, returned, _ ("request changes"), error);
}

static gboolean
is_same_person (const char *one,
                const char *other)
{
  g_autofree char *a = g_utf8_casefold (one, -1);
  g_autofree char *b = g_utf8_casefold (other, -1);

  return g_str_equal (g_strstrip (a), g_strstrip (b));
}

static gboolean
check_approver (const RfOpened *opened,
                const char *approver,
                gboolean allow_same,
                GError **error)
{
  if (!rf_workspace_check_line (_ ("The approver’s name"), approver, TRUE, error))
    return FALSE;
  if (allow_same || opened->assessment->assessor == NULL || !is_same_person (approver, opened->assessment->assessor))
    return TRUE;
  return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("%s assessed “%s” and so cannot approve it. Another person must."), approver, opened->offering->name);
}

gboolean
rf_workspace_check_approver (RfWorkspace *self,
                             const char *offering,
                             const char *approver,
                             gboolean allow_same,
                             GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);

  return opened && check_approver (opened, approver, allow_same, error);
}

/* Those approved before give way to the new one. */
static gboolean
supersede (RfWorkspace *self,
           GPtrArray *changes,
           const char *offering,
           GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self, offering, error);

  for (guint i = 0; assessments && i < assessments->len; i++)
    {
      RfAssessment *assessment = g_ptr_array_index (assessments, i);

      if (assessment->status != RF_STATUS_APPROVED)
        continue;
      assessment->status = RF_STATUS_SUPERSEDED;
      rf_changes_put (changes, rf_thing_from_assessment (assessment));
    }
  return assessments != NULL;
}

static void
put_snapshot (GPtrArray *changes,
              const char *assessment,
              GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  RfThing *thing = rf_thing_new (RF_THING_SNAPSHOT, assessment);

  rf_thing_set (thing, "sha256", sha256);
  rf_changes_put (changes, thing)->bytes = g_bytes_ref (bytes);
}

gboolean
rf_workspace_approve (RfWorkspace *self,
                      const char *offering,
                      const char *approver,
                      gboolean allow_same,
                      RfDay next_review,
                      GError **error)
{
  RfOpened *opened = get_for (self, offering, RF_COURSE_APPROVE, error);
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autoptr (RfAssessment) approved = NULL;
  g_autoptr (GBytes) snapshot = NULL;

  if (opened == NULL || !check_approver (opened, approver, allow_same, error) || !supersede (self, changes, offering, error))
    return FALSE;
  approved = rf_assessment_copy (opened->assessment);
  approved->status = RF_STATUS_APPROVED;
  approved->approver = g_strdup (approver);
  approved->approved = rf_workspace_get_today (self);
  approved->next_review = next_review == RF_DAY_NONE ? approved->next_review : next_review;
  snapshot = rf_workspace_make_snapshot (self, opened, approved, error);
  if (snapshot == NULL)
    return FALSE;
  rf_changes_put (changes, rf_thing_from_assessment (approved));
  put_snapshot (changes, approved->id, snapshot);
  return rf_workspace_do_finally (self, changes, error);
}

GBytes *
rf_workspace_dup_snapshot (RfWorkspace *self,
                           const char *offering,
                           GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self, offering, error);

  for (guint i = assessments ? assessments->len : 0; i-- > 0;)
    {
      const RfAssessment *assessment = g_ptr_array_index (assessments, i);

      if (assessment->approved != RF_DAY_NONE)
        return rf_store_dup_snapshot (self->store, assessment->id, error);
    }
  if (assessments)
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("No assessment of “%s” was approved yet."), offering);
  return NULL;
}
