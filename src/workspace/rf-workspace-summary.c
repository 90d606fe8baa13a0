// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The portfolio at a glance. */

#include "config.h"

#include "rf-workspace-private.h"

/* From here on one state of the store is read, and what is remembered is true of it. Whether another process wrote
 * is asked within the reading: what it does after that is not in it either. */
static gboolean
begin_reading (RfWorkspace *self,
               gboolean *has_news,
               GError **error)
{
  if (!rf_store_begin_reading (self->store, error))
    return FALSE;
  if (!rf_workspace_catch_up (self, error))
    {
      rf_store_end_reading (self->store);
      return FALSE;
    }
  *has_news = rf_store_has_changed_elsewhere (self->store);
  return TRUE;
}

/* Nobody is told before, for whoever listens may want to write. */
static void
end_reading (RfWorkspace *self,
             gboolean has_news)
{
  rf_store_end_reading (self->store);
  if (!has_news)
    return;
  rf_workspace_forget (self);
  rf_workspace_tell (self);
}

static RfPortfolioSummary *
dup_summary (RfWorkspace *self,
             const char *id,
             RfDay today,
             GError **error)
{
  g_autoptr (RfOffering) offering = rf_workspace_dup_offering (self, id, error);
  g_autoptr (GPtrArray) use_cases = offering ? rf_workspace_list_use_cases (self, error) : NULL;
  const RfPortfolioFacts *facts = use_cases ? rf_workspace_get_facts (self, offering, error) : NULL;

  return facts ? rf_portfolio_summary_new (today, offering, facts, use_cases) : NULL;
}

RfPortfolioSummary *
rf_workspace_dup_summary (RfWorkspace *self,
                          const char *offering,
                          RfDay today,
                          GError **error)
{
  RfPortfolioSummary *summary;
  gboolean has_news;

  if (!begin_reading (self, &has_news, error))
    return NULL;
  summary = dup_summary (self, offering, today == RF_DAY_NONE ? rf_workspace_get_today (self) : today, error);
  end_reading (self, has_news);
  return summary;
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
      const RfPortfolioFacts *facts = rf_workspace_get_facts (self, offering, error);

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
  gboolean has_news;

  if (!begin_reading (self, &has_news, error))
    return NULL;
  summaries = list_summaries (self, today == RF_DAY_NONE ? rf_workspace_get_today (self) : today, error);
  end_reading (self, has_news);
  return summaries;
}
