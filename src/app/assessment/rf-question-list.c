// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-list.h"

/* how many cards a window of usual height shows at most */
#define CARDS_IN_SIGHT 2
/* up to here there is a card for each question; beyond, only for those near what is in sight */
#define CARDS_KEPT 100
#define CARDS_RECYCLED 40
/* pixels */
#define SPACING 18
#define MARGIN 1600
#define USUAL_HEIGHT 260

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

G_DEFINE_FINAL_TYPE (RfQuestionList, rf_question_list, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static guint
get_n_questions (RfQuestionList *self)
{
  return self->questions ? g_list_model_get_n_items (self->questions) : 0;
}

static guint
get_end (RfQuestionList *self)
{
  return self->first + self->cards->len;
}

static guint
get_most_cards (RfQuestionList *self)
{
  return get_n_questions (self) > CARDS_KEPT ? CARDS_RECYCLED : CARDS_KEPT;
}

static GtkWidget *
get_card (RfQuestionList *self,
          guint index)
{
  return g_ptr_array_index (self->cards, index);
}

static int
measure_card (RfQuestionList *self,
              guint index,
              int width)
{
  int height;

  gtk_widget_measure (get_card (self, index), GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  return height + SPACING;
}

static int
measure_cards (RfQuestionList *self,
               guint n,
               int width)
{
  int height = 0;

  for (guint i = 0; i < n; i++)
    height += measure_card (self, i, width);
  return height;
}

/* Before it has a width of its own it is as wide as the window lets it be; a guess does then. */
static int
get_card_width (RfQuestionList *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  return width > 0 ? width : -1;
}

static int
get_height_below (RfQuestionList *self)
{
  return (int) (get_n_questions (self) - get_end (self)) * self->average;
}

/* Keeps in sight what is in sight when something above it grew by so many pixels. */
static void
shift (RfQuestionList *self,
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
static int
get_sight (RfQuestionList *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  double x, y;

  if (viewport && gtk_widget_translate_coordinates (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)), 0, 0, &x, &y))
    return (int) (gtk_adjustment_get_value (self->adjustment) - y);
  return 0;
}

static void
bring_widget (RfQuestionList *self,
              GtkWidget *widget,
              GtkWidget *content)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, content, &bounds))
    gtk_adjustment_clamp_page (self->adjustment, bounds.origin.y - SPACING, bounds.origin.y + bounds.size.height + SPACING);
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

static void
bring_into_sight_soon (RfQuestionList *self)
{
  if (self->bring == 0)
    self->bring = gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_sight_cb, NULL, NULL);
}

static void
answered_cb (RfQuestionList *self,
             RfAnswer *answer,
             RfQuestionCard *card)
{
  g_signal_emit (self, signals[ANSWERED], 0, rf_question_card_get_item (card), answer);
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
  bring_into_sight_soon (self);
}

/* @index: among the cards, for the question at @first + @index */
static void
insert_card (RfQuestionList *self,
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
  gtk_widget_insert_after (card, GTK_WIDGET (self), index > 0 ? get_card (self, index - 1) : NULL);
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

static void
remove_all_cards (RfQuestionList *self)
{
  while (self->cards->len > 0)
    remove_card (self, self->cards->len - 1);
}

static void
learn_average (RfQuestionList *self)
{
  int width = get_card_width (self);
  int average = width > 0 && self->cards->len > 0 ? measure_cards (self, self->cards->len, width) / (int) self->cards->len : 0;

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
  insert_card (self, 0);
  height = measure_card (self, 0, get_card_width (self));
  self->above -= height;
  /* what was left for them was too much or too little: now it shows */
  if (self->first == 0 || self->above < 0)
    {
      int right = (int) self->first * self->average;
      int wrong = self->above;

      self->above = right;
      shift (self, right - wrong);
    }
}

static void
drop_first_card (RfQuestionList *self)
{
  self->above += measure_card (self, 0, get_card_width (self));
  remove_card (self, 0);
  self->first++;
}

static void
rf_question_list_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rf_question_list_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (bring_into_sight_soon), widget, G_CONNECT_SWAPPED);
}

static void
rf_question_list_unroot (GtkWidget *widget)
{
  RfQuestionList *self = RF_QUESTION_LIST (widget);

  if (self->bring)
    gtk_widget_remove_tick_callback (widget, self->bring);
  self->bring = 0;
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), bring_into_sight_soon, widget);
  GTK_WIDGET_CLASS (rf_question_list_parent_class)->unroot (widget);
}

/* Makes cards anew for the questions around one. */
static void
turn_to (RfQuestionList *self,
         guint position)
{
  guint before = MIN (position, CARDS_IN_SIGHT);

  remove_all_cards (self);
  self->first = position - before;
  self->above = (int) self->first * self->average;
  for (guint i = 0; i < 2 * CARDS_IN_SIGHT + 1 && self->first + i < get_n_questions (self); i++)
    insert_card (self, i);
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

  if (get_n_questions (self) == 0 || (sight + page >= self->above && sight <= end))
    return FALSE;
  if (sight > end)
    position = get_end (self) + (guint) (sight - end) / (guint) self->average;
  else
    position = (guint) (MAX (sight, 0) * (gint64) self->first / self->above);
  turn_to (self, MIN (position, get_n_questions (self) - 1));
  /* the card asked for begins where the sight does */
  self->above = MAX (0, sight - measure_cards (self, MIN (position, CARDS_IN_SIGHT), get_card_width (self)));
  if (self->first == 0)
    self->above = 0;
  return TRUE;
}

/* Adds or drops one card where the cards end too near or too far from what is in sight. */
static gboolean
follow_sight (RfQuestionList *self)
{
  int width = get_card_width (self);
  int sight = get_sight (self);
  int end = self->above + measure_cards (self, self->cards->len, width);
  int bottom = sight + (int) gtk_adjustment_get_page_size (self->adjustment);

  if (turn_to_sight (self, sight, end))
    return TRUE;
  if (self->first > 0 && self->above > sight - MARGIN)
    prepend_card (self);
  else if (get_end (self) < get_n_questions (self) && (end < bottom + MARGIN || get_most_cards (self) == CARDS_KEPT))
    insert_card (self, self->cards->len);
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

static void
want_cards (RfQuestionList *self)
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
  int width = get_card_width (self);
  int before = measure_cards (self, self->cards->len, width);
  gboolean out_of_sight = width > 0 && index < self->cards->len && self->above + measure_cards (self, index, width) < get_sight (self);

  for (guint i = 0; i < removed; i++)
    remove_card (self, index);
  for (guint i = 0; i < added; i++)
    insert_card (self, index + i);
  if (out_of_sight)
    shift (self, measure_cards (self, self->cards->len, width) - before);
}

static void
questions_changed_cb (RfQuestionList *self,
                      guint position,
                      guint removed,
                      guint added)
{
  guint end = get_end (self);

  if (self->current != GTK_INVALID_LIST_POSITION && self->current > position)
    self->current = MAX (position, self->current + added - MIN (removed, self->current));
  /* many at once are another list, and what has no card yet gets one when it comes into sight */
  if (removed > CARDS_RECYCLED || added > CARDS_RECYCLED)
    turn_to (self, 0);
  else if (position + removed <= self->first && self->first > 0)
    {
      self->first = self->first + added - removed;
      self->above += ((int) added - (int) removed) * self->average;
      shift (self, ((int) added - (int) removed) * self->average);
    }
  else if (position < self->first)
    turn_to (self, MIN (position, get_n_questions (self)));
  else if (position < end || get_n_questions (self) <= CARDS_KEPT)
    replace_cards (self, MIN (position, end) - self->first, MIN (removed, end - MIN (position, end)), position <= end ? added : 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  want_cards (self);
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
      *natural = self->above + measure_cards (self, self->cards->len, for_size) + get_height_below (self);
      *natural = *minimum = MAX (0, *natural - SPACING);
      return;
    }
  for (guint i = 0; i < self->cards->len; i++)
    {
      int least, best;

      gtk_widget_measure (get_card (self, i), orientation, for_size, &least, &best, NULL, NULL);
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
      int card_height = measure_card (self, i, width);

      gtk_widget_size_allocate (get_card (self, i), &(GtkAllocation){ 0, y, width, card_height - SPACING }, -1);
      y += card_height;
    }
  want_cards (self);
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
  self->average = USUAL_HEIGHT;
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
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (want_cards), self, G_CONNECT_SWAPPED);
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
  g_signal_connect_object (questions, "items-changed", G_CALLBACK (questions_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < MIN (get_n_questions (self), CARDS_IN_SIGHT); i++)
    insert_card (self, i);
  gtk_adjustment_set_value (self->adjustment, 0);
  want_cards (self);
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
  remove_all_cards (self);
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
  if (position >= get_n_questions (self))
    return FALSE;
  if (position < self->first || position >= get_end (self) + 4 * CARDS_IN_SIGHT)
    {
      turn_to (self, position);
      /* at once, or the cards would follow the old sight back */
      shift (self, self->above + measure_cards (self, position - self->first, get_card_width (self)) - get_sight (self));
    }
  while (position >= get_end (self))
    insert_card (self, self->cards->len);
  rf_question_card_focus_answer (RF_QUESTION_CARD (get_card (self, position - self->first)));
  self->current = position;
  self->bring_card = TRUE;
  bring_into_sight_soon (self);
  want_cards (self);
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
    rf_question_card_finish_typing (RF_QUESTION_CARD (get_card (self, i)));
}
