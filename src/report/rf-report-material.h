// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-benchmarks.h"
#include "rf-comparison.h"
#include "rf-findings.h"
#include "rf-ranking-study.h"
#include "rf-workspace.h"

G_BEGIN_DECLS

/* not its header: that brings words of its own for translating, which the window has from elsewhere */
typedef struct _RfLanguage RfLanguage;

/* Of more offerings than this, what other weights make of their order is not looked into. */
#define RF_REPORT_MOST_WEIGHED 50

/**
 * RfReportSubject:
 * @findings: what is said of the offering
 * @approved: (nullable): the same of its last approved assessment, where there is one beside @findings
 *
 * One offering of a report.
 */
typedef struct
{
  RfFindings *findings; /* owned */
  RfFindings *approved; /* owned */
} RfReportSubject;

/**
 * RfReportMaterial:
 * @subjects: (element-type RfReportSubject): at least one, in the order in which they are printed
 * @benchmarks: (element-type RfBenchmarks): may be empty
 * @audit: (element-type RfAuditEntry): the changes to what the report is about, oldest first; empty of files alone
 * @intentions: (element-type RfIntention): what the company means to spend on each offering it has
 * @comparison: (nullable): how far the order of the subjects can be trusted
 * @weighed: (nullable): the same order under each profile of weights
 * @today: the day on which decisions and actions are looked at, where it is later than that of the answers;
 *   %RF_DAY_NONE of files alone
 * @acceptable: the greatest residual risk that is fit; %RF_FIT_DEFAULT_ACCEPTABLE unless another is set
 * @language: (nullable): of its texts, where that is not the desktop's; whoever writes it down enters it
 * @chain_head: (nullable): of the store's audit chain, hexadecimal; a report from files alone has none
 *
 * What a report is made from. Filled once, then shared and read by any thread; atomically counted.
 */
typedef struct
{
  GPtrArray *subjects;
  GPtrArray *benchmarks;
  GPtrArray *audit;
  GArray *intentions;
  RfComparison *comparison;
  RfRankingStudy *weighed;
  RfDay today;
  RfRating acceptable;
  RfLanguage *language;
  char *chain_head;
} RfReportMaterial;

RfReportMaterial *rf_report_material_new (void);
RfReportMaterial *rf_report_material_ref (RfReportMaterial *self);
void rf_report_material_unref (RfReportMaterial *self);
void rf_report_material_add (RfReportMaterial *self,
                             RfFindings *findings,
                             RfFindings *approved);
gboolean rf_report_material_gather (RfReportMaterial *self,
                                    RfWorkspace *workspace,
                                    GError **error);
gboolean rf_report_material_compare (RfReportMaterial *self,
                                     guint64 seed,
                                     GCancellable *cancellable,
                                     GError **error);
RfReportMaterial *rf_report_material_new_non_attributable (const RfReportMaterial *source,
                                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportMaterial, rf_report_material_unref)

G_END_DECLS
