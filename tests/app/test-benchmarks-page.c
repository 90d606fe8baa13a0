// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The page of benchmarks over the sample portfolio, with the figures that come with the program. */

#include "config.h"

#include "rf-benchmarks-jobs.h"
#include "rf-benchmarks-page.h"
#include "rf-figure-group.h"
#include "rf-jobs.h"
#include "rf-spending-group.h"

#include <string.h>

#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  RfWorkspaceClient *client;
  GtkWidget *window;
  RfBenchmarksPage *page;
  char *told;
  char *before; /* owned, nullable: what the chart of Net Scores said */
  guint n_waiting;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

static void
wait_until (Fixture *fixture,
            Condition condition)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  while (!condition (fixture))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static gpointer
get_child (Fixture *fixture,
           const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_BENCHMARKS_PAGE, name);
}

static gboolean
is_settled (Fixture *fixture)
{
  return fixture->n_waiting == 0;
}

static gboolean
is_loaded (Fixture *fixture)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), "loading") != 0;
}

static gboolean
is_told (Fixture *fixture)
{
  return fixture->told != NULL;
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  RfPortfolio *portfolio = rf_workspace_client_run_finish (fixture->client, result, &error);

  g_assert_no_error (error);
  g_clear_pointer (&portfolio, rf_portfolio_free);
  fixture->n_waiting--;
}

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *words = rf_workspace_client_run_finish (fixture->client, result, &error);

  g_assert_no_error (error);
  fixture->n_waiting--;
}

static void
tell_cb (GSimpleAction *action,
         GVariant *parameter,
         gpointer user_data)
{
  Fixture *fixture = user_data;

  g_free (fixture->told);
  fixture->told = g_variant_dup_string (parameter, NULL);
}

static void
open_window (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) tell = g_simple_action_new ("tell", G_VARIANT_TYPE_STRING);

  g_signal_connect (tell, "activate", G_CALLBACK (tell_cb), fixture);
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (tell));
  fixture->window = adw_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
set_up (Fixture *fixture,
        gconstpointer folder)
{
  g_autofree char *name = NULL;
  static guint n_workspaces;

  name = g_strdup_printf ("benchmarks-%u", ++n_workspaces);
  fixture->client = rf_workspace_client_new ();
  fixture->n_waiting = 1;
  rf_workspace_client_run_async (fixture->client, rf_job_open_sample, name, NULL, (GDestroyNotify) rf_portfolio_free, NULL, done_cb, fixture);
  wait_until (fixture, is_settled);
  if (folder != NULL)
    g_setenv ("RINGFENCE_DATA_DIR", folder, TRUE);
  fixture->page = g_object_new (RF_TYPE_BENCHMARKS_PAGE, NULL);
  rf_benchmarks_page_follow (fixture->page, fixture->client);
  open_window (fixture);
  wait_until (fixture, is_loaded);
}

static void
tear_down (Fixture *fixture,
           gconstpointer folder)
{
  gpointer page = fixture->page;

  g_object_add_weak_pointer (page, &page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rf_workspace_client_close (fixture->client);
  while (g_main_context_iteration (NULL, FALSE) || page != NULL)
    continue;
  g_assert_finalize_object (fixture->client);
  g_free (fixture->told);
  g_free (fixture->before);
}

/* The group of a barrier, in the order of the barriers. */
static RfFigureGroup *
get_group (Fixture *fixture,
           const char *barrier)
{
  GtkWidget *group = gtk_widget_get_first_child (get_child (fixture, "barriers_box"));

  for (guint i = 0; !g_str_equal (rf_benchmark_barriers[i], barrier); i++)
    group = gtk_widget_get_next_sibling (group);
  return RF_FIGURE_GROUP (group);
}

static void
assert_says (RfChart *chart,
             const char *words)
{
  g_autofree char *description = NULL;

  g_assert_nonnull (chart);
  description = rf_chart_dup_description (chart);
  if (strstr (description, words) == NULL)
    g_error ("the chart does not say “%s” but: %s", words, description);
}

static void
test_figures (Fixture *fixture,
              gconstpointer data)
{
  assert_says (rf_figure_group_get_chart (get_group (fixture, "legal-ip")), "69 %");
  assert_says (rf_figure_group_get_chart (get_group (fixture, "privacy")), "no number");
  assert_says (rf_figure_group_get_chart (get_child (fixture, "net_scores")), "no number");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (rf_spending_group_get_row (get_child (fixture, "spending"), 3))));
  g_assert_null (rf_spending_group_get_row (get_child (fixture, "spending"), 4));
}

static void
test_sections_of_another_offering (Fixture *fixture,
                                   gconstpointer data)
{
  AdwComboRow *offerings = get_child (fixture, "offering_row");
  RfChart *before = rf_figure_group_get_sections (get_group (fixture, "privacy"));
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_nonnull (before);
  first = rf_chart_dup_description (before);
  adw_combo_row_set_selected (offerings, 1);
  second = rf_chart_dup_description (rf_figure_group_get_sections (get_group (fixture, "privacy")));
  g_assert_cmpstr (first, !=, second);
}

static char *
dup_net_scores (Fixture *fixture)
{
  return rf_chart_dup_description (rf_figure_group_get_chart (get_child (fixture, "net_scores")));
}

static gboolean
differs (Fixture *fixture)
{
  g_autofree char *now = dup_net_scores (fixture);

  return !g_str_equal (now, fixture->before);
}

static gboolean
is_as_before (Fixture *fixture)
{
  return !differs (fixture);
}

/* Said, kept, shown in the chart; undone again. The row that was used is still there, and so is the focus. */
static void
test_spending (Fixture *fixture,
               gconstpointer data)
{
  RfSpendingGroup *spending = get_child (fixture, "spending");
  AdwComboRow *row = rf_spending_group_get_row (spending, 0);
  guint selected = adw_combo_row_get_selected (row);

  g_assert_cmpuint (selected, !=, 1 + RF_INTENTION_REPLACING);
  fixture->before = dup_net_scores (fixture);
  g_assert_nonnull (strstr (fixture->before, "Our own portfolio"));
  adw_combo_row_set_selected (row, 1 + RF_INTENTION_REPLACING);
  wait_until (fixture, differs);
  g_assert_true (rf_spending_group_get_row (spending, 0) == row);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, 1 + RF_INTENTION_REPLACING);
  fixture->n_waiting = 1;
  rf_workspace_client_run_async (fixture->client, rf_job_undo, NULL, NULL, g_free, NULL, undone_cb, fixture);
  wait_until (fixture, is_settled);
  wait_until (fixture, is_as_before);
  g_assert_cmpuint (adw_combo_row_get_selected (row), ==, selected);
  g_assert_null (fixture->told);
}

/* What could not be kept is said, and the row shows again what is kept. */
static void
test_spending_that_fails (Fixture *fixture,
                          gconstpointer data)
{
  RfSpendingGroup *spending = get_child (fixture, "spending");
  guint selected = adw_combo_row_get_selected (rf_spending_group_get_row (spending, 0));

  g_signal_emit_by_name (spending, "chosen", "no-such-offering", (int) RF_INTENTION_FLAT);
  wait_until (fixture, is_told);
  g_assert_nonnull (strstr (fixture->told, "no-such-offering"));
  g_assert_cmpuint (adw_combo_row_get_selected (rf_spending_group_get_row (spending, 0)), ==, selected);
}

static void
test_none_installed (Fixture *fixture,
                     gconstpointer data)
{
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (fixture, "stack")), ==, "none");
}

int
main (int argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/benchmarks/figures", Fixture, NULL, set_up, test_figures, tear_down);
  g_test_add ("/app/benchmarks/sections-of-another-offering", Fixture, NULL, set_up, test_sections_of_another_offering, tear_down);
  g_test_add ("/app/benchmarks/spending", Fixture, NULL, set_up, test_spending, tear_down);
  g_test_add ("/app/benchmarks/spending-that-fails", Fixture, NULL, set_up, test_spending_that_fails, tear_down);
  /* the last: it takes the folder of figures away */
  g_test_add ("/app/benchmarks/none-installed", Fixture, "/nonexistent", set_up, test_none_installed, tear_down);
  return g_test_run ();
}
