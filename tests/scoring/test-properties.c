// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "random-questionnaire.h"
#include "reference.h"
#include "rf-evaluation.h"

#include <math.h>
#include <string.h>

#define N_SHEETS 300
#define N_EDITS 10000
#define EPSILON 1e-9

/* A random questionnaire with a random context and random answers. */
typedef struct
{
  GRand *random;
  RfQuestionnaire *questionnaire;
  RfOffering *offering;
  RfUseCase *use_case;
  RfScoringContext context;
  RfAnswerValue *answers;
} Case;

static void
init_case (Case *self,
           const RandomSheet *sheet)
{
  self->random = g_rand_new_with_seed (sheet->seed + 1);
  self->questionnaire = random_questionnaire_new (sheet);
  self->offering = random_offering_new (self->random);
  self->use_case = random_use_case_new (self->random);
  self->context = (RfScoringContext){ g_rand_int_range (self->random, -1, 1), RANDOM_AS_OF, self->offering, self->use_case };
  self->answers = g_new (RfAnswerValue, self->questionnaire->n_questions);
  for (guint i = 0; i < self->questionnaire->n_questions; i++)
    self->answers[i] = random_answer (self->random, &self->questionnaire->questions[i]);
}

static void
clear_case (Case *self)
{
  g_rand_free (self->random);
  rf_questionnaire_unref (self->questionnaire);
  rf_offering_unref (self->offering);
  g_clear_pointer (&self->use_case, rf_use_case_unref);
  g_free (self->answers);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, clear_case)

static RfScore *
score_case (const Case *self)
{
  return rf_score_new (self->questionnaire, &self->context, self->answers);
}

static gboolean
is_open (const RfAnswerValue *answer)
{
  return answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;
}

static gboolean
figures_equal (double a,
               double b)
{
  return isnan (a) ? isnan (b) : fabs (a - b) < EPSILON;
}

static void
assert_figures_equal (const RfFigures *one,
                      const RfFigures *other,
                      double epsilon)
{
  const double *a = (const double *) one;
  const double *b = (const double *) other;

  for (guint i = 0; i < sizeof (RfFigures) / sizeof (double); i++)
    if (epsilon == 0)
      g_assert_true ((isnan (a[i]) && isnan (b[i])) || a[i] == b[i]);
    else if (!figures_equal (a[i], b[i]))
      g_error ("figure %u: %.12f and %.12f", i, a[i], b[i]);
}

static void
assert_sides_equal (const RfScore *one,
                    const RfScore *other,
                    double epsilon)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    {
      const RfSideScore *a = &one->sides[i];
      const RfSideScore *b = &other->sides[i];

      assert_figures_equal (&a->figures, &b->figures, epsilon);
      g_assert_true (figures_equal (a->assurance, b->assurance));
      g_assert_true (figures_equal (a->not_applicable_share, b->not_applicable_share));
      g_assert_cmpint (a->state, ==, b->state);
      if (a->state == RF_NOT_ASSESSED)
        continue;
      g_assert_cmpint (a->rating_low, ==, b->rating_low);
      g_assert_cmpint (a->rating_high, ==, b->rating_high);
    }
}

static void
assert_scores_equal (const RfScore *one,
                     const RfScore *other,
                     double epsilon)
{
  for (guint i = 0; i < one->n_questions; i++)
    g_assert_cmpint (one->applicability[i], ==, other->applicability[i]);
  for (guint i = 0; i < one->n_knock_outs; i++)
    g_assert_cmpint (one->knock_outs[i], ==, other->knock_outs[i]);
  for (guint i = 0; i < one->n_sections; i++)
    assert_figures_equal (&one->sections[i], &other->sections[i], epsilon);
  assert_sides_equal (one, other, epsilon);
}

static void
test_reference (void)
{
  for (guint32 seed = 0; seed < 3 * N_SHEETS; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfScore) score = NULL;
      g_autoptr (RfScore) reference = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      score = score_case (&given);
      reference = reference_score_new (given.questionnaire, &given.context, given.answers);
      assert_scores_equal (score, reference, EPSILON);
    }
}

/* Whether the range of @after lies inside that of @before, on both sides and in every section. */
static void
assert_inside (const RfScore *before,
               const RfScore *after)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    {
      const RfSideScore *outer = &before->sides[i];
      const RfSideScore *inner = &after->sides[i];

      if (inner->state == RF_NOT_ASSESSED)
        continue;
      g_assert_cmpint (outer->state, !=, RF_NOT_ASSESSED);
      g_assert_cmpfloat (inner->figures.low, >=, outer->figures.low - EPSILON);
      g_assert_cmpfloat (inner->figures.high, <=, outer->figures.high + EPSILON);
      g_assert_cmpfloat (inner->figures.unproven_high, <=, outer->figures.unproven_high + EPSILON);
      g_assert_cmpfloat (inner->figures.low, <=, inner->figures.high + EPSILON);
      g_assert_cmpfloat (inner->figures.high, <=, inner->figures.unproven_high + EPSILON);
      g_assert_cmpint (inner->rating_low, >=, outer->rating_low);
      g_assert_cmpint (inner->rating_high, <=, outer->rating_high);
    }
}

/* Answers, or refuses, what is open, one question after the other. */
static void
complete (Case *given,
          const RfScore *at_first)
{
  g_autoptr (RfScore) before = rf_score_ref ((RfScore *) at_first);

  for (guint i = 0; i < given->questionnaire->n_questions; i++)
    {
      guint question = (i * 7 + 3) % given->questionnaire->n_questions;
      g_autoptr (RfScore) after = NULL;

      if (!is_open (&given->answers[question]))
        continue;
      given->answers[question] = random_standing_answer (given->random, &given->questionnaire->questions[question]);
      if (g_rand_int_range (given->random, 0, 4) == 0)
        given->answers[question].state = RF_ANSWER_REFUSED;
      after = score_case (given);
      assert_inside (before, after);
      assert_inside (at_first, after);
      rf_score_unref (before);
      before = rf_score_ref (after);
    }
}

static void
test_promise (void)
{
  for (guint32 seed = 0; seed < N_SHEETS; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfScore) at_first = NULL;
      g_autofree RfAnswerValue *answers = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      at_first = score_case (&given);
      answers = g_memdup2 (given.answers, given.questionnaire->n_questions * sizeof (RfAnswerValue));
      for (guint i = 0; i < 5; i++)
        {
          complete (&given, at_first);
          memcpy (given.answers, answers, given.questionnaire->n_questions * sizeof (RfAnswerValue));
        }
    }
}

static void
test_rescaling (void)
{
  for (guint32 seed = 0; seed < N_SHEETS; seed++)
    {
      g_auto (Case) plain = { 0 };
      g_auto (Case) scaled = { 0 };
      g_autoptr (RfScore) one = NULL;
      g_autoptr (RfScore) other = NULL;

      init_case (&plain, &(RandomSheet){ seed, 1 });
      init_case (&scaled, &(RandomSheet){ seed, 7 });
      one = score_case (&plain);
      other = score_case (&scaled);
      assert_scores_equal (one, other, EPSILON);
    }
}

static void
test_reordering (void)
{
  for (guint32 seed = 0; seed < N_SHEETS; seed++)
    {
      g_auto (Case) plain = { 0 };
      g_auto (Case) shuffled = { 0 };
      g_autoptr (RfScore) one = NULL;
      g_autoptr (RfScore) other = NULL;

      init_case (&plain, &(RandomSheet){ seed, 1, TRUE, FALSE });
      init_case (&shuffled, &(RandomSheet){ seed, 1, TRUE, TRUE });
      for (guint i = 0; i < plain.questionnaire->n_questions; i++)
        {
          int at = rf_questionnaire_find_question (shuffled.questionnaire, plain.questionnaire->questions[i].id);

          g_assert_cmpint (at, >=, 0);
          shuffled.answers[at] = plain.answers[i];
        }
      one = score_case (&plain);
      other = score_case (&shuffled);
      assert_sides_equal (one, other, 0);
    }
}

static void
test_hidden (void)
{
  guint n_hidden = 0;

  for (guint32 seed = 0; seed < N_SHEETS; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfScore) before = NULL;
      g_autoptr (RfScore) after = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      before = score_case (&given);
      for (guint i = 0; i < given.questionnaire->n_questions; i++)
        if (before->applicability[i] == RF_HIDDEN)
          {
            given.answers[i] = random_answer (given.random, &given.questionnaire->questions[i]);
            n_hidden++;
          }
      after = score_case (&given);
      assert_scores_equal (before, after, 0);
    }
  g_assert_cmpuint (n_hidden, >, N_SHEETS);
}

static void
test_better_evidence (void)
{
  for (guint32 seed = 0; seed < N_SHEETS; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfScore) before = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      before = score_case (&given);
      for (guint i = 0; i < given.questionnaire->n_questions; i++)
        {
          guint8 credibility = given.answers[i].credibility;
          g_autoptr (RfScore) after = NULL;

          given.answers[i].credibility = (guint8) g_rand_int_range (given.random, credibility, 101);
          after = score_case (&given);
          for (guint side = 0; side < RF_N_SIDES; side++)
            {
              const RfFigures *a = &before->sides[side].figures;
              const RfFigures *b = &after->sides[side].figures;

              g_assert_true (isnan (a->low) ? isnan (b->low) : a->low == b->low && a->high == b->high);
              g_assert_false (b->unproven_high > a->unproven_high);
            }
          given.answers[i].credibility = credibility;
        }
    }
}

/* An evaluation that followed many edits says what a score from scratch says, to the last bit. */
static void
test_edits (void)
{
  guint n_edits = 0;

  for (guint32 seed = 0; n_edits < N_EDITS; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfEvaluation) evaluation = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      evaluation = rf_evaluation_new (given.questionnaire, &given.context);
      rf_evaluation_set_answers (evaluation, given.answers);
      for (guint i = 0; i < 250; i++)
        {
          guint question = (guint) g_rand_int_range (given.random, 0, (gint32) given.questionnaire->n_questions);
          g_autoptr (RfScore) followed = NULL;
          g_autoptr (RfScore) fresh = NULL;

          given.answers[question] = random_answer (given.random, &given.questionnaire->questions[question]);
          rf_evaluation_set_answer (evaluation, question, &given.answers[question]);
          followed = rf_evaluation_dup_score (evaluation);
          fresh = score_case (&given);
          assert_scores_equal (followed, fresh, 0);
          n_edits++;
        }
    }
}

/* A copy goes its own way and leaves the original alone; another context is taken over whole. */
static void
test_copies (void)
{
  for (guint32 seed = 0; seed < N_SHEETS / 3; seed++)
    {
      g_auto (Case) given = { 0 };
      g_autoptr (RfEvaluation) evaluation = NULL;
      g_autoptr (RfEvaluation) copy = NULL;
      g_autoptr (RfScore) before = NULL;
      g_autoptr (RfScore) after = NULL;
      g_autoptr (RfScore) moved = NULL;
      g_autoptr (RfScore) fresh = NULL;

      init_case (&given, &(RandomSheet){ seed, 1 });
      evaluation = rf_evaluation_new (given.questionnaire, &given.context);
      rf_evaluation_set_answers (evaluation, given.answers);
      before = rf_evaluation_dup_score (evaluation);
      copy = rf_evaluation_copy (evaluation);
      for (guint i = 0; i < given.questionnaire->n_questions; i++)
        {
          RfAnswerValue answer = random_answer (given.random, &given.questionnaire->questions[i]);
          rf_evaluation_set_answer (copy, i, &answer);
        }
      after = rf_evaluation_dup_score (evaluation);
      assert_scores_equal (before, after, 0);

      given.context.offering = NULL;
      given.context.use_case = NULL;
      given.context.profile = -1 - given.context.profile;
      rf_evaluation_set_context (copy, &given.context, given.answers);
      moved = rf_evaluation_dup_score (copy);
      fresh = score_case (&given);
      assert_scores_equal (moved, fresh, 0);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/properties/equals the reference", test_reference);
  g_test_add_func ("/scoring/properties/the range keeps its promise", test_promise);
  g_test_add_func ("/scoring/properties/rescaled weights change nothing", test_rescaling);
  g_test_add_func ("/scoring/properties/reordered questions change nothing", test_reordering);
  g_test_add_func ("/scoring/properties/hidden answers never count", test_hidden);
  g_test_add_func ("/scoring/properties/better evidence narrows from above only", test_better_evidence);
  g_test_add_func ("/scoring/properties/10,000 edits equal scoring from scratch", test_edits);
  g_test_add_func ("/scoring/properties/copies and contexts", test_copies);
  return g_test_run ();
}
