// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"
#include "rf-question-card.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_QUESTION_LIST (rf_question_list_get_type ())
G_DECLARE_FINAL_TYPE (RfQuestionList, rf_question_list, RF, QUESTION_LIST, GtkWidget)

void rf_question_list_set_adjustment (RfQuestionList *self,
                                      GtkAdjustment *adjustment);
void rf_question_list_show (RfQuestionList *self,
                            RfOpenAssessment *assessment,
                            GListModel *questions);
void rf_question_list_clear (RfQuestionList *self);
guint rf_question_list_get_n_cards (RfQuestionList *self);
guint rf_question_list_get_current (RfQuestionList *self);
gboolean rf_question_list_focus (RfQuestionList *self,
                                 guint position);
void rf_question_list_finish_typing (RfQuestionList *self);

G_END_DECLS
