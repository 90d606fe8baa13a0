// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"

#include "rf-data-folder.h"

#include <glib/gi18n.h>

static void
file_response_cb (GTask *task,
                  int response,
                  GtkNativeDialog *dialog)
{
  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)), g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s", _ ("No file was chosen."));
  gtk_native_dialog_destroy (dialog);
  g_object_unref (task);
}

/* The task keeps the dialog: a native dialog is nobody's child. */
static void
show_file_chooser (GtkFileChooserNative *dialog,
                   GTask *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (file_response_cb), task);
  g_task_set_task_data (task, dialog, g_object_unref);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * rf_dialogs_save_file_async:
 *
 * Asks where to write a file; asks again before a file that exists is replaced.
 */
void
rf_dialogs_save_file_async (GtkWindow *parent,
                            const char *title,
                            const char *suggested_name,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), suggested_name);
  show_file_chooser (dialog, task);
}

GFile *
rf_dialogs_save_file_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * rf_dialogs_open_file_async:
 * @mime_type: (nullable): what is offered for choosing
 *
 * Asks which file to read.
 */
void
rf_dialogs_open_file_async (GtkWindow *parent,
                            const char *title,
                            const char *mime_type,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  if (mime_type)
    {
      gtk_file_filter_add_mime_type (filter, mime_type);
      gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  show_file_chooser (dialog, task);
}

GFile *
rf_dialogs_open_file_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static GtkWidget *
new_message (GtkWindow *parent,
             const char *heading,
             const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, NULL, NULL);

  /* not as formats: both may hold a file's name */
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (dialog), heading);
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), body);
  return dialog;
}

/**
 * rf_dialogs_tell:
 *
 * Says something that is too long, or too important, for a toast.
 */
void
rf_dialogs_tell (GtkWindow *parent,
                 const char *heading,
                 const char *body)
{
  GtkWidget *dialog = new_message (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
confirmed_cb (GTask *task,
              const char *response)
{
  g_task_return_boolean (task, g_str_equal (response, "act"));
  g_object_unref (task);
}

/**
 * rf_dialogs_confirm_async:
 * @action: the label of the button that does it
 *
 * Asks before something that cannot be undone.
 */
void
rf_dialogs_confirm_async (GtkWindow *parent,
                          const char *heading,
                          const char *body,
                          const char *action,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (new_message (parent, heading, body));

  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "act", action);
  adw_message_dialog_set_response_appearance (dialog, "act", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (dialog, "cancel");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (confirmed_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

gboolean
rf_dialogs_confirm_finish (GAsyncResult *result)
{
  /* the task is never given an error */
  return g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
text_given_cb (GTask *task,
               const char *response)
{
  GtkEditable *entry = g_task_get_task_data (task);
  char *text = g_str_equal (response, "act") ? g_strstrip (g_strdup (gtk_editable_get_text (entry))) : NULL;

  g_task_return_pointer (task, text, g_free);
  g_object_unref (task);
}

static void
text_changed_cb (AdwMessageDialog *dialog,
                 GtkEditable *entry)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "act", *text != '\0');
}

/**
 * rf_dialogs_ask_text_async:
 * @text: what stands there at first
 * @action: the label of the button that takes it
 *
 * Asks for a line of text.
 */
void
rf_dialogs_ask_text_async (GtkWindow *parent,
                           const char *heading,
                           const char *body,
                           const char *text,
                           const char *action,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (new_message (parent, heading, body));
  GtkWidget *entry = gtk_entry_new ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_response (dialog, "cancel", _ ("_Cancel"));
  adw_message_dialog_add_response (dialog, "act", action);
  adw_message_dialog_set_response_appearance (dialog, "act", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "act");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_task_set_task_data (task, g_object_ref (entry), g_object_unref);
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  text_changed_cb (dialog, GTK_EDITABLE (entry));
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (text_given_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * rf_dialogs_ask_text_finish:
 *
 * Returns: (transfer full) (nullable): the text without blanks around it, %NULL where the person gave none
 */
char *
rf_dialogs_ask_text_finish (GAsyncResult *result)
{
  /* the task is never given an error */
  return g_task_propagate_pointer (G_TASK (result), NULL);
}

/**
 * rf_dialogs_show_about:
 *
 * Shows who made the program and under which licence.
 */
void
rf_dialogs_show_about (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name",
                         "Ringfence",
                         "application-icon",
                         APPLICATION_ID,
                         "version",
                         PACKAGE_VERSION,
                         "developer-name",
                         _ ("The Ringfence authors"),
                         "comments",
                         _ ("Finds out, proves and reports what a generative-AI provider does with your data."),
                         "license-type",
                         GTK_LICENSE_GPL_3_0,
                         NULL);
}

static void
handbook_shown_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (GtkWindow) parent = GTK_WINDOW (source);
  g_autofree char *path = user_data;
  g_autofree char *body = NULL;
  g_autoptr (GError) error = NULL;

  if (gtk_show_uri_full_finish (parent, result, &error) || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  /* Translators: the first %s is a file, the second what the system said */
  body = g_strdup_printf (_ ("Nothing on this computer shows “%s”: %s. Open it in a browser."), path, error->message);
  rf_dialogs_tell (parent, _ ("The Handbook Cannot Be Opened"), body);
}

/**
 * rf_dialogs_show_handbook:
 *
 * Opens the handbook in what the desktop shows pages with.
 */
void
rf_dialogs_show_handbook (GtkWindow *parent)
{
  char *path = rf_data_folder_dup_handbook_path ();
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);

  if (uri && parent)
    gtk_show_uri_full (g_object_ref (parent), uri, GDK_CURRENT_TIME, NULL, handbook_shown_cb, path);
  else
    g_free (path);
}
