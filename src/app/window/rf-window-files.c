// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-dialogs.h"
#include "rf-report.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

static void
imported_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (id)
    rf_window_open_offering (self, id);
  else
    rf_window_tell_error (self, error);
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
  if (message)
    rf_window_tell (self, message);
  else
    rf_window_tell_error (self, error);
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
      rf_window_tell_error (self, error);
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

/**
 * rf_window_install_file_actions:
 *
 * Adds to the window's class the actions that read and write files.
 */
void
rf_window_install_file_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.import-answers", NULL, import_answers);
  gtk_widget_class_install_action (klass, "win.write-report", NULL, write_report);
  gtk_widget_class_install_action (klass, "win.print-report", NULL, print_report);
}
