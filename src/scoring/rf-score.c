// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score.h"

#include "rf-evaluation.h"
#include "rf-language.h"

G_DEFINE_BOXED_TYPE (RfScore, rf_score, rf_score_ref, rf_score_unref)

static const char *const state_nicks[] = { "assessed", "provisional", "not-assessed" };

static const char *const result_nicks[] = {
  "violated", "not-cleared", "depends-on-use-case", "cleared", "not-applicable"
};

static const char *const result_labels[] = {
  NC_ ("knock-out", "violated"),
  NC_ ("knock-out", "not cleared"),
  NC_ ("knock-out", "depends on the use case"),
  NC_ ("knock-out", "cleared"),
  NC_ ("knock-out", "not applicable"),
};

static void
clear_score (gpointer data)
{
  RfScore *self = data;

  g_free (self->sections);
  g_free (self->knock_outs);
  g_free (self->applicability);
}

RfScore *
rf_score_ref (RfScore *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_score_unref (RfScore *self)
{
  g_atomic_rc_box_release_full (self, clear_score);
}

/**
 * rf_score_new:
 * @answers: (array): one for each question of the questionnaire
 *
 * Scores a set of answers from scratch. A pure function: the same input gives the same figures on any machine.
 */
RfScore *
rf_score_new (const RfQuestionnaire *questionnaire,
              const RfScoringContext *context,
              const RfAnswerValue *answers)
{
  /* an evaluation only counts references to its questionnaire, which never changes */
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new ((RfQuestionnaire *) questionnaire, context);

  rf_evaluation_set_answers (evaluation, answers);
  return rf_evaluation_dup_score (evaluation);
}

/**
 * rf_assessed_state_get_nick:
 *
 * Gives the word of JSON; never translated.
 */
const char *
rf_assessed_state_get_nick (RfAssessedState self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (state_nicks), NULL);
  return state_nicks[self];
}

/**
 * rf_knock_out_result_get_nick:
 *
 * Gives the word of JSON; never translated.
 */
const char *
rf_knock_out_result_get_nick (RfKnockOutResult self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (result_nicks), NULL);
  return result_nicks[self];
}

/**
 * rf_knock_out_result_get_label:
 *
 * Gives the words shown to a person, in their language.
 */
const char *
rf_knock_out_result_get_label (RfKnockOutResult self)
{
  g_return_val_if_fail (self < G_N_ELEMENTS (result_labels), NULL);
  return C_ ("knock-out", result_labels[self]);
}
