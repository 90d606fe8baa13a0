// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-findings.h"

G_DEFINE_BOXED_TYPE (RfFindings, rf_findings, rf_findings_ref, rf_findings_unref)

static void
use_case_findings_free (gpointer data)
{
  RfUseCaseFindings *self = data;

  rf_use_case_unref (self->use_case);
  rf_score_unref (self->score);
  g_free (self);
}

static void
clear (gpointer data)
{
  RfFindings *self = data;

  rf_questionnaire_unref (self->questionnaire);
  rf_record_unref (self->record);
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  rf_score_unref (self->score);
  g_free (self->questions);
  g_ptr_array_unref (self->use_cases);
  g_array_unref (self->ask_first);
  g_array_unref (self->prove_first);
  g_array_unref (self->negotiate_first);
  g_ptr_array_unref (self->shortest_ways);
}

RfFindings *
rf_findings_ref (RfFindings *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_findings_unref (RfFindings *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static void
add_use_case (RfFindings *self,
              RfUseCase *use_case,
              RfScoringContext context,
              const RfAnswerValue *answers)
{
  RfUseCaseFindings *findings = g_new0 (RfUseCaseFindings, 1);

  context.use_case = use_case;
  findings->use_case = rf_use_case_ref (use_case);
  findings->score = rf_score_new (self->questionnaire, &context, answers);
  rf_residual_init (&findings->residual, findings->score, use_case);
  g_ptr_array_add (self->use_cases, findings);
}

static void
find_shortest_ways (RfFindings *self,
                    const RfEvaluation *evaluation)
{
  const RfSideScore *provider = &self->score->sides[RF_SIDE_PROVIDER];

  self->shortest_ways = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_shortest_way_free);
  if (provider->state == RF_NOT_ASSESSED)
    return;
  for (int band = (int) provider->rating_high - 1; band >= RF_RATING_VERY_LOW; band--)
    g_ptr_array_add (self->shortest_ways, rf_shortest_way_new (evaluation, RF_SIDE_PROVIDER, (RfRating) band));
}

/**
 * rf_findings_new:
 * @context: the offering is that of the record where it names none
 * @problems: (nullable): where answers that do not fit the questionnaire are added
 *
 * Scores a record, alone and under its use cases, and says what to do next.
 *
 * Returns: (transfer full): the findings; or %NULL with %RF_ERROR_INVALID for answers that do not fit
 */
RfFindings *
rf_findings_new (RfQuestionnaire *questionnaire,
                 RfRecord *record,
                 const RfScoringContext *context,
                 RfProblems *problems,
                 GError **error)
{
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (NULL);
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autofree RfAnswerValue *answers = NULL;
  RfScoringContext own_context = *context;
  RfFindings *self = NULL;

  problems = problems ? problems : own_problems;
  answers = rf_record_bind (record, questionnaire, context->as_of, problems);
  if (answers == NULL)
    {
      rf_problems_set_error (problems, error);
      return NULL;
    }
  if (own_context.offering == NULL)
    own_context.offering = record->offering;
  evaluation = rf_evaluation_new (questionnaire, &own_context);
  rf_evaluation_set_answers (evaluation, answers);

  self = g_atomic_rc_box_new0 (RfFindings);
  self->questionnaire = rf_questionnaire_ref (questionnaire);
  self->record = rf_record_ref (record);
  self->profile = context->profile;
  self->as_of = context->as_of;
  self->score = rf_evaluation_dup_score (evaluation);
  self->questions = g_new (RfQuestionFigures, questionnaire->n_questions);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    rf_evaluation_get_question (evaluation, i, &self->questions[i]);
  self->use_cases = g_ptr_array_new_with_free_func (use_case_findings_free);
  if (context->use_case)
    {
      self->use_case = rf_use_case_ref ((RfUseCase *) context->use_case);
      add_use_case (self, self->use_case, own_context, answers);
    }
  else
    for (guint i = 0; i < record->use_cases->len; i++)
      add_use_case (self, g_ptr_array_index (record->use_cases, i), own_context, answers);
  self->ask_first = rf_advice_list_ask_first (evaluation);
  self->prove_first = rf_advice_list_prove_first (evaluation);
  self->negotiate_first = rf_advice_list_negotiate_first (evaluation);
  find_shortest_ways (self, evaluation);
  return self;
}
