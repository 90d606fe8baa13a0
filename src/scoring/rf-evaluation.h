// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

/**
 * RfEvaluation:
 *
 * Figures that follow the answers one change at a time. It says at any moment exactly what rf_score_new()
 * would say of the same answers. Not thread-safe; one per thread.
 */
typedef struct _RfEvaluation RfEvaluation;

RfEvaluation *rf_evaluation_new (RfQuestionnaire *questionnaire,
                                 const RfScoringContext *context);
RfEvaluation *rf_evaluation_copy (const RfEvaluation *self);
void rf_evaluation_free (RfEvaluation *self);

RfQuestionnaire *rf_evaluation_get_questionnaire (const RfEvaluation *self);
void rf_evaluation_set_answers (RfEvaluation *self,
                                const RfAnswerValue *answers);
void rf_evaluation_set_context (RfEvaluation *self,
                                const RfScoringContext *context,
                                const RfAnswerValue *answers);
void rf_evaluation_set_answer (RfEvaluation *self,
                               guint question,
                               const RfAnswerValue *answer);
const RfAnswerValue *rf_evaluation_get_answer (const RfEvaluation *self,
                                               guint question);
RfApplicability rf_evaluation_get_applicability (const RfEvaluation *self,
                                                 guint question);
void rf_evaluation_get_side (const RfEvaluation *self,
                             RfSide side,
                             RfSideScore *score);
void rf_evaluation_get_section (const RfEvaluation *self,
                                guint section,
                                RfFigures *figures);
void rf_evaluation_get_question (const RfEvaluation *self,
                                 guint question,
                                 RfQuestionFigures *figures);
RfKnockOutResult rf_evaluation_get_knock_out (const RfEvaluation *self,
                                              guint knock_out);
gboolean rf_evaluation_is_shown (const RfEvaluation *self,
                                 guint question);
RfScore *rf_evaluation_dup_score (const RfEvaluation *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfEvaluation, rf_evaluation_free)

G_END_DECLS
