// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-advice.h"

#include "rf-answer-choices.h"
#include "rf-evaluation-private.h"

/* Sets of one, two and three are searched in full as long as there are no more of them than this. */
#define SETS_SEARCHED 200000
#define LARGEST_SET_SEARCHED 3
/* With more candidates that others depend on than this, they are added by what each is worth alone. */
#define CANDIDATES_WEIGHED_ANEW 200

/*
 * A question given its best answer and tested by us.
 *
 * Most are plain: certain to apply, and nothing depends on them. What such a question is worth is a fixed part
 * of its section's sum (its side's, where sections have no weight), so that of two in the same group the one with
 * the greater gain is never the worse choice. A smallest set can therefore be found among the others and the
 * three greatest of each group.
 */
typedef struct
{
  guint question;
  RfAnswerValue best;
  gboolean is_plain;
  guint group;
  gint64 gain;
  guint rank; /* among the plain ones of its group */
} Candidate;

typedef struct
{
  const RfEvaluation *evaluation; /* borrowed */
  RfEvaluation *trial;            /* owned */
  RfSide side;
  RfRating band;
  GArray *candidates; /* owned: Candidate, the plain ones with the greatest gain first */
  GArray *front;      /* owned: guint, the candidates that sets are made of */
  GArray *picked;     /* owned: guint, candidates applied to the trial */
} Search;

static gboolean
is_there (const Search *self)
{
  RfSideScore score;

  rf_evaluation_get_side (self->trial, self->side, &score);
  return score.state != RF_NOT_ASSESSED && score.rating_high <= self->band;
}

static void
apply (Search *self,
       guint candidate)
{
  const Candidate *picked = &g_array_index (self->candidates, Candidate, candidate);

  rf_evaluation_set_answer (self->trial, picked->question, &picked->best);
}

static void
undo (Search *self,
      guint candidate)
{
  guint question = g_array_index (self->candidates, Candidate, candidate).question;

  rf_evaluation_set_answer (self->trial, question, rf_evaluation_get_answer (self->evaluation, question));
}

static gboolean
make_candidate (const Search *self,
                const RfAnswerChoices *choices,
                guint question,
                Candidate *candidate)
{
  const RfScoringPlan *plan = self->evaluation->plan;
  const RfPlannedQuestion *planned = &plan->questions[question];
  const RfPlannedSection *section = &plan->sections[planned->section];
  const RfStake *stake = &self->evaluation->stakes[question];
  gboolean is_gate = planned->n_dependents > 0;
  gboolean is_of_side = section->side == self->side && (section->weight > 0 || !rf_evaluation_weighs_sections (self->evaluation));

  if (stake->state == RF_ANSWER_NOT_APPLICABLE || !(is_gate || (is_of_side && stake->weight > 0)))
    return FALSE;
  if (!rf_answer_choices_find_best (choices, self->trial, question, RF_AIM_UNPROVEN_HIGH, &candidate->best))
    return FALSE;
  candidate->question = question;
  candidate->is_plain = !is_gate && self->evaluation->applicability[question] == RF_TRUTH_TRUE && planned->scored;
  candidate->group = rf_evaluation_weighs_sections (self->evaluation) ? planned->section : 0;
  candidate->rank = 0;
  candidate->gain = (gint64) stake->weight * (stake->bounds[RF_BOUND_UNPROVEN_HIGH] - rf_stake_of_answer (plan, question, &candidate->best, self->evaluation->as_of).bounds[RF_BOUND_LOW]);
  return !candidate->is_plain || candidate->gain > 0;
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const Candidate *one = a;
  const Candidate *other = b;

  if (one->gain != other->gain)
    return one->gain > other->gain ? -1 : 1;
  return one->question < other->question ? -1 : 1;
}

static void
list_candidates (Search *self)
{
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->evaluation);
  const RfQuestionnaire *questionnaire = self->evaluation->plan->questionnaire;
  g_autofree guint *ranks = g_new0 (guint, MAX (questionnaire->n_sections, 1));

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      Candidate candidate;

      if (make_candidate (self, choices, i, &candidate))
        g_array_append_val (self->candidates, candidate);
    }
  g_array_sort (self->candidates, compare_candidates);
  for (guint i = 0; i < self->candidates->len; i++)
    {
      Candidate *candidate = &g_array_index (self->candidates, Candidate, i);

      if (candidate->is_plain)
        candidate->rank = ranks[candidate->group]++;
      if (!candidate->is_plain || candidate->rank < LARGEST_SET_SEARCHED)
        g_array_append_val (self->front, i);
    }
}

/* Searches all sets that add @size of the front, from @first on, to what is picked. */
static gboolean
search_sets (Search *self,
             guint first,
             guint size)
{
  for (guint i = first; i + size <= self->front->len; i++)
    {
      guint candidate = g_array_index (self->front, guint, i);
      gboolean found;

      apply (self, candidate);
      found = size == 1 ? is_there (self) : search_sets (self, i + 1, size - 1);
      undo (self, candidate);
      if (found)
        {
          g_array_append_val (self->picked, candidate);
          return TRUE;
        }
    }
  return FALSE;
}

static guint64
count_sets (guint n,
            guint size)
{
  guint64 count = 1;

  for (guint i = 0; i < size && count <= SETS_SEARCHED; i++)
    count = n < i ? 0 : count * (n - i) / (i + 1);
  return count;
}

/* How bad the trial is for the side: by rating, then by figure. */
static double
get_distance (const Search *self)
{
  RfSideScore score;

  rf_evaluation_get_side (self->trial, self->side, &score);
  if (score.state == RF_NOT_ASSESSED)
    return G_MAXDOUBLE;
  return 1000.0 * score.rating_high + score.figures.unproven_high;
}

static gboolean
is_worth_weighing (const Search *self,
                   const gboolean *used,
                   const guint *next_rank,
                   guint index)
{
  const Candidate *candidate = &g_array_index (self->candidates, Candidate, index);

  return !used[index] && (!candidate->is_plain || candidate->rank == next_rank[candidate->group]);
}

/* The candidate that, added now, brings the upper end down furthest; or, in very large files, the next. */
static gboolean
find_next (Search *self,
           const gboolean *used,
           const guint *next_rank,
           gboolean weigh_anew,
           guint *next)
{
  double least = G_MAXDOUBLE;
  gboolean found = FALSE;

  for (guint i = 0; i < self->candidates->len; i++)
    {
      double distance = 0;

      if (!is_worth_weighing (self, used, next_rank, i))
        continue;
      if (weigh_anew)
        {
          apply (self, i);
          distance = get_distance (self);
          undo (self, i);
        }
      if (!found || distance < least)
        {
          least = distance;
          *next = i;
          found = TRUE;
        }
      if (!weigh_anew)
        break;
    }
  return found;
}

/* Takes out again what turned out not to be needed. */
static void
thin_out (Search *self)
{
  for (guint i = 0; i < self->picked->len;)
    {
      guint candidate = g_array_index (self->picked, guint, i);

      undo (self, candidate);
      if (is_there (self))
        {
          g_array_remove_index (self->picked, i);
          continue;
        }
      apply (self, candidate);
      i++;
    }
}

static gboolean
search_greedily (Search *self)
{
  g_autofree gboolean *used = g_new0 (gboolean, MAX (self->candidates->len, 1));
  g_autofree guint *next_rank = g_new0 (guint, MAX (self->evaluation->plan->questionnaire->n_sections, 1));
  gboolean weigh_anew = self->front->len <= CANDIDATES_WEIGHED_ANEW;
  gboolean reached = is_there (self);
  guint next;

  while (!reached && find_next (self, used, next_rank, weigh_anew, &next))
    {
      const Candidate *candidate = &g_array_index (self->candidates, Candidate, next);

      apply (self, next);
      used[next] = TRUE;
      if (candidate->is_plain)
        next_rank[candidate->group]++;
      g_array_append_val (self->picked, next);
      reached = is_there (self);
    }
  if (reached)
    thin_out (self);
  for (guint i = 0; i < self->picked->len; i++)
    undo (self, g_array_index (self->picked, guint, i));
  return reached;
}

/* Looks for sets smaller than the one picked, if any. Returns the size up to which none was left out. */
static guint
search_in_full (Search *self,
                gboolean *reached)
{
  guint limit = *reached ? MIN (self->picked->len, LARGEST_SET_SEARCHED + 1) : LARGEST_SET_SEARCHED + 1;
  g_autoptr (GArray) greedy = g_array_ref (self->picked);
  guint size;

  for (size = 1; size < limit && count_sets (self->front->len, size) <= SETS_SEARCHED; size++)
    {
      g_array_unref (self->picked);
      self->picked = g_array_new (FALSE, FALSE, sizeof (guint));
      if (search_sets (self, 0, size))
        {
          *reached = TRUE;
          return size - 1;
        }
    }
  g_array_unref (self->picked);
  self->picked = g_array_ref (greedy);
  return size - 1;
}

static int
compare_questions (gconstpointer a,
                   gconstpointer b)
{
  const guint *one = a;
  const guint *other = b;

  return *one < *other ? -1 : *one > *other;
}

static void
take_over_picked (const Search *search,
                  RfShortestWay *way)
{
  for (guint i = 0; i < search->picked->len; i++)
    {
      guint candidate = g_array_index (search->picked, guint, i);

      g_array_append_val (way->questions, g_array_index (search->candidates, Candidate, candidate).question);
    }
  g_array_sort (way->questions, compare_questions);
}

/**
 * rf_shortest_way_new:
 * @band: the rating that the upper end is to come down to, knock-outs' floors included
 *
 * Looks for the fewest questions (open, refused or answered) which, given their best answer and tested by us,
 * bring the upper end of the rating into the band when rescored. A questions' gate may be among them, and then so
 * may a question that the gate brings up.
 *
 * Sets of one, two and three are searched in full up to 200,000 sets of each size; beyond that questions are added
 * one by one, each time the one that helps most, and those that turn out not to be needed are taken out again.
 * @minimal is set only where every smaller set was searched.
 *
 * Returns: (transfer full)
 */
RfShortestWay *
rf_shortest_way_new (const RfEvaluation *evaluation,
                     RfSide side,
                     RfRating band)
{
  RfShortestWay *self = g_new0 (RfShortestWay, 1);
  Search search = { evaluation, rf_evaluation_copy (evaluation), side, band };
  RfSideScore score;
  guint searched;

  self->band = band;
  self->questions = g_array_new (FALSE, FALSE, sizeof (guint));
  search.candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  search.front = g_array_new (FALSE, FALSE, sizeof (guint));
  search.picked = g_array_new (FALSE, FALSE, sizeof (guint));
  rf_evaluation_get_side (evaluation, side, &score);
  if (score.state != RF_NOT_ASSESSED)
    {
      list_candidates (&search);
      self->reachable = search_greedily (&search);
      searched = search_in_full (&search, &self->reachable);
      self->minimal = self->reachable && search.picked->len <= searched + 1;
      if (self->reachable)
        take_over_picked (&search, self);
    }
  rf_evaluation_free (search.trial);
  g_array_unref (search.candidates);
  g_array_unref (search.front);
  g_array_unref (search.picked);
  return self;
}

void
rf_shortest_way_free (RfShortestWay *self)
{
  g_array_unref (self->questions);
  g_free (self);
}
