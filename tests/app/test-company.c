// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-jobs.h"
#include "rf-offering-dialog.h"
#include "rf-portfolio-jobs.h"
#include "rf-preferences-window.h"
#include "rf-settings.h"
#include "rf-workspace.h"

#include <glib/gstdio.h>

/* What an administrator leaves on a computer; RINGFENCE_COMPANY_DIR points to it before anything is read. */
static void
put (const char *folder,
     const char *name,
     const char *text)
{
  g_autofree char *place = g_build_filename (g_getenv ("RINGFENCE_COMPANY_DIR"), folder, NULL);
  g_autofree char *path = g_build_filename (place, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (place, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

static void
put_questionnaire (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "questionnaires", "small.xml", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  put ("questionnaires", "ours.xml", text);
}

static void
set_up_company (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_config_dir (), "company", NULL);

  g_setenv ("RINGFENCE_COMPANY_DIR", folder, TRUE);
  put ("", "policy.ini", "[Policy]\nName=AI policy\n[Scoring]\nProfile=health\n");
  put ("settings", "defaults", "[io/github/ringfence/Ringfence]\norganisation='Example Works'\nreview-months=uint32 6\n");
  put ("settings", "locks", "/io/github/ringfence/Ringfence/organisation\n");
  put_questionnaire ();
}

static void
test_defaults_and_locks (void)
{
  g_autofree char *organisation = rf_settings_dup_text (RF_SETTING_ORGANISATION);
  GSettings *settings = rf_settings_get ();

  g_assert_cmpstr (organisation, ==, "Example Works");
  g_assert_false (g_settings_is_writable (settings, RF_SETTING_ORGANISATION));
  /* what is only a default can be chosen otherwise */
  g_assert_cmpuint (g_settings_get_uint (settings, RF_SETTING_REVIEW_MONTHS), ==, 6);
  g_assert_true (g_settings_is_writable (settings, RF_SETTING_REVIEW_MONTHS));
  g_assert_true (g_settings_set_uint (settings, RF_SETTING_REVIEW_MONTHS, 24));
  g_assert_cmpuint (g_settings_get_uint (settings, RF_SETTING_REVIEW_MONTHS), ==, 24);
}

typedef gboolean (*Condition) (gpointer data);

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

static gboolean
says_why (gpointer window)
{
  GtkWidget *row = find (window, ADW_TYPE_COMBO_ROW);

  return row && g_str_equal (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), "Fixed by the company’s policy “AI policy”");
}

static RfWorkspaceClient *
new_client (void)
{
  RfWorkspaceClient *client = rf_workspace_client_new ();

  rf_workspace_client_run_async (client, rf_job_open, (gpointer) "company", NULL, (GDestroyNotify) rf_portfolio_free, NULL, NULL, NULL);
  return client;
}

static void
close_client (RfWorkspaceClient *client)
{
  rf_workspace_client_close (client);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
}

static void
test_fixed_profile_is_shown (void)
{
  g_autoptr (GtkWidget) parent = g_object_ref_sink (gtk_window_new ());
  g_autoptr (RfWorkspaceClient) client = new_client ();
  GtkWidget *window = rf_preferences_window_new (GTK_WINDOW (parent), client);
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (window));
  wait_until (says_why, window);
  row = find (window, ADW_TYPE_COMBO_ROW);
  g_assert_false (gtk_widget_get_sensitive (row));
  g_assert_cmpuint (g_list_model_get_n_items (adw_combo_row_get_model (ADW_COMBO_ROW (row))), ==, 1);
  gtk_window_destroy (GTK_WINDOW (window));
  gtk_window_destroy (GTK_WINDOW (parent));
  close_client (client);
}

typedef struct
{
  GPtrArray *questionnaires;
  gboolean is_done;
} Listing;

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer data)
{
  Listing *listing = data;
  g_autoptr (GError) error = NULL;

  listing->questionnaires = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_assert_no_error (error);
  listing->is_done = TRUE;
}

static gboolean
is_done (gpointer data)
{
  return ((Listing *) data)->is_done;
}

static void
test_company_questionnaire_can_be_chosen (void)
{
  g_autoptr (GtkWidget) parent = g_object_ref_sink (gtk_window_new ());
  g_autoptr (RfWorkspaceClient) client = new_client ();
  RfOfferingDialog *dialog = rf_offering_dialog_new (GTK_WINDOW (parent));
  Listing listing = { NULL, FALSE };

  g_assert_null (rf_offering_dialog_get_questionnaire (dialog));
  rf_workspace_client_run_async (client, rf_job_list_questionnaires, NULL, NULL, (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, &listing);
  wait_until (is_done, &listing);
  rf_offering_dialog_offer_questionnaires (dialog, listing.questionnaires);
  /* the one that came last; the program's own is there too */
  g_assert_cmpstr (rf_offering_dialog_get_questionnaire (dialog), ==, "small");
  g_assert_cmpuint (listing.questionnaires->len, ==, 2);
  g_ptr_array_unref (listing.questionnaires);
  gtk_window_destroy (GTK_WINDOW (dialog));
  gtk_window_destroy (GTK_WINDOW (parent));
  close_client (client);
}

int
main (int argc,
      char **argv)
{
  /* as in a sandbox */
  g_setenv ("GSETTINGS_BACKEND", "keyfile", TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  set_up_company ();
  g_test_add_func ("/app/company/defaults-and-locks", test_defaults_and_locks);
  g_test_add_func ("/app/company/fixed-profile", test_fixed_profile_is_shown);
  g_test_add_func ("/app/company/questionnaire", test_company_questionnaire_can_be_chosen);
  return g_test_run ();
}
