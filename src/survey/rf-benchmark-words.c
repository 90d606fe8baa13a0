// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmark.h"
#include "rf-language.h"

/* in the order of their enumerations */
const char *const rf_topic_nicks[] = { "adoption", "barrier", "practice", "shadow-use", "spending", NULL };
const char *const rf_unit_nicks[] = { "percent", "respondents", "net-score", NULL };
const char *const rf_qualifier_nicks[] = { "exact", "about", "over", "range", "not-given", NULL };
const char *const rf_verification_nicks[] = {
  "verbatim", "secondary", "seed-only", "qualitative", "chart-unreadable", NULL
};
/* the ids that questionnaires use for the same */
const char *const rf_benchmark_barriers[] = { "privacy", "security", "legal-ip", "compliance", "skills", "cost", NULL };

static const char *const topic_labels[RF_N_TOPICS] = {
  NC_ ("topic", "Adoption"), NC_ ("topic", "What holds it back"), NC_ ("topic", "What companies do"),
  NC_ ("topic", "Shadow use"), NC_ ("topic", "Spending")
};
static const char *const qualifier_labels[RF_N_QUALIFIERS] = {
  NC_ ("qualifier", "exactly"), NC_ ("qualifier", "about"), NC_ ("qualifier", "over"),
  NC_ ("qualifier", "between"), NC_ ("qualifier", "not given")
};
static const char *const verification_labels[RF_N_VERIFICATIONS] = {
  NC_ ("verification", "read word for word"), NC_ ("verification", "reported by others"),
  NC_ ("verification", "in one article only"), NC_ ("verification", "an order without numbers"),
  NC_ ("verification", "not published in text")
};

static const char *const barrier_labels[RF_N_BENCHMARK_BARRIERS] = {
  NC_ ("barrier", "Privacy"), NC_ ("barrier", "Security"), NC_ ("barrier", "Law and intellectual property"),
  NC_ ("barrier", "Compliance"), NC_ ("barrier", "Skills"), NC_ ("barrier", "Cost")
};

/**
 * rf_benchmark_barrier_get_label:
 *
 * Returns: (nullable): what a person reads for a barrier's id; %NULL for one that surveys do not know
 */
const char *
rf_benchmark_barrier_get_label (const char *barrier)
{
  for (guint i = 0; i < RF_N_BENCHMARK_BARRIERS; i++)
    if (g_str_equal (barrier, rf_benchmark_barriers[i]))
      return C_ ("barrier", barrier_labels[i]);
  return NULL;
}

/**
 * rf_topic_get_label:
 *
 * Returns: what a person reads
 */
const char *
rf_topic_get_label (RfTopic self)
{
  g_return_val_if_fail ((guint) self < RF_N_TOPICS, NULL);
  return C_ ("topic", topic_labels[self]);
}

/**
 * rf_qualifier_get_label:
 *
 * Returns: what a person reads before the number
 */
const char *
rf_qualifier_get_label (RfQualifier self)
{
  g_return_val_if_fail ((guint) self < RF_N_QUALIFIERS, NULL);
  return C_ ("qualifier", qualifier_labels[self]);
}

/**
 * rf_verification_get_label:
 *
 * Returns: what a person reads
 */
const char *
rf_verification_get_label (RfVerification self)
{
  g_return_val_if_fail ((guint) self < RF_N_VERIFICATIONS, NULL);
  return C_ ("verification", verification_labels[self]);
}
