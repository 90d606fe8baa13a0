// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-task.h"

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
  self->profile = contestant->profile;
  return self;
}

void
rf_trial_free (RfTrial *self)
{
  rf_contestant_unref (self->contestant);
  g_free (self);
}

static RfWhatIf *
try (const RfTrial *trial,
     GError **error)
{
  const RfContestant *contestant = trial->contestant;
  RfScoringContext context = { contestant->profile, contestant->record->as_of, contestant->record->offering, NULL };
  g_autoptr (RfFindings) findings = rf_findings_new (contestant->questionnaire, contestant->record, &context, NULL, error);

  if (findings == NULL)
    return NULL;
  return rf_what_if_new (findings, trial->hypotheses, trial->n_hypotheses, trial->profile, NULL, RF_FIT_DEFAULT_ACCEPTABLE, error);
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
 * @trial: (transfer full)
 *
 * Finds out off the main thread what would become of an offering. Nothing touches the record.
 */
void
rf_what_if_task_async (RfTrial *trial,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_task_data (task, trial, (GDestroyNotify) rf_trial_free);
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
