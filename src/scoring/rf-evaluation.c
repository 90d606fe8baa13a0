// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evaluation-private.h"

#include <string.h>

/* Adds what a question brings (@times 1) or takes it out again (-1), as its applicability stands. */
static void
count_question (RfEvaluation *self,
                guint question,
                int times)
{
  const RfPlannedQuestion *planned = &self->plan->questions[question];
  RfTruth applicability = self->applicability[question];
  const RfStake *stake = &self->stakes[question];
  gboolean certain = applicability == RF_TRUTH_TRUE;

  if (applicability == RF_TRUTH_FALSE || stake->weight == 0)
    return;
  rf_tally_add (&self->section_tallies[planned->section], self->ordered, stake, certain, times);
  if (!rf_evaluation_weighs_sections (self))
    rf_tally_add (&self->side_tallies[self->plan->sections[planned->section].side], self->ordered,
                  stake, certain, times);
}

static void
mark_section_stale (RfEvaluation *self,
                    guint32 section)
{
  if (!rf_evaluation_weighs_sections (self) || self->section_is_stale[section])
    return;
  self->section_is_stale[section] = TRUE;
  g_array_append_val (self->stale_sections, section);
}

static void
mark_knock_out_stale (RfEvaluation *self,
                      guint32 knock_out)
{
  if (self->knock_out_is_stale[knock_out])
    return;
  self->knock_out_is_stale[knock_out] = TRUE;
  g_array_append_val (self->stale_knock_outs, knock_out);
}

static void
queue_dependents (RfEvaluation *self,
                  guint question)
{
  const RfPlannedQuestion *planned = &self->plan->questions[question];

  for (guint i = 0; i < planned->n_dependents; i++)
    {
      guint32 dependent = self->plan->dependents[planned->first_dependent + i];

      if (dependent & RF_DEPENDENT_IS_KNOCK_OUT)
        mark_knock_out_stale (self, dependent & ~RF_DEPENDENT_IS_KNOCK_OUT);
      else
        rf_step_queue_add (self->queue, dependent);
    }
}

/* A question applies where its section does and its own condition holds. */
static RfTruth
judge_question (const RfEvaluation *self,
                guint question)
{
  const RfPlannedQuestion *planned = &self->plan->questions[question];

  return rf_truth_and (self->section_truths[planned->section],
                       rf_evaluation_judge (self, planned->condition));
}

static void
take_section_step (RfEvaluation *self,
                   guint section)
{
  const RfPlannedSection *planned = &self->plan->sections[section];
  RfTruth truth = rf_evaluation_judge (self, planned->condition);

  if (truth == self->section_truths[section])
    return;
  self->section_truths[section] = truth;
  for (guint i = 0; i < planned->n_questions; i++)
    rf_step_queue_add (self->queue, self->plan->step_of_question[planned->first_question + i]);
}

static void
take_question_step (RfEvaluation *self,
                    guint question)
{
  RfTruth applicability = judge_question (self, question);

  if (applicability == self->applicability[question])
    return;
  count_question (self, question, -1);
  self->applicability[question] = applicability;
  count_question (self, question, 1);
  mark_section_stale (self, self->plan->questions[question].section);
  queue_dependents (self, question);
}

static void
take_steps (RfEvaluation *self)
{
  guint32 step;

  while (rf_step_queue_take (self->queue, &step))
    {
      guint32 target = self->plan->steps[step];

      if (target & RF_STEP_IS_SECTION)
        take_section_step (self, target & ~RF_STEP_IS_SECTION);
      else
        take_question_step (self, target);
    }
}

static void
refresh_section (RfEvaluation *self,
                 guint section)
{
  const RfPlannedSection *planned = &self->plan->sections[section];
  RfSectionShare share;

  rf_section_share_init (&share, planned->weight, &self->section_tallies[section], self->ordered);
  rf_section_total_replace (&self->side_totals[planned->side], self->shares, section, &share);
  self->section_is_stale[section] = FALSE;
}

static void
count_knock_out (RfEvaluation *self,
                 guint knock_out,
                 int times)
{
  const RfKnockOut *rule = &self->plan->questionnaire->knock_outs[knock_out];
  RfFloorCounts *floors = &self->floors[rule->side];

  if (self->knock_outs[knock_out] == RF_KNOCK_OUT_VIOLATED)
    floors->violated[rule->floor] += times;
  else if (self->knock_outs[knock_out] == RF_KNOCK_OUT_NOT_CLEARED)
    floors->not_cleared[rule->floor] += times;
}

static void
refresh_knock_out (RfEvaluation *self,
                   guint knock_out)
{
  count_knock_out (self, knock_out, -1);
  self->knock_outs[knock_out] = rf_evaluation_judge_knock_out (self, knock_out);
  count_knock_out (self, knock_out, 1);
  self->knock_out_is_stale[knock_out] = FALSE;
}

static void
refresh_stale (RfEvaluation *self)
{
  for (guint i = 0; i < self->stale_sections->len; i++)
    refresh_section (self, g_array_index (self->stale_sections, guint32, i));
  g_array_set_size (self->stale_sections, 0);
  for (guint i = 0; i < self->stale_knock_outs->len; i++)
    refresh_knock_out (self, g_array_index (self->stale_knock_outs, guint32, i));
  g_array_set_size (self->stale_knock_outs, 0);
}

static void
forget_sums (RfEvaluation *self)
{
  const RfQuestionnaire *questionnaire = self->plan->questionnaire;

  rf_ordered_sums_clear (self->ordered);
  memset (self->section_tallies, 0, questionnaire->n_sections * sizeof (RfTally));
  memset (self->shares, 0, questionnaire->n_sections * sizeof (RfSectionShare));
  memset (self->side_tallies, 0, sizeof self->side_tallies);
  memset (self->floors, 0, sizeof self->floors);
  for (guint i = 0; i < RF_N_SIDES; i++)
    rf_section_total_reset (&self->side_totals[i]);
}

/* From scratch, in the order of the file: what a condition asks about is settled before it. */
static void
rebuild (RfEvaluation *self)
{
  const RfQuestionnaire *questionnaire = self->plan->questionnaire;

  forget_sums (self);
  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      const RfPlannedSection *section = &self->plan->sections[i];
      guint end = section->first_question + section->n_questions;

      self->section_truths[i] = rf_evaluation_judge (self, section->condition);
      for (guint question = section->first_question; question < end; question++)
        {
          self->applicability[question] = judge_question (self, question);
          self->stakes[question] = rf_stake_of_answer (self->plan, question, &self->answers[question], self->as_of);
          count_question (self, question, 1);
        }
      if (rf_evaluation_weighs_sections (self))
        refresh_section (self, i);
    }
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    {
      self->knock_outs[i] = rf_evaluation_judge_knock_out (self, i);
      count_knock_out (self, i, 1);
    }
}

static void
judge_context (RfEvaluation *self,
               const RfScoringContext *context)
{
  self->as_of = context->as_of;
  for (guint i = 0; i < self->plan->context_terms->len; i++)
    self->context[i] = rf_evaluation_judge_context (self->plan->context_terms->pdata[i], context);
}

/**
 * rf_evaluation_new:
 * @context: read by this call only; what it points to may go away afterwards
 *
 * Starts with every question unanswered.
 */
RfEvaluation *
rf_evaluation_new (RfQuestionnaire *questionnaire,
                   const RfScoringContext *context)
{
  RfEvaluation *self = g_new0 (RfEvaluation, 1);

  self->plan = rf_scoring_plan_new (questionnaire, context->profile);
  self->context = g_new0 (RfTruth, self->plan->context_terms->len);
  self->answers = g_new (RfAnswerValue, questionnaire->n_questions);
  self->applicability = g_new0 (RfTruth, questionnaire->n_questions);
  self->stakes = g_new0 (RfStake, questionnaire->n_questions);
  self->section_truths = g_new0 (RfTruth, questionnaire->n_sections);
  self->section_tallies = g_new0 (RfTally, questionnaire->n_sections);
  self->shares = g_new0 (RfSectionShare, questionnaire->n_sections);
  self->section_is_stale = g_new0 (guint8, questionnaire->n_sections);
  self->stale_sections = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->ordered = rf_ordered_sums_new ();
  self->knock_outs = g_new0 (guint8, questionnaire->n_knock_outs);
  self->knock_out_is_stale = g_new0 (guint8, questionnaire->n_knock_outs);
  self->stale_knock_outs = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->queue = rf_step_queue_new (self->plan->n_steps);
  for (guint i = 0; i < RF_N_SIDES; i++)
    rf_section_total_init (&self->side_totals[i], questionnaire->n_sections);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    self->answers[i] = RF_ANSWER_VALUE_UNANSWERED;
  judge_context (self, context);
  rebuild (self);
  return self;
}

/**
 * rf_evaluation_copy:
 *
 * Makes an evaluation of the same answers that goes its own way from here, for trying things out.
 */
RfEvaluation *
rf_evaluation_copy (const RfEvaluation *self)
{
  const RfQuestionnaire *questionnaire = self->plan->questionnaire;
  RfEvaluation *copy = g_new (RfEvaluation, 1);

  *copy = *self;
  copy->plan = rf_scoring_plan_ref (self->plan);
  copy->context = g_memdup2 (self->context, self->plan->context_terms->len * sizeof (RfTruth));
  copy->answers = g_memdup2 (self->answers, questionnaire->n_questions * sizeof (RfAnswerValue));
  copy->applicability = g_memdup2 (self->applicability, questionnaire->n_questions * sizeof (RfTruth));
  copy->stakes = g_memdup2 (self->stakes, questionnaire->n_questions * sizeof (RfStake));
  copy->section_truths = g_memdup2 (self->section_truths, questionnaire->n_sections * sizeof (RfTruth));
  copy->section_tallies = g_memdup2 (self->section_tallies, questionnaire->n_sections * sizeof (RfTally));
  copy->shares = g_memdup2 (self->shares, questionnaire->n_sections * sizeof (RfSectionShare));
  copy->section_is_stale = g_new0 (guint8, questionnaire->n_sections);
  copy->stale_sections = g_array_new (FALSE, FALSE, sizeof (guint32));
  copy->ordered = rf_ordered_sums_copy (self->ordered);
  copy->knock_outs = g_memdup2 (self->knock_outs, questionnaire->n_knock_outs);
  copy->knock_out_is_stale = g_new0 (guint8, questionnaire->n_knock_outs);
  copy->stale_knock_outs = g_array_new (FALSE, FALSE, sizeof (guint32));
  copy->queue = rf_step_queue_new (self->plan->n_steps);
  for (guint i = 0; i < RF_N_SIDES; i++)
    rf_section_total_init_copy (&copy->side_totals[i], &self->side_totals[i], questionnaire->n_sections);
  return copy;
}

void
rf_evaluation_free (RfEvaluation *self)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    rf_section_total_clear (&self->side_totals[i]);
  g_free (self->context);
  g_free (self->answers);
  g_free (self->applicability);
  g_free (self->stakes);
  g_free (self->section_truths);
  g_free (self->section_tallies);
  g_free (self->shares);
  g_free (self->section_is_stale);
  g_array_unref (self->stale_sections);
  rf_ordered_sums_free (self->ordered);
  g_free (self->knock_outs);
  g_free (self->knock_out_is_stale);
  g_array_unref (self->stale_knock_outs);
  rf_step_queue_free (self->queue);
  rf_scoring_plan_unref (self->plan);
  g_free (self);
}

RfQuestionnaire *
rf_evaluation_get_questionnaire (const RfEvaluation *self)
{
  return self->plan->questionnaire;
}

/**
 * rf_evaluation_set_context:
 *
 * Goes over to another offering, use case, day or profile and takes other answers, for scoring many offerings
 * one after the other without laying the questionnaire out again.
 */
void
rf_evaluation_set_context (RfEvaluation *self,
                           const RfScoringContext *context,
                           const RfAnswerValue *answers)
{
  if (context->profile != self->plan->profile)
    {
      RfScoringPlan *plan = rf_scoring_plan_new (self->plan->questionnaire, context->profile);

      rf_scoring_plan_unref (self->plan);
      self->plan = plan;
    }
  judge_context (self, context);
  rf_evaluation_set_answers (self, answers);
}

/**
 * rf_evaluation_set_answers:
 * @answers: (array): one for each question of the questionnaire
 */
void
rf_evaluation_set_answers (RfEvaluation *self,
                           const RfAnswerValue *answers)
{
  memcpy (self->answers, answers, self->plan->questionnaire->n_questions * sizeof (RfAnswerValue));
  rebuild (self);
}

/**
 * rf_evaluation_set_answer:
 *
 * Changes one answer; costs as much as the questions and knock-outs that its conditions reach.
 */
void
rf_evaluation_set_answer (RfEvaluation *self,
                          guint question,
                          const RfAnswerValue *answer)
{
  g_return_if_fail (question < self->plan->questionnaire->n_questions);

  count_question (self, question, -1);
  self->answers[question] = *answer;
  self->stakes[question] = rf_stake_of_answer (self->plan, question, answer, self->as_of);
  count_question (self, question, 1);
  mark_section_stale (self, self->plan->questions[question].section);
  queue_dependents (self, question);
  take_steps (self);
  refresh_stale (self);
}

const RfAnswerValue *
rf_evaluation_get_answer (const RfEvaluation *self,
                          guint question)
{
  g_return_val_if_fail (question < self->plan->questionnaire->n_questions, NULL);
  return &self->answers[question];
}
