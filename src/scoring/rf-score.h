// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer.h"
#include "rf-offering.h"
#include "rf-questionnaire.h"

G_BEGIN_DECLS

/* Changes whenever the same input may give other figures; printed in every report and JSON. */
#define RF_ENGINE_VERSION "1"

typedef enum
{
  RF_ASSESSED,
  RF_PROVISIONAL,
  RF_NOT_ASSESSED,
} RfAssessedState;

/**
 * RfFigures:
 * @low: the total however well the open questions are answered, 0-100
 * @high: the total however badly they are answered
 * @unproven_high: as @high, with every claim doubted as far as its evidence leaves room
 * @point: the mean over answered questions only; NaN where none is answered
 * @coverage: percent of the applicable share that is answered or refused; NaN where nothing applies
 *
 * The figures of a section or of a side. All are NaN where nothing applies: never 0.
 * A figure whose exact value is a whole number is exactly that number.
 */
typedef struct
{
  double low;
  double high;
  double unproven_high;
  double point;
  double coverage;
} RfFigures;

/**
 * RfQuestionFigures:
 * @low: the risk however well the question is answered, 0-100; NaN where it is not scored or does not apply, as all here
 * @high: the risk however badly it is answered; of an answer both are its risk
 * @unproven_high: as @high, with the answer doubted as far as its evidence leaves room
 * @weight: its weight under the profile, among the questions of its section
 */
typedef struct
{
  double low;
  double high;
  double unproven_high;
  double weight;
} RfQuestionFigures;

typedef struct
{
  RfAssessedState state;
  RfFigures figures;
  double assurance;            /* percent, NaN where nothing is answered */
  double not_applicable_share; /* percent, NaN where there is nothing */
  RfRating rating_low;         /* floors of knock-outs included; meaningless where not assessed */
  RfRating rating_high;
} RfSideScore;

typedef enum
{
  RF_KNOCK_OUT_VIOLATED,
  RF_KNOCK_OUT_NOT_CLEARED,
  RF_KNOCK_OUT_DEPENDS_ON_USE_CASE,
  RF_KNOCK_OUT_CLEARED,
  RF_KNOCK_OUT_NOT_APPLICABLE,
} RfKnockOutResult;

typedef enum
{
  RF_HIDDEN,    /* its condition is false: never counted */
  RF_APPLIES,   /* counts */
  RF_MAY_APPLY, /* undetermined: widens the range */
} RfApplicability;

#define RF_TYPE_SCORE (rf_score_get_type ())

/**
 * RfScore:
 * @sides: by #RfSide
 * @sections: (array): by section index
 * @knock_outs: (array): results by knock-out index
 * @applicability: (array): by question index
 *
 * Everything the engine says of one set of answers in one context. Immutable, atomically counted.
 */
typedef struct
{
  RfSideScore sides[RF_N_SIDES];
  RfFigures *sections;
  guint n_sections;
  RfKnockOutResult *knock_outs;
  guint n_knock_outs;
  RfApplicability *applicability;
  guint n_questions;
} RfScore;

GType rf_score_get_type (void);
RfScore *rf_score_ref (RfScore *self);
void rf_score_unref (RfScore *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfScore, rf_score_unref)

/**
 * RfScoringContext:
 * @profile: an index into the questionnaire's profiles, or -1 for the file's own weights
 * @as_of: "today": ages of dates are counted to it
 * @offering: (nullable): where not set, conditions on the offering are undetermined
 * @use_case: (nullable): where not set, conditions on the use case are undetermined
 *
 * What a score depends on beside the questionnaire and the answers. Borrowed pointers.
 */
typedef struct
{
  int profile;
  RfDay as_of;
  const RfOffering *offering;
  const RfUseCase *use_case;
} RfScoringContext;

RfScore *rf_score_new (const RfQuestionnaire *questionnaire,
                       const RfScoringContext *context,
                       const RfAnswerValue *answers);

const char *rf_assessed_state_get_nick (RfAssessedState self);
const char *rf_knock_out_result_get_nick (RfKnockOutResult self);
const char *rf_knock_out_result_get_label (RfKnockOutResult self);

/* How figures are shown: low ends are rounded down and high ends up, to whole points; one decimal where
 * rounding would carry the figure across a limit of @bands; an en dash-free "not assessed" is the caller's. */
char *rf_format_low (double figure,
                     const RfRatingBands *bands);
char *rf_format_high (double figure,
                      const RfRatingBands *bands);
char *rf_format_points (double points);
char *rf_format_percent (double figure);
char *rf_score_dup_rating (const RfSideScore *score);
char *rf_score_dup_range (const RfFigures *figures,
                          const RfRatingBands *bands);

G_END_DECLS
