// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The portfolio at a glance. */

#include "config.h"

#include "rf-workspace-private.h"

RfPortfolioSummary *
rf_workspace_dup_summary (RfWorkspace *self,
                          const char *offering,
                          RfDay today,
                          GError **error)
{
  g_autoptr (RfOffering) known = rf_workspace_dup_offering (self, offering, error);
  g_autoptr (GPtrArray) use_cases = known ? rf_workspace_list_use_cases (self, error) : NULL;
  g_autoptr (RfPortfolioFacts) facts = use_cases ? rf_workspace_load_facts (self, known, error) : NULL;

  if (facts == NULL)
    return NULL;
  return rf_portfolio_summary_new (today == RF_DAY_NONE ? rf_workspace_get_today (self) : today, known, facts, use_cases);
}

static GPtrArray *
list_summaries (RfWorkspace *self,
                RfDay today,
                GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (self, error);
  g_autoptr (GPtrArray) use_cases = offerings ? rf_workspace_list_use_cases (self, error) : NULL;
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_portfolio_summary_unref);

  if (use_cases == NULL)
    return NULL;
  for (guint i = 0; i < offerings->len; i++)
    {
      RfOffering *offering = g_ptr_array_index (offerings, i);
      g_autoptr (RfPortfolioFacts) facts = rf_workspace_load_facts (self, offering, error);

      if (facts == NULL)
        return NULL;
      g_ptr_array_add (summaries, rf_portfolio_summary_new (today, offering, facts, use_cases));
    }
  return g_steal_pointer (&summaries);
}

GPtrArray *
rf_workspace_list_summaries (RfWorkspace *self,
                             RfDay today,
                             GError **error)
{
  GPtrArray *summaries;

  rf_workspace_has_changed_elsewhere (self);
  if (!rf_store_begin_reading (self->store, error))
    return NULL;
  summaries = list_summaries (self, today == RF_DAY_NONE ? rf_workspace_get_today (self) : today, error);
  rf_store_end_reading (self->store);
  return summaries;
}
