// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which questions have cards: those near what is in sight. */

#include "config.h"

#include "rf-question-list-private.h"

/* up to here there is a card for each question; beyond, only for those near what is in sight */
#define CARDS_KEPT 100
#define CARDS_RECYCLED 40
/* how far from what is in sight there are cards, in pixels */
#define MARGIN 1600

guint
rf_question_list_get_n_questions (RfQuestionList *self)
{
  return self->questions ? g_list_model_get_n_items (self->questions) : 0;
}

guint
rf_question_list_get_end (RfQuestionList *self)
{
  return self->first + self->cards->len;
}

static guint
get_most_cards (RfQuestionList *self)
{
  return rf_question_list_get_n_questions (self) > CARDS_KEPT ? CARDS_RECYCLED : CARDS_KEPT;
}

GtkWidget *
rf_question_list_get_card (RfQuestionList *self,
                           guint index)
{
  return g_ptr_array_index (self->cards, index);
}

int
rf_question_list_measure_card (RfQuestionList *self,
                               guint index,
                               int width)
{
  int height;

  gtk_widget_measure (rf_question_list_get_card (self, index), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height + RF_CARD_SPACING;
}

int
rf_question_list_measure_cards (RfQuestionList *self,
                                guint n,
                                int width)
{
  int height = 0;

  for (guint i = 0; i < n; i++)
    height += rf_question_list_measure_card (self, i, width);
  return height;
}

/* Before it has a width of its own it is as wide as the window lets it be; a guess does then. */
int
rf_question_list_get_card_width (RfQuestionList *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 ? width : -1;
}

int
rf_question_list_get_height_below (RfQuestionList *self)
{
  return (int) (rf_question_list_get_n_questions (self) - rf_question_list_get_end (self)) * self->average;
}

/* Keeps in sight what is in sight when something above it grew by so many pixels. */
void
rf_question_list_shift (RfQuestionList *self,
                        int pixels)
{
  double value = gtk_adjustment_get_value (self->adjustment) + pixels;
  double end = value + gtk_adjustment_get_page_size (self->adjustment);

  if (pixels == 0)
    return;
  /* the viewport learns of the new height only when it is laid out */
  if (gtk_adjustment_get_upper (self->adjustment) < end)
    gtk_adjustment_set_upper (self->adjustment, end);
  gtk_adjustment_set_value (self->adjustment, value);
}

/* The list's own first pixel that is in sight, or will be as soon as the viewport is laid out. */
int
rf_question_list_get_sight (RfQuestionList *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  double x, y;

  if (viewport && gtk_widget_translate_coordinates (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, &x, &y))
    return (int) (gtk_adjustment_get_value (self->adjustment) - y);
  return 0;
}

static void
answered_cb (RfQuestionList *self,
             RfAnswer *answer,
             RfQuestionCard *card)
{
  g_signal_emit_by_name (self, "answered", rf_question_card_get_item (card), answer);
}

static void
card_focused_cb (GtkEventController *controller,
                 RfQuestionList *self)
{
  guint index;

  if (g_ptr_array_find (self->cards, gtk_event_controller_get_widget (controller), &index))
    self->current = self->first + index;
}

static void
unfolded_cb (RfQuestionList *self,
             RfQuestionCard *card)
{
  self->bring_card = TRUE;
  self->bring_next = TRUE;
  rf_question_list_bring_into_sight (self);
}

/* @index: among the cards, for the question at @first + @index */
void
rf_question_list_insert_card (RfQuestionList *self,
                              guint index)
{
  g_autoptr (RfQuestionItem) item = g_list_model_get_item (self->questions, self->first + index);
  GtkWidget *card = rf_question_card_new (item);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  rf_question_card_set_assessment (RF_QUESTION_CARD (card), self->assessment);
  g_signal_connect_object (focus, "enter", G_CALLBACK (card_focused_cb), self, 0);
  gtk_widget_add_controller (card, focus);
  g_signal_connect_object (card, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "unfolded", G_CALLBACK (unfolded_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_insert_after (card, GTK_WIDGET (self), index > 0 ? rf_question_list_get_card (self, index - 1) : NULL);
  g_ptr_array_insert (self->cards, (int) index, card);
}

static void
remove_card (RfQuestionList *self,
             guint index)
{
  GtkWidget *card = g_ptr_array_steal_index (self->cards, index);

  rf_question_card_finish_typing (RF_QUESTION_CARD (card));
  gtk_widget_unparent (card);
}

void
rf_question_list_remove_all_cards (RfQuestionList *self)
{
  while (self->cards->len > 0)
    remove_card (self, self->cards->len - 1);
}

static void
learn_average (RfQuestionList *self)
{
  int width = rf_question_list_get_card_width (self);
  int average = width > 0 && self->cards->len > 0 ? rf_question_list_measure_cards (self, self->cards->len, width) / (int) self->cards->len : 0;

  if (average == 0 || average == self->average)
    return;
  self->average = average;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
prepend_card (RfQuestionList *self)
{
  int height;

  self->first--;
  rf_question_list_insert_card (self, 0);
  height = rf_question_list_measure_card (self, 0, rf_question_list_get_card_width (self));
  self->above -= height;
  /* what was left for them was too much or too little: now it shows */
  if (self->first == 0 || self->above < 0)
    {
      int right = (int) self->first * self->average;
      int wrong = self->above;

      self->above = right;
      rf_question_list_shift (self, right - wrong);
    }
}

static void
drop_first_card (RfQuestionList *self)
{
  self->above += rf_question_list_measure_card (self, 0, rf_question_list_get_card_width (self));
  remove_card (self, 0);
  self->first++;
}

/* Makes cards anew for the questions around one. */
void
rf_question_list_turn_to (RfQuestionList *self,
                          guint position)
{
  guint before = MIN (position, RF_CARDS_IN_SIGHT);

  rf_question_list_remove_all_cards (self);
  self->first = position - before;
  self->above = (int) self->first * self->average;
  for (guint i = 0; i < 2 * RF_CARDS_IN_SIGHT + 1 && self->first + i < rf_question_list_get_n_questions (self); i++)
    rf_question_list_insert_card (self, i);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Scrolled in one go to where there are no cards at all. */
static gboolean
turn_to_sight (RfQuestionList *self,
               int sight,
               int end)
{
  int page = (int) gtk_adjustment_get_page_size (self->adjustment);
  guint position;

  if (rf_question_list_get_n_questions (self) == 0 || (sight + page >= self->above && sight <= end))
    return FALSE;
  if (sight > end)
    position = rf_question_list_get_end (self) + (guint) (sight - end) / (guint) self->average;
  else
    position = (guint) (MAX (sight, 0) * (gint64) self->first / self->above);
  rf_question_list_turn_to (self, MIN (position, rf_question_list_get_n_questions (self) - 1));
  /* the card asked for begins where the sight does */
  self->above = MAX (0, sight - rf_question_list_measure_cards (self, MIN (position, RF_CARDS_IN_SIGHT), rf_question_list_get_card_width (self)));
  if (self->first == 0)
    self->above = 0;
  return TRUE;
}

/* Adds or drops one card where the cards end too near or too far from what is in sight. */
static gboolean
follow_sight (RfQuestionList *self)
{
  int width = rf_question_list_get_card_width (self);
  int sight = rf_question_list_get_sight (self);
  int end = self->above + rf_question_list_measure_cards (self, self->cards->len, width);
  int bottom = sight + (int) gtk_adjustment_get_page_size (self->adjustment);

  if (turn_to_sight (self, sight, end))
    return TRUE;
  if (self->first > 0 && self->above > sight - MARGIN)
    prepend_card (self);
  else if (rf_question_list_get_end (self) < rf_question_list_get_n_questions (self) && (end < bottom + MARGIN || get_most_cards (self) == CARDS_KEPT))
    rf_question_list_insert_card (self, self->cards->len);
  else if (self->cards->len > get_most_cards (self) && bottom + 2 * MARGIN < end)
    remove_card (self, self->cards->len - 1);
  else if (self->cards->len > get_most_cards (self) && self->above < sight - 2 * MARGIN)
    drop_first_card (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
more_cards_cb (gpointer user_data)
{
  RfQuestionList *self = user_data;

  /* one at a time, so that keys and the wheel never wait for more than one card */
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0 && follow_sight (self))
    return G_SOURCE_CONTINUE;
  learn_average (self);
  self->more_cards = 0;
  return G_SOURCE_REMOVE;
}

void
rf_question_list_want_cards (RfQuestionList *self)
{
  if (self->more_cards == 0 && self->questions)
    self->more_cards = g_idle_add_full (G_PRIORITY_LOW, more_cards_cb, self, NULL);
}

/* Only the cards that come or go are touched: the one being answered keeps its focus and its place. */
static void
replace_cards (RfQuestionList *self,
               guint index,
               guint removed,
               guint added)
{
  int width = rf_question_list_get_card_width (self);
  int before = rf_question_list_measure_cards (self, self->cards->len, width);
  gboolean out_of_sight = width > 0 && index < self->cards->len && self->above + rf_question_list_measure_cards (self, index, width) < rf_question_list_get_sight (self);

  for (guint i = 0; i < removed; i++)
    remove_card (self, index);
  for (guint i = 0; i < added; i++)
    rf_question_list_insert_card (self, index + i);
  if (out_of_sight)
    rf_question_list_shift (self, rf_question_list_measure_cards (self, self->cards->len, width) - before);
}

void
rf_question_list_questions_changed (RfQuestionList *self,
                                    guint position,
                                    guint removed,
                                    guint added)
{
  guint end = rf_question_list_get_end (self);

  if (self->current != GTK_INVALID_LIST_POSITION && self->current > position)
    self->current = MAX (position, self->current + added - MIN (removed, self->current));
  /* many at once are another list, and what has no card yet gets one when it comes into sight */
  if (removed > CARDS_RECYCLED || added > CARDS_RECYCLED)
    rf_question_list_turn_to (self, 0);
  else if (position + removed <= self->first && self->first > 0)
    {
      self->first = self->first + added - removed;
      self->above += ((int) added - (int) removed) * self->average;
      rf_question_list_shift (self, ((int) added - (int) removed) * self->average);
    }
  else if (position < self->first)
    rf_question_list_turn_to (self, MIN (position, rf_question_list_get_n_questions (self)));
  else if (position < end || rf_question_list_get_n_questions (self) <= CARDS_KEPT)
    replace_cards (self, MIN (position, end) - self->first, MIN (removed, end - MIN (position, end)), position <= end ? added : 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  rf_question_list_want_cards (self);
}
