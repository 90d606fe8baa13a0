// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decisions-jobs.h"

/**
 * rf_decision_task_new:
 * @decision: (nullable) (transfer none)
 */
RfDecisionTask *
rf_decision_task_new (const char *offering,
                      const char *use_case,
                      const RfDecision *decision)
{
  RfDecisionTask *self = g_new0 (RfDecisionTask, 1);

  self->offering = g_strdup (offering);
  self->use_case = g_strdup (use_case);
  self->decision = decision ? rf_decision_copy (decision) : NULL;
  return self;
}

void
rf_decision_task_free (RfDecisionTask *self)
{
  g_free (self->offering);
  g_free (self->use_case);
  g_clear_pointer (&self->decision, rf_decision_free);
  g_free (self);
}

void
rf_cell_findings_free (RfCellFindings *self)
{
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->score, rf_score_unref);
  g_free (self);
}

static gboolean
find_residual (RfWorkspace *workspace,
               const RfPortfolioSummary *summary,
               const RfUseCase *use_case,
               RfResidual *residual,
               GError **error)
{
  g_autoptr (RfScore) score = rf_workspace_dup_score (workspace, summary->offering->id, use_case->id, RF_PROFILE_DEFAULT, RF_DAY_NONE, error);

  if (score == NULL)
    return FALSE;
  rf_residual_init (residual, score, use_case);
  return TRUE;
}

static gboolean
add_row (RfWorkspace *workspace,
         RfDecisionMatrix *matrix,
         RfPortfolioSummary *summary,
         GError **error)
{
  g_autofree RfResidual *residuals = g_new0 (RfResidual, MAX (matrix->use_cases->len, 1));

  for (guint i = 0; summary->assessment && i < matrix->use_cases->len; i++)
    if (!find_residual (workspace, summary, rf_decision_matrix_get_use_case (matrix, i), &residuals[i], error))
      return FALSE;
  rf_decision_matrix_add (matrix, rf_portfolio_summary_ref (summary), g_steal_pointer (&residuals));
  return TRUE;
}

gpointer
rf_job_load_matrix (RfWorkspace **workspace,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GPtrArray) use_cases = rf_workspace_list_use_cases (*workspace, error);
  g_autoptr (GPtrArray) summaries = use_cases ? rf_workspace_list_summaries (*workspace, RF_DAY_NONE, error) : NULL;
  g_autoptr (RfDecisionMatrix) matrix = NULL;

  if (summaries == NULL)
    return NULL;
  matrix = rf_decision_matrix_new (rf_workspace_get_today (*workspace), use_cases);
  for (guint i = 0; i < summaries->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_row (*workspace, matrix, g_ptr_array_index (summaries, i), error))
      return NULL;
  return g_steal_pointer (&matrix);
}

gpointer
rf_job_find_cell (RfWorkspace **workspace,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  const RfDecisionTask *task = data;
  g_autoptr (RfUseCase) use_case = rf_workspace_dup_use_case (*workspace, task->use_case, error);
  g_autoptr (RfEvaluation) evaluation = use_case ? rf_workspace_dup_evaluation (*workspace, task->offering, task->use_case, RF_PROFILE_DEFAULT, RF_DAY_NONE, error) : NULL;
  RfCellFindings *findings;

  if (evaluation == NULL)
    return NULL;
  findings = g_new0 (RfCellFindings, 1);
  findings->questionnaire = rf_questionnaire_ref (rf_evaluation_get_questionnaire (evaluation));
  findings->score = rf_evaluation_dup_score (evaluation);
  rf_residual_init (&findings->residual, findings->score, use_case);
  return findings;
}

gpointer
rf_job_put_use_case (RfWorkspace **workspace,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  const RfUseCase *use_case = data;
  g_autofree char *id = NULL;

  if (use_case->id)
    rf_workspace_edit_use_case (*workspace, use_case, error);
  else
    id = rf_workspace_add_use_case (*workspace, use_case, error);
  return NULL;
}

gpointer
rf_job_remove_use_case (RfWorkspace **workspace,
                        gpointer id,
                        GCancellable *cancellable,
                        GError **error)
{
  rf_workspace_remove_use_case (*workspace, id, error);
  return NULL;
}

gpointer
rf_job_decide (RfWorkspace **workspace,
               gpointer data,
               GCancellable *cancellable,
               GError **error)
{
  const RfDecisionTask *task = data;

  rf_workspace_decide (*workspace, task->offering, task->decision, error);
  return NULL;
}

gpointer
rf_job_remove_decision (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  const RfDecisionTask *task = data;

  rf_workspace_remove_decision (*workspace, task->offering, task->use_case, error);
  return NULL;
}
