// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score.h"
#include "sheet.h"

#include <math.h>

#define MAX_QUESTIONS 6
#define NOTHING -1

/* One question of a row and what was answered: options are counted from 1, 0 stands for no answer. */
typedef struct
{
  int section_weight; /* above 0 begins a section of that weight */
  int weight;
  const char *risks;
  RfAnswerState state;
  int option;
  int credibility;
  int gate; /* asked only if the first question's option of this number was chosen */
} Given;

typedef struct
{
  const char *name;
  Given given[MAX_QUESTIONS];
  int floor_option; /* a knock-out asks whether the last question's option of this number was chosen */
  RfRating floor;
  RfAssessedState state;
  double low, high, unproven_high, point, coverage; /* NOTHING for null */
  RfRating rating_low, rating_high;
} Vector;

#define UNANSWERED RF_ANSWER_UNANSWERED, 0, 50
#define REFUSED RF_ANSWER_REFUSED, 0, 50
#define ASIDE RF_ANSWER_NOT_APPLICABLE, 0, 50
#define TESTED(option) RF_ANSWER_ANSWERED, option, 100
#define SAID(option) RF_ANSWER_ANSWERED, option, 60

#define GRADED "0 33 50 67 100"

static const Vector vectors[] = {
  { "1: answered, open and set aside",
    { { 0, 20, "0 50 100", TESTED (1) }, { 0, 20, "0 50 100", UNANSWERED }, { 0, 10, "0 50 100", TESTED (2) }, { 0, 5, "0 50 100", ASIDE } },
    0,
    0,
    RF_ASSESSED,
    10,
    50,
    50,
    50.0 / 3,
    60,
    RF_RATING_VERY_LOW,
    RF_RATING_MODERATE },
  { "2: offering A, one open answer",
    { { 0, 20, GRADED, TESTED (1) }, { 0, 20, GRADED, TESTED (2) }, { 0, 10, GRADED, TESTED (3) }, { 0, 10, "0 33 67 100", UNANSWERED }, { 0, 5, GRADED, TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    1160.0 / 65,
    2160.0 / 65,
    2160.0 / 65,
    1160.0 / 55,
    5500.0 / 65,
    RF_RATING_VERY_LOW,
    RF_RATING_LOW },
  { "2: offering B, all answered",
    { { 0, 20, GRADED, TESTED (2) }, { 0, 20, GRADED, TESTED (1) }, { 0, 10, GRADED, TESTED (1) }, { 0, 10, GRADED, TESTED (3) }, { 0, 5, GRADED, TESTED (2) } },
    0,
    0,
    RF_ASSESSED,
    1325.0 / 65,
    1325.0 / 65,
    1325.0 / 65,
    1325.0 / 65,
    100,
    RF_RATING_LOW,
    RF_RATING_LOW },
  { "3: a claim and no proof",
    { { 0, 10, "0 50 100", SAID (1) } },
    0,
    0,
    RF_ASSESSED,
    0,
    0,
    40,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_MODERATE },
  { "4: nothing answered",
    { { 0, 10, "0 100", UNANSWERED } },
    2,
    RF_RATING_HIGH,
    RF_PROVISIONAL,
    0,
    100,
    100,
    NOTHING,
    0,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_HIGH },
  { "5: everything set aside",
    { { 0, 10, "0 100", ASIDE }, { 0, 5, "0 100", ASIDE } },
    0,
    0,
    RF_NOT_ASSESSED,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    NOTHING,
    0,
    0 },
  { "6: a follow-up behind an unanswered gate",
    { { 0, 10, "0 100", UNANSWERED }, { 0, 30, "40 100", UNANSWERED, 2 }, { 0, 10, "0 20", TESTED (2) } },
    0,
    0,
    RF_PROVISIONAL,
    10,
    84,
    84,
    20,
    20,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_HIGH },
  { "7: a follow-up that its gate hides",
    { { 0, 10, "0 100", TESTED (1) }, { 0, 30, "40 100", UNANSWERED, 2 }, { 0, 10, "0 20", TESTED (2) } },
    0,
    0,
    RF_ASSESSED,
    10,
    10,
    10,
    10,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_LOW },
  { "8: a follow-up behind a refused gate",
    { { 0, 10, "0 100", REFUSED }, { 0, 30, "40 100", UNANSWERED, 2 }, { 0, 10, "0 20", TESTED (2) } },
    0,
    0,
    RF_PROVISIONAL,
    48,
    84,
    84,
    20,
    40,
    RF_RATING_MODERATE,
    RF_RATING_VERY_HIGH },
  { "9: a knock-out violated",
    { { 0, 12, "0 100", TESTED (2) }, { 0, 88, "0 0 100", TESTED (2) } },
    2,
    RF_RATING_HIGH,
    RF_ASSESSED,
    12,
    12,
    12,
    12,
    100,
    RF_RATING_HIGH,
    RF_RATING_HIGH },
  { "10: a knock-out not cleared",
    { { 0, 12, "0 100", TESTED (2) }, { 0, 82, "0 100", TESTED (1) }, { 0, 6, "0 100", UNANSWERED } },
    2,
    RF_RATING_HIGH,
    RF_ASSESSED,
    12,
    18,
    18,
    1200.0 / 94,
    94,
    RF_RATING_VERY_LOW,
    RF_RATING_HIGH },
  { "11: exactly on a limit",
    { { 0, 10, "0 100", TESTED (2) }, { 0, 40, "0 100", TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    20,
    20,
    20,
    20,
    100,
    RF_RATING_LOW,
    RF_RATING_LOW },
  { "12: exactly on a limit with weighted sections",
    { { 5, 10, "0 67", TESTED (2) }, { 0, 20, "0 67", TESTED (1) }, { 1, 5, "0 20", TESTED (2) }, { 0, 2, "0 20", TESTED (1) }, { 0, 5, "0 20", TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    20,
    20,
    20,
    20,
    100,
    RF_RATING_LOW,
    RF_RATING_LOW },
  { "13: everything refused",
    { { 0, 10, "0 100", REFUSED }, { 0, 5, "0 100", REFUSED } },
    0,
    0,
    RF_ASSESSED,
    100,
    100,
    100,
    NOTHING,
    100,
    RF_RATING_VERY_HIGH,
    RF_RATING_VERY_HIGH },
  { "14: offering A, ahead on the record",
    { { 0, 10, "0 60 64 100", TESTED (1) }, { 0, 10, "0 60 64 100", TESTED (2) } },
    0,
    0,
    RF_ASSESSED,
    30,
    30,
    30,
    30,
    100,
    RF_RATING_LOW,
    RF_RATING_LOW },
  { "14: offering B",
    { { 0, 10, "0 60 64 100", TESTED (3) }, { 0, 10, "0 60 64 100", TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    32,
    32,
    32,
    32,
    100,
    RF_RATING_LOW,
    RF_RATING_LOW },
  { "15: offering A, a claim",
    { { 0, 10, "0 45 100", SAID (1) } },
    0,
    0,
    RF_ASSESSED,
    0,
    0,
    40,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_MODERATE },
  { "15: offering B, tested",
    { { 0, 10, "0 45 100", TESTED (2) } },
    0,
    0,
    RF_ASSESSED,
    45,
    45,
    45,
    45,
    100,
    RF_RATING_MODERATE,
    RF_RATING_MODERATE },
  { "unweighted questions are asked and not scored",
    { { 0, 0, "0 100", TESTED (2) }, { 0, 10, "0 100", TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    0,
    0,
    0,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_LOW },
  { "exactly one half covered is assessed",
    { { 0, 10, "0 100", TESTED (1) }, { 0, 10, "0 100", UNANSWERED } },
    0,
    0,
    RF_ASSESSED,
    0,
    50,
    50,
    0,
    50,
    RF_RATING_VERY_LOW,
    RF_RATING_MODERATE },
  { "exactly one third set aside is assessed",
    { { 0, 20, "0 100", TESTED (1) }, { 0, 10, "0 100", ASIDE } },
    0,
    0,
    RF_ASSESSED,
    0,
    0,
    0,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_LOW },
  { "more than one third set aside is provisional",
    { { 0, 20, "0 100", TESTED (1) }, { 0, 11, "0 100", ASIDE } },
    0,
    0,
    RF_PROVISIONAL,
    0,
    0,
    0,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_LOW },
  { "exactly one third set aside, in sections of thirds",
    { { 3, 1, "0 100", TESTED (1) }, { 0, 2, "0 100", ASIDE }, { 3, 1, "0 100", TESTED (1) } },
    0,
    0,
    RF_ASSESSED,
    0,
    0,
    0,
    0,
    100,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_LOW },
  { "a section that may apply does not help the low end",
    { { 1, 10, "0 100", UNANSWERED }, { 1, 10, "80 100", UNANSWERED, 2 } },
    0,
    0,
    RF_PROVISIONAL,
    0,
    100,
    100,
    NOTHING,
    0,
    RF_RATING_VERY_LOW,
    RF_RATING_VERY_HIGH },
};

static RfQuestionnaire *
build_questionnaire (const Vector *vector)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("vector", 1);
  guint last = 0;

  for (guint i = 0; i < MAX_QUESTIONS && vector->given[i].risks != NULL; i++)
    {
      const Given *given = &vector->given[i];
      g_autofree char *id = g_strdup_printf ("q%u", i);
      g_autofree char *section_id = g_strdup_printf ("s%u", i);
      char option[] = { (char) ('a' + given->gate - 1), '\0' };

      if (i == 0 || given->section_weight > 0)
        sheet_begin_section (builder, section_id, RF_SIDE_PROVIDER, given->section_weight > 0 ? given->section_weight : -1);
      sheet_add_choice (builder, id, given->weight, given->risks);
      if (given->gate > 0)
        rf_questionnaire_builder_add_answer_chose (builder, "q0", option, 0);
      last = i;
    }
  if (vector->floor_option > 0)
    {
      g_autofree char *id = g_strdup_printf ("q%u", last);
      char option[] = { (char) ('a' + vector->floor_option - 1), '\0' };

      sheet_begin_knock_out (builder, "k", RF_SIDE_PROVIDER, vector->floor);
      rf_questionnaire_builder_add_answer_chose (builder, id, option, 0);
    }
  return sheet_finish (builder);
}

static void
assert_figure (double actual,
               double expected)
{
  if (expected == NOTHING)
    g_assert_true (isnan (actual));
  else if (expected == floor (expected))
    g_assert_cmpfloat (actual, ==, expected); /* whole numbers are exact */
  else
    g_assert_cmpfloat_with_epsilon (actual, expected, 1e-9);
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire (vector);
  RfScoringContext context = { .profile = -1, .as_of = 738000 };
  RfAnswerValue answers[MAX_QUESTIONS];
  g_autoptr (RfScore) score = NULL;
  const RfSideScore *side;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const Given *given = &vector->given[i];

      answers[i] = answer_in_state (given->state);
      answers[i].credibility = given->credibility;
      answers[i].chosen = given->option > 0 ? (guint64) 1 << (given->option - 1) : 0;
    }
  score = rf_score_new (questionnaire, &context, answers);
  side = &score->sides[RF_SIDE_PROVIDER];
  g_assert_cmpint (side->state, ==, vector->state);
  assert_figure (side->figures.low, vector->low);
  assert_figure (side->figures.high, vector->high);
  assert_figure (side->figures.unproven_high, vector->unproven_high);
  assert_figure (side->figures.point, vector->point);
  assert_figure (side->figures.coverage, vector->coverage);
  if (vector->state != RF_NOT_ASSESSED)
    {
      g_assert_cmpint (side->rating_low, ==, vector->rating_low);
      g_assert_cmpint (side->rating_high, ==, vector->rating_high);
    }
  g_assert_cmpint (score->sides[RF_SIDE_CUSTOMER].state, ==, RF_NOT_ASSESSED);
}

/* Vector 16, and the other ways to combine the chosen options. */
static const struct
{
  const char *name;
  const char *risks;
  RfCombine combine;
  guint64 chosen;
  double least;
  double risk;
  double greatest;
} combinations[] = {
  { "16: sum, an exclusive option is the greatest", "30 40 90!", RF_COMBINE_SUM, 3, 30, 70, 90 },
  { "sum is capped", "70 80 0!", RF_COMBINE_SUM, 3, 0, 100, 100 },
  { "max", "10 40 90", RF_COMBINE_MAX, 3, 10, 40, 90 },
  { "mean", "10 45 90", RF_COMBINE_MEAN, 3, 10, 27.5, 90 },
  { "mean of thirds", "10 10 90", RF_COMBINE_MEAN, 7, 10, 36.6667, 90 },
  { "missing: the controls that are not there", "30 40 20", RF_COMBINE_MISSING, 1, 0, 60, 90 },
  { "missing: all there", "30 40 20", RF_COMBINE_MISSING, 7, 0, 0, 90 },
};

static void
test_combination (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("combination", 1);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  RfScoringContext context = { .profile = -1, .as_of = 738000 };
  RfAnswerValue answer = RF_ANSWER_VALUE_UNANSWERED;
  g_autoptr (RfScore) open = NULL;
  g_autoptr (RfScore) answered = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_CUSTOMER, -1);
  sheet_add_multiple_choice (builder, "q", 10, combinations[row].combine, combinations[row].risks);
  questionnaire = sheet_finish (builder);
  open = rf_score_new (questionnaire, &context, &answer);
  g_assert_cmpfloat (open->sides[RF_SIDE_CUSTOMER].figures.low, ==, combinations[row].least);
  g_assert_cmpfloat (open->sides[RF_SIDE_CUSTOMER].figures.high, ==, combinations[row].greatest);
  answer = answer_chosen (combinations[row].chosen, 100);
  answered = rf_score_new (questionnaire, &context, &answer);
  g_assert_cmpfloat_with_epsilon (answered->sides[RF_SIDE_CUSTOMER].figures.low, combinations[row].risk, 1e-9);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/vectors/%s", vectors[i].name);
      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  for (guint i = 0; i < G_N_ELEMENTS (combinations); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/combine/%s", combinations[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_combination);
    }
  return g_test_run ();
}
