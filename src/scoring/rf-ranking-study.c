// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The same ranking under each profile of weights, and the weights through which it differs. */

#include "config.h"

#include "rf-ranking-study.h"

#include "rf-comparison-private.h"
#include "rf-language.h"

#include <string.h>

/* What every ranking of a study has in common, and weights that are moved from one profile's to another's. */
typedef struct
{
  RfRecord *const *records;
  guint n;
  RfScoringContext context;
  guint64 seed;
  guint draws;
  GCancellable *cancellable; /* nullable */
  RfScoringPlan *weights;    /* owned */
} Trial;

static void
ranking_free (gpointer data)
{
  RfRankingUnderProfile *self = data;

  rf_comparison_unref (self->comparison);
  g_array_unref (self->turned);
  g_array_unref (self->causes);
  g_free (self);
}

static void
clear (gpointer data)
{
  RfRankingStudy *self = data;

  rf_questionnaire_unref (self->questionnaire);
  g_ptr_array_unref (self->rankings);
}

RfRankingStudy *
rf_ranking_study_ref (RfRankingStudy *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_ranking_study_unref (RfRankingStudy *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfContest, rf_contest_clear)

static guint
find_place (const RfComparison *comparison,
            const char *id)
{
  guint place = 0;

  while (place < comparison->n_ranked && !g_str_equal (comparison->offerings[place].id, id))
    place++;
  return place;
}

static void
list_turned (const RfComparison *first,
             const RfComparison *other,
             GArray *turned)
{
  for (guint a = 0; a < first->n_ranked; a++)
    for (guint b = a + 1; b < first->n_ranked; b++)
      {
        RfTurnedPair pair = { a, b };

        if (find_place (other, first->offerings[a].id) > find_place (other, first->offerings[b].id))
          g_array_append_val (turned, pair);
      }
}

static gint32
get_weight (const RfScoringPlan *plan,
            const RfProfileCause *cause)
{
  return cause->of_section ? plan->sections[cause->index].weight : plan->questions[cause->index].weight;
}

static void
move_weight (const Trial *self,
             const RfProfileCause *cause,
             const RfScoringPlan *from)
{
  if (cause->of_section)
    self->weights->sections[cause->index].weight = from->sections[cause->index].weight;
  else
    self->weights->questions[cause->index].weight = from->questions[cause->index].weight;
}

static void
list_shifts (const RfScoringPlan *before,
             const RfScoringPlan *after,
             GArray *shifts)
{
  const RfQuestionnaire *questionnaire = before->questionnaire;

  for (guint i = 0; i < questionnaire->n_sections + questionnaire->n_questions; i++)
    {
      gboolean of_section = i < questionnaire->n_sections;
      RfProfileCause shift = { of_section, of_section ? i : i - questionnaire->n_sections };

      if (get_weight (before, &shift) != get_weight (after, &shift))
        g_array_append_val (shifts, shift);
    }
}

/* Whether the draws under the trial's weights give the order of @target. */
static gboolean
gives_order (const Trial *self,
             const RfComparison *target)
{
  g_auto (RfContest) contest = { .questionnaire = target->questionnaire, .seed = self->seed, .draws = self->draws, .cancellable = self->cancellable, .weights = self->weights };
  g_autofree double *means = NULL;

  if (!rf_contest_take (&contest, self->records, self->n, NULL) || !rf_contest_bind (&contest, &self->context, NULL) || !rf_contest_find_common (&contest, NULL))
    return FALSE;
  for (guint i = 0; i < contest.n_ranked; i++)
    rf_entrant_prepare (contest.ranked[i], &contest);
  if (contest.n_ranked != target->n_ranked || !rf_contest_draw (&contest, NULL))
    return FALSE;
  means = g_new0 (double, target->n_ranked + 1);
  for (guint i = 0; i < contest.n_ranked; i++)
    means[find_place (target, contest.ranked[i]->record->offering->id)] = rf_contest_average (&contest, i);
  for (guint i = 1; i < target->n_ranked; i++)
    if (means[i - 1] > means[i] || (means[i - 1] == means[i] && strcmp (target->offerings[i - 1].id, target->offerings[i].id) > 0))
      return FALSE;
  return TRUE;
}

/* Gives the weights back one by one, and keeps those without which the order would be another. */
static void
find_causes (Trial *self,
             int before_profile,
             RfRankingUnderProfile *target)
{
  g_autoptr (RfScoringPlan) before = rf_scoring_plan_new (target->comparison->questionnaire, before_profile);
  g_autoptr (RfScoringPlan) after = rf_scoring_plan_new (target->comparison->questionnaire, target->profile);

  self->weights = rf_scoring_plan_new (target->comparison->questionnaire, target->profile);
  self->context.profile = target->profile;
  list_shifts (before, after, target->causes);
  for (guint i = 0; i < target->causes->len && !g_cancellable_is_cancelled (self->cancellable);)
    {
      const RfProfileCause *cause = &g_array_index (target->causes, RfProfileCause, i);

      move_weight (self, cause, before);
      if (gives_order (self, target->comparison))
        {
          g_array_remove_index (target->causes, i);
          continue;
        }
      move_weight (self, cause, after);
      i++;
    }
  g_clear_pointer (&self->weights, rf_scoring_plan_unref);
}

static gboolean
add_ranking (RfRankingStudy *self,
             Trial *trial,
             int profile,
             GError **error)
{
  RfRankingUnderProfile *ranking;
  const RfRankingUnderProfile *first;
  RfComparison *comparison;

  trial->context.profile = profile;
  comparison = rf_comparison_new (self->questionnaire, trial->records, trial->n, &trial->context, trial->seed, trial->draws, trial->cancellable, error);
  if (comparison == NULL)
    return FALSE;
  ranking = g_new0 (RfRankingUnderProfile, 1);
  ranking->profile = profile;
  ranking->comparison = comparison;
  ranking->turned = g_array_new (FALSE, FALSE, sizeof (RfTurnedPair));
  ranking->causes = g_array_new (FALSE, FALSE, sizeof (RfProfileCause));
  g_ptr_array_add (self->rankings, ranking);
  first = g_ptr_array_index (self->rankings, 0);
  list_turned (first->comparison, comparison, ranking->turned);
  if (ranking->turned->len > 0 && comparison->n_ranked <= RF_RANKING_STUDY_MOST_TRACED)
    find_causes (trial, first->profile, ranking);
  self->depends = self->depends || ranking->turned->len > 0;
  self->first_depends = self->first_depends || (comparison->n_ranked > 0 && find_place (first->comparison, comparison->offerings[0].id) != 0);
  return !g_cancellable_set_error_if_cancelled (trial->cancellable, error);
}

/**
 * rf_ranking_study_new:
 * @context: its profile comes first; see rf_comparison_new() for this and the rest
 *
 * Ranks offerings under every profile of their questionnaire with the same draws, and finds the weights through which
 * the order differs, by drawing again without them.
 *
 * Returns: (transfer full): the study; or %NULL with the errors of rf_comparison_new()
 */
RfRankingStudy *
rf_ranking_study_new (RfQuestionnaire *questionnaire,
                      RfRecord *const *records,
                      guint n,
                      const RfScoringContext *context,
                      guint64 seed,
                      guint draws,
                      GCancellable *cancellable,
                      GError **error)
{
  Trial trial = { records, n, *context, seed, draws, cancellable, NULL };
  g_autoptr (RfRankingStudy) self = g_atomic_rc_box_new0 (RfRankingStudy);

  self->questionnaire = rf_questionnaire_ref (questionnaire);
  self->rankings = g_ptr_array_new_with_free_func (ranking_free);
  if (!add_ranking (self, &trial, context->profile, error))
    return NULL;
  for (int profile = -1; profile < (int) questionnaire->n_profiles; profile++)
    if (profile != context->profile && !add_ranking (self, &trial, profile, error))
      return NULL;
  return g_steal_pointer (&self);
}

/**
 * rf_ranking_study_get_title:
 * @ranking: index into the rankings
 */
const char *
rf_ranking_study_get_title (const RfRankingStudy *self,
                            guint ranking)
{
  int profile = ((const RfRankingUnderProfile *) g_ptr_array_index (self->rankings, ranking))->profile;

  return profile >= 0 ? self->questionnaire->profiles[profile].title : _ ("The file’s own weights");
}

/**
 * rf_ranking_study_dup_causes:
 *
 * Names the weights through which the order differs: "5.5 [cross-tenant], 3.9 [incident-notice]".
 */
char *
rf_ranking_study_dup_causes (const RfRankingStudy *self,
                             guint ranking)
{
  return rf_profile_causes_dup_text (((const RfRankingUnderProfile *) g_ptr_array_index (self->rankings, ranking))->causes, self->questionnaire);
}

/**
 * rf_ranking_study_dup_sentence:
 *
 * Says whether the ranking depends on the profile.
 */
char *
rf_ranking_study_dup_sentence (const RfRankingStudy *self)
{
  const RfComparison *comparison = ((const RfRankingUnderProfile *) g_ptr_array_index (self->rankings, 0))->comparison;

  if (self->rankings->len < 2)
    return g_strdup (_ ("The questionnaire has no profiles: there is one ranking."));
  if (comparison->n_ranked == 0)
    return g_strdup (_ ("None of the offerings can be ranked, under any profile."));
  if (!self->depends)
    return g_strdup_printf (_ ("The ranking is the same under each profile: %s comes first."), comparison->offerings[0].name);
  if (!self->first_depends)
    return g_strdup_printf (_ ("The ranking depends on the profile, but %s comes first under each."), comparison->offerings[0].name);
  return g_strdup (_ ("The ranking depends on the profile, and so does which offering comes first."));
}

/**
 * rf_ranking_study_dup_change:
 *
 * Says how the ranking under one profile differs from the first: "Aster comes first. Aster goes ahead of Kiesel. That is
 * through the weight of 5.5 [cross-tenant]."
 *
 * Returns: (nullable) (transfer full): %NULL where nothing turns round
 */
char *
rf_ranking_study_dup_change (const RfRankingStudy *self,
                             guint ranking)
{
  const RfComparison *first = ((const RfRankingUnderProfile *) g_ptr_array_index (self->rankings, 0))->comparison;
  const RfRankingUnderProfile *under = g_ptr_array_index (self->rankings, ranking);
  g_autofree char *causes = rf_ranking_study_dup_causes (self, ranking);
  GString *text;

  if (under->turned->len == 0)
    return NULL;
  text = g_string_new (NULL);
  g_string_append_printf (text, _ ("%s comes first."), under->comparison->offerings[0].name);
  for (guint i = 0; i < under->turned->len; i++)
    {
      const RfTurnedPair *pair = &g_array_index (under->turned, RfTurnedPair, i);

      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("%s goes ahead of %s."), first->offerings[pair->behind].name, first->offerings[pair->ahead].name);
    }
  if (under->causes->len > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("That is through the weight of %s."), causes);
    }
  return g_string_free (text, FALSE);
}

/**
 * rf_ranking_study_dup_difference:
 *
 * Says the same as rf_ranking_study_dup_change() after the profile's title: "Health: Aster comes first. ..."
 *
 * Returns: (nullable) (transfer full): %NULL where nothing turns round
 */
char *
rf_ranking_study_dup_difference (const RfRankingStudy *self,
                                 guint ranking)
{
  g_autofree char *change = rf_ranking_study_dup_change (self, ranking);

  /* Translators: the title of a profile, and sentences about it */
  return change ? g_strdup_printf (_ ("%s: %s"), rf_ranking_study_get_title (self, ranking), change) : NULL;
}
