// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_ANSWER_DETAILS (rf_answer_details_get_type ())
G_DECLARE_FINAL_TYPE (RfAnswerDetails, rf_answer_details, RF, ANSWER_DETAILS, GtkWidget)

GtkWidget *rf_answer_details_new (RfOpenAssessment *assessment,
                                  RfQuestionItem *item);
void rf_answer_details_finish_typing (RfAnswerDetails *self);
void rf_answer_details_attach_files (RfAnswerDetails *self,
                                     GSList *files);
void rf_answer_details_attach_link (RfAnswerDetails *self,
                                    const char *href);

G_END_DECLS
