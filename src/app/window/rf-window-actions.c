// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-offering-dialog.h"
#include "rf-report.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

static gboolean
was_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
reloaded_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rf_open_assessment_load_finish (RF_OPEN_ASSESSMENT (source), result, &error) && !was_cancelled (error))
    rf_window_tell (self, error->message);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfPortfolio) portfolio = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (portfolio == NULL)
    {
      if (!was_cancelled (error))
        rf_window_tell (self, error->message);
      return;
    }
  rf_window_show_portfolio (self, portfolio);
  if (portfolio->done)
    rf_window_tell (self, portfolio->done);
  if (self->assessment)
    rf_open_assessment_load_async (self->assessment, self->cancellable, reloaded_cb, g_object_ref (self));
}

static void
run_listing_job (RfWindow *self,
                 RfWorkspaceJob job)
{
  rf_workspace_client_run_async (self->client, job, NULL, NULL, (GDestroyNotify) rf_portfolio_free, self->cancellable, listed_cb, g_object_ref (self));
}

/**
 * rf_window_refresh:
 *
 * Reads the portfolio and the open assessment again.
 */
void
rf_window_refresh (RfWindow *self)
{
  run_listing_job (self, rf_job_list);
}

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
  rf_window_refresh (self);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->assessment_pane));
}

static void
submitted_cb (RfWindow *self,
              RfOffering *offering,
              RfOfferingDialog *dialog)
{
  rf_workspace_client_run_async (self->client,
                                 rf_job_add_offering,
                                 rf_offering_ref (offering),
                                 (GDestroyNotify) rf_offering_unref,
                                 g_free,
                                 NULL,
                                 added_cb,
                                 g_object_ref (dialog));
}

static void
add_offering (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RfOfferingDialog *dialog = rf_offering_dialog_new (GTK_WINDOW (widget));

  g_signal_connect_object (dialog, "submitted", G_CALLBACK (submitted_cb), widget, G_CONNECT_SWAPPED);
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
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (id)
    {
      rf_window_open_offering (self, id);
      rf_window_refresh (self);
    }
  else if (!was_cancelled (error))
    rf_window_tell (self, error->message);
}

/* Says so where a file lies on no disk of this computer: readers and writers take paths. */
static char *
dup_local_path (RfWindow *self,
                GFile *file)
{
  char *path = g_file_get_path (file);

  if (path == NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      /* Translators: %s is the name of a file */
      g_autofree char *message = g_strdup_printf (_ ("“%s” is not on this computer; choose a local file"), name);

      rf_window_tell (self, message);
    }
  return path;
}

static void
import_chosen_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GFile) file = rf_dialogs_open_file_finish (result, NULL);
  char *path;

  /* closed without a choice: nothing was asked for */
  if (file == NULL)
    return;
  path = dup_local_path (self, file);
  if (path == NULL)
    return;
  rf_workspace_client_run_async (self->client, rf_job_import_answers, path, g_free, g_free, self->cancellable, imported_cb, g_object_ref (self));
}

static void
import_answers (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_dialogs_open_file_async (GTK_WINDOW (self), _ ("Import Answers"), "application/xml", self->cancellable, import_chosen_cb, g_object_ref (self));
}

typedef struct
{
  RfWindow *window;           /* owned */
  GFile *file;                /* owned */
  RfReportMaterial *material; /* owned, NULL until prepared */
  char **missing_characters;  /* owned, nullable: what the report's fonts could not show */
} ReportJob;

static void
report_job_free (ReportJob *self)
{
  g_clear_object (&self->window);
  g_clear_object (&self->file);
  g_clear_pointer (&self->material, rf_report_material_unref);
  g_strfreev (self->missing_characters);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReportJob, report_job_free)

static void
report_worker (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  ReportJob *job = task_data;
  g_autofree char *path = g_file_get_path (job->file);
  RfReportOptions options = { .kind = RF_REPORT_FULL };
  GError *error = NULL;
  RfReportDocument *document = rf_report_document_new_from_material (job->material, &options, &error);

  if (document && rf_report_write_document (document, &options, path, cancellable, NULL, NULL, &job->missing_characters, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* A report that cannot show every character is still a report, but nobody may find out by accident. */
static char *
describe_written (const ReportJob *job)
{
  g_autofree char *name = g_file_get_basename (job->file);
  g_autofree char *missing = NULL;

  if (job->missing_characters == NULL || job->missing_characters[0] == NULL)
    /* Translators: %s is the name of a file */
    return g_strdup_printf (_ ("“%s” is written"), name);
  missing = g_strjoinv (" ", job->missing_characters);
  /* Translators: the first %s is the name of a file, the second some characters */
  return g_strdup_printf (_ ("“%s” is written, but no font has %s"), name, missing);
}

static void
report_written_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  RfWindow *self = RF_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    message = describe_written (g_task_get_task_data (G_TASK (result)));
  else if (was_cancelled (error))
    return;
  rf_window_tell (self, message ? message : error->message);
}

static void
report_prepared_cb (GObject *source,
                    GAsyncResult *result,
                    gpointer user_data)
{
  g_autoptr (ReportJob) job = user_data;
  RfWindow *self = job->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (GTask) task = NULL;

  job->material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (job->material == NULL)
    {
      if (!was_cancelled (error))
        rf_window_tell (self, error->message);
      return;
    }
  task = g_task_new (self, self->cancellable, report_written_cb, NULL);
  g_task_set_task_data (task, g_steal_pointer (&job), (GDestroyNotify) report_job_free);
  g_task_run_in_thread (task, report_worker);
}

static void
report_file_chosen_cb (GObject *source,
                       GAsyncResult *result,
                       gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GFile) file = rf_dialogs_save_file_finish (result, NULL);
  g_autofree char *path = NULL;
  ReportJob *job;

  if (file == NULL || self->assessment == NULL)
    return;
  path = dup_local_path (self, file);
  if (path == NULL)
    return;
  job = g_new0 (ReportJob, 1);
  job->window = g_object_ref (self);
  job->file = g_steal_pointer (&file);
  rf_workspace_client_run_async (self->client,
                                 rf_job_prepare_report,
                                 g_strdup (rf_open_assessment_get_offering (self->assessment)),
                                 g_free,
                                 (GDestroyNotify) rf_report_material_unref,
                                 self->cancellable,
                                 report_prepared_cb,
                                 job);
}

static void
write_report (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  g_autofree char *name = g_strdup_printf ("%s.pdf", rf_open_assessment_get_offering (self->assessment));

  rf_dialogs_save_file_async (GTK_WINDOW (self), _ ("Write the Report as PDF"), name, self->cancellable, report_file_chosen_cb, g_object_ref (self));
}

static void
print_report (GtkWidget *widget,
              const char *action,
              GVariant *parameter)
{
  rf_window_print_report (RF_WINDOW (widget));
}

static void
undo (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  run_listing_job (RF_WINDOW (widget), rf_job_undo);
}

static void
redo (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  run_listing_job (RF_WINDOW (widget), rf_job_redo);
}

static void
back (GtkWidget *widget,
      const char *name,
      GVariant *parameter)
{
  adw_leaflet_navigate (RF_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static void
next_section (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  rf_window_show_section (self, rf_assessment_pane_get_selected (self->assessment_pane) + 1, TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

static void
previous_section (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  guint selected = rf_assessment_pane_get_selected (self->assessment_pane);

  if (selected > 0)
    rf_window_show_section (self, selected - 1, TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

static void
reload (GtkWidget *widget,
        const char *name,
        GVariant *parameter)
{
  rf_window_open_workspace (RF_WINDOW (widget));
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
  gtk_widget_class_install_action (klass, "win.import-answers", NULL, import_answers);
  gtk_widget_class_install_action (klass, "win.write-report", NULL, write_report);
  gtk_widget_class_install_action (klass, "win.print-report", NULL, print_report);
  gtk_widget_class_install_action (klass, "win.undo", NULL, undo);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo);
  gtk_widget_class_install_action (klass, "win.back", NULL, back);
  gtk_widget_class_install_action (klass, "win.next-section", NULL, next_section);
  gtk_widget_class_install_action (klass, "win.previous-section", NULL, previous_section);
  gtk_widget_class_install_action (klass, "win.reload", NULL, reload);
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

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.write-report", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-report", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.next-section", open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.previous-section", open);
}
