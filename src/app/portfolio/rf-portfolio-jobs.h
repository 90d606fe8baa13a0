// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace-client.h"

G_BEGIN_DECLS

/*
 * What the page of the portfolio asks of a workspace; each is an RfWorkspaceJob.
 */

/* result: GPtrArray of RfPortfolioSummary, by name */
gpointer rf_job_list_summaries (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* result: GPtrArray of RfQuestionnaire: each in its newest revision, first the one that is asked where none is named */
gpointer rf_job_list_questionnaires (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* data: RfOffering with its id; result: the id */
gpointer rf_job_edit_offering (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);
/* data: an offering's id; result: the id */
gpointer rf_job_remove_offering (RfWorkspace **workspace, gpointer id, GCancellable *cancellable, GError **error);

G_END_DECLS
