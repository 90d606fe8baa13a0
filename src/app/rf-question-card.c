// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-card.h"

#include <glib/gi18n.h>

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
  GtkLabel *problem_label;

  RfQuestionItem *item;      /* owned */
  GPtrArray *option_buttons; /* owned array of borrowed GtkCheckButton */
  GtkTextView *note_view;    /* borrowed from note_box, made when a note is first shown */

  /* while the card shows what the item says, nothing that moves is an answer */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RfQuestionCard, rf_question_card, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const RfQuestion *
get_question (RfQuestionCard *self)
{
  return rf_question_item_get_question (self->item);
}

static gboolean
is_choice (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;
}

static gboolean
has_failed (RfQuestionCard *self)
{
  return rf_question_item_get_save_state (self->item) == RF_SAVE_FAILED;
}

static void
put_forward (RfQuestionCard *self,
             RfAnswer *answer)
{
  /* what could not be saved may be given once more */
  if (rf_answer_equal (answer, rf_question_item_get_answer (self->item)) && !has_failed (self))
    return;
  g_signal_emit (self, signals[ANSWERED], 0, answer);
}

/* Keeps note and evidence, drops what belonged to the state before. */
static RfAnswer *
new_answer_in_state (RfQuestionCard *self,
                     RfAnswerState state)
{
  RfAnswer *answer = rf_question_item_dup_answer (self->item);

  answer->state = state;
  g_clear_pointer (&answer->choices, g_strfreev);
  g_clear_pointer (&answer->value, g_free);
  g_clear_pointer (&answer->reason, g_free);
  g_clear_pointer (&answer->override_reason, g_free);
  answer->override_risk = -1;
  return answer;
}

static void
put_state_forward (RfQuestionCard *self,
                   RfAnswerState state)
{
  g_autoptr (RfAnswer) answer = new_answer_in_state (self, state);

  put_forward (self, answer);
}

static gboolean
is_chosen (RfQuestionCard *self,
           guint option)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->option_buttons, option));
}

/* "None of these" stands alone: choosing it lets the others go, and choosing another lets it go. */
static void
settle_exclusive_options (RfQuestionCard *self,
                          guint toggled)
{
  const RfQuestion *question = get_question (self);

  if (question->kind != RF_QUESTION_MULTIPLE_CHOICE || !is_chosen (self, toggled))
    return;
  self->showing = TRUE;
  for (guint i = 0; i < question->n_options; i++)
    if (i != toggled && (question->options[toggled].exclusive || question->options[i].exclusive))
      gtk_check_button_set_active (g_ptr_array_index (self->option_buttons, i), FALSE);
  self->showing = FALSE;
}

static void
put_choices_forward (RfQuestionCard *self)
{
  const RfQuestion *question = get_question (self);
  g_autoptr (RfAnswer) answer = new_answer_in_state (self, RF_ANSWER_ANSWERED);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < question->n_options; i++)
    if (is_chosen (self, i))
      {
        g_strv_builder_add (chosen, question->options[i].id);
        any = TRUE;
      }
  if (any)
    answer->choices = g_strv_builder_end (chosen);
  else
    answer->state = RF_ANSWER_UNANSWERED;
  put_forward (self, answer);
}

static void
option_toggled_cb (RfQuestionCard *self,
                   GtkCheckButton *button)
{
  guint index;

  if (self->showing)
    return;
  /* in a radio group the button let go says so too */
  if (get_question (self)->kind == RF_QUESTION_SINGLE_CHOICE && !gtk_check_button_get_active (button))
    return;
  if (g_ptr_array_find (self->option_buttons, button, &index))
    settle_exclusive_options (self, index);
  put_choices_forward (self);
}

static void
value_entry_leave_cb (RfQuestionCard *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (self->value_entry)));
  const RfAnswer *shown = rf_question_item_get_answer (self->item);

  if (self->showing)
    return;
  if (g_strcmp0 (text, shown->value ? shown->value : "") == 0)
    {
      g_autoptr (RfAnswer) same = rf_question_item_dup_answer (self->item);

      put_forward (self, same);
      return;
    }
  if (*text)
    {
      g_autoptr (RfAnswer) answer = new_answer_in_state (self, RF_ANSWER_ANSWERED);

      answer->value = g_steal_pointer (&text);
      put_forward (self, answer);
    }
  else
    put_state_forward (self, RF_ANSWER_UNANSWERED);
}

/* Out of the entry, so that the keys for answering work again. */
static void
value_entry_activate_cb (RfQuestionCard *self)
{
  value_entry_leave_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->unknown_button));
}

static gboolean
is_being_edited (GtkEditable *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static void
show_state (RfQuestionCard *self,
            gboolean ask_for_reason)
{
  const RfAnswer *answer = rf_question_item_get_answer (self->item);
  gboolean not_applicable = answer->state == RF_ANSWER_NOT_APPLICABLE;

  self->showing = TRUE;
  gtk_toggle_button_set_active (self->unknown_button, answer->state == RF_ANSWER_UNKNOWN);
  gtk_toggle_button_set_active (self->refused_button, answer->state == RF_ANSWER_REFUSED);
  gtk_toggle_button_set_active (self->not_applicable_button, not_applicable || ask_for_reason);
  gtk_widget_set_sensitive (self->clear_button, answer->state != RF_ANSWER_UNANSWERED);
  gtk_widget_set_visible (self->reason_box, not_applicable || ask_for_reason);
  if (not_applicable && !is_being_edited (self->reason_entry))
    gtk_editable_set_text (self->reason_entry, answer->reason ? answer->reason : "");
  /* a reason that is out of sight must not be given when the focus leaves it */
  if (!not_applicable && !ask_for_reason)
    gtk_editable_set_text (self->reason_entry, "");
  self->showing = FALSE;
}

static void
unknown_clicked_cb (RfQuestionCard *self)
{
  put_state_forward (self, RF_ANSWER_UNKNOWN);
  show_state (self, FALSE);
}

static void
refused_clicked_cb (RfQuestionCard *self)
{
  put_state_forward (self, RF_ANSWER_REFUSED);
  show_state (self, FALSE);
}

static void
not_applicable_clicked_cb (RfQuestionCard *self)
{
  gboolean asked = gtk_widget_get_visible (self->reason_box);

  /* Nothing is set aside without a reason: the click only asks for it. */
  show_state (self, !asked);
  if (gtk_widget_get_visible (self->reason_box))
    gtk_widget_grab_focus (GTK_WIDGET (self->reason_entry));
}

static void
reason_entry_leave_cb (RfQuestionCard *self)
{
  g_autofree char *reason = g_strstrip (g_strdup (gtk_editable_get_text (self->reason_entry)));

  if (self->showing || *reason == '\0')
    return;
  {
    g_autoptr (RfAnswer) answer = new_answer_in_state (self, RF_ANSWER_NOT_APPLICABLE);

    answer->reason = g_steal_pointer (&reason);
    put_forward (self, answer);
  }
}

static void
reason_entry_activate_cb (RfQuestionCard *self)
{
  reason_entry_leave_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->not_applicable_button));
}

static void
clear_clicked_cb (RfQuestionCard *self)
{
  put_state_forward (self, RF_ANSWER_UNANSWERED);
}

static void
note_leave_cb (RfQuestionCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  g_autoptr (RfAnswer) answer = rf_question_item_dup_answer (self->item);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  g_free (answer->note);
  answer->note = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  if (*answer->note == '\0')
    g_clear_pointer (&answer->note, g_free);
  put_forward (self, answer);
}

static void
show_note (RfQuestionCard *self)
{
  const char *note = rf_question_item_get_answer (self->item)->note;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);

  /* what a person is typing is newer than what is saved */
  if (gtk_widget_has_focus (GTK_WIDGET (self->note_view)))
    return;
  gtk_text_buffer_set_text (buffer, note ? note : "", -1);
}

/* Text views are heavy and most questions have no note. */
static void
ensure_note_view (RfQuestionCard *self)
{
  GtkWidget *frame, *view;
  GtkEventController *focus;

  if (self->note_view)
    return;
  view = gtk_text_view_new ();
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "note");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Note"), -1);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (note_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, focus);
  frame = gtk_frame_new (NULL);
  gtk_frame_set_child (GTK_FRAME (frame), view);
  gtk_box_append (self->note_box, frame);
  self->note_view = GTK_TEXT_VIEW (view);
}

static void
note_toggled_cb (RfQuestionCard *self)
{
  gboolean wanted = gtk_toggle_button_get_active (self->note_button);

  if (wanted)
    {
      ensure_note_view (self);
      show_note (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->note_box), wanted);
  if (wanted && !self->showing)
    gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
}

static gboolean
choose_by_digit (RfQuestionCard *self,
                 guint key)
{
  guint index = key >= GDK_KEY_KP_1 ? key - GDK_KEY_KP_1 : key - GDK_KEY_1;
  GtkCheckButton *button;

  if (index >= self->option_buttons->len)
    return GDK_EVENT_PROPAGATE;
  button = g_ptr_array_index (self->option_buttons, index);
  gtk_widget_grab_focus (GTK_WIDGET (button));
  gtk_check_button_set_active (button,
                               get_question (self)->kind == RF_QUESTION_SINGLE_CHOICE ||
                                 !gtk_check_button_get_active (button));
  /* the option that is chosen already toggles nothing, but may be what could not be saved */
  if (has_failed (self))
    put_choices_forward (self);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                gpointer user_data)
{
  RfQuestionCard *self = RF_QUESTION_CARD (gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller)));

  if (modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK))
    return GDK_EVENT_PROPAGATE;
  if ((key >= GDK_KEY_1 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_1 && key <= GDK_KEY_KP_9))
    return choose_by_digit (self, key);
  switch (gdk_keyval_to_lower (key))
    {
    case GDK_KEY_u:
      unknown_clicked_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_r:
      refused_clicked_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_a:
      not_applicable_clicked_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_c:
      clear_clicked_cb (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_t:
      gtk_toggle_button_set_active (self->note_button, TRUE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
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
  const RfQuestion *question = get_question (self);
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
  const RfAnswer *answer = rf_question_item_get_answer (self->item);

  if (is_being_edited (self->value_entry))
    return;
  self->showing = TRUE;
  gtk_editable_set_text (self->value_entry, answer->value ? answer->value : "");
  self->showing = FALSE;
}

static gboolean
is_asking_for_reason (RfQuestionCard *self)
{
  return gtk_widget_get_visible (self->reason_box) && is_being_edited (self->reason_entry);
}

static void
item_changed_cb (RfQuestionCard *self)
{
  const char *problem = rf_question_item_get_problem (self->item);

  gtk_label_set_label (self->saved_label, get_saved_words (self->item));
  gtk_label_set_label (self->problem_label, problem ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
  /* What could not be saved stays on screen as it was given. */
  if (has_failed (self))
    return;
  if (is_choice (get_question (self)))
    show_choices (self);
  else
    show_value (self);
  show_state (self, is_asking_for_reason (self));
  if (self->note_view)
    show_note (self);
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
  if (get_question (self)->kind == RF_QUESTION_SINGLE_CHOICE && index > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), g_ptr_array_index (self->option_buttons, 0));
  g_signal_connect_object (button, "toggled", G_CALLBACK (option_toggled_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static void
build_options (RfQuestionCard *self)
{
  const RfQuestion *question = get_question (self);

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
  const RfQuestion *question = get_question (self);

  gtk_widget_set_visible (self->value_box, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->value_entry), get_value_hint (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->value_entry), GTK_ACCESSIBLE_PROPERTY_LABEL, question->prompt, -1);
  gtk_label_set_label (self->unit_label, question->unit ? question->unit : "");
}

static void
build (RfQuestionCard *self)
{
  const RfQuestion *question = get_question (self);
  const char *note = rf_question_item_get_answer (self->item)->note;

  gtk_label_set_label (self->number_label, question->number);
  if (question->criticality != RF_CRITICALITY_NONE)
    gtk_label_set_label (self->criticality_label, rf_criticality_get_label (question->criticality));
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
  gtk_widget_class_bind_template_callback (klass, value_entry_activate_cb);
  gtk_widget_class_bind_template_callback (klass, value_entry_leave_cb);
  gtk_widget_class_bind_template_callback (klass, reason_entry_leave_cb);
  gtk_widget_class_bind_template_callback (klass, unknown_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, refused_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, not_applicable_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (klass, note_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, reason_entry_activate_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
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

  bind_template (GTK_WIDGET_CLASS (klass));
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
rf_question_card_init (RfQuestionCard *self)
{
  self->option_buttons = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
    if (is_chosen (self, i))
      target = g_ptr_array_index (self->option_buttons, i);
  gtk_widget_grab_focus (target);
}

/**
 * rf_question_card_finish_typing:
 *
 * Puts forward what was typed and not yet given, as when the focus leaves: the card is about to go.
 */
void
rf_question_card_finish_typing (RfQuestionCard *self)
{
  if (!is_choice (get_question (self)))
    value_entry_leave_cb (self);
  if (gtk_widget_get_visible (self->reason_box))
    reason_entry_activate_cb (self);
  if (self->note_view)
    note_leave_cb (self);
}
