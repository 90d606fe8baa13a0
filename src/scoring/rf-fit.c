// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-fit.h"

G_DEFINE_BOXED_TYPE (RfFit, rf_fit, rf_fit_ref, rf_fit_unref)

static void
cell_clear (RfFitCell *self)
{
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  g_clear_pointer (&self->score, rf_score_unref);
  g_clear_pointer (&self->violated, g_array_unref);
  g_clear_pointer (&self->not_cleared, g_array_unref);
  g_clear_pointer (&self->decision, rf_decision_free);
  g_clear_pointer (&self->way, rf_fit_way_free);
}

static void
clear (gpointer data)
{
  RfFit *self = data;

  for (guint i = 0; i < self->n_cells; i++)
    cell_clear (&self->cells[i]);
  g_free (self->cells);
  g_ptr_array_unref (self->offerings);
  g_ptr_array_unref (self->use_cases);
}

RfFit *
rf_fit_ref (RfFit *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_fit_unref (RfFit *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * rf_fit_get_cell:
 * @offering: index into the rows
 * @use_case: index into the columns
 */
const RfFitCell *
rf_fit_get_cell (const RfFit *self,
                 guint offering,
                 guint use_case)
{
  g_return_val_if_fail (offering < self->offerings->len && use_case < self->use_cases->len, NULL);
  return &self->cells[offering * self->use_cases->len + use_case];
}

static gboolean
is_provisional (const RfScore *score)
{
  return score->sides[RF_SIDE_PROVIDER].state == RF_PROVISIONAL || score->sides[RF_SIDE_CUSTOMER].state == RF_PROVISIONAL;
}

/**
 * rf_fit_judge:
 *
 * The one place that says what fit means: the upper end of the residual risk is at most @acceptable. It is unfit
 * where the lower end is above that. What is provisional is never fit, for its range may rest on what was set aside.
 */
RfFitVerdict
rf_fit_judge (const RfScore *score,
              const RfResidual *residual,
              RfRating acceptable)
{
  if (!residual->known)
    return RF_FIT_NOT_KNOWN;
  if (residual->low > acceptable)
    return RF_FIT_UNFIT;
  return residual->high <= acceptable && !is_provisional (score) ? RF_FIT : RF_FIT_OPEN;
}

static void
add_use_case (GPtrArray *use_cases,
              RfUseCase *use_case)
{
  for (guint i = 0; i < use_cases->len; i++)
    if (g_str_equal (((const RfUseCase *) use_cases->pdata[i])->id, use_case->id))
      return;
  g_ptr_array_add (use_cases, rf_use_case_ref (use_case));
}

static GPtrArray *
gather_use_cases (const GPtrArray *findings)
{
  GPtrArray *use_cases = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_use_case_unref);

  for (guint i = 0; i < findings->len; i++)
    {
      const RfFindings *one = g_ptr_array_index (findings, i);

      for (guint j = 0; j < one->use_cases->len; j++)
        add_use_case (use_cases, ((const RfUseCaseFindings *) g_ptr_array_index (one->use_cases, j))->use_case);
    }
  return use_cases;
}

static const RfUseCase *
find_own_use_case (const RfFindings *findings,
                   const RfUseCase *use_case)
{
  for (guint i = 0; i < findings->use_cases->len; i++)
    {
      const RfUseCaseFindings *own = g_ptr_array_index (findings->use_cases, i);

      if (g_str_equal (own->use_case->id, use_case->id))
        return own->use_case;
    }
  return use_case;
}

static const RfDecision *
find_decision (const RfRecord *record,
               const char *use_case)
{
  for (guint i = 0; i < record->decisions->len; i++)
    {
      const RfDecision *decision = g_ptr_array_index (record->decisions, i);

      if (g_str_equal (decision->use_case, use_case))
        return decision;
    }
  return NULL;
}

static GArray *
list_knock_outs (const RfScore *score,
                 RfKnockOutResult result)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < score->n_knock_outs; i++)
    if (score->knock_outs[i] == result)
      g_array_append_val (list, i);
  return list;
}

static void
fill_cell (RfFitCell *self,
           const RfFindings *findings,
           const RfUseCase *use_case,
           const RfEvaluation *evaluation,
           RfRating acceptable,
           gboolean with_ways)
{
  const RfDecision *decision = find_decision (findings->record, use_case->id);

  self->use_case = rf_use_case_ref ((RfUseCase *) use_case);
  self->score = rf_evaluation_dup_score (evaluation);
  rf_residual_init (&self->residual, self->score, use_case);
  self->verdict = rf_fit_judge (self->score, &self->residual, acceptable);
  self->is_provisional = is_provisional (self->score);
  self->violated = list_knock_outs (self->score, RF_KNOCK_OUT_VIOLATED);
  self->not_cleared = list_knock_outs (self->score, RF_KNOCK_OUT_NOT_CLEARED);
  self->decision = decision ? rf_decision_copy (decision) : NULL;
  self->is_expired = decision && decision->expires != RF_DAY_NONE && findings->as_of > decision->expires;
  if (with_ways && self->verdict != RF_FIT_NOT_KNOWN)
    self->way = rf_fit_way_new (evaluation, use_case, acceptable);
}

static gboolean
fill_row (RfFit *self,
          guint row,
          gboolean with_ways,
          GCancellable *cancellable,
          GError **error)
{
  const RfFindings *findings = g_ptr_array_index (self->offerings, row);
  g_autoptr (RfProblems) problems = rf_problems_new (findings->record->offering->id);
  g_autofree RfAnswerValue *answers = rf_record_bind (findings->record, findings->questionnaire, findings->as_of, problems);
  RfScoringContext context = { findings->profile, findings->as_of, findings->record->offering, NULL };
  g_autoptr (RfEvaluation) evaluation = NULL;

  if (answers == NULL)
    {
      rf_problems_set_error (problems, error);
      return FALSE;
    }
  evaluation = rf_evaluation_new (findings->questionnaire, &context);
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      context.use_case = find_own_use_case (findings, g_ptr_array_index (self->use_cases, i));
      rf_evaluation_set_context (evaluation, &context, answers);
      fill_cell (&self->cells[row * self->use_cases->len + i], findings, context.use_case, evaluation, self->acceptable, with_ways);
    }
  return TRUE;
}

/**
 * rf_fit_new:
 * @findings: (element-type RfFindings): the offerings, each with the questionnaire, profile, day and use cases that it
 *   is judged by; they may be assessed with different questionnaires
 * @acceptable: the greatest residual risk that is fit; otherwise %RF_FIT_DEFAULT_ACCEPTABLE
 * @with_ways: whether to look for the shortest way to fit from each cell, which takes longer than all the rest
 * @cancellable: (nullable)
 *
 * Judges each offering under each use case that any of them names.
 *
 * Returns: (transfer full): the matrix, without cells where there is no offering or no use case; or %NULL with
 *   %G_IO_ERROR_CANCELLED, or %RF_ERROR_INVALID for answers that do not fit
 */
RfFit *
rf_fit_new (GPtrArray *findings,
            RfRating acceptable,
            gboolean with_ways,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (RfFit) self = g_atomic_rc_box_new0 (RfFit);

  self->offerings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->offerings, rf_findings_ref (g_ptr_array_index (findings, i)));
  self->use_cases = gather_use_cases (findings);
  self->acceptable = acceptable;
  self->n_cells = findings->len * self->use_cases->len;
  self->cells = g_new0 (RfFitCell, self->n_cells);
  for (guint i = 0; i < findings->len; i++)
    if (!fill_row (self, i, with_ways, cancellable, error))
      return NULL;
  return g_steal_pointer (&self);
}
