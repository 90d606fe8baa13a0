// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decisions-jobs.h"

#include "rf-data-folder.h"
#include "rf-find-offering.h"

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
  self->acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
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
  g_clear_pointer (&self->fit, rf_fit_unref);
  g_clear_pointer (&self->benchmarks, g_ptr_array_unref);
  g_clear_pointer (&self->intentions, g_array_unref);
  g_free (self);
}

static gboolean
judge (RfWorkspace *workspace,
       const RfPortfolioSummary *summary,
       const RfUseCase *use_case,
       RfResidual *residual,
       RfMatrixVerdicts *verdicts,
       GError **error)
{
  g_autoptr (RfScore) score = rf_workspace_dup_score (workspace, summary->offering->id, use_case->id, RF_PROFILE_DEFAULT, RF_DAY_NONE, error);

  if (score == NULL)
    return FALSE;
  rf_residual_init (residual, score, use_case);
  for (RfRating i = RF_RATING_VERY_LOW; i < RF_N_RATINGS; i++)
    verdicts->at_most[i] = rf_fit_judge (score, residual, i);
  return TRUE;
}

static void
clear_verdicts (RfMatrixVerdicts *verdicts)
{
  for (guint i = 0; i < RF_N_RATINGS; i++)
    verdicts->at_most[i] = RF_FIT_NOT_KNOWN;
}

static gboolean
add_row (RfWorkspace *workspace,
         RfDecisionMatrix *matrix,
         RfPortfolioSummary *summary,
         GError **error)
{
  guint n = matrix->use_cases->len;
  g_autofree RfResidual *residuals = g_new0 (RfResidual, MAX (n, 1));
  g_autofree RfMatrixVerdicts *verdicts = g_new0 (RfMatrixVerdicts, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      clear_verdicts (&verdicts[i]);
      if (summary->assessment && !judge (workspace, summary, rf_decision_matrix_get_use_case (matrix, i), &residuals[i], &verdicts[i], error))
        return FALSE;
    }
  rf_decision_matrix_add (matrix, rf_portfolio_summary_ref (summary), g_steal_pointer (&residuals), g_steal_pointer (&verdicts));
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

static RfFit *
find_fit (RfWorkspace *workspace,
          const RfDecisionTask *task,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (RfFindings) findings = rf_find_offering (workspace, task->offering, task->use_case, RF_DAY_NONE, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();

  if (findings == NULL)
    return NULL;
  g_ptr_array_add (rows, findings);
  return rf_fit_new (rows, task->acceptable, TRUE, cancellable, error);
}

static GArray *
list_intentions (RfWorkspace *workspace,
                 GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (workspace, error);
  GArray *intentions;

  if (offerings == NULL)
    return NULL;
  intentions = g_array_new (FALSE, FALSE, sizeof (RfIntention));
  for (guint i = 0; i < offerings->len; i++)
    g_array_append_val (intentions, ((const RfOffering *) g_ptr_array_index (offerings, i))->spending);
  return intentions;
}

gpointer
rf_job_find_cell (RfWorkspace **workspace,
                  gpointer data,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (RfCellFindings) findings = g_new0 (RfCellFindings, 1);

  findings->fit = find_fit (*workspace, data, cancellable, error);
  findings->benchmarks = findings->fit ? rf_data_folder_read_benchmarks (error) : NULL;
  findings->intentions = findings->benchmarks ? list_intentions (*workspace, error) : NULL;
  return findings->intentions ? g_steal_pointer (&findings) : NULL;
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
