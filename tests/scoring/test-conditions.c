// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-evaluation.h"
#include "sheet.h"

/* What became of the gate q0 (its option b opens q1) and of q1 (its option b is the bad one). The third question,
 * q2, has options a and b and no gate. */
#define OPEN RF_ANSWER_UNANSWERED, 0
#define UNKNOWN RF_ANSWER_UNKNOWN, 0
#define REFUSED RF_ANSWER_REFUSED, 0
#define ASIDE RF_ANSWER_NOT_APPLICABLE, 0
#define CHOSE_A RF_ANSWER_ANSWERED, 1
#define CHOSE_B RF_ANSWER_ANSWERED, 2

/* The rules that the rows try: one about q1; one about q1 or q2; one about q1 and a restricted use case; one about
 * q1 not being good; one about the plan alone. */
typedef enum
{
  BAD,
  EITHER_BAD,
  BAD_AND_RESTRICTED,
  NOT_GOOD,
  BASIC_PLAN,
  N_RULES,
} Rule;

typedef struct
{
  RfAnswerState state;
  guint64 chosen;
} State;

typedef enum
{
  NO_USE_CASE,
  NO_SENSITIVITY,
  PUBLIC,
  RESTRICTED,
} UseCase;

static const struct
{
  const char *name;
  State states[3];
  UseCase use_case;
  const char *plan;
  Rule rule;
  RfKnockOutResult result;
} rows[] = {
  { "a bad answer", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_VIOLATED },
  { "a good answer", { { CHOSE_B }, { CHOSE_A }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_CLEARED },
  { "no answer yet", { { CHOSE_B }, { OPEN }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_CLEARED },
  { "not to be found out", { { CHOSE_B }, { UNKNOWN }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_CLEARED },
  { "a refusal counts as the worst", { { CHOSE_B }, { REFUSED }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_VIOLATED },
  { "set aside is shown, not silent", { { CHOSE_B }, { ASIDE }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_APPLICABLE },
  { "hidden", { { CHOSE_A }, { CHOSE_B }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_CLEARED },
  { "hidden and set aside", { { CHOSE_A }, { ASIDE }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_CLEARED },
  { "a bad answer behind a refused gate", { { REFUSED }, { CHOSE_B }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_VIOLATED },
  { "a good answer behind a refused gate", { { REFUSED }, { CHOSE_A }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_CLEARED },
  { "a refusal behind a refused gate", { { REFUSED }, { REFUSED }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_VIOLATED },
  { "a refusal behind an open gate", { { OPEN }, { REFUSED }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_CLEARED },
  { "set aside behind an open gate", { { OPEN }, { ASIDE }, { OPEN } }, 0, NULL, BAD, RF_KNOCK_OUT_NOT_APPLICABLE },
  { "a refusal beside an open question", { { CHOSE_B }, { REFUSED }, { OPEN } }, 0, NULL, EITHER_BAD, RF_KNOCK_OUT_NOT_CLEARED },
  { "a refusal beside a good answer", { { CHOSE_B }, { REFUSED }, { CHOSE_A } }, 0, NULL, EITHER_BAD, RF_KNOCK_OUT_VIOLATED },
  { "a bad answer beside an open question", { { OPEN }, { OPEN }, { CHOSE_B } }, 0, NULL, EITHER_BAD, RF_KNOCK_OUT_VIOLATED },
  { "one of two set aside", { { CHOSE_B }, { ASIDE }, { CHOSE_A } }, 0, NULL, EITHER_BAD, RF_KNOCK_OUT_CLEARED },
  { "both set aside", { { CHOSE_B }, { ASIDE }, { ASIDE } }, 0, NULL, EITHER_BAD, RF_KNOCK_OUT_NOT_APPLICABLE },
  { "no use case", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, NO_USE_CASE, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_DEPENDS_ON_USE_CASE },
  { "no use case, and open", { { CHOSE_B }, { OPEN }, { OPEN } }, NO_USE_CASE, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_NOT_CLEARED },
  { "no use case, and refused", { { CHOSE_B }, { REFUSED }, { OPEN } }, NO_USE_CASE, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_DEPENDS_ON_USE_CASE },
  { "no use case, and good", { { CHOSE_B }, { CHOSE_A }, { OPEN } }, NO_USE_CASE, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_CLEARED },
  { "a use case of unknown sensitivity", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, NO_SENSITIVITY, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_NOT_CLEARED },
  { "a public use case", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, PUBLIC, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_CLEARED },
  { "a restricted use case", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, RESTRICTED, NULL, BAD_AND_RESTRICTED, RF_KNOCK_OUT_VIOLATED },
  { "not good: set aside all the same", { { CHOSE_B }, { ASIDE }, { OPEN } }, 0, NULL, NOT_GOOD, RF_KNOCK_OUT_NOT_APPLICABLE },
  { "not good: the gate may yet hide it", { { OPEN }, { ASIDE }, { OPEN } }, 0, NULL, NOT_GOOD, RF_KNOCK_OUT_NOT_CLEARED },
  { "not good: bad", { { CHOSE_B }, { CHOSE_B }, { OPEN } }, 0, NULL, NOT_GOOD, RF_KNOCK_OUT_VIOLATED },
  { "the plan it asks about", { { OPEN }, { OPEN }, { OPEN } }, 0, "basic", BASIC_PLAN, RF_KNOCK_OUT_VIOLATED },
  { "another plan", { { OPEN }, { OPEN }, { OPEN } }, 0, "team", BASIC_PLAN, RF_KNOCK_OUT_CLEARED },
  { "no plan set", { { OPEN }, { OPEN }, { OPEN } }, 0, NULL, BASIC_PLAN, RF_KNOCK_OUT_NOT_CLEARED },
};

static void
add_rules (RfQuestionnaireBuilder *builder)
{
  static const char *const ids[N_RULES] = { "bad", "either", "restricted", "not-good", "plan" };

  for (Rule rule = 0; rule < N_RULES; rule++)
    {
      sheet_begin_knock_out (builder, ids[rule], RF_SIDE_PROVIDER, RF_RATING_HIGH);
      if (rule == EITHER_BAD)
        rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_ANY, 0);
      if (rule == BAD_AND_RESTRICTED)
        rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_ALL, 0);
      if (rule == NOT_GOOD)
        rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_NOT, 0);
      if (rule == BASIC_PLAN)
        rf_questionnaire_builder_add_offering_is (builder, RF_OFFERING_PLAN, "basic", 0);
      else
        rf_questionnaire_builder_add_answer_chose (builder, "q1", rule == NOT_GOOD ? "a" : "b", 0);
      if (rule == EITHER_BAD)
        rf_questionnaire_builder_add_answer_chose (builder, "q2", "b", 0);
      if (rule == BAD_AND_RESTRICTED)
        rf_questionnaire_builder_add_use_case (builder, RF_CONDITION_USE_CASE_AT_LEAST, RF_USE_CASE_SENSITIVITY, "restricted", 0);
      if (rule == EITHER_BAD || rule == BAD_AND_RESTRICTED || rule == NOT_GOOD)
        rf_questionnaire_builder_end_condition (builder);
    }
}

static RfQuestionnaire *
build_questionnaire (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("knock-outs", 1);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 10, "0 10");
  sheet_add_choice (builder, "q1", 10, "0 10");
  rf_questionnaire_builder_add_answer_chose (builder, "q0", "b", 0);
  sheet_add_choice (builder, "q2", 10, "0 10");
  add_rules (builder);
  return sheet_finish (builder);
}

static void
test_cause (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire ();
  g_autoptr (RfOffering) offering = rf_offering_new ("o", "Provider", "Offering");
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("u", "Use case");
  RfScoringContext context = { -1, 738000, offering, rows[row].use_case == NO_USE_CASE ? NULL : use_case };
  RfAnswerValue answers[3];
  g_autoptr (RfScore) score = NULL;

  offering->attributes[RF_OFFERING_PLAN] = g_strdup (rows[row].plan);
  if (rows[row].use_case == PUBLIC || rows[row].use_case == RESTRICTED)
    use_case->levels[RF_USE_CASE_SENSITIVITY] = rows[row].use_case == PUBLIC ? RF_RATING_VERY_LOW : RF_RATING_HIGH;
  for (guint i = 0; i < 3; i++)
    {
      answers[i] = answer_in_state (rows[row].states[i].state);
      answers[i].chosen = rows[row].states[i].chosen;
    }
  score = rf_score_new (questionnaire, &context, answers);
  g_assert_cmpint (score->knock_outs[rows[row].rule], ==, rows[row].result);
}

/* The gate's state decides whether its follow-up is put to the person. */
static void
test_shown (void)
{
  static const struct
  {
    State gate;
    RfApplicability applicability;
    gboolean is_shown;
  } gates[] = {
    { { OPEN }, RF_MAY_APPLY, FALSE },
    { { UNKNOWN }, RF_MAY_APPLY, TRUE },
    { { REFUSED }, RF_MAY_APPLY, TRUE },
    { { ASIDE }, RF_HIDDEN, FALSE },
    { { CHOSE_A }, RF_HIDDEN, FALSE },
    { { CHOSE_B }, RF_APPLIES, TRUE },
  };
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire ();
  RfScoringContext context = { -1, 738000, NULL, NULL };
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (questionnaire, &context);

  for (guint i = 0; i < G_N_ELEMENTS (gates); i++)
    {
      RfAnswerValue answer = answer_in_state (gates[i].gate.state);

      answer.chosen = gates[i].gate.chosen;
      rf_evaluation_set_answer (evaluation, 0, &answer);
      g_assert_cmpint (rf_evaluation_get_applicability (evaluation, 1), ==, gates[i].applicability);
      g_assert_cmpint (rf_evaluation_is_shown (evaluation, 1), ==, gates[i].is_shown);
      g_assert_true (rf_evaluation_is_shown (evaluation, 0));
    }
}

/* Without a use case, what is asked only for some use cases is shown. */
static void
test_shown_without_use_case (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("shown", 1);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("u", "Use case");
  RfScoringContext without = { -1, 738000, NULL, NULL };
  RfScoringContext with = { -1, 738000, NULL, use_case };
  g_autoptr (RfEvaluation) base = NULL;
  g_autoptr (RfEvaluation) under_public = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  rf_questionnaire_builder_add_use_case (builder, RF_CONDITION_USE_CASE_AT_LEAST, RF_USE_CASE_SENSITIVITY, "confidential", 0);
  sheet_add_choice (builder, "q", 10, "0 100");
  questionnaire = sheet_finish (builder);
  use_case->levels[RF_USE_CASE_SENSITIVITY] = RF_RATING_VERY_LOW;
  base = rf_evaluation_new (questionnaire, &without);
  under_public = rf_evaluation_new (questionnaire, &with);
  g_assert_cmpint (rf_evaluation_get_applicability (base, 0), ==, RF_MAY_APPLY);
  g_assert_true (rf_evaluation_is_shown (base, 0));
  g_assert_cmpint (rf_evaluation_get_applicability (under_public, 0), ==, RF_HIDDEN);
  g_assert_false (rf_evaluation_is_shown (under_public, 0));
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/knock-outs/%s", rows[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cause);
    }
  g_test_add_func ("/scoring/shown/by the state of the gate", test_shown);
  g_test_add_func ("/scoring/shown/without a use case", test_shown_without_use_case);
  return g_test_run ();
}
