// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What a portfolio counts of an offering, read without its record: no notes, no questions' words, no use cases. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-thing-fields.h"

static void
set_score (RfWorkspace *self,
           RfOffering *offering,
           RfPortfolioFacts *facts,
           const RfAnswerValue *values)
{
  RfScoringContext context = { .as_of = facts->assessment->as_of, .offering = offering };
  g_autoptr (RfEvaluation) evaluation = NULL;

  context.profile = rf_workspace_find_profile (self, facts->questionnaire);
  evaluation = rf_evaluation_new (facts->questionnaire, &context);
  rf_evaluation_set_answers (evaluation, values);
  facts->score = rf_evaluation_dup_score (evaluation);
}

static void
add_expiries (RfPortfolioFacts *facts,
              const RfRecord *record)
{
  for (guint i = 0; i < record->evidence->len; i++)
    g_array_append_val (facts->expiries, ((const RfEvidence *) g_ptr_array_index (record->evidence, i))->expires);
}

/* Answers and papers as they were frozen. */
static gboolean
load_approved (RfWorkspace *self,
               RfOffering *offering,
               RfPortfolioFacts *facts,
               GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_read_snapshot (self, facts->assessment, error);
  g_autofree RfAnswerValue *values = record ? rf_workspace_bind_snapshot (record, facts->assessment, facts->questionnaire, facts->assessment->as_of, error) : NULL;

  if (values == NULL)
    return FALSE;
  add_expiries (facts, record);
  set_score (self, offering, facts, values);
  return TRUE;
}

static gboolean
load_open (RfWorkspace *self,
           RfOffering *offering,
           RfPortfolioFacts *facts,
           GError **error)
{
  const RfAssessment *assessment = facts->assessment;
  guint n_questions = facts->questionnaire->n_questions;
  g_autofree RfAnswerValue *values = g_new (RfAnswerValue, n_questions);
  g_autoptr (GPtrArray) evidence = NULL;

  if (!rf_store_read_answer_values (self->store, assessment->id, n_questions, assessment->as_of, values, error))
    return FALSE;
  evidence = rf_store_list_things (self->store, RF_THING_EVIDENCE, assessment->id, error);
  for (guint i = 0; evidence && i < evidence->len; i++)
    {
      RfDay expires = rf_thing_get_day (g_ptr_array_index (evidence, i), "expires");

      g_array_append_val (facts->expiries, expires);
    }
  if (evidence == NULL)
    return FALSE;
  set_score (self, offering, facts, values);
  return TRUE;
}

static gboolean
load_parts (RfWorkspace *self,
            RfPortfolioFacts *facts,
            GError **error)
{
  g_autoptr (GPtrArray) actions = rf_store_list_things (self->store, RF_THING_ACTION, facts->assessment->id, error);
  g_autoptr (GPtrArray) decisions = actions ? rf_store_list_things (self->store, RF_THING_DECISION, facts->assessment->id, error) : NULL;

  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; i < actions->len; i++)
    g_ptr_array_add (facts->actions, rf_thing_to_action (g_ptr_array_index (actions, i)));
  for (guint i = 0; i < decisions->len; i++)
    g_ptr_array_add (facts->decisions, rf_thing_to_decision (g_ptr_array_index (decisions, i)));
  return TRUE;
}

/**
 * rf_workspace_load_facts:
 *
 * Reads from the store, whatever is remembered. It rests on the offering, its assessments and all that is theirs, the
 * organisation-wide answers, the papers under them, and the profile; not on the use cases, nor on the day.
 *
 * Returns: (transfer full) (nullable): of the current assessment, or without one where none was begun
 */
RfPortfolioFacts *
rf_workspace_load_facts (RfWorkspace *self,
                         RfOffering *offering,
                         GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self, offering->id, error);
  g_autoptr (RfPortfolioFacts) facts = NULL;
  RfAssessment *assessment;

  if (assessments == NULL)
    return NULL;
  facts = rf_portfolio_facts_new ();
  if (assessments->len == 0)
    return g_steal_pointer (&facts);
  facts->assessment = assessment = g_ptr_array_steal_index (assessments, assessments->len - 1);
  facts->questionnaire = rf_workspace_dup_questionnaire (self, assessment->questionnaire, assessment->revision, error);
  if (facts->questionnaire == NULL || !load_parts (self, facts, error))
    return NULL;
  if (!(assessment->approved == RF_DAY_NONE ? load_open : load_approved) (self, offering, facts, error))
    return NULL;
  return g_steal_pointer (&facts);
}
