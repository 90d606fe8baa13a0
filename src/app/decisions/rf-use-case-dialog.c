// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-use-case-dialog.h"

#include "rf-decision-wording.h"
#include "rf-decisions-jobs.h"
#include "rf-field-problem.h"

#include <glib/gi18n.h>

struct _RfUseCaseDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *save_button;
  GtkWidget *name_row;
  RfFieldProblem *name_problem;
  GtkWidget *owner_row;
  RfFieldProblem *owner_problem;
  AdwComboRow *step_row;
  AdwComboRow *level_rows[RF_N_USE_CASE_ATTRIBUTES];
  GtkLabel *exposure_label;
  GtkLabel *problem_label;

  RfWorkspaceClient *client; /* owned */
  char *id;                  /* owned, NULL for a new one */
};

G_DEFINE_FINAL_TYPE (RfUseCaseDialog, rf_use_case_dialog, ADW_TYPE_WINDOW)

/* The scales differ; the longest has five levels. */
#define MOST_LEVELS 5

/* The levels of an attribute in ascending order; the rows begin with "not set". */
static guint
list_levels (RfUseCaseAttribute attribute,
             int levels[MOST_LEVELS])
{
  guint n = 0;

  for (int level = 0; level < MOST_LEVELS; level++)
    if (rf_use_case_level_get_nick (attribute, level))
      levels[n++] = level;
  return n;
}

static int
read_level (RfUseCaseDialog *self,
            RfUseCaseAttribute attribute)
{
  guint selected = adw_combo_row_get_selected (self->level_rows[attribute]);
  int levels[MOST_LEVELS];
  guint n = list_levels (attribute, levels);

  return selected == 0 || selected > n ? RF_LEVEL_NOT_SET : levels[selected - 1];
}

static char *
dup_stripped (GtkWidget *row)
{
  char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

static RfUseCase *
new_use_case (RfUseCaseDialog *self)
{
  g_autofree char *name = dup_stripped (self->name_row);
  RfUseCase *use_case = rf_use_case_new (self->id, name);
  guint step = adw_combo_row_get_selected (self->step_row);

  use_case->owner = dup_stripped (self->owner_row);
  if (step > 0 && step <= RF_N_JOURNEY_STEPS)
    use_case->step = g_strdup (rf_journey_step_get_nick (step - 1));
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    use_case->levels[i] = read_level (self, i);
  return use_case;
}

static void
levels_changed_cb (RfUseCaseDialog *self)
{
  g_autoptr (RfUseCase) use_case = new_use_case (self);
  g_autofree char *words = rf_decision_wording_dup_exposure (use_case);

  gtk_label_set_label (self->exposure_label, words);
}

/* What is still empty is not blamed before somebody wants to save it. */
static gboolean
check (RfUseCaseDialog *self,
       gboolean complete)
{
  gboolean has_name = rf_field_problem_check_line (self->name_problem, self->name_row, _ ("A use case’s name"), complete);
  gboolean has_owner = rf_field_problem_check_line (self->owner_problem, self->owner_row, _ ("A use case’s owner"), FALSE);

  if (complete && !(has_name && has_owner))
    gtk_widget_grab_focus (has_name ? self->owner_row : self->name_row);
  return has_name && has_owner;
}

static void
changed_cb (RfUseCaseDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  check (self, FALSE);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfUseCaseDialog) self = user_data;
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
save_cb (RfUseCaseDialog *self)
{
  if (!gtk_widget_get_sensitive (self->save_button) || !check (self, TRUE))
    return;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  rf_workspace_client_run_async (self->client, rf_job_put_use_case, new_use_case (self), (GDestroyNotify) rf_use_case_unref, NULL, NULL, saved_cb, g_object_ref (self));
}

static void
rf_use_case_dialog_dispose (GObject *object)
{
  g_clear_object (&RF_USE_CASE_DIALOG (object)->client);
  G_OBJECT_CLASS (rf_use_case_dialog_parent_class)->dispose (object);
}

static void
rf_use_case_dialog_finalize (GObject *object)
{
  g_free (RF_USE_CASE_DIALOG (object)->id);
  G_OBJECT_CLASS (rf_use_case_dialog_parent_class)->finalize (object);
}

static const char *const level_row_names[RF_N_USE_CASE_ATTRIBUTES] = {
  [RF_USE_CASE_SENSITIVITY] = "sensitivity_row",
  [RF_USE_CASE_AUTONOMY] = "autonomy_row",
  [RF_USE_CASE_VOLUME] = "volume_row",
  [RF_USE_CASE_DEPENDENCE] = "dependence_row",
  [RF_USE_CASE_PERSONAL_DATA] = "personal_data_row",
};

static void
rf_use_case_dialog_class_init (RfUseCaseDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_use_case_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_use_case_dialog_finalize;
  g_type_ensure (RF_TYPE_FIELD_PROBLEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-use-case-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, name_problem);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, owner_problem);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, step_row);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, exposure_label);
  gtk_widget_class_bind_template_child (widget_class, RfUseCaseDialog, problem_label);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, level_row_names[i], FALSE, (gssize) (G_STRUCT_OFFSET (RfUseCaseDialog, level_rows) + i * sizeof (AdwComboRow *)));
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, levels_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
fill_levels (RfUseCaseDialog *self,
             RfUseCaseAttribute attribute)
{
  g_autoptr (GtkStringList) words = gtk_string_list_new (NULL);
  int levels[MOST_LEVELS];
  guint n = list_levels (attribute, levels);

  gtk_string_list_append (words, C_ ("level", "Not set"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (words, rf_use_case_level_get_label (attribute, levels[i]));
  adw_combo_row_set_model (self->level_rows[attribute], G_LIST_MODEL (words));
}

static void
fill_steps (RfUseCaseDialog *self)
{
  g_autoptr (GtkStringList) steps = gtk_string_list_new (NULL);

  gtk_string_list_append (steps, C_ ("journey", "Not set"));
  for (guint i = 0; i < RF_N_JOURNEY_STEPS; i++)
    gtk_string_list_append (steps, rf_journey_step_get_label (rf_journey_step_get_nick (i)));
  adw_combo_row_set_model (self->step_row, G_LIST_MODEL (steps));
}

static void
rf_use_case_dialog_init (RfUseCaseDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_steps (self);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    fill_levels (self, i);
  levels_changed_cb (self);
  /* typing begins at once; the header bar's button would have the focus otherwise */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (self->name_row))));
}

static void
select_level (RfUseCaseDialog *self,
              RfUseCaseAttribute attribute,
              int level)
{
  int levels[MOST_LEVELS];
  guint n = list_levels (attribute, levels);

  for (guint i = 0; i < n; i++)
    if (levels[i] == level)
      adw_combo_row_set_selected (self->level_rows[attribute], i + 1);
}

static void
show (RfUseCaseDialog *self,
      const RfUseCase *use_case)
{
  self->id = g_strdup (use_case->id);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Edit the Use Case"));
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), use_case->name);
  gtk_editable_set_text (GTK_EDITABLE (self->owner_row), use_case->owner ? use_case->owner : "");
  for (guint i = 0; i < RF_N_JOURNEY_STEPS; i++)
    if (g_strcmp0 (use_case->step, rf_journey_step_get_nick (i)) == 0)
      adw_combo_row_set_selected (self->step_row, i + 1);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    select_level (self, i, use_case->levels[i]);
}

/**
 * rf_use_case_dialog_new:
 * @use_case: (nullable): what is edited; %NULL to add one
 *
 * Makes a dialog that says what a company wants to do, and how exposed it is then; it saves by itself.
 */
GtkWidget *
rf_use_case_dialog_new (GtkWindow *parent,
                        RfWorkspaceClient *client,
                        const RfUseCase *use_case)
{
  RfUseCaseDialog *self = g_object_new (RF_TYPE_USE_CASE_DIALOG, "transient-for", parent, NULL);

  self->client = g_object_ref (client);
  if (use_case)
    show (self, use_case);
  return GTK_WIDGET (self);
}
