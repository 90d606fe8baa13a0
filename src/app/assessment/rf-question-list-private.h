// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-question-list.h"

G_BEGIN_DECLS

/* how many cards a window of usual height shows at most */
#define RF_CARDS_IN_SIGHT 2
/* between cards, in pixels */
#define RF_CARD_SPACING 18
/* a card, spacing included, before any was measured */
#define RF_CARD_USUAL_HEIGHT 260

/*
 * The cards of a section's questions, one below the other, in a viewport. It has cards for a stretch of the questions
 * only and leaves room for the others, as much as they are likely to take. A list view would do the same, but it jumps
 * when a card above what is in sight turns out higher than it guessed, and a card that grows under the hand must not move.
 */
struct _RfQuestionList
{
  GtkWidget parent_instance;

  GtkAdjustment *adjustment;    /* owned: the viewport's, vertical */
  RfOpenAssessment *assessment; /* owned, nullable */
  GListModel *questions;        /* owned, nullable */
  GPtrArray *cards;             /* owned array of borrowed RfQuestionCard */
  guint first;                  /* the position of the first card's question */
  int above;                    /* the height left for the questions before it, in pixels */
  int average;                  /* of the cards, spacing included, in pixels */
  guint current;                /* the position of the question last in hand */
  guint more_cards;             /* the source that adds cards, 0 while none are wanted */
  guint bring;                  /* the tick that brings the focus into sight, 0 where it is */
  gboolean bring_card;          /* the whole card with it */
  gboolean bring_next;          /* not yet in this frame: it is still to be laid out */
};

guint rf_question_list_get_n_questions (RfQuestionList *self);
guint rf_question_list_get_end (RfQuestionList *self);
GtkWidget *rf_question_list_get_card (RfQuestionList *self,
                                      guint index);
int rf_question_list_measure_card (RfQuestionList *self,
                                   guint index,
                                   int width);
int rf_question_list_measure_cards (RfQuestionList *self,
                                    guint n,
                                    int width);
int rf_question_list_get_card_width (RfQuestionList *self);
int rf_question_list_get_height_below (RfQuestionList *self);
void rf_question_list_shift (RfQuestionList *self,
                             int pixels);
int rf_question_list_get_sight (RfQuestionList *self);
void rf_question_list_insert_card (RfQuestionList *self,
                                   guint index);
void rf_question_list_remove_all_cards (RfQuestionList *self);
void rf_question_list_turn_to (RfQuestionList *self,
                               guint position);
void rf_question_list_want_cards (RfQuestionList *self);
void rf_question_list_questions_changed (RfQuestionList *self,
                                         guint position,
                                         guint removed,
                                         guint added);
void rf_question_list_bring_into_sight (RfQuestionList *self);

G_END_DECLS
