// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The questions that are common to all offerings compared, and what can be said of them without drawing. */

#include "config.h"

#include "rf-comparison-private.h"
#include "rf-comparison.h"
#include "rf-error.h"
#include "rf-language.h"

#include <math.h>

static gboolean
is_compared (const RfScoringPlan *plan,
             guint question)
{
  const RfPlannedQuestion *planned = &plan->questions[question];
  const RfPlannedSection *section = &plan->sections[planned->section];

  return section->side == RF_SIDE_PROVIDER && planned->weight > 0 && (!plan->questionnaire->weighs_sections || section->weight > 0);
}

/* Whether the question counts, or may count, for an offering; if not, why. */
static gboolean
counts_for (const RfEntrant *entrant,
            guint question,
            RfLeftOutReason *reason)
{
  if (entrant->evaluation->applicability[question] == RF_TRUTH_FALSE)
    *reason = RF_LEFT_OUT_HIDDEN;
  else if (entrant->answers[question].state == RF_ANSWER_NOT_APPLICABLE)
    *reason = RF_LEFT_OUT_NOT_APPLICABLE;
  else if (entrant->has_answer && !entrant->has_answer[question])
    *reason = RF_LEFT_OUT_REVISION;
  else if (entrant->evaluation->stakes[question].weight == 0)
    *reason = RF_LEFT_OUT_UNSCORED;
  else
    return TRUE;
  return FALSE;
}

static gboolean
takes_part (const RfContest *self,
            guint entrant)
{
  return self->n_ranked == 0 || self->entrants[entrant].score.state == RF_ASSESSED;
}

/* Sorts a question into the common ones or those left out; what counts for none of the offerings is neither. */
static void
sort_question (RfContest *self,
               guint question)
{
  RfLeftOut left_out = { .question = question };
  gboolean is_common = TRUE;
  gboolean counts_for_some = FALSE;

  for (guint i = 0; i < self->n_entrants; i++)
    {
      RfLeftOutReason reason;

      if (!takes_part (self, i))
        continue;
      if (counts_for (&self->entrants[i], question, &reason))
        {
          counts_for_some = TRUE;
          continue;
        }
      if (reason == RF_LEFT_OUT_REVISION)
        counts_for_some = TRUE;
      if (is_common)
        {
          left_out.reason = reason;
          left_out.offering = g_strdup (self->entrants[i].record->offering->id);
        }
      is_common = FALSE;
    }
  if (counts_for_some && is_common)
    g_array_append_val (self->common, question);
  else if (counts_for_some)
    g_array_append_val (self->left_out, left_out);
  else
    g_free (left_out.offering);
}

/* A question's share of the total: its weight, or where sections are weighted its part of its section's. */
static double
add_up_section (const RfContest *self,
                guint section)
{
  double sum = 0;

  for (guint i = 0; i < self->common->len; i++)
    {
      const RfPlannedQuestion *planned = &self->plan->questions[g_array_index (self->common, guint, i)];

      if (planned->section == section)
        sum += planned->weight;
    }
  return sum;
}

static void
set_shares (RfContest *self)
{
  guint section = G_MAXUINT;
  double sum = 1;

  self->shares = g_new (double, self->common->len);
  for (guint i = 0; i < self->common->len; i++)
    {
      const RfPlannedQuestion *planned = &self->plan->questions[g_array_index (self->common, guint, i)];

      self->shares[i] = planned->weight;
      if (!self->questionnaire->weighs_sections)
        continue;
      if (planned->section != section)
        sum = add_up_section (self, planned->section);
      section = planned->section;
      self->shares[i] *= self->plan->sections[section].weight / sum;
    }
}

/* Whether the answers of one offering to another revision speak of half of the weight, or to this one. */
static gboolean
fits_revision (const RfContest *self,
               const RfEntrant *entrant)
{
  double missing = 0;
  double common = 0;

  for (guint i = 0; entrant->has_answer && i < self->questionnaire->n_questions; i++)
    {
      if (!is_compared (self->plan, i) || entrant->evaluation->applicability[i] == RF_TRUTH_FALSE)
        continue;
      if (entrant->has_answer[i])
        common += self->plan->questions[i].weight;
      else
        missing += self->plan->questions[i].weight;
    }
  return missing <= common;
}

/* The same for what is left when all revisions are taken together. */
static gboolean
fit_together (const RfContest *self)
{
  double missing = 0;
  double common = 0;

  for (guint i = 0; i < self->common->len; i++)
    common += self->plan->questions[g_array_index (self->common, guint, i)].weight;
  for (guint i = 0; i < self->left_out->len; i++)
    {
      const RfLeftOut *left_out = &g_array_index (self->left_out, RfLeftOut, i);

      if (left_out->reason == RF_LEFT_OUT_REVISION)
        missing += self->plan->questions[left_out->question].weight;
    }
  return missing <= common;
}

static gboolean
check_common (const RfContest *self,
              GError **error)
{
  gboolean fit = fit_together (self);

  for (guint i = 0; i < self->n_entrants; i++)
    fit = fit && fits_revision (self, &self->entrants[i]);
  if (!fit)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                 _ ("The offerings were assessed with different revisions of “%s”, and less than half of the weight is common to them. Assess them with the same revision."),
                 self->questionnaire->id);
  else if (self->common->len == 0 && self->n_ranked > 1)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
                 _ ("No scored question of “%s” applies to all of the offerings. Compare fewer of them."),
                 self->questionnaire->id);
  else
    return TRUE;
  return FALSE;
}

/**
 * rf_contest_find_common:
 *
 * Finds the questions that are neither hidden nor set aside for any of the offerings that are ranked.
 */
gboolean
rf_contest_find_common (RfContest *self,
                        GError **error)
{
  for (guint i = 0; i < self->questionnaire->n_questions; i++)
    if (is_compared (self->plan, i))
      sort_question (self, i);
  if (!check_common (self, error))
    return FALSE;
  set_shares (self);
  return TRUE;
}

typedef struct
{
  double share;
  double risk;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *one = a;
  const Part *other = b;

  if (one->risk != other->risk)
    return one->risk < other->risk ? -1 : 1;
  return one->share < other->share ? -1 : one->share > other->share;
}

static double
measure_bound (const RfContest *self,
               const RfEntrant *entrant,
               RfBound bound)
{
  g_autoptr (GArray) may_apply = g_array_new (FALSE, FALSE, sizeof (Part));
  double sign = bound == RF_BOUND_LOW ? 1 : -1;
  double sum = 0;
  double weight = 0;
  double mean;

  for (guint i = 0; i < self->common->len; i++)
    {
      guint question = g_array_index (self->common, guint, i);
      Part part = { self->shares[i], entrant->evaluation->stakes[question].bounds[bound] * sign };
      RfLeftOutReason reason;

      if (!counts_for (entrant, question, &reason))
        continue;
      if (entrant->evaluation->applicability[question] != RF_TRUTH_TRUE)
        {
          g_array_append_val (may_apply, part);
          continue;
        }
      sum += part.share * part.risk;
      weight += part.share;
    }
  g_array_sort (may_apply, compare_parts);
  for (guint i = 0; i < may_apply->len; i++)
    {
      const Part *part = &g_array_index (may_apply, Part, i);

      if (weight > 0 && part->risk * weight >= sum)
        break;
      sum += part->share * part->risk;
      weight += part->share;
    }
  if (weight <= 0)
    return NAN;
  mean = sum * sign / (weight * (double) RF_NUMBER_ONE);
  /* shares of weighted sections are fractions; what they add up to is not exact to the last bit */
  return self->questionnaire->weighs_sections ? rint (mean * 1e9) / 1e9 : mean;
}

/**
 * rf_contest_measure:
 * @bounds: (out): points; NaN where no common question applies to the offering
 *
 * Gives the range of an offering on the common questions, by their shares of these.
 */
void
rf_contest_measure (const RfContest *self,
                    const RfEntrant *entrant,
                    double bounds[RF_N_BOUNDS])
{
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    bounds[i] = measure_bound (self, entrant, (RfBound) i);
}

static gboolean
is_lifting (const RfContest *self,
            const RfEvaluation *evaluation,
            guint knock_out)
{
  if (self->questionnaire->knock_outs[knock_out].side != RF_SIDE_PROVIDER)
    return FALSE;
  return evaluation->knock_outs[knock_out] == RF_KNOCK_OUT_VIOLATED || evaluation->knock_outs[knock_out] == RF_KNOCK_OUT_NOT_CLEARED;
}

/* Whether every knock-out that may lift A certainly lifts B. */
static gboolean
is_safe_from_knock_outs (const RfContest *self,
                         const RfEvaluation *a,
                         const RfEvaluation *b)
{
  for (guint i = 0; i < self->questionnaire->n_knock_outs; i++)
    if (is_lifting (self, a, i) && b->knock_outs[i] != RF_KNOCK_OUT_VIOLATED)
      return FALSE;
  return TRUE;
}

/**
 * rf_contest_is_ahead:
 *
 * Says whether A's worst is below B's best on the record, and no knock-out can lift A alone.
 */
gboolean
rf_contest_is_ahead (const RfContest *self,
                     const RfEntrant *a,
                     const RfEntrant *b,
                     double unproven_high,
                     double low)
{
  return unproven_high < low && is_safe_from_knock_outs (self, a->evaluation, b->evaluation);
}

/**
 * rf_contest_is_certainly_better:
 *
 * Interval dominance over open answers, doubts and weights: the sum of k * d over the common questions is
 * above 0, where d is B's least risk less A's greatest, and k is the share, halved where that speaks for A and
 * doubled where it speaks against. Doubts may turn conditions and knock-outs too, so these must be settled
 * without the answers that are doubted.
 */
gboolean
rf_contest_is_certainly_better (const RfContest *self,
                                const RfEntrant *a,
                                const RfEntrant *b)
{
  double sum = 0;

  for (guint i = 0; i < self->common->len; i++)
    {
      guint question = g_array_index (self->common, guint, i);
      const RfStake *stake = &a->evaluation->stakes[question];
      gint32 worst = stake->bounds[RF_BOUND_HIGH];
      double difference;

      if (a->doubted->applicability[question] != RF_TRUTH_TRUE || b->doubted->applicability[question] != RF_TRUTH_TRUE)
        return FALSE;
      if (stake->state == RF_ANSWER_ANSWERED && stake->credibility < 100)
        worst = MAX (self->plan->questions[question].greatest_risk, worst);
      difference = (double) b->evaluation->stakes[question].bounds[RF_BOUND_LOW] - worst;
      sum += self->shares[i] * difference * (difference > 0 ? 0.5 : 2);
    }
  /* in ten-thousandths of a point times a share: far below what an integer weight can make of one */
  return sum > 1e-6 && is_safe_from_knock_outs (self, a->doubted, b->doubted);
}
