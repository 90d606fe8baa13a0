// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

typedef enum
{
  NO,
  YES,
  MAYBE,
} Verdict;

/* @refused, @open and @use_case say why a verdict is MAYBE. */
typedef struct
{
  Verdict verdict;
  gboolean refused;
  gboolean open;
  gboolean use_case;
} Finding;

typedef struct
{
  const RfQuestionnaire *questionnaire;
  const RfScoringContext *context;
  const RfAnswerValue *answers;
  Finding *applies;
} Sheet;

Finding reference_ask (const Sheet *sheet,
                       const RfConditionNode *node);
Finding reference_both (Finding a,
                        Finding b);
RfKnockOutResult reference_judge_knock_out (const Sheet *sheet,
                                            const RfKnockOut *rule);

G_END_DECLS
