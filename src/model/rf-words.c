// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The words that stand for the domain's enumerations: one table each for the files, one for people. */

#include "config.h"

#include "rf-record.h"
#include "rf-language.h"

static const char *const sides[] = { "provider", "customer" };
static const char *const scopes[] = { "offering", "organisation" };
static const char *const kinds[] = { "single-choice", "multiple-choice", "number", "date", "text" };
static const char *const combines[] = { "max", "mean", "sum", "missing" };
static const char *const criticalities[] = { "", "low", "medium", "high", "critical" };
static const char *const grades[] = { "statement", "documentation", "contract", "attestation", "tested" };
static const char *const control_owners[] = { "", "model-maker", "cloud-provider", "application-provider", "customer", "shared" };
static const char *const offering_attributes[] = { "layer", "channel", "plan", "region" };
static const char *const use_case_attributes[] = { "sensitivity", "autonomy", "volume", "dependence", "personal-data" };
static const char *const answer_states[] = { "unanswered", "answered", "unknown", "refused", "not-applicable" };
static const char *const said_bys[] = { "", "provider", "us" };
static const char *const verdicts[] = { "approve", "approve-with-conditions", "reject" };
static const char *const statuses[] = { "draft", "submitted", "changes-requested", "approved", "superseded" };
static const char *const layers[] = { "infrastructure", "models-and-tools", "application" };
static const char *const journey_steps[] = {
  "training", "ip-retention-and-confidentiality", "applying-ai", "consistency-and-fine-tuning",
  "complex-problems", "lower-predictable-cost", "common-use-cases", "simplification"
};

static const char *const journey_step_labels[] = {
  NC_ ("journey", "Training"), NC_ ("journey", "IP retention and confidentiality"), NC_ ("journey", "Applying AI"),
  NC_ ("journey", "Consistency and fine-tuning"), NC_ ("journey", "Complex problems"),
  NC_ ("journey", "Lower, predictable cost"), NC_ ("journey", "Common use cases"), NC_ ("journey", "Simplification")
};
G_STATIC_ASSERT (G_N_ELEMENTS (journey_steps) == RF_N_JOURNEY_STEPS);
G_STATIC_ASSERT (G_N_ELEMENTS (journey_step_labels) == RF_N_JOURNEY_STEPS);

static const char *const criticality_labels[] = {
  "", NC_ ("criticality", "Low"), NC_ ("criticality", "Medium"), NC_ ("criticality", "High"), NC_ ("criticality", "Critical")
};
static const char *const grade_labels[] = {
  NC_ ("evidence", "provider’s statement"), NC_ ("evidence", "public documentation"), NC_ ("evidence", "contract term"),
  NC_ ("evidence", "independent attestation"), NC_ ("evidence", "tested by us")
};
static const char *const control_owner_labels[] = {
  "", NC_ ("control owner", "model maker"), NC_ ("control owner", "cloud provider"),
  NC_ ("control owner", "application provider"), NC_ ("control owner", "customer"), NC_ ("control owner", "shared")
};
static const char *const answer_state_labels[] = {
  NC_ ("answer", "Unanswered"), NC_ ("answer", "Answered"), NC_ ("answer", "Unknown"),
  NC_ ("answer", "Refused"), NC_ ("answer", "Not applicable")
};
static const char *const said_by_labels[] = { "", NC_ ("said by", "the provider"), NC_ ("said by", "us") };
static const char *const verdict_labels[] = {
  NC_ ("verdict", "Approved"), NC_ ("verdict", "Approved with conditions"), NC_ ("verdict", "Rejected")
};
static const char *const status_labels[] = {
  NC_ ("status", "Draft"), NC_ ("status", "Submitted"), NC_ ("status", "Changes requested"),
  NC_ ("status", "Approved"), NC_ ("status", "Superseded")
};

/* Empty words stand for "not given": nothing is read as them. */
static int
find_word (const char *const *words,
           guint n_words,
           const char *word)
{
  for (guint i = 0; word && *word && i < n_words; i++)
    if (g_str_equal (words[i], word))
      return (int) i;
  return -1;
}

static const char *
translate (const char *context,
           const char *label)
{
  return *label ? C_ (context, label) : label;
}

#define DEFINE_NICK(Type, prefix, table)                      \
  const char *prefix##_get_nick (Type self)                   \
  {                                                           \
    g_return_val_if_fail (self < G_N_ELEMENTS (table), NULL); \
    return table[self];                                       \
  }

#define DEFINE_FROM_NICK(Type, prefix, table)                  \
  gboolean prefix##_from_nick (const char *nick, Type *out)    \
  {                                                            \
    int found = find_word (table, G_N_ELEMENTS (table), nick); \
    if (found < 0)                                             \
      return FALSE;                                            \
    *out = (Type) found;                                       \
    return TRUE;                                               \
  }

#define DEFINE_LABEL(Type, prefix, table, context)            \
  const char *prefix##_get_label (Type self)                  \
  {                                                           \
    g_return_val_if_fail (self < G_N_ELEMENTS (table), NULL); \
    return translate (context, table[self]);                  \
  }

/* clang-format off */
DEFINE_NICK (RfSide, rf_side, sides)
DEFINE_NICK (RfScope, rf_scope, scopes)
DEFINE_NICK (RfQuestionKind, rf_question_kind, kinds)
DEFINE_NICK (RfCombine, rf_combine, combines)
DEFINE_NICK (RfCriticality, rf_criticality, criticalities)
DEFINE_NICK (RfGrade, rf_grade, grades)
DEFINE_NICK (RfControlOwner, rf_control_owner, control_owners)
DEFINE_NICK (RfOfferingAttribute, rf_offering_attribute, offering_attributes)
DEFINE_NICK (RfUseCaseAttribute, rf_use_case_attribute, use_case_attributes)
DEFINE_NICK (RfAnswerState, rf_answer_state, answer_states)
DEFINE_NICK (RfSaidBy, rf_said_by, said_bys)
DEFINE_NICK (RfVerdict, rf_verdict, verdicts)
DEFINE_NICK (RfStatus, rf_status, statuses)

DEFINE_FROM_NICK (RfSide, rf_side, sides)
DEFINE_FROM_NICK (RfScope, rf_scope, scopes)
DEFINE_FROM_NICK (RfQuestionKind, rf_question_kind, kinds)
DEFINE_FROM_NICK (RfCombine, rf_combine, combines)
DEFINE_FROM_NICK (RfCriticality, rf_criticality, criticalities)
DEFINE_FROM_NICK (RfGrade, rf_grade, grades)
DEFINE_FROM_NICK (RfControlOwner, rf_control_owner, control_owners)
DEFINE_FROM_NICK (RfOfferingAttribute, rf_offering_attribute, offering_attributes)
DEFINE_FROM_NICK (RfUseCaseAttribute, rf_use_case_attribute, use_case_attributes)
DEFINE_FROM_NICK (RfAnswerState, rf_answer_state, answer_states)
DEFINE_FROM_NICK (RfSaidBy, rf_said_by, said_bys)
DEFINE_FROM_NICK (RfVerdict, rf_verdict, verdicts)
DEFINE_FROM_NICK (RfStatus, rf_status, statuses)

DEFINE_LABEL (RfCriticality, rf_criticality, criticality_labels, "criticality")
DEFINE_LABEL (RfGrade, rf_grade, grade_labels, "evidence")
DEFINE_LABEL (RfControlOwner, rf_control_owner, control_owner_labels, "control owner")
DEFINE_LABEL (RfAnswerState, rf_answer_state, answer_state_labels, "answer")
DEFINE_LABEL (RfSaidBy, rf_said_by, said_by_labels, "said by")
DEFINE_LABEL (RfVerdict, rf_verdict, verdict_labels, "verdict")
DEFINE_LABEL (RfStatus, rf_status, status_labels, "status")
/* clang-format on */

/**
 * rf_offering_layer_is_valid:
 *
 * Returns: whether @nick is one of the three layers of the article's stack
 */
gboolean
rf_offering_layer_is_valid (const char *nick)
{
  return find_word (layers, G_N_ELEMENTS (layers), nick) >= 0;
}

/**
 * rf_journey_step_is_valid:
 *
 * Returns: whether @nick is one of the eight steps of the adoption journey
 */
gboolean
rf_journey_step_is_valid (const char *nick)
{
  return find_word (journey_steps, G_N_ELEMENTS (journey_steps), nick) >= 0;
}

/**
 * rf_journey_step_get_nick:
 * @step: 0 to %RF_N_JOURNEY_STEPS - 1, in the order of the journey
 *
 * Returns: its word in the file formats
 */
const char *
rf_journey_step_get_nick (guint step)
{
  g_return_val_if_fail (step < RF_N_JOURNEY_STEPS, NULL);
  return journey_steps[step];
}

/**
 * rf_journey_step_get_label:
 * @nick: (nullable)
 *
 * Returns: (nullable): what a person reads; %NULL where it is no step of the journey
 */
const char *
rf_journey_step_get_label (const char *nick)
{
  int step = find_word (journey_steps, RF_N_JOURNEY_STEPS, nick);

  return step < 0 ? NULL : translate ("journey", journey_step_labels[step]);
}
