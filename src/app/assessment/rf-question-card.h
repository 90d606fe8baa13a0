// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_QUESTION_CARD (rf_question_card_get_type ())
G_DECLARE_FINAL_TYPE (RfQuestionCard, rf_question_card, RF, QUESTION_CARD, GtkWidget)

GtkWidget *rf_question_card_new (RfQuestionItem *item);
RfQuestionItem *rf_question_card_get_item (RfQuestionCard *self);
void rf_question_card_set_assessment (RfQuestionCard *self,
                                      RfOpenAssessment *assessment);
gboolean rf_question_card_drop (RfQuestionCard *self,
                                const GValue *value);
void rf_question_card_focus_answer (RfQuestionCard *self);
void rf_question_card_finish_typing (RfQuestionCard *self);

G_END_DECLS
