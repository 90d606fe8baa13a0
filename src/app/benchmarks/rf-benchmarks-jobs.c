// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmarks-jobs.h"

#include "rf-data-folder.h"
#include "rf-portfolio-jobs.h"

RfBenchmarksView *
rf_benchmarks_view_ref (RfBenchmarksView *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
view_clear (gpointer data)
{
  RfBenchmarksView *self = data;

  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->files, g_ptr_array_unref);
}

void
rf_benchmarks_view_unref (RfBenchmarksView *self)
{
  g_atomic_rc_box_release_full (self, view_clear);
}

/**
 * rf_put_spending_new:
 * @offering: an offering's id
 *
 * Makes the data of rf_job_put_spending().
 */
RfPutSpending *
rf_put_spending_new (const char *offering,
                     RfIntention spending)
{
  RfPutSpending *self = g_new0 (RfPutSpending, 1);

  self->offering = g_strdup (offering);
  self->spending = spending;
  return self;
}

void
rf_put_spending_free (RfPutSpending *self)
{
  g_free (self->offering);
  g_free (self);
}

gpointer
rf_job_read_benchmarks (RfWorkspace **workspace,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (RfBenchmarksView) view = g_atomic_rc_box_new0 (RfBenchmarksView);

  view->entries = rf_job_list_summaries (workspace, NULL, cancellable, error);
  view->files = view->entries != NULL ? rf_data_folder_read_benchmarks (error) : NULL;
  return view->files != NULL ? g_steal_pointer (&view) : NULL;
}

gpointer
rf_job_put_spending (RfWorkspace **workspace,
                     gpointer put,
                     GCancellable *cancellable,
                     GError **error)
{
  const RfPutSpending *given = put;
  g_autoptr (RfOffering) before = rf_workspace_dup_offering (*workspace, given->offering, error);
  g_autoptr (RfOffering) offering = NULL;

  if (before == NULL)
    return NULL;
  offering = rf_offering_new (before->id, before->provider, before->name);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    offering->attributes[i] = g_strdup (before->attributes[i]);
  offering->settings = g_strdup (before->settings);
  offering->spending = given->spending;
  return rf_workspace_edit_offering (*workspace, offering, error) ? g_strdup (offering->id) : NULL;
}
