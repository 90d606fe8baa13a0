// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-gate.h"

/* Whether a side's score says anything: the customer's side of many questionnaires is empty. */
static gboolean
asks_of (const RfFindings *findings,
         RfSide side)
{
  const RfQuestionnaire *questionnaire = findings->questionnaire;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];

      if (questionnaire->sections[question->section].side == side && question->scored && question->weight > 0 && findings->score->applicability[i] != RF_HIDDEN)
        return TRUE;
    }
  return FALSE;
}

/**
 * rf_gate_is_tripped:
 * @limit: the first rating that is not let through
 * @side: (out): the side that tripped it
 *
 * Says whether a side's rating may be @limit or worse, or is not yet known well enough to say: a gate fails closed.
 * The provider's side always counts, the customer's where the questionnaire asks something of it.
 */
gboolean
rf_gate_is_tripped (const RfFindings *findings,
                    RfRating limit,
                    RfSide *side)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    {
      const RfSideScore *score = &findings->score->sides[i];

      if (i != RF_SIDE_PROVIDER && !asks_of (findings, i))
        continue;
      if (score->state == RF_ASSESSED && score->rating_high < limit)
        continue;
      *side = i;
      return TRUE;
    }
  return FALSE;
}
