// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-summary.h"
#include "rf-workspace-client.h"

G_BEGIN_DECLS

/**
 * RfBenchmarksView:
 * @entries: (element-type RfPortfolioSummary): the offerings, by name
 * @files: (element-type RfBenchmarks): what surveys found
 *
 * What the page of benchmarks shows. Shared; atomically counted.
 */
typedef struct
{
  GPtrArray *entries; /* owned */
  GPtrArray *files;   /* owned */
} RfBenchmarksView;

RfBenchmarksView *rf_benchmarks_view_ref (RfBenchmarksView *self);
void rf_benchmarks_view_unref (RfBenchmarksView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfBenchmarksView, rf_benchmarks_view_unref)

typedef struct
{
  char *offering; /* owned */
  RfIntention spending;
} RfPutSpending;

RfPutSpending *rf_put_spending_new (const char *offering,
                                    RfIntention spending);
void rf_put_spending_free (RfPutSpending *self);

/* result: RfBenchmarksView */
gpointer rf_job_read_benchmarks (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* data: RfPutSpending; result: the offering's id */
gpointer rf_job_put_spending (RfWorkspace **workspace, gpointer put, GCancellable *cancellable, GError **error);

G_END_DECLS
