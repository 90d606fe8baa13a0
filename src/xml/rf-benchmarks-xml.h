// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmarks.h"
#include "rf-problem.h"

G_BEGIN_DECLS

#define RF_BENCHMARKS_NAMESPACE "https://ringfence.github.io/ns/benchmarks/1"

RfBenchmarks *rf_benchmarks_read_file (const char *path,
                                       RfProblems *problems,
                                       GError **error);
RfBenchmarks *rf_benchmarks_read_bytes (GBytes *bytes,
                                        const char *name,
                                        RfProblems *problems,
                                        GError **error);

G_END_DECLS
