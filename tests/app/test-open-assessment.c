// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-jobs.h"
#include "rf-open-assessment.h"
#include "rf-section-item.h"
#include "rf-unsaved-answers.h"

#include <string.h>

/* A workspace on its thread, with one offering assessed by the questionnaire of the tests. */
typedef struct
{
  RfWorkspaceClient *client;
  RfOpenAssessment *assessment;
  guint n_waiting;
} Fixture;

static gpointer
fill_job (RfWorkspace **workspace,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *questionnaire = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Example Inc", "Example");
  RfNewOffering asked = { offering, NULL };
  g_autoptr (RfQuestionnaire) added = NULL;

  *workspace = rf_workspace_open ("assessment", RF_WORKSPACE_CREATE, error);
  added = *workspace ? rf_workspace_add_questionnaire_file (*workspace, questionnaire, NULL, error) : NULL;
  return added ? rf_job_add_offering (workspace, &asked, cancellable, error) : NULL;
}

static void
filled_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (fixture->client, result, &error);

  g_assert_no_error (error);
  fixture->assessment = rf_open_assessment_new (fixture->client, id);
  fixture->n_waiting--;
}

static void
loaded_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  rf_open_assessment_load_finish (fixture->assessment, result, &error);
  g_assert_no_error (error);
  fixture->n_waiting--;
}

static void
wait_for_all (Fixture *fixture)
{
  while (fixture->n_waiting > 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
load (Fixture *fixture)
{
  fixture->n_waiting++;
  rf_open_assessment_load_async (fixture->assessment, NULL, loaded_cb, fixture);
  wait_for_all (fixture);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->client = rf_workspace_client_new ();
  fixture->n_waiting = 1;
  rf_workspace_client_run_async (fixture->client, fill_job, NULL, NULL, g_free, NULL, filled_cb, fixture);
  wait_for_all (fixture);
  load (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  rf_workspace_client_close (fixture->client);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  /* what could not be stored is kept until a person gives it up */
  rf_unsaved_answers_discard (rf_unsaved_answers_get (fixture->client));
  g_assert_finalize_object (fixture->assessment);
  g_assert_finalize_object (fixture->client);
}

/* The first shown question of a kind. */
static RfQuestionItem *
find_item (Fixture *fixture,
           RfQuestionKind kind)
{
  GListModel *sections = rf_open_assessment_get_sections (fixture->assessment);

  for (guint i = 0; i < g_list_model_get_n_items (sections); i++)
    {
      g_autoptr (RfSectionItem) section = g_list_model_get_item (sections, i);
      GListModel *questions = G_LIST_MODEL (rf_section_item_get_questions (section));

      for (guint j = 0; j < g_list_model_get_n_items (questions); j++)
        {
          g_autoptr (RfQuestionItem) item = g_list_model_get_item (questions, j);

          if (rf_question_item_get_question (item)->kind == kind)
            return item; /* the section keeps it */
        }
    }
  g_assert_not_reached ();
}

static void
put_state (Fixture *fixture,
           RfQuestionItem *item,
           RfAnswerState state,
           const char *choice)
{
  g_autoptr (RfAnswer) answer = rf_answer_new (rf_question_item_get_question (item)->id, state);

  if (choice)
    answer->choices = g_strsplit (choice, " ", -1);
  rf_open_assessment_put_answer (fixture->assessment, item, answer);
}

static void
wait_until_settled (RfQuestionItem *item)
{
  while (rf_question_item_get_save_state (item) == RF_SAVE_PENDING)
    g_main_context_iteration (NULL, TRUE);
}

static const RfAnswer *
find_recorded (Fixture *fixture,
               RfQuestionItem *item)
{
  GPtrArray *answers = rf_open_assessment_get_record (fixture->assessment)->answers;

  for (guint i = 0; i < answers->len; i++)
    if (g_str_equal (((RfAnswer *) g_ptr_array_index (answers, i))->question, rf_question_item_get_question (item)->id))
      return g_ptr_array_index (answers, i);
  return NULL;
}

static void
test_failed_answer_stays (Fixture *fixture,
                          gconstpointer data)
{
  RfQuestionItem *item = find_item (fixture, RF_QUESTION_SINGLE_CHOICE);

  put_state (fixture, item, RF_ANSWER_ANSWERED, "no-such-option");
  wait_until_settled (item);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  g_assert_nonnull (strstr (rf_question_item_get_problem (item), "no-such-option"));
  load (fixture);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  g_assert_cmpstr (rf_question_item_get_answer (item)->choices[0], ==, "no-such-option");
}

static void
test_next_answer_clears_failure (Fixture *fixture,
                                 gconstpointer data)
{
  RfQuestionItem *item = find_item (fixture, RF_QUESTION_SINGLE_CHOICE);

  put_state (fixture, item, RF_ANSWER_ANSWERED, "no-such-option");
  wait_until_settled (item);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  put_state (fixture, item, RF_ANSWER_REFUSED, NULL);
  wait_until_settled (item);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_DONE);
  g_assert_null (rf_question_item_get_problem (item));
  g_assert_cmpint (find_recorded (fixture, item)->state, ==, RF_ANSWER_REFUSED);
}

/* The last of two answers fails: the figures must still follow the first. */
static void
test_figures_follow_what_was_saved (Fixture *fixture,
                                    gconstpointer data)
{
  RfQuestionItem *good = find_item (fixture, RF_QUESTION_SINGLE_CHOICE);
  RfQuestionItem *bad = find_item (fixture, RF_QUESTION_NUMBER);

  put_state (fixture, good, RF_ANSWER_REFUSED, NULL);
  put_state (fixture, bad, RF_ANSWER_ANSWERED, "no-such-option");
  wait_until_settled (bad);
  g_assert_cmpint (rf_question_item_get_save_state (good), ==, RF_SAVE_DONE);
  g_assert_cmpint (rf_question_item_get_save_state (bad), ==, RF_SAVE_FAILED);
  g_assert_nonnull (find_recorded (fixture, good));
  g_assert_cmpint (find_recorded (fixture, good)->state, ==, RF_ANSWER_REFUSED);
}

/* Nothing is left hanging, and the person is told, where the workspace is closed already. */
static void
test_answer_after_closing (Fixture *fixture,
                           gconstpointer data)
{
  RfQuestionItem *item = find_item (fixture, RF_QUESTION_SINGLE_CHOICE);

  rf_workspace_client_close (fixture->client);
  put_state (fixture, item, RF_ANSWER_REFUSED, NULL);
  wait_until_settled (item);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  g_assert_nonnull (rf_question_item_get_problem (item));
}

static void
test_finds_the_section_of_a_question (Fixture *fixture,
                                      gconstpointer data)
{
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (fixture->assessment);

  for (guint i = 0; i < questionnaire->n_questions; i++)
    g_assert_cmpint (rf_open_assessment_find_section (fixture->assessment, questionnaire->questions[i].id), ==, (int) questionnaire->questions[i].section);
  g_assert_cmpint (rf_open_assessment_find_section (fixture->assessment, "no-such-question"), ==, -1);
}

/* The sample was put there by the program: a person who has done nothing has nothing to undo. */
static void
test_sample_has_nothing_to_undo (void)
{
  RfWorkspace *workspace = NULL;
  char name[] = "sample";
  g_autoptr (GError) error = NULL;
  RfPortfolio *portfolio = rf_job_open_sample (&workspace, name, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (portfolio->offerings->len, >, 0);
  g_assert_null (rf_job_undo (&workspace, NULL, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  rf_portfolio_free (portfolio);
  g_assert_finalize_object (workspace);
}

/* Without a questionnaire nothing can be assessed; then the offering is not there either. */
static void
test_offering_is_not_half_added (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Example Inc", "Example");
  RfNewOffering asked = { offering, NULL };
  RfWorkspace *workspace = rf_workspace_open ("empty", RF_WORKSPACE_CREATE, &error);
  g_autoptr (GPtrArray) offerings = NULL;

  g_assert_no_error (error);
  g_assert_null (rf_job_add_offering (&workspace, &asked, NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_NOT_FOUND);
  offerings = rf_workspace_list_offerings (workspace, NULL);
  g_assert_cmpuint (offerings->len, ==, 0);
  g_assert_finalize_object (workspace);
}

static void
test_offering_is_undone_at_once (void)
{
  g_autoptr (GError) error = NULL;
  RfWorkspace *workspace = NULL;
  g_autofree char *id = fill_job (&workspace, NULL, NULL, &error);
  g_autoptr (GPtrArray) providers = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (rf_workspace_get_undo_description (workspace), ==, "add Example");
  g_assert_true (rf_workspace_undo (workspace, &error));
  g_assert_null (rf_workspace_get_undo_description (workspace));
  providers = rf_workspace_list_providers (workspace, NULL);
  g_assert_cmpuint (providers->len, ==, 0);
  g_assert_finalize_object (workspace);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/open-assessment/failed-answer-stays", test_failed_answer_stays },
    { "/open-assessment/next-answer-clears-failure", test_next_answer_clears_failure },
    { "/open-assessment/figures-follow-what-was-saved", test_figures_follow_what_was_saved },
    { "/open-assessment/answer-after-closing", test_answer_after_closing },
    { "/open-assessment/finds-the-section-of-a-question", test_finds_the_section_of_a_question },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/jobs/sample-has-nothing-to-undo", test_sample_has_nothing_to_undo);
  g_test_add_func ("/jobs/offering-is-undone-at-once", test_offering_is_undone_at_once);
  g_test_add_func ("/jobs/offering-is-not-half-added", test_offering_is_not_half_added);
  return g_test_run ();
}
