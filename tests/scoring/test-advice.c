// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "random-questionnaire.h"
#include "rf-advice.h"
#include "rf-answer-choices.h"
#include "sheet.h"

static RfEvaluation *
evaluate (RfQuestionnaire *questionnaire,
          const RfAnswerValue *answers)
{
  RfScoringContext context = { -1, RANDOM_AS_OF, NULL, NULL };
  RfEvaluation *evaluation = rf_evaluation_new (questionnaire, &context);

  rf_evaluation_set_answers (evaluation, answers);
  return evaluation;
}

/* "q0 12.5, q3 1": a list in the words of a test */
static char *
advice_to_string (GArray *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const RfAdvice *advice = &g_array_index (list, RfAdvice, i);

      g_string_append_printf (text, "%sq%u %g", i > 0 ? ", " : "", advice->question, advice->points);
    }
  g_array_unref (list);
  return g_string_free (text, FALSE);
}

/* A gate of weight 10 opens a heavy follow-up; two more questions stand alone. */
static RfQuestionnaire *
build_gated (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("gated", 1);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 10, "0 100");
  sheet_add_choice (builder, "q1", 30, "40 100");
  rf_questionnaire_builder_add_answer_chose (builder, "q0", "b", 0);
  sheet_add_choice (builder, "q2", 10, "0 20");
  return sheet_finish (builder);
}

static void
test_lists_with_gate (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_gated ();
  RfAnswerValue answers[] = { answer_in_state (RF_ANSWER_UNANSWERED), answer_in_state (RF_ANSWER_UNANSWERED), answer_chosen (2, 60) };
  g_autoptr (RfEvaluation) evaluation = evaluate (questionnaire, answers);
  g_autofree char *ask = advice_to_string (rf_advice_list_ask_first (evaluation));
  g_autofree char *prove = advice_to_string (rf_advice_list_prove_first (evaluation));
  g_autofree char *negotiate = advice_to_string (rf_advice_list_negotiate_first (evaluation));

  /* now 10 .. 84; q0 answered a leaves 0, b leaves (1000 + 1200 + 200 .. 1000 + 3000 + 200) / 50 = 36;
   * q1 answered 100 leaves 10 .. 84, so asking it first settles nothing */
  g_assert_cmpstr (ask, ==, "q0 38");
  /* q2 is at its worst already: nothing to prove; a good answer takes 200 of 50 off */
  g_assert_cmpstr (prove, ==, "");
  g_assert_cmpstr (negotiate, ==, "q2 4");
}

static void
test_prove_first (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("prove", 1);
  RfAnswerValue answers[] = { answer_chosen (1, 60), answer_chosen (1, 90), answer_chosen (2, 50), answer_in_state (RF_ANSWER_REFUSED) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autofree char *prove = NULL;
  g_autofree char *negotiate = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      sheet_add_choice (builder, id, 10, "0 50 100");
    }
  questionnaire = sheet_finish (builder);
  evaluation = evaluate (questionnaire, answers);
  prove = advice_to_string (rf_advice_list_prove_first (evaluation));
  negotiate = advice_to_string (rf_advice_list_negotiate_first (evaluation));
  g_assert_cmpstr (prove, ==, "q0 10, q2 6.25, q1 2.5");
  g_assert_cmpstr (negotiate, ==, "q3 25, q2 12.5");
}

static char *
way_to_string (const RfEvaluation *evaluation,
               RfRating band)
{
  g_autoptr (RfShortestWay) way = rf_shortest_way_new (evaluation, RF_SIDE_PROVIDER, band);
  GString *text = g_string_new (way->reachable ? "" : "unreachable ");

  g_assert_cmpint (way->band, ==, band);
  for (guint i = 0; i < way->questions->len; i++)
    g_string_append_printf (text, "q%u ", g_array_index (way->questions, guint, i));
  g_string_append (text, way->minimal ? "minimal" : "not minimal");
  return g_string_free (text, FALSE);
}

static void
test_shortest_way (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("way", 1);
  RfAnswerValue answers[] = { answer_chosen (2, 100), answer_in_state (RF_ANSWER_UNKNOWN), answer_in_state (RF_ANSWER_REFUSED),
                              answer_chosen (2, 100), answer_chosen (1, 50) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfEvaluation) evaluation = NULL;
  static const struct
  {
    RfRating band;
    const char *way;
  } rows[] = {
    /* 89 at worst: 20 + 30 + 20 + 9, and 10 for the half of q4 that is not proven */
    { RF_RATING_VERY_HIGH, "minimal" },
    { RF_RATING_HIGH, "q1 minimal" },
    { RF_RATING_MODERATE, "q1 minimal" },
    { RF_RATING_LOW, "q0 q1 minimal" },
    { RF_RATING_VERY_LOW, "q0 q1 q2 minimal" },
  };

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 20, "0 100");
  sheet_add_choice (builder, "q1", 30, "0 100");
  sheet_add_choice (builder, "q2", 20, "0 100");
  sheet_add_choice (builder, "q3", 10, "30 90");
  sheet_add_choice (builder, "q4", 20, "0 100");
  questionnaire = sheet_finish (builder);
  evaluation = evaluate (questionnaire, answers);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *way = way_to_string (evaluation, rows[i].band);
      g_assert_cmpstr (way, ==, rows[i].way);
    }
}

/* A floor stands in the way until the answer that the knock-out asks about is better. */
static void
test_way_past_knock_out (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("floor", 1);
  RfAnswerValue answers[] = { answer_chosen (1, 100), answer_chosen (2, 100), answer_chosen (1, 100) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autofree char *way = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 90, "0 100");
  sheet_add_choice (builder, "q1", 0, "0 100");
  sheet_add_choice (builder, "q2", 10, "10 100");
  sheet_begin_knock_out (builder, "k", RF_SIDE_PROVIDER, RF_RATING_HIGH);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "b", 0);
  questionnaire = sheet_finish (builder);
  evaluation = evaluate (questionnaire, answers);
  way = way_to_string (evaluation, RF_RATING_LOW);
  g_assert_cmpstr (way, ==, "q1 minimal");
}

static void
test_way_out_of_reach (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("far", 1);
  RfAnswerValue answer = answer_chosen (2, 100);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfEvaluation) evaluation = NULL;
  g_autofree char *way = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 10, "50 100");
  questionnaire = sheet_finish (builder);
  evaluation = evaluate (questionnaire, &answer);
  way = way_to_string (evaluation, RF_RATING_LOW);
  g_assert_cmpstr (way, ==, "unreachable not minimal");
}

/* Everything that a search for the shortest way may use, without what makes it fast. */
typedef struct
{
  RfEvaluation *trial;
  RfRating band;
  guint n;
  guint questions[64];
  RfAnswerValue best[64];
  RfAnswerValue before[64];
} Naive;

static gboolean
is_there (const RfEvaluation *evaluation,
          RfRating band)
{
  RfSideScore score;

  rf_evaluation_get_side (evaluation, RF_SIDE_PROVIDER, &score);
  return score.state != RF_NOT_ASSESSED && score.rating_high <= band;
}

static gboolean
any_set_leads_there (Naive *self,
                     guint first,
                     guint size)
{
  gboolean found = size == 0 && is_there (self->trial, self->band);

  for (guint i = first; size > 0 && !found && i < self->n; i++)
    {
      rf_evaluation_set_answer (self->trial, self->questions[i], &self->best[i]);
      found = any_set_leads_there (self, i + 1, size - 1);
      rf_evaluation_set_answer (self->trial, self->questions[i], &self->before[i]);
    }
  return found;
}

static void
init_naive (Naive *self,
            const RfEvaluation *evaluation,
            RfEvaluation *trial,
            guint n_questions)
{
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (evaluation);

  self->trial = trial;
  self->n = 0;
  for (guint i = 0; i < n_questions; i++)
    {
      const RfAnswerValue *before = rf_evaluation_get_answer (evaluation, i);

      if (before->state == RF_ANSWER_NOT_APPLICABLE || !rf_answer_choices_find_best (choices, trial, i, RF_AIM_UNPROVEN_HIGH, &self->best[self->n]))
        continue;
      self->questions[self->n] = i;
      self->before[self->n++] = *before;
    }
}

/* The way found leads there, and no set of up to three that is smaller does. */
static void
check_way (Naive *naive,
           const RfShortestWay *way)
{
  guint least = 0;

  while (least <= 3 && !any_set_leads_there (naive, 0, least))
    least++;
  if (least <= 3)
    {
      g_assert_true (way->reachable);
      g_assert_true (way->minimal);
      g_assert_cmpuint (way->questions->len, ==, least);
    }
  else
    {
      g_assert_true (!way->reachable || way->questions->len > 3);
    }
  g_assert_true (way->reachable || (!way->minimal && way->questions->len == 0));
  for (guint i = 0; i < naive->n; i++)
    for (guint k = 0; k < way->questions->len; k++)
      if (g_array_index (way->questions, guint, k) == naive->questions[i])
        rf_evaluation_set_answer (naive->trial, naive->questions[i], &naive->best[i]);
  g_assert_cmpint (is_there (naive->trial, naive->band), ==, way->reachable);
  for (guint i = 0; i < naive->n; i++)
    rf_evaluation_set_answer (naive->trial, naive->questions[i], &naive->before[i]);
}

static void
test_ways_against_all_sets (void)
{
  guint n_ways = 0;

  for (guint32 seed = 0; seed < 300; seed++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = random_questionnaire_new (&(RandomSheet){ seed, 1 });
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
      g_autoptr (RfEvaluation) evaluation = NULL;
      g_autoptr (RfEvaluation) trial = NULL;
      RfSideScore score;
      Naive naive;

      for (guint i = 0; i < questionnaire->n_questions; i++)
        answers[i] = random_answer (random, &questionnaire->questions[i]);
      evaluation = evaluate (questionnaire, answers);
      trial = rf_evaluation_copy (evaluation);
      rf_evaluation_get_side (evaluation, RF_SIDE_PROVIDER, &score);
      if (score.state == RF_NOT_ASSESSED)
        continue;
      init_naive (&naive, evaluation, trial, questionnaire->n_questions);
      for (RfRating band = 0; band < RF_N_RATINGS; band++)
        {
          g_autoptr (RfShortestWay) way = rf_shortest_way_new (evaluation, RF_SIDE_PROVIDER, band);

          naive.band = band;
          check_way (&naive, way);
          n_ways += way->reachable && way->questions->len > 0;
        }
    }
  g_assert_cmpuint (n_ways, >, 60);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/advice/a gate", test_lists_with_gate);
  g_test_add_func ("/scoring/advice/prove and negotiate", test_prove_first);
  g_test_add_func ("/scoring/advice/shortest way", test_shortest_way);
  g_test_add_func ("/scoring/advice/shortest way past a knock-out", test_way_past_knock_out);
  g_test_add_func ("/scoring/advice/a band out of reach", test_way_out_of_reach);
  g_test_add_func ("/scoring/advice/shortest ways against all sets", test_ways_against_all_sets);
  return g_test_run ();
}
