// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-comparison.h"

#include "rf-comparison-private.h"
#include "rf-error.h"
#include "rf-language.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_BOXED_TYPE (RfComparison, rf_comparison, rf_comparison_ref, rf_comparison_unref)

static void
clear (gpointer data)
{
  RfComparison *self = data;

  for (guint i = 0; i < self->n_offerings; i++)
    {
      g_free (self->offerings[i].id);
      g_free (self->offerings[i].name);
      g_free (self->offerings[i].rank_share);
    }
  for (guint i = 0; i < self->n_left_out; i++)
    g_free (self->left_out[i].offering);
  g_free (self->offerings);
  g_free (self->pairs);
  g_free (self->left_out);
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  rf_questionnaire_unref (self->questionnaire);
}

RfComparison *
rf_comparison_ref (RfComparison *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_comparison_unref (RfComparison *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfContest, rf_contest_clear)

static gboolean
check_request (guint n,
               guint draws,
               GError **error)
{
  if (n == 0)
    g_set_error_literal (error, RF_ERROR, RF_ERROR_INVALID, _ ("There are no offerings to compare. Name some that are assessed."));
  else if (draws == 0 || draws > RF_COMPARISON_MOST_DRAWS)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%u draws cannot be made: ask for 1 to %u."), draws, RF_COMPARISON_MOST_DRAWS);
  else if ((guint64) n * draws > RF_COMPARISON_MOST_VALUES)
    g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%u offerings take too much memory with %u draws: ask for %u draws at most."), n, draws, RF_COMPARISON_MOST_VALUES / n);
  else
    return TRUE;
  return FALSE;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  const double *one = a;
  const double *other = b;

  return *one < *other ? -1 : *one > *other;
}

typedef struct
{
  const RfContest *contest;
  RfComparedOffering *offerings; /* by entrant */
} Summary;

/* The least value that at least so many percent of the draws do not exceed. */
static double
get_percentile (const double *sorted,
                guint n,
                guint percent)
{
  guint place = (guint) (((guint64) n * percent + 99) / 100);

  return sorted[MAX (place, 1) - 1];
}

static void
summarise (guint index,
           gpointer data)
{
  const Summary *summary = data;
  guint draws = summary->contest->draws;
  const double *values = summary->contest->values + (gsize) index * draws;
  g_autofree double *sorted = g_memdup2 (values, draws * sizeof (double));
  RfComparedOffering *offering = &summary->offerings[summary->contest->ranked[index] - summary->contest->entrants];

  qsort (sorted, draws, sizeof (double), compare_doubles);
  offering->mean = rf_contest_average (summary->contest, index);
  offering->p05 = get_percentile (sorted, draws, 5);
  offering->p95 = get_percentile (sorted, draws, 95);
  offering->rank_share = g_new0 (double, summary->contest->n_ranked);
}

typedef struct
{
  double value;
  guint index;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *one = a;
  const Place *other = b;

  if (one->value != other->value)
    return one->value < other->value ? -1 : 1;
  return one->index < other->index ? -1 : one->index > other->index;
}

/* Those who tie share the ranks they take together. */
static void
count_ranks (const RfContest *contest,
             RfComparedOffering *offerings)
{
  guint n = contest->n_ranked;
  g_autofree Place *places = g_new (Place, n);

  if (n == 0)
    return;
  for (guint draw = 0; draw < contest->draws; draw++)
    {
      for (guint i = 0; i < n; i++)
        places[i] = (Place){ contest->values[(gsize) i * contest->draws + draw], i };
      qsort (places, n, sizeof (Place), compare_places);
      for (guint first = 0, end = 0; first < n; first = end)
        {
          while (end < n && places[end].value == places[first].value)
            end++;
          for (guint i = first; i < end; i++)
            for (guint rank = first; rank < end; rank++)
              offerings[contest->ranked[places[i].index] - contest->entrants].rank_share[rank] += 1.0 / (end - first);
        }
    }
  for (guint i = 0; i < n; i++)
    for (guint rank = 0; rank < n; rank++)
      offerings[contest->ranked[i] - contest->entrants].rank_share[rank] /= contest->draws;
}

static int
compare_offerings (gconstpointer a,
                   gconstpointer b)
{
  const RfComparedOffering *one = a;
  const RfComparedOffering *other = b;

  if ((one->rank_share == NULL) != (other->rank_share == NULL))
    return one->rank_share == NULL ? 1 : -1;
  if (one->rank_share && one->mean != other->mean)
    return one->mean < other->mean ? -1 : 1;
  return strcmp (one->id, other->id);
}

static gboolean
describe_offerings (RfComparison *self,
                    const RfContest *contest,
                    GError **error)
{
  Summary summary = { contest, self->offerings };

  for (guint i = 0; i < contest->n_entrants; i++)
    {
      const RfEntrant *entrant = &contest->entrants[i];
      RfComparedOffering *offering = &self->offerings[i];
      double bounds[RF_N_BOUNDS];

      rf_contest_measure (contest, entrant, bounds);
      offering->id = g_strdup (entrant->record->offering->id);
      offering->name = g_strdup (entrant->record->offering->name);
      offering->record = i;
      offering->low = bounds[RF_BOUND_LOW];
      offering->high = bounds[RF_BOUND_HIGH];
      offering->unproven_high = bounds[RF_BOUND_UNPROVEN_HIGH];
      offering->mean = offering->p05 = offering->p95 = NAN;
      offering->state = entrant->score.state;
      offering->coverage = entrant->score.figures.coverage;
      offering->not_applicable_share = entrant->score.not_applicable_share;
    }
  if (!rf_contest_run (contest, contest->n_ranked, summarise, &summary, error))
    return FALSE;
  count_ranks (contest, self->offerings);
  /* @record is the place among the entrants until the pairs are compared */
  qsort (self->offerings, self->n_offerings, sizeof (RfComparedOffering), compare_offerings);
  return TRUE;
}

static RfComparison *
comparison_new (const RfContest *contest,
                const RfScoringContext *context)
{
  RfComparison *self = g_atomic_rc_box_new0 (RfComparison);

  self->questionnaire = rf_questionnaire_ref (contest->questionnaire);
  self->profile = context->profile;
  self->use_case = context->use_case ? rf_use_case_ref ((RfUseCase *) context->use_case) : NULL;
  self->seed = contest->seed;
  self->draws = contest->draws;
  self->n_offerings = contest->n_entrants;
  self->offerings = g_new0 (RfComparedOffering, self->n_offerings);
  self->n_ranked = contest->n_ranked;
  self->n_common = contest->common->len;
  return self;
}

/**
 * rf_comparison_new_on_threads:
 * @threads: how many threads draw; 0 for one per processor. The result is the same with any number.
 *
 * As rf_comparison_new(), for who must leave processors to others.
 */
RfComparison *
rf_comparison_new_on_threads (RfQuestionnaire *questionnaire,
                              RfRecord *const *records,
                              guint n,
                              const RfScoringContext *context,
                              guint64 seed,
                              guint draws,
                              guint threads,
                              GCancellable *cancellable,
                              GError **error)
{
  g_auto (RfContest) contest = { .questionnaire = questionnaire, .seed = seed, .draws = draws, .threads = threads, .cancellable = cancellable };
  g_autoptr (RfComparison) self = NULL;

  if (!check_request (n, draws, error) || !rf_contest_take (&contest, records, n, error))
    return NULL;
  if (!rf_contest_bind (&contest, context, error) || !rf_contest_find_common (&contest, error))
    return NULL;
  for (guint i = 0; i < contest.n_ranked; i++)
    rf_entrant_prepare (contest.ranked[i], &contest);
  if (!rf_contest_draw (&contest, error))
    return NULL;
  self = comparison_new (&contest, context);
  if (!describe_offerings (self, &contest, error) || !rf_contest_compare_pairs (&contest, self, error))
    return NULL;
  self->n_left_out = contest.left_out->len;
  self->left_out = (RfLeftOut *) g_array_steal (contest.left_out, NULL);
  return g_steal_pointer (&self);
}

/**
 * rf_comparison_new:
 * @questionnaire: what they were assessed with; records of other revisions are compared by what still fits
 * @records: (array length=n): one for each offering
 * @context: its offering is not looked at; where its as-of date is %RF_DAY_NONE each record's own day counts
 * @seed: of the random numbers; the same seed gives the same result
 * @draws: 1 to %RF_COMPARISON_MOST_DRAWS; %RF_COMPARISON_DEFAULT_DRAWS is good for half a percent
 * @cancellable: (nullable)
 *
 * Ranks offerings by their risk on the provider's side, on the questions common to all that are assessed: certain
 * dominance first, then simulation over weights, open answers and doubts.
 *
 * Returns: (transfer full): the comparison; or %NULL with %RF_ERROR_INVALID where the records cannot be compared,
 *   %G_IO_ERROR_CANCELLED
 */
RfComparison *
rf_comparison_new (RfQuestionnaire *questionnaire,
                   RfRecord *const *records,
                   guint n,
                   const RfScoringContext *context,
                   guint64 seed,
                   guint draws,
                   GCancellable *cancellable,
                   GError **error)
{
  return rf_comparison_new_on_threads (questionnaire, records, n, context, seed, draws, 0, cancellable, error);
}

/**
 * rf_comparison_find_lead:
 * @questionnaires: of each record
 * @n: at least 1
 *
 * Returns: the index of the record whose questionnaire, profile and use case all are compared by: that of the newest
 *   revision; of several, of the first offering by id, so that the order of naming does not matter
 */
guint
rf_comparison_find_lead (RfQuestionnaire *const *questionnaires,
                         RfRecord *const *records,
                         guint n)
{
  guint lead = 0;

  for (guint i = 1; i < n; i++)
    {
      guint revision = questionnaires[i]->revision;

      if (revision > questionnaires[lead]->revision ||
          (revision == questionnaires[lead]->revision && strcmp (records[i]->offering->id, records[lead]->offering->id) < 0))
        lead = i;
    }
  return lead;
}
