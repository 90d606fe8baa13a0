// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-evaluation.h"

G_BEGIN_DECLS

/*
 * RfAnswerChoices: which answers of a question are worth trying, for advice by rescoring.
 */
typedef struct _RfAnswerChoices RfAnswerChoices;

/* Which upper end a best answer is chosen for. */
typedef enum
{
  RF_AIM_HIGH,          /* as good as it is shown now */
  RF_AIM_UNPROVEN_HIGH, /* tested by us */
} RfAim;

RfAnswerChoices *rf_answer_choices_new (const RfEvaluation *evaluation);
void rf_answer_choices_free (RfAnswerChoices *self);
GArray *rf_answer_choices_list (const RfAnswerChoices *self,
                                guint question);
gboolean rf_answer_choices_find_best (const RfAnswerChoices *self,
                                      RfEvaluation *trial,
                                      guint question,
                                      RfAim aim,
                                      RfAnswerValue *best);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAnswerChoices, rf_answer_choices_free)

G_END_DECLS
