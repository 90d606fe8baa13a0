// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report.h"

G_BEGIN_DECLS

/* One record of the data: that it was there, and what it said, as a SHA-256. */
typedef struct
{
  char *kind; /* "answer", "offering", "assessment", "evidence", "action", "decision", "use-case" */
  char *id;
  char *digest; /* 64 hexadecimal digits */
} RfSealPart;

/**
 * RfSealSubject:
 * @profile: (nullable): the id of the profile; %NULL for the questionnaire's own weights
 * @policy: (nullable): the digest of the company's policy
 * @use_case: (nullable): the id of the use case that all was scored under
 * @parts: (element-type RfSealPart): by kind and id
 *
 * One offering of a sealed report, and how it was scored.
 */
typedef struct
{
  char *offering;
  char *questionnaire_id;
  guint questionnaire_revision;
  char *questionnaire_sha256;
  char *profile;
  char *policy;
  char *use_case;
  RfDay as_of;
  char *engine;
  GPtrArray *parts;
} RfSealSubject;

/**
 * RfReportSeal:
 * @sha256: of all the data, 64 hexadecimal digits
 * @chain_head: (nullable): of the store's audit chain when the report was made; a report from files has none
 * @subjects: (element-type RfSealSubject)
 *
 * What a report says of the data it was made from.
 */
typedef struct
{
  RfReportKind kind;
  char *sha256;
  char *chain_head;
  GPtrArray *subjects;
} RfReportSeal;

typedef enum
{
  RF_SEAL_CHANGED,
  RF_SEAL_ADDED,
  RF_SEAL_REMOVED,
} RfSealChange;

/**
 * RfSealDifference:
 * @kind: that of a part, or "questionnaire", "profile", "policy", "engine" for how it was scored
 * @id: of the part; "" for what has none
 *
 * One thing that no longer is as it was sealed.
 */
typedef struct
{
  char *offering;
  char *kind;
  char *id;
  RfSealChange what;
} RfSealDifference;

RfReportSeal *rf_report_seal_new (const RfReportMaterial *material,
                                  RfReportKind kind);
RfReportSeal *rf_report_seal_parse (const char *text,
                                    GError **error);
void rf_report_seal_free (RfReportSeal *self);
char *rf_report_seal_to_string (const RfReportSeal *self);
GPtrArray *rf_report_seal_compare (const RfReportSeal *sealed,
                                   const RfReportSeal *current);
const char *rf_seal_change_get_nick (RfSealChange self);

/* ---- its text: shared by the files that write and read it ---- */

#define RF_SEAL_VERSION 1

RfSealSubject *rf_seal_subject_new (const char *offering);
void rf_seal_subject_add (RfSealSubject *self,
                          const char *kind,
                          const char *id,
                          const char *digest);
char *rf_report_seal_dup_digest (const RfReportSeal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfReportSeal, rf_report_seal_free)

G_END_DECLS
