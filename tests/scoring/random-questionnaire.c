// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "random-questionnaire.h"

#include "sheet.h"

#define QUESTIONS_PER_SECTION 5

/* The draws of one question, section or knock-out do not depend on what stands before it. */
static GRand *
random_for (const RandomSheet *sheet,
            guint what,
            guint index)
{
  return g_rand_new_with_seed (sheet->seed * 7919 + what * 104729 + index);
}

enum
{
  OF_SHEET,
  OF_SECTION,
  OF_QUESTION,
  OF_KNOCK_OUT,
  OF_KIND,
};

static RfQuestionKind
kind_of (const RandomSheet *sheet,
         guint question)
{
  static const RfQuestionKind kinds[] = {
    RF_QUESTION_SINGLE_CHOICE, RF_QUESTION_SINGLE_CHOICE, RF_QUESTION_SINGLE_CHOICE, RF_QUESTION_MULTIPLE_CHOICE,
    RF_QUESTION_MULTIPLE_CHOICE, RF_QUESTION_NUMBER, RF_QUESTION_DATE, RF_QUESTION_TEXT
  };
  g_autoptr (GRand) random = random_for (sheet, OF_KIND, question);

  return kinds[g_rand_int_range (random, 0, G_N_ELEMENTS (kinds))];
}

static void
add_context_term (RfQuestionnaireBuilder *builder,
                  GRand *random)
{
  if (g_rand_boolean (random))
    rf_questionnaire_builder_add_offering_is (builder, RF_OFFERING_PLAN, g_rand_boolean (random) ? "basic" : "basic team", 0);
  else if (g_rand_boolean (random))
    rf_questionnaire_builder_add_use_case (builder, RF_CONDITION_USE_CASE_AT_LEAST, RF_USE_CASE_SENSITIVITY, "confidential", 0);
  else
    rf_questionnaire_builder_add_use_case (builder, RF_CONDITION_USE_CASE_IS, RF_USE_CASE_SENSITIVITY, "public restricted", 0);
}

static void
add_leaf (RfQuestionnaireBuilder *builder,
          const RandomSheet *sheet,
          GRand *random,
          guint n_askable)
{
  static const char *const options[] = { "a", "b", "a b", "b c", "c" };
  guint question = n_askable == 0 ? 0 : (guint) g_rand_int_range (random, 0, (gint32) n_askable);
  g_autofree char *id = g_strdup_printf ("q%u", question);
  RfConditionKind kind = g_rand_boolean (random) ? RF_CONDITION_ANSWER_AT_LEAST : RF_CONDITION_ANSWER_BELOW;

  if (n_askable == 0 || g_rand_int_range (random, 0, 10) == 0)
    {
      add_context_term (builder, random);
      return;
    }
  switch (kind_of (sheet, question))
    {
    case RF_QUESTION_SINGLE_CHOICE:
    case RF_QUESTION_MULTIPLE_CHOICE:
      rf_questionnaire_builder_add_answer_chose (builder, id, options[g_rand_int_range (random, 0, 5)], 0);
      break;
    case RF_QUESTION_NUMBER:
    case RF_QUESTION_DATE:
      rf_questionnaire_builder_add_answer_limit (builder, kind, id, g_rand_int_range (random, 1, 40) * RF_NUMBER_ONE, 0);
      break;
    case RF_QUESTION_TEXT:
    default:
      add_context_term (builder, random);
      break;
    }
}

static void
add_condition (RfQuestionnaireBuilder *builder,
               const RandomSheet *sheet,
               GRand *random,
               guint n_askable,
               guint depth)
{
  static const RfConditionKind kinds[] = { RF_CONDITION_ALL, RF_CONDITION_ANY, RF_CONDITION_NOT };
  int pick = g_rand_int_range (random, 0, 6);
  int n = pick == 2 ? 1 : g_rand_int_range (random, 1, 4);

  if (depth == 0 || pick > 2)
    {
      add_leaf (builder, sheet, random, n_askable);
      return;
    }
  rf_questionnaire_builder_begin_condition (builder, kinds[pick], 0);
  for (int i = 0; i < n; i++)
    add_condition (builder, sheet, random, n_askable, depth - 1);
  rf_questionnaire_builder_end_condition (builder);
}

static char *
random_risks (GRand *random,
              RfQuestionKind kind,
              RfCombine combine)
{
  GString *risks = g_string_new (NULL);
  int n = g_rand_int_range (random, 3, 6);

  for (int i = 0; i < n; i++)
    g_string_append_printf (risks, "%s%d", i > 0 ? " " : "", g_rand_int_range (random, 0, 101));
  if (kind == RF_QUESTION_MULTIPLE_CHOICE && g_rand_boolean (random))
    g_string_append (risks, combine == RF_COMBINE_MISSING ? " 0!" : "!");
  return g_string_free (risks, FALSE);
}

static void
add_question (RfQuestionnaireBuilder *builder,
              const RandomSheet *sheet,
              guint index,
              guint n_askable)
{
  g_autoptr (GRand) random = random_for (sheet, OF_QUESTION, index);
  g_autofree char *id = g_strdup_printf ("q%u", index);
  g_autofree char *risks = NULL;
  int drawn = g_rand_int_range (random, -2, 21); /* now and then asked and not scored */
  int weight = MAX (drawn, 0) * sheet->factor;
  RfQuestionKind kind = kind_of (sheet, index);
  RfCombine combine = g_rand_int_range (random, 0, 4);
  int n_bands = g_rand_int_range (random, 0, 4);

  risks = random_risks (random, kind, combine);
  if (kind == RF_QUESTION_SINGLE_CHOICE)
    sheet_add_choice (builder, id, weight, risks);
  else if (kind == RF_QUESTION_MULTIPLE_CHOICE)
    sheet_add_multiple_choice (builder, id, weight, combine, risks);
  else
    sheet_begin_graded (builder, id, weight, kind);
  if (kind == RF_QUESTION_NUMBER || kind == RF_QUESTION_DATE)
    for (int i = 0; i < n_bands; i++)
      sheet_add_band (builder, i * 13 * RF_NUMBER_ONE, g_rand_int_range (random, 0, 101));
  if (g_rand_int_range (random, 0, 3) == 0)
    add_condition (builder, sheet, random, n_askable, 3);
}

static void
add_section (RfQuestionnaireBuilder *builder,
             const RandomSheet *sheet,
             guint index,
             guint first,
             gboolean is_weighted)
{
  g_autoptr (GRand) random = random_for (sheet, OF_SECTION, index);
  g_autofree char *id = g_strdup_printf ("s%u", index);
  int weight = g_rand_int_range (random, 1, 10) * sheet->factor;
  RfSide side = g_rand_int_range (random, 0, 3) == 0 ? RF_SIDE_CUSTOMER : RF_SIDE_PROVIDER;
  guint order[QUESTIONS_PER_SECTION];

  for (guint i = 0; i < QUESTIONS_PER_SECTION; i++)
    order[i] = first + (sheet->is_shuffled ? (i * 3 + 2) % QUESTIONS_PER_SECTION : i);
  sheet_begin_section (builder, id, side, is_weighted ? weight : -1);
  if (g_rand_int_range (random, 0, 3) == 0)
    add_condition (builder, sheet, random, first, 2);
  for (guint i = 0; i < QUESTIONS_PER_SECTION; i++)
    add_question (builder, sheet, order[i], sheet->is_loose ? first : order[i]);
}

/* A profile that replaces the weight of every third question and, where sections are weighted, of the first. */
static void
add_profile (RfQuestionnaireBuilder *builder,
             const RandomSheet *sheet,
             GRand *random,
             guint n_questions,
             gboolean is_weighted)
{
  RfProfile profile = { .id = "p", .title = "Profile" };

  rf_questionnaire_builder_begin_profile (builder, &profile);
  for (guint i = 0; i < n_questions; i += 3)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      rf_questionnaire_builder_add_profile_weight (builder, id, NULL, g_rand_int_range (random, 0, 20) * sheet->factor, "reason", 0);
    }
  if (is_weighted)
    rf_questionnaire_builder_add_profile_weight (builder, NULL, "s0", g_rand_int_range (random, 1, 20) * sheet->factor, "reason", 0);
}

/* Makes a questionnaire with nested conditions, every kind of question, both sides, knock-outs and a profile. */
RfQuestionnaire *
random_questionnaire_new (const RandomSheet *sheet)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("random", 1);
  g_autoptr (GRand) random = random_for (sheet, OF_SHEET, 0);
  guint n_sections = (guint) g_rand_int_range (random, 1, 7);
  gboolean is_weighted = g_rand_boolean (random);

  for (guint i = 0; i < n_sections; i++)
    add_section (builder, sheet, i, i * QUESTIONS_PER_SECTION, is_weighted);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GRand) of_rule = random_for (sheet, OF_KNOCK_OUT, i);
      g_autofree char *id = g_strdup_printf ("k%u", i);

      sheet_begin_knock_out (builder, id, g_rand_int_range (of_rule, 0, 2), g_rand_int_range (of_rule, 1, 5));
      add_condition (builder, sheet, of_rule, n_sections * QUESTIONS_PER_SECTION, 3);
    }
  add_profile (builder, sheet, random, n_sections * QUESTIONS_PER_SECTION, is_weighted);
  return sheet_finish (builder);
}

static guint64
random_options (GRand *random,
                const RfQuestion *question)
{
  guint64 chosen = 0;
  guint first = (guint) g_rand_int_range (random, 0, (gint32) question->n_options);

  if (question->kind == RF_QUESTION_SINGLE_CHOICE || question->options[first].exclusive)
    return (guint64) 1 << first;
  for (guint i = 0; i < question->n_options; i++)
    if (!question->options[i].exclusive && (i == first || g_rand_boolean (random)))
      chosen |= (guint64) 1 << i;
  return chosen;
}

/* Draws a valid answer. */
RfAnswerValue
random_standing_answer (GRand *random,
                        const RfQuestion *question)
{
  static const guint credibilities[] = { 50, 60, 75, 90, 95, 100 };
  guint credibility = credibilities[g_rand_int_range (random, 0, G_N_ELEMENTS (credibilities))];

  switch (question->kind)
    {
    case RF_QUESTION_NUMBER:
      return answer_number (g_rand_int_range (random, 0, 45) * RF_NUMBER_ONE, credibility);
    case RF_QUESTION_DATE:
      return answer_number (RANDOM_AS_OF - (gint64) g_rand_int_range (random, -3, 45), credibility);
    case RF_QUESTION_TEXT:
      return answer_number (0, credibility);
    case RF_QUESTION_SINGLE_CHOICE:
    case RF_QUESTION_MULTIPLE_CHOICE:
    default:
      return answer_chosen (random_options (random, question), credibility);
    }
}

/* Draws one of the five states, and now and then an override. */
RfAnswerValue
random_answer (GRand *random,
               const RfQuestion *question)
{
  static const RfAnswerState states[] = {
    RF_ANSWER_UNANSWERED, RF_ANSWER_UNANSWERED, RF_ANSWER_UNKNOWN, RF_ANSWER_REFUSED, RF_ANSWER_NOT_APPLICABLE
  };
  RfAnswerValue answer = random_standing_answer (random, question);

  if (g_rand_boolean (random))
    return answer_in_state (states[g_rand_int_range (random, 0, G_N_ELEMENTS (states))]);
  if (g_rand_int_range (random, 0, 12) == 0)
    answer.override_risk = (gint16) g_rand_int_range (random, 0, 101);
  return answer;
}

/* Draws an offering with or without a plan. */
RfOffering *
random_offering_new (GRand *random)
{
  static const char *const plans[] = { NULL, "basic", "team", "enterprise" };
  RfOffering *offering = rf_offering_new ("o", "Provider", "Offering");

  offering->attributes[RF_OFFERING_PLAN] = g_strdup (plans[g_rand_int_range (random, 0, G_N_ELEMENTS (plans))]);
  return offering;
}

/* Draws a use case, with a sensitivity or without, or none. */
RfUseCase *
random_use_case_new (GRand *random)
{
  RfUseCase *use_case;
  int level = g_rand_int_range (random, -2, RF_N_RATINGS);

  if (level == -2)
    return NULL;
  use_case = rf_use_case_new ("u", "Use case");
  use_case->levels[RF_USE_CASE_SENSITIVITY] = level;
  return use_case;
}
