// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-record.h"

G_BEGIN_DECLS

#define RF_RECORD_JSON_FORMAT "ringfence-answers"
#define RF_RECORD_JSON_VERSION 1
/* Without the evidence files that it carries, and with them. */
#define RF_RECORD_JSON_MAX_BYTES ((gsize) 16 << 20)
#define RF_RECORD_JSON_MAX_BYTES_WITH_FILES ((gsize) 192 << 20)
#define RF_RECORD_JSON_MAX_DEPTH 16

gboolean rf_record_json_is_meant (GBytes *bytes);
RfRecord *rf_record_read_json (GBytes *bytes,
                               const char *name,
                               RfProblems *problems,
                               GError **error);
GBytes *rf_record_write_json (const RfRecord *record,
                              GError **error);

G_END_DECLS
