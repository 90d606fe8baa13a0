// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-own-plan.h"

#include "rf-benchmark.h"

#include "rf-offering.h"
#include "rf-language.h"

/**
 * rf_own_plan_count:
 * @offerings: (element-type RfOffering): the portfolio
 * @plan: (out caller-allocates)
 */
void
rf_own_plan_count (GPtrArray *offerings,
                   RfOwnPlan *plan)
{
  g_autofree RfIntention *intentions = g_new0 (RfIntention, offerings->len + 1);

  for (guint i = 0; i < offerings->len; i++)
    intentions[i] = ((const RfOffering *) g_ptr_array_index (offerings, i))->spending;
  *plan = (RfOwnPlan){ .n_offerings = offerings->len };
  plan->has_score = rf_net_score_from_intentions (intentions, offerings->len, &plan->score, &plan->n_set);
}

/**
 * rf_own_plan_to_text:
 *
 * Returns: (transfer full): a line, or the line that says that there is nothing to count
 */
char *
rf_own_plan_to_text (const RfOwnPlan *self)
{
  g_autofree char *score = self->has_score ? rf_percent_dup_text (self->score) : NULL;
  g_autofree char *line = rf_percent_dup_text (RF_NET_SCORE_ELEVATED);

  if (score == NULL)
    return g_strdup (_ ("Own Net Score: no offering has a spending intention (offering edit --spending).\n"));
  return g_strdup_printf (rf_net_score_is_elevated (self->score)
                            ? _ ("Own Net Score: %s, highly elevated (from %s), over %u of %u offerings.\n")
                            : _ ("Own Net Score: %s, below the line of %s, over %u of %u offerings.\n"),
                          score, line, self->n_set, self->n_offerings);
}
