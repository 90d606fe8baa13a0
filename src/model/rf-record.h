// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-answer.h"
#include "rf-offering.h"
#include "rf-problem.h"

G_BEGIN_DECLS

typedef enum
{
  RF_VERDICT_APPROVE,
  RF_VERDICT_APPROVE_WITH_CONDITIONS,
  RF_VERDICT_REJECT,
} RfVerdict;

typedef enum
{
  RF_STATUS_DRAFT,
  RF_STATUS_SUBMITTED,
  RF_STATUS_CHANGES_REQUESTED,
  RF_STATUS_APPROVED,
  RF_STATUS_SUPERSEDED,
} RfStatus;

/* What must change, tied to a question or to none. */
typedef struct
{
  char *id;
  char *text;
  char *question; /* nullable */
  char *owner;    /* nullable */
  RfDay due;
  RfDay done;
} RfAction;

/* Whether an offering may be used for a use case. From the day after @expires it no longer stands. */
typedef struct
{
  char *use_case;
  RfVerdict verdict;
  char **conditions;           /* nullable */
  char *owner;                 /* who accepts the risk */
  char *rationale;             /* nullable */
  char *compensating_controls; /* nullable */
  RfDay decided;
  RfDay expires;
} RfDecision;

/**
 * RfStanding:
 * @status: never %RF_STATUS_DRAFT
 * @approver: (nullable)
 *
 * Where an assessment stood elsewhere, before it was imported here and became a draft: a record of it, which
 * approves nothing.
 */
typedef struct
{
  RfStatus status;
  char *approver;
  RfDay submitted;
  RfDay approved;
} RfStanding;

/* Whether a record carries the bytes of its evidence files. */
typedef enum
{
  RF_FILES_NOT_SAID,
  RF_FILES_INCLUDED,
  RF_FILES_LEFT_OUT,
} RfFiles;

#define RF_TYPE_RECORD (rf_record_get_type ())

/**
 * RfRecord:
 * @questionnaire_sha256: of the scoring-relevant content answered to, or %NULL where a file left it out
 * @as_of: the day for which the answers hold
 * @assessor: (nullable), @approver: (nullable)
 * @requested: (nullable): what changes were requested
 * @earlier: (nullable): where the assessment stood in the workspace it was imported from
 * @homepage: (nullable), @provider_note: (nullable): of the offering's provider
 * @files: whether the evidence has its bytes with it
 * @use_cases: (element-type RfUseCase)
 * @evidence: (element-type RfEvidence)
 * @answers: (element-type RfAnswer): organisation-wide ones included
 * @actions: (element-type RfAction)
 * @decisions: (element-type RfDecision)
 *
 * One offering's answers to one revision of one questionnaire, with all they refer to: what an answers file
 * holds, what the store hands out and what a report is made from. Built once, then shared read-only between
 * threads; counted atomically. The arrays are never %NULL.
 */
typedef struct
{
  char *questionnaire_id;
  guint questionnaire_revision;
  char *questionnaire_sha256;
  RfDay as_of;
  char *assessor;
  char *approver;
  RfStatus status;
  RfDay submitted;
  RfDay approved;
  RfDay next_review;
  char *requested;
  RfStanding *earlier;
  char *homepage;
  char *provider_note;
  RfFiles files;
  RfOffering *offering;
  GPtrArray *use_cases;
  GPtrArray *evidence;
  GPtrArray *answers;
  GPtrArray *actions;
  GPtrArray *decisions;
} RfRecord;

GType rf_record_get_type (void);
RfRecord *rf_record_new (const char *questionnaire_id,
                         guint questionnaire_revision,
                         const char *questionnaire_sha256,
                         RfDay as_of,
                         RfOffering *offering);
RfRecord *rf_record_ref (RfRecord *self);
void rf_record_unref (RfRecord *self);

const RfAnswer *rf_record_find_answer (const RfRecord *self,
                                       const char *question);
const RfEvidence *rf_record_find_evidence (const RfRecord *self,
                                           const char *id);
const RfUseCase *rf_record_find_use_case (const RfRecord *self,
                                          const char *id);
const RfDecision *rf_record_find_decision (const RfRecord *self,
                                           const char *use_case);
guint rf_record_get_credibility (const RfRecord *self,
                                 const RfAnswer *answer,
                                 RfDay as_of);
RfAnswerValue *rf_record_bind (const RfRecord *self,
                               const RfQuestionnaire *questionnaire,
                               RfDay as_of,
                               RfProblems *problems);

RfStanding *rf_standing_new (RfStatus status,
                             const char *approver,
                             RfDay submitted,
                             RfDay approved);
RfStanding *rf_standing_copy (const RfStanding *self);
void rf_standing_free (RfStanding *self);
const char *rf_files_get_nick (RfFiles self);
gboolean rf_files_from_nick (const char *nick,
                             RfFiles *files);

RfAction *rf_action_new (const char *id,
                         const char *text);
RfAction *rf_action_copy (const RfAction *self);
gboolean rf_action_is_overdue (const RfAction *self,
                               RfDay today);
void rf_action_free (RfAction *self);
RfDecision *rf_decision_new (const char *use_case,
                             RfVerdict verdict);
RfDecision *rf_decision_copy (const RfDecision *self);
gboolean rf_decision_has_expired (const RfDecision *self,
                                  RfDay today);
void rf_decision_free (RfDecision *self);
const char *rf_verdict_get_nick (RfVerdict self);
const char *rf_verdict_get_label (RfVerdict self);
gboolean rf_verdict_from_nick (const char *nick,
                               RfVerdict *verdict);
const char *rf_status_get_nick (RfStatus self);
const char *rf_status_get_label (RfStatus self);
gboolean rf_status_from_nick (const char *nick,
                              RfStatus *status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfRecord, rf_record_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfStanding, rf_standing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAction, rf_action_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfDecision, rf_decision_free)

G_END_DECLS
