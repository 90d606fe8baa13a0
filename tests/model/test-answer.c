// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-questionnaire-builder.h"
#include "rf-record.h"

#define AS_OF "2026-11-20"

static RfDay
read_day (const char *text)
{
  RfDay day = RF_DAY_NONE;

  g_assert_true (rf_day_from_string (text, &day));
  return day;
}

static RfQuestionnaire *
make_questionnaire (void)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("test", 1);
  g_autoptr (RfProblems) problems = rf_problems_new (NULL);
  RfQuestionnaire *questionnaire;

  rf_questionnaire_builder_begin_section (builder, &(RfSection){ .id = "s", .title = "S", .weight = -1 });
  for (guint i = 0; i < 2; i++)
    {
      rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = i ? "many" : "one", .prompt = "?", .kind = i ? RF_QUESTION_MULTIPLE_CHOICE : RF_QUESTION_SINGLE_CHOICE, .weight = 1, .revision = 1 });
      rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "a", .label = "A" });
      rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "b", .label = "B", .risk = 50 });
      if (i)
        rf_questionnaire_builder_add_option (builder, &(RfOption){ .id = "none", .label = "N", .risk = 90, .exclusive = TRUE });
    }
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "number", .prompt = "?", .kind = RF_QUESTION_NUMBER, .weight = 1, .revision = 1 });
  rf_questionnaire_builder_add_band (builder, &(RfBand){ .from = 10000, .risk = 10 });
  rf_questionnaire_builder_add_band (builder, &(RfBand){ .from = 20000, .risk = 90 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "date", .prompt = "?", .kind = RF_QUESTION_DATE, .revision = 1 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "future", .prompt = "?", .kind = RF_QUESTION_DATE, .future_allowed = TRUE, .revision = 1 });
  rf_questionnaire_builder_begin_question (builder, &(RfQuestion){ .id = "text", .prompt = "?", .kind = RF_QUESTION_TEXT, .revision = 1 });
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  g_assert_nonnull (questionnaire);
  return questionnaire;
}

typedef struct
{
  const char *name;
  const char *question;
  RfAnswerState state;
  const char *choices; /* words apart by blanks */
  const char *value;
  const char *reason;
  int override_risk;
  const char *override_reason;
  gboolean valid;
  guint64 chosen;
  gint64 number;
} BindRow;

static const BindRow bind_rows[] = {
  { "one", "one", RF_ANSWER_ANSWERED, "b", NULL, NULL, -1, NULL, TRUE, 2, 0 },
  { "one-of-two", "one", RF_ANSWER_ANSWERED, "a b", NULL, NULL, -1, NULL, FALSE },
  { "unknown-option", "one", RF_ANSWER_ANSWERED, "c", NULL, NULL, -1, NULL, FALSE },
  { "nothing-chosen", "one", RF_ANSWER_ANSWERED, NULL, NULL, NULL, -1, NULL, FALSE },
  { "value-for-choice", "one", RF_ANSWER_ANSWERED, "a", "1", NULL, -1, NULL, FALSE },
  { "many", "many", RF_ANSWER_ANSWERED, "a b", NULL, NULL, -1, NULL, TRUE, 3, 0 },
  { "chosen-twice", "many", RF_ANSWER_ANSWERED, "a a", NULL, NULL, -1, NULL, FALSE },
  { "exclusive-alone", "many", RF_ANSWER_ANSWERED, "none", NULL, NULL, -1, NULL, TRUE, 4, 0 },
  { "exclusive-with-others", "many", RF_ANSWER_ANSWERED, "a none", NULL, NULL, -1, NULL, FALSE },
  { "number", "number", RF_ANSWER_ANSWERED, NULL, "2.5", NULL, -1, NULL, TRUE, 0, 25000 },
  { "number-at-first-band", "number", RF_ANSWER_ANSWERED, NULL, "1", NULL, -1, NULL, TRUE, 0, 10000 },
  { "number-below-first-band", "number", RF_ANSWER_ANSWERED, NULL, "0.9999", NULL, -1, NULL, FALSE },
  { "not-a-number", "number", RF_ANSWER_ANSWERED, NULL, "many", NULL, -1, NULL, FALSE },
  { "options-for-number", "number", RF_ANSWER_ANSWERED, "a", NULL, NULL, -1, NULL, FALSE },
  { "date-in-the-future", "date", RF_ANSWER_ANSWERED, NULL, "2026-11-21", NULL, -1, NULL, FALSE },
  { "not-a-date", "date", RF_ANSWER_ANSWERED, NULL, "2026-02-30", NULL, -1, NULL, FALSE },
  { "blank-text", "text", RF_ANSWER_ANSWERED, NULL, " ", NULL, -1, NULL, FALSE },
  { "text", "text", RF_ANSWER_ANSWERED, NULL, "yes", NULL, -1, NULL, TRUE },
  { "unknown-with-value", "one", RF_ANSWER_UNKNOWN, "a", NULL, NULL, -1, NULL, FALSE },
  { "refused", "one", RF_ANSWER_REFUSED, NULL, NULL, NULL, -1, NULL, TRUE },
  { "set-aside-without-reason", "one", RF_ANSWER_NOT_APPLICABLE, NULL, NULL, NULL, -1, NULL, FALSE },
  { "set-aside", "one", RF_ANSWER_NOT_APPLICABLE, NULL, NULL, "no such thing", -1, NULL, TRUE },
  { "override", "one", RF_ANSWER_ANSWERED, "a", NULL, NULL, 70, "seen", TRUE, 1, 0 },
  { "override-without-reason", "one", RF_ANSWER_ANSWERED, "a", NULL, NULL, 70, NULL, FALSE },
  { "override-too-great", "one", RF_ANSWER_ANSWERED, "a", NULL, NULL, 101, "seen", FALSE },
  { "override-of-unknown", "one", RF_ANSWER_UNKNOWN, NULL, NULL, NULL, 70, "seen", FALSE },
};

static void
test_bind (gconstpointer data)
{
  const BindRow *row = data;
  g_autoptr (RfQuestionnaire) questionnaire = make_questionnaire ();
  g_autoptr (RfAnswer) answer = rf_answer_new (row->question, row->state);
  g_autoptr (GError) error = NULL;
  RfAnswerValue value = { .credibility = 1 };
  int question = rf_questionnaire_find_question (questionnaire, row->question);
  gboolean bound;

  answer->choices = row->choices ? g_strsplit (row->choices, " ", -1) : NULL;
  answer->value = g_strdup (row->value);
  answer->reason = g_strdup (row->reason);
  answer->override_risk = row->override_risk;
  answer->override_reason = g_strdup (row->override_reason);
  bound = rf_answer_bind (answer, &questionnaire->questions[question], 75, read_day (AS_OF), &value, &error);
  g_assert_true (bound == row->valid);
  g_assert_cmpint (value.credibility, ==, row->valid ? 75 : 1);
  if (!row->valid)
    {
      g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, row->question));
      return;
    }
  g_assert_no_error (error);
  g_assert_cmpint (value.state, ==, row->state);
  g_assert_cmpuint (value.chosen, ==, row->chosen);
  g_assert_cmpint (value.number, ==, row->number);
  g_assert_cmpint (value.override_risk, ==, row->override_risk);
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
    RfNumber number;
    const char *shortest;
  } numbers[] = {
    { "0", TRUE, 0, "0" },
    { "2.5", TRUE, 25000, "2.5" },
    { "-0.0001", TRUE, -1, "-0.0001" },
    { "007.10", TRUE, 71000, "7.1" },
    { "0.00001", FALSE, 0, NULL },
    { "1e3", FALSE, 0, NULL },
    { "", FALSE, 0, NULL },
    { "-", FALSE, 0, NULL },
    { "1,5", FALSE, 0, NULL },
    { "99999999999999999999", FALSE, 0, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      RfNumber number = 77;
      g_autofree char *shortest = NULL;

      g_test_message ("“%s”", numbers[i].text);
      g_assert_true (rf_number_from_string (numbers[i].text, &number) == numbers[i].valid);
      g_assert_cmpint (number, ==, numbers[i].valid ? numbers[i].number : 77);
      shortest = numbers[i].valid ? rf_number_to_string (number) : NULL;
      g_assert_cmpstr (shortest, ==, numbers[i].shortest);
    }
}

static void
test_credibility (void)
{
  static const guint worth[RF_N_GRADES] = { 60, 75, 90, 95, 100 };
  RfDay today = read_day (AS_OF);

  for (RfGrade grade = RF_GRADE_STATEMENT; grade < RF_N_GRADES; grade++)
    {
      g_assert_cmpuint (rf_grade_get_credibility (grade, RF_DAY_NONE, today), ==, worth[grade]);
      g_assert_cmpuint (rf_grade_get_credibility (grade, today, today), ==, worth[grade]);
      g_assert_cmpuint (rf_grade_get_credibility (grade, today - 1, today), ==, 60);
    }
}

typedef enum
{
  FITS,
  OTHER_REVISION,
  CHANGED,
  ANSWER_TO_NOTHING,
  ANSWERED_TWICE,
  EVIDENCE_MISSING,
} RecordFault;

static void
test_record (gconstpointer data)
{
  RecordFault fault = GPOINTER_TO_INT (data);
  g_autoptr (RfQuestionnaire) questionnaire = make_questionnaire ();
  g_autoptr (RfOffering) offering = rf_offering_new ("o", "P", "O");
  g_autoptr (RfRecord) record = rf_record_new ("test", fault == OTHER_REVISION ? 2 : 1, fault == CHANGED ? "0000" : questionnaire->sha256, read_day (AS_OF), offering);
  g_autoptr (RfProblems) problems = rf_problems_new (NULL);
  g_autofree RfAnswerValue *values = NULL;
  RfAnswer *answer = rf_answer_new (fault == ANSWER_TO_NOTHING ? "q9" : "text", RF_ANSWER_ANSWERED);

  answer->value = g_strdup ("yes");
  g_ptr_array_add (answer->links, rf_evidence_link_new ("e", RF_GRADE_CONTRACT, NULL));
  g_ptr_array_add (record->answers, answer);
  if (fault == ANSWERED_TWICE)
    g_ptr_array_add (record->answers, rf_answer_copy (answer));
  if (fault != EVIDENCE_MISSING)
    g_ptr_array_add (record->evidence, rf_evidence_new ("e", "E"));
  values = rf_record_bind (record, questionnaire, record->as_of, problems);
  g_assert_true ((rf_problems_get_n (problems) > 0) == (fault != FITS));
  if (fault == CHANGED)
    g_assert_true (rf_problems_has_fatal (problems));
  if (fault != FITS)
    return;
  g_assert_nonnull (values);
  g_assert_cmpint (values[0].state, ==, RF_ANSWER_UNANSWERED);
  g_assert_cmpint (values[5].state, ==, RF_ANSWER_ANSWERED);
  g_assert_cmpint (values[5].credibility, ==, 90);
}

int
main (int argc,
      char **argv)
{
  static const char *const faults[] = { "fits", "other-revision", "changed", "answer-to-nothing", "answered-twice", "evidence-missing" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/numbers", test_numbers);
  g_test_add_func ("/model/credibility", test_credibility);
  for (guint i = 0; i < G_N_ELEMENTS (bind_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/bind/%s", bind_rows[i].name);

      g_test_add_data_func (path, &bind_rows[i], test_bind);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/model/record/%s", faults[i]);

      g_test_add_data_func (path, GINT_TO_POINTER ((int) i), test_record);
    }
  return g_test_run ();
}
