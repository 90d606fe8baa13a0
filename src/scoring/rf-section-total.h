// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-tally.h"

G_BEGIN_DECLS

/* A number of 128 bits; where it holds a fraction, in units of 2^-64. */
__extension__ typedef unsigned __int128 RfWide;

#define RF_WIDE_ONE (((RfWide) 1) << 64)

/**
 * RfMean:
 * @sum: what is known of weight times value
 * @weight: what it is divided by; 0 where there is no mean
 * @doubt: the true sum is at least @sum and less than @sum + @doubt; 0 where @sum is exact
 *
 * A weighted mean, kept as a fraction so that it can be compared with a limit exactly.
 */
typedef struct
{
  RfWide sum;
  RfWide weight;
  RfWide doubt;
} RfMean;

typedef enum
{
  RF_BELOW,
  RF_AT_LEAST,
  RF_TOO_CLOSE, /* exact fractions must decide */
} RfMeanPlace;

RfMeanPlace rf_mean_compare (const RfMean *self,
                             guint limit,
                             guint divisor);
double rf_mean_to_double (const RfMean *self,
                          guint divisor);

/* The parts of a section's share that enter the totals beside its bounds. */
typedef enum
{
  RF_PART_SETTLED,     /* answered or refused, of what applies or may apply */
  RF_PART_ANSWERED,    /* likewise answered */
  RF_PART_RISK,        /* the answered part times its risk */
  RF_PART_CREDIBILITY, /* the answered part times its credibility */
  RF_PART_SET_ASIDE,   /* not applicable, of what applies, may apply or was set aside */
} RfPart;

#define RF_N_PARTS 5

typedef enum
{
  RF_PRESENCE_NONE,
  RF_PRESENCE_UNDETERMINED,
  RF_PRESENCE_CERTAIN,
} RfPresence;

/**
 * RfSectionShare:
 * @weight: of the section
 * @presence: whether something in it is certain to apply, may apply or neither
 * @has_questions: whether something in it applies, may apply or was set aside
 * @bounds: low, high and unproven high, rounded down to 2^-64 of a ten-thousandth of a point
 * @parts: rounded down likewise
 *
 * What a weighted section brings into the total of its side.
 */
typedef struct
{
  gint64 weight;
  RfPresence presence;
  gboolean has_questions;
  RfWide bounds[RF_N_BOUNDS];
  RfWide parts[RF_N_PARTS];
} RfSectionShare;

void rf_section_share_init (RfSectionShare *self,
                            gint64 weight,
                            const RfTally *tally,
                            const RfOrderedSums *ordered);

/**
 * RfSectionTotal:
 * @parts: sums of weight times part
 * @parts_weight: of the sections in which something applies or may apply
 * @set_aside_weight: of the sections that have questions at all
 * @certain: sums of weight times bound over the sections in which something is certain to apply
 *
 * The total of a side whose sections are weighted. A section in which nothing is certain to apply enters as an
 * undetermined question does; those sections are kept in order, with how far they are entered at present, so
 * that a change moves that place a little instead of finding it again.
 */
typedef struct
{
  RfWide parts[RF_N_PARTS];
  gint64 parts_weight;
  gint64 set_aside_weight;
  gint64 certain_weight;
  RfWide certain[RF_N_BOUNDS];
  guint n_undetermined;
  guint32 *order[RF_N_BOUNDS]; /* owned: sections in the order in which they enter */
  guint n_entered[RF_N_BOUNDS];
  RfWide entered[RF_N_BOUNDS];
  gint64 entered_weight[RF_N_BOUNDS];
} RfSectionTotal;

void rf_section_total_init (RfSectionTotal *self,
                            guint n_sections);
void rf_section_total_init_copy (RfSectionTotal *self,
                                 const RfSectionTotal *other,
                                 guint n_sections);
void rf_section_total_clear (RfSectionTotal *self);
void rf_section_total_reset (RfSectionTotal *self);
void rf_section_total_replace (RfSectionTotal *self,
                               RfSectionShare *shares,
                               guint section,
                               const RfSectionShare *share);
RfMean rf_section_total_get_mean (const RfSectionTotal *self,
                                  RfBound bound);
RfMean rf_section_total_get_part (const RfSectionTotal *self,
                                  RfPart part);

G_END_DECLS
