// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-inherit-dialog.h"

#include "rf-course-jobs.h"

#include <glib/gi18n.h>

/* Lists the offerings whose answers can be copied into an assessment, and copies those of the one that is chosen. */
struct _RfInheritDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkStack *stack;
  AdwPreferencesGroup *offerings_group;
  GtkLabel *problem_label;

  RfOpenAssessment *assessment; /* owned */
  GCancellable *cancellable;    /* owned */
};

G_DEFINE_FINAL_TYPE (RfInheritDialog, rf_inherit_dialog, ADW_TYPE_WINDOW)

#define OFFERING_KEY "rf-offering"

static GtkWidget *
new_row (const RfOffering *offering)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), offering->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), offering->provider);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), OFFERING_KEY, g_strdup (offering->id), g_free);
  return row;
}

static void
show_problem (RfInheritDialog *self,
              const char *problem)
{
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
tell (RfInheritDialog *self,
      guint n_copied)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *message = g_strdup_printf (ngettext ("%u answer copied, to be confirmed", "%u answers copied, to be confirmed", n_copied), n_copied);

  if (parent && n_copied > 0)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell-undoable", "s", message);
  else if (parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell", "s", _ ("There is nothing to copy: every question it answers is answered here"));
}

static void
inherited_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (RfInheritDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfInheritance) done = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->offerings_group), TRUE);
  if (done == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  tell (self, done->n_copied);
  gtk_window_close (GTK_WINDOW (self));
}

/* What is copied stays even if the dialog is closed meanwhile: the window shows it. */
static void
row_activated_cb (RfInheritDialog *self,
                  GtkWidget *row)
{
  const char *from = g_object_get_data (G_OBJECT (row), OFFERING_KEY);

  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->offerings_group), FALSE);
  rf_workspace_client_run_async (rf_open_assessment_get_client (self->assessment),
                                 rf_job_inherit_answers,
                                 rf_inheritance_new (rf_open_assessment_get_offering (self->assessment), from),
                                 (GDestroyNotify) rf_inheritance_free,
                                 (GDestroyNotify) rf_inheritance_free,
                                 NULL,
                                 inherited_cb,
                                 g_object_ref (self));
}

static void
show_offerings (RfInheritDialog *self,
                GPtrArray *offerings)
{
  for (guint i = 0; i < offerings->len; i++)
    {
      GtkWidget *row = new_row (g_ptr_array_index (offerings, i));

      g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
      adw_preferences_group_add (self->offerings_group, row);
    }
  gtk_stack_set_visible_child_name (self->stack, offerings->len > 0 ? "offerings" : "nothing");
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfInheritDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) offerings = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (offerings)
    show_offerings (self, offerings);
  else
    show_problem (self, error->message);
}

static void
rf_inherit_dialog_dispose (GObject *object)
{
  RfInheritDialog *self = RF_INHERIT_DIALOG (object);

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (rf_inherit_dialog_parent_class)->dispose (object);
}

static void
rf_inherit_dialog_finalize (GObject *object)
{
  RfInheritDialog *self = RF_INHERIT_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_clear_object (&self->assessment);
  G_OBJECT_CLASS (rf_inherit_dialog_parent_class)->finalize (object);
}

static void
rf_inherit_dialog_class_init (RfInheritDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_inherit_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_inherit_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-inherit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfInheritDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, RfInheritDialog, offerings_group);
  gtk_widget_class_bind_template_child (widget_class, RfInheritDialog, problem_label);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_inherit_dialog_init (RfInheritDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_inherit_dialog_new:
 * @assessment: a loaded one that can be edited
 *
 * Makes a dialog that asks from which offering answers are to be copied.
 */
GtkWidget *
rf_inherit_dialog_new (GtkWindow *parent,
                       RfOpenAssessment *assessment)
{
  RfInheritDialog *self = g_object_new (RF_TYPE_INHERIT_DIALOG, "transient-for", parent, NULL);

  self->assessment = g_object_ref (assessment);
  rf_workspace_client_run_async (rf_open_assessment_get_client (assessment),
                                 rf_job_list_inheritable,
                                 g_strdup (rf_open_assessment_get_offering (assessment)),
                                 g_free,
                                 (GDestroyNotify) g_ptr_array_unref,
                                 self->cancellable,
                                 listed_cb,
                                 g_object_ref (self));
  return GTK_WIDGET (self);
}
