// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-stake.h"

#define FULL_RISK (100 * (gint32) RF_NUMBER_ONE)

/**
 * rf_age_in_days:
 * @day: an #RfDay
 *
 * Gives the age that bands and conditions of a date question are held against: whole days, negative for a day
 * to come.
 */
RfNumber
rf_age_in_days (gint64 day,
                RfDay as_of)
{
  return ((gint64) as_of - day) * RF_NUMBER_ONE;
}

/* The band that a value falls in. A value below the first band is refused where answers are bound; only a date
 * yet to come gets here, and a thing that will happen has no age. */
static gint32
risk_of_band (const RfGradedChoice *bands,
              guint n_bands,
              RfNumber value)
{
  guint first = 0;
  guint last = n_bands;

  while (last - first > 1)
    {
      guint middle = first + (last - first) / 2;

      if (bands[middle].from <= value)
        first = middle;
      else
        last = middle;
    }
  return bands[first].risk;
}

static gint32
risk_of_choices (const RfPlannedQuestion *question,
                 const RfGradedChoice *options,
                 guint64 chosen)
{
  gint32 sum = 0;
  gint32 greatest = 0;
  guint n = 0;

  for (guint i = 0; i < question->n_choices; i++)
    {
      gboolean counts = (chosen >> i) & 1;

      if (question->combine == RF_COMBINE_MISSING)
        counts = !counts;
      if (!counts)
        continue;
      sum += options[i].risk;
      greatest = MAX (greatest, options[i].risk);
      n++;
    }
  if (question->combine == RF_COMBINE_MAX)
    return greatest;
  if (question->combine == RF_COMBINE_MEAN)
    return (sum + (gint32) n / 2) / (gint32) MAX (n, 1);
  return MIN (sum, FULL_RISK);
}

/* The risk of an answer that stands; an answer that says nothing is no better than a refusal. */
static gint32
risk_of_answer (const RfPlannedQuestion *question,
                const RfGradedChoice *choices,
                const RfAnswerValue *answer,
                RfDay as_of)
{
  switch ((RfQuestionKind) question->kind)
    {
    case RF_QUESTION_SINGLE_CHOICE:
      if (answer->chosen == 0)
        return question->greatest_risk;
      return choices[g_bit_nth_lsf (answer->chosen, -1)].risk;
    case RF_QUESTION_MULTIPLE_CHOICE:
      if (answer->chosen == 0)
        return question->greatest_risk;
      return risk_of_choices (question, choices, answer->chosen);
    case RF_QUESTION_NUMBER:
      return risk_of_band (choices, question->n_choices, answer->number);
    case RF_QUESTION_DATE:
      return risk_of_band (choices, question->n_choices, rf_age_in_days (answer->number, as_of));
    case RF_QUESTION_TEXT:
    default:
      return 0;
    }
}

/* An answer of risk r, credible to c percent, may be as bad as r + (100 - c) / 100 * (max r - r): doubt widens
 * upwards only. Max r is the greatest risk of any answer, or r where an override lies above it. */
static void
set_answered (RfStake *stake,
              const RfPlannedQuestion *question,
              gint32 risk,
              guint credibility)
{
  gint64 room = MAX (question->greatest_risk, risk) - risk;

  stake->credibility = credibility;
  stake->bounds[RF_BOUND_LOW] = risk;
  stake->bounds[RF_BOUND_HIGH] = risk;
  stake->bounds[RF_BOUND_UNPROVEN_HIGH] = risk + ((100 - (gint64) credibility) * room + 50) / 100;
}

/**
 * rf_stake_of_answer:
 *
 * The interval of each of the five states: answered [r, r]; unanswered and unknown [min r, max r]; refused
 * [max r, max r], or silence would beat honesty; not applicable: none. A question without graded answers has
 * no stake until the assessor gives its answer a risk.
 */
RfStake
rf_stake_of_answer (const RfScoringPlan *plan,
                    guint question,
                    const RfAnswerValue *answer,
                    RfDay as_of)
{
  const RfPlannedQuestion *planned = &plan->questions[question];
  RfStake stake = { .state = answer->state };
  gboolean overridden = answer->state == RF_ANSWER_ANSWERED && answer->override_risk >= 0;
  gboolean open = answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;

  if (!planned->scored && !overridden)
    return stake;
  stake.weight = planned->weight;
  if (overridden)
    {
      set_answered (&stake, planned, answer->override_risk * (gint32) RF_NUMBER_ONE, answer->credibility);
    }
  else if (answer->state == RF_ANSWER_ANSWERED)
    {
      set_answered (&stake, planned,
                    risk_of_answer (planned, &plan->choices[planned->first_choice], answer, as_of),
                    answer->credibility);
    }
  else
    {
      stake.bounds[RF_BOUND_LOW] = open ? planned->least_risk : planned->greatest_risk;
      stake.bounds[RF_BOUND_HIGH] = planned->greatest_risk;
      stake.bounds[RF_BOUND_UNPROVEN_HIGH] = planned->greatest_risk;
    }
  return stake;
}
