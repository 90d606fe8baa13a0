// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-day.h"
#include "rf-rating.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * RfNumber:
 *
 * A decimal number with at most four places, held in ten-thousandths: 2.5 is 25000. Numeric answers, the
 * limits of their bands and of conditions are of this type; the age of a date is in whole days, times 10,000.
 */
typedef gint64 RfNumber;

#define RF_NUMBER_ONE ((RfNumber) 10000)

gboolean rf_number_from_string (const char *text,
                                RfNumber *number);
char *rf_number_to_string (RfNumber number);

typedef enum
{
  RF_SIDE_PROVIDER,
  RF_SIDE_CUSTOMER,
} RfSide;

#define RF_N_SIDES 2

typedef enum
{
  RF_SCOPE_OFFERING,
  RF_SCOPE_ORGANISATION, /* answered once, shared by all offerings */
} RfScope;

typedef enum
{
  RF_QUESTION_SINGLE_CHOICE,
  RF_QUESTION_MULTIPLE_CHOICE,
  RF_QUESTION_NUMBER,
  RF_QUESTION_DATE,
  RF_QUESTION_TEXT,
} RfQuestionKind;

typedef enum
{
  RF_COMBINE_MAX,
  RF_COMBINE_MEAN,
  RF_COMBINE_SUM,
  RF_COMBINE_MISSING, /* the capped sum over the options not chosen */
} RfCombine;

typedef enum
{
  RF_CRITICALITY_NONE, /* not given: the question has a weight of its own */
  RF_CRITICALITY_LOW,
  RF_CRITICALITY_MEDIUM,
  RF_CRITICALITY_HIGH,
  RF_CRITICALITY_CRITICAL,
} RfCriticality;

/**
 * RfGrade:
 *
 * How strongly a piece of evidence supports an answer; in ascending order of credibility.
 */
typedef enum
{
  RF_GRADE_STATEMENT,
  RF_GRADE_DOCUMENTATION,
  RF_GRADE_CONTRACT,
  RF_GRADE_ATTESTATION,
  RF_GRADE_TESTED,
} RfGrade;

#define RF_N_GRADES 5

typedef enum
{
  RF_CONTROL_OWNER_NONE,
  RF_CONTROL_OWNER_MODEL_MAKER,
  RF_CONTROL_OWNER_CLOUD_PROVIDER,
  RF_CONTROL_OWNER_APPLICATION_PROVIDER,
  RF_CONTROL_OWNER_CUSTOMER,
  RF_CONTROL_OWNER_SHARED,
} RfControlOwner;

/* the attributes of an offering that a condition can ask for */
typedef enum
{
  RF_OFFERING_LAYER,
  RF_OFFERING_CHANNEL,
  RF_OFFERING_PLAN,
  RF_OFFERING_REGION,
} RfOfferingAttribute;

#define RF_N_OFFERING_ATTRIBUTES 4

/* the attributes of a use case that a condition can ask for */
typedef enum
{
  RF_USE_CASE_SENSITIVITY,
  RF_USE_CASE_AUTONOMY,
  RF_USE_CASE_VOLUME,
  RF_USE_CASE_DEPENDENCE,
  RF_USE_CASE_PERSONAL_DATA,
} RfUseCaseAttribute;

#define RF_N_USE_CASE_ATTRIBUTES 5

typedef enum
{
  RF_CONDITION_ALL,
  RF_CONDITION_ANY,
  RF_CONDITION_NOT,
  RF_CONDITION_ANSWER_CHOSE,    /* the answer to a question has one of the options chosen */
  RF_CONDITION_ANSWER_AT_LEAST, /* a number, or the age of a date in days */
  RF_CONDITION_ANSWER_BELOW,
  RF_CONDITION_OFFERING_IS,
  RF_CONDITION_USE_CASE_IS,
  RF_CONDITION_USE_CASE_AT_LEAST,
} RfConditionKind;

/**
 * RfConditionNode:
 * @kind: what this node asks
 * @length: the nodes of this subtree, itself included
 * @question: the index of the question asked about (ANSWER_…)
 * @attribute: an #RfOfferingAttribute or #RfUseCaseAttribute
 * @options: a bit for each option, by its index (ANSWER_CHOSE); a bit for each level (USE_CASE_…)
 * @limit: the limit (ANSWER_AT_LEAST, ANSWER_BELOW)
 * @values: (array zero-terminated=1): the values asked for (OFFERING_IS)
 *
 * A condition is an array of nodes in prefix order: the first child of node i is i + 1, the sibling of node i
 * is i + length. %NULL stands for "always".
 */
typedef struct
{
  RfConditionKind kind;
  guint length;
  guint question;
  guint attribute;
  guint64 options;
  RfNumber limit;
  const char *const *values;
} RfConditionNode;

/* An answer that can be chosen. Risk 0-100. */
typedef struct
{
  const char *id;
  const char *label;
  const char *help; /* nullable */
  int risk;
  gboolean exclusive;
  guint line;
} RfOption;

/* Values from @from, inclusive, up to the next band's have this risk, 0-100. */
typedef struct
{
  RfNumber from;
  int risk;
  const char *label; /* nullable */
  guint line;
} RfBand;

/* What to ask for as evidence of a grade. */
typedef struct
{
  RfGrade grade;
  const char *text;
} RfEvidenceHint;

typedef struct
{
  const char *id;
  const char *name;
  const char *version;
  guint line;
} RfFramework;

typedef struct
{
  guint framework; /* index into the questionnaire's frameworks */
  const char *id;
  guint line;
} RfReference;

typedef struct
{
  const char *id;
  const char *date; /* as precise as the source gives it */
  const char *title;
  const char *source;
  guint line;
} RfIncident;

typedef struct
{
  const char *id;
  const char *title;
  guint line;
} RfBarrier;

typedef struct
{
  const char *question; /* an id of an earlier revision */
  gboolean same_meaning;
} RfSuperseded;

/**
 * RfQuestion:
 * @number: where it stands, for people: "2.3"; never stored, for it moves when questions are added
 * @language: of its texts; not the questionnaire's where this question is not translated
 * @weight: 0-10,000; 0 is asked but not scored
 * @criticality: what the weight was derived from, if it was
 * @least_risk: the least risk of any valid answer, in ten-thousandths of a point
 * @greatest_risk: the greatest risk of any valid answer, likewise
 * @scored: whether an answer has a risk: texts and bandless numbers and dates have none
 * @future_allowed: whether a date may lie after the assessment's as-of date
 */
typedef struct
{
  const char *id;
  const char *number;
  const char *language;
  const char *prompt;
  const char *why;  /* nullable */
  const char *help; /* nullable */
  const char *unit; /* nullable */
  guint revision;
  guint section;
  RfQuestionKind kind;
  RfCombine combine;
  RfCriticality criticality;
  RfControlOwner owner;
  RfScope scope;
  gboolean future_allowed;
  gboolean scored;
  int weight;
  gint64 least_risk;
  gint64 greatest_risk;
  const RfConditionNode *applies_if; /* nullable */
  const RfOption *options;
  guint n_options; /* at most 64 */
  const RfBand *bands;
  guint n_bands;
  const RfEvidenceHint *evidence_hints;
  guint n_evidence_hints;
  const RfReference *references;
  guint n_references;
  const guint *incidents; /* indices into the questionnaire's incidents */
  guint n_incidents;
  const RfSuperseded *superseded;
  guint n_superseded;
  guint line;
} RfQuestion;

/* @weight is -1 where the questionnaire weighs no sections. */
typedef struct
{
  const char *id;
  const char *title;
  const char *description; /* nullable */
  RfSide side;
  RfScope scope;
  int weight;
  const RfConditionNode *applies_if; /* nullable */
  guint first_question;
  guint n_questions;
  const guint *barriers; /* indices into the questionnaire's barriers */
  guint n_barriers;
  guint line;
} RfSection;

/* A rule that lifts the rating of its side to @floor at least. */
typedef struct
{
  const char *id;
  const char *text;
  RfSide side;
  RfRating floor;
  const RfConditionNode *violated_if;
  guint line;
} RfKnockOut;

/* Either a question's weight or a section's is replaced. */
typedef struct
{
  gboolean of_section;
  guint index; /* of the question or section */
  int weight;
  const char *reason;
  guint line;
} RfProfileWeight;

typedef struct
{
  const char *id;
  const char *title;
  const char *description; /* nullable */
  const RfProfileWeight *weights;
  guint n_weights;
  guint line;
} RfProfile;

typedef struct _RfPolicy RfPolicy;

#define RF_TYPE_QUESTIONNAIRE (rf_questionnaire_get_type ())

/**
 * RfQuestionnaire:
 * @sha256: of the content that scores depend on, not of the texts; 64 hexadecimal digits
 * @language: a BCP 47 tag; of a translation, where it is in another language than its file
 * @weighs_sections: whether every section has a weight; otherwise none has
 * @default_profile: an index into @profiles, or -1 for the file's own weights
 * @profile_is_fixed: whether a policy forbids another than @default_profile
 * @policy: (nullable): under which it is read, see rf_policy_apply()
 * @provisional_coverage: below this percentage a result is provisional
 * @provisional_not_applicable: above this percentage set aside likewise; -1 for exactly one third
 *
 * One revision of a questionnaire. Immutable, atomically counted, and so free to cross threads. Everything
 * it points to lives as long as it does.
 */
typedef struct
{
  const char *id;
  guint revision;
  const char *sha256;
  const char *language;
  const char *title;
  const char *description; /* nullable */
  const char *publisher;   /* nullable */
  const char *licence;     /* nullable */
  RfRatingBands bands;
  int provisional_coverage;
  int provisional_not_applicable;
  gboolean weighs_sections;
  int default_profile;
  gboolean profile_is_fixed;
  RfPolicy *policy; /* owned */
  const RfSection *sections;
  guint n_sections;
  const RfQuestion *questions;
  guint n_questions;
  const RfKnockOut *knock_outs;
  guint n_knock_outs;
  const RfProfile *profiles;
  guint n_profiles;
  const RfFramework *frameworks;
  guint n_frameworks;
  const RfIncident *incidents;
  guint n_incidents;
  const RfBarrier *barriers;
  guint n_barriers;
} RfQuestionnaire;

GType rf_questionnaire_get_type (void);
RfQuestionnaire *rf_questionnaire_ref (RfQuestionnaire *self);
void rf_questionnaire_unref (RfQuestionnaire *self);

int rf_questionnaire_find_question (const RfQuestionnaire *self,
                                    const char *id);
int rf_questionnaire_find_section (const RfQuestionnaire *self,
                                   const char *id);
int rf_questionnaire_find_profile (const RfQuestionnaire *self,
                                   const char *id);
int rf_question_find_option (const RfQuestion *self,
                             const char *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfQuestionnaire, rf_questionnaire_unref)

/* the words of the file formats and of JSON */
const char *rf_side_get_nick (RfSide self);
const char *rf_scope_get_nick (RfScope self);
const char *rf_question_kind_get_nick (RfQuestionKind self);
const char *rf_combine_get_nick (RfCombine self);
const char *rf_criticality_get_nick (RfCriticality self);
const char *rf_grade_get_nick (RfGrade self);
const char *rf_control_owner_get_nick (RfControlOwner self);
const char *rf_offering_attribute_get_nick (RfOfferingAttribute self);
const char *rf_use_case_attribute_get_nick (RfUseCaseAttribute self);
gboolean rf_side_from_nick (const char *nick, RfSide *side);
gboolean rf_scope_from_nick (const char *nick, RfScope *scope);
gboolean rf_question_kind_from_nick (const char *nick, RfQuestionKind *kind);
gboolean rf_combine_from_nick (const char *nick, RfCombine *combine);
gboolean rf_criticality_from_nick (const char *nick, RfCriticality *criticality);
gboolean rf_grade_from_nick (const char *nick, RfGrade *grade);
gboolean rf_control_owner_from_nick (const char *nick, RfControlOwner *owner);
gboolean rf_offering_attribute_from_nick (const char *nick, RfOfferingAttribute *attribute);
gboolean rf_use_case_attribute_from_nick (const char *nick, RfUseCaseAttribute *attribute);

/* what a person reads, translated */
const char *rf_grade_get_label (RfGrade self);
const char *rf_criticality_get_label (RfCriticality self);
const char *rf_control_owner_get_label (RfControlOwner self);

G_END_DECLS
