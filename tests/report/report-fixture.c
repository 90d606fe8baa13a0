// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "report-fixture.h"

#include "rf-questionnaire-builder.h"

#define SECTION_SIZE 20

static void
add_question (RfQuestionnaireBuilder *builder,
              guint index)
{
  static const int risks[] = { 0, 40, 100 };
  static const char *const labels[] = {
    "No, and the contract rules it out",
    "Only with our consent, which can be withdrawn at any time",
    "Yes, and it cannot be prevented",
  };
  g_autofree char *id = g_strdup_printf ("q%u", index);
  g_autofree char *prompt = g_strdup_printf ("Does process %u let anybody outside of the agreed circle read what we send to the service?", index);
  RfQuestion question = {
    .id = id, .prompt = prompt, .revision = 1, .weight = 10, .kind = RF_QUESTION_SINGLE_CHOICE
  };

  rf_questionnaire_builder_begin_question (builder, &question);
  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    {
      const char option_id[] = { (char) ('a' + i), '\0' };
      RfOption option = { .id = option_id, .label = labels[i], .risk = risks[i] };

      rf_questionnaire_builder_add_option (builder, &option);
    }
}

/* Sections of twenty questions; a knock-out on the first question; the second is asked only if the first is "b" or "c". */
RfQuestionnaire *
fixture_questionnaire_new (guint n_questions)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("fixture", 3);
  g_autoptr (RfProblems) problems = rf_problems_new ("fixture");
  RfKnockOut knock_out = { .id = "ko", .text = "Anybody may read what we send.", .side = RF_SIDE_PROVIDER, .floor = RF_RATING_HIGH };
  RfQuestionnaire *questionnaire;

  rf_questionnaire_builder_set_texts (builder, "en", "A questionnaire for tests", NULL, NULL, NULL);
  for (guint i = 0; i < n_questions; i++)
    {
      if (i % SECTION_SIZE == 0)
        {
          g_autofree char *id = g_strdup_printf ("s%u", i / SECTION_SIZE);
          g_autofree char *title = g_strdup_printf ("Part %u of the questions", i / SECTION_SIZE + 1);

          rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = id, .title = title, .weight = -1, .side = RF_SIDE_PROVIDER });
        }
      add_question (builder, i);
      if (i == 1)
        rf_questionnaire_builder_add_answer_chose (builder, "q0", "b c", 0);
    }
  rf_questionnaire_builder_begin_knock_out (builder, &knock_out);
  rf_questionnaire_builder_add_answer_chose (builder, "q0", "c", 0);
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  if (questionnaire == NULL)
    g_error ("%s", rf_problems_to_string (problems));
  return questionnaire;
}

RfRecord *
fixture_record_new (const RfQuestionnaire *questionnaire)
{
  g_autoptr (RfOffering) offering = rf_offering_new ("o", "Example Maker (fictional)", "Example Service");
  RfDay as_of = RF_DAY_NONE;

  g_assert_true (rf_day_from_string (FIXTURE_AS_OF, &as_of));
  return rf_record_new (questionnaire->id, questionnaire->revision, NULL, as_of, offering);
}

/* Adds an answer; one that is answered chooses the second option. */
RfAnswer *
fixture_answer (RfRecord *record,
                guint question,
                RfAnswerState state)
{
  g_autofree char *id = g_strdup_printf ("q%u", question);
  RfAnswer *answer = rf_answer_new (id, state);

  if (state == RF_ANSWER_ANSWERED)
    {
      answer->choices = g_new0 (char *, 2);
      answer->choices[0] = g_strdup ("b");
    }
  g_ptr_array_add (record->answers, answer);
  return answer;
}

RfFindings *
fixture_findings_new (guint n_questions,
                      FixtureFunc fill,
                      gconstpointer user_data)
{
  g_autoptr (RfQuestionnaire) questionnaire = fixture_questionnaire_new (n_questions);
  g_autoptr (RfRecord) record = fixture_record_new (questionnaire);
  g_autoptr (GError) error = NULL;
  RfScoringContext context = { .profile = -1, .as_of = record->as_of };
  RfFindings *findings;

  if (fill != NULL)
    fill (record, user_data);
  findings = rf_findings_new (questionnaire, record, &context, NULL, &error);
  g_assert_no_error (error);
  return findings;
}
