// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-profiles-task.h"

static RfProfileStudy *
study (const RfContestant *contestant,
       GError **error)
{
  RfScoringContext context = { contestant->profile, contestant->record->as_of, contestant->record->offering, NULL };
  g_autoptr (RfFindings) findings = rf_findings_new (contestant->questionnaire, contestant->record, &context, NULL, error);

  return findings ? rf_profile_study_new (findings, RF_FIT_DEFAULT_ACCEPTABLE, error) : NULL;
}

static void
study_worker (GTask *task,
              gpointer source,
              gpointer contestants,
              GCancellable *cancellable)
{
  g_autoptr (GPtrArray) studies = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_profile_study_unref);

  for (guint i = 0; i < ((const GPtrArray *) contestants)->len; i++)
    {
      GError *error = NULL;
      RfProfileStudy *one = g_cancellable_set_error_if_cancelled (cancellable, &error) ? NULL : study (g_ptr_array_index ((GPtrArray *) contestants, i), &error);

      if (one == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (studies, one);
    }
  g_task_return_pointer (task, g_steal_pointer (&studies), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * rf_profiles_task_async:
 * @contestants: (element-type RfContestant): each is referenced
 *
 * Finds out off the main thread what each profile makes of the decisions about offerings.
 */
void
rf_profiles_task_async (const GPtrArray *contestants,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GPtrArray) copy = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);

  for (guint i = 0; i < contestants->len; i++)
    g_ptr_array_add (copy, rf_contestant_ref (g_ptr_array_index (contestants, i)));
  g_task_set_task_data (task, g_steal_pointer (&copy), (GDestroyNotify) g_ptr_array_unref);
  g_task_run_in_thread (task, study_worker);
}

/**
 * rf_profiles_task_finish:
 *
 * Returns: (transfer full) (element-type RfProfileStudy): one for each
 */
GPtrArray *
rf_profiles_task_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
