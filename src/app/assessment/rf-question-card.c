// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-card.h"

#include "rf-question-card-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RfQuestionCard, rf_question_card, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  UNFOLDED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_choice (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;
}

static const char *
get_saved_words (RfQuestionItem *item)
{
  switch (rf_question_item_get_save_state (item))
    {
    case RF_SAVE_PENDING:
      return _ ("Saving…");
    case RF_SAVE_DONE:
      return _ ("Saved");
    case RF_SAVE_FAILED:
      return _ ("Not saved");
    case RF_SAVE_NONE:
    default:
      return rf_question_item_get_may_apply (item) ? _ ("May apply") : "";
    }
}

static void
show_choices (RfQuestionCard *self)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);
  const RfAnswer *answer = rf_question_item_get_answer (self->item);

  self->showing = TRUE;
  for (guint i = 0; i < self->option_buttons->len; i++)
    gtk_check_button_set_active (g_ptr_array_index (self->option_buttons, i),
                                 answer->choices && g_strv_contains ((const char *const *) answer->choices, question->options[i].id));
  self->showing = FALSE;
}

static void
show_value (RfQuestionCard *self)
{
  const char *value = rf_question_item_get_answer (self->item)->value;

  if (!rf_question_card_take_shown (&self->shown_value, gtk_editable_get_text (self->value_entry), value, rf_question_card_is_edited (self->value_entry)))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (self->value_entry, value ? value : "");
  self->showing = FALSE;
}

static gboolean
is_asking_for_reason (RfQuestionCard *self)
{
  return gtk_widget_get_visible (self->reason_box) && rf_question_card_is_edited (self->reason_entry);
}

static void
item_changed_cb (RfQuestionCard *self)
{
  const char *problem = rf_question_item_get_problem (self->item);

  gtk_label_set_label (self->saved_label, get_saved_words (self->item));
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  /* What could not be saved stays on screen as it was given. */
  if (rf_question_item_get_save_state (self->item) == RF_SAVE_FAILED)
    return;
  if (is_choice (rf_question_item_get_question (self->item)))
    show_choices (self);
  else
    show_value (self);
  rf_question_card_show_state (self, is_asking_for_reason (self));
  if (self->note_view)
    rf_question_card_show_note (self);
  rf_question_card_show_more (self);
}

static GtkWidget *
new_option_button (RfQuestionCard *self,
                   const RfOption *option,
                   guint index)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (option->label);

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, option->help);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  if (rf_question_item_get_question (self->item)->kind == RF_QUESTION_SINGLE_CHOICE && index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->option_buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (rf_question_card_option_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
build_options (RfQuestionCard *self)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);

  for (guint i = 0; i < question->n_options; i++)
    {
      GtkWidget *button = new_option_button (self, &question->options[i], i);

      g_ptr_array_add (self->option_buttons, button);
      gtk_box_append (self->options_box, button);
    }
}

static const char *
get_value_hint (const RfQuestion *question)
{
  switch (question->kind)
    {
    case RF_QUESTION_NUMBER:
      return _ ("A number");
    case RF_QUESTION_DATE:
      return _ ("A date, as in 2026-11-30");
    case RF_QUESTION_TEXT:
    case RF_QUESTION_SINGLE_CHOICE:
    case RF_QUESTION_MULTIPLE_CHOICE:
    default:
      return _ ("In your own words");
    }
}

static void
build_value (RfQuestionCard *self)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);

  gtk_widget_set_visible (self->value_box, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value_entry), get_value_hint (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question->prompt, -1);
  gtk_label_set_label (self->unit_label, question->unit ? question->unit : "");
}

/* What the question is called beside its number: how much depends on it, and that it is in another language. */
static char *
describe (RfQuestionItem *item)
{
  const RfQuestion *question = rf_question_item_get_question (item);
  const char *criticality = question->criticality != RF_CRITICALITY_NONE ? rf_criticality_get_label (question->criticality) : "";

  if (g_str_equal (question->language, rf_question_item_get_questionnaire (item)->language))
    return g_strdup (criticality);
  return *criticality ? g_strdup_printf (C_ ("criticality of a question", "%s · Not translated"), criticality) : g_strdup (_ ("Not translated"));
}

static void
build (RfQuestionCard *self)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);
  const char *note = rf_question_item_get_answer (self->item)->note;
  g_autofree char *description = describe (self->item);

  gtk_label_set_label (self->number_label, question->number);
  gtk_label_set_label (self->criticality_label, description);
  gtk_label_set_label (self->prompt_label, question->prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, question->prompt, -1);
  gtk_widget_set_visible (self->why_expander, question->why != NULL);
  gtk_label_set_label (self->why_label, question->why ? question->why : "");
  if (is_choice (question))
    build_options (self);
  else
    build_value (self);
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->note_button, note != NULL);
  self->showing = FALSE;
}

static gboolean
rf_question_card_grab_focus (GtkWidget *widget)
{
  rf_question_card_focus_answer (RF_QUESTION_CARD (widget));
  return TRUE;
}

static void
rf_question_card_dispose (GObject *object)
{
  RfQuestionCard *self = RF_QUESTION_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->item);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->shown_value, g_free);
  g_clear_pointer (&self->shown_reason, g_free);
  g_clear_pointer (&self->shown_note, g_free);
  g_clear_pointer (&self->option_buttons, g_ptr_array_unref);
  G_OBJECT_CLASS (rf_question_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/ringfence/Ringfence/rf-question-card.ui");
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, number_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, criticality_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, saved_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, prompt_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, why_expander);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, why_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, options_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, value_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, value_entry);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, unit_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, unknown_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, refused_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, not_applicable_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, clear_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, note_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, reason_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, reason_entry);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, note_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, problem_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, inherited_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, inherited_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, confirm_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, details_button);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, summary_box);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, expired_image);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, summary_label);
  gtk_widget_class_bind_template_child (klass, RfQuestionCard, details_box);
}

/**
 * rf_question_card_emit_answered:
 *
 * Says that a person has given an answer.
 */
void
rf_question_card_emit_answered (RfQuestionCard *self,
                                RfAnswer *answer)
{
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

static void
rf_question_card_class_init (RfQuestionCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_question_card_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = rf_question_card_grab_focus;

  /**
   * RfQuestionCard::answered:
   * @answer: (type gpointer): an #RfAnswer, valid during the emission
   *
   * A person has given, changed or taken back the answer.
   */
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  /**
   * RfQuestionCard::unfolded:
   *
   * There is more to see of the card than before.
   */
  signals[UNFOLDED] = g_signal_new ("unfolded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  bind_template (GTK_WIDGET_CLASS (klass));
  rf_question_card_bind_answering (GTK_WIDGET_CLASS (klass));
  rf_question_card_bind_more (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rf_question_card_init (RfQuestionCard *self)
{
  self->option_buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  rf_question_card_init_more (self);
}

/**
 * rf_question_card_new:
 *
 * Makes a card that shows a question and its answer and follows the item.
 */
GtkWidget *
rf_question_card_new (RfQuestionItem *item)
{
  RfQuestionCard *self = g_object_new (RF_TYPE_QUESTION_CARD, NULL);

  self->item = g_object_ref (item);
  build (self);
  item_changed_cb (self);
  g_signal_connect_object (item, "changed", G_CALLBACK (item_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

RfQuestionItem *
rf_question_card_get_item (RfQuestionCard *self)
{
  return self->item;
}

/**
 * rf_question_card_focus_answer:
 *
 * Puts the keyboard focus where the answer is given: on the chosen option, else on the first.
 */
void
rf_question_card_focus_answer (RfQuestionCard *self)
{
  GtkWidget *target = GTK_WIDGET (self->value_entry);

  if (self->option_buttons->len > 0)
    target = g_ptr_array_index (self->option_buttons, 0);
  for (guint i = 0; i < self->option_buttons->len; i++)
    if (rf_question_card_is_chosen (self, i))
      target = g_ptr_array_index (self->option_buttons, i);
  /* what cannot be answered can be looked at */
  gtk_widget_grab_focus (self->locked ? GTK_WIDGET (self->details_button) : target);
}
