// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-report-jobs.h"
#include "rf-report-order.h"
#include "rf-report-preview.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

/* On its way to a file: chosen, gathered, written. */
typedef struct
{
  RfWindow *window; /* owned */
  char *path;       /* owned */
} Writing;

static void
writing_free (Writing *self)
{
  g_object_unref (self->window);
  g_free (self->path);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Writing, writing_free)

static void
written_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = rf_report_order_write_finish (result, &error);

  if (message)
    rf_window_tell (writing->window, message);
  else
    rf_window_tell_error (writing->window, error);
}

static void
prepared_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (Writing) writing = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfReportMaterial) material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  RfReportOrder *order;

  if (material == NULL)
    {
      rf_window_tell_error (writing->window, error);
      return;
    }
  order = rf_report_order_new_from_settings (material, RF_REPORT_FULL);
  rf_report_order_write_async (order, RF_REPORT_AS_PDF, writing->path, NULL, writing->window->cancellable, written_cb, writing);
  g_steal_pointer (&writing);
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  /* closed without a choice: nothing was asked for */
  g_autoptr (GFile) file = rf_dialogs_save_file_finish (result, NULL);
  g_autofree char *path = file ? rf_window_dup_local_path (self, file) : NULL;
  Writing *writing;

  if (path == NULL || self->assessment == NULL)
    return;
  writing = g_new0 (Writing, 1);
  writing->window = g_object_ref (self);
  writing->path = g_steal_pointer (&path);
  rf_workspace_client_run_async (self->client,
                                 rf_job_prepare_report,
                                 rf_report_scope_new (rf_open_assessment_get_offering (self->assessment), FALSE),
                                 (GDestroyNotify) rf_report_scope_free,
                                 (GDestroyNotify) rf_report_material_unref,
                                 self->cancellable,
                                 prepared_cb,
                                 writing);
}

/* (nullable): the one whose assessment is in sight */
static const char *
get_offering_in_sight (RfWindow *self)
{
  gboolean overview = adw_leaflet_get_visible_child (self->places) == self->overview;

  return overview || self->assessment == NULL ? NULL : rf_open_assessment_get_offering (self->assessment);
}

/* On what is in sight: the open assessment, or everything. */
static void
show_report (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  gtk_window_present (GTK_WINDOW (rf_report_preview_new (GTK_WINDOW (self), self->client, get_offering_in_sight (self))));
}

/* Of several offerings there are several kinds of reports: the preview asks which. */
static void
write_report (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  const char *offering = get_offering_in_sight (self);
  g_autofree char *name = g_strdup_printf ("%s.pdf", offering);

  if (offering == NULL)
    {
      show_report (widget, action, parameter);
      return;
    }
  rf_dialogs_save_file_async (GTK_WINDOW (self), _ ("Write the Report as PDF"), name, self->cancellable, file_chosen_cb, g_object_ref (self));
}

/**
 * rf_window_install_report_actions:
 *
 * Adds to the window's class the actions that show and write reports.
 */
void
rf_window_install_report_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.write-report", NULL, write_report);
  gtk_widget_class_install_action (klass, "win.show-report", NULL, show_report);
}
