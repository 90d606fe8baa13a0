// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-section-pane.h"

#include "rf-question-card.h"
#include "rf-result-card.h"

#include <adwaita.h>

/* how many cards a window of usual height shows at most */
#define CARDS_IN_SIGHT 2

struct _RfSectionPane
{
  GtkWidget parent_instance;

  /* template children */
  AdwHeaderBar *header_bar;
  AdwWindowTitle *title;
  GtkWidget *back_button;
  GtkScrolledWindow *scrolled_window;
  GtkLabel *description_label;
  GtkBox *cards_box;
  GtkRevealer *result_revealer;
  RfResultCard *result_card;

  RfOpenAssessment *assessment; /* owned, nullable */
  RfSectionItem *section;       /* owned, nullable */
  guint n_cards;
  guint more_cards; /* the source that adds them, 0 when all are there */
};

G_DEFINE_FINAL_TYPE (RfSectionPane, rf_section_pane, GTK_TYPE_WIDGET)

static void
answered_cb (RfSectionPane *self,
             RfAnswer *answer,
             RfQuestionCard *card)
{
  /* the focus may leave a card only when the card is gone already; then its answer was given before */
  if (self->assessment)
    rf_open_assessment_put_answer (self->assessment, rf_question_card_get_item (card), answer);
}

static GtkWidget *
new_card (RfSectionPane *self,
          guint position)
{
  GListModel *questions = G_LIST_MODEL (rf_section_item_get_questions (self->section));
  g_autoptr (RfQuestionItem) item = g_list_model_get_item (questions, position);
  GtkWidget *card = rf_question_card_new (item);

  g_signal_connect_object (card, "answered", G_CALLBACK (answered_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static GtkWidget *
get_card (RfSectionPane *self,
          guint position)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards_box));

  while (card && position-- > 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static void
insert_cards (RfSectionPane *self,
              guint position,
              guint n)
{
  GtkWidget *before = position > 0 ? get_card (self, position - 1) : NULL;

  for (guint i = 0; i < n; i++)
    {
      GtkWidget *card = new_card (self, position + i);

      gtk_box_insert_child_after (self->cards_box, card, before);
      before = card;
    }
  self->n_cards += n;
}

/*
 * The cards are always those of the first questions: the ones in sight at once, the others one by one while there is
 * nothing else to do. Only the cards that come or go are touched: the one being answered keeps its focus and place.
 */
static void
questions_changed_cb (RfSectionPane *self,
                      guint position,
                      guint removed,
                      guint added)
{
  if (self->more_cards && position >= self->n_cards)
    return;
  removed = MIN (removed, self->n_cards - position);
  for (guint i = 0; i < removed; i++)
    gtk_box_remove (self->cards_box, get_card (self, position));
  self->n_cards -= removed;
  insert_cards (self, position, added);
}

static gboolean
add_card_cb (gpointer user_data)
{
  RfSectionPane *self = user_data;

  if (self->n_cards == g_list_model_get_n_items (G_LIST_MODEL (rf_section_item_get_questions (self->section))))
    {
      self->more_cards = 0;
      return G_SOURCE_REMOVE;
    }
  insert_cards (self, self->n_cards, 1);
  return G_SOURCE_CONTINUE;
}

static void
remove_cards (RfSectionPane *self)
{
  GtkWidget *card;

  while ((card = gtk_widget_get_first_child (GTK_WIDGET (self->cards_box))))
    gtk_box_remove (self->cards_box, card);
  self->n_cards = 0;
}

static void
assessment_changed_cb (RfSectionPane *self)
{
  const RfSection *section = rf_section_item_get_section (self->section);
  const RfScore *score = rf_open_assessment_get_score (self->assessment);
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);

  rf_result_card_show (self->result_card, section->side, &score->sides[section->side], &questionnaire->bands);
}

static void
let_go (RfSectionPane *self)
{
  g_clear_handle_id (&self->more_cards, g_source_remove);
  if (self->section)
    g_signal_handlers_disconnect_by_data (rf_section_item_get_questions (self->section), self);
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->section);
  g_clear_object (&self->assessment);
}

static GtkWidget *
get_focused_card (RfSectionPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus ? gtk_widget_get_ancestor (focus, RF_TYPE_QUESTION_CARD) : NULL;
}

static gboolean
move_focus (RfSectionPane *self,
            gboolean forward)
{
  GtkWidget *card = get_focused_card (self);
  GtkWidget *target;

  if (card == NULL)
    target = gtk_widget_get_first_child (GTK_WIDGET (self->cards_box));
  else
    target = forward ? gtk_widget_get_next_sibling (card) : gtk_widget_get_prev_sibling (card);
  if (target)
    rf_question_card_focus_answer (RF_QUESTION_CARD (target));
  else if (forward)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.next-section", NULL);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.previous-section", NULL);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                gpointer user_data)
{
  RfSectionPane *self = RF_SECTION_PANE (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_n:
      return move_focus (self, TRUE);
    case GDK_KEY_p:
      return move_focus (self, FALSE);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
rf_section_pane_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (RF_SECTION_PANE (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_section_pane_parent_class)->dispose (object);
}

static void
rf_section_pane_class_init (RfSectionPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_section_pane_dispose;
  g_type_ensure (RF_TYPE_RESULT_CARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-section-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, header_bar);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, title);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, back_button);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, description_label);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, cards_box);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, result_revealer);
  gtk_widget_class_bind_template_child (widget_class, RfSectionPane, result_card);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
rf_section_pane_init (RfSectionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_section_pane_show:
 * @section: a section of @assessment
 *
 * Shows the questions of a section from the top.
 */
void
rf_section_pane_show (RfSectionPane *self,
                      RfOpenAssessment *assessment,
                      RfSectionItem *item)
{
  const RfSection *section = rf_section_item_get_section (item);
  GListModel *questions = G_LIST_MODEL (rf_section_item_get_questions (item));

  if (self->section == item)
    return;
  rf_section_pane_finish_typing (self);
  let_go (self);
  remove_cards (self);
  rf_result_card_clear (self->result_card);
  self->assessment = g_object_ref (assessment);
  self->section = g_object_ref (item);
  adw_window_title_set_title (self->title, section->title);
  gtk_label_set_label (self->description_label, section->description ? section->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), section->description != NULL);
  insert_cards (self, 0, MIN (g_list_model_get_n_items (questions), CARDS_IN_SIGHT));
  self->more_cards = g_idle_add_full (G_PRIORITY_LOW, add_card_cb, self, NULL);
  g_signal_connect_object (questions, "items-changed", G_CALLBACK (questions_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (assessment_changed_cb), self, G_CONNECT_SWAPPED);
  assessment_changed_cb (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled_window), 0);
}

/**
 * rf_section_pane_finish_typing:
 *
 * Stores what was typed and not yet given. For before the questions go.
 */
void
rf_section_pane_finish_typing (RfSectionPane *self)
{
  GtkWidget *card = self->section ? gtk_widget_get_first_child (GTK_WIDGET (self->cards_box)) : NULL;

  for (; card; card = gtk_widget_get_next_sibling (card))
    rf_question_card_finish_typing (RF_QUESTION_CARD (card));
}

/**
 * rf_section_pane_set_folded:
 * @folded: whether it is alone in the window: then it brings a way back, and the result with it
 */
void
rf_section_pane_set_folded (RfSectionPane *self,
                            gboolean folded)
{
  gtk_widget_set_visible (self->back_button, folded);
  gtk_revealer_set_reveal_child (self->result_revealer, folded);
  adw_header_bar_set_show_start_title_buttons (self->header_bar, folded);
}

/**
 * rf_section_pane_focus_first:
 *
 * Puts the keyboard focus on the first question's answer.
 */
void
rf_section_pane_focus_first (RfSectionPane *self)
{
  GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards_box));

  if (card)
    rf_question_card_focus_answer (RF_QUESTION_CARD (card));
}

static guint
find_question (RfSectionPane *self,
               const char *question)
{
  GListModel *questions = G_LIST_MODEL (rf_section_item_get_questions (self->section));
  guint n = g_list_model_get_n_items (questions);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RfQuestionItem) item = g_list_model_get_item (questions, i);

      if (g_str_equal (rf_question_item_get_question (item)->id, question))
        return i;
    }
  return GTK_INVALID_LIST_POSITION;
}

/**
 * rf_section_pane_focus_question:
 * @question: a question's id
 *
 * Puts the keyboard focus on the answer of a question of the section that is shown, and brings it into sight.
 *
 * Returns: whether the question is there; one that does not apply is not
 */
gboolean
rf_section_pane_focus_question (RfSectionPane *self,
                                const char *question)
{
  guint position = self->section ? find_question (self, question) : GTK_INVALID_LIST_POSITION;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (position >= self->n_cards)
    insert_cards (self, self->n_cards, position + 1 - self->n_cards);
  rf_question_card_focus_answer (RF_QUESTION_CARD (get_card (self, position)));
  return TRUE;
}
