// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "figure.h"
#include "rf-evaluation.h"
#include "rf-questionnaire-builder.h"

#include <stdio.h>

/*
 * What one answer costs: stored, with the questions and knock-outs that it reaches, and read back as the totals of
 * both sides (low, high, unproven high, point, coverage, ratings). Beside it the bound: a bare loop over plain
 * arrays that changes one answer, looks at the same number of dependents and divides.
 *
 * Sections have twenty questions of four options: the first of each is a gate for the next ten. A tenth of the
 * answers are open, some refused, so that gates are undetermined too. In the hardest shape all sections but the
 * first wait for one open question, so that every section and every question only may apply.
 */
#define SECTION 20
#define DEPENDENTS 10
#define EDITS 200000
#define AS_OF 738000
#define LIMIT 5000 /* nanoseconds */

typedef enum
{
  FLAT,
  WEIGHTED,
  WAITING,
  N_SHAPES,
} Shape;

static const char *const shape_names[N_SHAPES] = { "flat", "weighted sections", "weighted sections that may apply" };

static double
now (void)
{
  return (double) g_get_monotonic_time () * 1e3;
}

static void
add_question (RfQuestionnaireBuilder *builder,
              guint index)
{
  static const int risks[] = { 0, 30, 70, 100 };
  g_autofree char *id = g_strdup_printf ("q%u", index);
  g_autofree char *gate = g_strdup_printf ("q%u", index / SECTION * SECTION);
  RfQuestion question = { .id = id, .prompt = id, .revision = 1, .weight = 1 + (int) (index % 20), .kind = RF_QUESTION_SINGLE_CHOICE };

  rf_questionnaire_builder_begin_question (builder, &question);
  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    {
      char option_id[] = { (char) ('a' + i), '\0' };
      RfOption option = { .id = option_id, .label = option_id, .risk = risks[i] };

      rf_questionnaire_builder_add_option (builder, &option);
    }
  if (index % SECTION > 0 && index % SECTION <= DEPENDENTS)
    rf_questionnaire_builder_add_answer_chose (builder, gate, "a b", 0);
}

static RfQuestionnaire *
build_questionnaire (guint n_questions,
                     Shape shape)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("bench", 1);
  g_autoptr (RfProblems) problems = rf_problems_new ("bench");
  RfQuestionnaire *questionnaire;

  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *id = g_strdup_printf ("s%u", i / SECTION);
      RfSection section = { .id = id, .title = id, .weight = shape == FLAT ? -1 : 1 + (int) (i / SECTION % 7) };

      if (i % SECTION == 0)
        rf_questionnaire_builder_begin_section (builder, &section);
      if (i % SECTION == 0 && i > 0 && shape == WAITING)
        rf_questionnaire_builder_add_answer_chose (builder, "q19", "a b", 0);
      add_question (builder, i);
    }
  for (guint i = 0; i < n_questions; i += 5 * SECTION)
    {
      g_autofree char *id = g_strdup_printf ("k%u", i);
      g_autofree char *question_id = g_strdup_printf ("q%u", i + 1);
      RfKnockOut knock_out = { .id = id, .text = id, .floor = RF_RATING_HIGH };

      rf_questionnaire_builder_begin_knock_out (builder, &knock_out);
      rf_questionnaire_builder_add_answer_chose (builder, question_id, "d", 0);
    }
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  g_assert_nonnull (questionnaire);
  rf_questionnaire_builder_free (builder);
  return questionnaire;
}

static RfAnswerValue
draw_answer (GRand *random)
{
  static const guint8 credibilities[] = { 50, 60, 75, 90, 95, 100 };
  RfAnswerValue answer = RF_ANSWER_VALUE_UNANSWERED;
  int draw = g_rand_int_range (random, 0, 20);

  if (draw < 2)
    return answer;
  answer.state = draw == 2 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED;
  answer.chosen = (guint64) 1 << g_rand_int_range (random, 0, 4);
  answer.credibility = credibilities[g_rand_int_range (random, 0, G_N_ELEMENTS (credibilities))];
  return answer;
}

/* Nanoseconds per answer; of every question, or of the gates alone. */
static double
time_edits (RfQuestionnaire *questionnaire,
            guint step)
{
  RfScoringContext context = { .profile = -1, .as_of = AS_OF };
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (questionnaire, &context);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree guint *questions = g_new (guint, EDITS);
  g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, EDITS);
  double sum = 0;
  double start;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      RfAnswerValue answer = draw_answer (random);

      if (i != SECTION - 1)
        rf_evaluation_set_answer (evaluation, i, &answer);
    }
  for (guint i = 0; i < EDITS; i++)
    {
      questions[i] = (guint) g_rand_int_range (random, (gint32) (SECTION / step), (gint32) (questionnaire->n_questions / step)) * step;
      answers[i] = draw_answer (random);
    }
  start = now ();
  for (guint i = 0; i < EDITS; i++)
    {
      RfSideScore provider, customer;

      rf_evaluation_set_answer (evaluation, questions[i], &answers[i]);
      rf_evaluation_get_side (evaluation, RF_SIDE_PROVIDER, &provider);
      rf_evaluation_get_side (evaluation, RF_SIDE_CUSTOMER, &customer);
      sum += provider.figures.low + provider.rating_high;
    }
  start = (now () - start) / EDITS;
  g_assert_cmpfloat (sum, >, 0);
  return start;
}

/* Nanoseconds per answer when whole sets of answers are scored, one after the other. */
static double
time_bulk (RfQuestionnaire *questionnaire)
{
  RfScoringContext context = { .profile = -1, .as_of = AS_OF };
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (questionnaire, &context);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
  guint n_sets = 2000000 / questionnaire->n_questions;
  double start;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    answers[i] = draw_answer (random);
  start = now ();
  for (guint i = 0; i < n_sets; i++)
    {
      RfSideScore score;

      answers[i % questionnaire->n_questions] = draw_answer (random);
      rf_evaluation_set_answers (evaluation, answers);
      rf_evaluation_get_side (evaluation, RF_SIDE_PROVIDER, &score);
      g_assert_cmpint (score.state, !=, RF_NOT_ASSESSED);
    }
  return (now () - start) / ((double) n_sets * questionnaire->n_questions);
}

/* The bound: plain arrays, one sum, one division. */
static double
time_bare (guint n_questions)
{
  g_autofree guint8 *chosen = g_new0 (guint8, n_questions);
  g_autofree guint32 *weights = g_new (guint32, n_questions);
  g_autofree guint32 *questions = g_new (guint32, EDITS);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  static const int risks[] = { 0, 30, 70, 100 };
  volatile double sink = 0;
  gint64 sum = 0, weight = 0;
  double start;

  for (guint i = 0; i < n_questions; i++)
    weight += weights[i] = 1 + i % 20;
  for (guint i = 0; i < EDITS; i++)
    questions[i] = (guint32) g_rand_int_range (random, 0, (gint32) n_questions - DEPENDENTS);
  start = now ();
  for (guint i = 0; i < EDITS; i++)
    {
      guint32 question = questions[i];
      gint64 hidden = 0;

      sum -= weights[question] * (gint64) risks[chosen[question]];
      chosen[question] = i & 3;
      sum += weights[question] * (gint64) risks[chosen[question]];
      for (guint k = 1; k <= DEPENDENTS; k++)
        hidden += chosen[question] > 1 ? weights[question + k] : 0;
      sink = (double) sum / (double) (weight - hidden);
    }
  (void) sink;
  return (now () - start) / EDITS;
}

static gboolean
measure (guint n_questions,
         Shape shape,
         double smaller[2])
{
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire (n_questions, shape);
  g_autofree char *any = g_strdup_printf ("one answer of %u, %s", n_questions, shape_names[shape]);
  g_autofree char *gate = g_strdup_printf ("a gate of ten of %u, %s", n_questions, shape_names[shape]);
  double any_time = time_edits (questionnaire, 1);
  double gate_time = time_edits (questionnaire, SECTION);
  gboolean kept = figure_print (any, any_time, "ns", LIMIT);

  kept = figure_print (gate, gate_time, "ns", LIMIT) && kept;
  printf ("  from scratch %.0f ns an answer", time_bulk (questionnaire));
  if (smaller[0] > 0)
    printf ("; beside the smaller questionnaire: one answer %.2f, a gate of ten %.2f", any_time / smaller[0], gate_time / smaller[1]);
  printf ("\n");
  smaller[0] = any_time;
  smaller[1] = gate_time;
  return kept;
}

int
main (void)
{
  static const guint sizes[] = { 2000, 20000 };
  double smaller[N_SHAPES][2] = { { 0 } };
  gboolean kept = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      printf ("  a bare loop over %u questions: %.0f ns\n", sizes[i], time_bare (sizes[i]));
      for (Shape shape = FLAT; shape < N_SHAPES; shape++)
        kept = measure (sizes[i], shape, smaller[shape]) && kept;
    }
  return kept ? 0 : 1;
}
