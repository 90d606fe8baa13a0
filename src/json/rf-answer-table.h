// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"
#include "rf-table.h"

G_BEGIN_DECLS

RfTable *rf_answer_table_new (const RfFindings *findings);

G_END_DECLS
