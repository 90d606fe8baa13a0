// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmarks.h"
#include "rf-chart.h"

G_BEGIN_DECLS

/* What surveys found as charts, the same in the report and on the screen. */
GPtrArray *rf_benchmark_charts_find_figures (const GPtrArray *files,
                                             const char *barrier,
                                             RfTopic topic);
const RfBenchmark *rf_benchmark_charts_find_barrier (const GPtrArray *files,
                                                     const char *barrier);
GPtrArray *rf_benchmark_charts_find_net_scores (const GPtrArray *files);
void rf_benchmark_charts_add_figure (RfChart *chart,
                                     const char *label,
                                     const RfBenchmark *figure);
RfChart *rf_benchmark_charts_new_figures (const GPtrArray *figures,
                                          const char *title);
RfChart *rf_benchmark_charts_new_sections (const RfQuestionnaire *questionnaire,
                                           const RfScore *score,
                                           const char *barrier,
                                           const char *title);
RfChart *rf_benchmark_charts_new_net_scores (const GPtrArray *files,
                                             const GArray *intentions);
char *rf_benchmark_charts_dup_note (const RfBenchmark *figure);
char *rf_benchmark_charts_dup_own_plan (const GArray *intentions);

G_END_DECLS
