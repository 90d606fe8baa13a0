// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-advice.h"
#include "rf-workspace-client.h"

G_BEGIN_DECLS

/* What to do next, in lists of RfAdvice. */
typedef enum
{
  RF_ADVICE_ASK,
  RF_ADVICE_PROVE,
  RF_ADVICE_NEGOTIATE,
} RfAdviceKind;

#define RF_N_ADVICE_KINDS 3

typedef struct
{
  GArray *lists[RF_N_ADVICE_KINDS]; /* owned, by kind */
} RfAdviceLists;

void rf_advice_lists_free (RfAdviceLists *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAdviceLists, rf_advice_lists_free)

void rf_advice_task_async (RfWorkspaceClient *client,
                           const char *offering,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
RfAdviceLists *rf_advice_task_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
