// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmarks.h"
#include "rf-findings.h"
#include "rf-own-plan.h"
#include "rf-table.h"

G_BEGIN_DECLS

/**
 * RfBenchmarkList:
 * @files: (element-type RfBenchmarks): borrowed
 * @questionnaire: (nullable): whose sections answer barriers; borrowed
 * @findings: (element-type RfFindings): of the offerings that are assessed, by name; borrowed
 * @plan: the portfolio's
 *
 * Survey figures, to be printed barrier by barrier.
 */
typedef struct
{
  GPtrArray *files;
  const RfQuestionnaire *questionnaire;
  GPtrArray *findings;
  RfOwnPlan plan;
} RfBenchmarkList;

GPtrArray *rf_benchmark_list_read (char **named,
                                   GError **error);
guint rf_benchmark_list_count_sections (const RfBenchmarkList *self,
                                        const char *barrier);
gboolean rf_benchmark_list_answers (const RfQuestionnaire *questionnaire,
                                    guint section,
                                    const char *barrier);
char *rf_benchmark_list_to_text (const RfBenchmarkList *self);
RfTable *rf_benchmark_list_to_table (const RfBenchmarkList *self);

G_END_DECLS
