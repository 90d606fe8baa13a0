// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-advice-task.h"

/*
 * Advice is made by rescoring, many times over. The workspace's thread only copies the evaluation, so that an answer given
 * meanwhile does not wait.
 */

void
rf_advice_lists_free (RfAdviceLists *self)
{
  for (guint i = 0; i < RF_N_ADVICE_KINDS; i++)
    g_clear_pointer (&self->lists[i], g_array_unref);
  g_free (self);
}

static gpointer
copy_job (RfWorkspace **workspace,
          gpointer offering,
          GCancellable *cancellable,
          GError **error)
{
  return rf_workspace_dup_evaluation (*workspace, offering, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, error);
}

static void
advise_worker (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  static GArray *(*const make[RF_N_ADVICE_KINDS]) (const RfEvaluation *evaluation) = {
    [RF_ADVICE_ASK] = rf_advice_list_ask_first,
    [RF_ADVICE_PROVE] = rf_advice_list_prove_first,
    [RF_ADVICE_NEGOTIATE] = rf_advice_list_negotiate_first,
  };
  RfAdviceLists *lists = g_new0 (RfAdviceLists, 1);

  for (guint i = 0; i < RF_N_ADVICE_KINDS && !g_cancellable_is_cancelled (cancellable); i++)
    lists->lists[i] = make[i](task_data);
  g_task_return_pointer (task, lists, (GDestroyNotify) rf_advice_lists_free);
}

static void
copied_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  RfEvaluation *evaluation = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (evaluation == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, evaluation, (GDestroyNotify) rf_evaluation_free);
  g_task_run_in_thread (task, advise_worker);
}

/**
 * rf_advice_task_async:
 * @offering: an id
 *
 * Finds out what to ask, prove and negotiate first, off the main thread.
 */
void
rf_advice_task_async (RfWorkspaceClient *client,
                      const char *offering,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (client, cancellable, callback, user_data);

  rf_workspace_client_run_async (client, copy_job, g_strdup (offering), g_free, (GDestroyNotify) rf_evaluation_free, cancellable, copied_cb, task);
}

/**
 * rf_advice_task_finish:
 *
 * Returns: (transfer full): the lists
 */
RfAdviceLists *
rf_advice_task_finish (GAsyncResult *result,
                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
