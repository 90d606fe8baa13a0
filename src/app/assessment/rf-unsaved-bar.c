// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-unsaved-bar.h"

#include "rf-dialogs.h"
#include "rf-unsaved-answers.h"

#include <glib/gi18n.h>

/* Says that answers are not stored, for as long as they are not, and what can be done about it. */
struct _RfUnsavedBar
{
  GtkWidget parent_instance;

  /* template children */
  GtkRevealer *revealer;
  GtkLabel *label;
  GtkLabel *problem_label;

  RfWorkspaceClient *client; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RfUnsavedBar, rf_unsaved_bar, GTK_TYPE_WIDGET)

static char *
describe (RfUnsavedAnswers *unsaved)
{
  guint n = rf_unsaved_answers_count (unsaved);

  if (rf_unsaved_answers_count_at_risk (unsaved) == 0)
    return g_strdup_printf (ngettext ("%u answer is saved in a file, but not in this workspace", "%u answers are saved in a file, but not in this workspace", n), n);
  return g_strdup_printf (ngettext ("%u answer is not saved", "%u answers are not saved", n), n);
}

static void
changed_cb (RfUnsavedBar *self)
{
  RfUnsavedAnswers *unsaved = rf_unsaved_answers_get (self->client);
  RfOpenAssessment *first = rf_unsaved_answers_get_first (unsaved);
  const char *problem = first ? rf_open_assessment_get_problem (first) : NULL;

  gtk_revealer_set_reveal_child (self->revealer, first != NULL);
  /* nothing of it is in the way of the Tab key while it is folded */
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);
  if (first)
    {
      g_autofree char *words = describe (unsaved);

      gtk_label_set_label (self->label, words);
      gtk_label_set_label (self->problem_label, problem ? problem : "");
    }
}

static void
retry_clicked_cb (RfUnsavedBar *self)
{
  rf_unsaved_answers_retry (rf_unsaved_answers_get (self->client));
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfUnsavedBar) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!rf_open_assessment_save_elsewhere_finish (RF_OPEN_ASSESSMENT (source), result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
  else if (self->client)
    changed_cb (self);
}

static void
file_chosen_cb (GObject *source,
                GAsyncResult *result,
                gpointer user_data)
{
  g_autoptr (RfUnsavedBar) self = user_data;
  g_autoptr (GFile) file = rf_dialogs_save_file_finish (result, NULL);
  RfOpenAssessment *first = self->client ? rf_unsaved_answers_get_first (rf_unsaved_answers_get (self->client)) : NULL;

  /* closed without a choice, or stored meanwhile */
  if (file && first)
    rf_open_assessment_save_elsewhere_async (first, file, saved_cb, g_object_ref (self));
}

static void
elsewhere_clicked_cb (RfUnsavedBar *self)
{
  RfOpenAssessment *first = rf_unsaved_answers_get_first (rf_unsaved_answers_get (self->client));
  g_autofree char *name = first ? g_strdup_printf ("%s.answers.xml", rf_open_assessment_get_offering (first)) : NULL;

  if (first)
    rf_dialogs_save_file_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), _ ("Save the Answers Elsewhere"), name, NULL, file_chosen_cb, g_object_ref (self));
}

static void
discard_confirmed_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer user_data)
{
  g_autoptr (RfUnsavedBar) self = user_data;

  if (rf_dialogs_confirm_finish (result) && self->client)
    rf_unsaved_answers_discard (rf_unsaved_answers_get (self->client));
}

static void
discard_clicked_cb (RfUnsavedBar *self)
{
  rf_dialogs_confirm_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("Discard Unsaved Answers?"),
                            _ ("What is stored is shown again. The answers that could not be saved are lost."),
                            _ ("_Discard"),
                            discard_confirmed_cb,
                            g_object_ref (self));
}

static void
rf_unsaved_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&RF_UNSAVED_BAR (object)->client);
  G_OBJECT_CLASS (rf_unsaved_bar_parent_class)->dispose (object);
}

static void
rf_unsaved_bar_class_init (RfUnsavedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_unsaved_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-unsaved-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RfUnsavedBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, RfUnsavedBar, label);
  gtk_widget_class_bind_template_child (widget_class, RfUnsavedBar, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, retry_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, elsewhere_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, discard_clicked_cb);
}

static void
rf_unsaved_bar_init (RfUnsavedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_unsaved_bar_follow:
 *
 * Shows what of a workspace is not stored.
 */
void
rf_unsaved_bar_follow (RfUnsavedBar *self,
                       RfWorkspaceClient *client)
{
  if (!g_set_object (&self->client, client))
    return;
  g_signal_connect_object (rf_unsaved_answers_get (client), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
