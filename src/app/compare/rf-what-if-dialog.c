// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-dialog.h"

#include "rf-actions-jobs.h"
#include "rf-what-if-task.h"
#include "rf-wording.h"

#include <glib/gi18n.h>

/* what can be tried instead of an answer, after the options */
static const RfAnswerState states[] = { RF_ANSWER_REFUSED, RF_ANSWER_UNANSWERED };

enum
{
  COLUMN_ABOUT,
  COLUMN_BEFORE,
  COLUMN_AFTER,
};

/* Tries an answer, its evidence or other weights for one offering; shows before and after side by side. */
struct _RfWhatIfDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *keep_button;
  AdwComboRow *offering_row;
  AdwComboRow *question_row;
  AdwComboRow *answer_row;
  AdwComboRow *evidence_row;
  AdwComboRow *profile_row;
  GtkGrid *grid;
  GtkLabel *problem_label;

  RfWorkspaceClient *client; /* owned */
  GPtrArray *contestants;    /* owned, of RfContestant */
  GCancellable *cancellable; /* owned, nullable: of the trial that is being made */
  guint n_rows;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (RfWhatIfDialog, rf_what_if_dialog, ADW_TYPE_WINDOW)

static RfContestant *
get_contestant (RfWhatIfDialog *self)
{
  return g_ptr_array_index (self->contestants, adw_combo_row_get_selected (self->offering_row));
}

static const RfQuestion *
get_question (RfWhatIfDialog *self)
{
  return &get_contestant (self)->questionnaire->questions[adw_combo_row_get_selected (self->question_row)];
}

static void
suppose (RfTrial *trial,
         RfHypothesisKind kind,
         const char *id,
         const char *value)
{
  trial->hypotheses[trial->n_hypotheses++] = (RfHypothesis){ kind, id, value };
}

/* The first entry of each row stands for what is. */
static RfTrial *
new_trial (RfWhatIfDialog *self)
{
  RfTrial *trial = rf_trial_new (get_contestant (self));
  const RfQuestion *question = get_question (self);
  guint answer = adw_combo_row_get_selected (self->answer_row);
  guint grade = adw_combo_row_get_selected (self->evidence_row);

  if (answer > question->n_options)
    suppose (trial, RF_HYPOTHESIS_STATE, question->id, rf_answer_state_get_nick (states[answer - question->n_options - 1]));
  else if (answer > 0)
    suppose (trial, RF_HYPOTHESIS_ANSWER, question->id, question->options[answer - 1].id);
  if (grade > 0)
    suppose (trial, RF_HYPOTHESIS_EVIDENCE, question->id, rf_grade_get_nick ((RfGrade) (grade - 1)));
  trial->profile = (int) adw_combo_row_get_selected (self->profile_row) - 1;
  return trial;
}

static void
attach (RfWhatIfDialog *self,
        int column,
        const char *text,
        const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class)
    gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (self->grid, label, column, (int) self->n_rows, 1, 1);
}

static void
add_row (RfWhatIfDialog *self,
         const char *about,
         const char *before,
         const char *after)
{
  attach (self, COLUMN_ABOUT, about, NULL);
  attach (self, COLUMN_BEFORE, before, "dim-label");
  attach (self, COLUMN_AFTER, after, g_str_equal (before, after) ? "dim-label" : "heading");
  self->n_rows++;
}

static void
add_side (RfWhatIfDialog *self,
          const RfWhatIf *what_if,
          RfSide side)
{
  const RfRatingBands *bands = &what_if->questionnaire->bands;
  const RfSideScore *one = &what_if->before->sides[side];
  const RfSideScore *other = &what_if->after->sides[side];
  g_autofree char *rating = rf_wording_dup_rating (one);
  g_autofree char *new_rating = rf_wording_dup_rating (other);
  g_autofree char *range = rf_wording_dup_range (&one->figures, bands);
  g_autofree char *new_range = rf_wording_dup_range (&other->figures, bands);
  g_autofree char *before = g_strdup_printf ("%s\n%s", rating, range);
  g_autofree char *after = g_strdup_printf ("%s\n%s", new_rating, new_range);

  if (one->state != RF_NOT_ASSESSED || other->state != RF_NOT_ASSESSED)
    add_row (self, rf_wording_get_side (side), before, after);
}

static char *
dup_residual (const RfResidual *residual,
              RfFitVerdict verdict)
{
  const RfFitCell cell = { .residual = *residual };
  g_autofree char *range = rf_fit_cell_dup_residual (&cell);

  return residual->known ? g_strdup_printf ("%s\n%s", rf_fit_verdict_get_label (verdict), range) : g_strdup (range);
}

static void
show (RfWhatIfDialog *self,
      const RfWhatIf *what_if)
{
  const RfQuestionnaire *questionnaire = what_if->questionnaire;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))))
    gtk_grid_remove (self->grid, child);
  self->n_rows = 0;
  attach (self, COLUMN_BEFORE, _ ("Before"), "caption-heading");
  attach (self, COLUMN_AFTER, _ ("After"), "caption-heading");
  self->n_rows++;
  for (guint i = 0; i < RF_N_SIDES; i++)
    add_side (self, what_if, (RfSide) i);
  /* of knock-outs only what changes: the others are with the result */
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    if (what_if->before->knock_outs[i] != what_if->after->knock_outs[i])
      add_row (self, questionnaire->knock_outs[i].text, rf_knock_out_result_get_label (what_if->before->knock_outs[i]),
               rf_knock_out_result_get_label (what_if->after->knock_outs[i]));
  for (guint i = 0; i < what_if->use_cases->len; i++)
    {
      const RfWhatIfUseCase *both = g_ptr_array_index (what_if->use_cases, i);
      g_autofree char *before = dup_residual (&both->before, both->verdict_before);
      g_autofree char *after = dup_residual (&both->after, both->verdict_after);

      add_row (self, both->use_case->name, before, after);
    }
}

static void
show_problem (RfWhatIfDialog *self,
              const GError *error)
{
  gtk_label_set_label (self->problem_label, error ? error->message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), error != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->grid), error == NULL);
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
    show (self, what_if);
}

static void
stop (RfWhatIfDialog *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* Nobody can take an action to have something refused. */
static gboolean
can_keep (RfWhatIfDialog *self)
{
  guint answer = adw_combo_row_get_selected (self->answer_row);
  gboolean is_answer = answer > 0 && answer <= get_question (self)->n_options;

  return !rf_workspace_client_is_read_only (self->client) && (is_answer || adw_combo_row_get_selected (self->evidence_row) > 0);
}

static void
tried_changed_cb (RfWhatIfDialog *self)
{
  if (self->filling || self->contestants == NULL)
    return;
  stop (self);
  self->cancellable = g_cancellable_new ();
  gtk_widget_set_sensitive (self->keep_button, can_keep (self));
  rf_what_if_task_async (new_trial (self), self->cancellable, tried_cb, g_object_ref (self));
}

static void
fill_answers (RfWhatIfDialog *self)
{
  const RfQuestion *question = get_question (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("As it is"));
  for (guint i = 0; i < question->n_options; i++)
    gtk_string_list_append (words, question->options[i].label);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    gtk_string_list_append (words, rf_answer_state_get_label (states[i]));
  adw_combo_row_set_model (self->answer_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->evidence_row, 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->question_row), question->prompt);
}

static void
question_chosen_cb (RfWhatIfDialog *self)
{
  if (self->filling || self->contestants == NULL)
    return;
  self->filling = TRUE;
  fill_answers (self);
  self->filling = FALSE;
  tried_changed_cb (self);
}

static void
fill_profiles (RfWhatIfDialog *self)
{
  const RfContestant *contestant = get_contestant (self);
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  gtk_string_list_append (words, _ ("The questionnaire’s own"));
  for (guint i = 0; i < contestant->questionnaire->n_profiles; i++)
    gtk_string_list_append (words, contestant->questionnaire->profiles[i].title);
  adw_combo_row_set_model (self->profile_row, G_LIST_MODEL (words));
  adw_combo_row_set_selected (self->profile_row, (guint) (contestant->profile + 1));
}

static void
fill_questions (RfWhatIfDialog *self)
{
  const RfQuestionnaire *questionnaire = get_contestant (self)->questionnaire;
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);

  for (guint i = 0; i < questionnaire->n_questions; i++)
    gtk_string_list_append (words, questionnaire->questions[i].number);
  adw_combo_row_set_model (self->question_row, G_LIST_MODEL (words));
}

static void
offering_chosen_cb (RfWhatIfDialog *self)
{
  if (self->filling || self->contestants == NULL)
    return;
  self->filling = TRUE;
  fill_questions (self);
  fill_profiles (self);
  fill_answers (self);
  self->filling = FALSE;
  tried_changed_cb (self);
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
  g_autoptr (RfTrial) trial = new_trial (self);
  const RfContestant *contestant = trial->contestant;

  gtk_widget_set_sensitive (self->keep_button, FALSE);
  for (guint i = 0; i < trial->n_hypotheses; i++)
    {
      RfAction *action = rf_hypothesis_dup_action (&trial->hypotheses[i], contestant->questionnaire);

      if (action == NULL)
        continue;
      rf_workspace_client_run_async (self->client, rf_job_put_action, rf_action_task_new (contestant->record->offering->id, action),
                                     (GDestroyNotify) rf_action_task_free, NULL, NULL, kept_cb, g_object_ref (self));
      rf_action_free (action);
    }
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

static void
rf_what_if_dialog_class_init (RfWhatIfDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_what_if_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-what-if-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, keep_button);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, offering_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, answer_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, evidence_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, profile_row);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, grid);
  gtk_widget_class_bind_template_child (widget_class, RfWhatIfDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, offering_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, tried_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_what_if_dialog_init (RfWhatIfDialog *self)
{
  g_autoptr (GtkStringList) grades = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_string_list_append (grades, _ ("As it is"));
  for (guint i = 0; i < RF_N_GRADES; i++)
    gtk_string_list_append (grades, rf_grade_get_label ((RfGrade) i));
  adw_combo_row_set_model (self->evidence_row, G_LIST_MODEL (grades));
}

/**
 * rf_what_if_dialog_new:
 * @contestants: (element-type RfContestant): at least one; a reference is taken
 *
 * Makes a dialog in which things are tried. The record changes only by an action that is kept.
 */
GtkWidget *
rf_what_if_dialog_new (GtkWindow *parent,
                       RfWorkspaceClient *client,
                       GPtrArray *contestants)
{
  RfWhatIfDialog *self = g_object_new (RF_TYPE_WHAT_IF_DIALOG, "transient-for", parent, NULL);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (contestants->len > 0, NULL);
  for (guint i = 0; i < contestants->len; i++)
    gtk_string_list_append (names, ((const RfContestant *) g_ptr_array_index (contestants, i))->record->offering->name);
  adw_combo_row_set_model (self->offering_row, G_LIST_MODEL (names));
  self->client = g_object_ref (client);
  self->contestants = g_ptr_array_ref (contestants);
  offering_chosen_cb (self);
  return GTK_WIDGET (self);
}
