// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-compare-task.h"

#include "rf-error.h"

/*
 * Ranking draws thousands of times. The workspace's thread only copies the records, so that an answer given meanwhile
 * does not wait.
 */

RfContestant *
rf_contestant_ref (RfContestant *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
contestant_clear (gpointer data)
{
  RfContestant *self = data;

  g_clear_pointer (&self->record, rf_record_unref);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
}

void
rf_contestant_unref (RfContestant *self)
{
  g_atomic_rc_box_release_full (self, contestant_clear);
}

/* One that is not assessed has nothing to compare. */
static gboolean
add_if_assessed (GPtrArray *contestants,
                 RfWorkspace *workspace,
                 const char *offering,
                 GError **error)
{
  g_autoptr (RfContestant) contestant = g_atomic_rc_box_new0 (RfContestant);
  g_autoptr (GError) local_error = NULL;

  contestant->record = rf_workspace_dup_record (workspace, offering, &local_error);
  if (contestant->record)
    contestant->questionnaire = rf_workspace_dup_questionnaire (workspace, contestant->record->questionnaire_id, contestant->record->questionnaire_revision, &local_error);
  else if (g_error_matches (local_error, RF_ERROR, RF_ERROR_NOT_FOUND))
    return TRUE;
  if (contestant->questionnaire == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  contestant->profile = rf_workspace_find_profile (workspace, contestant->questionnaire);
  g_ptr_array_add (contestants, g_steal_pointer (&contestant));
  return TRUE;
}

gpointer
rf_job_list_contestants (RfWorkspace **workspace,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (*workspace, error);
  g_autoptr (GPtrArray) contestants = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);

  if (offerings == NULL)
    return NULL;
  for (guint i = 0; i < offerings->len; i++)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !add_if_assessed (contestants, *workspace, ((const RfOffering *) g_ptr_array_index (offerings, i))->id, error))
      return NULL;
  return g_steal_pointer (&contestants);
}

gpointer
rf_job_list_contestant (RfWorkspace **workspace,
                        gpointer offering,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GPtrArray) contestants = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);

  return add_if_assessed (contestants, *workspace, offering, error) ? g_steal_pointer (&contestants) : NULL;
}

/**
 * rf_contestants_line_up:
 * @contestants: (element-type RfContestant): at least one
 * @records: (out) (transfer container): of each
 * @context: (out): what all are compared under
 *
 * Returns: (transfer none): the questionnaire that all are compared by
 */
RfQuestionnaire *
rf_contestants_line_up (const GPtrArray *contestants,
                        RfRecord ***records,
                        RfScoringContext *context)
{
  guint n = contestants->len;
  g_autofree RfQuestionnaire **questionnaires = g_new (RfQuestionnaire *, n);
  const RfContestant *lead;

  *records = g_new (RfRecord *, n);
  for (guint i = 0; i < n; i++)
    {
      const RfContestant *contestant = g_ptr_array_index (contestants, i);

      (*records)[i] = contestant->record;
      questionnaires[i] = contestant->questionnaire;
    }
  lead = g_ptr_array_index (contestants, rf_comparison_find_lead (questionnaires, *records, n));
  *context = (RfScoringContext){ .profile = lead->profile, .as_of = RF_DAY_NONE };
  return lead->questionnaire;
}

static void
compare_worker (GTask *task,
                gpointer source,
                gpointer contestants,
                GCancellable *cancellable)
{
  g_autofree RfRecord **records = NULL;
  RfScoringContext context;
  RfQuestionnaire *questionnaire = rf_contestants_line_up (contestants, &records, &context);
  GError *error = NULL;
  RfComparison *comparison = rf_comparison_new (questionnaire, records, ((const GPtrArray *) contestants)->len, &context, RF_COMPARISON_DEFAULT_SEED, RF_COMPARISON_DEFAULT_DRAWS, cancellable, &error);

  if (comparison)
    g_task_return_pointer (task, comparison, (GDestroyNotify) rf_comparison_unref);
  else
    g_task_return_error (task, error);
}

/**
 * rf_compare_task_async:
 * @contestants: (element-type RfContestant): at least one; each is referenced
 *
 * Compares offerings off the main thread, as the command line does without further options.
 */
void
rf_compare_task_async (const GPtrArray *contestants,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);

  g_return_if_fail (contestants->len > 0);
  for (guint i = 0; i < contestants->len; i++)
    g_ptr_array_add (copy, rf_contestant_ref (g_ptr_array_index (contestants, i)));
  g_task_set_task_data (task, g_steal_pointer (&copy), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, compare_worker);
}

/**
 * rf_compare_task_finish:
 *
 * Returns: (transfer full): the comparison
 */
RfComparison *
rf_compare_task_finish (GAsyncResult *result,
                        GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
