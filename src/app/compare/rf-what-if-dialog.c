// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-dialog.h"

#include "rf-actions-jobs.h"
#include "rf-what-if-entry.h"
#include "rf-what-if-grid.h"
#include "rf-wording.h"

#include <glib/gi18n.h>

/* Tries answers, evidence, weights or a use case for one offering; shows before and after side by side. */
struct _RfWhatIfDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *keep_button;
  AdwComboRow *offering_row;
  AdwComboRow *profile_row;
  AdwComboRow *use_case_row;
  AdwComboRow *acceptable_row;
  RfWhatIfEntry *entry;
  GtkWidget *changes_group;
  GtkListBox *changes_list;
  GtkGrid *grid;
  GtkLabel *problem_label;
  GtkLabel *summary_label;

  RfWorkspaceClient *client; /* owned */
  GPtrArray *contestants;    /* owned, of RfContestant */
  RfTrial *trial;            /* owned */
  GCancellable *cancellable; /* owned, nullable: of the trial that is being made */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RfWhatIfDialog, rf_what_if_dialog, ADW_TYPE_WINDOW)

static void try (RfWhatIfDialog *self);

static void
show_problem (RfWhatIfDialog *self,
              const GError *error)
{
  gtk_label_set_label (self->problem_label, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), error == NULL);
  if (error)
    gtk_label_set_label (self->summary_label, error->message);
}

static void
show_result (RfWhatIfDialog *self,
             const RfWhatIf *what_if)
{
  g_autofree char *summary = rf_what_if_grid_dup_summary (what_if);

  rf_what_if_grid_show (self->grid, what_if);
  gtk_label_set_label (self->summary_label, summary);
}

static void
tried_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfWhatIfDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWhatIf) what_if = rf_what_if_task_finish (result, &error);

  /* overtaken by another, or the dialog is closed */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_problem (self, error);
  if (what_if)
    show_result (self, what_if);
}

static void
stop (RfWhatIfDialog *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
remove_change_cb (RfWhatIfDialog *self,
                  GtkWidget *button)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "change"));

  g_ptr_array_remove_index (self->trial->hypotheses, index);
  rf_what_if_entry_update (self->entry);
  try (self);
  gtk_widget_child_focus (GTK_WIDGET (self->entry), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
new_change_row (RfWhatIfDialog *self,
                guint index)
{
  g_autofree char *words = rf_hypothesis_dup_text (g_ptr_array_index (self->trial->hypotheses, index), self->trial->contestant->questionnaire);
  /* Translators: %s is something that is tried, as in "What if 5.5 is refused" */
  g_autofree char *title = g_strdup_printf (_ ("What if %s"), words);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("list-remove-symbolic");

  /* first, for a text is no markup */
  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", title, "title-lines", 0, NULL);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Leave It as It Is"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Leave It as It Is"), -1);
  g_object_set_data (G_OBJECT (button), "change", GUINT_TO_POINTER (index));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_change_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* Nobody can take an action to have something refused or to weigh it less. */
static void
show_changes (RfWhatIfDialog *self)
{
  g_autoptr (GPtrArray) actions = rf_trial_dup_actions (self->trial);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->changes_list, 0)))
    gtk_list_box_remove (self->changes_list, GTK_WIDGET (row));
  for (guint i = 0; i < self->trial->hypotheses->len; i++)
    gtk_list_box_append (self->changes_list, new_change_row (self, i));
  gtk_widget_set_visible (self->changes_group, self->trial->hypotheses->len > 0);
  gtk_widget_set_sensitive (self->keep_button, actions->len > 0 && !rf_workspace_client_is_read_only (self->client));
}

static void
try (RfWhatIfDialog *self)
{
  stop (self);
  self->cancellable = g_cancellable_new ();
  show_changes (self);
  rf_what_if_task_async (self->trial, self->cancellable, tried_cb, g_object_ref (self));
}

static const GPtrArray *
get_use_cases (RfWhatIfDialog *self)
{
  return self->trial->contestant->record->use_cases;
}

static void
circumstances_changed_cb (RfWhatIfDialog *self)
{
  guint use_case = adw_combo_row_get_selected (self->use_case_row);

  if (self->filling || self->trial == NULL)
    return;
  self->trial->profile = (int) adw_combo_row_get_selected (self->profile_row) - 1;
  self->trial->acceptable = (RfRating) adw_combo_row_get_selected (self->acceptable_row);
  rf_trial_set_use_case (self->trial, use_case > 0 ? g_ptr_array_index (get_use_cases (self), use_case - 1) : NULL);
  try (self);
}

static void
fill_profiles (RfWhatIfDialog *self)
{
  const RfQuestionnaire *questionnaire = self->trial->contestant->questionnaire;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("The questionnaire’s own"));
  for (guint i = 0; i < questionnaire->n_profiles; i++)
    gtk_string_list_append (words, questionnaire->profiles[i].title);
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->profile_row, (guint) (self->trial->profile + 1));
}

static void
fill_use_cases (RfWhatIfDialog *self)
{
  const GPtrArray *use_cases = get_use_cases (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (words, C_ ("use case", "None in particular"));
  for (guint i = 0; i < use_cases->len; i++)
    {
      const RfUseCase *use_case = g_ptr_array_index (use_cases, i);

      gtk_string_list_append (words, use_case->name);
      if (self->trial->use_case && g_str_equal (self->trial->use_case->id, use_case->id))
        selected = i + 1;
    }
  adw_combo_row_set_model (self->use_case_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->use_case_row, selected);
}

static void
show_trial (RfWhatIfDialog *self)
{
  self->filling = TRUE;
  fill_profiles (self);
  fill_use_cases (self);
  adw_combo_row_set_selected (self->acceptable_row, self->trial->acceptable);
  self->filling = FALSE;
  rf_what_if_entry_show (self->entry, self->trial);
  try (self);
}

static void
offering_chosen_cb (RfWhatIfDialog *self)
{
  if (self->filling || self->trial == NULL)
    return;
  rf_trial_set_contestant (self->trial, g_ptr_array_index (self->contestants, adw_combo_row_get_selected (self->offering_row)));
  show_trial (self);
}

static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (RfWhatIfDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_problem (self, error);
  gtk_widget_set_sensitive (self->keep_button, TRUE);
}

static void
keep_cb (RfWhatIfDialog *self)
{
  RfActionsTask *task = rf_actions_task_new (self->trial->contestant->record->offering->id, rf_trial_dup_actions (self->trial));

  gtk_widget_set_sensitive (self->keep_button, FALSE);
  rf_workspace_client_run_async (self->client, rf_job_add_actions, task, (GDestroyNotify) rf_actions_task_free, NULL, NULL, kept_cb, g_object_ref (self));
}

static void
rf_what_if_dialog_dispose (GObject *object)
{
  RfWhatIfDialog *self = RF_WHAT_IF_DIALOG (object);

  stop (self);
  g_clear_object (&self->client);
  g_clear_pointer (&self->contestants, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_what_if_dialog_parent_class)->dispose (object);
}

/* After the rows are gone that look at it. */
static void
rf_what_if_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RF_WHAT_IF_DIALOG (object)->trial, rf_trial_free);
  G_OBJECT_CLASS (rf_what_if_dialog_parent_class)->finalize (object);
}

static void
rf_what_if_dialog_class_init (RfWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_what_if_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_what_if_dialog_finalize;
  g_type_ensure (RF_TYPE_WHAT_IF_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-what-if-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, offering_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, use_case_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, acceptable_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, changes_group);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, changes_list);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, problem_label);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, summary_label);
  gtk_widget_class_bind_template_callback (widget_class, offering_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, circumstances_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, try);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_what_if_dialog_init (RfWhatIfDialog *self)
{
  g_autoptr (GtkStringList) ratings = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfRating i = RF_RATING_VERY_LOW; i < RF_N_RATINGS; i++)
    gtk_string_list_take (ratings, rf_wording_dup_capitalized (rf_rating_get_label (i)));
  adw_combo_row_set_model (self->acceptable_row, G_LIST_MODEL (ratings));
}

static RfUseCase *
find_use_case (RfContestant *contestant,
               const char *id)
{
  for (guint i = 0; id && i < contestant->record->use_cases->len; i++)
    if (g_str_equal (((const RfUseCase *) g_ptr_array_index (contestant->record->use_cases, i))->id, id))
      return g_ptr_array_index (contestant->record->use_cases, i);
  return NULL;
}

/**
 * rf_what_if_dialog_new:
 * @contestants: (element-type RfContestant): at least one; a reference is taken
 * @use_case: (nullable): the id of the use case to begin with
 * @acceptable: the greatest residual risk that is fit, to begin with
 *
 * Makes a dialog in which things are tried. The record changes only by an action that is kept.
 */
GtkWidget *
rf_what_if_dialog_new (GtkWindow *parent,
                       RfWorkspaceClient *client,
                       GPtrArray *contestants,
                       const char *use_case,
                       RfRating acceptable)
{
  RfWhatIfDialog *self = g_object_new (RF_TYPE_WHAT_IF_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (contestants->len > 0, NULL);
  for (guint i = 0; i < contestants->len; i++)
    gtk_string_list_append (names, ((const RfContestant *) g_ptr_array_index (contestants, i))->record->offering->name);
  adw_combo_row_set_model (self->offering_row, G_LIST_MODEL (names));
  self->client = g_object_ref (client);
  self->contestants = g_ptr_array_ref (contestants);
  self->trial = rf_trial_new (g_ptr_array_index (contestants, 0));
  self->trial->acceptable = acceptable;
  rf_trial_set_use_case (self->trial, find_use_case (self->trial->contestant, use_case));
  show_trial (self);
  return GTK_WIDGET (self);
}
