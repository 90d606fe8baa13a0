// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-chart-view.h"
#include "rf-heat-map-part.h"
#include "rf-jobs.h"
#include "rf-portfolio-column.h"
#include "rf-portfolio-page.h"
#include "rf-portfolio-row.h"
#include "rf-portfolio-table.h"
#include "rf-portfolio-wording.h"

#include <adwaita.h>
#include <string.h>

#define TODAY 739000 /* 2024-04-24 */
#define N_MANY 1000

/* ---- what a row says ---- */

static RfPortfolioItem *
new_item (const char *id,
          const char *provider,
          const char *name)
{
  g_autoptr (RfOffering) offering = rf_offering_new (id, provider, name);
  g_autoptr (GPtrArray) use_cases = g_ptr_array_new ();
  g_autoptr (RfPortfolioSummary) summary = rf_portfolio_summary_new (TODAY, offering, NULL, use_cases);

  return rf_portfolio_item_new (summary);
}

static void
test_names (void)
{
  g_autofree char *long_name = g_strnfill (10000, 'x');
  static const struct
  {
    const char *name;
    const char *shown;
  } rows[] = {
    { "Plain", "Plain" },
    { "Two\nlines", "Two lines" },
    { "\r\n  Much \t\n blank  ", "Much blank" },
    { "Paragraph\xe2\x80\xa9separator", "Paragraph separator" },
    { "Bell\a", "Bell" },
    { "", "" },
  };
  g_autoptr (RfPortfolioItem) item = new_item ("long", "Example", long_name);

  g_assert_cmpint (g_utf8_strlen (rf_portfolio_item_get_name (item), -1), ==, 201);
  g_assert_true (g_str_has_suffix (rf_portfolio_item_get_name (item), "x…"));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RfPortfolioItem) of_row = new_item ("id", "Example", rows[i].name);

      g_assert_cmpstr (rf_portfolio_item_get_name (of_row), ==, rows[i].shown);
    }
}

static void
test_search (void)
{
  static const struct
  {
    const char *typed;
    gboolean found;
  } rows[] = {
    { "", TRUE },
    { "   ", TRUE },
    { "nord", TRUE },
    { "NORD", TRUE },
    { "api nordlicht", TRUE },
    { "example", TRUE },
    { "nord plauder", FALSE },
    { "größe", TRUE },
    { "GRÖSSE", TRUE },
    { "%s", FALSE },
  };
  g_autoptr (RfPortfolioItem) item = new_item ("id", "Example Inc", "Nordlicht Größe, direct API");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) words = rf_portfolio_item_split_search (rows[i].typed);

      g_assert_cmpint (rf_portfolio_item_matches (item, words), ==, rows[i].found);
    }
}

static void
add_standing (RfPortfolioSummary *summary,
              const char *name,
              int verdict,
              gboolean has_expired)
{
  RfUseCaseStanding *standing = g_new0 (RfUseCaseStanding, 1);

  standing->use_case = rf_use_case_new (name, name);
  standing->decision = verdict >= 0 ? rf_decision_new (name, verdict) : NULL;
  standing->has_expired = has_expired;
  g_ptr_array_add (summary->use_cases, standing);
}

static RfPortfolioSummary *
new_summary (void)
{
  g_autoptr (RfOffering) offering = rf_offering_new ("id", "Example Inc", "Example");
  g_autoptr (GPtrArray) use_cases = g_ptr_array_new ();

  return rf_portfolio_summary_new (TODAY, offering, NULL, use_cases);
}

static void
assert_words (RfPortfolioSummary *summary,
              RfPortfolioColumn column,
              const char *first,
              RfTone first_tone,
              const char *second,
              RfTone second_tone)
{
  g_autoptr (RfPortfolioItem) item = rf_portfolio_item_new (summary);
  g_auto (RfPortfolioWords) words = { 0 };

  rf_portfolio_words_init (&words, column, item);
  g_assert_cmpstr (words.lines[0], ==, first);
  g_assert_cmpstr (words.lines[1], ==, second);
  if (first)
    g_assert_cmpint (words.tones[0], ==, first_tone);
  if (second)
    g_assert_cmpint (words.tones[1], ==, second_tone);
}

static void
test_decisions (void)
{
  g_autoptr (RfPortfolioSummary) summary = new_summary ();

  assert_words (summary, RF_PORTFOLIO_DECISIONS, NULL, 0, NULL, 0);
  add_standing (summary, "Chat", -1, FALSE);
  add_standing (summary, "Code", RF_VERDICT_REJECT, FALSE);
  assert_words (summary, RF_PORTFOLIO_DECISIONS, "Rejected: Code", RF_TONE_NORMAL, "To be decided: Chat", RF_TONE_DIM);
  add_standing (summary, "Search", RF_VERDICT_APPROVE, TRUE);
  assert_words (summary, RF_PORTFOLIO_DECISIONS, "Expired, decide again: Search", RF_TONE_ERROR, "and 2 more", RF_TONE_DIM);
}

static void
test_days (void)
{
  g_autoptr (RfPortfolioSummary) summary = new_summary ();

  assert_words (summary, RF_PORTFOLIO_EVIDENCE, NULL, 0, NULL, 0);
  assert_words (summary, RF_PORTFOLIO_REVIEW, NULL, 0, NULL, 0);
  summary->next_expiry = TODAY + 90;
  summary->days_to_expiry = 90;
  assert_words (summary, RF_PORTFOLIO_EVIDENCE, "Until 2024-07-23", RF_TONE_NORMAL, NULL, 0);
  summary->next_expiry = TODAY + 89;
  summary->days_to_expiry = 89;
  summary->n_expired_evidence = 2;
  assert_words (summary, RF_PORTFOLIO_EVIDENCE, "2 expired", RF_TONE_ERROR, "Until 2024-07-22", RF_TONE_WARNING);
  summary->assessment = rf_assessment_new ("id.1");
  summary->assessment->next_review = TODAY;
  summary->review_is_due = TRUE;
  assert_words (summary, RF_PORTFOLIO_REVIEW, "2024-04-24", RF_TONE_NORMAL, "Due today", RF_TONE_WARNING);
  summary->assessment->next_review = TODAY - 1;
  assert_words (summary, RF_PORTFOLIO_REVIEW, "2024-04-23", RF_TONE_NORMAL, "Overdue", RF_TONE_ERROR);
}

static void
test_sentence (void)
{
  g_autoptr (RfPortfolioItem) item = new_item ("id", "Example\nInc", "Example");
  g_autofree char *sentence = rf_portfolio_dup_sentence (item);

  g_assert_cmpstr (sentence, ==, "Example. By Example Inc. Not assessed. Not begun");
}

/* ---- the table ---- */

static GtkWidget *
find_nth (GtkWidget *start,
          GType type,
          guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (start), type) && (*skip)-- == 0)
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_nth (child, type, skip);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find (GtkWidget *start,
      GType type)
{
  guint skip = 0;

  return find_nth (start, type, &skip);
}

static guint
count_rows (GtkWidget *start)
{
  guint n = rf_portfolio_row_find (start) == start;

  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    n += count_rows (child);
  return n;
}

/* The rows of a thousand offerings are those that are in sight, and they sort both ways. */
static void
test_many (void)
{
  g_autoptr (GListStore) items = g_list_store_new (RF_TYPE_PORTFOLIO_ITEM);
  RfPortfolioTable *table = g_object_new (RF_TYPE_PORTFOLIO_TABLE, NULL);
  GtkWidget *window = gtk_window_new ();
  g_autoptr (GtkSortListModel) sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (items)), g_object_ref (rf_portfolio_table_get_sorter (table)));

  for (guint i = 0; i < N_MANY; i++)
    {
      g_autofree char *id = g_strdup_printf ("id-%u", i);
      g_autofree char *name = g_strdup_printf ("Offering %04u", (i * 7) % N_MANY);
      g_autoptr (RfPortfolioItem) item = new_item (id, "Example", name);

      g_list_store_append (items, item);
    }
  rf_portfolio_table_set_model (table, G_LIST_MODEL (sorted));
  gtk_window_set_default_size (GTK_WINDOW (window), 1100, 600);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (table));
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpuint (count_rows (GTK_WIDGET (table)), >, 5);
  g_assert_cmpuint (count_rows (GTK_WIDGET (table)), <, N_MANY / 2);
  for (guint i = 0; i < 2; i++)
    {
      const char *order = i ? "-offering" : "offering";
      g_autofree char *now = NULL;
      g_autoptr (RfPortfolioItem) first = NULL;

      rf_portfolio_table_sort_by (table, order);
      now = rf_portfolio_table_dup_sort_order (table);
      first = g_list_model_get_item (G_LIST_MODEL (sorted), 0);
      g_assert_cmpstr (now, ==, order);
      g_assert_cmpstr (rf_portfolio_item_get_name (first), ==, i ? "Offering 0999" : "Offering 0000");
    }
  gtk_window_destroy (GTK_WINDOW (window));
}

/* ---- the page ---- */

typedef struct
{
  RfWorkspaceClient *client;
  GtkWidget *window;
  RfPortfolioPage *page;
  char *opened;
  char *told;
  char *told_undoable;
  gboolean waiting;
} Fixture;

static void
remember_cb (GSimpleAction *action,
             GVariant *parameter,
             gpointer user_data)
{
  char **place = user_data;

  g_free (*place);
  *place = g_variant_is_of_type (parameter, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (parameter, NULL) : g_variant_print (parameter, FALSE);
}

static void
add_action (GSimpleActionGroup *group,
            const char *name,
            const char *type,
            char **place)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect (action, "activate", G_CALLBACK (remember_cb), place);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
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
  rf_portfolio_free (portfolio);
  fixture->waiting = FALSE;
}

static void
open_sample (Fixture *fixture)
{
  fixture->waiting = TRUE;
  rf_workspace_client_run_async (fixture->client, rf_job_open_sample, g_strdup ("sample"), g_free, (GDestroyNotify) rf_portfolio_free, NULL, done_cb, fixture);
  while (fixture->waiting)
    g_main_context_iteration (NULL, TRUE);
}

static GListModel *
get_rows (Fixture *fixture)
{
  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (find (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW))));
}

static void
wait_for_rows (Fixture *fixture,
               guint n)
{
  while (g_list_model_get_n_items (get_rows (fixture)) != n)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture,
        gconstpointer width)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  fixture->client = rf_workspace_client_new ();
  open_sample (fixture);
  fixture->window = gtk_window_new ();
  fixture->page = g_object_new (RF_TYPE_PORTFOLIO_PAGE, NULL);
  add_action (group, "open-offering", "s", &fixture->opened);
  add_action (group, "open-question", "(ss)", &fixture->opened);
  add_action (group, "tell", "s", &fixture->told);
  add_action (group, "tell-undoable", "s", &fixture->told_undoable);
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (group));
  rf_portfolio_page_follow (fixture->page, fixture->client);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), GPOINTER_TO_INT (width), 700);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_rows (fixture, 4);
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture *fixture,
           gconstpointer width)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  rf_workspace_client_close (fixture->client);
  while (fixture->page || g_main_context_pending (NULL))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (fixture->client);
  g_free (fixture->opened);
  g_free (fixture->told);
  g_free (fixture->told_undoable);
}

static void
assert_first (Fixture *fixture,
              const char *id)
{
  g_autoptr (RfPortfolioItem) first = g_list_model_get_item (get_rows (fixture), 0);

  g_assert_cmpstr (rf_portfolio_item_get_id (first), ==, id);
}

static void
test_sort (Fixture *fixture,
           gconstpointer width)
{
  static const struct
  {
    const char *order;
    const char *first;
  } rows[] = {
    { "-risk", "plauder-app" },
    { "-rating", "plauder-app" },
    { "coverage", "plauder-app" },
    { "-knock-outs", "plauder-app" },
    { "offering", "meridian-cloud" },
    { "-provider", "plauder-app" },
    { "evidence", "plauder-app" },
    { "nonsense", "meridian-cloud" },
    { "-", "meridian-cloud" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_object_set (fixture->page, "sort-order", rows[i].order, NULL);
      assert_first (fixture, rows[i].first);
    }
}

/* The menu, the headers and whoever remembers the order speak of the same. */
static void
test_sort_order_is_told (Fixture *fixture,
                         gconstpointer width)
{
  g_autofree char *order = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "portfolio.sort-order", "s", "-risk");
  g_object_get (fixture->page, "sort-order", &order, NULL);
  g_assert_cmpstr (order, ==, "-risk");
  assert_first (fixture, "plauder-app");
}

static GtkStack *
get_stack (Fixture *fixture)
{
  return GTK_STACK (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, "stack"));
}

static void
type (Fixture *fixture,
      const char *text)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->page), GTK_TYPE_SEARCH_ENTRY);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static void
test_find (Fixture *fixture,
           gconstpointer width)
{
  type (fixture, "holm");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 1);
  assert_first (fixture, "holm-self-hosted");
  type (fixture, "nobody has this");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, "no-results");
  type (fixture, "");
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 4);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, "table");
}

static void
test_open (Fixture *fixture,
           gconstpointer width)
{
  g_signal_emit_by_name (find (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW), "activate", 0);
  g_assert_cmpstr (fixture->opened, ==, "meridian-cloud");
}

static void
undone_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_free (rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error));
  g_assert_no_error (error);
}

/* Gone from the list, told with a way back, and back where it was. */
static void
test_remove (Fixture *fixture,
             gconstpointer width)
{
  g_autoptr (RfPortfolioItem) kept = g_list_model_get_item (get_rows (fixture), 3);
  g_autoptr (RfPortfolioItem) still = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "portfolio.remove", "s", "meridian-cloud");
  wait_for_rows (fixture, 3);
  while (fixture->told_undoable == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (fixture->told_undoable, "Meridian"));
  still = g_list_model_get_item (get_rows (fixture), 2);
  g_assert_true (still == kept);
  rf_workspace_client_run_async (fixture->client, rf_job_undo, NULL, NULL, g_free, NULL, undone_cb, NULL);
  wait_for_rows (fixture, 4);
  assert_first (fixture, "meridian-cloud");
  g_assert_null (fixture->told);
}

static void
test_remove_unknown (Fixture *fixture,
                     gconstpointer width)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "portfolio.remove", "s", "no-such-offering");
  g_assert_null (fixture->told_undoable);
  g_assert_cmpuint (g_list_model_get_n_items (get_rows (fixture)), ==, 4);
}

static GtkWindow *
find_dialog (Fixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (window) == GTK_WINDOW (fixture->window))
        return window; /* the toolkit keeps it */
    }
  return NULL;
}

static void
test_edit (Fixture *fixture,
           gconstpointer width)
{
  g_autoptr (RfPortfolioItem) item = g_list_model_get_item (get_rows (fixture), 0);
  const RfOffering *before = rf_portfolio_item_get_summary (item)->offering;
  g_autofree char *region = g_strdup (before->attributes[RF_OFFERING_REGION]);
  GtkWindow *dialog;
  GtkEditable *name;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "portfolio.edit", "s", rf_portfolio_item_get_id (item));
  dialog = find_dialog (fixture);
  g_assert_nonnull (dialog);
  name = GTK_EDITABLE (gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), "name_row"));
  g_assert_cmpstr (gtk_editable_get_text (name), ==, before->name);
  gtk_editable_set_text (name, "A new name");
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (dialog), G_OBJECT_TYPE (dialog), "add_button"), "clicked");
  while (!g_str_equal (rf_portfolio_item_get_name (item), "A new name"))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (rf_portfolio_item_get_summary (item)->offering->attributes[RF_OFFERING_REGION], ==, region);
  while (find_dialog (fixture) != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_row_is_a_sentence (Fixture *fixture,
                        gconstpointer width)
{
  const char *shown = GPOINTER_TO_INT (width) < 680 ? "list" : "table";
  GtkWidget *list = find (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, shown)), GTK_TYPE_LIST_VIEW);
  GtkWidget *row = gtk_widget_get_first_child (list);
  RfPortfolioItem *item = rf_portfolio_row_get_item (row);
  g_autofree char *sentence = rf_portfolio_dup_sentence (item);

  g_assert_true (gtk_widget_get_mapped (row));
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, sentence);
}

static void
test_fits_a_phone (Fixture *fixture,
                   gconstpointer width)
{
  GtkWidget *table = find (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW);
  int minimum;

  gtk_widget_measure (GTK_WIDGET (fixture->page), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  g_assert_false (gtk_widget_get_mapped (table));
}

/* Where text is large the table has no room any more, and nobody should have to scroll sideways. */
static void
test_large_text (Fixture *fixture,
                 gconstpointer width)
{
  GtkWidget *table = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, "table"));
  GtkSettings *settings = gtk_settings_get_default ();
  int usual;

  g_assert_true (gtk_widget_get_child_visible (table));
  g_object_get (settings, "gtk-xft-dpi", &usual, NULL);
  g_object_set (settings, "gtk-xft-dpi", 144 * PANGO_SCALE, NULL);
  while (gtk_widget_get_child_visible (table))
    g_main_context_iteration (NULL, TRUE);
  g_object_set (settings, "gtk-xft-dpi", usual, NULL);
  while (!gtk_widget_get_child_visible (table))
    g_main_context_iteration (NULL, TRUE);
}

/* @view: a template child of the page */
static void
wait_for_focus (Fixture *fixture,
                const char *view)
{
  GtkWidget *list = find (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, view)), GTK_TYPE_LIST_VIEW);
  gint64 deadline = g_get_monotonic_time () + 30 * G_USEC_PER_SEC;
  GtkWidget *focus;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, deadline);
      g_main_context_iteration (NULL, FALSE);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
    }
  while (focus == NULL || !gtk_widget_is_ancestor (focus, list));
}

/* A person begins with the offerings, not with what stands above them. */
static void
test_first_focus (Fixture *fixture,
                  gconstpointer width)
{
  wait_for_focus (fixture, GPOINTER_TO_INT (width) < 680 ? "list" : "table");
}

/* Whether the table or the list is shown is known with the width only, which may come after the first focus. */
static void
test_focus_moves_along (Fixture *fixture,
                        gconstpointer width)
{
  wait_for_focus (fixture, "table");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  wait_for_focus (fixture, "list");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1100, 700);
  wait_for_focus (fixture, "table");
}

/* The window may be closed before the focus has moved. */
static void
test_focus_of_a_closed_window (Fixture *fixture,
                               gconstpointer width)
{
  GtkWidget *table = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, "table"));

  wait_for_focus (fixture, "table");
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 400, 700);
  while (gtk_widget_get_mapped (table))
    g_main_context_iteration (NULL, TRUE);
}

/* Below the header the rating is not named again; where there is no header it is. */
static void
test_rating (Fixture *fixture,
             gconstpointer width)
{
  g_autoptr (RfPortfolioItem) item = g_list_model_get_item (get_rows (fixture), 0);
  g_auto (RfPortfolioWords) words = { 0 };
  g_autofree char *phrase = rf_portfolio_dup_phrase (RF_PORTFOLIO_RATING, item, NULL);

  rf_portfolio_words_init (&words, RF_PORTFOLIO_RATING, item);
  g_assert_cmpstr (words.lines[0], ==, "Very low to low");
  g_assert_cmpstr (words.lines[1], ==, "Own: very low to low");
  g_assert_cmpstr (phrase, ==, "Risk very low to low · Own side: Risk very low to low");
}

/* ---- the heat map ---- */

/* @view: a template child of the page */
static GtkWidget *
find_chart (Fixture *fixture,
            const char *view)
{
  return find (GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (fixture->page), RF_TYPE_PORTFOLIO_PAGE, view)), RF_TYPE_CHART_VIEW);
}

static void
test_heat_map (Fixture *fixture,
               gconstpointer width)
{
  gboolean narrow = GPOINTER_TO_INT (width) < 680;
  GtkWidget *view;

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "portfolio.view", "s", "heat-map");
  while ((view = find_chart (fixture, narrow ? "narrow_heat_map" : "wide_heat_map")) == NULL || rf_chart_view_get_chart (RF_CHART_VIEW (view)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rf_chart_view_get_chart (RF_CHART_VIEW (view))->columns->len, ==, narrow ? 2 : 4);
  g_assert_cmpuint (rf_chart_view_get_chart (RF_CHART_VIEW (view))->rows->len, ==, 9);
  g_signal_emit_by_name (view, "activated", 1, 1);
  g_assert_true (g_str_has_prefix (fixture->opened, "('nordlicht-api', '"));
  type (fixture, "nobody has this");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, "no-results");
  type (fixture, "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_stack (fixture)), ==, "heat-map");
}

static void
test_parts (Fixture *fixture,
            gconstpointer width)
{
  static const struct
  {
    guint columns;
    guint parts;
  } rows[] = { { 1, 4 }, { 3, 2 }, { 4, 1 }, { 6, 1 } };
  g_autoptr (GListStore) parts = g_list_store_new (RF_TYPE_HEAT_MAP_PART);
  g_autoptr (GListStore) nothing = g_list_store_new (RF_TYPE_PORTFOLIO_ITEM);
  g_autoptr (RfPortfolioItem) not_assessed = new_item ("id", "Example", "Example");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      rf_heat_map_part_list (get_rows (fixture), rows[i].columns, parts);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (parts)), ==, rows[i].parts);
    }
  g_list_store_append (nothing, not_assessed);
  rf_heat_map_part_list (G_LIST_MODEL (nothing), 2, parts);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (parts)), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    int width;
    void (*test) (Fixture *fixture, gconstpointer width);
  } tests[] = {
    { "/app/portfolio/sort", 1100, test_sort },
    { "/app/portfolio/sort-order-is-told", 1100, test_sort_order_is_told },
    { "/app/portfolio/find", 1100, test_find },
    { "/app/portfolio/open", 1100, test_open },
    { "/app/portfolio/remove", 1100, test_remove },
    { "/app/portfolio/remove-unknown", 1100, test_remove_unknown },
    { "/app/portfolio/edit", 1100, test_edit },
    { "/app/portfolio/row-is-a-sentence", 1100, test_row_is_a_sentence },
    { "/app/portfolio/card-is-a-sentence", 360, test_row_is_a_sentence },
    { "/app/portfolio/fits-a-phone", 360, test_fits_a_phone },
    { "/app/portfolio/large-text", 1100, test_large_text },
    { "/app/portfolio/first-focus", 1100, test_first_focus },
    { "/app/portfolio/first-focus-on-a-phone", 360, test_first_focus },
    { "/app/portfolio/focus-moves-along", 1100, test_focus_moves_along },
    { "/app/portfolio/focus-of-a-closed-window", 1100, test_focus_of_a_closed_window },
    { "/app/portfolio/rating", 1100, test_rating },
    { "/app/portfolio/heat-map", 1100, test_heat_map },
    { "/app/portfolio/heat-map-on-a-phone", 360, test_heat_map },
    { "/app/portfolio/parts-of-a-heat-map", 1100, test_parts },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/portfolio/names", test_names);
  g_test_add_func ("/app/portfolio/search", test_search);
  g_test_add_func ("/app/portfolio/decisions", test_decisions);
  g_test_add_func ("/app/portfolio/days", test_days);
  g_test_add_func ("/app/portfolio/sentence", test_sentence);
  g_test_add_func ("/app/portfolio/many", test_many);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, GINT_TO_POINTER (tests[i].width), set_up, tests[i].test, tear_down);
  return g_test_run ();
}
