// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-application.h"
#include "rf-preferences-window.h"
#include "rf-settings.h"
#include "rf-window.h"
#include "rf-workspace.h"
#include "rf-workspaces-window.h"

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
  if (g_type_is_a (G_OBJECT_TYPE (start), type) && gtk_widget_get_mapped (start))
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
has_label (GtkWidget *start,
           const char *text)
{
  if (GTK_IS_LABEL (start) && gtk_widget_get_mapped (start) && g_str_equal (gtk_label_get_text (GTK_LABEL (start)), text))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (start); child; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static gboolean
is_gone (gpointer window)
{
  return *(GtkWidget **) window == NULL;
}

/* That it goes proves that nothing holds on to it. */
static void
close_window (GtkWidget *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until (is_gone, &window);
}

static void
make_workspace (const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWorkspace) workspace = rf_workspace_open (name, RF_WORKSPACE_CREATE, &error);

  g_assert_no_error (error);
}

static gboolean
shows_kept (gpointer window)
{
  return has_label (window, "kept");
}

static void
test_workspaces_are_listed (void)
{
  static const char *const open[] = { "in-use", NULL };
  g_autoptr (GtkWidget) parent = g_object_ref_sink (gtk_application_window_new (get_application ()));
  GtkWidget *window;

  make_workspace ("in-use");
  make_workspace ("kept");
  window = rf_workspaces_window_new (GTK_WINDOW (parent), open);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (shows_kept, window);
  g_assert_true (has_label (window, "in-use"));
  close_window (window);
  gtk_window_destroy (GTK_WINDOW (parent));
}

static gboolean
is_opened (gpointer window)
{
  return find (window, ADW_TYPE_STATUS_PAGE) != NULL;
}

static void
test_last_place_is_remembered (void)
{
  GtkWidget *window = rf_window_new (get_application (), "kept", NULL);
  g_auto (GStrv) recent = NULL;
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (window), 820, 640);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (is_opened, window);
  close_window (window);
  g_settings_get (rf_settings_get (), RF_SETTING_WINDOW_SIZE, "(ii)", &width, &height);
  g_assert_cmpint (width, ==, 820);
  g_assert_cmpint (height, ==, 640);
  recent = g_settings_get_strv (rf_settings_get (), RF_SETTING_RECENT_WORKSPACES);
  g_assert_cmpstr (recent[0], ==, "kept");
}

static gboolean
profiles_are_there (gpointer window)
{
  GtkWidget *row = find (window, ADW_TYPE_COMBO_ROW);

  return row && gtk_widget_get_sensitive (row);
}

static void
test_preferences_are_kept (void)
{
  g_autoptr (GtkWidget) parent = g_object_ref_sink (gtk_application_window_new (get_application ()));
  g_autoptr (RfWorkspaceClient) client = rf_workspace_client_new ();
  g_autofree char *assessor = NULL;
  g_autofree char *profile = NULL;
  GtkWidget *window;

  rf_workspace_client_run_async (client, rf_window_get_opening_job (RF_WINDOW_SAMPLE_WORKSPACE), (gpointer) RF_WINDOW_SAMPLE_WORKSPACE, NULL, NULL, NULL, NULL, NULL);
  window = rf_preferences_window_new (GTK_WINDOW (parent), client);
  gtk_window_present (GTK_WINDOW (window));
  wait_until (profiles_are_there, window);
  gtk_editable_set_text (GTK_EDITABLE (find (window, ADW_TYPE_ENTRY_ROW)), " Ada Example ");
  assessor = rf_settings_dup_text (RF_SETTING_ASSESSOR);
  g_assert_cmpstr (assessor, ==, "Ada Example");
  profile = rf_settings_dup_text (RF_SETTING_PROFILE);
  g_assert_null (profile);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (window, ADW_TYPE_COMBO_ROW)), 2);
  profile = rf_settings_dup_text (RF_SETTING_PROFILE);
  g_assert_cmpstr (profile, ==, "financial-services");
  close_window (window);
  g_settings_reset (rf_settings_get (), RF_SETTING_PROFILE);
  g_settings_reset (rf_settings_get (), RF_SETTING_ASSESSOR);
  gtk_window_destroy (GTK_WINDOW (parent));
  rf_workspace_client_close (client);
}

int
main (int argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/workspaces/listed", test_workspaces_are_listed);
  g_test_add_func ("/app/workspaces/last-place", test_last_place_is_remembered);
  g_test_add_func ("/app/preferences/kept", test_preferences_are_kept);
  return g_test_run ();
}
