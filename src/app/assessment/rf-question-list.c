// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-list-private.h"

G_DEFINE_FINAL_TYPE (RfQuestionList, rf_question_list, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
bring_widget (RfQuestionList *self,
              GtkWidget *widget,
              GtkWidget *content)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (self->adjustment, bounds.origin.y - RF_CARD_SPACING, bounds.origin.y + bounds.size.height + RF_CARD_SPACING);
}

/*
 * A viewport scrolls to what has the focus, but at once, when a card that has just been made has no place yet, and to the
 * option only, not to the question that it answers.
 */
static gboolean
bring_into_sight_cb (GtkWidget *widget,
                     GdkFrameClock *clock,
                     gpointer user_data)
{
  RfQuestionList *self = RF_QUESTION_LIST (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GtkWidget *card = focus ? gtk_widget_get_ancestor (focus, RF_TYPE_QUESTION_CARD) : NULL;

  if (self->bring_next)
    {
      self->bring_next = FALSE;
      return G_SOURCE_CONTINUE;
    }
  if (viewport && focus && gtk_widget_is_ancestor (focus, viewport))
    {
      /* to be laid out in this very frame */
      if (gtk_widget_get_height (focus) == 0)
        return G_SOURCE_CONTINUE;
      if (card && self->bring_card)
        bring_widget (self, card, gtk_viewport_get_child (GTK_VIEWPORT (viewport)));
      bring_widget (self, GTK_IS_TEXT (focus) ? gtk_widget_get_parent (focus) : focus, gtk_viewport_get_child (GTK_VIEWPORT (viewport)));
    }
  self->bring = 0;
  self->bring_card = FALSE;
  return G_SOURCE_REMOVE;
}

void
rf_question_list_bring_into_sight (RfQuestionList *self)
{
  if (self->bring == 0)
    self->bring = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_sight_cb, NULL, NULL);
}

static void
rf_question_list_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rf_question_list_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (rf_question_list_bring_into_sight), widget, G_CONNECT_SWAPPED);
}

static void
rf_question_list_unroot (GtkWidget *widget)
{
  RfQuestionList *self = RF_QUESTION_LIST (widget);

  if (self->bring)
    gtk_widget_remove_tick_callback (widget, self->bring);
  self->bring = 0;
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), rf_question_list_bring_into_sight, widget);
  GTK_WIDGET_CLASS (rf_question_list_parent_class)->unroot (widget);
}

static GtkSizeRequestMode
rf_question_list_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
rf_question_list_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  RfQuestionList *self = RF_QUESTION_LIST (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      *natural = self->above + rf_question_list_measure_cards (self, self->cards->len, for_size) + rf_question_list_get_height_below (self);
      *natural = *minimum = MAX (0, *natural - RF_CARD_SPACING);
      return;
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      int least, best;

      gtk_widget_measure (rf_question_list_get_card (self, i), orientation, for_size, &least, &best, NULL, NULL);
      *minimum = MAX (*minimum, least);
      *natural = MAX (*natural, best);
    }
}

static void
rf_question_list_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                int baseline)
{
  RfQuestionList *self = RF_QUESTION_LIST (widget);
  int y = self->above;

  for (guint i = 0; i < self->cards->len; i++)
    {
      int card_height = rf_question_list_measure_card (self, i, width);

      gtk_widget_size_allocate (rf_question_list_get_card (self, i), &(GtkAllocation){ 0, y, width, card_height - RF_CARD_SPACING }, -1);
      y += card_height;
    }
  rf_question_list_want_cards (self);
}

static void
rf_question_list_dispose (GObject *object)
{
  RfQuestionList *self = RF_QUESTION_LIST (object);

  if (self->cards)
    rf_question_list_clear (self);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  if (self->adjustment)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  G_OBJECT_CLASS (rf_question_list_parent_class)->dispose (object);
}

static void
rf_question_list_class_init (RfQuestionListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_question_list_dispose;
  widget_class->root = rf_question_list_root;
  widget_class->unroot = rf_question_list_unroot;
  widget_class->get_request_mode = rf_question_list_get_request_mode;
  widget_class->measure = rf_question_list_measure;
  widget_class->size_allocate = rf_question_list_size_allocate;

  /**
   * RfQuestionList::answered:
   * @item: the #RfQuestionItem
   * @answer: (type gpointer): an #RfAnswer, valid during the emission
   *
   * A person has answered one of the questions.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, RF_TYPE_QUESTION_ITEM, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "questionlist");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rf_question_list_init (RfQuestionList *self)
{
  self->cards = g_ptr_array_new ();
  self->average = RF_CARD_USUAL_HEIGHT;
}

/**
 * rf_question_list_set_adjustment:
 * @adjustment: the vertical one of the viewport that the list is in
 */
void
rf_question_list_set_adjustment (RfQuestionList *self,
                                 GtkAdjustment *adjustment)
{
  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (rf_question_list_want_cards), self, G_CONNECT_SWAPPED);
}

/**
 * rf_question_list_show:
 * @questions: of #RfQuestionItem of @assessment; it is followed
 *
 * Shows questions from the top: what is in sight at once, the rest while there is nothing else to do.
 */
void
rf_question_list_show (RfQuestionList *self,
                       RfOpenAssessment *assessment,
                       GListModel *questions)
{
  rf_question_list_clear (self);
  self->assessment = g_object_ref (assessment);
  self->questions = g_object_ref (questions);
  g_signal_connect_object (questions, "items-changed", G_CALLBACK (rf_question_list_questions_changed), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < MIN (rf_question_list_get_n_questions (self), RF_CARDS_IN_SIGHT); i++)
    rf_question_list_insert_card (self, i);
  gtk_adjustment_set_value (self->adjustment, 0);
  rf_question_list_want_cards (self);
}

/**
 * rf_question_list_clear:
 *
 * Shows nothing any more; what was typed is put forward first.
 */
void
rf_question_list_clear (RfQuestionList *self)
{
  g_clear_handle_id (&self->more_cards, g_source_remove);
  if (self->questions)
    g_signal_handlers_disconnect_by_data (self->questions, self);
  rf_question_list_remove_all_cards (self);
  g_clear_object (&self->questions);
  g_clear_object (&self->assessment);
  self->first = 0;
  self->above = 0;
  self->current = GTK_INVALID_LIST_POSITION;
}

/**
 * rf_question_list_get_n_cards:
 *
 * Returns: how many questions have a card at the moment
 */
guint
rf_question_list_get_n_cards (RfQuestionList *self)
{
  return self->cards->len;
}

/**
 * rf_question_list_get_current:
 *
 * Returns: the position of the question last in hand, %GTK_INVALID_LIST_POSITION where none was
 */
guint
rf_question_list_get_current (RfQuestionList *self)
{
  return self->current;
}

/**
 * rf_question_list_focus:
 * @position: of a question
 *
 * Puts the keyboard focus on a question's answer, and makes its card where it has none.
 *
 * Returns: whether there is such a question
 */
gboolean
rf_question_list_focus (RfQuestionList *self,
                        guint position)
{
  if (position >= rf_question_list_get_n_questions (self))
    return FALSE;
  if (position < self->first || position >= rf_question_list_get_end (self) + 4 * RF_CARDS_IN_SIGHT)
    {
      rf_question_list_turn_to (self, position);
      /* at once, or the cards would follow the old sight back */
      rf_question_list_shift (self, self->above + rf_question_list_measure_cards (self, position - self->first, rf_question_list_get_card_width (self)) - rf_question_list_get_sight (self));
    }
  while (position >= rf_question_list_get_end (self))
    rf_question_list_insert_card (self, self->cards->len);
  rf_question_card_focus_answer (RF_QUESTION_CARD (rf_question_list_get_card (self, position - self->first)));
  self->current = position;
  self->bring_card = TRUE;
  rf_question_list_bring_into_sight (self);
  rf_question_list_want_cards (self);
  return TRUE;
}

/**
 * rf_question_list_finish_typing:
 *
 * Puts forward what was typed and not yet given. For before the questions go.
 */
void
rf_question_list_finish_typing (RfQuestionList *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    rf_question_card_finish_typing (RF_QUESTION_CARD (rf_question_list_get_card (self, i)));
}
