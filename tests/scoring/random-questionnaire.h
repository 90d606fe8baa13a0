// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

#define RANDOM_AS_OF ((RfDay) 738000)

/**
 * RandomSheet:
 * @seed: decides on everything else; the same seed gives the same questionnaire
 * @factor: multiplies every weight
 * @is_shuffled: whether the questions of each section stand in another order; conditions then ask about
 *   earlier sections only, shuffled or not, if @is_loose
 */
typedef struct
{
  guint32 seed;
  int factor;
  gboolean is_loose;
  gboolean is_shuffled;
} RandomSheet;

RfQuestionnaire *random_questionnaire_new (const RandomSheet *sheet);
RfAnswerValue random_standing_answer (GRand *random,
                                      const RfQuestion *question);
RfAnswerValue random_answer (GRand *random,
                             const RfQuestion *question);
RfOffering *random_offering_new (GRand *random);
RfUseCase *random_use_case_new (GRand *random);

G_END_DECLS
