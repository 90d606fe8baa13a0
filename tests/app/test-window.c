// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-application.h"
#include "rf-question-card.h"
#include "rf-questionnaire-builder.h"
#include "rf-text-row.h"
#include "rf-what-if-dialog.h"
#include "rf-window.h"
#include "rf-wording.h"

#include <adwaita.h>
#include <math.h>

#define SAMPLE_OFFERING "Nordlicht Small, direct API"
#define SAMPLE_OFFERING_ID "nordlicht-api"

typedef gboolean (*Condition) (gpointer data);

/* Runs the main loop until the condition holds; what never comes is a failure, not a hang. */
static void
wait_until (Condition condition,
            gpointer data)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static void
drain (void)
{
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

/* One per process: a second one could not be exported on the bus. */
static GtkApplication *
get_application (void)
{
  static GtkApplication *application;
  g_autoptr (GError) error = NULL;

  if (application == NULL)
    {
      application = GTK_APPLICATION (rf_application_new ());
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_set_default (G_APPLICATION (application));
    }
  return application;
}

static GtkWidget *
find (GtkWidget *start,
      GType type,
      guint *skip)
{
  if (g_type_is_a (G_OBJECT_TYPE (start), type) && (*skip)-- == 0)
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found)
        return found;
    }
  return NULL;
}

static GtkWidget *
find_nth (GtkWidget *start,
          GType type,
          guint n)
{
  return find (start, type, &n);
}

static gboolean
has_label (GtkWidget *start,
           const char *text)
{
  if (GTK_IS_LABEL (start) && gtk_widget_get_mapped (start) && g_strstr_len (gtk_label_get_text (GTK_LABEL (start)), -1, text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static RfQuestionnaire *
new_questionnaire (void)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
  g_autoptr (RfProblems) problems = rf_problems_new ("test");
  RfQuestionnaire *questionnaire;

  rf_questionnaire_builder_set_texts (builder, "en", "Test", NULL, NULL, NULL);
  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s", .title = "Section", .weight = -1 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "single", .prompt = "Who reads it?", .kind = RF_QUESTION_SINGLE_CHOICE, .criticality = RF_CRITICALITY_HIGH, .weight = -1, .revision = 1 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "nobody", .label = "Nobody", .risk = 0 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "everybody", .label = "Everybody", .risk = 100 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "multiple", .prompt = "What is logged?", .kind = RF_QUESTION_MULTIPLE_CHOICE, .criticality = RF_CRITICALITY_HIGH, .weight = -1, .revision = 1 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "access", .label = "Access", .risk = 10 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "prompts", .label = "Prompts", .risk = 40 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "none", .label = "None of these", .risk = 90, .exclusive = TRUE });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "number", .prompt = "How long is it kept?", .kind = RF_QUESTION_NUMBER, .criticality = RF_CRITICALITY_HIGH, .weight = -1, .revision = 1, .unit = "days" });
  rf_questionnaire_builder_add_band (builder, &(RfBand){ .from = 0, .risk = 0 });
  rf_questionnaire_builder_add_band (builder, &(RfBand){ .from = 30 * RF_NUMBER_ONE, .risk = 80 });
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 0);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

static void
remember_answer_cb (RfAnswer **answer,
                    RfAnswer *given)
{
  g_clear_pointer (answer, rf_answer_free);
  *answer = rf_answer_copy (given);
}

typedef struct
{
  GtkWidget *window;
  RfQuestionnaire *questionnaire;
  RfQuestionItem *item;
  GtkWidget *card;
  RfAnswer *given;
} CardFixture;

static void
card_set_up (CardFixture *fixture,
             gconstpointer question)
{
  get_application ();
  fixture->questionnaire = new_questionnaire ();
  fixture->item = rf_question_item_new (fixture->questionnaire, GPOINTER_TO_UINT (question));
  fixture->card = rf_question_card_new (fixture->item);
  fixture->window = gtk_window_new ();
  g_signal_connect_swapped (fixture->card, "answered", G_CALLBACK (remember_answer_cb), &fixture->given);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->card);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
card_tear_down (CardFixture *fixture,
                gconstpointer question)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->card), (gpointer *) &fixture->card);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  drain ();
  g_assert_null (fixture->card);
  g_assert_finalize_object (fixture->item);
  rf_questionnaire_unref (fixture->questionnaire);
  g_clear_pointer (&fixture->given, rf_answer_free);
}

static void
test_card_single_choice (CardFixture *fixture,
                         gconstpointer question)
{
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (fixture->card, GTK_TYPE_CHECK_BUTTON, 1)), TRUE);
  g_assert_nonnull (fixture->given);
  g_assert_cmpint (fixture->given->state, ==, RF_ANSWER_ANSWERED);
  g_assert_cmpstr (fixture->given->choices[0], ==, "everybody");
  g_assert_null (fixture->given->choices[1]);
}

static void
test_card_exclusive_option (CardFixture *fixture,
                            gconstpointer question)
{
  GtkCheckButton *prompts = GTK_CHECK_BUTTON (find_nth (fixture->card, GTK_TYPE_CHECK_BUTTON, 1));
  GtkCheckButton *none = GTK_CHECK_BUTTON (find_nth (fixture->card, GTK_TYPE_CHECK_BUTTON, 2));

  gtk_check_button_set_active (prompts, TRUE);
  gtk_check_button_set_active (none, TRUE);
  g_assert_false (gtk_check_button_get_active (prompts));
  g_assert_cmpstr (fixture->given->choices[0], ==, "none");
  g_assert_null (fixture->given->choices[1]);
}

static gboolean
press (GtkWidget *widget,
       guint key,
       GdkModifierType modifiers)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }
  return handled;
}

/* Whether the note was open before or not: else what is typed next would be taken for answers. */
static void
test_card_key_goes_to_the_note (CardFixture *fixture,
                                gconstpointer question)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_grab_focus (find_nth (fixture->card, GTK_TYPE_CHECK_BUTTON, 0));
      g_assert_true (press (fixture->card, GDK_KEY_t, 0));
      g_assert_true (GTK_IS_TEXT_VIEW (gtk_root_get_focus (GTK_ROOT (fixture->window))));
    }
}

static void
test_card_not_applicable_needs_a_reason (CardFixture *fixture,
                                         gconstpointer question)
{
  GtkWidget *button = find_nth (fixture->card, GTK_TYPE_TOGGLE_BUTTON, 2);
  GtkWidget *entry = find_nth (fixture->card, GTK_TYPE_ENTRY, 1);

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Not applicable");
  g_signal_emit_by_name (button, "clicked");
  g_assert_null (fixture->given);
  g_assert_true (gtk_widget_get_mapped (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "No data leaves us");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (fixture->given);
  g_assert_cmpint (fixture->given->state, ==, RF_ANSWER_NOT_APPLICABLE);
  g_assert_cmpstr (fixture->given->reason, ==, "No data leaves us");
}

static void
test_card_number (CardFixture *fixture,
                  gconstpointer question)
{
  GtkWidget *entry = find_nth (fixture->card, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), " 14 ");
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (fixture->given);
  g_assert_cmpstr (fixture->given->value, ==, "14");
}

static void
test_card_keeps_what_could_not_be_saved (CardFixture *fixture,
                                         gconstpointer question)
{
  GtkCheckButton *everybody = GTK_CHECK_BUTTON (find_nth (fixture->card, GTK_TYPE_CHECK_BUTTON, 1));

  gtk_check_button_set_active (everybody, TRUE);
  rf_question_item_set_save_state (fixture->item, RF_SAVE_FAILED, "The disk is full.");
  drain ();
  g_assert_true (gtk_check_button_get_active (everybody));
  g_assert_true (has_label (fixture->card, "The disk is full."));
  g_assert_true (has_label (fixture->card, "Not saved"));
}

static void
test_card_leaves_alone_what_is_typed (CardFixture *fixture,
                                      gconstpointer question)
{
  GtkWidget *entry = find_nth (fixture->card, GTK_TYPE_ENTRY, 0);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "3");
  /* the answer before has just reached the disk */
  rf_question_item_set_save_state (fixture->item, RF_SAVE_DONE, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "3");
}

/* Undone while the focus is still there: what was only looked at follows. */
static void
test_card_shows_what_was_undone (CardFixture *fixture,
                                 gconstpointer question)
{
  GtkWidget *entry = find_nth (fixture->card, GTK_TYPE_ENTRY, 0);
  g_autoptr (RfAnswer) answer = rf_answer_new ("number", RF_ANSWER_ANSWERED);

  gtk_widget_grab_focus (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), "14");
  answer->value = g_strdup ("14");
  rf_question_item_set_answer (fixture->item, answer);
  rf_question_item_set_answer (fixture->item, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_wording_of_changes (void)
{
  static const struct
  {
    double low, high;
    const char *words;
  } rows[] = {
    { 0, 0, NULL },
    { 0.04, -0.04, NULL },
    { 1.25, 0, "low +1.2" },
    { 0.01, -2.5, "high -2.5" },
    { 3, -2, "low +3.0, high -2.0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RfFigures before = { .low = 10, .unproven_high = 50 };
      RfFigures after = { .low = 10 + rows[i].low, .unproven_high = 50 + rows[i].high };
      g_autofree char *words = rf_wording_dup_change (&before, &after);

      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Nothing answered: there is a range, and no assurance to speak of. */
static void
test_wording_without_answers (void)
{
  RfSideScore score = { .state = RF_PROVISIONAL, .figures = { 0, 100, 100, NAN, 0 }, .assurance = NAN, .rating_high = RF_RATING_VERY_HIGH };
  g_autofree char *words = rf_wording_dup_figures (&score, &rf_default_rating_bands);

  g_assert_cmpstr (words, ==, "0 – 100 of 100 · 0 % answered");
}

static void
test_card_takes_what_failed_again (CardFixture *fixture,
                                   gconstpointer question)
{
  GtkWidget *entry = find_nth (fixture->card, GTK_TYPE_ENTRY, 0);

  gtk_editable_set_text (GTK_EDITABLE (entry), "14");
  g_signal_emit_by_name (entry, "activate");
  rf_question_item_set_answer (fixture->item, fixture->given);
  rf_question_item_set_save_state (fixture->item, RF_SAVE_FAILED, "The disk is full.");
  g_clear_pointer (&fixture->given, rf_answer_free);
  g_signal_emit_by_name (entry, "activate");
  g_assert_nonnull (fixture->given);
  g_assert_cmpstr (fixture->given->value, ==, "14");
  rf_question_item_set_save_state (fixture->item, RF_SAVE_DONE, NULL);
  g_assert_true (has_label (fixture->card, "Saved"));
  g_assert_false (has_label (fixture->card, "The disk is full."));
}

static gboolean
shows_welcome (gpointer window)
{
  return has_label (window, "Whom Do You Trust");
}

static gboolean
shows_questions (gpointer window)
{
  GtkWidget *card = find_nth (window, RF_TYPE_QUESTION_CARD, 0);

  return card && gtk_widget_get_mapped (card);
}

static gboolean
shows_saved (gpointer window)
{
  return has_label (window, "Saved");
}

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

static gboolean
shows_overview (gpointer window)
{
  return has_label (window, SAMPLE_OFFERING);
}

/* From the overview to the questions, as a click on the offering does. */
static void
open_sample_offering (GtkWidget *window)
{
  wait_until (shows_overview, window);
  gtk_widget_activate_action (window, "win.open-offering", "s", SAMPLE_OFFERING_ID);
  wait_until (shows_questions, window);
}

/* That it goes proves that nothing holds on to it. */
static void
destroy_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_gone, &window);
}

static void
test_window_first_run (void)
{
  GtkWidget *window = rf_window_new (get_application (), "first-run", NULL);

  gtk_window_present (GTK_WINDOW (window));
  wait_until (shows_welcome, window);
  destroy_window (window);
}

static void
test_window_sample (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  GtkWidget *card;

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  card = find_nth (window, RF_TYPE_QUESTION_CARD, 0);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (find_nth (card, GTK_TYPE_CHECK_BUTTON, 3))));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (find_nth (card, GTK_TYPE_CHECK_BUTTON, 3)), TRUE);
  wait_until (shows_saved, window);
  destroy_window (window);
}

/* Who has opened an offering answers with the next key. */
static void
test_window_focuses_the_first_question (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  g_assert_true (gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), RF_TYPE_QUESTION_CARD) == find_nth (window, RF_TYPE_QUESTION_CARD, 0));
  destroy_window (window);
}

/* In a field the key takes back what is typed there, not an answer that may be out of sight. */
static void
test_window_undoes_in_fields (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  GtkWidget *view;

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  g_assert_false (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  view = find_nth (find_nth (window, RF_TYPE_QUESTION_CARD, 0), GTK_TYPE_TEXT_VIEW, 0);
  gtk_widget_grab_focus (view);
  g_assert_false (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "x", -1);
  g_assert_true (press (window, GDK_KEY_z, GDK_CONTROL_MASK));
  g_assert_false (gtk_text_buffer_get_can_undo (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view))));
  destroy_window (window);
}

static GtkTextBuffer *
open_note (GtkWidget *window)
{
  GtkWidget *card = find_nth (window, RF_TYPE_QUESTION_CARD, 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_nth (card, GTK_TYPE_TOGGLE_BUTTON, 3)), TRUE);
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_nth (card, GTK_TYPE_TEXT_VIEW, 0)));
}

static void
assert_note (GtkTextBuffer *buffer,
             const char *expected)
{
  GtkTextIter start, end;
  g_autofree char *note = NULL;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  note = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (note, ==, expected);
}

static GtkWidget *
new_sample_window (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  return window;
}

/* What was typed and never left is stored all the same when its card goes. */
static void
test_window_keeps_notes (void)
{
  GtkWidget *window = new_sample_window ();

  gtk_text_buffer_set_text (open_note (window), "typed, then the section changed", -1);
  gtk_widget_activate_action (window, "win.next-section", NULL);
  gtk_widget_activate_action (window, "win.previous-section", NULL);
  drain ();
  assert_note (open_note (window), "typed, then the section changed");
  gtk_text_buffer_set_text (open_note (window), "typed, then the window closed", -1);
  destroy_window (window);
  window = new_sample_window ();
  assert_note (open_note (window), "typed, then the window closed");
  destroy_window (window);
}

static gboolean
shows_advice (gpointer window)
{
  return has_label (window, "Have Proven First");
}

static GtkWidget *
find_advice_row (GtkWidget *start)
{
  if (GTK_IS_LIST_BOX_ROW (start) && gtk_widget_get_mapped (start) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (start)), "win.open-question") == 0)
    return start;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_advice_row (child);

      if (found)
        return found;
    }
  return NULL;
}

/* What to do next stands beside the questions, and leads to them. */
static void
test_window_advises (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  g_autoptr (GVariant) target = NULL;
  GtkWidget *row, *card;
  const char *offering, *question;

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  wait_until (shows_advice, window);
  g_assert_true (has_label (window, "Provider"));
  row = find_advice_row (window);
  g_assert_nonnull (row);
  target = g_variant_ref (gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row)));
  g_variant_get (target, "(&s&s)", &offering, &question);
  g_assert_cmpstr (offering, ==, SAMPLE_OFFERING_ID);
  gtk_widget_activate_action_variant (window, "win.open-question", target);
  card = gtk_widget_get_ancestor (gtk_root_get_focus (GTK_ROOT (window)), RF_TYPE_QUESTION_CARD);
  g_assert_nonnull (card);
  g_assert_cmpstr (rf_question_item_get_question (rf_question_card_get_item (RF_QUESTION_CARD (card)))->id, ==, question);
  destroy_window (window);
}

static GtkWindow *
find_what_if (gpointer window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link; link = link->next)
    if (RF_IS_WHAT_IF_DIALOG (link->data) && gtk_window_get_transient_for (link->data) == window)
      return link->data;
  return NULL;
}

static gboolean
has_what_if (gpointer window)
{
  return find_what_if (window) != NULL;
}

static gboolean
has_no_what_if (gpointer window)
{
  return find_what_if (window) == NULL;
}

static AdwComboRow *
get_what_if_row (GtkWidget *window,
                 const char *name)
{
  return ADW_COMBO_ROW (gtk_widget_get_template_child (GTK_WIDGET (find_what_if (window)), RF_TYPE_WHAT_IF_DIALOG, name));
}

/* From a result, and from elsewhere with a use case and a level to begin with. */
static void
test_window_tries_things (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  gtk_widget_activate_action (window, "win.what-if-here", NULL);
  wait_until (has_what_if, window);
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (get_what_if_row (window, "offering_row"))), ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (get_what_if_row (window, "use_case_row")), ==, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (get_what_if_row (window, "acceptable_row")), ==, RF_FIT_DEFAULT_ACCEPTABLE);
  gtk_window_close (find_what_if (window));
  wait_until (has_no_what_if, window);
  gtk_widget_activate_action (window, "win.what-if", "(sss)", SAMPLE_OFFERING_ID, "contract-search", "moderate");
  wait_until (has_what_if, window);
  g_assert_cmpuint (adw_combo_row_get_selected (get_what_if_row (window, "use_case_row")), >, 0);
  g_assert_cmpuint (adw_combo_row_get_selected (get_what_if_row (window, "acceptable_row")), ==, RF_RATING_MODERATE);
  gtk_window_close (find_what_if (window));
  wait_until (has_no_what_if, window);
  destroy_window (window);
}

static void
test_window_fits_a_phone (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  int minimum;

  gtk_window_present (GTK_WINDOW (window));
  open_sample_offering (window);
  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
  destroy_window (window);
}

static gboolean
shows_the_end (gpointer data)
{
  GtkTextView *view = data;
  GtkTextIter end;
  GdkRectangle place;

  gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (view), &end);
  gtk_text_view_get_iter_location (view, &end, &place);
  return place.y > 0 && place.y + place.height <= gtk_widget_get_height (GTK_WIDGET (view));
}

static gboolean
is_narrow (gpointer window)
{
  return gtk_widget_get_width (window) == 360;
}

/* Its text does not scroll, so that nothing of it may be cut when it becomes narrower. */
static void
test_text_row_shows_all (void)
{
  GtkWidget *window = gtk_application_window_new (get_application ());
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *row = g_object_new (RF_TYPE_TEXT_ROW, "title", "Conditions", NULL);
  GtkWidget *view = find_nth (row, GTK_TYPE_TEXT_VIEW, 0);

  rf_text_row_set_text (RF_TEXT_ROW (row), "Tools stay off until an injection test with each of them has passed.\n"
                                           "A current report on isolation between tenants by 31 December 2026.\n"
                                           "A third condition that is long enough to be broken into lines, too.");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  gtk_window_set_child (GTK_WINDOW (window), page);
  gtk_window_set_default_size (GTK_WINDOW (window), 700, 600);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (shows_the_end, view);
  gtk_window_set_default_size (GTK_WINDOW (window), 360, 600);
  wait_until (is_narrow, window);
  wait_until (shows_the_end, view);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_templates (void)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/ringfence/Ringfence/rf-shortcuts-window.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "help_overlay"));

  gtk_window_destroy (shortcuts);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    guint question;
    void (*test) (CardFixture *fixture, gconstpointer question);
  } card_tests[] = {
    { "/app/card/single-choice", 0, test_card_single_choice },
    { "/app/card/exclusive-option", 1, test_card_exclusive_option },
    { "/app/card/key-goes-to-the-note", 0, test_card_key_goes_to_the_note },
    { "/app/card/not-applicable-needs-a-reason", 0, test_card_not_applicable_needs_a_reason },
    { "/app/card/number", 2, test_card_number },
    { "/app/card/leaves-alone-what-is-typed", 2, test_card_leaves_alone_what_is_typed },
    { "/app/card/shows-what-was-undone", 2, test_card_shows_what_was_undone },
    { "/app/card/keeps-what-could-not-be-saved", 0, test_card_keeps_what_could_not_be_saved },
    { "/app/card/takes-what-failed-again", 2, test_card_takes_what_failed_again },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (card_tests); i++)
    g_test_add (card_tests[i].path, CardFixture, GUINT_TO_POINTER (card_tests[i].question), card_set_up, card_tests[i].test, card_tear_down);
  g_test_add_func ("/app/wording/changes", test_wording_of_changes);
  g_test_add_func ("/app/wording/without-answers", test_wording_without_answers);
  g_test_add_func ("/app/text-row/shows-all", test_text_row_shows_all);
  g_test_add_func ("/app/templates", test_templates);
  g_test_add_func ("/app/window/first-run", test_window_first_run);
  g_test_add_func ("/app/window/sample", test_window_sample);
  g_test_add_func ("/app/window/focuses-the-first-question", test_window_focuses_the_first_question);
  g_test_add_func ("/app/window/undoes-in-fields", test_window_undoes_in_fields);
  g_test_add_func ("/app/window/keeps-notes", test_window_keeps_notes);
  g_test_add_func ("/app/window/advises", test_window_advises);
  g_test_add_func ("/app/window/tries-things", test_window_tries_things);
  g_test_add_func ("/app/window/fits-a-phone", test_window_fits_a_phone);
  return g_test_run ();
}
