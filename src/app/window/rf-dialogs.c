// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"

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
 * @mime_type: what is offered for choosing
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

  gtk_file_filter_add_mime_type (filter, mime_type);
  gtk_file_chooser_set_filter (GTK_FILE_CHOOSER (dialog), filter);
  show_file_chooser (dialog, task);
}

GFile *
rf_dialogs_open_file_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
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
