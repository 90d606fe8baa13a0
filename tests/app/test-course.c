// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The course of an assessment in the window: submitted, sent back, approved, begun anew, and copied from another. */

#include "config.h"

#include "answering-fixture.h"
#include "rf-course-dialog.h"
#include "rf-course-jobs.h"
#include "rf-day-row.h"
#include "rf-inherit-dialog.h"
#include "rf-locked-bar.h"
#include "rf-status-row.h"

static void
waited_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  gpointer *done = user_data;
  g_autoptr (GError) error = NULL;

  *done = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

/* Runs a job whose result the caller frees. */
static gpointer
run_job (AnsweringFixture *fixture,
         RfWorkspaceJob job,
         gpointer data,
         GDestroyNotify data_free,
         GDestroyNotify result_free)
{
  gpointer result = NULL;

  rf_workspace_client_run_async (fixture->client, job, data, data_free, result_free, NULL, waited_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return result;
}

static RfCourseView *
load_course (AnsweringFixture *fixture)
{
  return run_job (fixture, rf_job_load_course, g_strdup (rf_open_assessment_get_offering (fixture->assessment)), g_free, (GDestroyNotify) rf_course_view_free);
}

static void
changed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  int *done = user_data;
  g_autoptr (GError) error = NULL;

  *done = rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &error) ? 1 : -1;
  g_assert_true (*done == 1 || error->message != NULL);
}

static gboolean
take_step (AnsweringFixture *fixture,
           RfCourseStep *step)
{
  int done = 0;

  rf_open_assessment_change_async (fixture->assessment, rf_job_take_course_step, step, (GDestroyNotify) rf_course_step_free, changed_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  return done == 1;
}

static RfCourseStep *
new_step (AnsweringFixture *fixture,
          RfCourse course)
{
  return rf_course_step_new (rf_open_assessment_get_offering (fixture->assessment), course);
}

static RfStatus
get_status (AnsweringFixture *fixture)
{
  return rf_open_assessment_get_record (fixture->assessment)->status;
}

static void
count_cb (RfOpenAssessment *assessment,
          GParamSpec *property,
          guint *n)
{
  ++*n;
}

static void
test_whole_course (AnsweringFixture *fixture,
                   gconstpointer data)
{
  guint n = 0;
  RfCourseStep *step;

  g_signal_connect (fixture->assessment, "notify::editable", G_CALLBACK (count_cb), &n);
  g_assert_true (rf_open_assessment_is_editable (fixture->assessment));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_SUBMITTED);
  g_assert_false (rf_open_assessment_is_editable (fixture->assessment));
  step = new_step (fixture, RF_COURSE_REQUEST_CHANGES);
  step->note = g_strdup ("Prove 2.");
  g_assert_true (take_step (fixture, step));
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_CHANGES_REQUESTED);
  g_assert_cmpstr (rf_open_assessment_get_record (fixture->assessment)->requested, ==, "Prove 2.");
  g_assert_true (rf_open_assessment_is_editable (fixture->assessment));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  step = new_step (fixture, RF_COURSE_APPROVE);
  step->approver = g_strdup ("Ada");
  g_assert_true (take_step (fixture, step));
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_APPROVED);
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_START)));
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_DRAFT);
  g_assert_true (rf_open_assessment_is_editable (fixture->assessment));
  /* submitted, requested, submitted (approved is no change), begun */
  g_assert_cmpuint (n, ==, 4);
}

typedef struct
{
  RfCourse course;
  gboolean possible[3]; /* as a draft, submitted, approved */
} Possibility;

static const Possibility possibilities[] = {
  { RF_COURSE_START, { FALSE, FALSE, TRUE } },
  { RF_COURSE_ANSWER, { TRUE, FALSE, FALSE } },
  { RF_COURSE_SUBMIT, { TRUE, FALSE, FALSE } },
  { RF_COURSE_REQUEST_CHANGES, { FALSE, TRUE, FALSE } },
  { RF_COURSE_APPROVE, { FALSE, TRUE, FALSE } },
};

static void
check_possibilities (AnsweringFixture *fixture,
                     guint stage)
{
  g_autoptr (RfCourseView) view = load_course (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (possibilities); i++)
    {
      const char *refusal = view->refusals[possibilities[i].course];

      g_test_message ("stage %u, course %d: %s", stage, possibilities[i].course, refusal ? refusal : "possible");
      g_assert_true (possibilities[i].possible[stage] == (refusal == NULL));
    }
}

static void
test_says_what_is_possible (AnsweringFixture *fixture,
                            gconstpointer data)
{
  RfCourseStep *step = new_step (fixture, RF_COURSE_APPROVE);

  step->approver = g_strdup ("Ada");
  check_possibilities (fixture, 0);
  /* not submitted yet, and refused when it is tried all the same */
  g_assert_false (take_step (fixture, new_step (fixture, RF_COURSE_REQUEST_CHANGES)));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  check_possibilities (fixture, 1);
  g_assert_true (take_step (fixture, step));
  check_possibilities (fixture, 2);
}

static GtkWidget *
find_button (GtkWidget *start,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (start) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (start)), label) == 0)
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
test_dialog_submits (AnsweringFixture *fixture,
                     gconstpointer data)
{
  GtkWidget *dialog = rf_course_dialog_new (GTK_WINDOW (fixture->window), fixture->assessment);
  GtkWidget *submit = find_button (dialog, "_Submit");
  GtkWidget *approve = find_button (dialog, "_Approve");

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  while (!gtk_widget_get_visible (submit))
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (gtk_widget_get_visible (approve));
  g_signal_emit_by_name (submit, "clicked");
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_SUBMITTED);
}

static void
test_dialog_refuses_nonsense (AnsweringFixture *fixture,
                              gconstpointer data)
{
  GtkWidget *dialog = rf_course_dialog_new (GTK_WINDOW (fixture->window), fixture->assessment);
  GtkWidget *save = find_button (dialog, "Sa_ve");
  RfDayRow *as_of = RF_DAY_ROW (answering_find (dialog, RF_TYPE_DAY_ROW));
  RfDay before = rf_open_assessment_get_record (fixture->assessment)->as_of;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  while (!gtk_widget_get_visible (save))
    g_main_context_iteration (NULL, TRUE);
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2026-02-30");
  g_signal_emit_by_name (save, "clicked");
  answering_let_settle (fixture);
  g_assert_nonnull (dialog);
  g_assert_cmpuint (rf_open_assessment_get_record (fixture->assessment)->as_of, ==, before);
  gtk_editable_set_text (GTK_EDITABLE (as_of), "2026-02-28");
  g_signal_emit_by_name (save, "clicked");
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rf_open_assessment_get_record (fixture->assessment)->as_of, !=, before);
}

static GtkWidget *
find_titled (GtkWidget *start,
             const char *title)
{
  GtkWidget *found = NULL;

  if (ADW_IS_PREFERENCES_ROW (start) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (start)), title) == 0)
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);
  return found;
}

static gboolean
is_refused (GtkWidget *dialog)
{
  GtkWidget *field = find_titled (dialog, "Approver");

  return gtk_widget_has_css_class (field, "error") && gtk_widget_is_sensitive (field);
}

static void
set_assessor (AnsweringFixture *fixture,
              const char *name)
{
  g_autoptr (RfCourseView) view = load_course (fixture);
  RfAssessment *assessment = rf_assessment_copy (view->assessment);
  int done = 0;

  g_free (assessment->assessor);
  assessment->assessor = g_strdup (name);
  rf_open_assessment_change_async (fixture->assessment, rf_job_edit_assessment, assessment, (GDestroyNotify) rf_assessment_free, changed_cb, &done);
  while (done == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (done, ==, 1);
}

static void
test_approver_is_another (AnsweringFixture *fixture,
                          gconstpointer data)
{
  GtkWidget *dialog, *approve;

  set_assessor (fixture, "Ada");
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  dialog = rf_course_dialog_new (GTK_WINDOW (fixture->window), fixture->assessment);
  approve = find_button (dialog, "_Approve");
  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  while (!gtk_widget_get_visible (approve))
    g_main_context_iteration (NULL, TRUE);
  /* nobody */
  g_signal_emit_by_name (approve, "clicked");
  g_assert_true (is_refused (dialog));
  /* the assessor, unless that is what is wanted */
  gtk_editable_set_text (GTK_EDITABLE (find_titled (dialog, "Approver")), "Ada");
  g_signal_emit_by_name (approve, "clicked");
  while (!is_refused (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_SUBMITTED);
  gtk_switch_set_active (GTK_SWITCH (answering_find (find_titled (dialog, "Same Person"), GTK_TYPE_SWITCH)), TRUE);
  g_signal_emit_by_name (approve, "clicked");
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (get_status (fixture), ==, RF_STATUS_APPROVED);
}

static void
test_bar_says_why (AnsweringFixture *fixture,
                   gconstpointer data)
{
  GtkWidget *bar = g_object_ref_sink (g_object_new (RF_TYPE_LOCKED_BAR, NULL));
  GtkWidget *row = g_object_ref_sink (g_object_new (RF_TYPE_STATUS_ROW, NULL));

  rf_locked_bar_show (RF_LOCKED_BAR (bar), fixture->assessment);
  rf_status_row_show (RF_STATUS_ROW (row), fixture->assessment);
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  g_assert_true (gtk_widget_get_visible (bar));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_REQUEST_CHANGES)));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_finalize_object (bar);
  g_assert_finalize_object (row);
}

static void
test_cards_are_locked (AnsweringFixture *fixture,
                       gconstpointer data)
{
  GtkWidget *card, *option, *bar;

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  card = GTK_WIDGET (answering_find_card (fixture, "short4"));
  option = answering_find (card, GTK_TYPE_CHECK_BUTTON);
  bar = answering_find (GTK_WIDGET (fixture->pane), RF_TYPE_LOCKED_BAR);
  g_assert_true (gtk_widget_is_sensitive (option));
  g_assert_false (gtk_widget_get_visible (bar));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_SUBMIT)));
  g_assert_false (gtk_widget_is_sensitive (option));
  g_assert_true (gtk_widget_get_visible (bar));
  /* what belongs to the answer can still be unfolded */
  g_assert_true (gtk_widget_is_sensitive (find_button (card, "Details")));
  g_assert_false (gtk_widget_is_sensitive (find_button (card, "Unknown")));
  g_assert_true (take_step (fixture, new_step (fixture, RF_COURSE_REQUEST_CHANGES)));
  g_assert_true (gtk_widget_is_sensitive (option));
  g_assert_true (gtk_widget_is_sensitive (find_button (card, "Unknown")));
}

static gpointer
add_offering (AnsweringFixture *fixture,
              const char *name)
{
  return run_job (fixture, rf_job_add_offering, rf_new_offering_new (rf_offering_new (NULL, "Example Inc", name), NULL), (GDestroyNotify) rf_new_offering_free, g_free);
}

static void
test_copies_answers (AnsweringFixture *fixture,
                     gconstpointer data)
{
  const char *from = rf_open_assessment_get_offering (fixture->assessment);
  g_autofree char *other = add_offering (fixture, "Other");
  g_autoptr (GPtrArray) offerings = NULL;
  g_autoptr (RfInheritance) first = NULL, second = NULL;

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  answering_put (fixture, "short4", "no");
  offerings = run_job (fixture, rf_job_list_inheritable, g_strdup (other), g_free, (GDestroyNotify) g_ptr_array_unref);
  g_assert_cmpuint (offerings->len, ==, 1);
  g_assert_cmpstr (((RfOffering *) g_ptr_array_index (offerings, 0))->id, ==, from);
  first = run_job (fixture, rf_job_inherit_answers, rf_inheritance_new (other, from), (GDestroyNotify) rf_inheritance_free, (GDestroyNotify) rf_inheritance_free);
  g_assert_cmpuint (first->n_copied, ==, 1);
  second = run_job (fixture, rf_job_inherit_answers, rf_inheritance_new (other, from), (GDestroyNotify) rf_inheritance_free, (GDestroyNotify) rf_inheritance_free);
  g_assert_cmpuint (second->n_copied, ==, 0);
}

static void
test_copy_dialog (AnsweringFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *other = add_offering (fixture, "Other");
  GtkWidget *dialog = rf_inherit_dialog_new (GTK_WINDOW (fixture->window), fixture->assessment);
  GtkWidget *row;

  g_object_add_weak_pointer (G_OBJECT (dialog), (gpointer *) &dialog);
  gtk_window_present (GTK_WINDOW (dialog));
  while ((row = answering_find (dialog, ADW_TYPE_ACTION_ROW)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "Other");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  while (dialog)
    g_main_context_iteration (NULL, TRUE);
}

#define ADD(name, test) g_test_add (name, AnsweringFixture, NULL, answering_set_up, test, answering_tear_down)

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/course/whole", test_whole_course);
  ADD ("/course/says-what-is-possible", test_says_what_is_possible);
  ADD ("/course/dialog-submits", test_dialog_submits);
  ADD ("/course/dialog-refuses-nonsense", test_dialog_refuses_nonsense);
  ADD ("/course/approver-is-another", test_approver_is_another);
  ADD ("/course/bar-says-why", test_bar_says_why);
  ADD ("/course/cards-are-locked", test_cards_are_locked);
  ADD ("/course/copies-answers", test_copies_answers);
  ADD ("/course/copy-dialog", test_copy_dialog);
  return g_test_run ();
}
