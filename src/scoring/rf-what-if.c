// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if.h"

#include "rf-error.h"
#include "rf-evaluation-private.h"
#include "rf-language.h"

#define MAXIMUM_WEIGHT 10000

G_DEFINE_BOXED_TYPE (RfWhatIf, rf_what_if, rf_what_if_ref, rf_what_if_unref)

static void
use_case_free (gpointer data)
{
  RfWhatIfUseCase *self = data;

  rf_use_case_unref (self->use_case);
  g_free (self);
}

static void
clear (gpointer data)
{
  RfWhatIf *self = data;

  rf_questionnaire_unref (self->questionnaire);
  rf_score_unref (self->before);
  g_clear_pointer (&self->after, rf_score_unref);
  g_ptr_array_unref (self->use_cases);
}

RfWhatIf *
rf_what_if_ref (RfWhatIf *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_what_if_unref (RfWhatIf *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static gboolean
refuse (GError **error,
        const RfHypothesis *hypothesis,
        const char *why)
{
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("“%s” cannot be tried for “%s”: %s"), hypothesis->value, hypothesis->id, why);
  return FALSE;
}

static gboolean
bind_answer (const RfHypothesis *hypothesis,
             const RfQuestion *question,
             RfDay as_of,
             RfAnswerValue *answer,
             GError **error)
{
  RfAnswer *given = rf_answer_new (question->id, RF_ANSWER_ANSWERED);
  g_autoptr (GError) cause = NULL;
  gboolean is_bound;

  if (question->n_options > 0)
    given->choices = g_strsplit (hypothesis->value, ",", -1);
  else
    given->value = g_strdup (hypothesis->value);
  is_bound = rf_answer_bind (given, question, answer->credibility, as_of, answer, &cause);
  rf_answer_free (given);
  return is_bound || refuse (error, hypothesis, cause->message);
}

static gboolean
set_state (const RfHypothesis *hypothesis,
           RfAnswerValue *answer,
           GError **error)
{
  RfAnswerState state;

  if (!rf_answer_state_from_nick (hypothesis->value, &state))
    return refuse (error, hypothesis, _ ("the states are unanswered, unknown, refused and not-applicable."));
  if (state == RF_ANSWER_ANSWERED)
    return refuse (error, hypothesis, _ ("say which answer."));
  *answer = RF_ANSWER_VALUE_UNANSWERED;
  answer->state = state;
  return TRUE;
}

static gboolean
set_evidence (const RfHypothesis *hypothesis,
              RfDay as_of,
              RfAnswerValue *answer,
              GError **error)
{
  RfGrade grade;

  if (!rf_grade_from_nick (hypothesis->value, &grade))
    return refuse (error, hypothesis, _ ("the grades are statement, documentation, contract, attestation and tested."));
  if (answer->state != RF_ANSWER_ANSWERED)
    return refuse (error, hypothesis, _ ("evidence supports an answer, and there is none. Try an answer before it."));
  answer->credibility = (guint8) rf_grade_get_credibility (grade, RF_DAY_NONE, as_of);
  return TRUE;
}

/* The plan is the trial's own: nobody else sees the weight. */
static gboolean
set_weight (const RfHypothesis *hypothesis,
            RfScoringPlan *plan,
            GError **error)
{
  int question = rf_questionnaire_find_question (plan->questionnaire, hypothesis->id);
  int section = rf_questionnaire_find_section (plan->questionnaire, hypothesis->id);
  guint64 weight;

  if (!g_ascii_string_to_unsigned (hypothesis->value, 10, 0, MAXIMUM_WEIGHT, &weight, NULL))
    return refuse (error, hypothesis, _ ("a weight is a whole number from 0 to 10000."));
  if (question >= 0)
    plan->questions[question].weight = (gint32) weight;
  else if (section >= 0 && plan->questionnaire->weighs_sections)
    plan->sections[section].weight = (gint32) weight;
  else if (section >= 0)
    return refuse (error, hypothesis, _ ("the sections of this questionnaire have no weights."));
  else
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The questionnaire “%s” has no question or section “%s”."), plan->questionnaire->id, hypothesis->id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
suppose (const RfHypothesis *hypothesis,
         RfScoringPlan *plan,
         RfDay as_of,
         RfAnswerValue *answers,
         GError **error)
{
  int question = rf_questionnaire_find_question (plan->questionnaire, hypothesis->id);

  if (hypothesis->kind == RF_HYPOTHESIS_WEIGHT)
    return set_weight (hypothesis, plan, error);
  if (question < 0)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The questionnaire “%s” has no question “%s”."), plan->questionnaire->id, hypothesis->id);
      return FALSE;
    }
  if (hypothesis->kind == RF_HYPOTHESIS_ANSWER)
    return bind_answer (hypothesis, &plan->questionnaire->questions[question], as_of, &answers[question], error);
  if (hypothesis->kind == RF_HYPOTHESIS_STATE)
    return set_state (hypothesis, &answers[question], error);
  return set_evidence (hypothesis, as_of, &answers[question], error);
}

static void
judge (RfEvaluation *evaluation,
       RfScoringContext context,
       const RfAnswerValue *answers,
       const RfUseCase *use_case,
       RfRating acceptable,
       RfResidual *residual,
       RfFitVerdict *verdict)
{
  g_autoptr (RfScore) score = NULL;

  context.use_case = use_case;
  rf_evaluation_set_context (evaluation, &context, answers);
  score = rf_evaluation_dup_score (evaluation);
  rf_residual_init (residual, score, use_case);
  *verdict = rf_fit_judge (score, residual, acceptable);
}

static void
add_use_case (RfWhatIf *self,
              RfUseCase *use_case)
{
  RfWhatIfUseCase *both;

  for (guint i = 0; i < self->use_cases->len; i++)
    if (g_str_equal (((const RfWhatIfUseCase *) self->use_cases->pdata[i])->use_case->id, use_case->id))
      return;
  both = g_new0 (RfWhatIfUseCase, 1);
  both->use_case = rf_use_case_ref (use_case);
  both->verdict_before = RF_FIT_NOT_KNOWN;
  g_ptr_array_add (self->use_cases, both);
}

/* Each use case on both sides; the contexts differ in nothing but the profile. */
static void
judge_use_cases (RfWhatIf *self,
                 const RfFindings *findings,
                 RfEvaluation *evaluation,
                 const RfScoringContext *context,
                 const RfAnswerValue *answers)
{
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      RfWhatIfUseCase *both = g_ptr_array_index (self->use_cases, i);

      judge (evaluation, *context, answers, both->use_case, self->acceptable, &both->after, &both->verdict_after);
      if (i >= findings->use_cases->len)
        continue;
      both->before = ((const RfUseCaseFindings *) g_ptr_array_index (findings->use_cases, i))->residual;
      both->verdict_before = rf_fit_judge (((const RfUseCaseFindings *) g_ptr_array_index (findings->use_cases, i))->score, &both->before, self->acceptable);
    }
}

/**
 * rf_what_if_new:
 * @findings: of the offering as it is
 * @hypotheses: (array length=n): applied in this order
 * @profile: index of the profile that is tried, -1 for the file's own weights; that of @findings for no change
 * @use_case: (nullable): what the offering would be used for; that of @findings where it is %NULL
 * @acceptable: see rf_fit_new()
 *
 * Scores a copy of the answers in which some things are otherwise. Neither the record nor the findings change.
 *
 * Returns: (transfer full): both sides; or %NULL with %RF_ERROR_NOT_FOUND for an id that is not there,
 *   %RF_ERROR_INVALID for a value that does not fit
 */
RfWhatIf *
rf_what_if_new (const RfFindings *findings,
                const RfHypothesis *hypotheses,
                guint n,
                int profile,
                RfUseCase *use_case,
                RfRating acceptable,
                GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (findings->record->offering->id);
  g_autofree RfAnswerValue *answers = rf_record_bind (findings->record, findings->questionnaire, findings->as_of, problems);
  RfScoringContext context = { profile, findings->as_of, findings->record->offering, use_case ? use_case : findings->use_case };
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autoptr (RfWhatIf) self = NULL;

  if (answers == NULL)
    {
      rf_problems_set_error (problems, error);
      return NULL;
    }
  evaluation = rf_evaluation_new (findings->questionnaire, &context);
  for (guint i = 0; i < n; i++)
    if (!suppose (&hypotheses[i], evaluation->plan, findings->as_of, answers, error))
      return NULL;
  rf_evaluation_set_answers (evaluation, answers);

  self = g_atomic_rc_box_new0 (RfWhatIf);
  self->questionnaire = rf_questionnaire_ref (findings->questionnaire);
  self->acceptable = acceptable;
  self->profile_before = findings->profile;
  self->profile_after = profile;
  self->before = rf_score_ref (findings->score);
  self->after = rf_evaluation_dup_score (evaluation);
  self->use_cases = g_ptr_array_new_with_free_func (use_case_free);
  for (guint i = 0; i < findings->use_cases->len; i++)
    add_use_case (self, ((const RfUseCaseFindings *) g_ptr_array_index (findings->use_cases, i))->use_case);
  if (use_case)
    add_use_case (self, use_case);
  judge_use_cases (self, findings, evaluation, &context, answers);
  return g_steal_pointer (&self);
}
