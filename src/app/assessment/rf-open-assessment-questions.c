// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Which of its questions an open assessment shows, and how one finds the others. */

#include "config.h"

#include "rf-assessment-jobs.h"
#include "rf-open-assessment-private.h"

static gboolean
is_settled (RfQuestionItem *item)
{
  return rf_question_item_get_answer (item)->state != RF_ANSWER_UNANSWERED;
}

static gboolean
is_wanted (RfOpenAssessment *self,
           guint question)
{
  return self->view->shown[question] && (self->kept == NULL || self->kept[question]);
}

/* Inserts and removes one by one: what stays is not touched, so the question in hand keeps its place. */
static void
update_questions (RfOpenAssessment *self,
                  const RfSection *section,
                  GListStore *questions)
{
  guint position = 0;

  for (guint i = section->first_question; i < section->first_question + section->n_questions; i++)
    {
      RfQuestionItem *question = g_ptr_array_index (self->items, i);
      g_autoptr (RfQuestionItem) there = g_list_model_get_item (G_LIST_MODEL (questions), position);

      if (there == question && !is_wanted (self, i))
        g_list_store_remove (questions, position);
      else if (there != question && is_wanted (self, i))
        g_list_store_insert (questions, position, question);
      position += is_wanted (self, i);
    }
}

static void
replace_questions (RfOpenAssessment *self,
                   const RfSection *section,
                   GListStore *questions)
{
  g_autoptr (GPtrArray) wanted = g_ptr_array_new ();

  for (guint i = section->first_question; i < section->first_question + section->n_questions; i++)
    if (is_wanted (self, i))
      g_ptr_array_add (wanted, g_ptr_array_index (self->items, i));
  g_list_store_splice (questions, 0, g_list_model_get_n_items (G_LIST_MODEL (questions)), wanted->pdata, wanted->len);
}

static void
show_progress (RfOpenAssessment *self,
               RfSectionItem *item)
{
  const RfSection *section = rf_section_item_get_section (item);
  guint settled = 0, asked = 0, wanted = 0;

  for (guint i = section->first_question; i < section->first_question + section->n_questions; i++)
    if (self->view->shown[i])
      {
        asked++;
        settled += is_settled (g_ptr_array_index (self->items, i));
        wanted += is_wanted (self, i);
      }
  rf_section_item_set_progress (item, settled, asked);
  rf_section_item_set_filtered (item, self->kept ? (int) wanted : -1);
}

static void
show_section (RfOpenAssessment *self,
              RfSectionItem *item,
              gboolean anew)
{
  const RfSection *section = rf_section_item_get_section (item);
  GListStore *questions = rf_section_item_get_questions (item);

  if (anew || g_list_model_get_n_items (G_LIST_MODEL (questions)) == 0)
    replace_questions (self, section, questions);
  else
    update_questions (self, section, questions);
  show_progress (self, item);
}

/**
 * rf_open_assessment_show_sections:
 * @anew: whether the questions are others than before; else those that stay keep their place
 *
 * Lists the questions of each section that are to be seen.
 */
void
rf_open_assessment_show_sections (RfOpenAssessment *self,
                                  gboolean anew)
{
  for (guint i = 0; i < self->view->questionnaire->n_sections; i++)
    {
      g_autoptr (RfSectionItem) section = g_list_model_get_item (G_LIST_MODEL (self->sections), i);

      show_section (self, section, anew);
    }
}

/**
 * rf_open_assessment_filter:
 * @keep: whether what was let through stays, so that a question does not vanish under the hand that answers it
 *
 * Finds out what the filter lets through.
 */
void
rf_open_assessment_filter (RfOpenAssessment *self,
                           gboolean keep)
{
  const RfRecord *earlier = self->earlier && self->earlier->len > 0 ? g_ptr_array_index (self->earlier, 0) : NULL;
  g_autofree gboolean *kept = g_steal_pointer (&self->kept);

  if (self->filter == RF_FILTER_ALL || self->view == NULL)
    return;
  self->kept = rf_question_filter_list_matches (self->filter, self->view, earlier);
  for (guint i = 0; keep && kept && i < self->view->questionnaire->n_questions; i++)
    self->kept[i] |= kept[i];
}

static void
earlier_loaded_cb (GObject *source,
                   GAsyncResult *result,
                   gpointer user_data)
{
  g_autoptr (RfOpenAssessment) self = user_data;
  GPtrArray *earlier = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, NULL);

  /* where it cannot be read there is nothing to compare with */
  if (earlier == NULL)
    return;
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  self->earlier = earlier;
  rf_open_assessment_filter_anew (self);
}

/**
 * rf_open_assessment_set_filter:
 *
 * Shows only some of the questions.
 */
void
rf_open_assessment_set_filter (RfOpenAssessment *self,
                               RfQuestionFilter filter)
{
  if (self->filter == filter)
    return;
  self->filter = filter;
  rf_open_assessment_filter_anew (self);
  if (filter == RF_FILTER_CHANGED && self->earlier == NULL)
    rf_workspace_client_run_async (self->client,
                                   rf_job_load_earlier,
                                   g_strdup (self->offering),
                                   g_free,
                                   (GDestroyNotify) g_ptr_array_unref,
                                   NULL,
                                   earlier_loaded_cb,
                                   g_object_ref (self));
}

RfQuestionFilter
rf_open_assessment_get_filter (RfOpenAssessment *self)
{
  return self->filter;
}

/**
 * rf_open_assessment_has_earlier:
 *
 * Returns: whether there is an approved assessment to compare with; known once the filter asked for it
 */
gboolean
rf_open_assessment_has_earlier (RfOpenAssessment *self)
{
  return self->earlier && self->earlier->len > 0;
}

/**
 * rf_open_assessment_filter_anew:
 *
 * Lets go of the questions that no longer match. Until then they stay, lest they vanish while they are answered.
 */
void
rf_open_assessment_filter_anew (RfOpenAssessment *self)
{
  if (self->view == NULL)
    return;
  rf_open_assessment_filter (self, FALSE);
  rf_open_assessment_show_sections (self, TRUE);
  g_signal_emit_by_name (self, "changed");
}

/**
 * rf_open_assessment_let_through:
 * @question: a question's id
 *
 * Shows a question although the filter would not.
 */
void
rf_open_assessment_let_through (RfOpenAssessment *self,
                                const char *question)
{
  int index = self->view ? rf_questionnaire_find_question (self->view->questionnaire, question) : -1;

  if (index < 0 || self->kept == NULL || self->kept[index])
    return;
  self->kept[index] = TRUE;
  rf_open_assessment_show_sections (self, FALSE);
}

/**
 * rf_open_assessment_find_open:
 * @after: (nullable): a question; the search begins behind it and ends with it
 *
 * Returns: (nullable): the next question without an answer, in the questionnaire's order and then from the beginning
 */
RfQuestionItem *
rf_open_assessment_find_open (RfOpenAssessment *self,
                              RfQuestionItem *after)
{
  guint n = self->items->len;
  guint start = after ? rf_question_item_get_index (after) + 1 : 0;

  for (guint i = 0; i < n; i++)
    {
      RfQuestionItem *item = g_ptr_array_index (self->items, (start + i) % n);

      if (self->view->shown[(start + i) % n] && !is_settled (item))
        return item;
    }
  return NULL;
}

/**
 * rf_open_assessment_search:
 * @results: takes the #RfQuestionItem that have @text in them, of all sections
 *
 * Finds questions that apply by their number, words or id.
 */
void
rf_open_assessment_search (RfOpenAssessment *self,
                           const char *text,
                           GListStore *results)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autofree char *folded = rf_question_filter_fold (stripped);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  for (guint i = 0; *folded && i < self->items->len; i++)
    if (self->view->shown[i] && rf_question_filter_is_found (&self->view->questionnaire->questions[i], folded))
      g_ptr_array_add (found, g_ptr_array_index (self->items, i));
  g_list_store_splice (results, 0, g_list_model_get_n_items (G_LIST_MODEL (results)), found->pdata, found->len);
}
