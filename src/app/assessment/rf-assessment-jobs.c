// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-assessment-jobs.h"

gpointer
rf_job_load_earlier (RfWorkspace **workspace,
                     gpointer offering,
                     GCancellable *cancellable,
                     GError **error)
{
  RfRecord *record = NULL;
  GPtrArray *records;

  if (!rf_workspace_load_earlier_record (*workspace, offering, &record, error))
    return NULL;
  records = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_record_unref);
  if (record)
    g_ptr_array_add (records, record);
  return records;
}
