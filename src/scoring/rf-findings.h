// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-advice.h"
#include "rf-record.h"
#include "rf-residual.h"

G_BEGIN_DECLS

/**
 * RfUseCaseFindings:
 * @score: of the offering under the use case
 *
 * What follows from one use case.
 */
typedef struct
{
  RfUseCase *use_case; /* owned */
  RfScore *score;      /* owned */
  RfResidual residual;
} RfUseCaseFindings;

#define RF_TYPE_FINDINGS (rf_findings_get_type ())

/**
 * RfFindings:
 * @profile: an index into the questionnaire's profiles, or -1 for the file's own weights
 * @use_case: (nullable): what @score and the advice are for
 * @questions: (array): by question index
 * @use_cases: (element-type RfUseCaseFindings): @use_case alone, or else every use case of the record
 * @ask_first: (element-type RfAdvice)
 * @prove_first: (element-type RfAdvice)
 * @negotiate_first: (element-type RfAdvice)
 * @shortest_ways: (element-type RfShortestWay): on the provider's side, to each rating better than its upper end,
 *   the next one first; empty where the side is not assessed
 *
 * Everything the engine says of one record: what the command line prints and a report lays out. Immutable,
 * atomically counted.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  RfRecord *record;               /* owned */
  int profile;
  RfDay as_of;
  RfUseCase *use_case; /* owned */
  RfScore *score;      /* owned */
  RfQuestionFigures *questions;
  GPtrArray *use_cases;
  GArray *ask_first;
  GArray *prove_first;
  GArray *negotiate_first;
  GPtrArray *shortest_ways;
} RfFindings;

GType rf_findings_get_type (void);
RfFindings *rf_findings_new (RfQuestionnaire *questionnaire,
                             RfRecord *record,
                             const RfScoringContext *context,
                             RfProblems *problems,
                             GError **error);
RfFindings *rf_findings_ref (RfFindings *self);
void rf_findings_unref (RfFindings *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfFindings, rf_findings_unref)

G_END_DECLS
