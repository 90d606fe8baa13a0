// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-application.h"

#include "rf-dialogs.h"
#include "rf-jobs.h"
#include "rf-private-copies.h"
#include "rf-settings.h"
#include "rf-window.h"

#include <glib/gi18n.h>
#include <string.h>

struct _RfApplication
{
  AdwApplication parent_instance;

  char *workspace;           /* owned: the one that the command line names */
  RfWorkspaceClient *client; /* owned, nullable: it opens that workspace while the toolkit starts */
};

G_DEFINE_FINAL_TYPE (RfApplication, rf_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "workspace", 'w', 0, G_OPTION_ARG_STRING, NULL, N_ ("Open the workspace NAME"), N_ ("NAME") },
  { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Explore the sample portfolio, in a workspace of its own"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL, N_ ("[FILE]") },
  { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL },
};

static void
quit_activated_cb (GSimpleAction *action,
                   GVariant *parameter,
                   gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  /* Closing, not only destroying: each window first finishes what it is storing, and may have to ask. With the last of
   * them the program ends. */
  for (GList *link = windows; link; link = link->next)
    gtk_window_close (link->data);
}

static void
about_activated_cb (GSimpleAction *action,
                    GVariant *parameter,
                    gpointer user_data)
{
  rf_dialogs_show_about (gtk_application_get_active_window (user_data));
}

static void
show_handbook_activated_cb (GSimpleAction *action,
                            GVariant *parameter,
                            gpointer user_data)
{
  rf_dialogs_show_handbook (gtk_application_get_active_window (user_data));
}

/* One window for each workspace: opened twice, it is raised. Which window is active the display says only later, so
 * that it is returned: what is to be done in it must not be done in another. */
static GtkWidget *
present_workspace (RfApplication *self,
                   const char *workspace)
{
  GtkWidget *window;

  for (GList *link = gtk_application_get_windows (GTK_APPLICATION (self)); link; link = link->next)
    if (RF_IS_WINDOW (link->data) && g_str_equal (rf_window_get_workspace (link->data), workspace))
      {
        gtk_window_present (link->data);
        return link->data;
      }
  if (g_strcmp0 (workspace, self->workspace) != 0)
    g_clear_object (&self->client);
  window = rf_window_new (GTK_APPLICATION (self), workspace, self->client);
  rf_window_present_soon (RF_WINDOW (window));
  g_clear_object (&self->client);
  return window;
}

static void
open_workspace_activated_cb (GSimpleAction *action,
                             GVariant *parameter,
                             gpointer user_data)
{
  present_workspace (user_data, g_variant_get_string (parameter, NULL));
}

/* The one of last time; the sample is for a look, and one that is gone would be made anew, empty. */
static char *
dup_last_workspace (void)
{
  g_autofree char *name = rf_settings_dup_text (RF_SETTING_WORKSPACE);
  g_autofree char *path = name && rf_workspace_check_name (name, NULL) ? rf_workspace_dup_path_of (name) : NULL;

  if (path == NULL || g_str_equal (name, RF_WINDOW_SAMPLE_WORKSPACE) || !g_file_test (path, G_FILE_TEST_EXISTS))
    return g_strdup (RF_WINDOW_DEFAULT_WORKSPACE);
  return g_steal_pointer (&name);
}

/* A dialog needs a window that is there. */
static GtkWidget *
present_last_workspace (RfApplication *self)
{
  g_autofree char *workspace = dup_last_workspace ();
  GtkWidget *window = present_workspace (self, workspace);

  rf_window_present_if_waiting (RF_WINDOW (window));
  return window;
}

static void
add_offering_activated_cb (GSimpleAction *action,
                           GVariant *parameter,
                           gpointer user_data)
{
  gtk_widget_activate_action (present_last_workspace (user_data), "win.add-offering", NULL);
}

static void
compare_activated_cb (GSimpleAction *action,
                      GVariant *parameter,
                      gpointer user_data)
{
  gtk_widget_activate_action (present_last_workspace (user_data), "win.show-page", "s", "compare");
}

static void
open_sample_activated_cb (GSimpleAction *action,
                          GVariant *parameter,
                          gpointer user_data)
{
  present_workspace (user_data, RF_WINDOW_SAMPLE_WORKSPACE);
}

/* The last three are what the desktop entry offers. */
static const GActionEntry actions[] = {
  { .name = "quit", .activate = quit_activated_cb },
  { .name = "about", .activate = about_activated_cb },
  { .name = "show-handbook", .activate = show_handbook_activated_cb },
  { .name = "open-workspace", .activate = open_workspace_activated_cb, .parameter_type = "s" },
  { .name = "add-offering", .activate = add_offering_activated_cb },
  { .name = "compare", .activate = compare_activated_cb },
  { .name = "open-sample", .activate = open_sample_activated_cb },
};

static void
rf_application_activate (GApplication *application)
{
  g_autofree char *workspace = dup_last_workspace ();

  present_workspace (RF_APPLICATION (application), workspace);
}

static char *
dup_workspace (GVariantDict *dict)
{
  const char *workspace;

  if (g_variant_dict_contains (dict, "sample"))
    return g_strdup (RF_WINDOW_SAMPLE_WORKSPACE);
  if (g_variant_dict_lookup (dict, "workspace", "&s", &workspace))
    return g_strdup (workspace);
  return dup_last_workspace ();
}

/* A store in the folder of the workspaces is the workspace; any other is looked at where it is. */
static char *
dup_workspace_of_file (const char *path)
{
  g_autofree char *base = g_path_get_basename (path);
  char *suffix = strrchr (base, '.');
  g_autofree char *own = NULL;

  if (suffix)
    *suffix = '\0';
  own = rf_workspace_dup_path_of (base);
  return g_str_equal (own, path) ? g_steal_pointer (&base) : g_strdup (path);
}

/* What is no store is imported into the workspace of last time. */
static void
open_file (RfApplication *self,
           GFile *file,
           const char *workspace)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *of_file = NULL;
  GtkWidget *window;

  if (path && rf_workspace_is_store_file (path))
    {
      of_file = dup_workspace_of_file (path);
      present_workspace (self, of_file);
      return;
    }
  window = present_workspace (self, workspace);
  if (path)
    gtk_widget_activate_action (window, "win.import-file", "s", path);
}

/* As a desktop does it that starts programs over D-Bus: without a command line. */
static void
rf_application_open (GApplication *application,
                     GFile **files,
                     int n_files,
                     const char *hint)
{
  g_autofree char *workspace = dup_last_workspace ();

  for (int i = 0; i < n_files; i++)
    open_file (RF_APPLICATION (application), files[i], workspace);
}

static int
rf_application_handle_local_options (GApplication *application,
                                     GVariantDict *dict)
{
  RfApplication *self = RF_APPLICATION (application);

  g_free (self->workspace);
  self->workspace = dup_workspace (dict);
  if (!g_variant_dict_contains (dict, "version"))
    return -1;
  g_print ("Ringfence %s\n", PACKAGE_VERSION);
  return 0;
}

static int
rf_application_command_line (GApplication *application,
                             GApplicationCommandLine *command_line)
{
  GVariantDict *dict = g_application_command_line_get_options_dict (command_line);
  g_autofree char *workspace = dup_workspace (dict);
  g_autofree const char **files = NULL;

  if (!g_variant_dict_lookup (dict, G_OPTION_REMAINING, "^a&ay", &files))
    present_workspace (RF_APPLICATION (application), workspace);
  for (guint i = 0; files && files[i]; i++)
    {
      g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (command_line, files[i]);

      open_file (RF_APPLICATION (application), file, workspace);
    }
  return 0;
}

/* The toolkit takes longer to start than a workspace to open: do both at once. */
static void
begin_to_open (RfApplication *self)
{
  self->client = rf_workspace_client_new ();
  rf_workspace_client_run_async (self->client,
                                 rf_window_get_opening_job (self->workspace),
                                 g_strdup (self->workspace),
                                 g_free,
                                 (GDestroyNotify) rf_portfolio_free,
                                 NULL,
                                 NULL,
                                 NULL);
}

static gpointer
remove_old_copies (gpointer data)
{
  rf_private_copies_remove_all ();
  return NULL;
}

static void
rf_application_startup (GApplication *application)
{
  GtkApplication *self = GTK_APPLICATION (application);

  if (RF_APPLICATION (application)->workspace)
    begin_to_open (RF_APPLICATION (application));
  /* of a program that was killed; nobody waits for it */
  g_thread_unref (g_thread_new ("old copies", remove_old_copies, NULL));

  G_APPLICATION_CLASS (rf_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  gtk_application_set_accels_for_action (self, "app.quit", (const char *[]){ "<Control>q", NULL });
  gtk_application_set_accels_for_action (self, "app.show-handbook", (const char *[]){ "F1", NULL });
  gtk_application_set_accels_for_action (self, "win.show-help-overlay", (const char *[]){ "<Control>question", NULL });
  gtk_application_set_accels_for_action (self, "win.preferences", (const char *[]){ "<Control>comma", NULL });
  gtk_application_set_accels_for_action (self, "win.import", (const char *[]){ "<Control>o", NULL });
  gtk_application_set_accels_for_action (self, "window.close", (const char *[]){ "<Control>w", NULL });
  gtk_application_set_accels_for_action (self, "win.add-offering", (const char *[]){ "<Control>n", NULL });
  gtk_application_set_accels_for_action (self, "win.write-report", (const char *[]){ "<Control>e", NULL });
  gtk_application_set_accels_for_action (self, "win.show-report", (const char *[]){ "<Control>p", NULL });
  gtk_application_set_accels_for_action (self, "win.undo", (const char *[]){ "<Control>z", NULL });
  gtk_application_set_accels_for_action (self, "win.redo", (const char *[]){ "<Control><Shift>z", NULL });
  gtk_application_set_accels_for_action (self, "win.next-section", (const char *[]){ "<Control>Page_Down", NULL });
  gtk_application_set_accels_for_action (self, "win.previous-section", (const char *[]){ "<Control>Page_Up", NULL });
  gtk_application_set_accels_for_action (self, "win.back", (const char *[]){ "<Alt>Left", NULL });
}

static void
rf_application_finalize (GObject *object)
{
  RfApplication *self = RF_APPLICATION (object);

  g_clear_object (&self->client);
  g_free (self->workspace);
  G_OBJECT_CLASS (rf_application_parent_class)->finalize (object);
}

static void
rf_application_class_init (RfApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_application_finalize;
  application_class->activate = rf_application_activate;
  application_class->open = rf_application_open;
  application_class->startup = rf_application_startup;
  application_class->command_line = rf_application_command_line;
  application_class->handle_local_options = rf_application_handle_local_options;
}

static void
rf_application_init (RfApplication *self)
{
  g_application_add_main_option_entries (G_APPLICATION (self), options);
  g_application_set_option_context_summary (G_APPLICATION (self), _ ("Assess what a generative-AI provider does with your data."));
}

/**
 * rf_application_new:
 *
 * Makes the application; it opens a window when it is run.
 */
RfApplication *
rf_application_new (void)
{
  return g_object_new (RF_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_COMMAND_LINE | G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/io/github/ringfence/Ringfence",
                       NULL);
}
