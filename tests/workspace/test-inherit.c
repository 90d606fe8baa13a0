// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers copied from one offering to another. */

#include "config.h"

#include "workspace-fixture.h"

#include "rf-error.h"

/* Beside "api" of the fixture, which is copied from: "chat", which is copied to. */
static void
begin_chat (Fixture *self)
{
  g_autoptr (RfOffering) offering = rf_offering_new ("chat", "Northwind", "Chat");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (self->workspace, offering, &error);

  g_assert_no_error (error);
  g_assert_true (rf_workspace_start_assessment (self->workspace, id, NULL, 0, day ("2026-11-01"), &error));
  g_assert_no_error (error);
}

static RfAnswer *
look_at (Fixture *self,
         const char *question)
{
  g_autoptr (GError) error = NULL;
  RfAnswer *answer = rf_workspace_dup_answer (self->workspace, "chat", question, &error);

  g_assert_no_error (error);
  return answer;
}

static void
support (Fixture *self,
         const char *offering,
         RfGrade grade)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_attach_link (self->workspace, "https://example.org/", "Report", RF_DAY_NONE, RF_DAY_NONE, &error);

  g_assert_true (rf_workspace_link_evidence (self->workspace, offering, "q1", id, grade, "page 3", &error));
  g_assert_no_error (error);
}

static double
get_unproven (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfScore) score = rf_workspace_dup_score (self->workspace, "chat", NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);

  g_assert_no_error (error);
  return score->sections[0].unproven_high;
}

static guint
inherit (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  guint n = G_MAXUINT;

  g_assert_true (rf_workspace_inherit_answers (self->workspace, "chat", "api", NULL, &n, &error));
  g_assert_no_error (error);
  return n;
}

static void
test_copied_and_confirmed (Fixture *self,
                           gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) copy = NULL;
  g_autoptr (RfAnswer) confirmed = NULL;
  const RfEvidenceLink *link;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  support (self, "api", RF_GRADE_TESTED);
  g_assert_cmpuint (inherit (self), ==, 1);
  copy = look_at (self, "q1");
  g_assert_cmpstr (copy->choices[0], ==, "yes");
  g_assert_cmpstr (copy->inherited_from, ==, "api");
  g_assert_cmpuint (copy->links->len, ==, 1);
  link = g_ptr_array_index (copy->links, 0);
  g_assert_cmpint (link->grade, ==, RF_GRADE_STATEMENT);
  g_assert_cmpstr (link->locator, ==, "page 3");
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, "copy answers from API");
  g_assert_true (rf_workspace_confirm_answer (self->workspace, "chat", "q1", &error));
  confirmed = look_at (self, "q1");
  g_assert_null (confirmed->inherited_from);
  g_assert_cmpstr (confirmed->choices[0], ==, "yes");
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, "confirm 1.1");
  g_assert_false (rf_workspace_confirm_answer (self->workspace, "chat", "q1", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
}

static void
test_undone_as_one (Fixture *self,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) without = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_cmpuint (inherit (self), ==, 1);
  g_assert_true (rf_workspace_undo (self->workspace, &error));
  without = look_at (self, "q1");
  g_assert_cmpint (without->state, ==, RF_ANSWER_UNANSWERED);
  g_assert_null (without->inherited_from);
}

/* However well it is supported here: until it is confirmed it is a statement. 100 is the worst, the answer is 0: a
 * statement leaves 40 to doubt, what was tested nothing. The file says the same as the store. */
static void
test_worth_a_statement_at_most (Fixture *self,
                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfWorkspace) reopened = NULL;
  g_autoptr (RfScore) score = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_cmpuint (inherit (self), ==, 1);
  g_assert_cmpfloat (get_unproven (self), ==, 50);
  support (self, "chat", RF_GRADE_TESTED);
  g_assert_cmpfloat (get_unproven (self), ==, 40);
  record = rf_workspace_dup_record (self->workspace, "chat", &error);
  g_assert_cmpuint (rf_record_get_credibility (record, rf_record_find_answer (record, "q1"), record->as_of), ==, 60);
  reopened = open_at (self->path, RF_WORKSPACE_DEFAULT);
  score = rf_workspace_dup_score (reopened, "chat", NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, &error);
  g_assert_cmpfloat (score->sections[0].unproven_high, ==, 40);
  g_assert_true (rf_workspace_confirm_answer (self->workspace, "chat", "q1", &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (get_unproven (self), ==, 0);
}

/* Whoever answers anew has not copied; whoever only adds a note has confirmed nothing. */
static void
test_mark_goes_with_the_answer (Fixture *self,
                                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) noted = NULL;
  g_autoptr (RfAnswer) still = NULL;
  g_autoptr (RfAnswer) anew = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_cmpuint (inherit (self), ==, 1);
  noted = look_at (self, "q1");
  noted->note = g_strdup ("To be asked");
  g_assert_true (rf_workspace_put_answer (self->workspace, "chat", noted, &error));
  still = look_at (self, "q1");
  g_assert_cmpstr (still->inherited_from, ==, "api");
  g_free (still->choices[0]);
  still->choices[0] = g_strdup ("no");
  g_assert_true (rf_workspace_put_answer (self->workspace, "chat", still, &error));
  g_assert_no_error (error);
  anew = look_at (self, "q1");
  g_assert_null (anew->inherited_from);
}

static void
test_only_what_is_unanswered (Fixture *self,
                              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) own = rf_answer_new ("q1", RF_ANSWER_REFUSED);
  g_autoptr (RfAnswer) kept = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_true (rf_workspace_put_answer (self->workspace, "chat", own, &error));
  g_assert_cmpuint (inherit (self), ==, 0);
  kept = look_at (self, "q1");
  g_assert_cmpint (kept->state, ==, RF_ANSWER_REFUSED);
  g_assert_cmpstr (rf_workspace_get_undo_description (self->workspace), ==, "answer 1.1");
}

static void
test_note_is_kept (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) noted = rf_answer_new ("q1", RF_ANSWER_UNANSWERED);
  g_autoptr (RfAnswer) copy = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  noted->note = g_strdup ("Ask Jane");
  g_assert_true (rf_workspace_put_answer (self->workspace, "chat", noted, &error));
  support (self, "chat", RF_GRADE_CONTRACT);
  g_assert_cmpuint (inherit (self), ==, 1);
  copy = look_at (self, "q1");
  g_assert_cmpstr (copy->note, ==, "Ask Jane");
  g_assert_cmpuint (copy->links->len, ==, 1);
  g_assert_cmpint (((RfEvidenceLink *) g_ptr_array_index (copy->links, 0))->grade, ==, RF_GRADE_CONTRACT);
}

/* What is answered for the whole organisation is there already. */
static void
test_shared_answers_are_not_copied (Fixture *self,
                                    gconstpointer data)
{
  static const char *const shared[] = { "q3", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) answer = rf_answer_new ("q3", RF_ANSWER_ANSWERED);

  begin_chat (self);
  answer->value = g_strdup ("10");
  g_assert_true (rf_workspace_put_answer (self->workspace, "api", answer, &error));
  g_assert_cmpuint (inherit (self), ==, 0);
  g_assert_false (rf_workspace_inherit_answers (self->workspace, "chat", "api", shared, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
}

static void
test_named_questions (Fixture *self,
                      gconstpointer data)
{
  static const char *const unanswered[] = { "q1", "q2", NULL };
  static const char *const absent[] = { "q9", NULL };
  static const char *const right[] = { "q1", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (RfAnswer) untouched = NULL;
  g_autoptr (RfAnswer) copy = NULL;

  begin_chat (self);
  g_assert_true (choose (self->workspace, "yes", &error));
  g_assert_false (rf_workspace_inherit_answers (self->workspace, "chat", "api", unanswered, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (rf_workspace_inherit_answers (self->workspace, "chat", "api", absent, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  g_clear_error (&error);
  untouched = look_at (self, "q1");
  g_assert_cmpint (untouched->state, ==, RF_ANSWER_UNANSWERED);
  g_assert_true (rf_workspace_inherit_answers (self->workspace, "chat", "api", right, NULL, &error));
  g_assert_no_error (error);
  copy = look_at (self, "q1");
  g_assert_cmpstr (copy->inherited_from, ==, "api");
}

static void
refuse (Fixture *self,
        const char *offering,
        const char *from,
        RfError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_workspace_inherit_answers (self->workspace, offering, from, NULL, NULL, &error));
  g_assert_error (error, RF_ERROR, (int) code);
}

/* The same questions, but another questionnaire: what they mean is not known to be the same. */
static RfQuestionnaire *
add_other_questionnaire (RfWorkspace *workspace)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GString) text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RfQuestionnaire *other;

  g_assert_true (g_file_get_contents (path, &content, NULL, &error));
  text = g_string_new (content);
  g_string_replace (text, "id=\"small\"", "id=\"other\"", 1);
  bytes = g_bytes_new (text->str, text->len);
  other = rf_workspace_add_questionnaire (workspace, bytes, "other.xml", NULL, &error);
  g_assert_no_error (error);
  return other;
}

static void
test_refused (Fixture *self,
              gconstpointer data)
{
  g_autoptr (RfOffering) bare = rf_offering_new ("bare", "Acme", "Bare");
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_add_offering (self->workspace, bare, &error);
  g_autoptr (RfQuestionnaire) other = add_other_questionnaire (self->workspace);

  g_assert_no_error (error);
  refuse (self, "api", "api", RF_ERROR_INVALID);
  refuse (self, "api", "bare", RF_ERROR_NOT_FOUND);
  refuse (self, "bare", "api", RF_ERROR_NOT_FOUND);
  refuse (self, "api", "absent", RF_ERROR_NOT_FOUND);
  g_assert_true (rf_workspace_start_assessment (self->workspace, "bare", other->id, 0, RF_DAY_NONE, &error));
  refuse (self, "bare", "api", RF_ERROR_INVALID);
  g_assert_true (rf_workspace_submit (self->workspace, "api", &error));
  g_assert_no_error (error);
  refuse (self, "api", "bare", RF_ERROR_INVALID);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD_WORKSPACE_TEST ("inherit/copied-and-confirmed", test_copied_and_confirmed);
  ADD_WORKSPACE_TEST ("inherit/undone-as-one", test_undone_as_one);
  ADD_WORKSPACE_TEST ("inherit/worth-a-statement-at-most", test_worth_a_statement_at_most);
  ADD_WORKSPACE_TEST ("inherit/mark-goes-with-the-answer", test_mark_goes_with_the_answer);
  ADD_WORKSPACE_TEST ("inherit/only-what-is-unanswered", test_only_what_is_unanswered);
  ADD_WORKSPACE_TEST ("inherit/note-is-kept", test_note_is_kept);
  ADD_WORKSPACE_TEST ("inherit/shared-answers-are-not-copied", test_shared_answers_are_not_copied);
  ADD_WORKSPACE_TEST ("inherit/named-questions", test_named_questions);
  ADD_WORKSPACE_TEST ("inherit/refused", test_refused);
  return g_test_run ();
}
