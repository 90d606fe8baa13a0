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
