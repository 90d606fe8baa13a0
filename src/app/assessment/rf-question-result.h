// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_QUESTION_RESULT (rf_question_result_get_type ())
G_DECLARE_FINAL_TYPE (RfQuestionResult, rf_question_result, RF, QUESTION_RESULT, GtkWidget)

GtkWidget *rf_question_result_new (void);
void rf_question_result_show (RfQuestionResult *self,
                              const RfQuestion *question,
                              const RfSection *section);

G_END_DECLS
