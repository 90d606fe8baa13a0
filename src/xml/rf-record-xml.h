// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-record.h"

G_BEGIN_DECLS

#define RF_ANSWERS_NAMESPACE "https://ringfence.github.io/ns/answers/1"
#define RF_ANSWERS_BYTES_PER_PART ((gsize) 48 << 10)

RfRecord *rf_record_read_file (const char *path,
                               RfProblems *problems,
                               GError **error);
RfRecord *rf_record_read_bytes (GBytes *bytes,
                                const char *name,
                                RfProblems *problems,
                                GError **error);
GBytes *rf_record_write (const RfRecord *record,
                         GError **error);

GPtrArray *rf_use_cases_read_file (const char *path,
                                   RfProblems *problems,
                                   GError **error);
GPtrArray *rf_use_cases_read_bytes (GBytes *bytes,
                                    const char *name,
                                    RfProblems *problems,
                                    GError **error);
GBytes *rf_use_cases_write (const GPtrArray *use_cases,
                            GError **error);

G_END_DECLS
