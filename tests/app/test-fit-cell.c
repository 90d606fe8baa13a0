// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What opens from a cell of the matrix: whether it is fit, the way there, and what stands beside the decision. */

#include "config.h"

#include "rf-actions-jobs.h"
#include "rf-decision-dialog.h"
#include "rf-settings.h"
#include "rf-use-cases-page.h"
#include "use-cases-fixture.h"

#include <string.h>

static void
set_up (PageFixture *fixture,
        gconstpointer data)
{
  page_fixture_init (fixture, RF_TYPE_USE_CASES_PAGE);
  rf_use_cases_page_follow (RF_USE_CASES_PAGE (fixture->page), fixture->client);
}

static void
tear_down (PageFixture *fixture,
           gconstpointer data)
{
  page_fixture_clear (fixture);
  g_settings_reset (rf_settings_get (), RF_SETTING_ACCEPTABLE);
}

static GtkWidget *
wait_for_way (PageFixture *fixture,
              GtkWidget *dialog)
{
  GtkWidget *group = use_cases_fixture_get_part (dialog, "way_group");

  while (!gtk_widget_get_visible (group))
    page_fixture_iterate (fixture);
  return group;
}

static const char *
get_title (GtkWidget *row)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));
}

/* The row of a step of the way, by the id of its question. */
static GtkWidget *
find_step (GtkWidget *start,
           const char *question)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (start) && g_str_equal (gtk_widget_get_name (start), question) ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_step (child, question);
  return found;
}

static GtkWidget *
find_check (GtkWidget *start)
{
  GtkWidget *found = GTK_IS_CHECK_BUTTON (start) ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_check (child);
  return found;
}

/* In the words of the command line; a step leads to its question. */
static void
test_way (PageFixture *fixture,
          gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "contract-search");
  GtkWidget *group = wait_for_way (fixture, dialog);
  GtkWidget *found = use_cases_fixture_get_part (dialog, "fit_group");
  GtkWidget *step;

  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (use_cases_fixture_get_part (found, "residual_row"))), "Unfit: at least moderate remains, and low is acceptable; the provider’s side decides."));
  g_assert_true (g_str_has_prefix (get_title (use_cases_fixture_get_part (group, "way_row")), "Would be fit with the best answer, tested by us, to 5.5 [cross-tenant], 6.6 [residency] for the knock-outs, then 1.1 [human-access], 1.2"));
  step = find_step (group, "residency");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (step)), ==, "For the knock-outs");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_step (group, "human-access"))), ==, "");
  g_signal_emit_by_name (step, "activated");
  while (fixture->told == NULL)
    page_fixture_iterate (fixture);
  g_assert_cmpstr (fixture->told, ==, "('nordlicht-api', 'residency')");
}

static GtkWidget *
find_titled (GtkWidget *start,
             const char *prefix)
{
  GtkWidget *found = ADW_IS_ACTION_ROW (start) && g_str_has_prefix (get_title (start), prefix) ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_titled (child, prefix);
  return found;
}

/* Beside the decision: the share of those asked with its interval, and the range of the sections that answer it. */
static void
test_barriers (PageFixture *fixture,
               gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "contract-search");
  GtkWidget *group = use_cases_fixture_get_part (dialog, "barriers_group");
  GtkWidget *row;
  const char *words;

  while (!gtk_widget_get_visible (group))
    page_fixture_iterate (fixture);
  row = find_titled (group, "Data privacy: ");
  g_assert_nonnull (row);
  g_assert_nonnull (strchr (get_title (row), '%'));
  words = adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
  g_test_message ("%s: %s", get_title (row), words);
  g_assert_nonnull (strstr (words, "95 %: "));
  g_assert_nonnull (strstr (words, ", unproven up to "));
  page_fixture_close_dialog (fixture, dialog);
}

/* From a cell to where things are tried, for the same use case and the same level. */
static void
test_what_if (PageFixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "meridian-cloud", "design-assistant");

  wait_for_way (fixture, dialog);
  g_signal_emit_by_name (use_cases_fixture_get_part (dialog, "fit_group"), "what-if");
  while (fixture->told == NULL)
    page_fixture_iterate (fixture);
  g_assert_cmpstr (fixture->told, ==, "('meridian-cloud', 'design-assistant', 'low')");
}

static void
listed_actions_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(RfActionList **) user_data = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
}

static guint
count_actions (PageFixture *fixture,
               const char *question)
{
  g_autoptr (RfActionList) list = NULL;
  guint n = 0;

  rf_workspace_client_run_async (fixture->client, rf_job_list_actions, NULL, NULL, (GDestroyNotify) rf_action_list_free, NULL, listed_actions_cb, &list);
  while (list == NULL)
    page_fixture_iterate (fixture);
  for (guint i = 0; i < list->items->len; i++)
    n += g_strcmp0 (rf_action_item_get_action (g_ptr_array_index (list->items, i))->question, question) == 0;
  return n;
}

/* Those that are not chosen are left; those that are kept are not kept twice. */
static void
test_keep_steps (PageFixture *fixture,
                 gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "contract-search");
  GtkWidget *group = wait_for_way (fixture, dialog);
  GtkWidget *keep = use_cases_fixture_get_part (group, "keep_button");
  guint left = count_actions (fixture, "human-access");
  guint kept = count_actions (fixture, "residency");

  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (find_step (group, "human-access"))), FALSE);
  g_signal_emit_by_name (keep, "clicked");
  while (gtk_widget_get_sensitive (keep))
    page_fixture_iterate (fixture);
  g_assert_cmpuint (count_actions (fixture, "residency"), ==, kept + 1);
  g_assert_cmpuint (count_actions (fixture, "human-access"), ==, left);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (find_step (group, "residency"))), ==, "Kept as an action");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_check (find_step (group, "human-access"))), TRUE);
  g_assert_true (gtk_widget_get_sensitive (keep));
  g_signal_emit_by_name (keep, "clicked");
  while (gtk_widget_get_sensitive (keep))
    page_fixture_iterate (fixture);
  g_assert_cmpuint (count_actions (fixture, "residency"), ==, kept + 1);
  g_assert_cmpuint (count_actions (fixture, "human-access"), ==, left + 1);
  page_fixture_close_dialog (fixture, dialog);
}

static gboolean
is_message (GtkWindow *window,
            GtkWidget *dialog)
{
  return ADW_IS_MESSAGE_DIALOG (window) && gtk_window_get_transient_for (window) == GTK_WINDOW (dialog) && gtk_widget_get_mapped (GTK_WIDGET (window));
}

static GtkWidget *
find_button (GtkWidget *start,
             const char *label)
{
  GtkWidget *found = GTK_IS_BUTTON (start) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (start)), label) == 0 ? start : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child && !found; child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
respond (PageFixture *fixture,
         GtkWidget *dialog,
         const char *label)
{
  gpointer message = NULL;

  while (message == NULL)
    {
      g_autoptr (GList) windows = gtk_window_list_toplevels ();

      page_fixture_iterate (fixture);
      for (GList *link = windows; link; link = link->next)
        if (is_message (link->data, dialog))
          message = link->data;
    }
  g_object_add_weak_pointer (message, &message);
  g_signal_emit_by_name (find_button (message, label), "clicked");
  while (message)
    page_fixture_iterate (fixture);
}

/* What was typed about the decision is not thrown away by following a step: it is asked before. */
static void
test_unsaved (PageFixture *fixture,
              gconstpointer data)
{
  GtkWidget *dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "contract-search");
  gpointer watched = dialog;
  GtkWidget *step = find_step (wait_for_way (fixture, dialog), "residency");
  GtkEditable *owner = GTK_EDITABLE (use_cases_fixture_get_part (dialog, "owner_row"));

  g_object_add_weak_pointer (watched, &watched);
  gtk_editable_set_text (owner, "Works Council");
  g_signal_emit_by_name (step, "activated");
  respond (fixture, dialog, "_Cancel");
  g_assert_nonnull (watched);
  g_assert_null (fixture->told);
  g_assert_cmpstr (gtk_editable_get_text (owner), ==, "Works Council");
  g_signal_emit_by_name (step, "activated");
  respond (fixture, dialog, "_Discard");
  while (fixture->told == NULL)
    page_fixture_iterate (fixture);
  g_assert_cmpstr (fixture->told, ==, "('nordlicht-api', 'residency')");
  while (watched)
    page_fixture_iterate (fixture);
}

/* With less acceptable than any answers leave, the dialog says so and offers no step. */
static void
test_unreachable (PageFixture *fixture,
                  gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "acceptable_drop_down"));
  GtkWidget *dialog;
  GtkWidget *group;

  use_cases_fixture_wait_for_cell (fixture, "holm-self-hosted", "design-assistant");
  gtk_drop_down_set_selected (choice, RF_RATING_VERY_LOW);
  dialog = use_cases_fixture_open_dialog (fixture, "holm-self-hosted", "design-assistant");
  group = wait_for_way (fixture, dialog);
  g_assert_cmpstr (get_title (use_cases_fixture_get_part (group, "way_row")), ==, "Fit cannot be reached by any answers to these questions.");
  g_assert_nonnull (strstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (use_cases_fixture_get_part (use_cases_fixture_get_part (dialog, "fit_group"), "residual_row"))), "Unfit: at least low remains, and very low is acceptable; the provider’s side decides."));
  g_assert_false (gtk_widget_get_visible (use_cases_fixture_get_part (group, "keep_button")));
  page_fixture_close_dialog (fixture, dialog);
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
run (PageFixture *fixture,
     RfWorkspaceJob job)
{
  gboolean done = FALSE;

  rf_workspace_client_run_async (fixture->client, job, NULL, NULL, NULL, NULL, done_cb, &done);
  while (!done)
    page_fixture_iterate (fixture);
}

static gpointer
settle (RfWorkspace **workspace,
        gpointer data,
        GCancellable *cancellable,
        GError **error)
{
  RfAnswer *answer = rf_answer_new ("cross-tenant", RF_ANSWER_ANSWERED);

  answer->choices = g_strsplit ("tested-by-others", ",", -1);
  rf_workspace_put_answer (*workspace, "nordlicht-api", answer, error);
  rf_answer_free (answer);
  return NULL;
}

static void
wait_for_fit (PageFixture *fixture,
              const char *fit)
{
  RfMatrixCell *cell;

  do
    {
      page_fixture_iterate (fixture);
      cell = use_cases_fixture_wait_for_cell (fixture, "nordlicht-api", "shift-handover");
    }
  while (!g_str_equal (gtk_label_get_label (GTK_LABEL (use_cases_fixture_get_part (GTK_WIDGET (cell), "fit_label"))), fit));
}

/* One answer is settled and a decision changes: what tests/cli/story.test has of the command line and the report, with
 * the same sentences. */
static void
test_story (PageFixture *fixture,
            gconstpointer data)
{
  GtkWidget *dialog;
  GtkWidget *row;

  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_template_child (fixture->page, RF_TYPE_USE_CASES_PAGE, "acceptable_drop_down")), RF_RATING_MODERATE);
  wait_for_fit (fixture, "Not settled");
  dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "shift-handover");
  row = use_cases_fixture_get_part (wait_for_way (fixture, dialog), "way_row");
  g_assert_cmpstr (get_title (row), ==, "Would be fit with the best answer, tested by us, to 5.5 [cross-tenant] for the knock-outs; fewer would not do.");
  row = use_cases_fixture_get_part (use_cases_fixture_get_part (dialog, "fit_group"), "residual_row");
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Not settled: from moderate to high may remain, and moderate is acceptable; the provider’s side decides."));
  page_fixture_close_dialog (fixture, dialog);
  run (fixture, settle);
  wait_for_fit (fixture, "Fit");
  dialog = use_cases_fixture_open_dialog (fixture, "nordlicht-api", "shift-handover");
  row = use_cases_fixture_get_part (use_cases_fixture_get_part (dialog, "fit_group"), "residual_row");
  while (!g_str_equal (get_title (row), "Residual risk: Moderate"))
    page_fixture_iterate (fixture);
  g_assert_true (g_str_has_prefix (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Fit: at most moderate remains."));
  g_assert_false (gtk_widget_get_visible (use_cases_fixture_get_part (dialog, "way_group")));
  page_fixture_close_dialog (fixture, dialog);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (PageFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/fit-cell/way", test_way },
    { "/fit-cell/what-if", test_what_if },
    { "/fit-cell/barriers", test_barriers },
    { "/fit-cell/keep-steps", test_keep_steps },
    { "/fit-cell/unsaved", test_unsaved },
    { "/fit-cell/unreachable", test_unreachable },
    { "/fit-cell/story", test_story },
  };

  page_fixture_test_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, PageFixture, NULL, set_up, tests[i].test, tear_down);
  return g_test_run ();
}
