// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * RfTruth: what is known of a condition, after Kleene: false, true, or undetermined together with the causes
 * for which it is undetermined. The causes are kept because a knock-out that only a refusal leaves open counts
 * as violated, and one that only waits for a use case does not move the rating.
 */
typedef guint8 RfTruth;

#define RF_TRUTH_FALSE ((RfTruth) 0)
#define RF_TRUTH_TRUE ((RfTruth) 1)

#define RF_CAUSE_REFUSED ((RfTruth) 2)    /* the provider declined to answer */
#define RF_CAUSE_UNANSWERED ((RfTruth) 4) /* not asked yet */
#define RF_CAUSE_UNKNOWN ((RfTruth) 8)    /* asked and not to be found out, or an attribute that is not set */
#define RF_CAUSE_USE_CASE ((RfTruth) 16)  /* no use case was given */
#define RF_CAUSES_OPEN (RF_CAUSE_UNANSWERED | RF_CAUSE_UNKNOWN)

static inline gboolean
rf_truth_is_undetermined (RfTruth truth)
{
  return truth > RF_TRUTH_TRUE;
}

static inline RfTruth
rf_truth_not (RfTruth truth)
{
  return rf_truth_is_undetermined (truth) ? truth : truth ^ RF_TRUTH_TRUE;
}

/* False and anything is false; otherwise every cause counts. */
static inline RfTruth
rf_truth_and (RfTruth a,
              RfTruth b)
{
  if (a == RF_TRUTH_FALSE || b == RF_TRUTH_FALSE)
    return RF_TRUTH_FALSE;
  return a == b ? a : (RfTruth) ((a | b) & ~RF_TRUTH_TRUE);
}

/* True or anything is true; otherwise every cause counts. */
static inline RfTruth
rf_truth_or (RfTruth a,
             RfTruth b)
{
  if (a == RF_TRUTH_TRUE || b == RF_TRUTH_TRUE)
    return RF_TRUTH_TRUE;
  return a | b;
}

G_END_DECLS
