// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer.h"
#include "rf-questionnaire.h"
#include "rf-record.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RfSaveState:
 * @RF_SAVE_NONE: nothing was changed since it was shown
 * @RF_SAVE_PENDING: on its way to the disk
 * @RF_SAVE_DONE: on the disk: a killed program loses nothing of it
 * @RF_SAVE_FAILED: not on the disk; the item's problem says why
 */
typedef enum
{
  RF_SAVE_NONE,
  RF_SAVE_PENDING,
  RF_SAVE_DONE,
  RF_SAVE_FAILED,
} RfSaveState;

#define RF_TYPE_QUESTION_ITEM (rf_question_item_get_type ())
G_DECLARE_FINAL_TYPE (RfQuestionItem, rf_question_item, RF, QUESTION_ITEM, GObject)

RfQuestionItem *rf_question_item_new (RfQuestionnaire *questionnaire,
                                      guint index);
guint rf_question_item_get_index (RfQuestionItem *self);
const RfQuestion *rf_question_item_get_question (RfQuestionItem *self);
const RfQuestionnaire *rf_question_item_get_questionnaire (RfQuestionItem *self);
RfAnswer *rf_question_item_dup_answer (RfQuestionItem *self);
const RfAnswer *rf_question_item_get_answer (RfQuestionItem *self);
void rf_question_item_set_answer (RfQuestionItem *self,
                                  const RfAnswer *answer);
void rf_question_item_set_record (RfQuestionItem *self,
                                  RfRecord *record);
const RfRecord *rf_question_item_get_record (RfQuestionItem *self);
gboolean rf_question_item_get_may_apply (RfQuestionItem *self);
void rf_question_item_set_may_apply (RfQuestionItem *self,
                                     gboolean may_apply);
RfSaveState rf_question_item_get_save_state (RfQuestionItem *self);
const char *rf_question_item_get_problem (RfQuestionItem *self);
void rf_question_item_set_save_state (RfQuestionItem *self,
                                      RfSaveState state,
                                      const char *problem);

G_END_DECLS
