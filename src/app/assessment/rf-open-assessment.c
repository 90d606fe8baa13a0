// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-open-assessment-private.h"

#include "rf-unsaved-answers.h"

G_DEFINE_FINAL_TYPE (RfOpenAssessment, rf_open_assessment, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum
{
  PROP_EDITABLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  RfOpenAssessment *assessment; /* owned */
  RfQuestionItem *item;         /* owned */
} Put;

static void
put_free (Put *self)
{
  g_object_unref (self->assessment);
  g_object_unref (self->item);
  g_free (self);
}

static void
make_items (RfOpenAssessment *self)
{
  RfQuestionnaire *questionnaire = self->view->questionnaire;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    g_ptr_array_add (self->items, rf_question_item_new (questionnaire, i));
  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      g_autoptr (RfSectionItem) section = rf_section_item_new (questionnaire, i);

      g_list_store_append (self->sections, section);
    }
}

static void
show_answers (RfOpenAssessment *self)
{
  g_autoptr (GHashTable) answers = g_hash_table_new (g_str_hash, g_str_equal);
  const RfQuestionnaire *questionnaire = self->view->questionnaire;

  for (guint i = 0; i < self->view->record->answers->len; i++)
    {
      RfAnswer *answer = g_ptr_array_index (self->view->record->answers, i);

      g_hash_table_insert (answers, answer->question, answer);
    }
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      RfQuestionItem *item = g_ptr_array_index (self->items, i);

      if (rf_question_item_get_save_state (item) == RF_SAVE_PENDING || rf_question_item_get_save_state (item) == RF_SAVE_FAILED)
        continue;
      rf_question_item_set_record (item, self->view->record);
      rf_question_item_set_answer (item, g_hash_table_lookup (answers, questionnaire->questions[i].id));
      rf_question_item_set_may_apply (item, self->view->score->applicability[i] == RF_MAY_APPLY);
    }
}

/* Another program may have started an assessment by another questionnaire: then the items are of no use. */
static void
drop_items_of_another (RfOpenAssessment *self,
                       const RfQuestionnaire *questionnaire)
{
  if (self->view == NULL || g_str_equal (self->view->questionnaire->sha256, questionnaire->sha256))
    return;
  g_ptr_array_set_size (self->items, 0);
  g_clear_pointer (&self->kept, g_free);
  g_list_store_remove_all (self->sections);
}

/* What was submitted or approved stays as it was when somebody put their name to it. */
static void
show_editable (RfOpenAssessment *self)
{
  RfStatus status = self->view->record->status;
  gboolean open = status == RF_STATUS_DRAFT || status == RF_STATUS_CHANGES_REQUESTED;
  gboolean editable = open && !rf_workspace_client_is_read_only (self->client);

  if (self->editable == editable)
    return;
  self->editable = editable;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EDITABLE]);
}

static void
take_view (RfOpenAssessment *self,
           RfAssessmentView *view)
{
  drop_items_of_another (self, view->questionnaire);
  g_clear_pointer (&self->view, rf_assessment_view_free);
  self->view = view;
  if (self->items->len == 0)
    make_items (self);
  show_editable (self);
  show_answers (self);
  rf_open_assessment_filter (self, TRUE);
  rf_open_assessment_show_sections (self, FALSE);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* @view: (nullable) (transfer full): what the workspace's thread handed over last */
static void
take_latest (RfOpenAssessment *self,
             RfAssessmentView *view)
{
  if (view)
    {
      g_clear_pointer (&self->latest, rf_assessment_view_free);
      self->latest = view;
    }
  if (self->pending == 0 && self->latest)
    take_view (self, g_steal_pointer (&self->latest));
}

static void
put_cb (GObject *source,
        GAsyncResult *result,
        gpointer user_data)
{
  Put *put = user_data;
  RfOpenAssessment *self = put->assessment;
  g_autoptr (GError) error = NULL;
  RfAssessmentView *view = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  self->pending--;
  rf_question_item_set_save_state (put->item, view ? RF_SAVE_DONE : RF_SAVE_FAILED, view ? NULL : error->message);
  if (view == NULL)
    self->saved_elsewhere = FALSE;
  rf_unsaved_answers_update (rf_unsaved_answers_get (self->client), self);
  take_latest (self, view);
  put_free (put);
}

static void
load_cb (GObject *source,
         GAsyncResult *result,
         gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RfOpenAssessment *self = g_task_get_source_object (task);
  GError *error = NULL;
  RfAssessmentView *view = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (view == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  take_view (self, view);
  g_task_return_boolean (task, TRUE);
}

static void
rf_open_assessment_finalize (GObject *object)
{
  RfOpenAssessment *self = RF_OPEN_ASSESSMENT (object);

  g_clear_pointer (&self->view, rf_assessment_view_free);
  g_clear_pointer (&self->latest, rf_assessment_view_free);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->earlier, g_ptr_array_unref);
  g_clear_pointer (&self->kept, g_free);
  g_clear_object (&self->sections);
  g_clear_object (&self->client);
  g_free (self->offering);
  G_OBJECT_CLASS (rf_open_assessment_parent_class)->finalize (object);
}

static void
rf_open_assessment_get_property (GObject *object,
                                 guint id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  if (id == PROP_EDITABLE)
    g_value_set_boolean (value, RF_OPEN_ASSESSMENT (object)->editable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
rf_open_assessment_class_init (RfOpenAssessmentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_open_assessment_finalize;
  G_OBJECT_CLASS (klass)->get_property = rf_open_assessment_get_property;

  /**
   * RfOpenAssessment:editable:
   *
   * Whether its status and its workspace let the answers be changed.
   */
  properties[PROP_EDITABLE] = g_param_spec_boolean ("editable", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);

  /**
   * RfOpenAssessment::changed:
   *
   * The figures, and perhaps which questions are shown, have changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_open_assessment_init (RfOpenAssessment *self)
{
  self->sections = g_list_store_new (RF_TYPE_SECTION_ITEM);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * rf_open_assessment_new:
 * @offering: the id of the offering assessed
 *
 * Makes an assessment that is still to be loaded.
 */
RfOpenAssessment *
rf_open_assessment_new (RfWorkspaceClient *client,
                        const char *offering)
{
  RfOpenAssessment *self = g_object_new (RF_TYPE_OPEN_ASSESSMENT, NULL);

  self->client = g_object_ref (client);
  self->offering = g_strdup (offering);
  return self;
}

/**
 * rf_open_assessment_load_async:
 *
 * Loads the assessment, or loads it again after something else changed it.
 */
void
rf_open_assessment_load_async (RfOpenAssessment *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  rf_workspace_client_run_async (self->client,
                                 rf_job_load_assessment,
                                 g_strdup (self->offering),
                                 g_free,
                                 (GDestroyNotify) rf_assessment_view_free,
                                 cancellable,
                                 load_cb,
                                 task);
}

gboolean
rf_open_assessment_load_finish (RfOpenAssessment *self,
                                GAsyncResult *result,
                                GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * rf_open_assessment_put_answer:
 *
 * Sends an answer to be stored. The item says how far it is saved; "changed" comes with the new figures.
 */
void
rf_open_assessment_put_answer (RfOpenAssessment *self,
                               RfQuestionItem *item,
                               const RfAnswer *answer)
{
  Put *put = g_new0 (Put, 1);

  put->assessment = g_object_ref (self);
  put->item = g_object_ref (item);
  self->pending++;
  rf_question_item_set_answer (item, answer);
  rf_question_item_set_save_state (item, RF_SAVE_PENDING, NULL);
  /* No cancellable: what was answered is stored even if the window closes meanwhile. */
  rf_workspace_client_run_async (self->client,
                                 rf_job_put_answer,
                                 rf_put_answer_new (self->offering, answer),
                                 (GDestroyNotify) rf_put_answer_free,
                                 (GDestroyNotify) rf_assessment_view_free,
                                 NULL,
                                 put_cb,
                                 put);
}

static void
change_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  RfOpenAssessment *self = g_task_get_source_object (task);
  GError *error = NULL;
  RfAssessmentView *view = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  self->pending--;
  take_latest (self, view);
  if (error)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * rf_open_assessment_change_async:
 * @job: returns an #RfAssessmentView
 * @data: (transfer full): for the job
 *
 * Changes something about the assessment other than an answer; "changed" comes with what it then is.
 */
void
rf_open_assessment_change_async (RfOpenAssessment *self,
                                 RfWorkspaceJob job,
                                 gpointer data,
                                 GDestroyNotify data_free,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  GTask *task = g_task_new (self, NULL, callback, user_data);

  self->pending++;
  rf_workspace_client_run_async (self->client, job, data, data_free, (GDestroyNotify) rf_assessment_view_free, NULL, change_cb, task);
}

gboolean
rf_open_assessment_change_finish (RfOpenAssessment *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * rf_open_assessment_get_client:
 *
 * Returns: (transfer none): what runs jobs on its workspace
 */
RfWorkspaceClient *
rf_open_assessment_get_client (RfOpenAssessment *self)
{
  return self->client;
}

/**
 * rf_open_assessment_is_loaded:
 *
 * Returns: whether there is something to show
 */
gboolean
rf_open_assessment_is_loaded (RfOpenAssessment *self)
{
  return self->view != NULL;
}

/**
 * rf_open_assessment_is_editable:
 *
 * Returns: whether answers can be changed; false until it is loaded
 */
gboolean
rf_open_assessment_is_editable (RfOpenAssessment *self)
{
  return self->editable;
}

/**
 * rf_open_assessment_is_storing:
 *
 * Returns: whether answers are on their way to the disk; "changed" follows when they are there
 */
gboolean
rf_open_assessment_is_storing (RfOpenAssessment *self)
{
  return self->pending > 0;
}

const char *
rf_open_assessment_get_offering (RfOpenAssessment *self)
{
  return self->offering;
}

/**
 * rf_open_assessment_get_questionnaire:
 *
 * Returns: (transfer none): what is answered; there once it is loaded
 */
RfQuestionnaire *
rf_open_assessment_get_questionnaire (RfOpenAssessment *self)
{
  g_return_val_if_fail (self->view != NULL, NULL);
  return self->view->questionnaire;
}

/**
 * rf_open_assessment_get_record:
 *
 * Returns: (transfer none): the offering and all that was recorded; there once it is loaded, until it changes
 */
const RfRecord *
rf_open_assessment_get_record (RfOpenAssessment *self)
{
  g_return_val_if_fail (self->view != NULL, NULL);
  return self->view->record;
}

/**
 * rf_open_assessment_get_score:
 *
 * Returns: (transfer none): what the engine says of the answers; there once it is loaded, until it changes
 */
const RfScore *
rf_open_assessment_get_score (RfOpenAssessment *self)
{
  g_return_val_if_fail (self->view != NULL, NULL);
  return self->view->score;
}

/**
 * rf_open_assessment_get_sections:
 *
 * Returns: (transfer none): of #RfSectionItem
 */
GListModel *
rf_open_assessment_get_sections (RfOpenAssessment *self)
{
  return G_LIST_MODEL (self->sections);
}

/**
 * rf_open_assessment_find_section:
 * @question: a question's id
 *
 * Returns: the index of the section that asks it, -1 where the questionnaire has no such question or nothing is loaded
 */
int
rf_open_assessment_find_section (RfOpenAssessment *self,
                                 const char *question)
{
  int index = self->view ? rf_questionnaire_find_question (self->view->questionnaire, question) : -1;

  return index < 0 ? -1 : (int) self->view->questionnaire->questions[index].section;
}
