// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record-shape.h"

#define FIELD(type, field) G_STRUCT_OFFSET (type, field)

/* A word's functions on an int, whatever the enumeration: all of them are as wide as one. */
#define WORD(name, Type, prefix, unwritten)                         \
  static const char *name##_nick (int value)                        \
  {                                                                 \
    return value == (unwritten) ? NULL : prefix##_get_nick (value); \
  }                                                                 \
  static gboolean name##_from (const char *nick, int *value)        \
  {                                                                 \
    Type found;                                                     \
    gboolean known = prefix##_from_nick (nick, &found);             \
                                                                    \
    if (known)                                                      \
      *value = (int) found;                                         \
    return known;                                                   \
  }

WORD (status, RfStatus, rf_status, (int) RF_STATUS_DRAFT)
WORD (files, RfFiles, rf_files, (int) RF_FILES_NOT_SAID)
WORD (spending, RfIntention, rf_intention, (int) RF_INTENTION_NOT_SET)
WORD (state, RfAnswerState, rf_answer_state, -1)
WORD (said_by, RfSaidBy, rf_said_by, (int) RF_SAID_BY_NONE)
WORD (grade, RfGrade, rf_grade, -1)
WORD (verdict, RfVerdict, rf_verdict, -1)

#define LEVEL(name, attribute)                                                                 \
  static const char *name##_nick (int value)                                                   \
  {                                                                                            \
    return value == RF_LEVEL_NOT_SET ? NULL : rf_use_case_level_get_nick ((attribute), value); \
  }                                                                                            \
  static gboolean name##_from (const char *nick, int *value)                                   \
  {                                                                                            \
    return rf_use_case_level_from_nick ((attribute), nick, value);                             \
  }

LEVEL (sensitivity, RF_USE_CASE_SENSITIVITY)
LEVEL (autonomy, RF_USE_CASE_AUTONOMY)
LEVEL (volume, RF_USE_CASE_VOLUME)
LEVEL (dependence, RF_USE_CASE_DEPENDENCE)
LEVEL (personal_data, RF_USE_CASE_PERSONAL_DATA)

#define STATUSES "submitted, changes-requested, approved, superseded"
#define LEVELS "very-low, low, moderate, high, very-high"

static gpointer
create_standing (void)
{
  return rf_standing_new (RF_STATUS_SUBMITTED, NULL, RF_DAY_NONE, RF_DAY_NONE);
}

static gpointer
create_use_case (void)
{
  RfUseCase *self = rf_use_case_new (NULL, NULL);

  return self;
}

static gpointer
create_evidence (void)
{
  return rf_evidence_new (NULL, NULL);
}

static gpointer
create_link (void)
{
  return rf_evidence_link_new (NULL, RF_GRADE_STATEMENT, NULL);
}

static gpointer
create_answer (void)
{
  return rf_answer_new (NULL, RF_ANSWER_UNANSWERED);
}

static gpointer
create_action (void)
{
  return rf_action_new (NULL, NULL);
}

static gpointer
create_decision (void)
{
  return rf_decision_new (NULL, RF_VERDICT_REJECT);
}

static const RfJsonField questionnaire_fields[] = {
  { "id", RF_JSON_ID, FIELD (RfRecord, questionnaire_id), TRUE },
  { "revision", RF_JSON_INTEGER, FIELD (RfRecord, questionnaire_revision), TRUE },
  { "sha256", RF_JSON_SHA256, FIELD (RfRecord, questionnaire_sha256) },
  { NULL },
};
static const RfJsonShape questionnaire_shape = { questionnaire_fields };

static const RfJsonField standing_fields[] = {
  { "status", RF_JSON_WORD, FIELD (RfStanding, status), TRUE, status_nick, status_from, STATUSES },
  { "approver", RF_JSON_LINE, FIELD (RfStanding, approver) },
  { "submitted", RF_JSON_DAY, FIELD (RfStanding, submitted) },
  { "approved", RF_JSON_DAY, FIELD (RfStanding, approved) },
  { NULL },
};
static const RfJsonShape standing_shape = { standing_fields, create_standing };

static gpointer
create_offering (void)
{
  return rf_offering_new (NULL, NULL, NULL);
}

static const RfJsonField offering_fields[] = {
  { "id", RF_JSON_ID, FIELD (RfOffering, id), TRUE },
  { "provider", RF_JSON_LINE, FIELD (RfOffering, provider), TRUE },
  { "name", RF_JSON_LINE, FIELD (RfOffering, name), TRUE },
  { "layer", RF_JSON_LAYER, FIELD (RfOffering, attributes[RF_OFFERING_LAYER]) },
  { "channel", RF_JSON_ID, FIELD (RfOffering, attributes[RF_OFFERING_CHANNEL]) },
  { "plan", RF_JSON_ID, FIELD (RfOffering, attributes[RF_OFFERING_PLAN]) },
  { "region", RF_JSON_ID, FIELD (RfOffering, attributes[RF_OFFERING_REGION]) },
  { "spending", RF_JSON_WORD, FIELD (RfOffering, spending), FALSE, spending_nick, spending_from,
    "adopting, spending-more, flat, spending-less, replacing" },
  { "settings", RF_JSON_TEXT, FIELD (RfOffering, settings) },
  { NULL },
};
static const RfJsonShape offering_shape = { offering_fields, create_offering };

static const RfJsonField provider_fields[] = {
  { "homepage", RF_JSON_LINE, FIELD (RfRecord, homepage) },
  { "note", RF_JSON_TEXT, FIELD (RfRecord, provider_note) },
  { NULL },
};
static const RfJsonShape provider_shape = { provider_fields };

static const RfJsonField use_case_fields[] = {
  { "id", RF_JSON_ID, FIELD (RfUseCase, id), TRUE },
  { "name", RF_JSON_LINE, FIELD (RfUseCase, name), TRUE },
  { "sensitivity", RF_JSON_WORD, FIELD (RfUseCase, levels[RF_USE_CASE_SENSITIVITY]), FALSE, sensitivity_nick, sensitivity_from,
    "public, internal, confidential, restricted, crown-jewels" },
  { "autonomy", RF_JSON_WORD, FIELD (RfUseCase, levels[RF_USE_CASE_AUTONOMY]), FALSE, autonomy_nick, autonomy_from,
    "chat, retrieval, agent-with-tools, agent-on-its-own" },
  { "volume", RF_JSON_WORD, FIELD (RfUseCase, levels[RF_USE_CASE_VOLUME]), FALSE, volume_nick, volume_from, LEVELS },
  { "dependence", RF_JSON_WORD, FIELD (RfUseCase, levels[RF_USE_CASE_DEPENDENCE]), FALSE, dependence_nick, dependence_from, LEVELS },
  { "personal-data", RF_JSON_WORD, FIELD (RfUseCase, levels[RF_USE_CASE_PERSONAL_DATA]), FALSE, personal_data_nick,
    personal_data_from, "yes, no" },
  { "step", RF_JSON_STEP, FIELD (RfUseCase, step) },
  { "owner", RF_JSON_LINE, FIELD (RfUseCase, owner) },
  { NULL },
};
static const RfJsonShape use_case_shape = { use_case_fields, create_use_case };

static const RfJsonField evidence_fields[] = {
  { "id", RF_JSON_ID, FIELD (RfEvidence, id), TRUE },
  { "title", RF_JSON_LINE, FIELD (RfEvidence, title), TRUE },
  { "file", RF_JSON_LINE, FIELD (RfEvidence, file_name) },
  { "sha256", RF_JSON_SHA256, FIELD (RfEvidence, sha256) },
  { "href", RF_JSON_LINE, FIELD (RfEvidence, href) },
  { "retrieved", RF_JSON_DAY, FIELD (RfEvidence, retrieved) },
  { "expires", RF_JSON_DAY, FIELD (RfEvidence, expires) },
  { "size", RF_JSON_SIZE, FIELD (RfEvidence, size) },
  { "bytes", RF_JSON_BYTES, FIELD (RfEvidence, bytes) },
  { NULL },
};
static const RfJsonShape evidence_shape = { evidence_fields, create_evidence };

static const RfJsonField override_fields[] = {
  { "risk", RF_JSON_RISK, FIELD (RfAnswer, override_risk), TRUE },
  { "reason", RF_JSON_TEXT, FIELD (RfAnswer, override_reason), TRUE },
  { NULL },
};
static const RfJsonShape override_shape = { override_fields };

static const RfJsonField link_fields[] = {
  { "evidence", RF_JSON_ID, FIELD (RfEvidenceLink, evidence), TRUE },
  { "grade", RF_JSON_WORD, FIELD (RfEvidenceLink, grade), TRUE, grade_nick, grade_from,
    "statement, documentation, contract, attestation, tested" },
  { "locator", RF_JSON_LINE, FIELD (RfEvidenceLink, locator) },
  { NULL },
};
static const RfJsonShape link_shape = { link_fields, create_link };

static const RfJsonField answer_fields[] = {
  { "question", RF_JSON_ID, FIELD (RfAnswer, question), TRUE },
  { "state", RF_JSON_WORD, FIELD (RfAnswer, state), TRUE, state_nick, state_from,
    "answered, unanswered, unknown, refused, not-applicable" },
  { "said-by", RF_JSON_WORD, FIELD (RfAnswer, said_by), FALSE, said_by_nick, said_by_from, "provider, us" },
  { "inherited-from", RF_JSON_ID, FIELD (RfAnswer, inherited_from) },
  { "choices", RF_JSON_IDS, FIELD (RfAnswer, choices), .most = 64 },
  { "value", RF_JSON_TEXT, FIELD (RfAnswer, value) },
  { "reason", RF_JSON_TEXT, FIELD (RfAnswer, reason) },
  { "override", RF_JSON_INSIDE, FIELD (RfAnswer, override_risk), .shape = &override_shape },
  { "note", RF_JSON_TEXT, FIELD (RfAnswer, note) },
  { "supported-by", RF_JSON_LIST, FIELD (RfAnswer, links), .shape = &link_shape, .most = 64 },
  { NULL },
};
static const RfJsonShape answer_shape = { answer_fields, create_answer };

static const RfJsonField action_fields[] = {
  { "id", RF_JSON_ID, FIELD (RfAction, id), TRUE },
  { "question", RF_JSON_ID, FIELD (RfAction, question) },
  { "owner", RF_JSON_LINE, FIELD (RfAction, owner) },
  { "due", RF_JSON_DAY, FIELD (RfAction, due) },
  { "done", RF_JSON_DAY, FIELD (RfAction, done) },
  { "text", RF_JSON_TEXT, FIELD (RfAction, text), TRUE },
  { NULL },
};
static const RfJsonShape action_shape = { action_fields, create_action };

static const RfJsonField decision_fields[] = {
  { "use-case", RF_JSON_ID, FIELD (RfDecision, use_case), TRUE },
  { "verdict", RF_JSON_WORD, FIELD (RfDecision, verdict), TRUE, verdict_nick, verdict_from,
    "approve, approve-with-conditions, reject" },
  { "owner", RF_JSON_LINE, FIELD (RfDecision, owner), TRUE },
  { "decided", RF_JSON_DAY, FIELD (RfDecision, decided), TRUE },
  { "expires", RF_JSON_DAY, FIELD (RfDecision, expires) },
  { "conditions", RF_JSON_TEXTS, FIELD (RfDecision, conditions), .most = 64 },
  { "rationale", RF_JSON_TEXT, FIELD (RfDecision, rationale) },
  { "compensating-controls", RF_JSON_TEXT, FIELD (RfDecision, compensating_controls) },
  { NULL },
};
static const RfJsonShape decision_shape = { decision_fields, create_decision };

static const RfJsonField record_fields[] = {
  { "as-of", RF_JSON_DAY, FIELD (RfRecord, as_of), TRUE },
  { "assessor", RF_JSON_LINE, FIELD (RfRecord, assessor) },
  { "status", RF_JSON_WORD, FIELD (RfRecord, status), FALSE, status_nick, status_from, "draft, " STATUSES },
  { "approver", RF_JSON_LINE, FIELD (RfRecord, approver) },
  { "submitted", RF_JSON_DAY, FIELD (RfRecord, submitted) },
  { "approved", RF_JSON_DAY, FIELD (RfRecord, approved) },
  { "next-review", RF_JSON_DAY, FIELD (RfRecord, next_review) },
  { "files", RF_JSON_WORD, FIELD (RfRecord, files), FALSE, files_nick, files_from, "included, left-out" },
  { "changes-requested", RF_JSON_TEXT, FIELD (RfRecord, requested) },
  { "questionnaire", RF_JSON_INSIDE, 0, TRUE, .shape = &questionnaire_shape },
  { "earlier", RF_JSON_OBJECT, FIELD (RfRecord, earlier), .shape = &standing_shape },
  { "offering", RF_JSON_OBJECT, FIELD (RfRecord, offering), TRUE, .shape = &offering_shape },
  { "provider-details", RF_JSON_INSIDE, 0, .shape = &provider_shape },
  { "use-cases", RF_JSON_LIST, FIELD (RfRecord, use_cases), .shape = &use_case_shape, .most = 256 },
  { "evidence", RF_JSON_LIST, FIELD (RfRecord, evidence), .shape = &evidence_shape, .most = 65536 },
  { "answers", RF_JSON_LIST, FIELD (RfRecord, answers), .shape = &answer_shape },
  { "actions", RF_JSON_LIST, FIELD (RfRecord, actions), .shape = &action_shape, .most = 65536 },
  { "decisions", RF_JSON_LIST, FIELD (RfRecord, decisions), .shape = &decision_shape, .most = 256 },
  { NULL },
};
const RfJsonShape rf_record_shape = { record_fields };
