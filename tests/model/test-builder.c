// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering.h"
#include "rf-questionnaire-builder.h"

/* A valid questionnaire in which each row below breaks one thing. Lines are those given here. */
typedef struct
{
  const char *name;
  RfQuestion first;
  RfOption options[3];
  RfBand bands[2];
  void (*then) (RfQuestionnaireBuilder *builder);
  guint line;
  const char *message; /* NULL: nothing is wrong */
  gboolean warning;
} Row;

#define CHOICE                                                              \
  {                                                                         \
    .id = "q1", .kind = RF_QUESTION_SINGLE_CHOICE, .weight = 10, .line = 10 \
  }
#define YES_NO \
  { .id = "yes", .risk = 0, .line = 11 }, { .id = "no", .risk = 100, .line = 12 }

static void
begin_second (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "q2", .kind = RF_QUESTION_TEXT, .line = 20 });
}

static void
ask_unknown_question (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_add_answer_chose (builder, "q9", "yes", 21);
}

static void
ask_unknown_option (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "yes maybe", 21);
}

static void
ask_itself (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "yes", 21);
}

static void
ask_later (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_answer_chose (builder, "q2", "yes", 21);
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "q2", .kind = RF_QUESTION_SINGLE_CHOICE, .weight = 1 });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "yes" });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "no", .risk = 1 });
}

static void
limit_a_choice (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_add_answer_limit (builder, RF_CONDITION_ANSWER_BELOW, "q1", 1, 21);
}

static void
leave_group_empty (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_ANY, 21);
  rf_questionnaire_builder_end_condition (builder);
}

static void
name_unknown_layer (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_offering_is (builder, RF_OFFERING_LAYER, "basement", 21);
}

static void
name_unknown_level (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_use_case (builder, RF_CONDITION_USE_CASE_IS, RF_USE_CASE_AUTONOMY, "chat low", 21);
}

static void
repeat_question (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "q1", .kind = RF_QUESTION_TEXT, .line = 20 });
}

static void
weigh_one_section (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s2", .weight = 5, .line = 30 });
  begin_second (builder);
}

static void
ask_nothing_in_section (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s2", .weight = -1, .line = 30 });
}

static void
cite_unknown_framework (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_reference (builder, "f9", "1.1", 21);
}

static void
name_unknown_incident (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_question_incident (builder, "i9", 21);
}

static void
name_unknown_barrier (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_section_barrier (builder, "b9", 21);
}

static void
supersede_itself (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_superseded (builder, "q1", TRUE);
}

static void
supersede_what_is_asked (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_add_superseded (builder, "q2", TRUE);
  begin_second (builder);
}

static void
default_to_unknown_profile (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_set_default_profile (builder, "p9", 3);
}

static void
weigh_question_twice (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, "q1", NULL, 5, "a", 41);
  rf_questionnaire_builder_add_profile_weight (builder, "q1", NULL, 6, "b", 42);
}

static void
weigh_unknown_question (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, "q9", NULL, 5, "a", 41);
}

static void
weigh_section_of_unweighted (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, NULL, "s1", 5, "a", 41);
}

static void
knock_out_always (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_knock_out (builder, &(RfKnockOut){ .id = "k1", .floor = RF_RATING_HIGH, .line = 35 });
}

static void
knock_out_to_very_low (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_knock_out (builder, &(RfKnockOut){ .id = "k1", .line = 35 });
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "no", 36);
}

static void
mix_up_ratings (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_set_rating_bands (builder, &(RfRatingBands){ { 0, 20, 20, 60, 80 } }, 4);
}

static void
negate_two (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_NOT, 21);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "yes", 22);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "no", 23);
  rf_questionnaire_builder_end_condition (builder);
}

static void
negate_one_group (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_NOT, 21);
  rf_questionnaire_builder_begin_condition (builder, RF_CONDITION_ANY, 22);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "yes", 23);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "no", 24);
  rf_questionnaire_builder_end_condition (builder);
  rf_questionnaire_builder_end_condition (builder);
}

static void
ask_in_two_conditions (RfQuestionnaireBuilder *builder)
{
  begin_second (builder);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "yes", 21);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", "no", 22);
}

static void
repeat_section (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = -1, .line = 30 });
  begin_second (builder);
}

static void
repeat_profile (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 41 });
}

static void
repeat_knock_out (RfQuestionnaireBuilder *builder)
{
  for (guint i = 0; i < 2; i++)
    {
      rf_questionnaire_builder_begin_knock_out (builder, &(RfKnockOut){ .id = "k1", .floor = RF_RATING_HIGH, .line = 35 + i });
      rf_questionnaire_builder_add_answer_chose (builder, "q1", "no", 38);
    }
}

static void
weigh_past_scale (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, "q1", NULL, 10001, "a", 41);
}

static void
weigh_to_the_end_of_scale (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, "q1", NULL, 10000, "a", 41);
}

static void
name_section_with_blank (RfQuestionnaireBuilder *builder)
{
  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s 2", .weight = -1, .line = 30 });
  begin_second (builder);
}

static const Row rows[] = {
  { "valid", CHOICE, { YES_NO } },
  { "unknown-question", CHOICE, { YES_NO }, .then = ask_unknown_question, .line = 21, .message = "*“q9”, which does not exist*" },
  { "unknown-option", CHOICE, { YES_NO }, .then = ask_unknown_option, .line = 21, .message = "*option “maybe”*" },
  { "itself", CHOICE, { YES_NO }, .then = ask_itself, .line = 21, .message = "*its own question*" },
  { "forward", CHOICE, { YES_NO }, .then = ask_later, .line = 21, .message = "*“q2”, which comes later*" },
  { "limit-on-choice", CHOICE, { YES_NO }, .then = limit_a_choice, .line = 21, .message = "*neither a number nor a date*" },
  { "empty-group", CHOICE, { YES_NO }, .then = leave_group_empty, .line = 21, .message = "*is empty*" },
  { "not-two", CHOICE, { YES_NO }, .then = negate_two, .line = 21, .message = "*more than one condition*" },
  { "not-one-group", CHOICE, { YES_NO }, .then = negate_one_group },
  { "two-conditions", CHOICE, { YES_NO }, .then = ask_in_two_conditions, .line = 22, .message = "*a condition already*" },
  { "section-twice", CHOICE, { YES_NO }, .then = repeat_section, .line = 30, .message = "*two sections with the id “s1”*" },
  { "profile-twice", CHOICE, { YES_NO }, .then = repeat_profile, .line = 41, .message = "*two profiles with the id “p1”*" },
  { "knock-out-twice", CHOICE, { YES_NO }, .then = repeat_knock_out, .line = 36, .message = "*two knock-outs with the id “k1”*" },
  { "weight-past-scale", CHOICE, { YES_NO }, .then = weigh_past_scale, .line = 41, .message = "*weight of 10001 is outside*" },
  { "weight-end-of-scale", CHOICE, { YES_NO }, .then = weigh_to_the_end_of_scale },
  { "question-weight-past-scale", { .id = "q1", .weight = 10001, .line = 10 }, { YES_NO }, .line = 10, .message = "*weight of 10001 is outside*" },
  { "risk-below-scale", CHOICE, { { .id = "a", .risk = -1, .line = 11 }, { .id = "b", .risk = 9, .line = 12 } }, .line = 11, .message = "*risk of -1 is outside*" },
  { "risk-past-scale", CHOICE, { { .id = "a", .risk = 0, .line = 11 }, { .id = "b", .risk = 101, .line = 12 } }, .line = 12, .message = "*risk of 101 is outside*" },
  { "section-id", CHOICE, { YES_NO }, .then = name_section_with_blank, .line = 30, .message = "*“s 2” is not an id*" },
  { "question-id", { .id = "_q", .weight = 1, .line = 10 }, { YES_NO }, .line = 10, .message = "*“_q” is not an id*" },
  { "option-id", CHOICE, { YES_NO, { .id = "ü", .line = 13 } }, .line = 13, .message = "*“ü” is not an id*" },
  { "layer", CHOICE, { YES_NO }, .then = name_unknown_layer, .line = 21, .message = "*“basement” is not a layer*" },
  { "level", CHOICE, { YES_NO }, .then = name_unknown_level, .line = 21, .message = "*“low” is not a value*autonomy*" },
  { "question-twice", CHOICE, { YES_NO }, .then = repeat_question, .line = 20, .message = "*two questions with the id “q1”*" },
  { "some-weights", CHOICE, { YES_NO }, .then = weigh_one_section, .line = 30, .message = "*has a weight*" },
  { "empty-section", CHOICE, { YES_NO }, .then = ask_nothing_in_section, .line = 30, .message = "*has no questions*" },
  { "framework", CHOICE, { YES_NO }, .then = cite_unknown_framework, .line = 21, .message = "*framework “f9”*" },
  { "incident", CHOICE, { YES_NO }, .then = name_unknown_incident, .line = 21, .message = "*incident “i9”*" },
  { "barrier", CHOICE, { YES_NO }, .then = name_unknown_barrier, .line = 21, .message = "*barrier “b9”*" },
  { "supersedes-itself", CHOICE, { YES_NO }, .then = supersede_itself, .line = 10, .message = "*supersedes “q1”*" },
  { "supersedes-asked", CHOICE, { YES_NO }, .then = supersede_what_is_asked, .line = 10, .message = "*supersedes “q2”, which is still*" },
  { "default-profile", CHOICE, { YES_NO }, .then = default_to_unknown_profile, .line = 3, .message = "*profile “p9”*" },
  { "weight-twice", CHOICE, { YES_NO }, .then = weigh_question_twice, .line = 42, .message = "*same thing twice*" },
  { "weight-unknown", CHOICE, { YES_NO }, .then = weigh_unknown_question, .line = 41, .message = "*question “q9”*" },
  { "weight-section", CHOICE, { YES_NO }, .then = weigh_section_of_unweighted, .line = 41, .message = "*weighs none*" },
  { "knock-out-bare", CHOICE, { YES_NO }, .then = knock_out_always, .line = 35, .message = "*has no condition*" },
  { "knock-out-floor", CHOICE, { YES_NO }, .then = knock_out_to_very_low, .line = 35, .message = "*lifts nothing*", .warning = TRUE },
  { "ratings", CHOICE, { YES_NO }, .then = mix_up_ratings, .line = 4, .message = "*do not ascend*" },
  { "one-option", { .id = "q1", .weight = 0, .line = 10 }, { { .id = "yes" } }, .line = 10, .message = "*nothing to choose*" },
  { "one-option-of-many", { .id = "q1", .kind = RF_QUESTION_MULTIPLE_CHOICE, .weight = 0, .line = 10 }, { { .id = "yes" } } },
  { "same-option", CHOICE, { YES_NO, { .id = "yes", .line = 13 } }, .line = 13, .message = "*two options with the id “yes”*" },
  { "exclusive-single", CHOICE, { YES_NO, { .id = "none", .exclusive = TRUE, .line = 13 } }, .line = 13, .message = "*“none” is exclusive*" },
  { "all-exclusive", { .id = "q1", .kind = RF_QUESTION_MULTIPLE_CHOICE, .weight = 0, .line = 10 }, { { .id = "none", .exclusive = TRUE } }, .line = 10, .message = "*Every option*" },
  { "same-risk", CHOICE, { { .id = "a", .risk = 7 }, { .id = "b", .risk = 7 } }, .line = 10, .message = "*cannot matter*", .warning = TRUE },
  { "combine-single", { .id = "q1", .weight = 1, .combine = RF_COMBINE_SUM, .line = 10 }, { YES_NO }, .line = 10, .message = "*nothing to combine*" },
  { "unit", { .id = "q1", .weight = 1, .unit = "days", .line = 10 }, { YES_NO }, .line = 10, .message = "*has no unit*" },
  { "future", { .id = "q1", .weight = 1, .future_allowed = TRUE, .line = 10 }, { YES_NO }, .line = 10, .message = "*has no future*" },
  { "unweighed", { .id = "q1", .weight = -1, .line = 10 }, { YES_NO }, .line = 10, .message = "*neither a criticality nor a weight*" },
  { "options-on-text", { .id = "q1", .kind = RF_QUESTION_TEXT, .line = 10 }, { YES_NO }, .line = 11, .message = "*has no options*" },
  { "bands-on-text", { .id = "q1", .kind = RF_QUESTION_TEXT, .line = 10 }, .bands = { { .from = 0, .risk = 1, .line = 15 } }, .line = 15, .message = "*has no bands*" },
  { "bands-descend", { .id = "q1", .kind = RF_QUESTION_NUMBER, .weight = 1, .line = 10 }, .bands = { { .from = 5, .risk = 1, .line = 15 }, { .from = 5, .risk = 2, .line = 16 } }, .line = 16, .message = "*does not begin above*" },
};

static RfQuestionnaire *
build (const Row *row,
       RfProblems *problems)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);

  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = -1, .line = 5 });
  rf_questionnaire_builder_begin_question (builder, &row->first);
  for (guint i = 0; i < G_N_ELEMENTS (row->options) && row->options[i].id; i++)
    rf_questionnaire_builder_add_option (builder, &row->options[i]);
  for (guint i = 0; i < G_N_ELEMENTS (row->bands) && row->bands[i].line; i++)
    rf_questionnaire_builder_add_band (builder, &row->bands[i]);
  if (row->then)
    row->then (builder);
  return rf_questionnaire_builder_finish (builder, problems);
}

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (RfProblems) problems = rf_problems_new ("test.xml");
  g_autoptr (RfQuestionnaire) questionnaire = build (row, problems);
  const RfProblem *problem;

  g_assert_cmpuint (rf_problems_get_n (problems), ==, row->message ? 1 : 0);
  g_assert_true ((questionnaire != NULL) == (row->message == NULL || row->warning));
  if (row->message == NULL)
    return;
  problem = rf_problems_get (problems, 0);
  g_assert_true (g_pattern_match_simple (row->message, problem->message));
  g_assert_cmpuint (problem->line, ==, row->line);
  g_assert_cmpstr (problem->hint, !=, "");
  g_assert_true (problem->fatal == !row->warning);
}

static char *
digest_with (const char *label,
             int risk,
             int weight,
             const char *asked)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
  g_autoptr (RfProblems) problems = rf_problems_new (NULL);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;

  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = -1 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "q1", .weight = weight, .prompt = label });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "a", .label = label });
  rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "b", .risk = risk });
  begin_second (builder);
  rf_questionnaire_builder_add_answer_chose (builder, "q1", asked, 0);
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  g_assert_nonnull (questionnaire);
  return g_strdup (questionnaire->sha256);
}

/* A profile may not take all weight from the sections, though each weight by itself is allowed. */
static void
test_profile_without_weight (void)
{
  for (int weight = 0; weight < 2; weight++)
    {
      g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
      g_autoptr (RfProblems) problems = rf_problems_new (NULL);
      g_autoptr (RfQuestionnaire) questionnaire = NULL;

      rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = 5 });
      begin_second (builder);
      rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
      rf_questionnaire_builder_add_profile_weight (builder, NULL, "s1", weight, "a", 41);
      questionnaire = rf_questionnaire_builder_finish (builder, problems);
      g_assert_true ((questionnaire != NULL) == (weight > 0));
      g_assert_cmpuint (rf_problems_get_n (problems), ==, weight > 0 ? 0 : 1);
      if (weight == 0)
        g_assert_cmpuint (rf_problems_get (problems, 0)->line, ==, 40);
    }
}

/* Where every section has the weight 0, nothing would count. */
static void
test_sections_without_weight (void)
{
  for (int weight = 0; weight < 2; weight++)
    {
      g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
      g_autoptr (RfProblems) problems = rf_problems_new (NULL);
      g_autoptr (RfQuestionnaire) questionnaire = NULL;

      rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = weight, .line = 5 });
      begin_second (builder);
      questionnaire = rf_questionnaire_builder_finish (builder, problems);
      g_assert_true ((questionnaire != NULL) == (weight > 0));
      g_assert_cmpuint (rf_problems_get_n (problems), ==, weight > 0 ? 0 : 1);
      if (weight == 0)
        g_assert_true (g_pattern_match_simple ("*nothing counts*", rf_problems_get (problems, 0)->message));
    }
}

static void
test_profile_of_unknown_section (void)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
  g_autoptr (RfProblems) problems = rf_problems_new (NULL);

  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s1", .weight = 5 });
  begin_second (builder);
  rf_questionnaire_builder_begin_profile (builder, &(RfProfile){ .id = "p1", .line = 40 });
  rf_questionnaire_builder_add_profile_weight (builder, NULL, "s9", 5, "a", 41);
  g_assert_null (rf_questionnaire_builder_finish (builder, problems));
  g_assert_cmpuint (rf_problems_get_n (problems), ==, 1);
  g_assert_cmpuint (rf_problems_get (problems, 0)->line, ==, 41);
  g_assert_true (g_pattern_match_simple ("*section “s9”*", rf_problems_get (problems, 0)->message));
}

static void
test_digest (void)
{
  g_autofree char *base = digest_with ("one", 50, 10, "a");
  g_autofree char *other_text = digest_with ("two", 50, 10, "a");
  g_autofree char *other_risk = digest_with ("one", 51, 10, "a");
  g_autofree char *other_weight = digest_with ("one", 50, 11, "a");
  g_autofree char *other_condition = digest_with ("one", 50, 10, "b");

  g_assert_cmpuint (strlen (base), ==, 64);
  g_assert_cmpstr (base, ==, other_text);
  g_assert_cmpstr (base, !=, other_risk);
  g_assert_cmpstr (base, !=, other_weight);
  g_assert_cmpstr (base, !=, other_condition);
}

static void
test_range (void)
{
  static const struct
  {
    RfCombine combine;
    int least, greatest;
  } ranges[] = { { RF_COMBINE_MAX, 30, 90 }, { RF_COMBINE_MEAN, 30, 90 }, { RF_COMBINE_SUM, 30, 90 }, { RF_COMBINE_MISSING, 0, 70 } };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      Row row = { "range", { .id = "q1", .kind = RF_QUESTION_MULTIPLE_CHOICE, .criticality = RF_CRITICALITY_HIGH, .weight = -1 }, { { .id = "a", .risk = 30 }, { .id = "b", .risk = 40 }, { .id = "none", .risk = ranges[i].combine == RF_COMBINE_MISSING ? 0 : 90, .exclusive = TRUE } } };
      g_autoptr (RfProblems) problems = rf_problems_new (NULL);
      g_autoptr (RfQuestionnaire) questionnaire = NULL;

      row.first.combine = ranges[i].combine;
      questionnaire = build (&row, problems);
      g_assert_nonnull (questionnaire);
      g_assert_cmpint (questionnaire->questions[0].least_risk, ==, ranges[i].least * 10000);
      g_assert_cmpint (questionnaire->questions[0].greatest_risk, ==, ranges[i].greatest * 10000);
      g_assert_cmpint (questionnaire->questions[0].weight, ==, 10);
      g_assert_cmpstr (questionnaire->questions[0].number, ==, "1.1");
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/builder/check/%s", rows[i].name);

      g_test_add_data_func (path, &rows[i], test_check);
    }
  g_test_add_func ("/model/builder/digest", test_digest);
  g_test_add_func ("/model/builder/profile-without-weight", test_profile_without_weight);
  g_test_add_func ("/model/builder/sections-without-weight", test_sections_without_weight);
  g_test_add_func ("/model/builder/profile-of-unknown-section", test_profile_of_unknown_section);
  g_test_add_func ("/model/builder/range", test_range);
  return g_test_run ();
}
