// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a person does with a card, turned into answers. */

#include "config.h"

#include "rf-question-card-private.h"
#include "rf-whole-text.h"

#include <glib/gi18n.h>

static void
put_forward (RfQuestionCard *self,
             RfAnswer *answer)
{
  /* what could not be saved may be given once more */
  if (rf_answer_equal (answer, rf_question_item_get_answer (self->item)) && rf_question_item_get_save_state (self->item) != RF_SAVE_FAILED)
    return;
  rf_question_card_emit_answered (self, answer);
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

gboolean
rf_question_card_is_chosen (RfQuestionCard *self,
                            guint option)
{
  return gtk_check_button_get_active (g_ptr_array_index (self->option_buttons, option));
}

/* "None of these" stands alone: choosing it lets the others go, and choosing another lets it go. */
static void
settle_exclusive_options (RfQuestionCard *self,
                          guint toggled)
{
  const RfQuestion *question = rf_question_item_get_question (self->item);

  if (question->kind != RF_QUESTION_MULTIPLE_CHOICE || !rf_question_card_is_chosen (self, toggled))
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
  const RfQuestion *question = rf_question_item_get_question (self->item);
  g_autoptr (RfAnswer) answer = new_answer_in_state (self, RF_ANSWER_ANSWERED);
  g_autoptr (GStrvBuilder) chosen = g_strv_builder_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < question->n_options; i++)
    if (rf_question_card_is_chosen (self, i))
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

void
rf_question_card_option_toggled_cb (RfQuestionCard *self,
                                    GtkCheckButton *button)
{
  guint index;

  if (self->showing)
    return;
  /* in a radio group the button let go says so too */
  if (rf_question_item_get_question (self->item)->kind == RF_QUESTION_SINGLE_CHOICE && !gtk_check_button_get_active (button))
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

gboolean
rf_question_card_is_edited (GtkEditable *entry)
{
  return (gtk_widget_get_state_flags (GTK_WIDGET (entry)) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * rf_question_card_take_shown:
 * @shown: (inout) (nullable): what was shown last
 * @now: what stands there
 * @text: (nullable): what is to be shown
 * @edited: whether a person is there with the keyboard
 *
 * What a person is typing is newer than what is saved, and stays. What they only look at follows, as when it is undone.
 *
 * Returns: whether to show @text, which then is what was shown last
 */
gboolean
rf_question_card_take_shown (char **shown,
                             const char *now,
                             const char *text,
                             gboolean edited)
{
  gboolean typed = g_strcmp0 (now, *shown ? *shown : "") != 0;
  gboolean same = g_strcmp0 (now, text ? text : "") == 0;

  if (edited && typed && !same)
    return FALSE;
  g_free (*shown);
  *shown = g_strdup (text);
  return !same;
}

void
rf_question_card_show_state (RfQuestionCard *self,
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
  if (not_applicable && rf_question_card_take_shown (&self->shown_reason, gtk_editable_get_text (self->reason_entry), answer->reason, rf_question_card_is_edited (self->reason_entry)))
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
  rf_question_card_show_state (self, FALSE);
}

static void
refused_clicked_cb (RfQuestionCard *self)
{
  put_state_forward (self, RF_ANSWER_REFUSED);
  rf_question_card_show_state (self, FALSE);
}

static void
not_applicable_clicked_cb (RfQuestionCard *self)
{
  gboolean asked = gtk_widget_get_visible (self->reason_box);

  /* Nothing is set aside without a reason: the click only asks for it. */
  rf_question_card_show_state (self, !asked);
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

static char *
dup_note (RfQuestionCard *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
note_leave_cb (RfQuestionCard *self)
{
  g_autoptr (RfAnswer) answer = rf_question_item_dup_answer (self->item);

  g_free (answer->note);
  answer->note = dup_note (self);
  if (*answer->note == '\0')
    g_clear_pointer (&answer->note, g_free);
  put_forward (self, answer);
}

void
rf_question_card_show_note (RfQuestionCard *self)
{
  const char *note = rf_question_item_get_answer (self->item)->note;
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->note_view);
  g_autofree char *now = dup_note (self);

  if (rf_question_card_take_shown (&self->shown_note, now, note, gtk_widget_has_focus (GTK_WIDGET (self->note_view))))
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
  gtk_text_view_set_editable (GTK_TEXT_VIEW (view), !self->locked);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (view, "note");
  rf_whole_text_watch (GTK_TEXT_VIEW (view));
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
      rf_question_card_show_note (self);
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
                               rf_question_item_get_question (self->item)->kind == RF_QUESTION_SINGLE_CHOICE ||
                                 !gtk_check_button_get_active (button));
  /* the option that is chosen already toggles nothing, but may be what could not be saved */
  if (rf_question_item_get_save_state (self->item) == RF_SAVE_FAILED)
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
  if (self->locked && key != GDK_KEY_d && key != GDK_KEY_D && key != GDK_KEY_t && key != GDK_KEY_T)
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
    case GDK_KEY_d:
      gtk_toggle_button_set_active (self->details_button, !gtk_toggle_button_get_active (self->details_button));
      return GDK_EVENT_STOP;
    case GDK_KEY_t:
      gtk_toggle_button_set_active (self->note_button, TRUE);
      /* one that was open already toggles nothing, and what is typed must not be taken for answers */
      gtk_widget_grab_focus (GTK_WIDGET (self->note_view));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/**
 * rf_question_card_bind_answering:
 *
 * Binds what answers to the person at the keyboard to the card's template.
 */
void
rf_question_card_bind_answering (GtkWidgetClass *klass)
{
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

/**
 * rf_question_card_finish_typing:
 *
 * Puts forward what was typed and not yet given, as when the focus leaves: the card is about to go.
 */
void
rf_question_card_finish_typing (RfQuestionCard *self)
{
  if (gtk_widget_get_visible (self->value_box))
    value_entry_leave_cb (self);
  if (gtk_widget_get_visible (self->reason_box))
    reason_entry_activate_cb (self);
  if (self->note_view)
    note_leave_cb (self);
  if (self->details)
    rf_answer_details_finish_typing (self->details);
}
