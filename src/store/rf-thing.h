// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-assessment.h"
#include "rf-provider.h"
#include "rf-record.h"

G_BEGIN_DECLS

typedef enum
{
  RF_THING_QUESTIONNAIRE,
  RF_THING_PROVIDER,
  RF_THING_OFFERING,
  RF_THING_USE_CASE,
  RF_THING_EVIDENCE,
  RF_THING_ASSESSMENT,
  RF_THING_ANSWER,
  RF_THING_ACTION,
  RF_THING_DECISION,
  RF_THING_SNAPSHOT,
} RfThingKind;

#define RF_N_THING_KINDS 10
#define RF_THING_MAX_FIELDS 15

/**
 * RfThing:
 * @id: unique within its kind; "PARENT/OWN" for what belongs to an assessment
 * @values: by field of its kind, %NULL where not set
 *
 * A thing of the store as named fields: what is written, compared, audited and undone, the same for all kinds.
 */
typedef struct
{
  RfThingKind kind;
  char *id;
  char *values[RF_THING_MAX_FIELDS];
} RfThing;

RfThing *rf_thing_new (RfThingKind kind,
                       const char *id);
RfThing *rf_thing_copy (const RfThing *self);
void rf_thing_free (RfThing *self);
gboolean rf_thing_equal (const RfThing *self,
                         const RfThing *other);
const char *rf_thing_get (const RfThing *self,
                          const char *field);
void rf_thing_set (RfThing *self,
                   const char *field,
                   const char *value);
char *rf_thing_dup_parent (const RfThing *self);
const char *rf_thing_get_own_id (const RfThing *self);
char *rf_thing_to_text (const RfThing *self);
char *rf_thing_dup_subject (const RfThing *self);

const char *rf_thing_kind_get_nick (RfThingKind self);
const char *const *rf_thing_kind_get_fields (RfThingKind self);

/* ---- things from and to the values of the model ---- */

RfThing *rf_thing_from_provider (const RfProvider *provider);
RfProvider *rf_thing_to_provider (const RfThing *self);
/* An offering's provider is an id in the store, a name in the model. */
RfThing *rf_thing_from_offering (const RfOffering *offering,
                                 const char *provider_id);
RfOffering *rf_thing_to_offering (const RfThing *self,
                                  const char *provider_name);
RfThing *rf_thing_from_use_case (const RfUseCase *use_case);
RfUseCase *rf_thing_to_use_case (const RfThing *self);
RfThing *rf_thing_from_evidence (const RfEvidence *evidence);
RfEvidence *rf_thing_to_evidence (const RfThing *self);
RfThing *rf_thing_from_assessment (const RfAssessment *assessment);
RfAssessment *rf_thing_to_assessment (const RfThing *self);
/* Choices are kept as a bit for each option, numbers and days also as scoring takes them. */
RfThing *rf_thing_from_answer (const char *assessment,
                               const RfAnswer *answer,
                               const RfAnswerValue *bound);
RfAnswer *rf_thing_to_answer (const RfThing *self);
RfThing *rf_thing_from_action (const char *assessment,
                               const RfAction *action);
RfAction *rf_thing_to_action (const RfThing *self);
RfThing *rf_thing_from_decision (const char *assessment,
                                 const RfDecision *decision);
RfDecision *rf_thing_to_decision (const RfThing *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfThing, rf_thing_free)

G_END_DECLS
