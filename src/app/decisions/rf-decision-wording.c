// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decision-wording.h"

#include <glib/gi18n.h>

/**
 * rf_decision_wording_dup_mark:
 * @standing: (nullable)
 *
 * Returns: (transfer full): what was decided, or that it is to be
 */
char *
rf_decision_wording_dup_mark (const RfUseCaseStanding *standing)
{
  g_autofree char *day = NULL;

  if (standing == NULL || standing->decision == NULL)
    return g_strdup (C_ ("decision", "Not decided"));
  if (!standing->has_expired)
    return g_strdup (rf_verdict_get_label (standing->decision->verdict));
  day = rf_day_to_string (standing->decision->expires);
  /* Translators: a decision that is open again; %s is a day, as 2026-03-31 */
  return g_strdup_printf (_ ("Open: acceptance expired on %s"), day);
}

/**
 * rf_decision_wording_get_icon:
 * @standing: (nullable)
 *
 * Returns: the name of an icon that goes with the mark
 */
const char *
rf_decision_wording_get_icon (const RfUseCaseStanding *standing)
{
  if (standing == NULL || standing->decision == NULL)
    return "dialog-question-symbolic";
  if (standing->has_expired)
    return "document-open-recent-symbolic";
  switch (standing->decision->verdict)
    {
    case RF_VERDICT_APPROVE:
      return "object-select-symbolic";
    case RF_VERDICT_APPROVE_WITH_CONDITIONS:
      return "dialog-warning-symbolic";
    case RF_VERDICT_REJECT:
    default:
      return "action-unavailable-symbolic";
    }
}

static char *
dup_capitalised (const char *word)
{
  g_autofree char *first = g_utf8_substring (word, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, g_utf8_next_char (word), NULL);
}

/**
 * rf_decision_wording_dup_range:
 *
 * Returns: (transfer full): the residual risk: "Low to high"
 */
char *
rf_decision_wording_dup_range (const RfResidual *residual)
{
  g_autofree char *low = NULL;

  if (!residual->known)
    return g_strdup (C_ ("residual risk", "Not known"));
  low = dup_capitalised (rf_rating_get_label (residual->low));
  if (residual->low == residual->high)
    return g_steal_pointer (&low);
  /* Translators: a range of residual risks, as in "Low to high"; the first begins the line */
  return g_strdup_printf (C_ ("residual risk", "%s to %s"), low, rf_rating_get_label (residual->high));
}

/**
 * rf_decision_wording_dup_sentence:
 *
 * Returns: (transfer full): what the residual risk comes from
 */
char *
rf_decision_wording_dup_sentence (const RfResidual *residual)
{
  const char *side;

  if (!residual->known)
    return g_strdup (_ ("The residual risk is not known: set all levels of the use case, and assess the offering."));
  side = residual->high_side == RF_SIDE_PROVIDER ? _ ("The provider’s side is the worse one and decides the upper end.")
                                                 : _ ("Our own side is the worse one and decides the upper end.");
  /* Translators: the first %s is a level such as "high", the second a whole sentence */
  return g_strdup_printf (_ ("Inherent exposure: %s. %s"), rf_rating_get_label (residual->exposure), side);
}

/**
 * rf_decision_wording_dup_exposure:
 *
 * Returns: (transfer full): the inherent exposure of a use case in words
 */
char *
rf_decision_wording_dup_exposure (const RfUseCase *use_case)
{
  RfRating exposure;

  if (!rf_use_case_get_exposure (use_case, &exposure))
    return g_strdup (_ ("Inherent exposure not known"));
  return g_strdup_printf (_ ("Inherent exposure: %s"), rf_rating_get_label (exposure));
}
