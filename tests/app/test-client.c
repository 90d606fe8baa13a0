// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-jobs.h"
#include "rf-preferences-jobs.h"
#include "rf-workspace-watch.h"

#include <glib/gstdio.h>

/* What a job brought, and what the client told the main thread of it. */
typedef struct
{
  gboolean done;
  gpointer result;
  GError *error;
  guint n_changes;
  guint n_changes_elsewhere;
} Outcome;

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Outcome *outcome = user_data;

  outcome->result = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &outcome->error);
  outcome->done = TRUE;
}

static void
wait_for (gboolean *done)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!*done)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
}

static gpointer
run (RfWorkspaceClient *client,
     RfWorkspaceJob job,
     gpointer data,
     GError **error)
{
  Outcome outcome = { 0 };

  rf_workspace_client_run_async (client, job, data, NULL, NULL, NULL, finished_cb, &outcome);
  wait_for (&outcome.done);
  if (outcome.error)
    g_propagate_error (error, outcome.error);
  return outcome.result;
}

static RfWorkspaceClient *
open_client (const char *name)
{
  RfWorkspaceClient *client = rf_workspace_client_new ();
  g_autoptr (GError) error = NULL;
  RfPortfolio *portfolio = run (client, rf_job_open, (gpointer) name, &error);

  g_assert_no_error (error);
  rf_portfolio_free (portfolio);
  return client;
}

static void
close_client (RfWorkspaceClient *client)
{
  rf_workspace_client_close (client);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  g_assert_finalize_object (client);
}

static char *
add_offering (RfWorkspaceClient *client,
              const char *name)
{
  g_autoptr (RfOffering) offering = rf_offering_new (NULL, "Example Inc", name);
  RfNewOffering asked = { offering, NULL };
  g_autoptr (GError) error = NULL;
  char *id = run (client, rf_job_add_offering, &asked, &error);

  g_assert_no_error (error);
  return id;
}

static void
count_change_cb (guint *n_changes)
{
  ++*n_changes;
}

static void
test_client_tells_of_changes (void)
{
  RfWorkspaceClient *client = open_client ("tells");
  g_autofree char *id = NULL;
  guint n_changes = 0;

  g_assert_null (rf_workspace_client_get_undo_description (client));
  g_signal_connect_swapped (client, "changed", G_CALLBACK (count_change_cb), &n_changes);
  id = add_offering (client, "Example");
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_nonnull (rf_workspace_client_get_undo_description (client));
  g_assert_null (rf_workspace_client_get_redo_description (client));
  g_free (run (client, rf_job_undo, NULL, NULL));
  g_assert_nonnull (rf_workspace_client_get_redo_description (client));
  close_client (client);
}

static void
test_watch_notices_another_program (void)
{
  RfWorkspaceClient *client = open_client ("shared");
  RfWorkspaceClient *other = open_client ("shared");
  g_autofree char *path = rf_workspace_dup_path_of ("shared");
  RfWorkspaceWatch *watch = rf_workspace_watch_new (client, path);
  g_autofree char *id = NULL;
  guint n_elsewhere = 0, n_changes = 0;

  g_signal_connect_swapped (watch, "changed-elsewhere", G_CALLBACK (count_change_cb), &n_elsewhere);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (count_change_cb), &n_changes);
  id = add_offering (other, "Example");
  wait_for ((gboolean *) &n_elsewhere);
  g_assert_cmpuint (n_changes, >=, 1);
  g_assert_finalize_object (watch);
  close_client (other);
  close_client (client);
}

static void
test_store_elsewhere_is_only_looked_at (void)
{
  RfWorkspaceClient *client = open_client ("original");
  g_autofree char *copy = g_build_filename (g_get_user_data_dir (), "copy.ringfence", NULL);
  g_autofree char *id = add_offering (client, "Example");
  g_autoptr (GError) error = NULL;

  run (client, rf_job_save_copy, copy, &error);
  g_assert_no_error (error);
  g_assert_false (rf_workspace_client_is_read_only (client));
  close_client (client);
  client = open_client (copy);
  g_assert_true (rf_workspace_client_is_read_only (client));
  run (client, rf_job_undo, NULL, &error);
  g_assert_nonnull (error);
  close_client (client);
  g_assert_cmpint (g_unlink (copy), ==, 0);
}

static void
test_preferences_reach_the_workspace (void)
{
  RfWorkspaceClient *client = open_client ("preferences");
  RfPreferences financial = { .profile = (char *) "financial-services" };
  RfPreferences nobody = { .profile = (char *) "no-such-profile" };
  guint n_changes = 0;
  RfProfileChoices *choices = run (client, rf_job_list_profiles, NULL, NULL);

  g_assert_true (g_ptr_array_find_with_equal_func (choices->ids, "financial-services", g_str_equal, NULL));
  rf_profile_choices_free (choices);
  g_signal_connect_swapped (client, "changed", G_CALLBACK (count_change_cb), &n_changes);
  run (client, rf_job_apply_preferences, &financial, NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  run (client, rf_job_apply_preferences, &financial, NULL);
  g_assert_cmpuint (n_changes, ==, 1);
  run (client, rf_job_apply_preferences, &nobody, NULL);
  g_assert_cmpuint (n_changes, ==, 2);
  close_client (client);
}

/* A file says itself what it is; what it is not is said with its name. */
static void
test_import_recognises_files (void)
{
  static const struct
  {
    const char *folder, *name;
    RfXmlKind kind;
    const char *id;
  } rows[] = {
    { "samples", "plauder-app.answers.xml", RF_XML_ANSWERS, "plauder-app" },
    { "questionnaires", "genai-confidentiality.xml", RF_XML_QUESTIONNAIRE, "genai-confidentiality 1" },
    { "questionnaires", "genai-confidentiality.de.xml", RF_XML_TRANSLATION, "genai-confidentiality de" },
    { "benchmarks", "etr-2024.xml", RF_XML_UNKNOWN, NULL },
    { "samples", "no-such-file.xml", RF_XML_UNKNOWN, NULL },
  };
  RfWorkspaceClient *client = open_client ("import");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_build_filename (g_getenv ("RINGFENCE_DATA_DIR"), rows[i].folder, rows[i].name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (RfImported) imported = run (client, rf_job_import, path, &error);

      g_assert_true ((imported == NULL) == (rows[i].id == NULL));
      if (imported == NULL)
        {
          g_assert_nonnull (strstr (error->message, rows[i].name));
          continue;
        }
      g_assert_cmpint (imported->kind, ==, rows[i].kind);
      g_assert_false (imported->is_store);
      g_assert_cmpstr (imported->id, ==, rows[i].id);
    }
  close_client (client);
}

static void
test_import_leaves_stores_alone (void)
{
  RfWorkspaceClient *client = open_client ("with-a-store");
  g_autofree char *path = rf_workspace_dup_path_of ("with-a-store");
  g_autoptr (RfImported) imported = run (client, rf_job_import, path, NULL);

  g_assert_nonnull (imported);
  g_assert_true (imported->is_store);
  g_assert_null (imported->id);
  close_client (client);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/client/tells-of-changes", test_client_tells_of_changes);
  g_test_add_func ("/client/watch-notices-another-program", test_watch_notices_another_program);
  g_test_add_func ("/client/store-elsewhere-is-only-looked-at", test_store_elsewhere_is_only_looked_at);
  g_test_add_func ("/client/preferences", test_preferences_reach_the_workspace);
  g_test_add_func ("/client/import-recognises-files", test_import_recognises_files);
  g_test_add_func ("/client/import-leaves-stores-alone", test_import_leaves_stores_alone);
  return g_test_run ();
}
