// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-compare-task.h"
#include "rf-profile-study.h"
#include "rf-ranking-study.h"

G_BEGIN_DECLS

/**
 * RfUnderWeights:
 * @ranking: (nullable): the order of the offerings under each profile; none of one alone, or of what cannot be compared
 * @studies: (element-type RfProfileStudy): the decisions about each offering under each profile
 */
typedef struct
{
  RfRankingStudy *ranking; /* owned */
  GPtrArray *studies;      /* owned */
} RfUnderWeights;

void rf_under_weights_free (RfUnderWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfUnderWeights, rf_under_weights_free)

void rf_profiles_task_async (const GPtrArray *contestants,
                             RfRating acceptable,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data);
RfUnderWeights *rf_profiles_task_finish (GAsyncResult *result,
                                         GError **error);

G_END_DECLS
