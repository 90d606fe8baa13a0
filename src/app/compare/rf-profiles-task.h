// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-compare-task.h"
#include "rf-profile-study.h"

G_BEGIN_DECLS

void rf_profiles_task_async (const GPtrArray *contestants,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
GPtrArray *rf_profiles_task_finish (GAsyncResult *result,
                                    GError **error);

G_END_DECLS
