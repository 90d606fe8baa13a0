// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What belongs to an answer besides what was chosen, on a card over a real workspace. */

#include "config.h"

#include "answering-fixture.h"
#include "rf-answer-details.h"
#include "rf-evidence-dialog.h"
#include "rf-evidence-jobs.h"
#include "rf-evidence-row.h"
#include "rf-private-copies.h"
#include "rf-unsaved-answers.h"

#include <glib/gstdio.h>
#include <unistd.h>

/* What a change or a job came to. */
typedef struct
{
  gboolean done;
  GError *error;
  char *text;
} Outcome;

static void
outcome_clear (Outcome *self)
{
  g_clear_error (&self->error);
  g_clear_pointer (&self->text, g_free);
  self->done = FALSE;
}

static void
changed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  Outcome *outcome = user_data;

  rf_open_assessment_change_finish (RF_OPEN_ASSESSMENT (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
ran_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->text = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
wait_for (Outcome *outcome)
{
  while (!outcome->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
change (AnsweringFixture *fixture,
        RfWorkspaceJob job,
        RfEvidenceChange *change,
        Outcome *outcome)
{
  outcome_clear (outcome);
  rf_open_assessment_change_async (fixture->assessment, job, change, (GDestroyNotify) rf_evidence_change_free, changed_cb, outcome);
  wait_for (outcome);
}

static void
run (AnsweringFixture *fixture,
     RfWorkspaceJob job,
     const char *id,
     Outcome *outcome)
{
  outcome_clear (outcome);
  rf_workspace_client_run_async (fixture->client, job, g_strdup (id), g_free, g_free, NULL, ran_cb, outcome);
  wait_for (outcome);
}

static RfEvidenceChange *
new_change (AnsweringFixture *fixture,
            const char *path)
{
  RfEvidenceChange *change = rf_evidence_change_new (rf_open_assessment_get_offering (fixture->assessment), "short1");

  change->grade = RF_GRADE_CONTRACT;
  change->paths = g_strsplit (path ? path : "", "\n", -1);
  return change;
}

static char *
write_file (const char *name,
            const char *content)
{
  g_autofree char *folder = g_dir_make_tmp ("evidence-XXXXXX", NULL);
  char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static const RfEvidenceLink *
get_link (AnsweringFixture *fixture,
          guint index)
{
  GPtrArray *links = rf_question_item_get_answer (rf_question_card_get_item (answering_find_card (fixture, "short1")))->links;

  return index < links->len ? g_ptr_array_index (links, index) : NULL;
}

static void
show (AnsweringFixture *fixture)
{
  rf_section_pane_show (fixture->pane, fixture->assessment, answering_get_section (fixture, 0));
  answering_let_settle (fixture);
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

static void
test_attach_open_verify_remove (AnsweringFixture *fixture,
                                gconstpointer data)
{
  g_autofree char *path = write_file ("report.txt", "all is well");
  g_autofree char *content = NULL;
  g_autofree char *copy = NULL;
  g_autofree char *id = NULL;
  Outcome outcome = { 0 };
  RfWorkspace *no_workspace = NULL;
  RfEvidenceChange *removal;
  GStatBuf status;

  show (fixture);
  change (fixture, rf_job_attach_evidence, new_change (fixture, path), &outcome);
  g_assert_no_error (outcome.error);
  g_assert_cmpint (get_link (fixture, 0)->grade, ==, RF_GRADE_CONTRACT);
  answering_let_settle (fixture);
  g_assert_true (has_label (GTK_WIDGET (answering_find_card (fixture, "short1")), "1 piece of evidence"));

  run (fixture, rf_job_verify_evidence, get_link (fixture, 0)->evidence, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_nonnull (strstr (outcome.text, "report.txt"));

  run (fixture, rf_job_export_evidence, get_link (fixture, 0)->evidence, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_true (g_file_get_contents (outcome.text, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "all is well");
  g_assert_cmpint (g_stat (outcome.text, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 077, ==, 0);
  copy = g_strdup (outcome.text);
  rf_job_forget_copies (&no_workspace, NULL, NULL, NULL);
  g_assert_true (g_file_test (copy, G_FILE_TEST_EXISTS));
  run (fixture, rf_job_forget_copies, NULL, &outcome);
  g_assert_false (g_file_test (copy, G_FILE_TEST_EXISTS));

  removal = new_change (fixture, NULL);
  id = g_strdup (get_link (fixture, 0)->evidence);
  removal->evidence = g_strdup (id);
  change (fixture, rf_job_remove_evidence, removal, &outcome);
  g_assert_no_error (outcome.error);
  g_assert_null (get_link (fixture, 0));
  run (fixture, rf_job_verify_evidence, id, &outcome);
  g_assert_nonnull (outcome.error);
  /* one step back brings all of it back */
  run (fixture, rf_job_undo, NULL, &outcome);
  g_assert_no_error (outcome.error);
  run (fixture, rf_job_verify_evidence, id, &outcome);
  g_assert_no_error (outcome.error);
  outcome_clear (&outcome);
}

/* What was left behind goes, and nothing else: links are not followed. */
static void
test_old_copies_are_removed (AnsweringFixture *fixture,
                             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *mine = write_file ("mine.txt", "not a copy");
  g_autofree char *parent = g_path_get_dirname (mine);
  g_autofree char *folder = rf_private_copies_make_folder ("store-1", &error);
  g_autofree char *other = rf_private_copies_make_folder ("store-2", &error);
  g_autofree char *link = g_build_filename (folder, "link", NULL);

  g_assert_no_error (error);
  g_assert_cmpint (symlink (parent, link), ==, 0);
  rf_private_copies_remove ("store-1");
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (other, G_FILE_TEST_EXISTS));
  rf_private_copies_remove_all ();
  g_assert_false (g_file_test (other, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
}

/* One change, one undo, however many files: and none of them where one of them cannot be had. */
static void
test_several_files_are_one_step (AnsweringFixture *fixture,
                                 gconstpointer data)
{
  g_autofree char *first = write_file ("first.txt", "1");
  g_autofree char *second = write_file ("second.txt", "2");
  g_autofree char *both = g_strjoin ("\n", first, second, NULL);
  g_autofree char *one_is_gone = g_strjoin ("\n", first, "/no/such/file", NULL);
  Outcome outcome = { 0 };

  show (fixture);
  change (fixture, rf_job_attach_evidence, new_change (fixture, one_is_gone), &outcome);
  g_assert_nonnull (outcome.error);
  g_assert_null (get_link (fixture, 0));
  change (fixture, rf_job_attach_evidence, new_change (fixture, both), &outcome);
  g_assert_no_error (outcome.error);
  g_assert_nonnull (get_link (fixture, 1));
  g_assert_cmpstr (rf_workspace_client_get_undo_description (fixture->client), ==, "attach 2 files");
  outcome_clear (&outcome);
}

static void
test_what_cannot_be_attached (AnsweringFixture *fixture,
                              gconstpointer data)
{
  g_autofree char *huge = write_file ("huge.bin", "");
  g_autofree char *folder = g_path_get_dirname (huge);
  const char *const paths[] = { huge, folder, "/no/such/file", "/dev/null" };
  Outcome outcome = { 0 };

  g_assert_cmpint (truncate (huge, (off_t) 2 << 30), ==, 0);
  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      change (fixture, rf_job_attach_evidence, new_change (fixture, paths[i]), &outcome);
      g_assert_nonnull (outcome.error);
      g_assert_nonnull (strstr (outcome.error->message, paths[i]));
      g_assert_null (get_link (fixture, 0));
    }
  outcome_clear (&outcome);
}

static void
test_expired_evidence_is_marked (AnsweringFixture *fixture,
                                 gconstpointer data)
{
  g_autofree char *path = write_file ("old.txt", "old");
  RfEvidenceChange *attaching = new_change (fixture, path);
  GtkWidget *card, *row;
  Outcome outcome = { 0 };

  show (fixture);
  g_assert_true (rf_day_from_string ("2001-01-01", &attaching->expires));
  change (fixture, rf_job_attach_evidence, attaching, &outcome);
  g_assert_no_error (outcome.error);
  card = GTK_WIDGET (answering_find_card (fixture, "short1"));
  answering_let_settle (fixture);
  g_assert_true (has_label (card, "1 expired"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (card, RF_TYPE_QUESTION_CARD, "details_button")), TRUE);
  answering_let_settle (fixture);
  row = answering_find (card, RF_TYPE_EVIDENCE_ROW);
  g_assert_nonnull (row);
  g_assert_true (has_label (row, "expired on 2001-01-01"));
  outcome_clear (&outcome);
}

static GtkWidget *
find_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (RF_IS_EVIDENCE_DIALOG (window))
        return window;
    }
  return NULL;
}

static gboolean
drop_text (AnsweringFixture *fixture,
           const char *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  return rf_question_card_drop (answering_find_card (fixture, "short1"), &value);
}

static void
test_drop_of_nonsense (AnsweringFixture *fixture,
                       gconstpointer data)
{
  static const char *const nonsense[] = { "", "hello", "javascript:alert(1)", "https://two words", "file:///etc/passwd", "https://a\nhttps://b" };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_clear_pointer (&fixture->told, g_free);
      g_assert_false (drop_text (fixture, nonsense[i]));
      g_assert_nonnull (fixture->told);
      g_assert_null (find_dialog ());
    }
}

static gboolean
dialog_is_gone (AnsweringFixture *fixture)
{
  return find_dialog () == NULL;
}

static void
click (GtkWidget *dialog,
       const char *child)
{
  g_signal_emit_by_name (gtk_widget_get_template_child (dialog, RF_TYPE_EVIDENCE_DIALOG, child), "clicked");
}

static void
write_in (GtkWidget *dialog,
          const char *child,
          const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (dialog, RF_TYPE_EVIDENCE_DIALOG, child)), text);
}

static gboolean
can_save (GtkWidget *dialog)
{
  return gtk_widget_get_sensitive (GTK_WIDGET (gtk_widget_get_template_child (dialog, RF_TYPE_EVIDENCE_DIALOG, "save_button")));
}

static void
test_drop_of_a_link (AnsweringFixture *fixture,
                     gconstpointer data)
{
  GtkWidget *dialog;

  show (fixture);
  g_assert_true (drop_text (fixture, " https://example.com/terms \n"));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  write_in (dialog, "expires_row", "30 November");
  g_assert_false (can_save (dialog));
  write_in (dialog, "expires_row", "2030-11-30");
  write_in (dialog, "locator_row", "section 4");
  g_assert_true (can_save (dialog));
  click (dialog, "save_button");
  answering_wait_until (fixture, dialog_is_gone);
  g_assert_cmpstr (get_link (fixture, 0)->locator, ==, "section 4");
}

/* A file that vanishes while the dialog is open: the dialog says so and stays. */
static void
test_dialog_keeps_what_failed (AnsweringFixture *fixture,
                               gconstpointer data)
{
  g_autofree char *path = write_file ("vanishing.txt", "soon gone");
  GSList files = { g_file_new_for_path (path), NULL };
  g_auto (GValue) value = G_VALUE_INIT;
  GtkWidget *dialog;

  show (fixture);
  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, &files);
  g_assert_true (rf_question_card_drop (answering_find_card (fixture, "short1"), &value));
  dialog = find_dialog ();
  g_assert_nonnull (dialog);
  g_assert_cmpint (g_unlink (path), ==, 0);
  click (dialog, "save_button");
  while (!can_save (dialog))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (find_dialog () == dialog);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (gtk_widget_get_template_child (dialog, RF_TYPE_EVIDENCE_DIALOG, "problem_label"))));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_object_unref (files.data);
}

static GtkWidget *
unfold_details (AnsweringFixture *fixture)
{
  GtkWidget *card = GTK_WIDGET (answering_find_card (fixture, "short1"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (card, RF_TYPE_QUESTION_CARD, "details_button")), TRUE);
  return answering_find (card, RF_TYPE_ANSWER_DETAILS);
}

static void
write_override (GtkWidget *details,
                const char *risk,
                const char *reason)
{
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (details, RF_TYPE_ANSWER_DETAILS, "risk_entry")), risk);
  gtk_editable_set_text (GTK_EDITABLE (gtk_widget_get_template_child (details, RF_TYPE_ANSWER_DETAILS, "override_reason_entry")), reason);
  rf_answer_details_finish_typing (RF_ANSWER_DETAILS (details));
}

static void
test_override_needs_both (AnsweringFixture *fixture,
                          gconstpointer data)
{
  static const struct
  {
    const char *risk, *reason;
    int expected;
  } rows[] = {
    { "", "", -1 },
    { "30", "", -1 },
    { "", "Because", -1 },
    { "101", "Because", -1 },
    { "-1", "Because", -1 },
    { "ten", "Because", -1 },
    { " 30 ", "Because", 30 },
    { "0", "No data leaves us", 0 },
    { "", "", -1 },
  };
  GtkWidget *details;
  RfQuestionItem *item;

  show (fixture);
  answering_put (fixture, "short1", "yes");
  item = rf_question_card_get_item (answering_find_card (fixture, "short1"));
  details = unfold_details (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      write_override (details, rows[i].risk, rows[i].reason);
      while (rf_open_assessment_is_storing (fixture->assessment))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (rf_question_item_get_answer (item)->override_risk, ==, rows[i].expected);
      g_assert_cmpint (rf_question_item_get_save_state (item), !=, RF_SAVE_FAILED);
    }
}

static void
test_who_said_it (AnsweringFixture *fixture,
                  gconstpointer data)
{
  RfQuestionItem *item;
  GtkWidget *details;

  show (fixture);
  answering_put (fixture, "short1", "yes");
  item = rf_question_card_get_item (answering_find_card (fixture, "short1"));
  details = unfold_details (fixture);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (gtk_widget_get_template_child (details, RF_TYPE_ANSWER_DETAILS, "said_by_drop_down")), RF_SAID_BY_PROVIDER);
  while (rf_open_assessment_is_storing (fixture->assessment))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (rf_question_item_get_answer (item)->said_by, ==, RF_SAID_BY_PROVIDER);
  answering_let_settle (fixture);
  g_assert_true (has_label (GTK_WIDGET (answering_find_card (fixture, "short1")), "said by the provider"));
}

static RfQuestionItem *
write_note (AnsweringFixture *fixture,
            const char *note)
{
  GtkWidget *card = GTK_WIDGET (answering_find_card (fixture, "short1"));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_template_child (card, RF_TYPE_QUESTION_CARD, "note_button")), TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (answering_find (card, GTK_TYPE_TEXT_VIEW))), note, -1);
  rf_question_card_finish_typing (RF_QUESTION_CARD (card));
  while (rf_open_assessment_is_storing (fixture->assessment))
    g_main_context_iteration (NULL, TRUE);
  return rf_question_card_get_item (RF_QUESTION_CARD (card));
}

/* A note is stored as it was written, or refused with a reason while it stays on the screen: never cut short. */
static void
test_long_notes (AnsweringFixture *fixture,
                 gconstpointer data)
{
  static const guint lengths[] = { 1, 9999, 10000, 10001, 100000 };

  show (fixture);
  answering_put (fixture, "short1", "yes");
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *note = g_strnfill (lengths[i], 'x');
      RfQuestionItem *item;

      /* in words: one of a hundred thousand letters keeps Pango busy for half a minute */
      for (guint at = 8; at + 1 < lengths[i]; at += 8)
        note[at] = ' ';
      item = write_note (fixture, note);

      g_assert_cmpstr (rf_question_item_get_answer (item)->note, ==, note);
      if (lengths[i] <= 10000)
        g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_DONE);
      else if (rf_question_item_get_save_state (item) == RF_SAVE_FAILED)
        g_assert_nonnull (rf_question_item_get_problem (item));
    }
  rf_unsaved_answers_discard (rf_unsaved_answers_get (fixture->client));
}

static void
test_notes_with_line_breaks (AnsweringFixture *fixture,
                             gconstpointer data)
{
  RfQuestionItem *item;

  show (fixture);
  answering_put (fixture, "short1", "yes");
  item = write_note (fixture, "one\n\ntwo\n\tthree");
  g_assert_cmpint (rf_question_item_get_save_state (item), ==, RF_SAVE_DONE);
  g_assert_cmpstr (rf_question_item_get_answer (item)->note, ==, "one\n\ntwo\n\tthree");
}

/* A copied answer says where it is from until somebody has looked at it. */
static void
test_inherited_answer_is_marked (AnsweringFixture *fixture,
                                 gconstpointer data)
{
  g_autoptr (RfAnswer) answer = rf_answer_new ("short1", RF_ANSWER_ANSWERED);
  GtkWidget *card;

  show (fixture);
  card = GTK_WIDGET (answering_find_card (fixture, "short1"));
  g_assert_false (has_label (card, "not confirmed"));
  answer->choices = g_strsplit ("yes", " ", -1);
  answer->inherited_from = g_strdup ("other-offering");
  rf_question_item_set_answer (rf_question_card_get_item (RF_QUESTION_CARD (card)), answer);
  answering_let_settle (fixture);
  g_assert_true (has_label (card, "other-offering"));
  g_assert_true (has_label (card, "Confirm"));
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
    { "/evidence/attach-open-verify-remove", test_attach_open_verify_remove },
    { "/evidence/old-copies-are-removed", test_old_copies_are_removed },
    { "/evidence/several-files-are-one-step", test_several_files_are_one_step },
    { "/evidence/what-cannot-be-attached", test_what_cannot_be_attached },
    { "/evidence/expired-is-marked", test_expired_evidence_is_marked },
    { "/evidence/drop-of-nonsense", test_drop_of_nonsense },
    { "/evidence/drop-of-a-link", test_drop_of_a_link },
    { "/evidence/dialog-keeps-what-failed", test_dialog_keeps_what_failed },
    { "/details/override-needs-both", test_override_needs_both },
    { "/details/who-said-it", test_who_said_it },
    { "/details/long-notes", test_long_notes },
    { "/details/notes-with-line-breaks", test_notes_with_line_breaks },
    { "/details/inherited-is-marked", test_inherited_answer_is_marked },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AnsweringFixture, NULL, answering_set_up, tests[i].test, answering_tear_down);
  return g_test_run ();
}
