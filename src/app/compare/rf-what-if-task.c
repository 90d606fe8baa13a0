// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-task.h"

static RfHypothesis *
hypothesis_new (RfHypothesisKind kind,
                const char *id,
                const char *value)
{
  RfHypothesis *self = g_new0 (RfHypothesis, 1);

  self->kind = kind;
  self->id = g_strdup (id);
  self->value = g_strdup (value);
  return self;
}

static void
hypothesis_free (gpointer data)
{
  RfHypothesis *self = data;

  g_free ((char *) self->id);
  g_free ((char *) self->value);
  g_free (self);
}

/**
 * rf_trial_new:
 *
 * Makes a trial in which nothing is otherwise.
 */
RfTrial *
rf_trial_new (RfContestant *contestant)
{
  RfTrial *self = g_new0 (RfTrial, 1);

  self->contestant = rf_contestant_ref (contestant);
  self->hypotheses = g_ptr_array_new_with_free_func (hypothesis_free);
  self->profile = contestant->profile;
  self->acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
  return self;
}

RfTrial *
rf_trial_copy (const RfTrial *self)
{
  RfTrial *copy = rf_trial_new (self->contestant);

  for (guint i = 0; i < self->hypotheses->len; i++)
    {
      const RfHypothesis *one = g_ptr_array_index (self->hypotheses, i);

      g_ptr_array_add (copy->hypotheses, hypothesis_new (one->kind, one->id, one->value));
    }
  copy->profile = self->profile;
  rf_trial_set_use_case (copy, self->use_case);
  copy->acceptable = self->acceptable;
  return copy;
}

void
rf_trial_free (RfTrial *self)
{
  rf_contestant_unref (self->contestant);
  g_ptr_array_unref (self->hypotheses);
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  g_free (self);
}

/**
 * rf_trial_set_contestant:
 *
 * Tries the same for another offering; nothing, where it answers another questionnaire.
 */
void
rf_trial_set_contestant (RfTrial *self,
                         RfContestant *contestant)
{
  const RfRecord *before = self->contestant->record;
  const RfRecord *after = contestant->record;

  if (!g_str_equal (before->questionnaire_id, after->questionnaire_id) || before->questionnaire_revision != after->questionnaire_revision)
    {
      g_ptr_array_set_size (self->hypotheses, 0);
      self->profile = contestant->profile;
    }
  rf_contestant_ref (contestant);
  rf_contestant_unref (self->contestant);
  self->contestant = contestant;
}

/**
 * rf_trial_set_use_case:
 * @use_case: (nullable): a reference is taken
 */
void
rf_trial_set_use_case (RfTrial *self,
                       RfUseCase *use_case)
{
  if (use_case)
    rf_use_case_ref (use_case);
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  self->use_case = use_case;
}

static int
find (const RfTrial *self,
      RfHypothesisKind kind,
      const char *id)
{
  for (guint i = 0; i < self->hypotheses->len; i++)
    {
      const RfHypothesis *one = g_ptr_array_index (self->hypotheses, i);

      if (one->kind == kind && g_str_equal (one->id, id))
        return (int) i;
    }
  return -1;
}

/**
 * rf_trial_find:
 *
 * Returns: (nullable): what is tried, %NULL where it is as it is
 */
const char *
rf_trial_find (const RfTrial *self,
               RfHypothesisKind kind,
               const char *id)
{
  int index = find (self, kind, id);

  return index < 0 ? NULL : ((const RfHypothesis *) g_ptr_array_index (self->hypotheses, index))->value;
}

static void
drop (RfTrial *self,
      RfHypothesisKind kind,
      const char *id)
{
  int index = find (self, kind, id);

  if (index >= 0)
    g_ptr_array_remove_index (self->hypotheses, (guint) index);
}

/**
 * rf_trial_suppose:
 * @value: (nullable): %NULL to leave it as it is
 *
 * Tries something in place of what was tried before. A question is either answered or in a state, and what is not
 * answered is not proven.
 */
void
rf_trial_suppose (RfTrial *self,
                  RfHypothesisKind kind,
                  const char *id,
                  const char *value)
{
  guint place = 0;

  drop (self, kind, id);
  if (value == NULL)
    return;
  if (kind == RF_HYPOTHESIS_ANSWER)
    drop (self, RF_HYPOTHESIS_STATE, id);
  if (kind == RF_HYPOTHESIS_STATE)
    {
      drop (self, RF_HYPOTHESIS_ANSWER, id);
      drop (self, RF_HYPOTHESIS_EVIDENCE, id);
    }
  while (place < self->hypotheses->len && ((const RfHypothesis *) g_ptr_array_index (self->hypotheses, place))->kind <= kind)
    place++;
  g_ptr_array_insert (self->hypotheses, (int) place, hypothesis_new (kind, id, value));
}

/**
 * rf_trial_dup_actions:
 *
 * Returns: (transfer full) (element-type RfAction): what somebody could do of it, without ids; maybe nothing
 */
GPtrArray *
rf_trial_dup_actions (const RfTrial *self)
{
  GPtrArray *actions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_action_free);

  for (guint i = 0; i < self->hypotheses->len; i++)
    {
      RfAction *action = rf_hypothesis_dup_action (g_ptr_array_index (self->hypotheses, i), self->contestant->questionnaire);

      if (action)
        g_ptr_array_add (actions, action);
    }
  return actions;
}

static RfWhatIf *
try (const RfTrial *trial,
     GError **error)
{
  const RfContestant *contestant = trial->contestant;
  RfScoringContext context = { contestant->profile, contestant->record->as_of, contestant->record->offering, NULL };
  g_autoptr (GArray) hypotheses = g_array_new (FALSE, FALSE, sizeof (RfHypothesis));
  g_autoptr (RfFindings) findings = rf_findings_new (contestant->questionnaire, contestant->record, &context, NULL, error);

  if (findings == NULL)
    return NULL;
  for (guint i = 0; i < trial->hypotheses->len; i++)
    g_array_append_vals (hypotheses, g_ptr_array_index (trial->hypotheses, i), 1);
  return rf_what_if_new (findings, (const RfHypothesis *) hypotheses->data, hypotheses->len, trial->profile, trial->use_case, trial->acceptable, error);
}

static void
try_worker (GTask *task,
            gpointer source,
            gpointer trial,
            GCancellable *cancellable)
{
  GError *error = NULL;
  RfWhatIf *what_if = try (trial, &error);

  if (what_if)
    g_task_return_pointer (task, what_if, (GDestroyNotify) rf_what_if_unref);
  else
    g_task_return_error (task, error);
}

/**
 * rf_what_if_task_async:
 * @trial: copied
 *
 * Finds out off the main thread what would become of an offering. Nothing touches the record.
 */
void
rf_what_if_task_async (const RfTrial *trial,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, rf_trial_copy (trial), (GDestroyNotify) rf_trial_free);
  g_task_run_in_thread (task, try_worker);
}

/**
 * rf_what_if_task_finish:
 *
 * Returns: (transfer full): both sides
 */
RfWhatIf *
rf_what_if_task_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
