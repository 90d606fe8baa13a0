// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"
#include "rf-evaluation-private.h"

G_BEGIN_DECLS

/**
 * RfDrawnQuestion:
 * @kept: the risk of the answer that stands
 * @credibility: percent: how often that answer is kept; 0 where none stands
 * @first: into the options of the entrant
 * @n_options: the answers drawn from otherwise
 * @low: the drawn risk runs over @low to @low + @span where @is_range
 * @base: of the random numbers
 * @is_drawn: otherwise the risk is always @kept
 * @is_gate: a condition that matters asks about it
 *
 * What a question can turn out to be for one offering. Risks in points.
 */
typedef struct
{
  double kept;
  double low;
  double span;
  guint64 base;
  guint first;
  guint n_options;
  guint8 credibility;
  guint8 is_drawn;
  guint8 is_range;
  guint8 is_gate;
} RfDrawnQuestion;

/**
 * RfEntrant:
 * @record_index: into the records as they were given
 * @evaluation: of the answers as they stand
 * @doubted: the same with everything unknown that a draw may change: what it settles, no draw unsettles
 * @questions: (array): by question
 * @option_risks: (array): of all drawn questions, one after the other; points
 * @option_answers: (array): the answers behind them
 * @has_conditions: whether draws must judge conditions or knock-outs
 * @has_answer: (nullable): by question, where the answers are to another revision
 */
typedef struct
{
  RfRecord *record; /* borrowed */
  guint record_index;
  RfScoringContext context;
  RfAnswerValue *answers;
  guint8 *has_answer;
  RfEvaluation *evaluation;
  RfEvaluation *doubted;
  RfDrawnQuestion *questions;
  GArray *option_risks;
  GArray *option_answers;
  gboolean has_conditions;
  RfSideScore score;
} RfEntrant;

/**
 * RfContest:
 * @entrants: (array): by id
 * @ranked: (array): those of @entrants that are ranked
 * @common: (element-type guint): questions, ascending
 * @shares: (array): of each common question
 * @left_out: (element-type RfLeftOut)
 * @values: (array): the risk of each ranked entrant in each draw, entrant by entrant
 *
 * A comparison under way.
 */
typedef struct
{
  RfQuestionnaire *questionnaire; /* borrowed */
  const RfScoringPlan *plan;      /* of the first entrant's evaluation */
  guint64 seed;
  guint draws;
  guint threads;
  GCancellable *cancellable;    /* nullable */
  const RfScoringPlan *weights; /* nullable: borrowed; its weights stand for those of the profile */
  RfEntrant *entrants;
  guint n_entrants;
  RfEntrant **ranked;
  guint n_ranked;
  GArray *common;
  double *shares;
  GArray *left_out;
  double *values;
} RfContest;

/* Fills in what the draws of an entrant need. */
void rf_entrant_prepare (RfEntrant *self,
                         const RfContest *contest);
void rf_entrant_find_answer (const RfEntrant *self,
                             const RfContest *contest,
                             guint question,
                             guint64 draw,
                             double *risk,
                             guint *option);

void rf_contest_clear (RfContest *self);
gboolean rf_contest_take (RfContest *self,
                          RfRecord *const *records,
                          guint n,
                          GError **error);
gboolean rf_contest_bind (RfContest *self,
                          const RfScoringContext *context,
                          GError **error);
gboolean rf_contest_find_common (RfContest *self,
                                 GError **error);
void rf_contest_measure (const RfContest *self,
                         const RfEntrant *entrant,
                         double bounds[RF_N_BOUNDS]);
gboolean rf_contest_draw (RfContest *self,
                          GError **error);
double rf_contest_average (const RfContest *self,
                           guint ranked);
gboolean rf_contest_is_certainly_better (const RfContest *self,
                                         const RfEntrant *a,
                                         const RfEntrant *b);
gboolean rf_contest_is_ahead (const RfContest *self,
                              const RfEntrant *a,
                              const RfEntrant *b,
                              double unproven_high,
                              double low);

gboolean rf_contest_compare_pairs (RfContest *self,
                                   RfComparison *comparison,
                                   GError **error);
void rf_contest_settle (const RfContest *self,
                        guint a,
                        guint b,
                        RfSettlingQuestion *best);

/* Runs @job for 0 .. @n - 1, on as many threads as asked for; each writes to a place of its own. */
typedef void (*RfContestJob) (guint index,
                              gpointer data);
gboolean rf_contest_run (const RfContest *self,
                         guint n,
                         RfContestJob job,
                         gpointer data,
                         GError **error);

/* ---- random numbers, keyed by what they are for ---- */

/* the most options that a choice can have */
#define RF_MOST_CHOICES 64

#define RF_RANDOM_KEPT G_MAXUINT

guint64 rf_random_name (const char *text);
guint64 rf_random_base (guint64 seed,
                        guint64 question,
                        guint64 offering);
double rf_random_power_of_two (guint64 bits);

static inline guint64
rf_random_mix (guint64 bits)
{
  bits = (bits ^ (bits >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  bits = (bits ^ (bits >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  return bits ^ (bits >> 31);
}

/* The SplitMix64 sequence from @base, entered at any place. */
static inline guint64
rf_random_draw (guint64 base,
                guint64 draw)
{
  return rf_random_mix (base + (draw + 1) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15));
}

/* The least that the lower half of the bits must be for the answer not to be kept: so a credibility is a limit. */
static inline guint64
rf_random_limit_of (guint credibility)
{
  return (((guint64) credibility << 32) + 99) / 100;
}

/* 0 where the answer that stands is kept, otherwise 1 and the option drawn. Without a branch, which chance decides on and
 * no processor foresees. */
static inline guint
rf_random_choose (guint64 bits,
                  guint64 limit,
                  guint64 n_options)
{
  return (guint) ((1 + (((bits >> 32) * n_options) >> 32)) & -(guint64) ((bits & 0xffffffff) >= limit));
}

G_END_DECLS
