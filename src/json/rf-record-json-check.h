// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-record.h"

G_BEGIN_DECLS

void rf_record_json_check (const RfRecord *record,
                           RfProblems *problems);

G_END_DECLS
