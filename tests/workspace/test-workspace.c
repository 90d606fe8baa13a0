// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"
#include "rf-record-xml.h"

#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void
test_answer_is_scored_and_undone (Fixture *self,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  double open_high = get_high (self->workspace);

  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (get_high (self->workspace), <, open_high);
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, "answer 1.1");
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  assert_choice (self->workspace, NULL);
  g_assert_cmpfloat (get_high (self->workspace), ==, open_high);
  g_assert_cmpstr (rf_workspace_get_redo_description (self->workspace), ==, "answer 1.1");
  g_assert_true (rf_workspace_redo (self->workspace, &error));
  assert_choice (self->workspace, "yes");
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_undo_reaches_the_beginning (Fixture *self,
                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offerings = NULL;

  g_assert_true (choose (self->workspace, "no", NULL));
  while (rf_workspace_get_undo_description (self->workspace))
    {
      g_assert_true (rf_workspace_undo (self->workspace, &error));
      g_assert_no_error (error);
    }
  offerings = rf_workspace_list_offerings (self->workspace, &error);
  g_assert_cmpuint (offerings->len, ==, 0);
  g_assert_false (rf_workspace_undo (self->workspace, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  while (rf_workspace_get_redo_description (self->workspace))
    g_assert_true (rf_workspace_redo (self->workspace, &error));
  assert_choice (self->workspace, "no");
}

static void
test_removed_offering_comes_back_whole (Fixture *self,
                                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAction) action = rf_action_new (NULL, "Encrypt it");
  g_autofree char *evidence = rf_workspace_attach_link (self->workspace, "https://example.org/", "Page", RF_DAY_NONE, RF_DAY_NONE, &error);
  g_autofree char *id = rf_workspace_add_action (self->workspace, "api", action, &error);
  g_autoptr (RfRecord) before = NULL;
  g_autoptr (RfRecord) after = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  g_assert_cmpstr (id, ==, "encrypt-it");
  g_assert_true (choose (self->workspace, "no", &error));
  g_assert_true (rf_workspace_link_evidence (self->workspace, "api", "q1", evidence, RF_GRADE_CONTRACT, "p. 3", &error));
  g_assert_no_error (error);
  before = rf_workspace_dup_record (self->workspace, "api", &error);
  g_assert_true (rf_workspace_remove_offering (self->workspace, "api", &error));
  g_assert_no_error (error);
  g_assert_null (rf_workspace_dup_record (self->workspace, "api", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
  after = rf_workspace_dup_record (self->workspace, "api", &error);
  one = rf_record_write (before, &error);
  other = rf_record_write (after, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (other, NULL), g_bytes_get_size (other));
}

static void
test_evidence_raises_credibility (Fixture *self,
                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *evidence = NULL;
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autoptr (GBytes) bytes = NULL;

  evidence = rf_workspace_attach_file (self->workspace, __FILE__, NULL, RF_DAY_NONE, &error);
  if (evidence == NULL)
    {
      g_clear_error (&error);
      evidence = rf_workspace_attach_file (self->workspace, self->path, "A paper", RF_DAY_NONE, &error);
    }
  g_assert_no_error (error);
  bytes = rf_workspace_dup_evidence_file (self->workspace, evidence, &error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_true (rf_workspace_link_evidence (self->workspace, "api", "q1", evidence, RF_GRADE_TESTED, NULL, &error));
  evaluation = rf_workspace_dup_evaluation (self->workspace, "api", NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);
  g_assert_cmpuint (rf_evaluation_get_answer (evaluation, 0)->credibility, ==, 100);
  g_assert_true (rf_workspace_remove_evidence (self->workspace, evidence, &error));
  g_assert_no_error (error);
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
}

static void
test_approval_freezes (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) snapshot = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfAssessment) assessment = NULL;

  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_false (rf_workspace_approve (self->workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (rf_workspace_submit (self->workspace, "api", &error));
  g_assert_false (choose (self->workspace, "no", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rf_workspace_approve (self->workspace, "api", "a. ssessor", FALSE, RF_DAY_NONE, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_true (rf_workspace_approve (self->workspace, "api", "B. Oss", FALSE, day ("2027-11-01"), &error));
  g_assert_no_error (error);
  g_assert_null (rf_workspace_get_undo_description (self->workspace));
  snapshot = rf_workspace_dup_snapshot (self->workspace, "api", &error);
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (snapshot, NULL), g_bytes_get_size (snapshot), "approver: B. Oss\n"));
  record = rf_workspace_dup_record (self->workspace, "api", &error);
  g_assert_no_error (error);
  g_assert_cmpint (record->status, ==, RF_STATUS_APPROVED);
  g_assert_cmpuint (record->answers->len, ==, 1);
  g_assert_false (rf_workspace_remove_offering (self->workspace, "api", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  /* a year later */
  g_assert_true (rf_workspace_start_assessment (self->workspace, "api", NULL, 0, RF_DAY_NONE, &error));
  assessment = rf_workspace_dup_assessment (self->workspace, "api", &error);
  g_assert_cmpstr (assessment->id, ==, "api.2");
  assert_choice (self->workspace, "yes");
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* What an answers file says comes back byte for byte. */
static void
test_import_and_export (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "answers", "small.xml", NULL);
  g_autoptr (RfRecord) given = rf_record_read_file (path, NULL, &error);
  g_autoptr (RfQuestionnaire) questionnaire = rf_workspace_dup_questionnaire (self->workspace, NULL, 0, NULL);
  g_autoptr (RfRecord) taken = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) other = NULL;

  g_assert_no_error (error);
  g_free (given->questionnaire_sha256);
  given->questionnaire_sha256 = g_strdup (questionnaire->sha256);
  id = rf_workspace_import_record (self->workspace, given, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (id, ==, "o1");
  taken = rf_workspace_dup_record (self->workspace, id, &error);
  g_assert_no_error (error);
  one = rf_record_write (given, &error);
  other = rf_record_write (taken, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (one, NULL), g_bytes_get_size (one), g_bytes_get_data (other, NULL), g_bytes_get_size (other));
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
  g_assert_null (rf_workspace_dup_offering (self->workspace, "o1", NULL));
}

static void
test_organisation_wide_answers_are_shared (Fixture *self,
                                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Northwind", "API");
  g_autofree char *id = rf_workspace_add_offering (self->workspace, offering, &error);
  g_autoptr (RfAnswer) answer = rf_answer_new ("q3", RF_ANSWER_ANSWERED);
  g_autoptr (RfAnswer) seen = NULL;
  g_autoptr (RfScore) score = NULL;

  g_assert_cmpstr (id, ==, "api-2");
  g_assert_true (rf_workspace_start_assessment (self->workspace, id, NULL, 0, day ("2026-11-01"), &error));
  score = rf_workspace_dup_score (self->workspace, id, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);
  g_assert_true (isnan (score->sides[RF_SIDE_CUSTOMER].figures.point));
  answer->value = g_strdup ("30.50");
  g_assert_true (rf_workspace_put_answer (self->workspace, "api", answer, &error));
  g_assert_no_error (error);
  seen = rf_workspace_dup_answer (self->workspace, id, "q3", &error);
  g_assert_cmpstr (seen->value, ==, "30.50");
  rf_score_unref (score);
  score = rf_workspace_dup_score (self->workspace, id, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);
  g_assert_cmpfloat (score->sides[RF_SIDE_CUSTOMER].figures.point, ==, 100);
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
}

/* The small questionnaire once more, as its next revision. */
static void
add_next_revision (RfWorkspace *workspace)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GString) next = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  next = g_string_new (text);
  g_assert_cmpuint (g_string_replace (next, " revision=\"2\"", " revision=\"3\"", 1), ==, 1);
  bytes = g_bytes_new (next->str, next->len);
  questionnaire = rf_workspace_add_questionnaire (workspace, bytes, "next", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (questionnaire->revision, ==, 3);
}

/* A new revision must not ask the whole organisation again what it has answered. */
static void
test_organisation_wide_answers_are_carried_over (Fixture *self,
                                                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) answer = rf_answer_new ("q3", RF_ANSWER_ANSWERED);
  g_autoptr (RfAnswer) seen = NULL;

  answer->value = g_strdup ("30.50");
  g_assert_true (rf_workspace_put_answer (self->workspace, "api", answer, &error));
  g_assert_true (rf_workspace_submit (self->workspace, "api", &error));
  g_assert_true (rf_workspace_approve (self->workspace, "api", "B. Oss", FALSE, RF_DAY_NONE, &error));
  add_next_revision (self->workspace);
  g_assert_true (rf_workspace_start_assessment (self->workspace, "api", NULL, 0, day ("2027-11-01"), &error));
  g_assert_no_error (error);
  seen = rf_workspace_dup_answer (self->workspace, "api", "q3", &error);
  g_assert_no_error (error);
  g_assert_cmpint (seen->state, ==, RF_ANSWER_ANSWERED);
  g_assert_cmpstr (seen->value, ==, "30.50");
  g_assert_cmpstr (seen->inherited_from, ==, "api");
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  g_assert_no_error (error);
}

static const struct
{
  const char *label;
  const char *name;
} bad_names[] = {
  { "empty", "" },
  { "blank", "  " },
  { "two lines", "One\nTwo" },
  { "a control character", "One\001" },
  { "not UTF-8", "\xff\xfe" },
  { "10,000 characters", NULL },
};

static void
test_bad_names (Fixture *self,
                gconstpointer data)
{
  g_autofree char *head = rf_workspace_dup_head (self->workspace, NULL);
  g_autofree char *after = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bad_names); i++)
    {
      g_autofree char *long_name = g_strnfill (10000, 'x');
      g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Northwind", bad_names[i].name ? bad_names[i].name : long_name);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad_names[i].label);
      g_assert_null (rf_workspace_add_offering (self->workspace, offering, &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
    }
  after = rf_workspace_dup_head (self->workspace, NULL);
  g_assert_cmpstr (head, ==, after);
}

static void
test_bad_evidence (Fixture *self,
                   gconstpointer data)
{
  g_autofree char *large = g_build_filename (self->folder, "large", NULL);
  g_autofree char *missing = g_build_filename (self->folder, "missing", NULL);
  const struct
  {
    const char *path;
    RfError code;
  } rows[] = {
    { missing, RF_ERROR_NOT_FOUND },
    { self->folder, RF_ERROR_INVALID },
    { "/dev/zero", RF_ERROR_INVALID },
    { large, RF_ERROR_INVALID },
  };

  /* 2 GB with a hole instead of content */
  g_assert_true (g_file_set_contents (large, "", 0, NULL));
  g_assert_cmpint (truncate (large, G_GINT64_CONSTANT (2) << 30), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) evidence = NULL;

      g_test_message ("%s", rows[i].path);
      g_assert_null (rf_workspace_attach_file (self->workspace, rows[i].path, NULL, RF_DAY_NONE, &error));
      g_assert_error (error, RF_ERROR, (int) rows[i].code);
      evidence = rf_workspace_list_evidence (self->workspace, NULL);
      g_assert_cmpuint (evidence->len, ==, 0);
    }
}

/* Saves one answer after the other and reports each, until it is killed. */
static void G_GNUC_NORETURN
save_and_report (const char *path,
                 int report)
{
  RfWorkspace *workspace = open_at (path, RF_WORKSPACE_DEFAULT);

  for (guint i = 0;; i++)
    if (!choose (workspace, i % 2 ? "no" : "yes", NULL) || write (report, "", 1) != 1)
      _exit (1);
}

static guint
count_entries (RfWorkspace *workspace)
{
  g_autoptr (GPtrArray) audit = rf_workspace_list_audit (workspace, 0, 0, NULL);

  return audit->len;
}

/* Every answer whose save was reported outlives kill -9. */
static void
test_kill (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  guint n_before = count_entries (self->workspace);
  guint n_reported = 0;
  guint n_saved;
  int pipe_ends[2];
  pid_t child;
  char mark;

  g_clear_object (&self->workspace);
  g_assert_cmpint (pipe (pipe_ends), ==, 0);
  child = fork ();
  if (child == 0)
    save_and_report (self->path, pipe_ends[1]);
  close (pipe_ends[1]);
  while (n_reported < 20 && read (pipe_ends[0], &mark, 1) == 1)
    n_reported++;
  kill (child, SIGKILL);
  waitpid (child, NULL, 0);
  while (read (pipe_ends[0], &mark, 1) == 1)
    n_reported++;
  close (pipe_ends[0]);
  self->workspace = open_at (self->path, RF_WORKSPACE_DEFAULT);
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  n_saved = count_entries (self->workspace) - n_before;
  g_assert_cmpuint (n_reported, >=, 20);
  g_assert_cmpuint (n_saved, >=, n_reported);
  /* one more may have been saved before it could be reported */
  g_assert_cmpuint (n_saved, <=, n_reported + 1);
  assert_choice (self->workspace, n_saved % 2 ? "yes" : "no");
}

static void
test_two_connections (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWorkspace) other = open_at (self->path, RF_WORKSPACE_DEFAULT);

  assert_choice (other, NULL);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_true (rf_workspace_has_changed_elsewhere (other));
  assert_choice (other, "yes");
  g_assert_true (choose (other, "no", &error));
  g_assert_no_error (error);
  g_assert_true (rf_workspace_has_changed_elsewhere (self->workspace));
  g_assert_null (rf_workspace_get_undo_description (self->workspace));
  assert_choice (self->workspace, "no");
}

static void
test_copy_and_read_only (Fixture *self,
                         gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = g_build_filename (self->folder, "copy", NULL);
  g_autofree char *head = NULL;
  g_autofree char *later = NULL;
  g_autoptr (RfWorkspace) opened = NULL;
  g_autoptr (RfWorkspace) in_use = NULL;
  RfHeadRelation relation = RF_HEAD_IS_FOREIGN;

  g_assert_true (choose (self->workspace, "yes", &error));
  /* what lies in the log of a store in use is read too */
  in_use = open_at (self->path, RF_WORKSPACE_READ_ONLY);
  assert_choice (in_use, "yes");
  g_assert_true (rf_workspace_save_copy (self->workspace, copy, &error));
  g_assert_no_error (error);
  head = rf_workspace_dup_head (self->workspace, &error);
  opened = open_at (copy, RF_WORKSPACE_READ_ONLY);
  assert_choice (opened, "yes");
  g_assert_false (choose (opened, "no", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
  g_clear_error (&error);
  g_assert_true (rf_workspace_check (opened, head, &relation, &error));
  g_assert_cmpint (relation, ==, RF_HEAD_IS_HEAD);
  g_assert_true (choose (self->workspace, "no", &error));
  g_assert_true (rf_workspace_check (self->workspace, head, &relation, &error));
  g_assert_cmpint (relation, ==, RF_HEAD_IS_EARLIER);
  later = rf_workspace_dup_head (self->workspace, &error);
  g_assert_false (rf_workspace_check (opened, later, &relation, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_assert_cmpint (relation, ==, RF_HEAD_IS_FOREIGN);
}

static void
test_purge (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) answer = rf_answer_new ("q1", RF_ANSWER_UNKNOWN);
  g_autoptr (RfAnswer) without = rf_answer_new ("q1", RF_ANSWER_UNKNOWN);
  g_autofree char *content = NULL;
  gsize length;

  answer->note = g_strdup ("Jane Doe said so");
  g_assert_true (rf_workspace_put_answer (self->workspace, "api", answer, &error));
  g_assert_true (rf_workspace_put_answer (self->workspace, "api", without, &error));
  g_assert_true (rf_workspace_purge (self->workspace, "answer api.1/q1", "asked to", &error));
  g_assert_no_error (error);
  g_assert_true (rf_workspace_check (self->workspace, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  g_assert_null (memmem (content, length, "Jane Doe", 8));
  g_assert_false (rf_workspace_purge (self->workspace, "answer api.1/q2", "asked to", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
}

static void
test_named_workspaces (Fixture *self,
                       gconstpointer data)
{
  static const char *const bad[] = { "", "../escape", ".hidden", "a/b", "tab\there" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = rf_workspace_list_names (&error);
  g_autoptr (RfWorkspace) imported = NULL;

  g_assert_cmpuint (names->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_null (rf_workspace_open (bad[i], RF_WORKSPACE_CREATE, &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
      g_clear_error (&error);
    }
  g_assert_null (rf_workspace_open ("main", RF_WORKSPACE_DEFAULT, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (choose (self->workspace, "yes", &error));
  imported = rf_workspace_import_store (self->path, "main", &error);
  g_assert_no_error (error);
  assert_choice (imported, "yes");
  g_assert_true (choose (imported, "no", &error));
  assert_choice (self->workspace, "yes");
  g_assert_null (rf_workspace_import_store (self->path, "main", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_EXISTS);
  g_ptr_array_unref (names);
  names = rf_workspace_list_names (NULL);
  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (names, 0), ==, "main");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_WORKSPACE_TEST ("answer-is-scored-and-undone", test_answer_is_scored_and_undone);
  ADD_WORKSPACE_TEST ("undo-reaches-the-beginning", test_undo_reaches_the_beginning);
  ADD_WORKSPACE_TEST ("removed-offering-comes-back-whole", test_removed_offering_comes_back_whole);
  ADD_WORKSPACE_TEST ("evidence-raises-credibility", test_evidence_raises_credibility);
  ADD_WORKSPACE_TEST ("approval-freezes", test_approval_freezes);
  ADD_WORKSPACE_TEST ("import-and-export", test_import_and_export);
  ADD_WORKSPACE_TEST ("organisation-wide-answers-are-shared", test_organisation_wide_answers_are_shared);
  ADD_WORKSPACE_TEST ("organisation-wide-answers-are-carried-over", test_organisation_wide_answers_are_carried_over);
  ADD_WORKSPACE_TEST ("bad-names", test_bad_names);
  ADD_WORKSPACE_TEST ("bad-evidence", test_bad_evidence);
  ADD_WORKSPACE_TEST ("kill", test_kill);
  ADD_WORKSPACE_TEST ("two-connections", test_two_connections);
  ADD_WORKSPACE_TEST ("copy-and-read-only", test_copy_and_read_only);
  ADD_WORKSPACE_TEST ("named-workspaces", test_named_workspaces);
  ADD_WORKSPACE_TEST ("purge", test_purge);
  return g_test_run ();
}
