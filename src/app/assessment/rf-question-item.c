// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-question-item.h"

struct _RfQuestionItem
{
  GObject parent_instance;

  RfQuestionnaire *questionnaire; /* owned */
  RfAnswer *answer;               /* owned; unanswered rather than NULL */
  RfRecord *record;               /* owned, nullable: knows the evidence that the answer names */
  char *problem;                  /* owned */
  guint index;
  gboolean may_apply;
  RfSaveState save_state;
};

G_DEFINE_FINAL_TYPE (RfQuestionItem, rf_question_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
rf_question_item_finalize (GObject *object)
{
  RfQuestionItem *self = RF_QUESTION_ITEM (object);

  g_clear_pointer (&self->answer, rf_answer_free);
  g_clear_pointer (&self->record, rf_record_unref);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_free (self->problem);
  G_OBJECT_CLASS (rf_question_item_parent_class)->finalize (object);
}

static void
rf_question_item_class_init (RfQuestionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_question_item_finalize;

  /**
   * RfQuestionItem::changed:
   *
   * The answer, whether it counts, or how far it is saved has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rf_question_item_init (RfQuestionItem *self)
{
}

/**
 * rf_question_item_new:
 *
 * Makes an item for a question of a questionnaire, unanswered.
 */
RfQuestionItem *
rf_question_item_new (RfQuestionnaire *questionnaire,
                      guint index)
{
  RfQuestionItem *self = g_object_new (RF_TYPE_QUESTION_ITEM, NULL);

  self->questionnaire = rf_questionnaire_ref (questionnaire);
  self->index = index;
  self->answer = rf_answer_new (questionnaire->questions[index].id, RF_ANSWER_UNANSWERED);
  return self;
}

guint
rf_question_item_get_index (RfQuestionItem *self)
{
  return self->index;
}

const RfQuestion *
rf_question_item_get_question (RfQuestionItem *self)
{
  return &self->questionnaire->questions[self->index];
}

const RfQuestionnaire *
rf_question_item_get_questionnaire (RfQuestionItem *self)
{
  return self->questionnaire;
}

const RfAnswer *
rf_question_item_get_answer (RfQuestionItem *self)
{
  return self->answer;
}

/**
 * rf_question_item_dup_answer:
 *
 * Returns: (transfer full): the answer, to be changed and put forward
 */
RfAnswer *
rf_question_item_dup_answer (RfQuestionItem *self)
{
  return rf_answer_copy (self->answer);
}

/**
 * rf_question_item_set_answer:
 * @answer: (nullable): %NULL for unanswered
 *
 * Shows an answer; says that it changed only when it did, so that what a person types elsewhere stays put.
 */
void
rf_question_item_set_answer (RfQuestionItem *self,
                             const RfAnswer *answer)
{
  g_autoptr (RfAnswer) fresh = answer ? rf_answer_copy (answer)
                                      : rf_answer_new (rf_question_item_get_question (self)->id, RF_ANSWER_UNANSWERED);

  if (rf_answer_equal (self->answer, fresh))
    return;
  rf_answer_free (self->answer);
  self->answer = g_steal_pointer (&fresh);
  g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_same_evidence (const RfEvidence *one,
                  const RfEvidence *other)
{
  if (one == NULL || other == NULL)
    return one == other;
  return g_strcmp0 (one->title, other->title) == 0 && g_strcmp0 (one->href, other->href) == 0 && g_strcmp0 (one->sha256, other->sha256) == 0 &&
         one->expires == other->expires;
}

static gboolean
has_same_evidence (RfQuestionItem *self,
                   RfRecord *record)
{
  for (guint i = 0; self->record && i < self->answer->links->len; i++)
    {
      const char *id = ((RfEvidenceLink *) g_ptr_array_index (self->answer->links, i))->evidence;

      if (!is_same_evidence (rf_record_find_evidence (self->record, id), rf_record_find_evidence (record, id)))
        return FALSE;
    }
  return self->record == NULL || self->record->as_of == record->as_of;
}

/**
 * rf_question_item_set_record:
 * @record: of the assessment, as it is now
 *
 * Lets the item know the evidence; says that it changed where the answer's own did.
 */
void
rf_question_item_set_record (RfQuestionItem *self,
                             RfRecord *record)
{
  gboolean same = has_same_evidence (self, record);

  rf_record_ref (record);
  g_clear_pointer (&self->record, rf_record_unref);
  self->record = record;
  if (!same)
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * rf_question_item_get_record:
 *
 * Returns: (transfer none) (nullable): the assessment that the question is answered in
 */
const RfRecord *
rf_question_item_get_record (RfQuestionItem *self)
{
  return self->record;
}

gboolean
rf_question_item_get_may_apply (RfQuestionItem *self)
{
  return self->may_apply;
}

/**
 * rf_question_item_set_may_apply:
 * @may_apply: whether it is open if the question applies at all
 */
void
rf_question_item_set_may_apply (RfQuestionItem *self,
                                gboolean may_apply)
{
  if (self->may_apply == may_apply)
    return;
  self->may_apply = may_apply;
  g_signal_emit (self, signals[CHANGED], 0);
}

RfSaveState
rf_question_item_get_save_state (RfQuestionItem *self)
{
  return self->save_state;
}

const char *
rf_question_item_get_problem (RfQuestionItem *self)
{
  return self->problem;
}

/**
 * rf_question_item_set_save_state:
 * @problem: (nullable): why it could not be saved, a sentence
 */
void
rf_question_item_set_save_state (RfQuestionItem *self,
                                 RfSaveState state,
                                 const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
  self->save_state = state;
  g_signal_emit (self, signals[CHANGED], 0);
}
