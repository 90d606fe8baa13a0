// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How one finds a question among all of an assessment: by searching, by a filter, or because it is open. */

#include "config.h"

#include "rf-choice-name.h"
#include "rf-question-result.h"
#include "rf-section-pane-private.h"

#include <glib/gi18n.h>

static void
go_to (RfSectionPane *self,
       RfQuestionItem *item)
{
  const char *question = rf_question_item_get_question (item)->id;

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-question", "(ss)", rf_open_assessment_get_offering (self->assessment), question);
}

/* Not the search bar: what it takes away with the focus would come after the question has it. */
static void
result_activated_cb (RfSectionPane *self,
                     guint position)
{
  g_autoptr (RfQuestionItem) item = g_list_model_get_item (G_LIST_MODEL (self->results), position);

  if (item == NULL)
    return;
  rf_section_pane_stop_search (self);
  go_to (self, item);
}

static void
search_changed_cb (RfSectionPane *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  if (self->assessment == NULL)
    return;
  rf_open_assessment_search (self->assessment, text, self->results);
  if (*text == '\0')
    gtk_stack_set_visible_child_name (self->stack, "questions");
  else
    gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->results)) > 0 ? "results" : "nothing-found");
}

static void
search_activate_cb (RfSectionPane *self)
{
  result_activated_cb (self, 0);
}

/* With the bar goes what it found. */
static void
search_mode_cb (RfSectionPane *self)
{
  if (!gtk_search_bar_get_search_mode (self->search_bar))
    rf_section_pane_stop_search (self);
}

static void
filter_chosen_cb (RfSectionPane *self)
{
  if (self->showing || self->assessment == NULL)
    return;
  rf_section_pane_finish_typing (self);
  rf_open_assessment_set_filter (self->assessment, gtk_drop_down_get_selected (self->filter_drop_down));
}

static const char *
get_nothing_words (RfSectionPane *self)
{
  switch (rf_open_assessment_get_filter (self->assessment))
    {
    case RF_FILTER_OPEN:
      return _ ("Every question of this section is answered.");
    case RF_FILTER_CHANGED:
      return rf_open_assessment_has_earlier (self->assessment)
               ? _ ("No answer of this section has changed since the last approved assessment.")
               : _ ("No assessment of this offering was approved before, so there is nothing to compare with.");
    case RF_FILTER_KNOCK_OUTS:
      return _ ("No knock-out hangs on a question of this section.");
    case RF_FILTER_DOUBTFUL:
      return _ ("No answer of this section rests on doubtful evidence.");
    case RF_FILTER_ALL:
    default:
      return _ ("No question of this section applies.");
    }
}

/**
 * rf_section_pane_show_filter:
 *
 * Shows which filter is on, and says so where it leaves nothing to see.
 */
void
rf_section_pane_show_filter (RfSectionPane *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (rf_section_item_get_questions (self->section)));

  self->showing = TRUE;
  gtk_drop_down_set_selected (self->filter_drop_down, rf_open_assessment_get_filter (self->assessment));
  self->showing = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->nothing_label), n == 0);
  gtk_label_set_label (self->nothing_label, get_nothing_words (self));
}

/**
 * rf_section_pane_start_search:
 *
 * Lets a person type what to search for.
 */
void
rf_section_pane_start_search (RfSectionPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/**
 * rf_section_pane_stop_search:
 *
 * Shows the questions of the section again.
 */
void
rf_section_pane_stop_search (RfSectionPane *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_editable_set_text (self->search_entry, "");
  gtk_stack_set_visible_child_name (self->stack, "questions");
}

static RfQuestionItem *
dup_current_item (RfSectionPane *self)
{
  GListModel *questions = G_LIST_MODEL (rf_section_item_get_questions (self->section));

  return g_list_model_get_item (questions, rf_question_list_get_current (self->questions_list));
}

/* Nothing of this section in hand: the search begins with it. */
static RfQuestionItem *
dup_before_first (RfSectionPane *self)
{
  guint first = rf_section_item_get_section (self->section)->first_question;
  RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);

  return first > 0 ? rf_question_item_new (questionnaire, first - 1) : NULL;
}

/**
 * rf_section_pane_focus_next_open:
 *
 * Goes to the next question without an answer, in whatever section it is.
 */
void
rf_section_pane_focus_next_open (RfSectionPane *self)
{
  g_autoptr (RfQuestionItem) after = NULL;
  RfQuestionItem *open;

  if (self->assessment == NULL)
    return;
  after = dup_current_item (self);
  if (after == NULL)
    after = dup_before_first (self);
  open = rf_open_assessment_find_open (self->assessment, after);
  if (open)
    go_to (self, open);
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", _ ("Every question is answered"));
}

static void
set_up_result_cb (GtkSignalListItemFactory *factory,
                  GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, rf_question_result_new ());
}

static void
bind_result_cb (GtkSignalListItemFactory *factory,
                GtkListItem *list_item,
                RfSectionPane *self)
{
  const RfQuestion *question = rf_question_item_get_question (gtk_list_item_get_item (list_item));
  const RfQuestionnaire *questionnaire = rf_open_assessment_get_questionnaire (self->assessment);

  rf_question_result_show (RF_QUESTION_RESULT (gtk_list_item_get_child (list_item)), question, &questionnaire->sections[question->section]);
}

/**
 * rf_section_pane_init_finding:
 *
 * Makes the list of what was found.
 */
void
rf_section_pane_init_finding (RfSectionPane *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSelectionModel) selection = NULL;

  self->results = g_list_store_new (RF_TYPE_QUESTION_ITEM);
  selection = GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->results))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (set_up_result_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_result_cb), self, 0);
  gtk_list_view_set_factory (self->results_view, factory);
  gtk_list_view_set_model (self->results_view, selection);
  rf_choice_set_name (self->filter_drop_down, _ ("Which Questions to Show"));
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
}

/**
 * rf_section_pane_bind_finding:
 *
 * Binds what finds questions to the pane's template.
 */
void
rf_section_pane_bind_finding (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, result_activated_cb);
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_activate_cb);
  gtk_widget_class_bind_template_callback (klass, search_mode_cb);
  gtk_widget_class_bind_template_callback (klass, filter_chosen_cb);
}
