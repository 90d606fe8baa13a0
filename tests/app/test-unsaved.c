// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers that the disk does not take: they stay, can be stored later or elsewhere, and are not lost in silence. */

#include "config.h"

#include "answering-fixture.h"
#include "rf-application.h"
#include "rf-record-xml.h"
#include "rf-unsaved-answers.h"
#include "rf-window.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

/* As if the disk were full: no file can be written any further. */
static void
fill_disk (gboolean full)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = full ? 0 : limit.rlim_max;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
tear_down (AnsweringFixture *fixture,
           gconstpointer data)
{
  fill_disk (FALSE);
  answering_tear_down (fixture, data);
}

static RfQuestionItem *
answer_on_full_disk (AnsweringFixture *fixture)
{
  RfQuestionItem *item;

  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
  item = rf_question_card_get_item (answering_find_card (fixture, "short4"));
  fill_disk (TRUE);
  answering_put (fixture, "short4", "no");
  fill_disk (FALSE);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  return item;
}

static void
test_stays_until_stored (AnsweringFixture *fixture,
                         gconstpointer data)
{
  RfUnsavedAnswers *unsaved = rf_unsaved_answers_get (fixture->client);
  const char *offering = rf_open_assessment_get_offering (fixture->assessment);
  RfQuestionItem *item = answer_on_full_disk (fixture);
  g_autoptr (RfOpenAssessment) again = NULL;

  g_assert_cmpuint (rf_unsaved_answers_count (unsaved), ==, 1);
  g_assert_cmpuint (rf_unsaved_answers_count_at_risk (unsaved), ==, 1);
  /* the window went to another offering and came back */
  again = rf_unsaved_answers_dup_assessment (fixture->client, offering);
  g_assert_true (again == fixture->assessment);
  g_assert_cmpstr (rf_question_item_get_answer (item)->choices[0], ==, "no");
  rf_unsaved_answers_retry (unsaved);
  while (rf_open_assessment_is_storing (fixture->assessment))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_DONE);
  g_assert_cmpuint (rf_unsaved_answers_count (unsaved), ==, 0);
  g_assert_cmpint (rf_record_find_answer (rf_open_assessment_get_record (fixture->assessment), "short4")->state, ==, RF_ANSWER_ANSWERED);
}

static void
test_another_offering_is_its_own (AnsweringFixture *fixture,
                                  gconstpointer data)
{
  RfOpenAssessment *other = rf_unsaved_answers_dup_assessment (fixture->client, "another");

  g_assert_true (other != fixture->assessment);
  g_assert_finalize_object (other);
}

static void
test_discard_shows_what_is_stored (AnsweringFixture *fixture,
                                   gconstpointer data)
{
  RfQuestionItem *item = answer_on_full_disk (fixture);

  rf_unsaved_answers_discard (rf_unsaved_answers_get (fixture->client));
  g_assert_cmpint (rf_question_item_get_answer (item)->state, ==, RF_ANSWER_UNANSWERED);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_NONE);
  g_assert_cmpuint (rf_unsaved_answers_count (rf_unsaved_answers_get (fixture->client)), ==, 0);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  int *saved = user_data;

  *saved = rf_open_assessment_save_elsewhere_finish (RF_OPEN_ASSESSMENT (source), result, &error) ? 1 : -1;
  g_assert_true (*saved == 1 || error != NULL);
}

static int
save_to (AnsweringFixture *fixture,
         const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  int saved = 0;

  rf_open_assessment_save_elsewhere_async (fixture->assessment, file, saved_cb, &saved);
  while (saved == 0)
    g_main_context_iteration (NULL, TRUE);
  return saved;
}

static void
test_save_elsewhere (AnsweringFixture *fixture,
                     gconstpointer data)
{
  RfUnsavedAnswers *unsaved = rf_unsaved_answers_get (fixture->client);
  g_autofree char *folder = g_dir_make_tmp ("elsewhere-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "answers.xml", NULL);
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (GError) error = NULL;

  answer_on_full_disk (fixture);
  /* elsewhere may be no better */
  g_assert_cmpint (save_to (fixture, "/no/such/folder/answers.xml"), ==, -1);
  g_assert_cmpuint (rf_unsaved_answers_count_at_risk (unsaved), ==, 1);
  g_assert_cmpint (save_to (fixture, path), ==, 1);
  g_assert_cmpuint (rf_unsaved_answers_count_at_risk (unsaved), ==, 0);
  g_assert_cmpuint (rf_unsaved_answers_count (unsaved), ==, 1);
  record = rf_record_read_file (path, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (rf_record_find_answer (record, "short4")->choices[0], ==, "no");
  rf_unsaved_answers_discard (unsaved);
}

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

static RfQuestionCard *
find_mapped_card (GtkWidget *window)
{
  GtkWidget *card = answering_find (window, RF_TYPE_QUESTION_CARD);

  return card && gtk_widget_get_mapped (card) ? RF_QUESTION_CARD (card) : NULL;
}

static GtkWidget *
find_message (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

/* What never comes is a failure, not a hang. */
#define wait_while(condition)                                   \
  G_STMT_START                                                  \
  {                                                             \
    gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
                                                                \
    while (condition)                                           \
      {                                                         \
        g_assert_cmpint (g_get_monotonic_time (), <, end);      \
        g_main_context_iteration (NULL, FALSE);                 \
        g_thread_yield ();                                      \
      }                                                         \
  }                                                             \
  G_STMT_END

static gboolean
is_open (GtkWidget *window)
{
  GtkWidget *pages = answering_find (window, ADW_TYPE_VIEW_STACK);

  return pages && gtk_widget_get_mapped (pages);
}

/* The only copy of an answer is on the screen: the window asks before it goes, and goes once it is stored. */
static void
test_closing_asks (void)
{
  GtkWidget *window = rf_window_new (get_application (), RF_WINDOW_SAMPLE_WORKSPACE, NULL);
  RfQuestionItem *item;
  GtkWidget *message;

  gtk_window_present (GTK_WINDOW (window));
  wait_while (!is_open (window));
  gtk_widget_activate_action (window, "win.open-offering", "s", "nordlicht-api");
  wait_while (find_mapped_card (window) == NULL);
  item = g_object_ref (rf_question_card_get_item (find_mapped_card (window)));
  fill_disk (TRUE);
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (find_mapped_card (window)), RF_TYPE_QUESTION_CARD, "unknown_button"), "clicked");
  wait_while (rf_question_item_get_save_state (item) == RF_SAVE_PENDING);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_FAILED);
  gtk_window_close (GTK_WINDOW (window));
  wait_while ((message = find_message ()) == NULL);
  g_assert_true (gtk_widget_get_visible (window));
  gtk_window_close (GTK_WINDOW (message));
  wait_while (find_message ());
  g_assert_true (gtk_widget_get_visible (window));
  fill_disk (FALSE);
  g_signal_emit_by_name (gtk_widget_get_template_child (GTK_WIDGET (find_mapped_card (window)), RF_TYPE_QUESTION_CARD, "unknown_button"), "clicked");
  wait_while (rf_question_item_get_save_state (item) == RF_SAVE_PENDING);
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_DONE);
  g_object_unref (item);
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_while (window);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (AnsweringFixture *fixture, gconstpointer data);
  } tests[] = {
    { "/unsaved/stays-until-stored", test_stays_until_stored },
    { "/unsaved/another-offering-is-its-own", test_another_offering_is_its_own },
    { "/unsaved/discard-shows-what-is-stored", test_discard_shows_what_is_stored },
    { "/unsaved/save-elsewhere", test_save_elsewhere },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AnsweringFixture, NULL, answering_set_up, tests[i].test, tear_down);
  g_test_add_func ("/unsaved/closing-asks", test_closing_asks);
  return g_test_run ();
}
