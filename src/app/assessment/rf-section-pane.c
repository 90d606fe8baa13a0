// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-section-pane-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (RfSectionPane, rf_section_pane, GTK_TYPE_WIDGET)

static void
answered_cb (RfSectionPane *self,
             RfQuestionItem *item,
             RfAnswer *answer)
{
  /* the focus may leave a card only when the card is gone already; then its answer was given before */
  if (self->assessment)
    rf_open_assessment_put_answer (self->assessment, item, answer);
}

static void
assessment_changed_cb (RfSectionPane *self)
{
  const RfSection *section = rf_section_item_get_section (self->section);
  const RfScore *score = rf_open_assessment_get_score (self->assessment);
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);

  rf_result_card_show (self->result_card, section->side, &score->sides[section->side], &questionnaire->bands);
  rf_section_pane_show_filter (self);
}

static void
let_go (RfSectionPane *self)
{
  rf_question_list_clear (self->questions_list);
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->section);
  g_clear_object (&self->assessment);
}

static gboolean
move_focus (RfSectionPane *self,
            gboolean forward)
{
  guint current = rf_question_list_get_current (self->questions_list);

  if (current == GTK_INVALID_LIST_POSITION)
    rf_question_list_focus (self->questions_list, 0);
  else if (!rf_question_list_focus (self->questions_list, forward ? current + 1 : current - 1))
    gtk_widget_activate_action (GTK_WIDGET (self), forward ? "win.next-section" : "win.previous-section", NULL);
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
    case GDK_KEY_o:
      rf_section_pane_focus_next_open (self);
      return GDK_EVENT_STOP;
    case GDK_KEY_slash:
    case GDK_KEY_KP_Divide:
      rf_section_pane_start_search (self);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
rf_section_pane_dispose (GObject *object)
{
  RfSectionPane *self = RF_SECTION_PANE (object);
  GtkWidget *child;

  if (self->questions_list)
    let_go (self);
  self->questions_list = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&self->results);
  G_OBJECT_CLASS (rf_section_pane_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/ringfence/Ringfence/rf-section-pane.ui");
  gtk_widget_class_bind_template_child (klass, RfSectionPane, header_bar);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, title);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, back_button);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, search_button);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, search_bar);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, search_entry);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, unsaved_bar);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, locked_bar);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, filter_drop_down);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, stack);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, results_view);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, scrolled_window);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, description_label);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, nothing_label);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, questions_list);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, result_revealer);
  gtk_widget_class_bind_template_child (klass, RfSectionPane, result_card);
  gtk_widget_class_bind_template_callback (klass, answered_cb);
  gtk_widget_class_bind_template_callback (klass, key_pressed_cb);
}

static void
rf_section_pane_class_init (RfSectionPaneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rf_section_pane_dispose;
  g_type_ensure (RF_TYPE_LOCKED_BAR);
  g_type_ensure (RF_TYPE_QUESTION_LIST);
  g_type_ensure (RF_TYPE_RESULT_CARD);
  g_type_ensure (RF_TYPE_UNSAVED_BAR);
  bind_template (GTK_WIDGET_CLASS (klass));
  rf_section_pane_bind_finding (GTK_WIDGET_CLASS (klass));
}

static void
rf_section_pane_init (RfSectionPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  rf_question_list_set_adjustment (self->questions_list, gtk_scrolled_window_get_vadjustment (self->scrolled_window));
  rf_section_pane_init_finding (self);
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

  rf_section_pane_stop_search (self);
  if (self->section == item)
    return;
  rf_section_pane_finish_typing (self);
  let_go (self);
  rf_result_card_clear (self->result_card);
  self->assessment = g_object_ref (assessment);
  self->section = g_object_ref (item);
  adw_window_title_set_title (self->title, section->title);
  gtk_label_set_label (self->description_label, section->description ? section->description : "");
  gtk_widget_set_visible (GTK_WIDGET (self->description_label), section->description != NULL);
  rf_unsaved_bar_follow (self->unsaved_bar, rf_open_assessment_get_client (assessment));
  rf_locked_bar_show (self->locked_bar, assessment);
  rf_open_assessment_filter_anew (assessment);
  rf_question_list_show (self->questions_list, assessment, G_LIST_MODEL (rf_section_item_get_questions (item)));
  g_signal_connect_object (assessment, "changed", G_CALLBACK (assessment_changed_cb), self, G_CONNECT_SWAPPED);
  assessment_changed_cb (self);
}

/**
 * rf_section_pane_finish_typing:
 *
 * Stores what was typed and not yet given. For before the questions go.
 */
void
rf_section_pane_finish_typing (RfSectionPane *self)
{
  rf_question_list_finish_typing (self->questions_list);
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
  adw_header_bar_set_show_end_title_buttons (self->header_bar, folded);
}

/**
 * rf_section_pane_focus_first:
 *
 * Puts the keyboard focus on the first question's answer.
 */
void
rf_section_pane_focus_first (RfSectionPane *self)
{
  rf_question_list_focus (self->questions_list, 0);
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
 * Puts the keyboard focus on the answer of a question of the section that is shown, and brings it into sight. A filter
 * does not stand in the way.
 *
 * Returns: whether the question is there; of one that does not apply the person is told
 */
gboolean
rf_section_pane_focus_question (RfSectionPane *self,
                                const char *question)
{
  if (self->section == NULL)
    return FALSE;
  rf_section_pane_stop_search (self);
  rf_open_assessment_let_through (self->assessment, question);
  if (rf_question_list_focus (self->questions_list, find_question (self, question)))
    return TRUE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("That question does not apply as things stand"));
  return FALSE;
}
