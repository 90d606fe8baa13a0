// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-action-dialog.h"

#include "rf-day-row.h"
#include "rf-field-problem.h"
#include "rf-text-row.h"

#include <glib/gi18n.h>

/* a prompt can be long; its number and its beginning say which it is */
#define MOST_PROMPT_CHARACTERS 60

struct _RfActionDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *save_button;
  GtkWidget *text_row;
  RfFieldProblem *text_problem;
  GtkWidget *owner_row;
  RfFieldProblem *owner_problem;
  GtkWidget *due_row;
  RfFieldProblem *due_problem;
  AdwComboRow *offering_row;
  AdwComboRow *question_row;
  GtkWidget *done_row;
  RfFieldProblem *done_problem;
  GtkLabel *problem_label;

  RfWorkspaceClient *client; /* owned */
  GPtrArray *offerings;      /* owned, of RfPortfolioSummary */
  char *id;                  /* owned, NULL for a new one */
};

G_DEFINE_FINAL_TYPE (RfActionDialog, rf_action_dialog, ADW_TYPE_WINDOW)

static const RfPortfolioSummary *
get_offering (RfActionDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->offering_row);

  return self->offerings && selected < self->offerings->len ? g_ptr_array_index (self->offerings, selected) : NULL;
}

static char *
dup_question_words (const RfQuestion *question)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (question->prompt, -1) <= MOST_PROMPT_CHARACTERS)
    return g_strdup_printf ("%s %s", question->number, question->prompt);
  begin = g_utf8_substring (question->prompt, 0, MOST_PROMPT_CHARACTERS - 1);
  return g_strdup_printf ("%s %s…", question->number, begin);
}

/* Each offering may be asked by another questionnaire. */
static void
offering_changed_cb (RfActionDialog *self)
{
  const RfPortfolioSummary *offering = get_offering (self);
  g_autoptr (GtkStringList) questions = gtk_string_list_new (NULL);

  gtk_string_list_append (questions, C_ ("question", "None"));
  for (guint i = 0; offering && i < offering->questionnaire->n_questions; i++)
    gtk_string_list_take (questions, dup_question_words (&offering->questionnaire->questions[i]));
  adw_combo_row_set_model (self->question_row, G_LIST_MODEL (questions));
}

static gboolean
read_day (RfFieldProblem *problem,
          GtkWidget *row,
          RfDay *day)
{
  g_autoptr (GError) error = NULL;

  rf_day_row_read (RF_DAY_ROW (row), day, &error);
  return rf_field_problem_show_error (problem, row, error);
}

static void
changed_cb (RfActionDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  rf_field_problem_show (self->text_problem, self->text_row, NULL);
  rf_field_problem_show (self->due_problem, self->due_row, NULL);
  rf_field_problem_show (self->done_problem, self->done_row, NULL);
  rf_field_problem_check_line (self->owner_problem, self->owner_row, _ ("Who does it"), FALSE);
}

/* (transfer full) (nullable): %NULL where something is wrong, which is said */
static RfAction *
read_action (RfActionDialog *self)
{
  g_autofree char *text = rf_text_row_dup_text (RF_TEXT_ROW (self->text_row));
  g_autofree char *owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner_row))));
  g_autoptr (RfAction) action = rf_action_new (self->id, text);
  guint question = adw_combo_row_get_selected (self->question_row);
  gboolean fine = rf_field_problem_show (self->text_problem, self->text_row, text ? NULL : _ ("Say what must change."));

  fine = rf_field_problem_check_line (self->owner_problem, self->owner_row, _ ("Who does it"), FALSE) && fine;
  fine = read_day (self->due_problem, self->due_row, &action->due) && fine;
  fine = read_day (self->done_problem, self->done_row, &action->done) && fine;
  if (!fine)
    return NULL;
  action->owner = *owner ? g_steal_pointer (&owner) : NULL;
  if (question > 0 && question <= get_offering (self)->questionnaire->n_questions)
    action->question = g_strdup (get_offering (self)->questionnaire->questions[question - 1].id);
  return g_steal_pointer (&action);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfActionDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  gtk_label_set_label (self->problem_label, error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
  gtk_widget_set_sensitive (self->save_button, TRUE);
}

static void
save_cb (RfActionDialog *self)
{
  g_autoptr (RfAction) action = NULL;

  if (!gtk_widget_get_sensitive (self->save_button) || get_offering (self) == NULL)
    return;
  action = read_action (self);
  if (action == NULL)
    return;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  rf_workspace_client_run_async (self->client, rf_job_put_action, rf_action_task_new (get_offering (self)->offering->id, action), (GDestroyNotify) rf_action_task_free, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
rf_action_dialog_dispose (GObject *object)
{
  g_clear_object (&RF_ACTION_DIALOG (object)->client);
  G_OBJECT_CLASS (rf_action_dialog_parent_class)->dispose (object);
}

static void
rf_action_dialog_finalize (GObject *object)
{
  RfActionDialog *self = RF_ACTION_DIALOG (object);

  g_clear_pointer (&self->offerings, g_ptr_array_unref);
  g_free (self->id);
  G_OBJECT_CLASS (rf_action_dialog_parent_class)->finalize (object);
}

static void
rf_action_dialog_class_init (RfActionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_action_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_action_dialog_finalize;
  g_type_ensure (RF_TYPE_DAY_ROW);
  g_type_ensure (RF_TYPE_FIELD_PROBLEM);
  g_type_ensure (RF_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-action-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, text_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, text_problem);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, owner_problem);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, due_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, due_problem);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, offering_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, done_row);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, done_problem);
  gtk_widget_class_bind_template_child (widget_class, RfActionDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, offering_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_action_dialog_init (RfActionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_offerings (RfActionDialog *self,
                const char *selected)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->offerings->len; i++)
    gtk_string_list_append (names, ((const RfPortfolioSummary *) g_ptr_array_index (self->offerings, i))->offering->name);
  adw_combo_row_set_model (self->offering_row, G_LIST_MODEL (names));
  for (guint i = 0; selected && i < self->offerings->len; i++)
    if (g_str_equal (((const RfPortfolioSummary *) g_ptr_array_index (self->offerings, i))->offering->id, selected))
      adw_combo_row_set_selected (self->offering_row, i);
  offering_changed_cb (self);
}

static void
show (RfActionDialog *self,
      RfActionItem *item)
{
  const RfAction *action = rf_action_item_get_action (item);
  const RfQuestion *question = rf_action_item_find_question (item);
  gboolean read_only = rf_workspace_client_is_read_only (self->client);

  self->id = g_strdup (action->id);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Edit the Action"));
  rf_text_row_set_text (RF_TEXT_ROW (self->text_row), action->text);
  gtk_editable_set_text (GTK_EDITABLE (self->owner_row), action->owner ? action->owner : "");
  rf_day_row_set_day (RF_DAY_ROW (self->due_row), action->due);
  rf_day_row_set_day (RF_DAY_ROW (self->done_row), action->done);
  /* it belongs to the assessment in which it was found necessary */
  gtk_widget_set_sensitive (GTK_WIDGET (self->offering_row), FALSE);
  if (question)
    adw_combo_row_set_selected (self->question_row, (guint) (question - rf_action_item_get_summary (item)->questionnaire->questions) + 1);
  gtk_widget_set_sensitive (self->save_button, !read_only);
}

/**
 * rf_action_dialog_new:
 * @offerings: (element-type RfPortfolioSummary): those that are assessed, at least one
 * @item: (nullable): what is edited; %NULL to add an action
 *
 * Makes a dialog that asks what must change, who does it and when; it saves by itself.
 */
GtkWidget *
rf_action_dialog_new (GtkWindow *parent,
                      RfWorkspaceClient *client,
                      GPtrArray *offerings,
                      RfActionItem *item)
{
  RfActionDialog *self = g_object_new (RF_TYPE_ACTION_DIALOG, "transient-for", parent, NULL);

  self->client = g_object_ref (client);
  self->offerings = g_ptr_array_ref (offerings);
  show_offerings (self, item ? rf_action_item_get_summary (item)->offering->id : NULL);
  if (item)
    show (self, item);
  gtk_widget_grab_focus (self->text_row);
  return GTK_WIDGET (self);
}
