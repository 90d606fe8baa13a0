// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record.h"
#include "rf-score.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_COMPARISON_DEFAULT_DRAWS 10000
#define RF_COMPARISON_DEFAULT_SEED 1 /* the same everywhere, so that a report says what the window says */
#define RF_COMPARISON_MOST_DRAWS 1000000
#define RF_COMPARISON_MOST_VALUES 100000000 /* draws times offerings: what is held in memory at once */

/**
 * RfComparisonVerdict:
 * @RF_COMPARISON_A_CERTAIN: A is certainly better, whatever the open answers, the doubts and the weights
 * @RF_COMPARISON_A_AHEAD: A is ahead on the record: its worst is below B's best, with the weights of the file
 * @RF_COMPARISON_A_LIKELY: A wins more than 90 % of the draws
 * @RF_COMPARISON_UNDECIDED: the two cannot be told apart
 *
 * The strongest thing that can be said of two offerings, certain before likely.
 */
typedef enum
{
  RF_COMPARISON_A_CERTAIN,
  RF_COMPARISON_A_AHEAD,
  RF_COMPARISON_A_LIKELY,
  RF_COMPARISON_UNDECIDED,
  RF_COMPARISON_B_LIKELY,
  RF_COMPARISON_B_AHEAD,
  RF_COMPARISON_B_CERTAIN,
} RfComparisonVerdict;

typedef enum
{
  RF_LEFT_OUT_HIDDEN,         /* it does not apply to one of the offerings */
  RF_LEFT_OUT_NOT_APPLICABLE, /* it is set aside for one of them */
  RF_LEFT_OUT_REVISION,       /* the answers to another revision say nothing of it */
  RF_LEFT_OUT_UNSCORED,       /* its risk is set by an assessor for some of them only */
} RfLeftOutReason;

/**
 * RfComparedOffering:
 * @record: index into the records given to rf_comparison_new()
 * @low: on the common questions, as the next two; NaN where none of them applies
 * @mean: of the draws; NaN where it is not ranked, as the next two
 * @p05: 5 % of the draws are not above it
 * @p95: 95 % of the draws are not above it
 * @rank_share: (array) (nullable): share of the draws at each rank, 0-1; as many as are ranked, %NULL where it
 *   is not ranked
 * @state: of the record alone; only what is assessed is ranked
 * @coverage: percent, of the record alone; the reason where it is provisional, as the next
 * @not_applicable_share: percent, of the record alone
 */
typedef struct
{
  char *id;
  char *name;
  guint record;
  double low;
  double high;
  double unproven_high;
  double mean;
  double p05;
  double p95;
  double *rank_share;
  RfAssessedState state;
  double coverage;
  double not_applicable_share;
} RfComparedOffering;

/**
 * RfSettlingQuestion:
 * @question: index; -1 where there is none
 * @offering: index into the offerings
 * @separation: expected distance of the win share from a half once it is settled, 0-0.5
 * @is_compared: whether it is among the common questions; if not, it counts through a condition alone
 * @knock_out: index of the first knock-out that depends on it for the offering; -1 where none does
 *
 * A question whose resolution for one of a pair is expected to part them.
 */
typedef struct
{
  int question;
  guint offering;
  double separation;
  gboolean is_compared;
  int knock_out;
} RfSettlingQuestion;

#define RF_COMPARISON_N_SETTLING 2

/**
 * RfComparedPair:
 * @a: index into the offerings, as @b; @a has the lower mean
 * @certain: whether one of the two is certainly better
 * @ahead_on_the_record: whether one's unproven high is below the other's low
 * @win_share: of the draws in which A has the lower risk, ties counted half, 0-1
 * @settle: for neighbours in rank, and for every pair where few are compared
 */
typedef struct
{
  guint a;
  guint b;
  gboolean certain;
  gboolean ahead_on_the_record;
  double win_share;
  RfComparisonVerdict verdict;
  RfSettlingQuestion settle[RF_COMPARISON_N_SETTLING];
} RfComparedPair;

/**
 * RfLeftOut:
 * @question: index
 * @offering: id of the first offering, by id, that is the reason
 */
typedef struct
{
  guint question;
  RfLeftOutReason reason;
  char *offering;
} RfLeftOut;

#define RF_TYPE_COMPARISON (rf_comparison_get_type ())

/**
 * RfComparison:
 * @offerings: (array): those ranked by mean, then the others; by id where that is equal
 * @n_ranked: how many of them are ranked
 * @pairs: (array): all pairs of ranked offerings, in their order
 * @left_out: (array): by question
 *
 * How offerings compare on the provider's side, and how far the order can be trusted. Depends neither on the
 * order in which they are named nor on the number of threads. Immutable, atomically counted.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  int profile;
  RfUseCase *use_case; /* owned, nullable */
  guint64 seed;
  guint draws;
  RfComparedOffering *offerings;
  guint n_offerings;
  guint n_ranked;
  RfComparedPair *pairs;
  guint n_pairs;
  RfLeftOut *left_out;
  guint n_left_out;
  guint n_common;
} RfComparison;

GType rf_comparison_get_type (void);
RfComparison *rf_comparison_new (RfQuestionnaire *questionnaire,
                                 RfRecord *const *records,
                                 guint n,
                                 const RfScoringContext *context,
                                 guint64 seed,
                                 guint draws,
                                 GCancellable *cancellable,
                                 GError **error);
RfComparison *rf_comparison_new_on_threads (RfQuestionnaire *questionnaire,
                                            RfRecord *const *records,
                                            guint n,
                                            const RfScoringContext *context,
                                            guint64 seed,
                                            guint draws,
                                            guint threads,
                                            GCancellable *cancellable,
                                            GError **error);
RfComparison *rf_comparison_ref (RfComparison *self);
void rf_comparison_unref (RfComparison *self);

const RfComparedPair *rf_comparison_get_pair (const RfComparison *self,
                                              guint a,
                                              guint b);
guint rf_comparison_find_lead (RfQuestionnaire *const *questionnaires,
                               RfRecord *const *records,
                               guint n);
const char *rf_comparison_verdict_get_nick (RfComparisonVerdict self);
char *rf_comparison_dup_verdict (const RfComparison *self,
                                 const RfComparedPair *pair);
char *rf_comparison_dup_settling (const RfComparison *self,
                                  const RfComparedPair *pair,
                                  guint place);
char *rf_comparison_dup_settling_cause (const RfComparison *self,
                                        const RfSettlingQuestion *settling);
char *rf_comparison_dup_settled_share (const RfSettlingQuestion *settling);
char *rf_comparison_dup_unranked_reason (const RfComparison *self,
                                         const RfComparedOffering *offering);
char *rf_comparison_dup_method (const RfComparison *self);
const char *rf_left_out_reason_get_nick (RfLeftOutReason self);
char *rf_comparison_dup_left_out_reason (const RfComparison *self,
                                         const RfLeftOut *left_out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfComparison, rf_comparison_unref)

G_END_DECLS
