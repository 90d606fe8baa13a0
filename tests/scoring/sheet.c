// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "sheet.h"

#include <stdlib.h>

void
sheet_begin_section (RfQuestionnaireBuilder *builder,
                     const char *id,
                     RfSide side,
                     int weight)
{
  RfSection section = { .id = id, .title = id, .side = side, .weight = weight };

  rf_questionnaire_builder_begin_section (builder, &section);
}

static void
begin_question (RfQuestionnaireBuilder *builder,
                const char *id,
                int weight,
                RfQuestionKind kind,
                RfCombine combine)
{
  RfQuestion question = {
    .id = id, .prompt = id, .revision = 1, .weight = weight, .kind = kind, .combine = combine, .future_allowed = kind == RF_QUESTION_DATE
  };

  rf_questionnaire_builder_begin_question (builder, &question);
}

/* "0 50 100!": the risks of the options, an exclamation mark behind exclusive ones */
static void
add_options (RfQuestionnaireBuilder *builder,
             const char *risks)
{
  g_auto (GStrv) words = g_strsplit (risks, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char id[] = { (char) ('a' + i), '\0' };
      RfOption option = {
        .id = id, .label = id, .risk = atoi (words[i]), .exclusive = g_str_has_suffix (words[i], "!")
      };

      rf_questionnaire_builder_add_option (builder, &option);
    }
}

void
sheet_add_choice (RfQuestionnaireBuilder *builder,
                  const char *id,
                  int weight,
                  const char *risks)
{
  begin_question (builder, id, weight, RF_QUESTION_SINGLE_CHOICE, RF_COMBINE_MAX);
  add_options (builder, risks);
}

void
sheet_add_multiple_choice (RfQuestionnaireBuilder *builder,
                           const char *id,
                           int weight,
                           RfCombine combine,
                           const char *risks)
{
  begin_question (builder, id, weight, RF_QUESTION_MULTIPLE_CHOICE, combine);
  add_options (builder, risks);
}

void
sheet_begin_graded (RfQuestionnaireBuilder *builder,
                    const char *id,
                    int weight,
                    RfQuestionKind kind)
{
  begin_question (builder, id, weight, kind, RF_COMBINE_MAX);
}

void
sheet_add_band (RfQuestionnaireBuilder *builder,
                RfNumber from,
                int risk)
{
  RfBand band = { .from = from, .risk = risk };

  rf_questionnaire_builder_add_band (builder, &band);
}

void
sheet_begin_knock_out (RfQuestionnaireBuilder *builder,
                       const char *id,
                       RfSide side,
                       RfRating floor)
{
  RfKnockOut knock_out = { .id = id, .text = id, .side = side, .floor = floor };

  rf_questionnaire_builder_begin_knock_out (builder, &knock_out);
}

/* Finishes the questionnaire, which must have no fatal problem, and frees the builder. */
RfQuestionnaire *
sheet_finish (RfQuestionnaireBuilder *builder)
{
  g_autoptr (RfProblems) problems = rf_problems_new ("sheet");
  RfQuestionnaire *questionnaire = rf_questionnaire_builder_finish (builder, problems);

  if (questionnaire == NULL)
    g_error ("%s", rf_problems_to_string (problems));
  rf_questionnaire_builder_free (builder);
  return questionnaire;
}

RfAnswerValue
answer_in_state (RfAnswerState state)
{
  RfAnswerValue answer = RF_ANSWER_VALUE_UNANSWERED;

  answer.state = state;
  return answer;
}

RfAnswerValue
answer_chosen (guint64 chosen,
               guint credibility)
{
  return (RfAnswerValue){ RF_ANSWER_ANSWERED, credibility, -1, chosen, 0 };
}

RfAnswerValue
answer_number (gint64 number,
               guint credibility)
{
  return (RfAnswerValue){ RF_ANSWER_ANSWERED, credibility, -1, 0, number };
}
