// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report-seal.h"

G_BEGIN_DECLS

typedef enum
{
  RF_SEAL_HISTORY_KNOWN,   /* the head is an entry of the chain, or there was none yet when the report was made */
  RF_SEAL_HISTORY_NONE,    /* the report was made from files */
  RF_SEAL_HISTORY_FOREIGN, /* the head is not of this chain */
} RfSealHistoryState;

/**
 * RfSealHistory:
 * @entries: (element-type RfAuditEntry): of the whole chain
 * @first: the index of the first entry after the report was made
 *
 * What the audit trail can say on what differs from a report.
 */
typedef struct
{
  RfSealHistoryState state;
  GPtrArray *entries; /* owned */
  guint first;
} RfSealHistory;

gboolean rf_seal_history_load (RfSealHistory *self,
                               RfWorkspace *workspace,
                               const char *head,
                               GError **error);
void rf_seal_history_clear (RfSealHistory *self);
const RfAuditEntry *rf_seal_history_find (const RfSealHistory *self,
                                          const RfSealDifference *difference,
                                          const RfRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfSealHistory, rf_seal_history_clear)

G_END_DECLS
