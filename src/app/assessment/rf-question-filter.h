// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-jobs.h"

G_BEGIN_DECLS

/**
 * RfQuestionFilter:
 * @RF_FILTER_ALL: every question that applies
 * @RF_FILTER_OPEN: those without an answer or a state
 * @RF_FILTER_CHANGED: those answered otherwise than in the last approved assessment
 * @RF_FILTER_KNOCK_OUTS: those that a knock-out hangs on
 * @RF_FILTER_DOUBTFUL: those with an answer whose evidence, as far as it has not expired, is a provider's statement at most
 *
 * Which questions a person wants to see; in the order of the menu.
 */
typedef enum
{
  RF_FILTER_ALL,
  RF_FILTER_OPEN,
  RF_FILTER_CHANGED,
  RF_FILTER_KNOCK_OUTS,
  RF_FILTER_DOUBTFUL,
} RfQuestionFilter;

#define RF_N_FILTERS 5

gboolean *rf_question_filter_list_matches (RfQuestionFilter self,
                                           const RfAssessmentView *view,
                                           const RfRecord *earlier);
gboolean rf_question_filter_is_found (const RfQuestion *question,
                                      const char *folded);
char *rf_question_filter_fold (const char *text);

G_END_DECLS
