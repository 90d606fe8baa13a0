// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-preferences-window.h"

#include "rf-dialogs.h"
#include "rf-preferences-jobs.h"
#include "rf-settings.h"

#include <glib/gi18n.h>

struct _RfPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* template children */
  GtkEditable *assessor_row;
  AdwComboRow *profile_row;
  GtkSpinButton *review_months;
  GtkEditable *organisation_row;
  AdwActionRow *logo_row;
  GtkWidget *remove_logo_button;

  GPtrArray *profiles;       /* owned, of ids in the order of the rows; NULL until they are known; the first is "" */
  GCancellable *cancellable; /* owned */
};

G_DEFINE_FINAL_TYPE (RfPreferencesWindow, rf_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

static void
show_logo (RfPreferencesWindow *self)
{
  g_autofree char *path = rf_settings_dup_text (RF_SETTING_LOGO);
  g_autofree char *name = path ? g_filename_display_basename (path) : NULL;

  adw_action_row_set_subtitle (self->logo_row, name ? name : _ ("A PNG file, for the first page of reports, at most 1 MiB"));
  gtk_widget_set_visible (self->remove_logo_button, name != NULL);
}

static void
logo_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfPreferencesWindow) self = user_data;
  /* closed without a choice: nothing was asked for */
  g_autoptr (GFile) file = rf_dialogs_open_file_finish (result, NULL);
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path)
    g_settings_set_string (rf_settings_get (), RF_SETTING_LOGO, path);
}

static void
choose_logo (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  RfPreferencesWindow *self = RF_PREFERENCES_WINDOW (widget);

  rf_dialogs_open_file_async (GTK_WINDOW (self), _ ("Choose a Logo"), "image/png", self->cancellable, logo_chosen_cb, g_object_ref (self));
}

static void
remove_logo (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  g_settings_reset (rf_settings_get (), RF_SETTING_LOGO);
}

static void
profile_selected_cb (RfPreferencesWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->profile_row);

  if (self->profiles && selected < self->profiles->len)
    g_settings_set_string (rf_settings_get (), RF_SETTING_PROFILE, g_ptr_array_index (self->profiles, selected));
}

static void
show_fixed_profile (RfPreferencesWindow *self,
                    const RfProfileChoices *choices)
{
  const char *const titles[] = { g_ptr_array_index (choices->titles, 0), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (titles);
  g_autofree char *why = g_strdup_printf (_ ("Fixed by the company’s policy “%s”"), choices->policy);

  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (model));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->profile_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->profile_row), why);
  /* a model makes the row sensitive again */
  gtk_widget_set_sensitive (GTK_WIDGET (self->profile_row), FALSE);
}

/* The choices come first and the selection after them, or filling the row would change the setting. */
static void
show_profiles (RfPreferencesWindow *self,
               RfProfileChoices *choices)
{
  g_autofree char *chosen = g_settings_get_string (rf_settings_get (), RF_SETTING_PROFILE);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  gtk_string_list_append (titles, C_ ("weight profile", "As the questionnaire says"));
  g_ptr_array_add (ids, g_strdup (""));
  for (guint i = 0; i < choices->ids->len; i++)
    {
      gtk_string_list_append (titles, g_ptr_array_index (choices->titles, i));
      g_ptr_array_add (ids, g_strdup (g_ptr_array_index (choices->ids, i)));
      if (g_str_equal (g_ptr_array_index (choices->ids, i), chosen))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->profile_row, selected);
  self->profiles = g_steal_pointer (&ids);
  gtk_widget_set_sensitive (GTK_WIDGET (self->profile_row), TRUE);
}

static void
profiles_listed_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (RfPreferencesWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RfProfileChoices *choices = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (choices)
    {
      if (choices->policy)
        show_fixed_profile (self, choices);
      else
        show_profiles (self, choices);
      rf_profile_choices_free (choices);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), adw_toast_new (error->message));
}

static void
rf_preferences_window_dispose (GObject *object)
{
  RfPreferencesWindow *self = RF_PREFERENCES_WINDOW (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->profiles, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_preferences_window_parent_class)->dispose (object);
}

static void
rf_preferences_window_class_init (RfPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_preferences_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, assessor_row);
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, profile_row);
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, review_months);
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, logo_row);
  gtk_widget_class_bind_template_child (widget_class, RfPreferencesWindow, remove_logo_button);
  gtk_widget_class_bind_template_callback (widget_class, profile_selected_cb);
  gtk_widget_class_install_action (widget_class, "preferences.choose-logo", NULL, choose_logo);
  gtk_widget_class_install_action (widget_class, "preferences.remove-logo", NULL, remove_logo);
}

static void
rf_preferences_window_init (RfPreferencesWindow *self)
{
  GSettings *settings = rf_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  g_settings_bind (settings, RF_SETTING_ASSESSOR, self->assessor_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, RF_SETTING_ORGANISATION, self->organisation_row, "text", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind_writable (settings, RF_SETTING_LOGO, self->logo_row, "sensitive", FALSE);
  g_settings_bind (settings, RF_SETTING_REVIEW_MONTHS, self->review_months, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::" RF_SETTING_LOGO, G_CALLBACK (show_logo), self, G_CONNECT_SWAPPED);
  show_logo (self);
}

/**
 * rf_preferences_window_new:
 * @client: of the workspace whose weight profiles can be chosen
 *
 * Makes a window in which a person says how they work. What is changed holds at once.
 */
GtkWidget *
rf_preferences_window_new (GtkWindow *parent,
                           RfWorkspaceClient *client)
{
  RfPreferencesWindow *self = g_object_new (RF_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);

  rf_workspace_client_run_async (client,
                                 rf_job_list_profiles,
                                 NULL,
                                 NULL,
                                 (GDestroyNotify) rf_profile_choices_free,
                                 self->cancellable,
                                 profiles_listed_cb,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}
