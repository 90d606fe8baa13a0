// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-wilson-interval.h"

#include <glib-object.h>

G_BEGIN_DECLS

typedef enum
{
  RF_TOPIC_ADOPTION,
  RF_TOPIC_BARRIER,
  RF_TOPIC_PRACTICE,
  RF_TOPIC_SHADOW_USE,
  RF_TOPIC_SPENDING,
} RfTopic;

typedef enum
{
  RF_UNIT_PERCENT,
  RF_UNIT_RESPONDENTS,
  RF_UNIT_NET_SCORE, /* in percent, from -100 to 100 */
} RfUnit;

/**
 * RfQualifier:
 *
 * How exactly a source gives a number.
 */
typedef enum
{
  RF_QUALIFIER_EXACT,
  RF_QUALIFIER_ABOUT,
  RF_QUALIFIER_OVER,
  RF_QUALIFIER_RANGE,
  RF_QUALIFIER_NOT_GIVEN,
} RfQualifier;

/**
 * RfVerification:
 * @RF_VERIFICATION_VERBATIM: read word for word in the publisher's own text
 * @RF_VERIFICATION_SECONDARY: reported by somebody else
 * @RF_VERIFICATION_SEED_ONLY: word for word in the article the program grew from, and seen nowhere else
 * @RF_VERIFICATION_QUALITATIVE: an order or a comparison without a number
 * @RF_VERIFICATION_CHART_UNREADABLE: the number is in a picture and in no text that could be read
 *
 * How a figure came to be known.
 */
typedef enum
{
  RF_VERIFICATION_VERBATIM,
  RF_VERIFICATION_SECONDARY,
  RF_VERIFICATION_SEED_ONLY,
  RF_VERIFICATION_QUALITATIVE,
  RF_VERIFICATION_CHART_UNREADABLE,
} RfVerification;

#define RF_N_TOPICS 5
#define RF_N_UNITS 3
#define RF_N_QUALIFIERS 5
#define RF_N_VERIFICATIONS 5
#define RF_N_BENCHMARK_BARRIERS 6

/**
 * RfSample:
 * @n: how many were asked, the lower number of a range; 0 where it is not given
 * @n_to: the higher number of a range, else 0
 */
typedef struct
{
  guint n;
  guint n_to;
  RfQualifier qualifier;
} RfSample;

#define RF_TYPE_BENCHMARK (rf_benchmark_get_type ())

/**
 * RfBenchmark:
 * @has_value: whether the number is known; if not, it is a gap to be shown as such, never to be filled
 * @value: in @unit; the lower number of a range
 * @value_to: the higher number of a range, else 0
 * @asked: our paraphrase of what was asked
 * @quotation: (nullable): the source's own words
 * @base: who was asked
 * @provider: (nullable): whose spending it is about
 * @barriers: (array zero-terminated=1): ids of the barriers it speaks of; may be empty
 * @rank: the place in the order that the source gives, 1 the first; 0 where it gives none
 * @field: (nullable): when it was asked, in the source's precision
 * @sources: (array zero-terminated=1): where it was read
 * @retrieved: a month or day as YYYY-MM or YYYY-MM-DD
 * @is_survey: %FALSE of what was counted by machines
 *
 * One figure of a survey, with all that is needed to judge it. Immutable.
 */
typedef struct
{
  char *id;
  RfTopic topic;
  RfUnit unit;
  gboolean has_value;
  RfNumber value;
  RfNumber value_to;
  RfQualifier qualifier;
  RfSample sample;
  RfVerification verification;
  char *asked;
  char *quotation;
  char *base;
  char *note; /* nullable */
  char *provider;
  char **barriers;
  guint rank;
  char *survey_id;
  char *survey_title;
  char *publisher;
  char *field;
  char **sources;
  char *retrieved;
  gboolean is_survey;
} RfBenchmark;

GType rf_benchmark_get_type (void);
RfBenchmark *rf_benchmark_new (const RfBenchmark *content);
RfBenchmark *rf_benchmark_ref (RfBenchmark *self);
void rf_benchmark_unref (RfBenchmark *self);
gboolean rf_benchmark_get_interval (const RfBenchmark *self,
                                    RfWilsonInterval *interval,
                                    gboolean *approximate);
gboolean rf_benchmark_speaks_of (const RfBenchmark *self,
                                 const char *barrier);

gboolean rf_benchmark_check (const RfBenchmark *content,
                             const char **message,
                             const char **hint);
gboolean rf_sample_check (const RfSample *sample,
                          const char **message,
                          const char **hint);

extern const char *const rf_topic_nicks[RF_N_TOPICS + 1];
extern const char *const rf_unit_nicks[RF_N_UNITS + 1];
extern const char *const rf_qualifier_nicks[RF_N_QUALIFIERS + 1];
extern const char *const rf_verification_nicks[RF_N_VERIFICATIONS + 1];
extern const char *const rf_benchmark_barriers[RF_N_BENCHMARK_BARRIERS + 1];
const char *rf_topic_get_label (RfTopic self);
const char *rf_qualifier_get_label (RfQualifier self);
const char *rf_verification_get_label (RfVerification self);

const char *rf_benchmark_barrier_get_label (const char *barrier);

char *rf_benchmark_dup_value (const RfBenchmark *self);
char *rf_benchmark_dup_interval (const RfBenchmark *self);
char *rf_benchmark_dup_particulars (const RfBenchmark *self);
char *rf_sample_dup_text (const RfSample *self);
char *rf_percent_dup_text (RfNumber percent);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfBenchmark, rf_benchmark_unref)

G_END_DECLS
