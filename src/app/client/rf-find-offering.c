// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-find-offering.h"

static gboolean
find_use_case (RfWorkspace *workspace,
               const char *id,
               RfUseCase **use_case,
               GError **error)
{
  *use_case = id ? rf_workspace_dup_use_case (workspace, id, error) : NULL;
  return id == NULL || *use_case != NULL;
}

/**
 * rf_find_offering:
 * @use_case: (nullable): an id; %NULL for all use cases of the record, and the offering itself under none
 * @as_of: %RF_DAY_NONE for the day of the record
 *
 * Finds what the engine says of an offering, with the weights that the workspace prefers. For the workspace's thread.
 *
 * Returns: (transfer full): the findings; or %NULL with what the workspace or the engine said
 */
RfFindings *
rf_find_offering (RfWorkspace *workspace,
                  const char *offering,
                  const char *use_case,
                  RfDay as_of,
                  GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (workspace, offering, error);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfUseCase) found = NULL;
  RfScoringContext context = { 0 };

  if (record == NULL)
    return NULL;
  questionnaire = rf_workspace_dup_questionnaire (workspace, record->questionnaire_id, record->questionnaire_revision, error);
  if (questionnaire == NULL || !find_use_case (workspace, use_case, &found, error))
    return NULL;
  context.offering = record->offering;
  context.profile = rf_workspace_find_profile (workspace, questionnaire);
  context.as_of = as_of == RF_DAY_NONE ? record->as_of : as_of;
  context.use_case = found;
  return rf_findings_new (questionnaire, record, &context, NULL, error);
}
