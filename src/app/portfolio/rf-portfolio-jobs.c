// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-jobs.h"

gpointer
rf_job_list_summaries (RfWorkspace **workspace,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  return rf_workspace_list_summaries (*workspace, RF_DAY_NONE, error);
}

/* They are sorted by id and revision: the last of an id is the newest. */
static void
add_newest (GPtrArray *newest,
            const GPtrArray *questionnaires)
{
  const RfQuestionnaire *first = g_ptr_array_index (newest, 0);

  for (guint i = 0; i < questionnaires->len; i++)
    {
      RfQuestionnaire *questionnaire = g_ptr_array_index (questionnaires, i);
      const RfQuestionnaire *next = i + 1 < questionnaires->len ? g_ptr_array_index (questionnaires, i + 1) : NULL;

      if (!g_str_equal (questionnaire->id, first->id) && (next == NULL || !g_str_equal (questionnaire->id, next->id)))
        g_ptr_array_add (newest, rf_questionnaire_ref (questionnaire));
    }
}

gpointer
rf_job_list_questionnaires (RfWorkspace **workspace,
                            gpointer data,
                            GCancellable *cancellable,
                            GError **error)
{
  RfQuestionnaire *first = rf_workspace_dup_questionnaire (*workspace, NULL, 0, error);
  g_autoptr (GPtrArray) questionnaires = first ? rf_workspace_list_questionnaires (*workspace, error) : NULL;
  g_autoptr (GPtrArray) newest = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_questionnaire_unref);

  if (first != NULL)
    g_ptr_array_add (newest, first);
  if (questionnaires == NULL)
    return NULL;
  add_newest (newest, questionnaires);
  return g_steal_pointer (&newest);
}

gpointer
rf_job_edit_offering (RfWorkspace **workspace,
                      gpointer offering,
                      GCancellable *cancellable,
                      GError **error)
{
  const RfOffering *edited = offering;

  return rf_workspace_edit_offering (*workspace, edited, error) ? g_strdup (edited->id) : NULL;
}

gpointer
rf_job_remove_offering (RfWorkspace **workspace,
                        gpointer id,
                        GCancellable *cancellable,
                        GError **error)
{
  return rf_workspace_remove_offering (*workspace, id, error) ? g_strdup (id) : NULL;
}
