// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The pane where questions are answered, over a real workspace with a questionnaire long enough to be windowed. */

#include "config.h"

#include "rf-question-list.h"
#include "rf-section-pane.h"

#include <adwaita.h>

#define LONG 2000
#define SHORT 12
#define PATIENCE (20 * G_USEC_PER_SEC)

typedef struct
{
  RfWorkspaceClient *client;
  RfOpenAssessment *assessment;
  GtkWidget *window;
  RfSectionPane *pane;
  char *asked; /* the last question that win.open-question was asked for */
  char *told;  /* the last message */
  gboolean loaded;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

/* Runs the main loop until the condition holds; what never comes is a failure, not a hang. */
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

/* Question 3 of the short section is asked only if question 1 was answered "no". */
static void
append_question (GString *xml,
                 const char *section,
                 guint number)
{
  g_string_append_printf (xml, "<question id=\"%s%u\" kind=\"single-choice\" criticality=\"high\"><prompt>Question %u of section %s?</prompt>", section, number, number, section);
  if (g_str_equal (section, "short") && number == 3)
    g_string_append (xml, "<applies-if><answer question=\"short1\" option=\"no\"/></applies-if>");
  g_string_append (xml, "<option id=\"yes\" risk=\"0\"><label>Yes</label></option><option id=\"no\" risk=\"100\"><label>No</label></option></question>");
}

static void
append_section (GString *xml,
                const char *id,
                guint n_questions)
{
  g_string_append_printf (xml, "<section id=\"%s\" weight=\"1\"><title>Section %s</title>", id, id);
  for (guint i = 1; i <= n_questions; i++)
    append_question (xml, id, i);
  g_string_append (xml, "</section>");
}

static GBytes *
new_questionnaire (void)
{
  GString *xml = g_string_new ("<questionnaire xmlns=\"https://ringfence.github.io/ns/questionnaire/1\" id=\"long\" revision=\"1\" lang=\"en\"><title>Long</title>");

  append_section (xml, "short", SHORT);
  append_section (xml, "long", LONG);
  g_string_append (xml, "<knock-out id=\"k1\" floor=\"high\"><text>Never.</text><violated-if><answer question=\"short5\" option=\"no\"/></violated-if></knock-out></questionnaire>");
  return g_string_free_to_bytes (xml);
}

static gpointer
fill_job (RfWorkspace **workspace,
          gpointer data,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (GBytes) bytes = new_questionnaire ();
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Example Inc", "Example");
  g_autoptr (RfQuestionnaire) added = NULL;
  static guint n_workspaces;
  g_autofree char *name = g_strdup_printf ("answering-%u", ++n_workspaces);

  *workspace = rf_workspace_open (name, RF_WORKSPACE_CREATE, error);
  added = *workspace ? rf_workspace_add_questionnaire (*workspace, bytes, "long.xml", NULL, error) : NULL;
  return added ? rf_job_add_offering (workspace, offering, cancellable, error) : NULL;
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
  fixture->loaded = TRUE;
}

static gboolean
is_filled (Fixture *fixture)
{
  return fixture->assessment != NULL;
}

static gboolean
is_loaded (Fixture *fixture)
{
  return fixture->loaded;
}

static gboolean
is_stored (Fixture *fixture)
{
  return !rf_open_assessment_is_storing (fixture->assessment);
}

static void
open_question_cb (Fixture *fixture,
                  GVariant *parameter)
{
  g_free (fixture->asked);
  g_variant_get (parameter, "(ss)", NULL, &fixture->asked);
}

static void
tell_cb (Fixture *fixture,
         GVariant *parameter)
{
  g_free (fixture->told);
  fixture->told = g_variant_dup_string (parameter, NULL);
}

static void
add_action (Fixture *fixture,
            GSimpleActionGroup *group,
            const char *name,
            const char *type,
            GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect_swapped (action, "activate", callback, fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

static RfSectionItem *
get_section (Fixture *fixture,
             guint index)
{
  g_autoptr (RfSectionItem) section = g_list_model_get_item (rf_open_assessment_get_sections (fixture->assessment), index);

  return section; /* the assessment keeps it */
}

static void
make_window (Fixture *fixture)
{
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  add_action (fixture, actions, "open-question", "(ss)", G_CALLBACK (open_question_cb));
  add_action (fixture, actions, "tell", "s", G_CALLBACK (tell_cb));
  fixture->window = gtk_window_new ();
  gtk_widget_insert_action_group (fixture->window, "win", G_ACTION_GROUP (actions));
  fixture->pane = g_object_new (RF_TYPE_SECTION_PANE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 800);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->pane));
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->client = rf_workspace_client_new ();
  rf_workspace_client_run_async (fixture->client, fill_job, NULL, NULL, g_free, NULL, filled_cb, fixture);
  wait_until (fixture, is_filled);
  rf_open_assessment_load_async (fixture->assessment, NULL, loaded_cb, fixture);
  wait_until (fixture, is_loaded);
  make_window (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->pane), (gpointer *) &fixture->pane);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (fixture->pane);
  rf_workspace_client_close (fixture->client);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_finalize_object (fixture->assessment);
  g_assert_finalize_object (fixture->client);
  g_free (fixture->asked);
  g_free (fixture->told);
}

static GtkWidget *
find (GtkWidget *start,
      GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (start), type))
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type);

      if (found)
        return found;
    }
  return NULL;
}

static RfQuestionList *
get_list (Fixture *fixture)
{
  return RF_QUESTION_LIST (find (GTK_WIDGET (fixture->pane), RF_TYPE_QUESTION_LIST));
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (get_list (fixture)), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));
}

static RfQuestionCard *
find_card (Fixture *fixture,
           const char *question)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (get_list (fixture)));

  for (; card; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (rf_question_item_get_question (rf_question_card_get_item (RF_QUESTION_CARD (card)))->id, question))
      return RF_QUESTION_CARD (card);
  return NULL;
}

/* Where the card begins in the viewport, in pixels. */
static double
get_place (Fixture *fixture,
           const char *question)
{
  RfQuestionCard *card = find_card (fixture, question);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (get_list (fixture)), GTK_TYPE_VIEWPORT);
  double x, y;

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (card), viewport, 0, 0, &x, &y));
  return y;
}

/* Several frames, each with what was idle in it: what moves has come to rest. */
static void
let_settle (Fixture *fixture)
{
  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

static void
answer (Fixture *fixture,
        const char *question,
        const char *choice)
{
  g_autoptr (RfAnswer) answer = rf_answer_new (question, choice ? RF_ANSWER_ANSWERED : RF_ANSWER_UNANSWERED);
  RfQuestionItem *item = rf_question_card_get_item (find_card (fixture, question));

  answer->choices = choice ? g_strsplit (choice, " ", -1) : NULL;
  rf_open_assessment_put_answer (fixture->assessment, item, answer);
  wait_until (fixture, is_stored);
}

static void
test_long_section_has_few_cards (Fixture *fixture,
                                 gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 1));
  let_settle (fixture);
  g_assert_cmpuint (rf_question_list_get_n_cards (get_list (fixture)), >, 2);
  g_assert_cmpuint (rf_question_list_get_n_cards (get_list (fixture)), <, 60);
  /* as long as if all were there, more or less */
  g_assert_cmpfloat (gtk_adjustment_get_upper (adjustment), >, LONG * 100);
  for (guint i = 1; i < 20; i++)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) * (i * 7 % 20) / 20);
      let_settle (fixture);
      g_assert_cmpuint (rf_question_list_get_n_cards (get_list (fixture)), <, 60);
    }
}

static void
test_scrolling_ends_at_the_ends (Fixture *fixture,
                                 gconstpointer data)
{
  GtkAdjustment *adjustment = get_adjustment (fixture);

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 1));
  let_settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  let_settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  let_settle (fixture);
  g_assert_nonnull (find_card (fixture, "long2000"));
  gtk_adjustment_set_value (adjustment, 0);
  let_settle (fixture);
  g_assert_nonnull (find_card (fixture, "long1"));
  g_assert_cmpfloat (get_place (fixture, "long1"), >, 0);
  g_assert_cmpfloat (get_place (fixture, "long1"), <, 300);
}

static void
test_focus_far_question (Fixture *fixture,
                         gconstpointer data)
{
  static const char *const questions[] = { "long1500", "long1501", "long3", "long2000", "long1", "long999" };

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 1));
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      g_assert_true (rf_section_pane_focus_question (fixture->pane, questions[i]));
      let_settle (fixture);
      g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (find_card (fixture, questions[i]))));
      g_assert_cmpfloat (get_place (fixture, questions[i]), >=, 0);
      g_assert_cmpfloat (get_place (fixture, questions[i]), <, gtk_adjustment_get_page_size (get_adjustment (fixture)) - 100);
      g_assert_cmpuint (rf_question_list_get_n_cards (get_list (fixture)), <, 60);
    }
  g_assert_false (rf_section_pane_focus_question (fixture->pane, "no-such-question"));
  g_assert_nonnull (fixture->told);
}

/* A question that appears because of an answer pushes down what is below it, never what is in hand. */
static void
test_follow_up_moves_nothing (Fixture *fixture,
                              gconstpointer data)
{
  double place;

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  rf_section_pane_focus_question (fixture->pane, "short1");
  let_settle (fixture);
  g_assert_null (find_card (fixture, "short3"));
  place = get_place (fixture, "short1");
  answer (fixture, "short1", "no");
  let_settle (fixture);
  g_assert_nonnull (find_card (fixture, "short3"));
  g_assert_cmpfloat_with_epsilon (get_place (fixture, "short1"), place, 0.5);
  rf_section_pane_focus_question (fixture->pane, "short10");
  let_settle (fixture);
  place = get_place (fixture, "short10");
  /* and one that goes above what is in sight does not pull it up */
  answer (fixture, "short1", "yes");
  let_settle (fixture);
  g_assert_null (find_card (fixture, "short3"));
  g_assert_cmpfloat_with_epsilon (get_place (fixture, "short10"), place, 0.5);
}

static void
assert_progress (Fixture *fixture,
                 guint section,
                 const char *expected)
{
  g_autofree char *progress = rf_section_item_dup_progress (get_section (fixture, section));

  g_assert_cmpstr (progress, ==, expected);
}

/* What is answered stays until one has looked elsewhere; the counts say what is left. */
static void
test_filter_open (Fixture *fixture,
                  gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_OPEN);
  let_settle (fixture);
  assert_progress (fixture, 0, "11 questions found");
  assert_progress (fixture, 1, "2000 questions found");
  answer (fixture, "short2", "yes");
  g_assert_nonnull (find_card (fixture, "short2"));
  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 1));
  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  let_settle (fixture);
  g_assert_null (find_card (fixture, "short2"));
  assert_progress (fixture, 0, "10 questions found");
  /* a link to it leads there all the same */
  g_assert_true (rf_section_pane_focus_question (fixture->pane, "short2"));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_ALL);
  assert_progress (fixture, 0, "1 of 11 questions");
}

static void
test_filter_knock_outs (Fixture *fixture,
                        gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_KNOCK_OUTS);
  let_settle (fixture);
  assert_progress (fixture, 0, "1 question found");
  g_assert_nonnull (find_card (fixture, "short5"));
  g_assert_null (find_card (fixture, "short4"));
}

/* Answered without any evidence is doubtful; open is not. Nothing was approved, so nothing has changed. */
static void
test_filter_doubtful_and_changed (Fixture *fixture,
                                  gconstpointer data)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  let_settle (fixture);
  answer (fixture, "short4", "yes");
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_DOUBTFUL);
  assert_progress (fixture, 0, "1 question found");
  rf_open_assessment_set_filter (fixture->assessment, RF_FILTER_CHANGED);
  let_settle (fixture);
  assert_progress (fixture, 0, "0 questions found");
  g_assert_false (rf_open_assessment_has_earlier (fixture->assessment));
}

static void
test_search (Fixture *fixture,
             gconstpointer data)
{
  static const struct
  {
    const char *text;
    guint n;
    const char *first;
  } rows[] = {
    { "LONG1999", 1, "long1999" },
    { "question 7 OF section short", 1, "short7" },
    { "1.1", 4, "short1" },
    { "  ", 0, NULL },
    { "nothing has this", 0, NULL },
    { "question", SHORT - 1 + LONG, "short1" },
  };
  g_autoptr (GListStore) results = g_list_store_new (RF_TYPE_QUESTION_ITEM);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RfQuestionItem) first = NULL;

      rf_open_assessment_search (fixture->assessment, rows[i].text, results);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (results)), ==, rows[i].n);
      first = g_list_model_get_item (G_LIST_MODEL (results), 0);
      g_assert_cmpstr (first ? rf_question_item_get_question (first)->id : NULL, ==, rows[i].first);
    }
}

static void
test_search_leads_to_the_question (Fixture *fixture,
                                   gconstpointer data)
{
  GtkWidget *entry = find (GTK_WIDGET (fixture->pane), GTK_TYPE_SEARCH_ENTRY);

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  gtk_editable_set_text (GTK_EDITABLE (entry), "long1234");
  g_signal_emit_by_name (entry, "search-changed");
  let_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (GTK_WIDGET (fixture->pane), GTK_TYPE_STACK))), ==, "results");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (fixture->asked, ==, "long1234");
  let_settle (fixture);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (GTK_STACK (find (GTK_WIDGET (fixture->pane), GTK_TYPE_STACK))), ==, "questions");
}

static const char *
get_next_open (Fixture *fixture,
               RfQuestionItem *after)
{
  RfQuestionItem *item = rf_open_assessment_find_open (fixture->assessment, after);

  return item ? rf_question_item_get_question (item)->id : NULL;
}

static void
test_next_open (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (RfQuestionItem) last = NULL;

  rf_section_pane_show (fixture->pane, fixture->assessment, get_section (fixture, 0));
  let_settle (fixture);
  answer (fixture, "short1", "yes");
  g_assert_cmpstr (get_next_open (fixture, NULL), ==, "short2");
  /* 3 does not apply */
  g_assert_cmpstr (get_next_open (fixture, rf_question_card_get_item (find_card (fixture, "short2"))), ==, "short4");
  g_assert_cmpstr (get_next_open (fixture, rf_question_card_get_item (find_card (fixture, "short12"))), ==, "long1");
  last = rf_question_item_new (rf_open_assessment_get_questionnaire (fixture->assessment), SHORT + LONG - 1);
  g_assert_cmpstr (get_next_open (fixture, last), ==, "short2");
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
    { "/answering/long-section-has-few-cards", test_long_section_has_few_cards },
    { "/answering/scrolling-ends-at-the-ends", test_scrolling_ends_at_the_ends },
    { "/answering/focus-far-question", test_focus_far_question },
    { "/answering/follow-up-moves-nothing", test_follow_up_moves_nothing },
    { "/answering/filter-open", test_filter_open },
    { "/answering/filter-knock-outs", test_filter_knock_outs },
    { "/answering/filter-doubtful-and-changed", test_filter_doubtful_and_changed },
    { "/answering/search", test_search },
    { "/answering/search-leads-to-the-question", test_search_leads_to_the_question },
    { "/answering/next-open", test_next_open },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_type_ensure (RF_TYPE_SECTION_PANE);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  return g_test_run ();
}
