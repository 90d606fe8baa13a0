// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-section-total.h"

#include <math.h>
#include <string.h>

static RfWide
fraction (gint64 part,
          gint64 whole)
{
  return whole == 0 ? 0 : ((RfWide) part << 64) / (RfWide) whole;
}

/**
 * rf_mean_compare:
 *
 * Compares the mean with @limit / @divisor.
 *
 * Returns: %RF_TOO_CLOSE only where what was rounded away could decide
 */
RfMeanPlace
rf_mean_compare (const RfMean *self,
                 guint limit,
                 guint divisor)
{
  RfWide bar = self->weight * limit;

  if (self->sum * divisor >= bar)
    return RF_AT_LEAST;
  if ((self->sum + self->doubt) * divisor <= bar)
    return RF_BELOW;
  return RF_TOO_CLOSE;
}

/**
 * rf_mean_to_double:
 *
 * Gives the mean divided by @divisor, NaN where there is none. Sums are far more precise than a double, so that
 * a whole number comes out as that number even where its sections' means had to be rounded.
 */
double
rf_mean_to_double (const RfMean *self,
                   guint divisor)
{
  if (self->weight == 0)
    return (double) NAN;
  if (self->doubt == 0)
    return (double) self->sum / ((double) self->weight * divisor);
  return (double) (self->sum / ((self->weight >> 64) * divisor)) / (double) RF_WIDE_ONE;
}

/**
 * rf_section_share_init:
 * @weight: of the section; 0 takes it out of its side's total
 */
void
rf_section_share_init (RfSectionShare *self,
                       gint64 weight,
                       const RfTally *tally,
                       const RfOrderedSums *ordered)
{
  gint64 whole = rf_tally_get_weight (tally);

  *self = (RfSectionShare){ .weight = weight };
  if (weight == 0)
    return;
  if (whole > 0)
    self->presence = tally->certain_weight > 0 ? RF_PRESENCE_CERTAIN : RF_PRESENCE_UNDETERMINED;
  self->has_questions = whole + tally->set_aside_weight > 0;
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    {
      gint64 sum, divisor;

      rf_tally_get_mean (tally, ordered, i, &sum, &divisor);
      self->bounds[i] = fraction (sum, divisor);
    }
  self->parts[RF_PART_SETTLED] = fraction (tally->settled_weight, whole);
  self->parts[RF_PART_ANSWERED] = fraction (tally->answered_weight, whole);
  self->parts[RF_PART_RISK] = fraction (tally->answered_risk, whole);
  self->parts[RF_PART_CREDIBILITY] = fraction (tally->answered_credibility, whole);
  self->parts[RF_PART_SET_ASIDE] = fraction (tally->set_aside_weight, whole + tally->set_aside_weight);
}

/* Whether @one comes before @other among the undetermined sections: the lowest low, the highest high first;
 * then in the questionnaire's order. */
static gboolean
enters_before (const RfSectionShare *shares,
               RfBound bound,
               guint32 one,
               guint32 other)
{
  RfWide a = shares[one].bounds[bound];
  RfWide b = shares[other].bounds[bound];

  if (a == b)
    return one < other;
  return (a < b) == (bound == RF_BOUND_LOW);
}

static guint
find_place (const RfSectionTotal *self,
            const RfSectionShare *shares,
            RfBound bound,
            guint32 section)
{
  guint first = 0;
  guint last = self->n_undetermined;

  while (first < last)
    {
      guint middle = first + (last - first) / 2;

      if (enters_before (shares, bound, self->order[bound][middle], section))
        first = middle + 1;
      else
        last = middle;
    }
  return first;
}

static void
count_entered (RfSectionTotal *self,
               RfBound bound,
               const RfSectionShare *share,
               int times)
{
  RfWide product = share->bounds[bound] * (RfWide) share->weight;

  if (times > 0)
    self->entered[bound] += product;
  else
    self->entered[bound] -= product;
  self->entered_weight[bound] += times * share->weight;
  self->n_entered[bound] += times;
}

/* Whether a section moves the mean of what is certain and entered in the bound's direction. */
static gboolean
helps (const RfSectionTotal *self,
       RfBound bound,
       const RfSectionShare *share)
{
  RfWide weight = (RfWide) (self->certain_weight + self->entered_weight[bound]);
  RfWide sum = self->certain[bound] + self->entered[bound];
  RfWide product = share->bounds[bound] * weight;

  if (weight == 0)
    return TRUE;
  return bound == RF_BOUND_LOW ? product < sum : product > sum;
}

/* Moves the place up to which sections are entered to where it belongs. The mean falls (rises) as sections
 * enter up to that place and only there, so that looking at its two neighbours is enough. */
static void
settle (RfSectionTotal *self,
        const RfSectionShare *shares,
        RfBound bound)
{
  const guint32 *order = self->order[bound];

  while (self->n_entered[bound] > 0)
    {
      const RfSectionShare *last = &shares[order[self->n_entered[bound] - 1]];

      count_entered (self, bound, last, -1);
      if (helps (self, bound, last))
        {
          count_entered (self, bound, last, 1);
          break;
        }
    }
  while (self->n_entered[bound] < self->n_undetermined && helps (self, bound, &shares[order[self->n_entered[bound]]]))
    count_entered (self, bound, &shares[order[self->n_entered[bound]]], 1);
}

static void
insert (RfSectionTotal *self,
        const RfSectionShare *shares,
        RfBound bound,
        guint32 section)
{
  guint place = find_place (self, shares, bound, section);
  guint32 *order = self->order[bound];

  memmove (&order[place + 1], &order[place], (self->n_undetermined - place) * sizeof *order);
  order[place] = section;
  if (place < self->n_entered[bound])
    count_entered (self, bound, &shares[section], 1);
}

static void
take_out (RfSectionTotal *self,
          const RfSectionShare *shares,
          RfBound bound,
          guint32 section)
{
  guint place = find_place (self, shares, bound, section);
  guint32 *order = self->order[bound];

  if (place < self->n_entered[bound])
    count_entered (self, bound, &shares[section], -1);
  memmove (&order[place], &order[place + 1], (self->n_undetermined - place - 1) * sizeof *order);
}

static void
count_parts (RfSectionTotal *self,
             const RfSectionShare *share,
             int times)
{
  for (guint i = 0; i < RF_N_PARTS; i++)
    {
      RfWide product = share->parts[i] * (RfWide) share->weight;

      self->parts[i] = times > 0 ? self->parts[i] + product : self->parts[i] - product;
    }
  if (share->presence != RF_PRESENCE_NONE)
    self->parts_weight += times * share->weight;
  if (share->has_questions)
    self->set_aside_weight += times * share->weight;
  if (share->presence != RF_PRESENCE_CERTAIN)
    return;
  self->certain_weight += times * share->weight;
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    {
      RfWide product = share->bounds[i] * (RfWide) share->weight;

      self->certain[i] = times > 0 ? self->certain[i] + product : self->certain[i] - product;
    }
}

void
rf_section_total_init (RfSectionTotal *self,
                       guint n_sections)
{
  *self = (RfSectionTotal){ { 0 } };
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    self->order[i] = g_new (guint32, n_sections);
}

void
rf_section_total_init_copy (RfSectionTotal *self,
                            const RfSectionTotal *other,
                            guint n_sections)
{
  *self = *other;
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    self->order[i] = g_memdup2 (other->order[i], n_sections * sizeof (guint32));
}

void
rf_section_total_clear (RfSectionTotal *self)
{
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    g_free (self->order[i]);
}

void
rf_section_total_reset (RfSectionTotal *self)
{
  RfSectionTotal empty = { { 0 } };

  memcpy (empty.order, self->order, sizeof empty.order);
  *self = empty;
}

/**
 * rf_section_total_replace:
 * @shares: of all sections; the one at @section is replaced by @share
 */
void
rf_section_total_replace (RfSectionTotal *self,
                          RfSectionShare *shares,
                          guint section,
                          const RfSectionShare *share)
{
  if (shares[section].presence == RF_PRESENCE_UNDETERMINED)
    {
      for (guint i = 0; i < RF_N_BOUNDS; i++)
        take_out (self, shares, i, section);
      self->n_undetermined--;
    }
  count_parts (self, &shares[section], -1);
  shares[section] = *share;
  count_parts (self, share, 1);
  if (share->presence == RF_PRESENCE_UNDETERMINED)
    {
      for (guint i = 0; i < RF_N_BOUNDS; i++)
        insert (self, shares, i, section);
      self->n_undetermined++;
    }
  for (guint i = 0; i < RF_N_BOUNDS; i++)
    settle (self, shares, i);
}

/**
 * rf_section_total_get_mean:
 *
 * The total rule where every section has a weight: the mean, by section weight, of the sections that have
 * something applicable, each with its own low and high.
 */
RfMean
rf_section_total_get_mean (const RfSectionTotal *self,
                           RfBound bound)
{
  RfWide weight = (RfWide) (self->certain_weight + self->entered_weight[bound]);

  return (RfMean){ self->certain[bound] + self->entered[bound], weight << 64, weight };
}

RfMean
rf_section_total_get_part (const RfSectionTotal *self,
                           RfPart part)
{
  RfWide weight = (RfWide) (part == RF_PART_SET_ASIDE ? self->set_aside_weight : self->parts_weight);

  return (RfMean){ self->parts[part], weight << 64, weight };
}
