// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The shipped questionnaire answers itself: the best answers give 0, the worst 100, and every knock-out can
 * be violated and cleared. */

#include "config.h"

#include "shipped.h"

#define AS_OF "2026-11-01"

typedef struct
{
  const char *name;
  gboolean worst;
  gboolean everything_asked; /* whether the routing questions open all they can */
  const char *layer;
  double total;
} ExtremeRow;

static const ExtremeRow extremes[] = {
  { "best, nothing routed, infrastructure", FALSE, FALSE, "infrastructure", 0 },
  { "best, everything asked, models and tools", FALSE, TRUE, "models-and-tools", 0 },
  { "best, everything asked, application", FALSE, TRUE, "application", 0 },
  { "best, nothing routed, no layer given", FALSE, FALSE, NULL, 0 },
  { "worst, nothing routed, infrastructure", TRUE, FALSE, "infrastructure", 100 },
  { "worst, everything asked, models and tools", TRUE, TRUE, "models-and-tools", 100 },
  { "worst, everything asked, application", TRUE, TRUE, "application", 100 },
  { "worst, everything asked, no layer given", TRUE, TRUE, NULL, 100 },
};

static RfDay
day_of (const char *text)
{
  RfDay day = RF_DAY_NONE;

  g_assert_true (rf_day_from_string (text, &day));
  return day;
}

/* The options that go together, or where @alone the one that does not. */
static guint64
choose_group (const RfQuestion *question,
              gboolean alone)
{
  guint64 chosen = 0;

  for (guint i = 0; i < question->n_options; i++)
    if (question->options[i].exclusive == alone)
      chosen |= G_GUINT64_CONSTANT (1) << i;
  return chosen;
}

static guint
find_extreme_option (const RfQuestion *question,
                     gboolean worst)
{
  guint found = 0;

  for (guint i = 1; i < question->n_options; i++)
    if (worst ? question->options[i].risk > question->options[found].risk
              : question->options[i].risk < question->options[found].risk)
      found = i;
  return found;
}

static guint
find_extreme_band (const RfQuestion *question,
                   gboolean worst)
{
  guint found = 0;

  for (guint i = 1; i < question->n_bands; i++)
    if (worst ? question->bands[i].risk > question->bands[found].risk
              : question->bands[i].risk < question->bands[found].risk)
      found = i;
  return found;
}

static RfAnswerValue
answer_extremely (const RfQuestion *question,
                  gboolean worst,
                  RfDay as_of)
{
  RfAnswerValue answer = RF_ANSWER_VALUE_UNANSWERED;

  answer.state = RF_ANSWER_ANSWERED;
  answer.credibility = 100;
  if (question->kind == RF_QUESTION_NUMBER)
    answer.number = question->bands[find_extreme_band (question, worst)].from;
  else if (question->kind == RF_QUESTION_DATE)
    answer.number = as_of - question->bands[find_extreme_band (question, worst)].from / RF_NUMBER_ONE;
  else if (question->kind == RF_QUESTION_MULTIPLE_CHOICE && question->combine == RF_COMBINE_MISSING)
    answer.chosen = choose_group (question, worst);
  else
    answer.chosen = G_GUINT64_CONSTANT (1) << find_extreme_option (question, worst);
  return answer;
}

/* A routing question is not scored: how it is answered only decides what is asked. */
static RfAnswerValue
answer_routing (const RfQuestion *question,
                gboolean everything_asked,
                RfDay as_of)
{
  RfAnswerValue answer = answer_extremely (question, everything_asked, as_of);

  if (everything_asked && question->kind == RF_QUESTION_MULTIPLE_CHOICE)
    answer.chosen = choose_group (question, FALSE);
  return answer;
}

static RfAnswerValue *
answer_all (const RfQuestionnaire *questionnaire,
            gboolean worst,
            gboolean everything_asked,
            RfDay as_of)
{
  RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];

      answers[i] = question->weight == 0 ? answer_routing (question, everything_asked, as_of)
                                         : answer_extremely (question, worst, as_of);
    }
  return answers;
}

static void
test_extreme (gconstpointer data)
{
  const ExtremeRow *row = data;
  g_autoptr (RfQuestionnaire) questionnaire = shipped_questionnaire_read ();
  g_autoptr (RfOffering) offering = rf_offering_new ("offering", "Provider", "Offering");
  RfScoringContext context = { -1, day_of (AS_OF), offering, NULL };
  g_autofree RfAnswerValue *answers = answer_all (questionnaire, row->worst, row->everything_asked, context.as_of);

  offering->attributes[RF_OFFERING_LAYER] = g_strdup (row->layer);
  for (context.profile = -1; context.profile < (int) questionnaire->n_profiles; context.profile++)
    {
      g_autoptr (RfScore) score = rf_score_new (questionnaire, &context, answers);

      for (guint side = 0; side < RF_N_SIDES; side++)
        {
          g_assert_cmpint (score->sides[side].state, ==, RF_ASSESSED);
          g_assert_cmpfloat (score->sides[side].figures.low, ==, row->total);
          g_assert_cmpfloat (score->sides[side].figures.unproven_high, ==, row->total);
        }
    }
}

/* Where the best answers leave a rule open only because no use case is named, that is all that is open. */
static void
test_best_answers_violate_nothing (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = shipped_questionnaire_read ();
  RfScoringContext context = { -1, day_of (AS_OF), NULL, NULL };
  g_autofree RfAnswerValue *answers = answer_all (questionnaire, FALSE, TRUE, context.as_of);
  g_autoptr (RfScore) score = rf_score_new (questionnaire, &context, answers);

  g_assert_cmpuint (score->n_knock_outs, ==, 8);
  for (guint i = 0; i < score->n_knock_outs; i++)
    g_assert_cmpint (score->knock_outs[i], ==, RF_KNOCK_OUT_CLEARED);
}

typedef struct
{
  const char *question;
  const char *option;
} Choice;

typedef struct
{
  const char *knock_out;
  const char *name;
  Choice choices[3]; /* on top of the best answers */
  int sensitivity;
  int personal_data;
  RfKnockOutResult result;
} KnockOutRow;

#define NOT_SET RF_LEVEL_NOT_SET

static const KnockOutRow knock_outs[] = {
  { "restricted-data-read", "flagged, restricted", { { "human-access", "flagged" } }, RF_RATING_HIGH, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "restricted-data-read", "sampled, crown jewels", { { "human-access", "sampled" } }, RF_RATING_VERY_HIGH, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "restricted-data-read", "unrestricted, confidential", { { "human-access", "unrestricted" } }, RF_RATING_MODERATE, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "restricted-data-read", "opted out, restricted", { { "human-access", "opted-out" } }, RF_RATING_HIGH, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "restricted-data-read", "flagged, no use case", { { "human-access", "flagged" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_DEPENDS_ON_USE_CASE },
  { "not-encrypted", "none", { { "encryption-at-rest", "none" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "not-encrypted", "main stores", { { "encryption-at-rest", "main" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "no-incident-notice", "no duty", { { "incident-notice", "none" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "no-incident-notice", "without undue delay", { { "incident-notice", "undue-delay" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "trains-on-our-data", "always", { { "training-use", "always" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "trains-on-our-data", "opt-out, confidential", { { "training-use", "opt-out" } }, RF_RATING_MODERATE, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "trains-on-our-data", "opt-out, public", { { "training-use", "opt-out" } }, RF_RATING_VERY_LOW, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "trains-on-our-data", "off, crown jewels", { { "training-use", "off" } }, RF_RATING_VERY_HIGH, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "open-cross-tenant-leak", "open leak", { { "cross-tenant", "open-leak" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "open-cross-tenant-leak", "untested", { { "cross-tenant", "logical" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "residency-rule-broken", "all data, global", { { "residency", "global" }, { "residency-rule", "all" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "residency-rule-broken", "all data, one legal area", { { "residency", "legal-area" }, { "residency-rule", "all" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "residency-rule-broken", "personal data, storage only", { { "residency", "storage-only" }, { "residency-rule", "personal" } }, NOT_SET, 1, RF_KNOCK_OUT_VIOLATED },
  { "residency-rule-broken", "no personal data", { { "residency", "storage-only" }, { "residency-rule", "personal" } }, NOT_SET, 0, RF_KNOCK_OUT_CLEARED },
  { "residency-rule-broken", "confidential data, global", { { "residency", "global" }, { "residency-rule", "confidential" } }, RF_RATING_MODERATE, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "residency-rule-broken", "internal data, global", { { "residency", "global" }, { "residency-rule", "confidential" } }, RF_RATING_LOW, NOT_SET, RF_KNOCK_OUT_CLEARED },
  { "residency-rule-broken", "no rule, global", { { "residency", "global" }, { "residency-rule", "none" } }, RF_RATING_VERY_HIGH, 1, RF_KNOCK_OUT_CLEARED },
  { "no-processor-contract", "no contract, personal data", { { "processor-contract", "none" } }, NOT_SET, 1, RF_KNOCK_OUT_VIOLATED },
  { "no-processor-contract", "no contract, no personal data", { { "processor-contract", "none" } }, NOT_SET, 0, RF_KNOCK_OUT_CLEARED },
  { "no-processor-contract", "partial contract", { { "processor-contract", "partial" } }, NOT_SET, 1, RF_KNOCK_OUT_CLEARED },
  { "plan-out-of-control", "private phones", { { "plan-used", "private-phone" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "plan-out-of-control", "consumer accounts", { { "plan-used", "consumer" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_VIOLATED },
  { "plan-out-of-control", "team plan", { { "plan-used", "team" } }, NOT_SET, NOT_SET, RF_KNOCK_OUT_CLEARED },
};

static void
choose (const RfQuestionnaire *questionnaire,
        const Choice *choice,
        RfAnswerValue *answers)
{
  guint index = shipped_question (questionnaire, choice->question);
  int option = rf_question_find_option (&questionnaire->questions[index], choice->option);

  g_assert_cmpint (option, >=, 0);
  answers[index].chosen = G_GUINT64_CONSTANT (1) << option;
}

static void
test_knock_out (gconstpointer data)
{
  const KnockOutRow *row = data;
  g_autoptr (RfQuestionnaire) questionnaire = shipped_questionnaire_read ();
  g_autoptr (RfUseCase) use_case = rf_use_case_new ("use-case", "Use case");
  gboolean named = row->sensitivity != NOT_SET || row->personal_data != NOT_SET;
  RfScoringContext context = { -1, day_of (AS_OF), NULL, named ? use_case : NULL };
  g_autofree RfAnswerValue *answers = answer_all (questionnaire, FALSE, FALSE, context.as_of);
  guint knock_out = shipped_knock_out (questionnaire, row->knock_out);
  g_autoptr (RfScore) score = NULL;

  use_case->levels[RF_USE_CASE_SENSITIVITY] = row->sensitivity;
  use_case->levels[RF_USE_CASE_PERSONAL_DATA] = row->personal_data;
  for (guint i = 0; i < G_N_ELEMENTS (row->choices) && row->choices[i].question; i++)
    choose (questionnaire, &row->choices[i], answers);
  score = rf_score_new (questionnaire, &context, answers);
  g_assert_cmpint (score->knock_outs[knock_out], ==, row->result);
  if (row->result == RF_KNOCK_OUT_VIOLATED)
    g_assert_cmpint (score->sides[questionnaire->knock_outs[knock_out].side].rating_low, >=, questionnaire->knock_outs[knock_out].floor);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (extremes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/content/extremes/%s", extremes[i].name);

      g_test_add_data_func (path, &extremes[i], test_extreme);
    }
  g_test_add_func ("/content/best-answers-violate-nothing", test_best_answers_violate_nothing);
  for (guint i = 0; i < G_N_ELEMENTS (knock_outs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/content/knock-outs/%s/%s", knock_outs[i].knock_out, knock_outs[i].name);

      g_test_add_data_func (path, &knock_outs[i], test_knock_out);
    }
  return g_test_run ();
}
