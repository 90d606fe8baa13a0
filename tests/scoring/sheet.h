// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer.h"
#include "rf-questionnaire-builder.h"

G_BEGIN_DECLS

/* Short ways of writing questionnaires and answers down in tests. Options are named a, b, c, ... */

void sheet_begin_section (RfQuestionnaireBuilder *builder,
                          const char *id,
                          RfSide side,
                          int weight);
void sheet_add_choice (RfQuestionnaireBuilder *builder,
                       const char *id,
                       int weight,
                       const char *risks);
void sheet_add_multiple_choice (RfQuestionnaireBuilder *builder,
                                const char *id,
                                int weight,
                                RfCombine combine,
                                const char *risks);
void sheet_begin_graded (RfQuestionnaireBuilder *builder,
                         const char *id,
                         int weight,
                         RfQuestionKind kind);
void sheet_add_band (RfQuestionnaireBuilder *builder,
                     RfNumber from,
                     int risk);
void sheet_begin_knock_out (RfQuestionnaireBuilder *builder,
                            const char *id,
                            RfSide side,
                            RfRating floor);
RfQuestionnaire *sheet_finish (RfQuestionnaireBuilder *builder);

RfAnswerValue answer_in_state (RfAnswerState state);
RfAnswerValue answer_chosen (guint64 chosen,
                             guint credibility);
RfAnswerValue answer_number (gint64 number,
                             guint credibility);

G_END_DECLS
