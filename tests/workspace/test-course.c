// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The course of an assessment: what is possible when, and why not. */

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"

/* Brings the assessment of "api" as far as @status. */
static void
advance (RfWorkspace *workspace,
         RfStatus status)
{
  g_autoptr (GError) error = NULL;

  if (status != RF_STATUS_DRAFT)
    rf_workspace_submit (workspace, "api", &error);
  g_assert_no_error (error);
  if (status == RF_STATUS_CHANGES_REQUESTED)
    rf_workspace_request_changes (workspace, "api", "More", &error);
  else if (status == RF_STATUS_APPROVED)
    rf_workspace_approve (workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, &error);
  g_assert_no_error (error);
}

/* Does it; what follows is not looked at. */
static gboolean
carry_out (RfWorkspace *workspace,
           RfCourse course,
           GError **error)
{
  switch (course)
    {
    case RF_COURSE_START:
      return rf_workspace_start_assessment (workspace, "api", NULL, 0, RF_DAY_NONE, error);
    case RF_COURSE_ANSWER:
      return choose (workspace, "no", error);
    case RF_COURSE_SUBMIT:
      return rf_workspace_submit (workspace, "api", error);
    case RF_COURSE_REQUEST_CHANGES:
      return rf_workspace_request_changes (workspace, "api", NULL, error);
    case RF_COURSE_APPROVE:
      return rf_workspace_approve (workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, error);
    case RF_N_COURSES:
    default:
      g_assert_not_reached ();
    }
}

static const struct
{
  RfStatus status;
  RfCourse course;
  const char *why_not; /* nullable: it is possible */
} rows[] = {
  { RF_STATUS_DRAFT, RF_COURSE_START, "“API” has an assessment that is not approved yet. Finish it first." },
  { RF_STATUS_DRAFT, RF_COURSE_ANSWER, NULL },
  { RF_STATUS_DRAFT, RF_COURSE_SUBMIT, NULL },
  { RF_STATUS_DRAFT, RF_COURSE_REQUEST_CHANGES, "The assessment of “API” is not submitted yet. Submit it first." },
  { RF_STATUS_DRAFT, RF_COURSE_APPROVE, "The assessment of “API” is not submitted yet. Submit it first." },
  { RF_STATUS_SUBMITTED, RF_COURSE_START, "“API” has an assessment that is not approved yet. Finish it first." },
  { RF_STATUS_SUBMITTED, RF_COURSE_ANSWER, "The assessment of “API” is submitted and cannot be changed. Request changes first." },
  { RF_STATUS_SUBMITTED, RF_COURSE_SUBMIT, "The assessment of “API” is submitted already." },
  { RF_STATUS_SUBMITTED, RF_COURSE_REQUEST_CHANGES, NULL },
  { RF_STATUS_SUBMITTED, RF_COURSE_APPROVE, NULL },
  { RF_STATUS_CHANGES_REQUESTED, RF_COURSE_START, "“API” has an assessment that is not approved yet. Finish it first." },
  { RF_STATUS_CHANGES_REQUESTED, RF_COURSE_ANSWER, NULL },
  { RF_STATUS_CHANGES_REQUESTED, RF_COURSE_SUBMIT, NULL },
  { RF_STATUS_CHANGES_REQUESTED, RF_COURSE_REQUEST_CHANGES, "The assessment of “API” is not submitted yet. Submit it first." },
  { RF_STATUS_CHANGES_REQUESTED, RF_COURSE_APPROVE, "The assessment of “API” is not submitted yet. Submit it first." },
  { RF_STATUS_APPROVED, RF_COURSE_START, NULL },
  { RF_STATUS_APPROVED, RF_COURSE_ANSWER, "The assessment of “API” is approved and cannot be changed. Start a new assessment: its answers are carried over, to be confirmed." },
  { RF_STATUS_APPROVED, RF_COURSE_SUBMIT, "The assessment of “API” is approved already. To look at it again, start a new assessment." },
  { RF_STATUS_APPROVED, RF_COURSE_REQUEST_CHANGES, "The assessment of “API” is approved already. To look at it again, start a new assessment." },
  { RF_STATUS_APPROVED, RF_COURSE_APPROVE, "The assessment of “API” is approved already. To look at it again, start a new assessment." },
};

/* What may be done can be done, and what may not is refused in the same words. */
static void
test_row (Fixture *self,
          gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (GError) told = NULL;
  g_autoptr (GError) met = NULL;

  advance (self->workspace, rows[i].status);
  g_assert_cmpint (rf_workspace_may (self->workspace, "api", rows[i].course, &told), ==, rows[i].why_not == NULL);
  g_assert_cmpint (carry_out (self->workspace, rows[i].course, &met), ==, rows[i].why_not == NULL);
  g_assert_cmpstr (told ? told->message : NULL, ==, rows[i].why_not);
  g_assert_cmpstr (met ? met->message : NULL, ==, rows[i].why_not);
  if (rows[i].why_not)
    g_assert_error (told, RF_ERROR, RF_ERROR_INVALID);
}

static void
test_not_begun (Fixture *self,
                gconstpointer data)
{
  g_autoptr (RfOffering) offering = rf_offering_new ("bare", "Acme", "Bare");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (self->workspace, offering, &error);

  g_assert_true (rf_workspace_may (self->workspace, id, RF_COURSE_START, &error));
  g_assert_no_error (error);
  for (RfCourse course = RF_COURSE_ANSWER; course < RF_N_COURSES; course++)
    {
      g_assert_false (rf_workspace_may (self->workspace, id, course, &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
      g_assert_cmpstr (error->message, ==, "“Bare” has no assessment yet. Start one first.");
      g_clear_error (&error);
    }
}

static void
test_read_only (Fixture *self,
                gconstpointer data)
{
  g_autoptr (RfWorkspace) copy = open_at (self->path, RF_WORKSPACE_READ_ONLY);
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_workspace_may (copy, "api", RF_COURSE_ANSWER, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
}

static void
test_approver (Fixture *self,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rf_workspace_check_approver (self->workspace, "api", "B. Oss", FALSE, &error));
  g_assert_true (rf_workspace_check_approver (self->workspace, "api", "A. Ssessor", TRUE, &error));
  g_assert_no_error (error);
  g_assert_false (rf_workspace_check_approver (self->workspace, "api", " a. ssessor ", FALSE, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rf_workspace_check_approver (self->workspace, "api", "", TRUE, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
}

static void
put_things_to_do (RfWorkspace *workspace)
{
  g_autoptr (RfAction) open = rf_action_new ("open", "Ask for it");
  g_autoptr (RfAction) done = rf_action_new ("done", "Was asked for");
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("search", "Search");
  g_autoptr (RfDecision) decision = rf_decision_new ("search", RF_VERDICT_REJECT);
  g_autoptr (GError) error = NULL;
  g_autofree char *one = rf_workspace_add_action (workspace, "api", open, &error);
  g_autofree char *other = NULL;
  g_autofree char *id = rf_workspace_add_use_case (workspace, use_case, &error);

  done->done = day ("2026-11-10");
  other = rf_workspace_add_action (workspace, "api", done, &error);
  decision->owner = g_strdup ("B. Oss");
  g_assert_true (rf_workspace_decide (workspace, "api", decision, &error));
  g_assert_no_error (error);
}

/* The one before stays as it was approved and gives way when the next is. */
static void
test_next_version (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfRecord) earlier = NULL;

  put_things_to_do (self->workspace);
  advance (self->workspace, RF_STATUS_APPROVED);
  g_assert_true (rf_workspace_start_assessment (self->workspace, "api", NULL, 0, RF_DAY_NONE, &error));
  actions = rf_workspace_list_actions (self->workspace, "api", &error);
  g_assert_cmpuint (actions->len, ==, 1);
  g_assert_cmpstr (((RfAction *) g_ptr_array_index (actions, 0))->id, ==, "open");
  record = rf_workspace_dup_record (self->workspace, "api", &error);
  g_assert_cmpint (rf_record_find_decision (record, "search")->verdict, ==, RF_VERDICT_REJECT);
  g_assert_true (choose (self->workspace, "no", &error));
  g_assert_true (rf_workspace_load_earlier_record (self->workspace, "api", &earlier, &error));
  g_assert_null (rf_record_find_answer (earlier, "q1"));
  advance (self->workspace, RF_STATUS_APPROVED);
  assessments = rf_workspace_list_assessments (self->workspace, "api", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (assessments->len, ==, 2);
  g_assert_cmpint (((RfAssessment *) g_ptr_array_index (assessments, 0))->status, ==, RF_STATUS_SUPERSEDED);
  g_assert_cmpint (((RfAssessment *) g_ptr_array_index (assessments, 1))->status, ==, RF_STATUS_APPROVED);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      static const char *const names[] = { "start", "answer", "submit", "request-changes", "approve" };
      g_autofree char *path = g_strdup_printf ("/workspace/course/%s/%s", rf_status_get_nick (rows[i].status), names[rows[i].course]);

      g_test_add (path, Fixture, GSIZE_TO_POINTER (i), set_up, test_row, tear_down);
    }
  ADD_WORKSPACE_TEST ("course/not-begun", test_not_begun);
  ADD_WORKSPACE_TEST ("course/read-only", test_read_only);
  ADD_WORKSPACE_TEST ("course/approver", test_approver);
  ADD_WORKSPACE_TEST ("course/next-version", test_next_version);
  return g_test_run ();
}
