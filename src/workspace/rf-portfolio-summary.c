// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-summary.h"

G_DEFINE_BOXED_TYPE (RfPortfolioSummary, rf_portfolio_summary, rf_portfolio_summary_ref, rf_portfolio_summary_unref)

RfPortfolioFacts *
rf_portfolio_facts_new (void)
{
  RfPortfolioFacts *self = g_new0 (RfPortfolioFacts, 1);

  self->expiries = g_array_new (FALSE, FALSE, sizeof (RfDay));
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_action_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_decision_free);
  return self;
}

void
rf_portfolio_facts_free (RfPortfolioFacts *self)
{
  g_clear_pointer (&self->assessment, rf_assessment_free);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->score, rf_score_unref);
  g_array_unref (self->expiries);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->decisions);
  g_free (self);
}

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
                const RfPortfolioFacts *facts)
{
  for (guint i = 0; i < facts->expiries->len; i++)
    {
      RfDay expires = g_array_index (facts->expiries, RfDay, i);

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
               const RfPortfolioFacts *facts)
{
  for (guint i = 0; i < facts->actions->len; i++)
    {
      const RfAction *action = facts->actions->pdata[i];

      self->n_open_actions += action->done == RF_DAY_NONE;
      self->n_overdue_actions += rf_action_is_overdue (action, self->today);
    }
}

static const RfDecision *
find_decision (const RfPortfolioFacts *facts,
               const char *use_case)
{
  for (guint i = 0; facts && i < facts->decisions->len; i++)
    {
      const RfDecision *decision = facts->decisions->pdata[i];

      if (g_str_equal (decision->use_case, use_case))
        return decision;
    }
  return NULL;
}

static void
add_use_case (RfPortfolioSummary *self,
              RfUseCase *use_case,
              const RfPortfolioFacts *facts)
{
  const RfDecision *decision = find_decision (facts, use_case->id);
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
 * @facts: (nullable): %NULL is as facts without an assessment
 * @use_cases: (element-type RfUseCase): of the workspace
 *
 * Counts what a portfolio shows of an offering on the day @today.
 *
 * Returns: (transfer full)
 */
RfPortfolioSummary *
rf_portfolio_summary_new (RfDay today,
                          RfOffering *offering,
                          const RfPortfolioFacts *facts,
                          const GPtrArray *use_cases)
{
  RfPortfolioSummary *self = g_atomic_rc_box_new0 (RfPortfolioSummary);

  self->today = today;
  self->offering = rf_offering_ref (offering);
  self->use_cases = g_ptr_array_new_with_free_func (free_standing);
  for (guint i = 0; i < use_cases->len; i++)
    add_use_case (self, use_cases->pdata[i], facts);
  if (facts == NULL || facts->assessment == NULL)
    return self;
  self->assessment = rf_assessment_copy (facts->assessment);
  self->questionnaire = rf_questionnaire_ref (facts->questionnaire);
  self->score = rf_score_ref (facts->score);
  self->review_is_due = self->assessment->next_review != RF_DAY_NONE && self->assessment->next_review <= today;
  count_knock_outs (self);
  count_evidence (self, facts);
  count_actions (self, facts);
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
