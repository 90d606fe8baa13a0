// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-summary.h"

G_DEFINE_BOXED_TYPE (RfPortfolioSummary, rf_portfolio_summary, rf_portfolio_summary_ref, rf_portfolio_summary_unref)

static void
free_standing (gpointer data)
{
  RfUseCaseStanding *standing = data;

  rf_use_case_unref (standing->use_case);
  g_clear_pointer (&standing->decision, rf_decision_free);
  g_free (standing);
}

static void
count_knock_outs (RfPortfolioSummary *self)
{
  for (guint i = 0; i < self->score->n_knock_outs; i++)
    {
      RfSide side = self->questionnaire->knock_outs[i].side;

      self->n_violated[side] += self->score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED;
      self->n_not_cleared[side] += self->score->knock_outs[i] == RF_KNOCK_OUT_NOT_CLEARED;
    }
}

static void
count_evidence (RfPortfolioSummary *self,
                const RfRecord *record)
{
  for (guint i = 0; i < record->evidence->len; i++)
    {
      RfDay expires = ((const RfEvidence *) record->evidence->pdata[i])->expires;

      if (expires == RF_DAY_NONE)
        continue;
      if (expires < self->today)
        self->n_expired_evidence++;
      else if (self->next_expiry == RF_DAY_NONE || expires < self->next_expiry)
        self->next_expiry = expires;
    }
  if (self->next_expiry != RF_DAY_NONE)
    self->days_to_expiry = self->next_expiry - self->today;
}

static void
count_actions (RfPortfolioSummary *self,
               const RfRecord *record)
{
  for (guint i = 0; i < record->actions->len; i++)
    {
      const RfAction *action = record->actions->pdata[i];

      self->n_open_actions += action->done == RF_DAY_NONE;
      self->n_overdue_actions += rf_action_is_overdue (action, self->today);
    }
}

static void
add_use_case (RfPortfolioSummary *self,
              RfUseCase *use_case,
              const RfRecord *record)
{
  const RfDecision *decision = record != NULL ? rf_record_find_decision (record, use_case->id) : NULL;
  RfUseCaseStanding *standing = g_new0 (RfUseCaseStanding, 1);

  standing->use_case = rf_use_case_ref (use_case);
  if (decision != NULL)
    {
      standing->decision = rf_decision_copy (decision);
      standing->has_expired = rf_decision_has_expired (decision, self->today);
    }
  self->n_undecided += decision == NULL;
  self->n_expired_decisions += standing->has_expired;
  g_ptr_array_add (self->use_cases, standing);
}

/**
 * rf_portfolio_summary_new:
 * @assessment: (nullable): with @questionnaire, @score and @record, or without all of them
 * @record: (nullable): the current assessment's, with its decisions and actions as they are now
 * @use_cases: (element-type RfUseCase): of the workspace
 *
 * Counts what a portfolio shows of an offering on the day @today.
 *
 * Returns: (transfer full)
 */
RfPortfolioSummary *
rf_portfolio_summary_new (RfDay today,
                          RfOffering *offering,
                          const RfAssessment *assessment,
                          RfQuestionnaire *questionnaire,
                          RfScore *score,
                          const RfRecord *record,
                          const GPtrArray *use_cases)
{
  RfPortfolioSummary *self = g_atomic_rc_box_new0 (RfPortfolioSummary);

  g_return_val_if_fail (!assessment == !record && !questionnaire == !record && !score == !record, NULL);

  self->today = today;
  self->offering = rf_offering_ref (offering);
  self->use_cases = g_ptr_array_new_with_free_func (free_standing);
  for (guint i = 0; i < use_cases->len; i++)
    add_use_case (self, use_cases->pdata[i], record);
  if (record == NULL)
    return self;
  self->assessment = rf_assessment_copy (assessment);
  self->questionnaire = rf_questionnaire_ref (questionnaire);
  self->score = rf_score_ref (score);
  self->review_is_due = assessment->next_review != RF_DAY_NONE && assessment->next_review <= today;
  count_knock_outs (self);
  count_evidence (self, record);
  count_actions (self, record);
  return self;
}

RfPortfolioSummary *
rf_portfolio_summary_ref (RfPortfolioSummary *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  RfPortfolioSummary *self = data;

  rf_offering_unref (self->offering);
  g_clear_pointer (&self->assessment, rf_assessment_free);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->score, rf_score_unref);
  g_ptr_array_unref (self->use_cases);
}

void
rf_portfolio_summary_unref (RfPortfolioSummary *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/**
 * rf_portfolio_summary_find_use_case:
 * @use_case: an id
 *
 * Returns: (transfer none) (nullable): where the offering stands for it
 */
const RfUseCaseStanding *
rf_portfolio_summary_find_use_case (const RfPortfolioSummary *self,
                                    const char *use_case)
{
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      const RfUseCaseStanding *standing = self->use_cases->pdata[i];

      if (g_str_equal (standing->use_case->id, use_case))
        return standing;
    }
  return NULL;
}
