// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-jobs.h"

G_BEGIN_DECLS

/* RfWorkspaceJobs of the page where questions are answered. */

/* data: an offering's id; result: a GPtrArray of the RfRecord that was approved last, empty where none was */
gpointer rf_job_load_earlier (RfWorkspace **workspace, gpointer offering, GCancellable *cancellable, GError **error);

G_END_DECLS
