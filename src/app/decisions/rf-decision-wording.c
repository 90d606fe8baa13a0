// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-decision-wording.h"

#include "rf-wording.h"

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
  day = rf_day_to_text (standing->decision->expires);
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

/**
 * rf_decision_wording_dup_fit:
 *
 * Returns: (transfer full): whether an offering is fit: "Not settled"
 */
char *
rf_decision_wording_dup_fit (RfFitVerdict verdict)
{
  return rf_wording_dup_capitalized (rf_fit_verdict_get_label (verdict));
}

/**
 * rf_decision_wording_dup_range:
 *
 * Returns: (transfer full): the residual risk: "Low to high"
 */
char *
rf_decision_wording_dup_range (const RfResidual *residual)
{
  g_autofree char *range = rf_fit_dup_residual (residual);

  return rf_wording_dup_capitalized (range);
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
