// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The portfolio at a glance. */

#include "config.h"

#include "rf-workspace-private.h"

static RfPortfolioSummary *
summarise (RfWorkspace *self,
           RfOffering *offering,
           const GPtrArray *use_cases,
           RfDay today,
           GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self, offering->id, error);
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfScore) score = NULL;
  const RfOpened *opened;

  if (assessments == NULL)
    return NULL;
  if (assessments->len == 0)
    return rf_portfolio_summary_new (today, offering, NULL, NULL, NULL, NULL, use_cases);
  record = rf_workspace_dup_record (self, offering->id, error);
  score = record ? rf_workspace_dup_score (self, offering->id, NULL, RF_PROFILE_DEFAULT, RF_DAY_NONE, error) : NULL;
  opened = score ? rf_workspace_get_opened (self, offering->id, error) : NULL;
  if (opened == NULL)
    return NULL;
  return rf_portfolio_summary_new (today, offering, opened->assessment, opened->questionnaire, score, record, use_cases);
}

RfPortfolioSummary *
rf_workspace_dup_summary (RfWorkspace *self,
                          const char *offering,
                          RfDay today,
                          GError **error)
{
  g_autoptr (RfOffering) known = rf_workspace_dup_offering (self, offering, error);
  g_autoptr (GPtrArray) use_cases = known ? rf_workspace_list_use_cases (self, error) : NULL;

  if (use_cases == NULL)
    return NULL;
  return summarise (self, known, use_cases, today == RF_DAY_NONE ? rf_workspace_get_today (self) : today, error);
}

GPtrArray *
rf_workspace_list_summaries (RfWorkspace *self,
                             RfDay today,
                             GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (self, error);
  g_autoptr (GPtrArray) use_cases = offerings ? rf_workspace_list_use_cases (self, error) : NULL;
  g_autoptr (GPtrArray) summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_portfolio_summary_unref);

  if (use_cases == NULL)
    return NULL;
  if (today == RF_DAY_NONE)
    today = rf_workspace_get_today (self);
  for (guint i = 0; i < offerings->len; i++)
    {
      RfPortfolioSummary *summary = summarise (self, g_ptr_array_index (offerings, i), use_cases, today, error);

      if (summary == NULL)
        return NULL;
      g_ptr_array_add (summaries, summary);
    }
  return g_steal_pointer (&summaries);
}
