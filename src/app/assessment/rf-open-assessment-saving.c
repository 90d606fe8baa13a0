// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What an open assessment does with the answers that could not be stored. */

#include "config.h"

#include "rf-open-assessment-private.h"

#include "rf-record-xml.h"

static gboolean
is_unsaved (RfQuestionItem *item)
{
  return rf_question_item_get_save_state (item) == RF_SAVE_FAILED;
}

/**
 * rf_open_assessment_count_unsaved:
 *
 * Returns: how many answers could not be stored
 */
guint
rf_open_assessment_count_unsaved (RfOpenAssessment *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += is_unsaved (g_ptr_array_index (self->items, i));
  return n;
}

/**
 * rf_open_assessment_get_problem:
 *
 * Returns: (transfer none) (nullable): why the first of them could not be stored, a sentence
 */
const char *
rf_open_assessment_get_problem (RfOpenAssessment *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (is_unsaved (g_ptr_array_index (self->items, i)))
      return rf_question_item_get_problem (g_ptr_array_index (self->items, i));
  return NULL;
}

/**
 * rf_open_assessment_is_saved_elsewhere:
 *
 * Returns: whether all that could not be stored lies in a file
 */
gboolean
rf_open_assessment_is_saved_elsewhere (RfOpenAssessment *self)
{
  return self->saved_elsewhere;
}

/**
 * rf_open_assessment_retry:
 *
 * Tries to store once more what could not be stored.
 */
void
rf_open_assessment_retry (RfOpenAssessment *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RfQuestionItem *item = g_ptr_array_index (self->items, i);
      g_autoptr (RfAnswer) answer = is_unsaved (item) ? rf_question_item_dup_answer (item) : NULL;

      if (answer)
        rf_open_assessment_put_answer (self, item, answer);
    }
}

/**
 * rf_open_assessment_discard_unsaved:
 *
 * Shows what is stored in place of what could not be.
 */
void
rf_open_assessment_discard_unsaved (RfOpenAssessment *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      RfQuestionItem *item = g_ptr_array_index (self->items, i);

      if (!is_unsaved (item))
        continue;
      rf_question_item_set_save_state (item, RF_SAVE_NONE, NULL);
      rf_question_item_set_answer (item, rf_record_find_answer (self->view->record, rf_question_item_get_question (item)->id));
    }
}

typedef struct
{
  RfRecord *record;   /* owned */
  GPtrArray *answers; /* owned, of RfAnswer: newer than the record's */
  GFile *file;        /* owned */
} Saving;

static void
saving_free (Saving *self)
{
  rf_record_unref (self->record);
  g_ptr_array_unref (self->answers);
  g_object_unref (self->file);
  g_free (self);
}

static void
replace_answer (RfRecord *record,
                const RfAnswer *answer)
{
  for (guint i = 0; i < record->answers->len; i++)
    if (g_str_equal (((RfAnswer *) g_ptr_array_index (record->answers, i))->question, answer->question))
      {
        g_ptr_array_remove_index (record->answers, i);
        break;
      }
  g_ptr_array_add (record->answers, rf_answer_copy (answer));
}

/* The record is shared; what is written of it and read back is our own to change. */
static RfRecord *
copy_record (const RfRecord *record,
             GError **error)
{
  g_autoptr (GBytes) bytes = rf_record_write (record, error);

  return bytes ? rf_record_read_bytes (bytes, NULL, NULL, error) : NULL;
}

static void
save_worker (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;
  g_autoptr (RfRecord) record = copy_record (saving->record, &error);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; record && i < saving->answers->len; i++)
    replace_answer (record, g_ptr_array_index (saving->answers, i));
  bytes = record ? rf_record_write (record, &error) : NULL;
  if (bytes && g_file_replace_contents (saving->file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static Saving *
new_saving (RfOpenAssessment *self,
            GFile *file)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->record = rf_record_ref (self->view->record);
  saving->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_answer_free);
  saving->file = g_object_ref (file);
  for (guint i = 0; i < self->items->len; i++)
    if (is_unsaved (g_ptr_array_index (self->items, i)))
      g_ptr_array_add (saving->answers, rf_question_item_dup_answer (g_ptr_array_index (self->items, i)));
  return saving;
}

/**
 * rf_open_assessment_save_elsewhere_async:
 *
 * Writes all answers, those that could not be stored among them, to an answers file. It does not touch the workspace, which
 * may be what fails.
 */
void
rf_open_assessment_save_elsewhere_async (RfOpenAssessment *self,
                                         GFile *file,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_task_set_task_data (task, new_saving (self, file), (GDestroyNotify) saving_free);
  g_task_run_in_thread (task, save_worker);
}

gboolean
rf_open_assessment_save_elsewhere_finish (RfOpenAssessment *self,
                                          GAsyncResult *result,
                                          GError **error)
{
  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;
  self->saved_elsewhere = TRUE;
  return TRUE;
}
