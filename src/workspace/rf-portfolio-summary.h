// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-assessment.h"
#include "rf-offering.h"
#include "rf-questionnaire.h"
#include "rf-record.h"
#include "rf-score.h"

G_BEGIN_DECLS

/**
 * RfUseCaseStanding:
 * @decision: (nullable): what was decided for it; %NULL where nothing was
 * @has_expired: whether @decision no longer stands: it is to be decided again
 *
 * Where an offering stands for one use case. It is decided only where there is a decision that has not expired.
 */
typedef struct
{
  RfUseCase *use_case;  /* owned */
  RfDecision *decision; /* owned */
  gboolean has_expired;
} RfUseCaseStanding;

/**
 * RfPortfolioFacts:
 * @assessment: (nullable): the current one; %NULL where none was begun, then so are @questionnaire and @score, and
 *   the rest is empty
 * @score: without a use case, under the default profile, as of the assessment's own day
 * @expiries: (element-type RfDay): when the papers under the answers expire, %RF_DAY_NONE for those that never do
 *
 * What a summary is counted from, whatever the day and the use cases.
 */
typedef struct
{
  RfAssessment *assessment;       /* owned */
  RfQuestionnaire *questionnaire; /* owned */
  RfScore *score;                 /* owned */
  GArray *expiries;               /* owned */
  GPtrArray *actions;             /* owned, of RfAction */
  GPtrArray *decisions;           /* owned, of RfDecision */
} RfPortfolioFacts;

RfPortfolioFacts *rf_portfolio_facts_new (void);
void rf_portfolio_facts_free (RfPortfolioFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfPortfolioFacts, rf_portfolio_facts_free)

#define RF_TYPE_PORTFOLIO_SUMMARY (rf_portfolio_summary_get_type ())

/**
 * RfPortfolioSummary:
 * @today: the day for which it holds
 * @assessment: (nullable): the current one; %NULL where none was begun, then so are @questionnaire and @score, and
 *   all that is counted is 0
 * @score: without a use case, under the default profile, as of the assessment's own day
 * @n_violated: knock-outs, by #RfSide
 * @n_not_cleared: knock-outs, by #RfSide
 * @review_is_due: whether the day of the next review is reached
 * @n_expired_evidence: papers under the answers that expired before @today
 * @next_expiry: when the first of those papers expires that are still valid; %RF_DAY_NONE where none ever does
 * @days_to_expiry: from @today to @next_expiry; 0 means that today is the last day. Meaningless without one
 * @n_open_actions: those that are overdue included
 * @n_overdue_actions: open ones that were due before @today
 * @use_cases: (element-type RfUseCaseStanding): every use case of the workspace, by name
 * @n_undecided: use cases for which nothing was decided
 * @n_expired_decisions: use cases for which the decision has expired
 *
 * What a portfolio shows of one offering. Immutable, atomically counted; may cross threads.
 */
typedef struct
{
  RfDay today;
  RfOffering *offering;           /* owned */
  RfAssessment *assessment;       /* owned */
  RfQuestionnaire *questionnaire; /* owned */
  RfScore *score;                 /* owned */
  guint n_violated[RF_N_SIDES];
  guint n_not_cleared[RF_N_SIDES];
  gboolean review_is_due;
  guint n_expired_evidence;
  RfDay next_expiry;
  guint days_to_expiry;
  guint n_open_actions;
  guint n_overdue_actions;
  GPtrArray *use_cases; /* owned */
  guint n_undecided;
  guint n_expired_decisions;
} RfPortfolioSummary;

GType rf_portfolio_summary_get_type (void);
RfPortfolioSummary *rf_portfolio_summary_new (RfDay today,
                                              RfOffering *offering,
                                              const RfPortfolioFacts *facts,
                                              const GPtrArray *use_cases);
RfPortfolioSummary *rf_portfolio_summary_ref (RfPortfolioSummary *self);
void rf_portfolio_summary_unref (RfPortfolioSummary *self);

const RfUseCaseStanding *rf_portfolio_summary_find_use_case (const RfPortfolioSummary *self,
                                                             const char *use_case);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfPortfolioSummary, rf_portfolio_summary_unref)

G_END_DECLS
