// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

G_BEGIN_DECLS

typedef enum
{
  RF_ANSWER_UNANSWERED,
  RF_ANSWER_ANSWERED,
  RF_ANSWER_UNKNOWN,
  RF_ANSWER_REFUSED,
  RF_ANSWER_NOT_APPLICABLE,
} RfAnswerState;

typedef enum
{
  RF_SAID_BY_NONE,
  RF_SAID_BY_PROVIDER,
  RF_SAID_BY_US,
} RfSaidBy;

/**
 * RfEvidence:
 * @file_name: the name it had, %NULL for a web link
 * @sha256: of the file's bytes, 64 hexadecimal digits, or %NULL
 * @href: the address of a web link, or %NULL
 * @retrieved: when the web link was read
 * @expires: from the day after this one it counts as a provider's statement at most
 * @size: of the file in bytes; 0 where not known
 * @bytes: (nullable): the file itself, only in a record that carries files; shared, never changed
 *
 * A paper, kept once and linked to the answers it supports.
 */
typedef struct
{
  char *id;
  char *title;
  char *file_name;
  char *sha256;
  char *href;
  RfDay retrieved;
  RfDay expires;
  guint64 size;
  GBytes *bytes;
} RfEvidence;

/* days before it expires in which a paper is worth asking for anew */
#define RF_EVIDENCE_EXPIRES_SOON 90

/* That a piece of evidence supports an answer: how strongly, and where it says so. */
typedef struct
{
  char *evidence; /* owned, an RfEvidence's id */
  RfGrade grade;
  char *locator; /* owned, nullable: page, clause */
} RfEvidenceLink;

/**
 * RfAnswer:
 * @choices: (nullable): the ids of the chosen options, %NULL-terminated, in the questionnaire's order
 * @value: (nullable): a number, a day (YYYY-MM-DD) or a text, as given
 * @reason: (nullable): why the question does not apply
 * @override_risk: 0-100, or -1 where the assessor did not override the risk
 * @inherited_from: (nullable): the offering it was copied from, until it is confirmed
 * @links: (element-type RfEvidenceLink): never %NULL
 *
 * One answer as it was recorded: words, not yet held against a questionnaire.
 */
typedef struct
{
  char *question;
  RfAnswerState state;
  char **choices;
  char *value;
  char *reason;
  int override_risk;
  char *override_reason;
  char *note;
  RfSaidBy said_by;
  char *inherited_from;
  GPtrArray *links;
} RfAnswer;

/**
 * RfAnswerValue:
 * @state: an #RfAnswerState
 * @credibility: what the best evidence is worth on the as-of date, percent: 50 (nothing) to 100 (tested by us)
 * @override_risk: 0-100, or -1
 * @chosen: a bit for each chosen option, by its index
 * @number: an #RfNumber, or an #RfDay for a date
 *
 * The part of an answer that scoring sees, held against its question; plain data.
 */
typedef struct
{
  guint8 state;
  guint8 credibility;
  gint16 override_risk;
  guint64 chosen;
  gint64 number;
} RfAnswerValue;

#define RF_ANSWER_VALUE_UNANSWERED ((RfAnswerValue){ RF_ANSWER_UNANSWERED, 50, -1, 0, 0 })

RfEvidence *rf_evidence_new (const char *id,
                             const char *title);
RfEvidence *rf_evidence_copy (const RfEvidence *self);
void rf_evidence_free (RfEvidence *self);

RfEvidenceLink *rf_evidence_link_new (const char *evidence,
                                      RfGrade grade,
                                      const char *locator);
void rf_evidence_link_free (RfEvidenceLink *self);

RfAnswer *rf_answer_new (const char *question,
                         RfAnswerState state);
RfAnswer *rf_answer_copy (const RfAnswer *self);
gboolean rf_answer_equal (const RfAnswer *self,
                          const RfAnswer *other);
void rf_answer_free (RfAnswer *self);

guint rf_grade_get_credibility (RfGrade grade,
                                RfDay expires,
                                RfDay as_of);
#define RF_CREDIBILITY_NONE 50
/* A copied answer that nobody has confirmed is a provider's statement at most. */
guint rf_answer_limit_credibility (const RfAnswer *self,
                                   guint credibility);
#define RF_CREDIBILITY_INHERITED 60

gboolean rf_answer_bind (const RfAnswer *self,
                         const RfQuestion *question,
                         guint credibility,
                         RfDay as_of,
                         RfAnswerValue *value,
                         GError **error);

const char *rf_answer_state_get_nick (RfAnswerState self);
const char *rf_answer_state_get_label (RfAnswerState self);
gboolean rf_answer_state_from_nick (const char *nick,
                                    RfAnswerState *state);
const char *rf_said_by_get_nick (RfSaidBy self);
const char *rf_said_by_get_label (RfSaidBy self);
gboolean rf_said_by_from_nick (const char *nick,
                               RfSaidBy *said_by);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfEvidence, rf_evidence_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfEvidenceLink, rf_evidence_link_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfAnswer, rf_answer_free)

G_END_DECLS
