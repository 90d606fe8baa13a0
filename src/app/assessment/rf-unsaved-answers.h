// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

G_BEGIN_DECLS

#define RF_TYPE_UNSAVED_ANSWERS (rf_unsaved_answers_get_type ())
G_DECLARE_FINAL_TYPE (RfUnsavedAnswers, rf_unsaved_answers, RF, UNSAVED_ANSWERS, GObject)

RfUnsavedAnswers *rf_unsaved_answers_get (RfWorkspaceClient *client);
void rf_unsaved_answers_update (RfUnsavedAnswers *self,
                                RfOpenAssessment *assessment);
RfOpenAssessment *rf_unsaved_answers_dup_assessment (RfWorkspaceClient *client,
                                                     const char *offering);
RfOpenAssessment *rf_unsaved_answers_get_first (RfUnsavedAnswers *self);
guint rf_unsaved_answers_count (RfUnsavedAnswers *self);
guint rf_unsaved_answers_count_at_risk (RfUnsavedAnswers *self);
void rf_unsaved_answers_retry (RfUnsavedAnswers *self);
void rf_unsaved_answers_discard (RfUnsavedAnswers *self);

G_END_DECLS
