// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "answering-fixture.h"

#define PATIENCE (20 * G_USEC_PER_SEC)

/* Runs the main loop until the condition holds; what never comes is a failure, not a hang. */
void
answering_wait_until (AnsweringFixture *fixture,
                      AnsweringCondition condition)
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

  append_section (xml, "short", ANSWERING_SHORT);
  append_section (xml, "long", ANSWERING_LONG);
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
  RfNewOffering asked = { offering, NULL };
  g_autoptr (RfQuestionnaire) added = NULL;
  static guint n_workspaces;
  g_autofree char *name = g_strdup_printf ("answering-%u", ++n_workspaces);

  *workspace = rf_workspace_open (name, RF_WORKSPACE_CREATE, error);
  added = *workspace ? rf_workspace_add_questionnaire (*workspace, bytes, "long.xml", NULL, error) : NULL;
  return added ? rf_job_add_offering (workspace, &asked, cancellable, error) : NULL;
}

static void
filled_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  AnsweringFixture *fixture = user_data;
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
  AnsweringFixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  rf_open_assessment_load_finish (fixture->assessment, result, &error);
  g_assert_no_error (error);
  fixture->loaded = TRUE;
}

static gboolean
is_filled (AnsweringFixture *fixture)
{
  return fixture->assessment != NULL;
}

static gboolean
is_loaded (AnsweringFixture *fixture)
{
  return fixture->loaded;
}

static gboolean
is_stored (AnsweringFixture *fixture)
{
  return !rf_open_assessment_is_storing (fixture->assessment);
}

static void
open_question_cb (AnsweringFixture *fixture,
                  GVariant *parameter)
{
  g_free (fixture->asked);
  g_variant_get (parameter, "(ss)", NULL, &fixture->asked);
}

static void
tell_cb (AnsweringFixture *fixture,
         GVariant *parameter)
{
  g_free (fixture->told);
  fixture->told = g_variant_dup_string (parameter, NULL);
}

static void
add_action (AnsweringFixture *fixture,
            GSimpleActionGroup *group,
            const char *name,
            const char *type,
            GCallback callback)
{
  g_autoptr (GSimpleAction) action = g_simple_action_new (name, G_VARIANT_TYPE (type));

  g_signal_connect_swapped (action, "activate", callback, fixture);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

RfSectionItem *
answering_get_section (AnsweringFixture *fixture,
                       guint index)
{
  g_autoptr (RfSectionItem) section = g_list_model_get_item (rf_open_assessment_get_sections (fixture->assessment), index);

  return section; /* the assessment keeps it */
}

static void
make_window (AnsweringFixture *fixture)
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

void
answering_set_up (AnsweringFixture *fixture,
                  gconstpointer data)
{
  fixture->client = rf_workspace_client_new ();
  rf_workspace_client_run_async (fixture->client, fill_job, NULL, NULL, g_free, NULL, filled_cb, fixture);
  answering_wait_until (fixture, is_filled);
  rf_open_assessment_load_async (fixture->assessment, NULL, loaded_cb, fixture);
  answering_wait_until (fixture, is_loaded);
  make_window (fixture);
}

void
answering_tear_down (AnsweringFixture *fixture,
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

GtkWidget *
answering_find (GtkWidget *start,
                GType type)
{
  if (g_type_is_a (G_OBJECT_TYPE (start), type))
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = answering_find (child, type);

      if (found)
        return found;
    }
  return NULL;
}

RfQuestionList *
answering_get_list (AnsweringFixture *fixture)
{
  return RF_QUESTION_LIST (answering_find (GTK_WIDGET (fixture->pane), RF_TYPE_QUESTION_LIST));
}

GtkAdjustment *
answering_get_adjustment (AnsweringFixture *fixture)
{
  GtkWidget *view = gtk_widget_get_ancestor (GTK_WIDGET (answering_get_list (fixture)), GTK_TYPE_SCROLLED_WINDOW);

  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (view));
}

RfQuestionCard *
answering_find_card (AnsweringFixture *fixture,
                     const char *question)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (answering_get_list (fixture)));

  for (; card; card = gtk_widget_get_next_sibling (card))
    if (g_str_equal (rf_question_item_get_question (rf_question_card_get_item (RF_QUESTION_CARD (card)))->id, question))
      return RF_QUESTION_CARD (card);
  return NULL;
}

/* Where the card begins in the viewport, in pixels. */
double
answering_get_place (AnsweringFixture *fixture,
                     const char *question)
{
  RfQuestionCard *card = answering_find_card (fixture, question);
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (answering_get_list (fixture)), GTK_TYPE_VIEWPORT);
  double x, y;

  g_assert_nonnull (card);
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (card), viewport, 0, 0, &x, &y));
  return y;
}

/* Several frames, each with what was idle in it: what moves has come to rest. */
void
answering_let_settle (AnsweringFixture *fixture)
{
  for (guint i = 0; i < 6; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
}

void
answering_put (AnsweringFixture *fixture,
               const char *question,
               const char *choice)
{
  g_autoptr (RfAnswer) answer = rf_answer_new (question, choice ? RF_ANSWER_ANSWERED : RF_ANSWER_UNANSWERED);
  RfQuestionItem *item = rf_question_card_get_item (answering_find_card (fixture, question));

  answer->choices = choice ? g_strsplit (choice, " ", -1) : NULL;
  rf_open_assessment_put_answer (fixture->assessment, item, answer);
  answering_wait_until (fixture, is_stored);
}
