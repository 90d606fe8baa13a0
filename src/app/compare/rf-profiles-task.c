// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-profiles-task.h"

void
rf_under_weights_free (RfUnderWeights *self)
{
  g_clear_pointer (&self->ranking, rf_ranking_study_unref);
  g_ptr_array_unref (self->studies);
  g_free (self);
}

/* Why they cannot be ranked is said where they are compared. */
static RfRankingStudy *
rank (const GPtrArray *contestants,
      GCancellable *cancellable)
{
  g_autofree RfRecord **records = NULL;
  RfScoringContext context;
  RfQuestionnaire *questionnaire;

  if (contestants->len < 2)
    return NULL;
  questionnaire = rf_contestants_line_up (contestants, &records, &context);
  return rf_ranking_study_new (questionnaire, records, contestants->len, &context, RF_COMPARISON_DEFAULT_SEED, RF_COMPARISON_DEFAULT_DRAWS, cancellable, NULL);
}

/* Who is to be judged, and by which measure. */
typedef struct
{
  GPtrArray *contestants; /* owned */
  RfRating acceptable;
} Question;

static void
question_free (gpointer data)
{
  g_ptr_array_unref (((Question *) data)->contestants);
  g_free (data);
}

static RfProfileStudy *
study (const RfContestant *contestant,
       RfRating acceptable,
       GError **error)
{
  RfScoringContext context = { contestant->profile, contestant->record->as_of, contestant->record->offering, NULL };
  g_autoptr (RfFindings) findings = rf_findings_new (contestant->questionnaire, contestant->record, &context, NULL, error);

  return findings ? rf_profile_study_new (findings, acceptable, error) : NULL;
}

static void
study_worker (GTask *task,
              gpointer source,
              gpointer data,
              GCancellable *cancellable)
{
  const Question *question = data;
  const GPtrArray *contestants = question->contestants;
  g_autoptr (RfUnderWeights) found = g_new0 (RfUnderWeights, 1);

  found->studies = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_profile_study_unref);
  found->ranking = rank (contestants, cancellable);
  for (guint i = 0; i < contestants->len; i++)
    {
      GError *error = NULL;
      RfProfileStudy *one = g_cancellable_set_error_if_cancelled (cancellable, &error) ? NULL : study (g_ptr_array_index (contestants, i), question->acceptable, &error);

      if (one == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (found->studies, one);
    }
  g_task_return_pointer (task, g_steal_pointer (&found), (GDestroyNotify) rf_under_weights_free);
}

/**
 * rf_profiles_task_async:
 * @contestants: (element-type RfContestant): each is referenced
 * @acceptable: the greatest residual risk that is fit
 *
 * Finds out off the main thread what each profile makes of the decisions about offerings, and of
 * their order.
 */
void
rf_profiles_task_async (const GPtrArray *contestants,
                        RfRating acceptable,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Question *question = g_new0 (Question, 1);

  question->contestants = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);
  question->acceptable = acceptable;
  for (guint i = 0; i < contestants->len; i++)
    g_ptr_array_add (question->contestants, rf_contestant_ref (g_ptr_array_index (contestants, i)));
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, study_worker);
}

/**
 * rf_profiles_task_finish:
 *
 * Returns: (transfer full): what was found out
 */
RfUnderWeights *
rf_profiles_task_finish (GAsyncResult *result,
                         GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
