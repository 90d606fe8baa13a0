// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-profile-study.h"

#include "rf-evaluation-private.h"
#include "rf-language.h"

#include <math.h>

/* A weight that is moved from one profile's to another's. */
typedef struct
{
  RfProfileCause cause;
  gint32 before;
  gint32 after;
  double effect;
  gboolean is_needed;
} Shift;

/* Under way: an evaluation with a plan of its own. */
typedef struct
{
  const RfFindings *findings; /* borrowed */
  const RfAnswerValue *answers;
  RfEvaluation *evaluation; /* owned */
  RfRating acceptable;
} Trial;

G_DEFINE_BOXED_TYPE (RfProfileStudy, rf_profile_study, rf_profile_study_ref, rf_profile_study_unref)

static void
under_profile_free (gpointer data)
{
  RfUnderProfile *self = data;

  g_clear_pointer (&self->score, rf_score_unref);
  g_free (self->verdicts);
  g_free (self->residuals);
  g_array_unref (self->causes);
  g_free (self);
}

static void
clear (gpointer data)
{
  RfProfileStudy *self = data;

  rf_findings_unref (self->findings);
  g_ptr_array_unref (self->profiles);
}

RfProfileStudy *
rf_profile_study_ref (RfProfileStudy *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_profile_study_unref (RfProfileStudy *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

static RfScore *
score_under (const Trial *self,
             const RfUseCase *use_case)
{
  RfScoringContext context = { self->evaluation->plan->profile, self->findings->as_of, self->findings->record->offering, use_case };

  rf_evaluation_set_context (self->evaluation, &context, self->answers);
  return rf_evaluation_dup_score (self->evaluation);
}

static RfUnderProfile *
judge (const Trial *self)
{
  const GPtrArray *use_cases = self->findings->use_cases;
  RfUnderProfile *under = g_new0 (RfUnderProfile, 1);

  under->profile = self->evaluation->plan->profile;
  under->causes = g_array_new (FALSE, FALSE, sizeof (RfProfileCause));
  under->verdicts = g_new0 (RfFitVerdict, use_cases->len);
  under->residuals = g_new0 (RfResidual, use_cases->len);
  for (guint i = 0; i < use_cases->len; i++)
    {
      const RfUseCase *use_case = ((const RfUseCaseFindings *) use_cases->pdata[i])->use_case;
      g_autoptr (RfScore) score = score_under (self, use_case);

      rf_residual_init (&under->residuals[i], score, use_case);
      under->verdicts[i] = rf_fit_judge (score, &under->residuals[i], self->acceptable);
    }
  under->score = score_under (self, self->findings->use_case);
  return under;
}

static gboolean
is_same_decision (const RfUnderProfile *one,
                  const RfUnderProfile *other,
                  guint n_use_cases)
{
  for (guint i = 0; i < n_use_cases; i++)
    if (one->verdicts[i] != other->verdicts[i])
      return FALSE;
  for (guint i = 0; n_use_cases == 0 && i < RF_N_SIDES; i++)
    if (one->score->sides[i].rating_low != other->score->sides[i].rating_low || one->score->sides[i].rating_high != other->score->sides[i].rating_high)
      return FALSE;
  return TRUE;
}

static void
set_weight (const Trial *self,
            const Shift *shift,
            gboolean is_after)
{
  RfScoringPlan *plan = self->evaluation->plan;

  if (shift->cause.of_section)
    plan->sections[shift->cause.index].weight = is_after ? shift->after : shift->before;
  else
    plan->questions[shift->cause.index].weight = is_after ? shift->after : shift->before;
}

static GArray *
list_shifts (const RfScoringPlan *before,
             const RfScoringPlan *after)
{
  GArray *shifts = g_array_new (FALSE, FALSE, sizeof (Shift));

  for (guint i = 0; i < before->questionnaire->n_sections; i++)
    {
      Shift shift = { { TRUE, i }, before->sections[i].weight, after->sections[i].weight, 0, TRUE };

      if (shift.before != shift.after)
        g_array_append_val (shifts, shift);
    }
  for (guint i = 0; i < before->questionnaire->n_questions; i++)
    {
      Shift shift = { { FALSE, i }, before->questions[i].weight, after->questions[i].weight, 0, TRUE };

      if (shift.before != shift.after)
        g_array_append_val (shifts, shift);
    }
  return shifts;
}

static double
measure_distance (const RfScore *one,
                  const RfScore *other)
{
  double distance = 0;

  for (guint i = 0; i < RF_N_SIDES; i++)
    if (one->sides[i].state != RF_NOT_ASSESSED && other->sides[i].state != RF_NOT_ASSESSED)
      distance += fabs (one->sides[i].figures.low - other->sides[i].figures.low) + fabs (one->sides[i].figures.high - other->sides[i].figures.high);
  return distance;
}

static int
compare_shifts (gconstpointer a,
                gconstpointer b)
{
  const Shift *one = a;
  const Shift *other = b;

  if (one->effect != other->effect)
    return one->effect > other->effect ? -1 : 1;
  if (one->cause.of_section != other->cause.of_section)
    return one->cause.of_section ? -1 : 1;
  return one->cause.index < other->cause.index ? -1 : 1;
}

static gboolean
makes_difference (const Trial *self,
                  const RfUnderProfile *target)
{
  RfUnderProfile *now = judge (self);
  gboolean is_same = is_same_decision (now, target, self->findings->use_cases->len);

  under_profile_free (now);
  return is_same;
}

/* Takes the weights over one after the other, those with the greatest effect alone first, until the decision is the
 * other one; then gives back what turns out not to be needed. */
static void
find_causes (const Trial *self,
             const RfUnderProfile *first,
             RfUnderProfile *target)
{
  g_autoptr (RfScoringPlan) after = rf_scoring_plan_new (self->findings->questionnaire, target->profile);
  g_autoptr (GArray) shifts = list_shifts (self->evaluation->plan, after);
  guint n = 0;

  for (guint i = 0; i < shifts->len; i++)
    {
      Shift *shift = &g_array_index (shifts, Shift, i);
      g_autoptr (RfScore) score = NULL;

      set_weight (self, shift, TRUE);
      score = score_under (self, self->findings->use_case);
      shift->effect = measure_distance (score, first->score);
      set_weight (self, shift, FALSE);
    }
  g_array_sort (shifts, compare_shifts);
  while (n < shifts->len && !makes_difference (self, target))
    set_weight (self, &g_array_index (shifts, Shift, n++), TRUE);
  for (guint i = n; i-- > 0;)
    {
      Shift *shift = &g_array_index (shifts, Shift, i);

      set_weight (self, shift, FALSE);
      shift->is_needed = !makes_difference (self, target);
      set_weight (self, shift, shift->is_needed);
    }
  for (guint i = 0; i < n; i++)
    {
      Shift *shift = &g_array_index (shifts, Shift, i);

      if (shift->is_needed)
        g_array_append_val (target->causes, shift->cause);
      set_weight (self, shift, FALSE);
    }
}

static RfUnderProfile *
judge_profile (const Trial *first,
               int profile)
{
  RfScoringContext context = { profile, first->findings->as_of, first->findings->record->offering, NULL };
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (first->findings->questionnaire, &context);
  Trial trial = { first->findings, first->answers, evaluation, first->acceptable };

  return judge (&trial);
}

static void
add_others (RfProfileStudy *self,
            const Trial *trial)
{
  const RfUnderProfile *first = g_ptr_array_index (self->profiles, 0);

  for (int profile = -1; profile < (int) self->findings->questionnaire->n_profiles; profile++)
    {
      RfUnderProfile *under;

      if (profile == first->profile)
        continue;
      under = judge_profile (trial, profile);
      under->differs = !is_same_decision (first, under, self->findings->use_cases->len);
      if (under->differs)
        find_causes (trial, first, under);
      self->depends = self->depends || under->differs;
      g_ptr_array_add (self->profiles, under);
    }
}

/**
 * rf_profile_study_new:
 * @acceptable: see rf_fit_new()
 *
 * Judges an offering under every profile of its questionnaire, and finds the weights through which the decision
 * differs, by rescoring.
 *
 * Returns: (transfer full): the study; or %NULL with %RF_ERROR_INVALID for answers that do not fit
 */
RfProfileStudy *
rf_profile_study_new (RfFindings *findings,
                      RfRating acceptable,
                      GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (findings->record->offering->id);
  g_autofree RfAnswerValue *answers = rf_record_bind (findings->record, findings->questionnaire, findings->as_of, problems);
  RfScoringContext context = { findings->profile, findings->as_of, findings->record->offering, NULL };
  g_autoptr (RfEvaluation) evaluation = NULL;
  RfProfileStudy *self;
  Trial trial;

  if (answers == NULL)
    {
      rf_problems_set_error (problems, error);
      return NULL;
    }
  evaluation = rf_evaluation_new (findings->questionnaire, &context);
  trial = (Trial){ findings, answers, evaluation, acceptable };
  self = g_atomic_rc_box_new0 (RfProfileStudy);
  self->findings = rf_findings_ref (findings);
  self->profiles = g_ptr_array_new_with_free_func (under_profile_free);
  g_ptr_array_add (self->profiles, judge (&trial));
  add_others (self, &trial);
  return self;
}

/**
 * rf_profile_study_get_title:
 * @profile: as in #RfUnderProfile
 */
const char *
rf_profile_study_get_title (const RfProfileStudy *self,
                            int profile)
{
  return profile >= 0 ? self->findings->questionnaire->profiles[profile].title : _ ("The file’s own weights");
}

/**
 * rf_profile_causes_dup_text:
 * @causes: (element-type RfProfileCause)
 *
 * Names weights: "5.5 [cross-tenant], Contract [contract]".
 */
char *
rf_profile_causes_dup_text (const GArray *causes,
                            const RfQuestionnaire *questionnaire)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < causes->len; i++)
    {
      const RfProfileCause *cause = &g_array_index (causes, RfProfileCause, i);

      if (i > 0)
        g_string_append (text, _ (", "));
      if (cause->of_section)
        g_string_append_printf (text, "%s [%s]", questionnaire->sections[cause->index].title, questionnaire->sections[cause->index].id);
      else
        g_string_append_printf (text, "%s [%s]", questionnaire->questions[cause->index].number, questionnaire->questions[cause->index].id);
    }
  return g_string_free (text, FALSE);
}

/**
 * rf_profile_study_dup_causes:
 *
 * Names the weights through which the decision differs.
 */
char *
rf_profile_study_dup_causes (const RfProfileStudy *self,
                             const RfUnderProfile *under)
{
  return rf_profile_causes_dup_text (under->causes, self->findings->questionnaire);
}

/**
 * rf_profile_study_dup_sentence:
 *
 * Says whether the decision depends on the profile.
 */
char *
rf_profile_study_dup_sentence (const RfProfileStudy *self)
{
  const char *name = self->findings->record->offering->name;

  if (self->profiles->len < 2)
    return g_strdup_printf (_ ("%s: the questionnaire has no profiles."), name);
  if (self->depends)
    return g_strdup_printf (_ ("%s: the decision depends on the profile."), name);
  return g_strdup_printf (_ ("%s: the decision is the same under each profile."), name);
}
