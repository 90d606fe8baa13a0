// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"
#include "rf-workspace-client.h"

G_BEGIN_DECLS

/**
 * RfContestant:
 * @profile: the workspace's for @questionnaire: an index, or -1 for the file's own weights
 *
 * An offering that is assessed, as it is compared. Immutable, atomically counted; may cross threads.
 */
typedef struct
{
  RfRecord *record;               /* owned */
  RfQuestionnaire *questionnaire; /* owned */
  int profile;
} RfContestant;

RfContestant *rf_contestant_ref (RfContestant *self);
void rf_contestant_unref (RfContestant *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfContestant, rf_contestant_unref)

/* result: (element-type RfContestant): the offerings that are assessed, by name */
gpointer rf_job_list_contestants (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);

/* data: an offering's id; result: (element-type RfContestant): that one; none where it is not assessed */
gpointer rf_job_list_contestant (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);

RfQuestionnaire *rf_contestants_line_up (const GPtrArray *contestants,
                                         RfRecord ***records,
                                         RfScoringContext *context);
void rf_compare_task_async (const GPtrArray *contestants,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
RfComparison *rf_compare_task_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
