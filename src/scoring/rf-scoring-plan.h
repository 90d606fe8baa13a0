// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

G_BEGIN_DECLS

/* One node of a condition; laid out in prefix order as #RfConditionNode is. */
typedef struct
{
  guint8 kind; /* an #RfConditionKind */
  guint32 length;
  guint32 about;   /* the question asked about, or which of the context's terms this is */
  guint64 options; /* ANSWER_CHOSE */
  RfNumber limit;  /* ANSWER_AT_LEAST, ANSWER_BELOW */
} RfTerm;

/* A condition is named by where its first term stands; this one is always true. */
#define RF_NO_CONDITION G_MAXUINT32

typedef struct
{
  RfNumber from; /* of a band */
  gint32 risk;   /* ten-thousandths of a point */
  gboolean exclusive;
} RfGradedChoice;

typedef struct
{
  gint32 weight;
  gint32 least_risk; /* ten-thousandths of a point, as the next */
  gint32 greatest_risk;
  guint32 section;
  guint32 condition;
  guint32 first_choice; /* its options or bands */
  guint32 n_choices;
  guint32 first_dependent;
  guint32 n_dependents;
  guint8 kind;    /* an #RfQuestionKind */
  guint8 combine; /* an #RfCombine */
  gboolean scored;
} RfPlannedQuestion;

typedef struct
{
  gint32 weight;
  guint32 side;
  guint32 condition;
  guint32 first_question;
  guint32 n_questions;
} RfPlannedSection;

/* What changes with a question: steps (see #RfScoringPlan) and, after them, knock-outs. */
#define RF_DEPENDENT_IS_KNOCK_OUT (G_MAXUINT32 / 2 + 1)
/* A step settles a section's condition or a question. */
#define RF_STEP_IS_SECTION (G_MAXUINT32 / 2 + 1)

/**
 * RfScoringPlan:
 * @steps: the sections, each followed by its questions: what a step looks at stands before it, because
 *   conditions ask about earlier questions only
 * @dependents: ascending for each question, without repetition
 * @context_terms: (element-type RfConditionNode): the terms that ask about the offering or the use case
 *
 * A questionnaire under one weight profile, laid out in plain arrays for evaluations to run over. Immutable,
 * atomically counted.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  int profile;
  RfPlannedQuestion *questions;
  RfPlannedSection *sections;
  guint32 *knock_out_conditions;
  RfTerm *terms;
  guint n_terms;
  RfGradedChoice *choices;
  guint32 *dependents;
  guint32 *steps;
  guint n_steps;
  guint32 *step_of_question;
  guint32 *step_of_section;
  GPtrArray *context_terms;
} RfScoringPlan;

RfScoringPlan *rf_scoring_plan_new (const RfQuestionnaire *questionnaire,
                                    int profile);
RfScoringPlan *rf_scoring_plan_ref (RfScoringPlan *self);
void rf_scoring_plan_unref (RfScoringPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfScoringPlan, rf_scoring_plan_unref)

G_END_DECLS
