// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evaluation-private.h"
#include "rf-exact-mean.h"

#include <math.h>

static RfMean
exact_mean (gint64 sum,
            gint64 weight)
{
  return (RfMean){ (RfWide) sum, (RfWide) weight, 0 };
}

static RfMean
get_bound (const RfEvaluation *self,
           RfSide side,
           RfBound bound)
{
  gint64 sum, weight;

  if (rf_evaluation_weighs_sections (self))
    return rf_section_total_get_mean (&self->side_totals[side], bound);
  rf_tally_get_mean (&self->side_tallies[side], self->ordered, bound, &sum, &weight);
  return exact_mean (sum, weight);
}

static gint64
get_part_sum (const RfTally *tally,
              RfPart part)
{
  switch (part)
    {
    case RF_PART_SETTLED:
      return tally->settled_weight;
    case RF_PART_ANSWERED:
      return tally->answered_weight;
    case RF_PART_RISK:
      return tally->answered_risk;
    case RF_PART_CREDIBILITY:
      return tally->answered_credibility;
    case RF_PART_SET_ASIDE:
    default:
      return tally->set_aside_weight;
    }
}

static gint64
get_part_weight (const RfTally *tally,
                 RfPart part)
{
  return rf_tally_get_weight (tally) + (part == RF_PART_SET_ASIDE ? tally->set_aside_weight : 0);
}

static RfMean
get_part (const RfEvaluation *self,
          RfSide side,
          RfPart part)
{
  const RfTally *tally = &self->side_tallies[side];

  if (rf_evaluation_weighs_sections (self))
    return rf_section_total_get_part (&self->side_totals[side], part);
  return exact_mean (get_part_sum (tally, part), get_part_weight (tally, part));
}

static gboolean
is_of_side (const RfEvaluation *self,
            guint section,
            RfSide side)
{
  return self->plan->sections[section].side == side && self->plan->sections[section].weight > 0;
}

static int
compare_bound_exactly (const RfEvaluation *self,
                       RfSide side,
                       RfBound bound,
                       guint limit)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (RfExactTerm));

  for (guint i = 0; i < self->plan->questionnaire->n_sections; i++)
    {
      RfExactTerm term = { .weight = self->plan->sections[i].weight };

      rf_tally_get_mean (&self->section_tallies[i], self->ordered, bound, &term.sum, &term.divisor);
      term.enters = self->section_tallies[i].certain_weight == 0;
      if (is_of_side (self, i, side) && term.divisor > 0)
        g_array_append_val (terms, term);
    }
  return rf_exact_mean_compare (terms, bound == RF_BOUND_LOW, limit, 1);
}

static int
compare_part_exactly (const RfEvaluation *self,
                      RfSide side,
                      RfPart part,
                      guint limit,
                      guint divisor)
{
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (RfExactTerm));

  for (guint i = 0; i < self->plan->questionnaire->n_sections; i++)
    {
      const RfTally *tally = &self->section_tallies[i];
      RfExactTerm term = { self->plan->sections[i].weight, get_part_sum (tally, part),
                           get_part_weight (tally, part), FALSE };

      if (is_of_side (self, i, side) && term.divisor > 0)
        g_array_append_val (terms, term);
    }
  return rf_exact_mean_compare (terms, FALSE, limit, divisor);
}

/* The rating whose band a bound lies in: the limits are inclusive and compared as fractions. */
static RfRating
get_band (const RfEvaluation *self,
          RfSide side,
          RfBound bound,
          const RfMean *mean)
{
  const RfRatingBands *bands = &self->plan->questionnaire->bands;

  for (int rating = RF_N_RATINGS - 1; rating > 0; rating--)
    {
      guint limit = (guint) bands->from[rating] * (guint) RF_NUMBER_ONE;
      RfMeanPlace comparison = rf_mean_compare (mean, limit, 1);

      if (comparison == RF_AT_LEAST || (comparison == RF_TOO_CLOSE && compare_bound_exactly (self, side, bound, limit) >= 0))
        return rating;
    }
  return RF_RATING_VERY_LOW;
}

static RfRating
highest_floor (const guint *counts,
               RfRating rating)
{
  for (int floor = RF_N_RATINGS - 1; floor > (int) rating; floor--)
    if (counts[floor] > 0)
      return floor;
  return rating;
}

/* Violated: both ends of the rating rise to the floor at least; not cleared: the upper end alone. */
static void
lift_ratings (const RfFloorCounts *floors,
              RfSideScore *score)
{
  score->rating_low = highest_floor (floors->violated, score->rating_low);
  score->rating_high = highest_floor (floors->violated, score->rating_high);
  score->rating_high = highest_floor (floors->not_cleared, score->rating_high);
}

/* Coverage below its limit, or more set aside than may be (more than exactly one third by default). */
static gboolean
is_provisional (const RfEvaluation *self,
                RfSide side)
{
  int coverage_limit = self->plan->questionnaire->provisional_coverage;
  int aside_limit = self->plan->questionnaire->provisional_not_applicable;
  guint aside_divisor = aside_limit < 0 ? 3 : 100;
  RfMean settled = get_part (self, side, RF_PART_SETTLED);
  RfMean aside = get_part (self, side, RF_PART_SET_ASIDE);
  RfMeanPlace comparison = rf_mean_compare (&settled, MAX (coverage_limit, 0), 100);

  if (aside_limit < 0)
    aside_limit = 1;
  if (comparison == RF_BELOW || (comparison == RF_TOO_CLOSE && compare_part_exactly (self, side, RF_PART_SETTLED, MAX (coverage_limit, 0), 100) < 0))
    return TRUE;
  comparison = rf_mean_compare (&aside, aside_limit, aside_divisor);
  if (comparison == RF_BELOW)
    return FALSE;
  if (comparison == RF_AT_LEAST && aside.sum * aside_divisor > aside.weight * (RfWide) aside_limit)
    return TRUE;
  if (comparison == RF_AT_LEAST && aside.doubt == 0)
    return FALSE;
  return compare_part_exactly (self, side, RF_PART_SET_ASIDE, aside_limit, aside_divisor) > 0;
}

static double
get_percent (const RfMean *mean)
{
  RfMean hundredfold = { mean->sum * 100, mean->weight, mean->doubt * 100 };

  return rf_mean_to_double (&hundredfold, 1);
}

/* A quotient of two rounded sums; where it is a whole number but for the rounding, it is that number. */
static double
get_quotient (RfWide dividend,
              RfWide divisor)
{
  double quotient = (double) dividend / (double) divisor;

  return fabs (quotient - round (quotient)) < 1e-9 ? round (quotient) : quotient;
}

/* The means over the answered questions only, with the same shares as in the totals. */
static void
set_answered_means (const RfEvaluation *self,
                    RfSide side,
                    RfSideScore *score)
{
  RfMean answered = get_part (self, side, RF_PART_ANSWERED);

  score->figures.point = (double) NAN;
  score->assurance = (double) NAN;
  if (answered.sum == 0)
    return;
  score->figures.point = get_quotient (get_part (self, side, RF_PART_RISK).sum, answered.sum * (guint) RF_NUMBER_ONE);
  score->assurance = get_quotient (get_part (self, side, RF_PART_CREDIBILITY).sum, answered.sum);
}

/**
 * rf_evaluation_get_side:
 * @score: (out)
 *
 * Gives the total of a side. Where no section has a weight it is the mean of all its questions, flat; where every
 * section has one, the mean of its sections by weight. Its rating goes from the band of the low end to the band
 * of the unproven high end, and is then lifted by the floors of its knock-outs; the figures themselves are not.
 */
void
rf_evaluation_get_side (const RfEvaluation *self,
                        RfSide side,
                        RfSideScore *score)
{
  RfMean settled = get_part (self, side, RF_PART_SETTLED);
  RfMean aside = get_part (self, side, RF_PART_SET_ASIDE);
  RfMean low = get_bound (self, side, RF_BOUND_LOW);
  RfMean high = get_bound (self, side, RF_BOUND_HIGH);
  RfMean unproven_high = get_bound (self, side, RF_BOUND_UNPROVEN_HIGH);

  *score = (RfSideScore){ .state = RF_NOT_ASSESSED };
  score->figures.low = rf_mean_to_double (&low, (guint) RF_NUMBER_ONE);
  score->figures.high = rf_mean_to_double (&high, (guint) RF_NUMBER_ONE);
  score->figures.unproven_high = rf_mean_to_double (&unproven_high, (guint) RF_NUMBER_ONE);
  score->figures.coverage = get_percent (&settled);
  score->not_applicable_share = get_percent (&aside);
  set_answered_means (self, side, score);
  if (settled.weight == 0)
    return;
  score->state = is_provisional (self, side) ? RF_PROVISIONAL : RF_ASSESSED;
  score->rating_low = get_band (self, side, RF_BOUND_LOW, &low);
  score->rating_high = get_band (self, side, RF_BOUND_UNPROVEN_HIGH, &unproven_high);
  lift_ratings (&self->floors[side], score);
}

/**
 * rf_evaluation_get_section:
 * @figures: (out)
 *
 * Gives the figures of one section, by the same rules as a side's.
 */
void
rf_evaluation_get_section (const RfEvaluation *self,
                           guint section,
                           RfFigures *figures)
{
  double *const bounds[RF_N_BOUNDS] = { &figures->low, &figures->high, &figures->unproven_high };
  const RfTally *tally;
  RfMean settled;

  g_return_if_fail (section < self->plan->questionnaire->n_sections);

  tally = &self->section_tallies[section];
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    {
      gint64 sum, weight;
      RfMean mean;

      rf_tally_get_mean (tally, self->ordered, i, &sum, &weight);
      mean = exact_mean (sum, weight);
      *bounds[i] = rf_mean_to_double (&mean, (guint) RF_NUMBER_ONE);
    }
  settled = exact_mean (tally->settled_weight, rf_tally_get_weight (tally));
  figures->coverage = get_percent (&settled);
  figures->point = tally->answered_weight == 0
                     ? (double) NAN
                     : get_quotient ((RfWide) tally->answered_risk, (RfWide) tally->answered_weight * (guint) RF_NUMBER_ONE);
}

RfKnockOutResult
rf_evaluation_get_knock_out (const RfEvaluation *self,
                             guint knock_out)
{
  g_return_val_if_fail (knock_out < self->plan->questionnaire->n_knock_outs, RF_KNOCK_OUT_NOT_APPLICABLE);
  return self->knock_outs[knock_out];
}

RfApplicability
rf_evaluation_get_applicability (const RfEvaluation *self,
                                 guint question)
{
  g_return_val_if_fail (question < self->plan->questionnaire->n_questions, RF_HIDDEN);
  if (rf_truth_is_undetermined (self->applicability[question]))
    return RF_MAY_APPLY;
  return self->applicability[question] == RF_TRUTH_TRUE ? RF_APPLIES : RF_HIDDEN;
}

/**
 * rf_evaluation_is_shown:
 *
 * A question is put to the person where it applies, and where it may apply and no question still to be asked
 * decides on it: its gate is unknown or refused, or it waits for a use case or an attribute of the offering.
 */
gboolean
rf_evaluation_is_shown (const RfEvaluation *self,
                        guint question)
{
  RfTruth applicability;

  g_return_val_if_fail (question < self->plan->questionnaire->n_questions, FALSE);
  applicability = self->applicability[question];
  return applicability != RF_TRUTH_FALSE && !(applicability & RF_CAUSE_UNANSWERED);
}

/**
 * rf_evaluation_dup_score:
 *
 * Takes down everything as it stands, to keep or to hand to another thread.
 */
RfScore *
rf_evaluation_dup_score (const RfEvaluation *self)
{
  const RfQuestionnaire *questionnaire = self->plan->questionnaire;
  RfScore *score = g_atomic_rc_box_new0 (RfScore);

  score->n_sections = questionnaire->n_sections;
  score->n_knock_outs = questionnaire->n_knock_outs;
  score->n_questions = questionnaire->n_questions;
  score->sections = g_new (RfFigures, score->n_sections);
  score->knock_outs = g_new (RfKnockOutResult, score->n_knock_outs);
  score->applicability = g_new (RfApplicability, score->n_questions);
  for (guint i = 0; i < RF_N_SIDES; i++)
    rf_evaluation_get_side (self, i, &score->sides[i]);
  for (guint i = 0; i < score->n_sections; i++)
    rf_evaluation_get_section (self, i, &score->sections[i]);
  for (guint i = 0; i < score->n_knock_outs; i++)
    score->knock_outs[i] = rf_evaluation_get_knock_out (self, i);
  for (guint i = 0; i < score->n_questions; i++)
    score->applicability[i] = rf_evaluation_get_applicability (self, i);
  return score;
}

/**
 * rf_evaluation_get_question:
 *
 * Gives what a question brings into the figures of its section.
 */
void
rf_evaluation_get_question (const RfEvaluation *self,
                            guint question,
                            RfQuestionFigures *figures)
{
  const RfStake *stake = &self->stakes[question];

  *figures = (RfQuestionFigures){ NAN, NAN, NAN, NAN };
  if (!self->plan->questions[question].scored || stake->weight == 0 || rf_evaluation_get_applicability (self, question) == RF_HIDDEN)
    return;
  if (stake->state == RF_ANSWER_NOT_APPLICABLE)
    return;
  figures->low = stake->bounds[RF_BOUND_LOW] / (double) RF_NUMBER_ONE;
  figures->high = stake->bounds[RF_BOUND_HIGH] / (double) RF_NUMBER_ONE;
  figures->unproven_high = stake->bounds[RF_BOUND_UNPROVEN_HIGH] / (double) RF_NUMBER_ONE;
  figures->weight = stake->weight;
}
