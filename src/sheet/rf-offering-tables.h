// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"
#include "rf-table.h"

G_BEGIN_DECLS

RfTable *rf_summary_table_new (const RfFindings *findings);
RfTable *rf_evidence_table_new (const RfRecord *record);
RfTable *rf_action_table_new (const RfRecord *record);

G_END_DECLS
