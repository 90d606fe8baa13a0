// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-preview.h"
#include "rf-window-private.h"

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  RfReportMaterial *material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (material == NULL)
    {
      rf_window_tell_error (self, error);
      return;
    }
  gtk_window_present (GTK_WINDOW (rf_report_preview_new (GTK_WINDOW (self), material)));
}

/**
 * rf_window_print_report:
 *
 * Shows the pages of the report on the open assessment, from where they are printed.
 */
void
rf_window_print_report (RfWindow *self)
{
  g_return_if_fail (self->assessment != NULL);

  rf_workspace_client_run_async (self->client,
                                 rf_job_prepare_report,
                                 g_strdup (rf_open_assessment_get_offering (self->assessment)),
                                 g_free,
                                 (GDestroyNotify) rf_report_material_unref,
                                 self->cancellable,
                                 prepared_cb,
                                 g_object_ref (self));
}
