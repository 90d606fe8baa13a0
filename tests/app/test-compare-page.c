// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The page that compares, over the sample portfolio: it says what the engine says. */

#include "config.h"

#include "page-fixture.h"
#include "rf-chart-view.h"
#include "rf-compare-choice.h"
#include "rf-compare-page.h"
#include "rf-compare-task.h"
#include "rf-settings.h"
#include "rf-what-if-dialog.h"
#include "rf-what-if-entry.h"

#include <string.h>

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  page_fixture_init (fixture, RF_TYPE_COMPARE_PAGE);
  rf_compare_page_follow (RF_COMPARE_PAGE (fixture->page), fixture->client);
}

static void
tear_down (PageFixture *fixture,
           gconstpointer data)
{
  page_fixture_clear (fixture);
}

static gpointer
part (PageFixture *fixture,
      const char *name)
{
  return gtk_widget_get_template_child (fixture->page, RF_TYPE_COMPARE_PAGE, name);
}

static void
wait_for_state (PageFixture *fixture,
                const char *state)
{
  while (gtk_spinner_get_spinning (part (fixture, "spinner")) || g_strcmp0 (gtk_stack_get_visible_child_name (part (fixture, "stack")), state) != 0)
    page_fixture_iterate (fixture);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  GPtrArray **contestants = user_data;
  g_autoptr (GError) error = NULL;

  *contestants = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

static GPtrArray *
list_contestants (PageFixture *fixture)
{
  GPtrArray *contestants = NULL;

  rf_workspace_client_run_async (fixture->client, rf_job_list_contestants, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, &contestants);
  while (contestants == NULL)
    page_fixture_iterate (fixture);
  return contestants;
}

static void
compared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(RfComparison **) user_data = rf_compare_task_finish (result, &error);
  g_assert_no_error (error);
}

/* What the page ought to say. */
static RfComparison *
compare (PageFixture *fixture,
         const GPtrArray *contestants)
{
  RfComparison *comparison = NULL;

  rf_compare_task_async (contestants, NULL, compared_cb, &comparison);
  while (comparison == NULL)
    page_fixture_iterate (fixture);
  return comparison;
}

static guint
count_children (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

/* The row at a place of a list in the box of verdicts. */
static AdwActionRow *
find_row (PageFixture *fixture,
          guint pair,
          int place)
{
  GtkWidget *list = gtk_widget_get_first_child (part (fixture, "verdicts_box"));

  while (pair-- > 0)
    list = gtk_widget_get_next_sibling (list);
  return ADW_ACTION_ROW (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), place));
}

static void
test_says_what_the_engine_says (PageFixture *fixture,
                                gconstpointer data)
{
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);
  g_autoptr (RfComparison) comparison = compare (fixture, contestants);

  wait_for_state (fixture, "comparison");
  g_assert_cmpuint (comparison->n_ranked, >=, 2);
  g_assert_cmpuint (count_children (part (fixture, "verdicts_box")), ==, comparison->n_ranked - 1);
  for (guint i = 0; i + 1 < comparison->n_ranked; i++)
    {
      g_autofree char *verdict = rf_comparison_dup_verdict (comparison, rf_comparison_get_pair (comparison, i, i + 1));

      g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (find_row (fixture, i, 0))), ==, verdict);
    }
  g_assert_cmpuint (rf_chart_view_get_chart (part (fixture, "ranks"))->rows->len, ==, comparison->n_ranked);
  g_assert_cmpuint (rf_chart_view_get_chart (part (fixture, "ranges"))->rows->len, ==, comparison->n_ranked);
  g_assert_cmpint (gtk_widget_get_visible (part (fixture, "unranked_group")), ==, comparison->n_ranked < comparison->n_offerings);
  g_assert_cmpuint (count_children (part (fixture, "unranked_list")), ==, comparison->n_offerings - comparison->n_ranked);
  g_assert_cmpint (gtk_widget_get_visible (part (fixture, "left_out_group")), ==, comparison->n_left_out > 0);
  g_assert_nonnull (strstr (gtk_label_get_label (part (fixture, "method_label")), "10000 draws with seed 1"));
}

static void
test_leads_to_what_settles_it (PageFixture *fixture,
                               gconstpointer data)
{
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);
  g_autoptr (RfComparison) comparison = compare (fixture, contestants);

  wait_for_state (fixture, "comparison");
  for (guint i = 0; i + 1 < comparison->n_ranked; i++)
    {
      const RfSettlingQuestion *settling = &rf_comparison_get_pair (comparison, i, i + 1)->settle[0];
      g_autofree char *target = NULL;

      if (settling->question < 0)
        continue;
      target = g_strdup_printf ("('%s', '%s')", comparison->offerings[settling->offering].id, comparison->questionnaire->questions[settling->question].id);
      g_assert_true (gtk_widget_activate (GTK_WIDGET (find_row (fixture, i, 1))));
      g_assert_cmpstr (fixture->told, ==, target);
      return;
    }
  g_error ("the sample has nothing to settle");
}

static GtkCheckButton *
find_check (PageFixture *fixture,
            guint index)
{
  RfCompareChoice *choice = part (fixture, "choice");
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (choice), RF_TYPE_COMPARE_CHOICE, "checks_box")));

  while (index-- > 0)
    check = gtk_widget_get_next_sibling (check);
  return GTK_CHECK_BUTTON (check);
}

static void
test_choice (PageFixture *fixture,
             gconstpointer data)
{
  GtkWidget *choice = part (fixture, "choice");
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);
  g_autoptr (RfComparison) comparison = NULL;

  wait_for_state (fixture, "comparison");
  gtk_widget_activate_action (choice, "compare.choose-none", NULL);
  wait_for_state (fixture, "too-few-chosen");
  gtk_check_button_set_active (find_check (fixture, 0), TRUE);
  wait_for_state (fixture, "too-few-chosen");
  /* the second and the third are chosen at once: what is seen is of all three */
  gtk_check_button_set_active (find_check (fixture, 1), TRUE);
  gtk_check_button_set_active (find_check (fixture, 2), TRUE);
  wait_for_state (fixture, "comparison");
  g_ptr_array_set_size (contestants, 3);
  comparison = compare (fixture, contestants);
  g_assert_cmpuint (count_children (part (fixture, "verdicts_box")) + 1 + count_children (part (fixture, "unranked_list")), ==, 3);
  g_assert_cmpuint (count_children (part (fixture, "verdicts_box")), ==, comparison->n_ranked - 1);
}

static gpointer
keep_one (RfWorkspace **workspace,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (*workspace, error);

  for (guint i = 1; offerings && i < offerings->len; i++)
    if (!rf_workspace_remove_offering (*workspace, ((const RfOffering *) g_ptr_array_index (offerings, i))->id, error))
      return NULL;
  return g_strdup ("done");
}

static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *done = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  g_assert_no_error (error);
}

static void
test_one_is_too_few (PageFixture *fixture,
                     gconstpointer data)
{
  wait_for_state (fixture, "comparison");
  rf_workspace_client_run_async (fixture->client, keep_one, NULL, NULL, g_free, NULL, kept_cb, NULL);
  wait_for_state (fixture, "too-few");
  g_assert_false (gtk_widget_get_visible (part (fixture, "bar")));
}

static GtkWidget *
find_titled (GtkWidget *start,
             const char *title)
{
  GtkWidget *found = ADW_IS_PREFERENCES_ROW (start) && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (start)), title) == 0 ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, title);
  return found;
}

/* What depends on the weights, through which question; the words are those of the command line. */
static void
test_profiles (PageFixture *fixture,
               gconstpointer data)
{
  GtkWidget *group = part (fixture, "profiles_group");
  GtkWidget *ranking;
  GtkWidget *depends;
  GtkWidget *row;

  wait_for_state (fixture, "comparison");
  while (!gtk_widget_get_visible (group))
    page_fixture_iterate (fixture);
  g_assert_nonnull (find_titled (group, "Nordlicht Small, direct API: the decision is the same under each profile."));
  ranking = find_titled (group, "The ranking is the same under each profile: Open-weights model Kiesel 70B on rented accelerators comes first.");
  g_assert_nonnull (ranking);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_titled (ranking, "Health"))), ==, "The ranking is the same");
  depends = find_titled (group, "Meridian Foundry with the model Aster 4: the decision depends on the profile.");
  g_assert_nonnull (depends);
  row = find_titled (depends, "Financial services");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Assistant for turbine design is “unfit: moderate” in place of “not settled: low to moderate”; through the weight of 3.9 [incident-notice]");
  gtk_widget_activate_action (row, gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), "(ss)", "meridian-cloud", "incident-notice");
  g_assert_cmpstr (fixture->told, ==, "('meridian-cloud', 'incident-notice')");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_titled (depends, "Health"))), ==, "The decision is the same");
}

/* Another level that is acceptable is judged by at once, and the rule is said. */
static void
test_profiles_of_level (PageFixture *fixture,
                        gconstpointer data)
{
  GtkWidget *group = part (fixture, "profiles_group");

  wait_for_state (fixture, "comparison");
  while (!gtk_widget_get_visible (group))
    page_fixture_iterate (fixture);
  g_assert_true (g_str_has_suffix (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "Fit means: the residual risk is low at most, even if all that is open turns out badly."));
  g_settings_set_enum (rf_settings_get (), RF_SETTING_ACCEPTABLE, RF_RATING_MODERATE);
  g_assert_true (g_str_has_suffix (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "Fit means: the residual risk is moderate at most, even if all that is open turns out badly."));
  while (find_titled (group, "Meridian Foundry with the model Aster 4: the decision is the same under each profile.") == NULL)
    page_fixture_iterate (fixture);
  g_settings_reset (rf_settings_get (), RF_SETTING_ACCEPTABLE);
}

static gpointer
dialog_part (GtkWidget *dialog,
             const char *name)
{
  return gtk_widget_get_template_child (dialog, RF_TYPE_WHAT_IF_DIALOG, name);
}

static gpointer
entry_part (GtkWidget *dialog,
            const char *name)
{
  return gtk_widget_get_template_child (dialog_part (dialog, "entry"), RF_TYPE_WHAT_IF_ENTRY, name);
}

static const char *
wait_for_cell (PageFixture *fixture,
               GtkWidget *dialog,
               int column,
               int row)
{
  GtkWidget *label;

  while ((label = gtk_grid_get_child_at (dialog_part (dialog, "grid"), column, row)) == NULL)
    page_fixture_iterate (fixture);
  return gtk_label_get_label (GTK_LABEL (label));
}

static GtkWidget *
open_what_if (PageFixture *fixture)
{
  wait_for_state (fixture, "comparison");
  gtk_widget_activate_action (fixture->page, "compare.what-if", NULL);
  return page_fixture_wait_for_dialog (fixture, RF_TYPE_WHAT_IF_DIALOG);
}

/* Trying one option after another changes the result, and back again; nothing is kept. */
static void
test_what_if (PageFixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = open_what_if (fixture);
  AdwComboRow *answers = entry_part (dialog, "answer_row");
  g_autofree char *before = g_strdup (wait_for_cell (fixture, dialog, 1, 2));

  g_assert_cmpstr (wait_for_cell (fixture, dialog, 2, 2), ==, before);
  g_assert_false (gtk_widget_get_sensitive (dialog_part (dialog, "keep_button")));
  for (guint i = 1; i < 3; i++)
    {
      adw_combo_row_set_selected (answers, i);
      g_assert_true (gtk_widget_get_sensitive (dialog_part (dialog, "keep_button")));
    }
  /* as if it were refused, which nobody keeps as an action */
  adw_combo_row_set_selected (answers, g_list_model_get_n_items (adw_combo_row_get_model (answers)) - 3);
  g_assert_false (gtk_widget_get_sensitive (dialog_part (dialog, "keep_button")));
  while (g_str_equal (wait_for_cell (fixture, dialog, 2, 2), before))
    page_fixture_iterate (fixture);
  g_assert_cmpstr (wait_for_cell (fixture, dialog, 1, 2), ==, before);
  g_assert_nonnull (strstr (gtk_label_get_label (dialog_part (dialog, "summary_label")), " before, "));
  adw_combo_row_set_selected (answers, 0);
  while (!g_str_equal (wait_for_cell (fixture, dialog, 2, 2), before))
    page_fixture_iterate (fixture);
  g_assert_cmpstr (gtk_label_get_label (dialog_part (dialog, "summary_label")), ==, "No rating, no section and no verdict changes.");
  page_fixture_close_dialog (fixture, dialog);
}

static const char *
get_change (GtkWidget *dialog,
            int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (dialog_part (dialog, "changes_list"), index);

  return row ? adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)) : NULL;
}

static GtkWidget *
find_button (GtkWidget *start)
{
  GtkWidget *found = GTK_IS_BUTTON (start) ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child);
  return found;
}

/* What is tried for one question stays while another is looked at, and can be taken back. */
static void
test_several_changes (PageFixture *fixture,
                      gconstpointer data)
{
  GtkWidget *dialog = open_what_if (fixture);
  AdwComboRow *questions = entry_part (dialog, "question_row");
  AdwComboRow *answers = entry_part (dialog, "answer_row");

  g_assert_false (gtk_widget_get_visible (dialog_part (dialog, "changes_group")));
  adw_combo_row_set_selected (answers, 1);
  adw_combo_row_set_selected (entry_part (dialog, "evidence_row"), RF_GRADE_TESTED + 1);
  adw_combo_row_set_selected (questions, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (answers), ==, 0);
  gtk_spin_button_set_value (entry_part (dialog, "weight_button"), 77);
  g_assert_true (g_str_has_prefix (get_change (dialog, 0), "What if 1.1 [human-access] is answered “"));
  g_assert_true (g_str_has_prefix (get_change (dialog, 1), "What if 1.1 [human-access] is proven: “"));
  g_assert_true (g_str_has_prefix (get_change (dialog, 2), "What if 1.2 ["));
  g_assert_true (g_str_has_suffix (get_change (dialog, 2), " weighs 77"));
  adw_combo_row_set_selected (questions, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (answers), ==, 1);
  g_signal_emit_by_name (find_button (GTK_WIDGET (gtk_list_box_get_row_at_index (dialog_part (dialog, "changes_list"), 0))), "clicked");
  g_assert_cmpuint (adw_combo_row_get_selected (answers), ==, 0);
  g_assert_nonnull (strstr (get_change (dialog, 0), "is proven"));
  g_assert_null (get_change (dialog, 2));
  page_fixture_close_dialog (fixture, dialog);
}

/* The same offering is tried under another use case, with another level that is acceptable. */
static void
test_other_circumstances (PageFixture *fixture,
                          gconstpointer data)
{
  GtkWidget *dialog = open_what_if (fixture);
  g_autofree char *before = NULL;
  int last = 1;

  wait_for_cell (fixture, dialog, 1, 1);
  while (gtk_grid_get_child_at (dialog_part (dialog, "grid"), 1, last + 1))
    last++;
  before = g_strdup (wait_for_cell (fixture, dialog, 1, last));
  adw_combo_row_set_selected (dialog_part (dialog, "acceptable_row"), RF_RATING_VERY_LOW);
  adw_combo_row_set_selected (dialog_part (dialog, "use_case_row"), 1);
  while (gtk_grid_get_child_at (dialog_part (dialog, "grid"), 1, last) == NULL || g_str_equal (wait_for_cell (fixture, dialog, 1, last), before))
    page_fixture_iterate (fixture);
  page_fixture_close_dialog (fixture, dialog);
}

static void
test_bad_trial (PageFixture *fixture,
                gconstpointer data)
{
  GtkWidget *dialog = open_what_if (fixture);
  GtkWidget *problem = dialog_part (dialog, "problem_label");

  adw_combo_row_set_selected (entry_part (dialog, "answer_row"), g_list_model_get_n_items (adw_combo_row_get_model (entry_part (dialog, "answer_row"))) - 3);
  adw_combo_row_set_selected (entry_part (dialog, "evidence_row"), RF_GRADE_TESTED + 1);
  while (!gtk_widget_get_visible (problem))
    page_fixture_iterate (fixture);
  g_assert_nonnull (strstr (gtk_label_get_label (GTK_LABEL (problem)), "evidence supports an answer, and there is none"));
  page_fixture_close_dialog (fixture, dialog);
}

static guint
count_actions (PageFixture *fixture,
               const char *offering)
{
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);

  for (guint i = 0; i < contestants->len; i++)
    {
      const RfRecord *record = ((const RfContestant *) g_ptr_array_index (contestants, i))->record;

      if (g_str_equal (record->offering->id, offering))
        return record->actions->len;
    }
  return 0;
}

static void
test_kept_as_an_action (PageFixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);
  const char *offering = ((const RfContestant *) g_ptr_array_index (contestants, 0))->record->offering->id;
  guint n = count_actions (fixture, offering);
  GtkWidget *dialog;

  dialog = open_what_if (fixture);
  adw_combo_row_set_selected (entry_part (dialog, "answer_row"), 1);
  adw_combo_row_set_selected (entry_part (dialog, "evidence_row"), RF_GRADE_TESTED + 1);
  g_signal_emit_by_name (dialog_part (dialog, "keep_button"), "clicked");
  page_fixture_wait_until_closed (fixture, dialog);
  g_assert_cmpuint (count_actions (fixture, offering), ==, n + 2);
}

static void
stopped_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  rf_compare_task_finish (result, user_data);
}

/* What was overtaken says so, and nothing else. */
static void
test_stopped (PageFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) contestants = list_contestants (fixture);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  rf_compare_task_async (contestants, cancellable, stopped_cb, &error);
  g_cancellable_cancel (cancellable);
  while (error == NULL)
    page_fixture_iterate (fixture);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The page goes while something is being compared. */
static void
test_closed_meanwhile (PageFixture *fixture,
                       gconstpointer data)
{
  while (!gtk_spinner_get_spinning (part (fixture, "spinner")))
    page_fixture_iterate (fixture);
}

int
main (int argc,
      char **argv)
{
  page_fixture_test_init (&argc, &argv);
#define ADD(path, function) g_test_add (path, PageFixture, NULL, set_up, function, tear_down)
  ADD ("/compare-page/says-what-the-engine-says", test_says_what_the_engine_says);
  ADD ("/compare-page/leads-to-what-settles-it", test_leads_to_what_settles_it);
  ADD ("/compare-page/choice", test_choice);
  ADD ("/compare-page/profiles", test_profiles);
  ADD ("/compare-page/profiles-of-level", test_profiles_of_level);
  ADD ("/compare-page/what-if", test_what_if);
  ADD ("/compare-page/several-changes", test_several_changes);
  ADD ("/compare-page/other-circumstances", test_other_circumstances);
  ADD ("/compare-page/bad-trial", test_bad_trial);
  ADD ("/compare-page/kept-as-an-action", test_kept_as_an_action);
  ADD ("/compare-page/stopped", test_stopped);
  ADD ("/compare-page/one-is-too-few", test_one_is_too_few);
  ADD ("/compare-page/closed-meanwhile", test_closed_meanwhile);
  return g_test_run ();
}
