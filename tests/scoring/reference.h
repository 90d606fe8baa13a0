// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

/* The rules once more, written straight from their text, slowly and in floating point, to hold the engine against. */
RfScore *reference_score_new (const RfQuestionnaire *questionnaire,
                              const RfScoringContext *context,
                              const RfAnswerValue *answers);

G_END_DECLS
