// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evaluation-private.h"

/* Whether a standing answer is what the term asks for. */
static gboolean
answer_fits (const RfEvaluation *self,
             const RfTerm *term)
{
  const RfAnswerValue *answer = &self->answers[term->about];
  RfNumber number = answer->number;

  if (term->kind == RF_CONDITION_ANSWER_CHOSE)
    return (answer->chosen & term->options) != 0;
  if (self->plan->questions[term->about].kind == RF_QUESTION_DATE)
    number = rf_age_in_days (answer->number, self->as_of);
  return (number >= term->limit) == (term->kind == RF_CONDITION_ANSWER_AT_LEAST);
}

/* What is known of a question's answer: false on one that is hidden or set aside; undetermined on one that is
 * open or refused (a refusal must never make questions vanish), or that only may apply. */
static RfTruth
judge_answer (const RfEvaluation *self,
              const RfTerm *term)
{
  RfTruth causes = self->applicability[term->about];

  if (causes == RF_TRUTH_FALSE)
    return RF_TRUTH_FALSE;
  causes &= ~RF_TRUTH_TRUE;
  switch ((RfAnswerState) self->answers[term->about].state)
    {
    case RF_ANSWER_UNANSWERED:
      return causes | RF_CAUSE_UNANSWERED;
    case RF_ANSWER_UNKNOWN:
      return causes | RF_CAUSE_UNKNOWN;
    case RF_ANSWER_REFUSED:
      return causes | RF_CAUSE_REFUSED;
    case RF_ANSWER_ANSWERED:
      if (causes == RF_TRUTH_FALSE)
        return answer_fits (self, term) ? RF_TRUTH_TRUE : RF_TRUTH_FALSE;
      /* A good answer behind a refused gate: the gate cannot turn it into a violation, so the refusal must not
       * stand alone as the cause. */
      return answer_fits (self, term) ? causes : causes | RF_CAUSE_UNKNOWN;
    case RF_ANSWER_NOT_APPLICABLE:
    default:
      return RF_TRUTH_FALSE;
    }
}

static RfTruth
judge_term (const RfEvaluation *self,
            guint32 at)
{
  const RfTerm *term = &self->plan->terms[at];
  RfTruth truth;

  switch ((RfConditionKind) term->kind)
    {
    case RF_CONDITION_ALL:
      truth = RF_TRUTH_TRUE;
      for (guint32 child = at + 1; child < at + term->length && truth != RF_TRUTH_FALSE;
           child += self->plan->terms[child].length)
        truth = rf_truth_and (truth, judge_term (self, child));
      return truth;
    case RF_CONDITION_ANY:
      truth = RF_TRUTH_FALSE;
      for (guint32 child = at + 1; child < at + term->length && truth != RF_TRUTH_TRUE;
           child += self->plan->terms[child].length)
        truth = rf_truth_or (truth, judge_term (self, child));
      return truth;
    case RF_CONDITION_NOT:
      return rf_truth_not (judge_term (self, at + 1));
    case RF_CONDITION_ANSWER_CHOSE:
    case RF_CONDITION_ANSWER_AT_LEAST:
    case RF_CONDITION_ANSWER_BELOW:
      return judge_answer (self, term);
    case RF_CONDITION_OFFERING_IS:
    case RF_CONDITION_USE_CASE_IS:
    case RF_CONDITION_USE_CASE_AT_LEAST:
    default:
      return self->context[term->about];
    }
}

/**
 * rf_evaluation_judge:
 *
 * Gives what is known of a condition with the answers as they stand, after Kleene.
 */
RfTruth
rf_evaluation_judge (const RfEvaluation *self,
                     guint32 condition)
{
  return condition == RF_NO_CONDITION ? RF_TRUTH_TRUE : judge_term (self, condition);
}

static RfTruth
judge_offering (const RfConditionNode *node,
                const RfOffering *offering)
{
  const char *value = offering == NULL ? NULL : offering->attributes[node->attribute];

  if (value == NULL)
    return RF_CAUSE_UNKNOWN;
  for (const char *const *asked = node->values; asked != NULL && *asked != NULL; asked++)
    if (g_str_equal (*asked, value))
      return RF_TRUTH_TRUE;
  return RF_TRUTH_FALSE;
}

static RfTruth
judge_use_case (const RfConditionNode *node,
                const RfUseCase *use_case)
{
  int level;

  if (use_case == NULL)
    return RF_CAUSE_USE_CASE;
  level = use_case->levels[node->attribute];
  if (level == RF_LEVEL_NOT_SET)
    return RF_CAUSE_UNKNOWN;
  if (node->kind == RF_CONDITION_USE_CASE_IS)
    return (node->options >> level) & 1 ? RF_TRUTH_TRUE : RF_TRUTH_FALSE;
  return level >= g_bit_nth_lsf (node->options, -1) ? RF_TRUTH_TRUE : RF_TRUTH_FALSE;
}

/**
 * rf_evaluation_judge_context:
 *
 * Gives what is known of a term that asks about the offering or the use case: undetermined where it is not set.
 */
RfTruth
rf_evaluation_judge_context (const RfConditionNode *node,
                             const RfScoringContext *context)
{
  if (node->kind == RF_CONDITION_OFFERING_IS)
    return judge_offering (node, context->offering);
  return judge_use_case (node, context->use_case);
}

static gboolean
asks_about_answer (const RfTerm *term)
{
  return term->kind == RF_CONDITION_ANSWER_CHOSE || term->kind == RF_CONDITION_ANSWER_AT_LEAST || term->kind == RF_CONDITION_ANSWER_BELOW;
}

/* Whether the condition asks about questions and all of them are set aside as not applicable: true where they
 * would otherwise apply, undetermined where one may yet turn out to be hidden. */
static RfTruth
judge_set_aside (const RfEvaluation *self,
                 guint32 condition)
{
  const RfTerm *terms = &self->plan->terms[condition];
  RfTruth set_aside = RF_TRUTH_FALSE;

  for (guint i = 0; i < terms[0].length; i++)
    {
      RfTruth applicability;

      if (!asks_about_answer (&terms[i]))
        continue;
      applicability = self->applicability[terms[i].about];
      if (self->answers[terms[i].about].state != RF_ANSWER_NOT_APPLICABLE || applicability == RF_TRUTH_FALSE)
        return RF_TRUTH_FALSE;
      set_aside = set_aside == RF_TRUTH_FALSE ? applicability : rf_truth_and (set_aside, applicability);
    }
  return set_aside;
}

/**
 * rf_evaluation_judge_knock_out:
 *
 * Violated where its condition is true, or undetermined for refusals alone: silence must not beat honesty. Where
 * a use case is wanting and nothing open, it depends on the use case. Otherwise undetermined is not cleared.
 */
RfKnockOutResult
rf_evaluation_judge_knock_out (const RfEvaluation *self,
                               guint knock_out)
{
  guint32 condition = self->plan->knock_out_conditions[knock_out];
  RfTruth truth = rf_evaluation_judge (self, condition);
  RfTruth set_aside = condition == RF_NO_CONDITION ? RF_TRUTH_FALSE : judge_set_aside (self, condition);

  if (set_aside == RF_TRUTH_TRUE || (set_aside != RF_TRUTH_FALSE && truth == RF_TRUTH_FALSE))
    return RF_KNOCK_OUT_NOT_APPLICABLE;
  if (set_aside != RF_TRUTH_FALSE)
    return RF_KNOCK_OUT_NOT_CLEARED;
  if (truth == RF_TRUTH_FALSE)
    return RF_KNOCK_OUT_CLEARED;
  if (truth == RF_TRUTH_TRUE || truth == RF_CAUSE_REFUSED)
    return RF_KNOCK_OUT_VIOLATED;
  if ((truth & RF_CAUSE_USE_CASE) && !(truth & RF_CAUSES_OPEN))
    return RF_KNOCK_OUT_DEPENDS_ON_USE_CASE;
  return RF_KNOCK_OUT_NOT_CLEARED;
}
