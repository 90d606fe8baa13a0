// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-report-preview-private.h"
#include "rf-report-print.h"

#include <glib/gi18n.h>

/* milliseconds */
#define PROGRESS_EVERY 100

static void
printed_cb (RfReportPreview *self,
            GtkPrintOperationResult result,
            GtkPrintOperation *operation)
{
  const GError *layout_error = rf_report_print_operation_get_error (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (layout_error || error)
    rf_report_preview_tell (self, layout_error ? layout_error->message : error->message);
}

static void
print (GtkWidget *widget,
       const char *action,
       GVariant *parameter)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (widget);
  g_autoptr (GtkPrintOperation) operation = rf_report_print_operation_new (rf_report_preview_new_order (self), "Ringfence");

  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  /* what goes wrong is said once, when it is done */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static gboolean
progress_cb (gpointer user_data)
{
  RfReportPreview *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar, g_atomic_int_get (self->permille) / 1000.0);
  return G_SOURCE_CONTINUE;
}

/**
 * rf_report_preview_end_writing:
 *
 * Forgets the file that was written, or is no longer waited for.
 */
void
rf_report_preview_end_writing (RfReportPreview *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->permille, g_atomic_rc_box_release);
  g_clear_object (&self->writing);
}

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = rf_report_order_write_finish (result, &error);

  if (self->client == NULL)
    return;
  rf_report_preview_end_writing (self);
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
  rf_report_preview_enable_actions (self);
  if (message)
    rf_report_preview_tell (self, message);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rf_report_preview_tell (self, error->message);
}

static void
write_to (RfReportPreview *self,
          RfReportForm form,
          const char *path)
{
  self->writing = g_cancellable_new ();
  self->permille = g_atomic_rc_box_new0 (int);
  self->progress_source = g_timeout_add (PROGRESS_EVERY, progress_cb, self);
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  rf_report_preview_enable_actions (self);
  rf_report_order_write_async (rf_report_preview_new_order (self), form, path, self->permille, self->writing, written_cb, g_object_ref (self));
}

static void
path_chosen (RfReportPreview *self,
             GAsyncResult *result,
             RfReportForm form)
{
  /* closed without a choice: nothing was asked for */
  g_autoptr (GFile) file = rf_dialogs_save_file_finish (result, NULL);
  const char *path = file ? g_file_peek_path (file) : NULL;

  if (path && self->pages && self->writing == NULL)
    write_to (self, form, path);
  else if (file && path == NULL)
    rf_report_preview_tell (self, _ ("That place is not on this computer; choose a local file"));
}

static void
pdf_chosen_cb (GObject *source,
               GAsyncResult *result,
               gpointer user_data)
{
  g_autoptr (RfReportPreview) self = user_data;

  path_chosen (self, result, RF_REPORT_AS_PDF);
}

static void
html_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfReportPreview) self = user_data;

  path_chosen (self, result, RF_REPORT_AS_HTML);
}

static void
ask_where (RfReportPreview *self,
           const char *title,
           const char *ending,
           GAsyncReadyCallback callback)
{
  const char *base = rf_report_preview_is_about_all (self) ? rf_report_kind_nicks[rf_report_preview_get_kind (self)] : self->offering;
  g_autofree char *name = g_strconcat (base, ending, NULL);

  rf_dialogs_save_file_async (GTK_WINDOW (self), title, name, NULL, callback, g_object_ref (self));
}

static void
write_pdf (GtkWidget *widget,
           const char *action,
           GVariant *parameter)
{
  ask_where (RF_REPORT_PREVIEW (widget), _ ("Write the Report as PDF"), ".pdf", pdf_chosen_cb);
}

static void
write_html (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  ask_where (RF_REPORT_PREVIEW (widget), _ ("Write the Report as HTML"), ".html", html_chosen_cb);
}

static void
cancel_writing (GtkWidget *widget,
                const char *action,
                GVariant *parameter)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (widget);

  if (self->writing)
    g_cancellable_cancel (self->writing);
}

/**
 * rf_report_preview_install_writing_actions:
 *
 * Adds to the class the actions that print the report and write it to files.
 */
void
rf_report_preview_install_writing_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "preview.print", NULL, print);
  gtk_widget_class_install_action (klass, "preview.write-pdf", NULL, write_pdf);
  gtk_widget_class_install_action (klass, "preview.write-html", NULL, write_html);
  gtk_widget_class_install_action (klass, "preview.cancel-writing", NULL, cancel_writing);
}
