// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decision-dialog.h"

#include "rf-actions-jobs.h"
#include "rf-barriers-group.h"
#include "rf-day-row.h"
#include "rf-decision-wording.h"
#include "rf-decisions-jobs.h"
#include "rf-dialogs.h"
#include "rf-field-problem.h"
#include "rf-fit-group.h"
#include "rf-fit-way-group.h"
#include "rf-text-row.h"

#include <glib/gi18n.h>

/* An acceptance that is never looked at again is none: a new one is proposed for a year. */
#define USUAL_MONTHS 12

struct _RfDecisionDialog
{
  AdwWindow parent_instance;

  /* template children */
  GtkWidget *save_button;
  RfFitGroup *fit_group;
  RfFitWayGroup *way_group;
  RfBarriersGroup *barriers_group;
  GtkWidget *decision_group;
  AdwComboRow *verdict_row;
  GtkWidget *conditions_row;
  RfFieldProblem *conditions_problem;
  GtkWidget *owner_row;
  RfFieldProblem *owner_problem;
  GtkWidget *decided_row;
  RfFieldProblem *decided_problem;
  GtkWidget *expires_row;
  RfFieldProblem *expires_problem;
  GtkWidget *reasons_group;
  RfTextRow *rationale_row;
  RfTextRow *controls_row;
  GtkWidget *remove_button;
  GtkLabel *problem_label;

  RfWorkspaceClient *client; /* owned */
  RfDecisionTask *about;     /* owned: without a decision */
  RfRating acceptable;
  gboolean edited; /* by a person, and not saved */
};

G_DEFINE_FINAL_TYPE (RfDecisionDialog, rf_decision_dialog, ADW_TYPE_WINDOW)

/* A line is a condition; empty ones are none. */
static char **
dup_conditions (RfDecisionDialog *self)
{
  g_autofree char *text = rf_text_row_dup_text (RF_TEXT_ROW (self->conditions_row));
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i]; i++)
    if (*g_strstrip (lines[i]))
      g_strv_builder_add (builder, lines[i]);
  return g_strv_builder_end (builder);
}

static RfVerdict
get_verdict (RfDecisionDialog *self)
{
  return (RfVerdict) adw_combo_row_get_selected (self->verdict_row);
}

static gboolean
check_conditions (RfDecisionDialog *self,
                  gboolean complete)
{
  g_auto (GStrv) conditions = dup_conditions (self);
  gboolean missing = complete && get_verdict (self) == RF_VERDICT_APPROVE_WITH_CONDITIONS && conditions[0] == NULL;

  return rf_field_problem_show (self->conditions_problem, self->conditions_row, missing ? _ ("Name at least one condition, or approve without.") : NULL);
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

static gboolean
check_days (RfDecisionDialog *self,
            RfDay *decided,
            RfDay *expires)
{
  gboolean decided_reads = read_day (self->decided_problem, self->decided_row, decided);

  if (!read_day (self->expires_problem, self->expires_row, expires) || !decided_reads)
    return FALSE;
  return rf_field_problem_show (self->expires_problem, self->expires_row, *expires != RF_DAY_NONE && *expires < *decided ? _ ("A decision cannot expire before it is made.") : NULL);
}

/* To where the first thing is that must be changed. */
static void
focus_problem (RfDecisionDialog *self)
{
  RfFieldProblem *problems[] = { self->conditions_problem, self->owner_problem, self->decided_problem, self->expires_problem };
  GtkWidget *fields[] = { self->conditions_row, self->owner_row, self->decided_row, self->expires_row };

  for (guint i = 0; i < G_N_ELEMENTS (problems); i++)
    if (gtk_widget_get_visible (GTK_WIDGET (problems[i])))
      {
        gtk_widget_grab_focus (fields[i]);
        return;
      }
}

/* What is still empty is not blamed before somebody wants to save it. */
static gboolean
check (RfDecisionDialog *self,
       gboolean complete,
       RfDay *decided,
       RfDay *expires)
{
  gboolean fine = check_conditions (self, complete);

  fine = rf_field_problem_check_line (self->owner_problem, self->owner_row, _ ("Who accepts the risk"), complete) && fine;
  /* a day is checked when it is typed to its end */
  return (!complete || check_days (self, decided, expires)) && fine;
}

static void
changed_cb (RfDecisionDialog *self)
{
  RfDay decided = RF_DAY_NONE;
  RfDay expires = RF_DAY_NONE;

  self->edited = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), FALSE);
  gtk_widget_set_visible (self->conditions_row, get_verdict (self) == RF_VERDICT_APPROVE_WITH_CONDITIONS);
  rf_field_problem_show (self->decided_problem, self->decided_row, NULL);
  rf_field_problem_show (self->expires_problem, self->expires_row, NULL);
  check (self, FALSE, &decided, &expires);
}

static void
show_problem (RfDecisionDialog *self,
              const char *problem)
{
  gtk_label_set_label (self->problem_label, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), TRUE);
}

static void
finish (RfDecisionDialog *self,
        GError *error)
{
  if (error == NULL)
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  show_problem (self, error->message);
  gtk_widget_set_sensitive (self->save_button, TRUE);
  gtk_widget_set_sensitive (self->remove_button, TRUE);
}

static void
saved_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfDecisionDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  finish (self, error);
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfDecisionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error == NULL && parent)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.tell-undoable", "s", _ ("The decision was removed"));
  finish (self, error);
}

static void
run (RfDecisionDialog *self,
     RfWorkspaceJob job,
     const RfDecision *decision,
     GAsyncReadyCallback callback)
{
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gtk_widget_set_sensitive (self->remove_button, FALSE);
  rf_workspace_client_run_async (self->client, job, rf_decision_task_new (self->about->offering, self->about->use_case, decision), (GDestroyNotify) rf_decision_task_free, NULL, NULL, callback, g_object_ref (self));
}

static void
save_cb (RfDecisionDialog *self)
{
  g_autoptr (RfDecision) decision = rf_decision_new (self->about->use_case, get_verdict (self));

  if (!gtk_widget_get_sensitive (self->save_button))
    return;
  if (!check (self, TRUE, &decision->decided, &decision->expires))
    {
      focus_problem (self);
      return;
    }
  if (decision->verdict == RF_VERDICT_APPROVE_WITH_CONDITIONS)
    decision->conditions = dup_conditions (self);
  decision->owner = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->owner_row))));
  decision->rationale = rf_text_row_dup_text (self->rationale_row);
  decision->compensating_controls = rf_text_row_dup_text (self->controls_row);
  run (self, rf_job_decide, decision, saved_cb);
}

static void
remove_cb (RfDecisionDialog *self)
{
  run (self, rf_job_remove_decision, NULL, removed_cb);
}

static void
kept_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (RfDecisionDialog) self = user_data;
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);
  if (error)
    show_problem (self, error->message);
  else
    rf_fit_way_group_mark_kept (self->way_group);
}

static void
keep_cb (RfDecisionDialog *self)
{
  rf_workspace_client_run_async (self->client, rf_job_add_actions, rf_actions_task_new (self->about->offering, rf_fit_way_group_dup_chosen (self->way_group)),
                                 (GDestroyNotify) rf_actions_task_free, NULL, NULL, kept_cb, g_object_ref (self));
}

/* Something of the window behind the dialog. */
typedef struct
{
  RfDecisionDialog *dialog; /* owned */
  const char *action;
  GVariant *target; /* owned */
} Leave;

static void
leave_free (Leave *self)
{
  g_object_unref (self->dialog);
  g_variant_unref (self->target);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Leave, leave_free)

static void
leave_now (Leave *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self->dialog));

  gtk_window_destroy (GTK_WINDOW (self->dialog));
  gtk_widget_activate_action_variant (GTK_WIDGET (parent), self->action, self->target);
}

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (Leave) leave = user_data;

  if (rf_dialogs_confirm_finish (result))
    leave_now (leave);
}

/* What was typed is not thrown away unasked; @target is floating. */
static void
leave_for (RfDecisionDialog *self,
           const char *action,
           GVariant *target)
{
  g_autoptr (Leave) leave = g_new0 (Leave, 1);

  leave->dialog = g_object_ref (self);
  leave->action = action;
  leave->target = g_variant_ref_sink (target);
  if (!self->edited)
    leave_now (leave);
  else
    rf_dialogs_confirm_async (GTK_WINDOW (self), _ ("Discard the Decision?"), _ ("What was entered here is not saved yet. To keep it, cancel and save first."), _ ("_Discard"), confirmed_cb, g_steal_pointer (&leave));
}

static void
open_question_cb (RfDecisionDialog *self,
                  const char *question)
{
  leave_for (self, "win.open-question", g_variant_new ("(ss)", self->about->offering, question));
}

static void
what_if_cb (RfDecisionDialog *self)
{
  leave_for (self, "win.what-if", g_variant_new ("(sss)", self->about->offering, self->about->use_case, rf_rating_get_nick (self->acceptable)));
}

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (RfDecisionDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfCellFindings) findings = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (findings == NULL)
    {
      show_problem (self, error->message);
      return;
    }
  rf_fit_group_show (self->fit_group, findings->fit);
  rf_fit_way_group_show (self->way_group, findings->fit, !rf_workspace_client_is_read_only (self->client));
  rf_barriers_group_show (self->barriers_group, g_ptr_array_index (findings->fit->offerings, 0), findings->benchmarks, findings->intentions);
}

static void
rf_decision_dialog_dispose (GObject *object)
{
  g_clear_object (&RF_DECISION_DIALOG (object)->client);
  G_OBJECT_CLASS (rf_decision_dialog_parent_class)->dispose (object);
}

static void
rf_decision_dialog_finalize (GObject *object)
{
  g_clear_pointer (&RF_DECISION_DIALOG (object)->about, rf_decision_task_free);
  G_OBJECT_CLASS (rf_decision_dialog_parent_class)->finalize (object);
}

static void
rf_decision_dialog_class_init (RfDecisionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_decision_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_decision_dialog_finalize;
  g_type_ensure (RF_TYPE_BARRIERS_GROUP);
  g_type_ensure (RF_TYPE_DAY_ROW);
  g_type_ensure (RF_TYPE_FIELD_PROBLEM);
  g_type_ensure (RF_TYPE_FIT_GROUP);
  g_type_ensure (RF_TYPE_FIT_WAY_GROUP);
  g_type_ensure (RF_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-decision-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, fit_group);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, way_group);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, barriers_group);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, decision_group);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, verdict_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, conditions_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, conditions_problem);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, owner_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, owner_problem);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, decided_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, decided_problem);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, expires_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, expires_problem);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, reasons_group);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, rationale_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, controls_row);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, RfDecisionDialog, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_question_cb);
  gtk_widget_class_bind_template_callback (widget_class, what_if_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_decision_dialog_init (RfDecisionDialog *self)
{
  g_autoptr (GtkStringList) verdicts = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfVerdict i = RF_VERDICT_APPROVE; i <= RF_VERDICT_REJECT; i++)
    gtk_string_list_append (verdicts, rf_verdict_get_label (i));
  adw_combo_row_set_model (self->verdict_row, G_LIST_MODEL (verdicts));
  changed_cb (self);
}

static void
show_decision (RfDecisionDialog *self,
               const RfDecision *decision)
{
  g_autofree char *conditions = decision->conditions ? g_strjoinv ("\n", decision->conditions) : NULL;

  adw_combo_row_set_selected (self->verdict_row, decision->verdict);
  rf_text_row_set_text (RF_TEXT_ROW (self->conditions_row), conditions);
  gtk_editable_set_text (GTK_EDITABLE (self->owner_row), decision->owner ? decision->owner : "");
  rf_day_row_set_day (RF_DAY_ROW (self->decided_row), decision->decided);
  rf_day_row_set_day (RF_DAY_ROW (self->expires_row), decision->expires);
  rf_text_row_set_text (self->rationale_row, decision->rationale);
  rf_text_row_set_text (self->controls_row, decision->compensating_controls);
}

static void
show (RfDecisionDialog *self,
      const RfPortfolioSummary *summary,
      const RfUseCaseStanding *standing)
{
  gboolean read_only = rf_workspace_client_is_read_only (self->client);
  g_autofree char *mark = rf_decision_wording_dup_mark (standing);
  g_autofree char *about = g_strdup_printf ("%s – %s", summary->offering->name, standing->use_case->name);
  g_autofree char *about_markup = g_markup_escape_text (about, -1);
  g_autofree char *mark_markup = g_markup_escape_text (mark, -1);

  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->fit_group), about_markup);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->decision_group), mark_markup);
  if (standing->decision)
    show_decision (self, standing->decision);
  else
    {
      rf_day_row_set_day (RF_DAY_ROW (self->decided_row), summary->today);
      rf_day_row_set_day (RF_DAY_ROW (self->expires_row), rf_day_add_months (summary->today, USUAL_MONTHS));
    }
  gtk_widget_set_visible (self->remove_button, standing->decision && !read_only);
  gtk_widget_set_sensitive (self->save_button, !read_only);
  gtk_widget_set_sensitive (self->decision_group, !read_only);
  gtk_widget_set_sensitive (self->reasons_group, !read_only);
}

/**
 * rf_decision_dialog_new:
 * @summary: of an offering that is assessed
 * @standing: one of its use cases
 * @acceptable: the greatest residual risk that is fit
 *
 * Makes a dialog in which it is decided whether an offering may be used for a use case; it saves by itself.
 */
GtkWidget *
rf_decision_dialog_new (GtkWindow *parent,
                        RfWorkspaceClient *client,
                        const RfPortfolioSummary *summary,
                        const RfUseCaseStanding *standing,
                        RfRating acceptable)
{
  RfDecisionDialog *self = g_object_new (RF_TYPE_DECISION_DIALOG, "transient-for", parent, NULL);
  RfDecisionTask *asked;

  self->client = g_object_ref (client);
  self->about = rf_decision_task_new (summary->offering->id, standing->use_case->id, NULL);
  show (self, summary, standing);
  self->edited = FALSE;
  asked = rf_decision_task_new (self->about->offering, self->about->use_case, NULL);
  asked->acceptable = acceptable;
  self->acceptable = acceptable;
  rf_workspace_client_run_async (client, rf_job_find_cell, asked, (GDestroyNotify) rf_decision_task_free, (GDestroyNotify) rf_cell_findings_free, NULL, found_cb, g_object_ref (self));
  return GTK_WIDGET (self);
}
