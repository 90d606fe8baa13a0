// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering-dialog.h"
#include "rf-portfolio-jobs.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

static void
added_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfOfferingDialog) dialog = user_data;
  RfWindow *self = RF_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (self == NULL)
    return;
  if (id == NULL)
    {
      rf_offering_dialog_show_problem (dialog, error->message);
      return;
    }
  gtk_window_destroy (GTK_WINDOW (dialog));
  rf_window_open_offering (self, id);
}

static void
submitted_cb (RfWindow *self,
              RfOffering *offering,
              RfOfferingDialog *dialog)
{
  rf_workspace_client_run_async (self->client,
                                 rf_job_add_offering,
                                 rf_new_offering_new (rf_offering_ref (offering), rf_offering_dialog_get_questionnaire (dialog)),
                                 (GDestroyNotify) rf_new_offering_free,
                                 g_free,
                                 NULL,
                                 added_cb,
                                 g_object_ref (dialog));
}

/* A workspace that cannot tell its questionnaires says so when the offering is added. */
static void
questionnaires_listed_cb (GObject *source,
                          GAsyncResult *result,
                          gpointer user_data)
{
  g_autoptr (RfOfferingDialog) dialog = user_data;
  g_autoptr (GPtrArray) questionnaires = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, NULL);

  if (questionnaires != NULL && gtk_window_get_transient_for (GTK_WINDOW (dialog)) != NULL)
    rf_offering_dialog_offer_questionnaires (dialog, questionnaires);
}

static void
add_offering (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RfOfferingDialog *dialog = rf_offering_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "submitted", G_CALLBACK (submitted_cb), widget, G_CONNECT_SWAPPED);
  rf_workspace_client_run_async (RF_WINDOW (widget)->client,
                                 rf_job_list_questionnaires,
                                 NULL,
                                 NULL,
                                 (GDestroyNotify) g_ptr_array_unref,
                                 NULL,
                                 questionnaires_listed_cb,
                                 g_object_ref (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
open_sample (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (widget));

  for (GList *link = gtk_application_get_windows (application); link; link = link->next)
    if (RF_IS_WINDOW (link->data) && g_str_equal (rf_window_get_workspace (link->data), RF_WINDOW_SAMPLE_WORKSPACE))
      {
        gtk_window_present (link->data);
        return;
      }
  gtk_window_present (GTK_WINDOW (rf_window_new (application, RF_WINDOW_SAMPLE_WORKSPACE, NULL)));
}

static void
done_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *done = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (done)
    rf_window_tell (self, done);
  else
    rf_window_tell_error (self, error);
}

/* Reading again what changed is left to those who show it. */
static void
run_telling_job (RfWindow *self,
                 RfWorkspaceJob job)
{
  rf_workspace_client_run_async (self->client, job, NULL, NULL, g_free, self->cancellable, done_cb, g_object_ref (self));
}

static void
undo (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  run_telling_job (RF_WINDOW (widget), rf_job_undo);
}

static void
redo (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  run_telling_job (RF_WINDOW (widget), rf_job_redo);
}

static void
tell (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  rf_window_tell (RF_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* For what a person may have removed by mistake. */
static void
tell_undoable (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  AdwToast *toast = adw_toast_new (g_variant_get_string (parameter, NULL));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (RF_WINDOW (widget)->toast_overlay, toast);
}

static void
show_page (GtkWidget *widget,
           const char *name,
           GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  /* asked for a page while it still opens, it must not go back to where it was last */
  self->was_opened = TRUE;
  adw_leaflet_set_visible_child (self->places, self->overview);
  adw_view_stack_set_visible_child_name (self->pages, g_variant_get_string (parameter, NULL));
}

static void
reload (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  rf_window_open_workspace (RF_WINDOW (widget));
}

/* What a field undoes by itself; of a single line GTK does not tell whether there is anything. */
static gboolean
is_undone_in_field (GtkWidget *focus,
                    gboolean again)
{
  GtkTextBuffer *buffer;

  if (!GTK_IS_TEXT_VIEW (focus))
    return GTK_IS_TEXT (focus);
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));
  return again ? gtk_text_buffer_get_can_redo (buffer) : gtk_text_buffer_get_can_undo (buffer);
}

static gboolean
undo_key_pressed_cb (RfWindow *self,
                     guint key,
                     guint code,
                     GdkModifierType modifiers)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  gboolean again = (modifiers & GDK_SHIFT_MASK) != 0;

  if (gdk_keyval_to_lower (key) != GDK_KEY_z || (modifiers & ~GDK_SHIFT_MASK & gtk_accelerator_get_default_mod_mask ()) != GDK_CONTROL_MASK)
    return GDK_EVENT_PROPAGATE;
  if (focus == NULL || !is_undone_in_field (focus, again))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (focus, again ? "text.redo" : "text.undo", NULL);
  return GDK_EVENT_STOP;
}

/**
 * rf_window_watch_undo_keys:
 *
 * Leaves Control+Z to the field that has the focus: the application's keys would come first, and take back an answer
 * instead of what was just typed.
 */
void
rf_window_watch_undo_keys (RfWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (undo_key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * rf_window_install_actions:
 *
 * Adds the window's actions to its class.
 */
void
rf_window_install_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.add-offering", NULL, add_offering);
  gtk_widget_class_install_action (klass, "win.open-sample", NULL, open_sample);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo);
  gtk_widget_class_install_action (klass, "win.tell", "s", tell);
  gtk_widget_class_install_action (klass, "win.tell-undoable", "s", tell_undoable);
  gtk_widget_class_install_action (klass, "win.show-page", "s", show_page);
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload);
  rf_window_install_assessment_actions (klass);
  rf_window_install_file_actions (klass);
  rf_window_install_workspace_actions (klass);
  rf_window_install_report_actions (klass);
  rf_window_install_what_if_actions (klass);
}

/**
 * rf_window_enable_actions:
 *
 * Allows what makes sense now: there is no report without an assessment.
 */
void
rf_window_enable_actions (RfWindow *self)
{
  gboolean open = self->assessment != NULL;
  gboolean writable = self->client && !rf_workspace_client_is_read_only (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.show-course", open && rf_open_assessment_is_loaded (self->assessment));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.what-if-here", open && rf_open_assessment_is_loaded (self->assessment));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.inherit-answers", open && rf_open_assessment_is_editable (self->assessment));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-section", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-section", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.add-offering", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.import", writable);
}

static void
add_step (GMenu *menu,
          const char *format,
          const char *plain,
          const char *description,
          const char *action)
{
  g_autoptr (GString) label = g_string_new (description ? format : plain);

  if (description)
    g_string_replace (label, "%s", description, 1);
  g_menu_append (menu, label->str, action);
}

/**
 * rf_window_show_undo:
 *
 * Says in the menu what would be undone and done again.
 */
void
rf_window_show_undo (RfWindow *self)
{
  const char *undo_description = rf_workspace_client_get_undo_description (self->client);
  const char *redo_description = rf_workspace_client_get_redo_description (self->client);

  g_menu_remove_all (self->undo_section);
  /* Translators: %s is a change, such as "answer 2.3" */
  add_step (self->undo_section, _ ("_Undo: %s"), _ ("_Undo"), undo_description, "win.undo");
  /* Translators: %s is a change, such as "answer 2.3" */
  add_step (self->undo_section, _ ("_Redo: %s"), _ ("_Redo"), redo_description, "win.redo");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", undo_description != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", redo_description != NULL);
}
