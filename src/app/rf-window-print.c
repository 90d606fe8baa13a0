// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-print.h"
#include "rf-window-private.h"

static void
done_cb (RfWindow *self,
         GtkPrintOperationResult result,
         GtkPrintOperation *operation)
{
  const GError *layout_error = rf_report_print_operation_get_error (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (layout_error || error)
    rf_window_tell (self, layout_error ? layout_error->message : error->message);
}

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RfReportMaterial *material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;

  if (material == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rf_window_tell (self, error->message);
      return;
    }
  operation = rf_report_print_operation_new (material, "Ringfence");
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  /* what goes wrong is said once, when it is done */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

/**
 * rf_window_print_report:
 *
 * Asks for a printer and prints the report on the open assessment.
 */
void
rf_window_print_report (RfWindow *self)
{
  g_return_if_fail (self->assessment != NULL);

  rf_workspace_client_run_async (self->client,
                                 rf_job_prepare_report,
                                 g_strdup (rf_open_assessment_get_offering (self->assessment)),
                                 g_free,
                                 (GDestroyNotify) rf_report_material_free,
                                 self->cancellable,
                                 prepared_cb,
                                 g_object_ref (self));
}
