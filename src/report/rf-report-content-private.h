// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-range-bar.h"
#include "rf-report.h"

G_BEGIN_DECLS

/* What the writers of the report's chapters share. Borrowed pointers. @findings are those of @subject, the
 * offering that is being written of. */
typedef struct
{
  RfReportDocument *document;
  const RfReportMaterial *material;
  const RfReportSubject *subject;
  const RfFindings *findings;
  const RfReportOptions *options;
  const char *data_sha256;
  GHashTable *answers;  /* RfAnswer by question: a record finds one by looking through all of them */
  GHashTable *evidence; /* RfEvidence by id */
} RfReportWriter;

#define RF_NO_QUESTION G_MAXUINT

char *rf_report_dup_question_anchor (guint question);
char *rf_report_dup_question_target (guint question);
char *rf_report_dup_day (RfDay day);
char *rf_report_dup_range (const RfFigures *figures,
                           const RfRatingBands *bands);
char *rf_report_dup_doubt (const RfFigures *figures,
                           const RfRatingBands *bands);
char *rf_report_dup_rating_range (RfRating low,
                                  RfRating high);
char *rf_report_dup_rating_words (RfRating low,
                                  RfRating high);
char *rf_report_dup_value (const RfQuestion *question,
                           const char *value);
char *rf_report_dup_answer (const RfQuestion *question,
                            const RfAnswer *answer);
const RfUseCaseFindings *rf_report_find_use_case (const RfFindings *findings,
                                                  const char *use_case);
RfDay rf_report_get_today (const RfReportWriter *self,
                           const RfFindings *findings);
gboolean rf_report_has_standing_decision (const RfReportWriter *self,
                                          const RfFindings *findings,
                                          const char *use_case);
char *rf_report_dup_decision (const RfReportWriter *self,
                              const RfFindings *findings,
                              const char *use_case);
char *rf_report_dup_capitalised (const char *text);
const char *rf_report_get_side_title (RfSide side);
void rf_report_add_hash (const RfReportWriter *self,
                         const char *name,
                         const char *hash);
RfReportText *rf_report_text_new_question_link (const RfReportWriter *self,
                                                guint question);
void rf_report_begin_fields (const RfReportWriter *self);
void rf_report_add_field (const RfReportWriter *self,
                          const char *name,
                          const char *value);

typedef void (*RfReportAtomFunc) (const RfConditionNode *atom, gpointer user_data);
void rf_report_foreach_atom (const RfConditionNode *condition,
                             RfReportAtomFunc visit,
                             gpointer user_data);

typedef void (*RfReportPartFunc) (const RfReportWriter *self);
void rf_report_write_part (const RfReportWriter *self,
                           guint subject,
                           RfReportPartFunc write);

void rf_report_write_overview_head (const RfReportWriter *self,
                                    const char *title);
void rf_report_write_overview (const RfReportWriter *self);
void rf_report_write_ranking (const RfReportWriter *self);
void rf_report_write_fit (const RfReportWriter *self);
void rf_report_write_left_out (const RfReportWriter *self);
void rf_report_write_heat_map (const RfReportWriter *self);
void rf_report_write_matrix (const RfReportWriter *self);
void rf_report_write_ranks (const RfReportWriter *self);
void rf_report_write_portfolio (const RfReportWriter *self);
void rf_report_write_comparison (const RfReportWriter *self);
void rf_report_write_board (const RfReportWriter *self);
void rf_report_write_context (const RfReportWriter *self);
void rf_report_write_all_changes (const RfReportWriter *self);
void rf_report_write_benchmarks (const RfReportWriter *self);
void rf_report_write_audit (const RfReportWriter *self);
void rf_report_write_summary (const RfReportWriter *self);
void rf_report_write_sides (const RfReportWriter *self);
void rf_report_write_advice (const RfReportWriter *self);
void rf_report_write_questions (const RfReportWriter *self);
void rf_report_write_answer (const RfReportWriter *self,
                             guint question);
void rf_report_write_said (const RfReportWriter *self,
                           const RfQuestion *question,
                           const RfAnswer *answer);
void rf_report_write_set_aside (const RfReportWriter *self);
void rf_report_write_not_asked (const RfReportWriter *self);
void rf_report_write_follow_up (const RfReportWriter *self);
void rf_report_write_method (const RfReportWriter *self);

G_END_DECLS
