// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer-details.h"
#include "rf-question-card.h"

G_BEGIN_DECLS

struct _RfQuestionCard
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *number_label;
  GtkLabel *criticality_label;
  GtkLabel *saved_label;
  GtkLabel *prompt_label;
  GtkWidget *why_expander;
  GtkLabel *why_label;
  GtkBox *options_box;
  GtkWidget *value_box;
  GtkEditable *value_entry;
  GtkLabel *unit_label;
  GtkToggleButton *unknown_button;
  GtkToggleButton *refused_button;
  GtkToggleButton *not_applicable_button;
  GtkWidget *clear_button;
  GtkToggleButton *note_button;
  GtkWidget *reason_box;
  GtkEditable *reason_entry;
  GtkBox *note_box;
  GtkWidget *inherited_box;
  GtkLabel *inherited_label;
  GtkWidget *confirm_button;
  GtkToggleButton *details_button;
  GtkWidget *summary_box;
  GtkWidget *expired_image;
  GtkLabel *summary_label;
  GtkBox *details_box;
  GtkLabel *problem_label;

  RfQuestionItem *item;         /* owned */
  GPtrArray *option_buttons;    /* owned array of borrowed GtkCheckButton */
  RfOpenAssessment *assessment; /* owned, nullable */
  GtkTextView *note_view;       /* borrowed from note_box, made when a note is first shown */
  RfAnswerDetails *details;     /* borrowed from details_box, made when they are first unfolded */

  /* what the entries showed last: what differs from it is being typed */
  char *shown_value;  /* owned, nullable */
  char *shown_reason; /* owned, nullable */
  char *shown_note;   /* owned, nullable */

  /* while the card shows what the item says, nothing that moves is an answer */
  gboolean showing;
  gboolean locked; /* only to be looked at, for the assessment is submitted or approved */
};

void rf_question_card_bind_answering (GtkWidgetClass *klass);
void rf_question_card_emit_answered (RfQuestionCard *self,
                                     RfAnswer *answer);
void rf_question_card_option_toggled_cb (RfQuestionCard *self,
                                         GtkCheckButton *button);
gboolean rf_question_card_is_chosen (RfQuestionCard *self,
                                     guint option);
gboolean rf_question_card_take_shown (char **shown,
                                      const char *now,
                                      const char *text,
                                      gboolean edited);
gboolean rf_question_card_is_edited (GtkEditable *entry);
void rf_question_card_show_state (RfQuestionCard *self,
                                  gboolean ask_for_reason);
void rf_question_card_show_note (RfQuestionCard *self);
void rf_question_card_bind_more (GtkWidgetClass *klass);
void rf_question_card_init_more (RfQuestionCard *self);
void rf_question_card_show_more (RfQuestionCard *self);

G_END_DECLS
