// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "sheet-record.h"

static void
put_into_words (RfAnswer *answer,
                const RfQuestion *question,
                const RfAnswerValue *value)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  switch (question->kind)
    {
    case RF_QUESTION_SINGLE_CHOICE:
    case RF_QUESTION_MULTIPLE_CHOICE:
      for (guint i = 0; i < question->n_options; i++)
        if ((value->chosen >> i) & 1)
          g_ptr_array_add (choices, g_strdup (question->options[i].id));
      g_ptr_array_add (choices, NULL);
      answer->choices = (char **) g_ptr_array_steal (choices, NULL);
      break;
    case RF_QUESTION_NUMBER:
      answer->value = rf_number_to_string (value->number);
      break;
    case RF_QUESTION_DATE:
      answer->value = rf_day_to_string ((RfDay) value->number);
      break;
    case RF_QUESTION_TEXT:
    default:
      answer->value = g_strdup ("text");
      break;
    }
  if (value->override_risk < 0)
    return;
  answer->override_risk = value->override_risk;
  answer->override_reason = g_strdup ("reason");
}

static void
add_evidence (RfAnswer *answer,
              guint credibility)
{
  for (guint grade = 0; grade < RF_N_GRADES; grade++)
    if (rf_grade_get_credibility ((RfGrade) grade, RF_DAY_NONE, 1) == credibility)
      {
        g_ptr_array_add (answer->links, rf_evidence_link_new ("paper", (RfGrade) grade, NULL));
        return;
      }
}

RfRecord *
sheet_record_new (const RfQuestionnaire *questionnaire,
                  const char *offering,
                  const RfAnswerValue *answers,
                  RfDay as_of)
{
  g_autoptr (RfOffering) owned = rf_offering_new (offering, "provider", offering);
  RfRecord *record = rf_record_new (questionnaire->id, questionnaire->revision, NULL, as_of, owned);

  g_ptr_array_add (record->evidence, rf_evidence_new ("paper", "paper"));
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      RfAnswer *answer = rf_answer_new (questionnaire->questions[i].id, (RfAnswerState) answers[i].state);

      if (answers[i].state == RF_ANSWER_ANSWERED)
        put_into_words (answer, &questionnaire->questions[i], &answers[i]);
      if (answers[i].state == RF_ANSWER_NOT_APPLICABLE)
        answer->reason = g_strdup ("reason");
      add_evidence (answer, answers[i].credibility);
      g_ptr_array_add (record->answers, answer);
    }
  return record;
}
