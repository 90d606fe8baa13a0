// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is tried is what scoring it afresh would say, and nothing that is kept changes. */

#include "config.h"

#include "random-questionnaire.h"
#include "rf-error.h"
#include "rf-what-if.h"
#include "sheet-record.h"
#include "sheet.h"

#include <math.h>
#include <string.h>

#define AS_OF RANDOM_AS_OF
#define COUNT 200
#define MOST_TRIED 6

static RfUseCase *
use_case_new (const char *id,
              int level)
{
  RfUseCase *use_case = rf_use_case_new (id, id);

  for (guint i = 0; i < RF_USE_CASE_PERSONAL_DATA; i++)
    use_case->levels[i] = level;
  return use_case;
}

static RfFindings *
find (RfQuestionnaire *questionnaire,
      RfRecord *record)
{
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfFindings *findings = rf_findings_new (questionnaire, record, &context, NULL, &error);

  g_assert_no_error (error);
  return findings;
}

/* Everything of a record that a trial could change by mistake. */
static char *
record_to_string (const RfRecord *record)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < record->answers->len; i++)
    {
      const RfAnswer *answer = g_ptr_array_index (record->answers, i);
      g_autofree char *choices = answer->choices ? g_strjoinv ("+", answer->choices) : NULL;

      g_string_append_printf (text, "%s %d %s %s %d", answer->question, answer->state, choices, answer->value, answer->override_risk);
      for (guint j = 0; j < answer->links->len; j++)
        g_string_append_printf (text, " %d", ((const RfEvidenceLink *) answer->links->pdata[j])->grade);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* Bit for bit, so that what is not a number equals itself. */
static void
assert_same_side (const RfSideScore *one,
                  const RfSideScore *other)
{
  g_assert_cmpint (one->state, ==, other->state);
  g_assert_cmpmem (&one->figures, sizeof one->figures, &other->figures, sizeof other->figures);
  g_assert_cmpint (one->rating_low, ==, other->rating_low);
  g_assert_cmpint (one->rating_high, ==, other->rating_high);
}

static void
assert_same (const RfScore *one,
             const RfScore *other)
{
  for (guint i = 0; i < RF_N_SIDES; i++)
    assert_same_side (&one->sides[i], &other->sides[i]);
  for (guint i = 0; i < one->n_knock_outs; i++)
    g_assert_cmpint (one->knock_outs[i], ==, other->knock_outs[i]);
}

/* ---- by hand ---- */

/* Weights 10, 30 and 10; the last is a number and open. */
static RfQuestionnaire *
build_three (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("three", 1);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 10, "0 50 100");
  sheet_add_multiple_choice (builder, "q1", 30, RF_COMBINE_SUM, "0! 20 40");
  sheet_begin_graded (builder, "q2", 10, RF_QUESTION_NUMBER);
  sheet_add_band (builder, 0, 0);
  sheet_add_band (builder, 30 * RF_NUMBER_ONE, 100);
  return sheet_finish (builder);
}

static RfRecord *
record_three (const RfQuestionnaire *questionnaire)
{
  RfAnswerValue answers[] = { answer_chosen (4, 60), answer_chosen (1, 60), answer_in_state (RF_ANSWER_UNANSWERED) };
  RfRecord *record = sheet_record_new (questionnaire, "o", answers, AS_OF);

  g_ptr_array_add (record->use_cases, use_case_new ("u", RF_RATING_HIGH));
  return record;
}

static const struct
{
  const char *name;
  RfHypothesis tried[2];
  guint n;
  double low, high, unproven_high;
} rows[] = {
  /* 100 and 0 as claimed; of 60 that q1 may cost at most (20 + 40), 40 % are in doubt */
  { "nothing", { { 0 } }, 0, 1000 / 50.0, 2000 / 50.0, (2000 + 30 * 60 * 0.4) / 50 },
  { "an answer keeps the evidence of the one before", { { RF_HYPOTHESIS_ANSWER, "q0", "a" } }, 1, 0, 1000 / 50.0, (400 + 1000 + 30 * 60 * 0.4) / 50 },
  { "several options", { { RF_HYPOTHESIS_ANSWER, "q1", "b,c" } }, 1, 2800 / 50.0, 3800 / 50.0, 3800 / 50.0 },
  { "a number", { { RF_HYPOTHESIS_ANSWER, "q2", "29" }, { RF_HYPOTHESIS_EVIDENCE, "q2", "tested" } }, 2, 1000 / 50.0, 1000 / 50.0, (1000 + 30 * 60 * 0.4) / 50 },
  { "a refusal", { { RF_HYPOTHESIS_STATE, "q1", "refused" } }, 1, 2800 / 50.0, 3800 / 50.0, 3800 / 50.0 },
  { "what does not apply", { { RF_HYPOTHESIS_STATE, "q1", "not-applicable" } }, 1, 1000 / 20.0, 2000 / 20.0, 2000 / 20.0 },
  { "evidence", { { RF_HYPOTHESIS_EVIDENCE, "q1", "tested" } }, 1, 1000 / 50.0, 2000 / 50.0, 2000 / 50.0 },
  { "a weight", { { RF_HYPOTHESIS_WEIGHT, "q0", "60" } }, 1, 6000 / 100.0, 7000 / 100.0, (7000 + 30 * 60 * 0.4) / 100 },
  { "the later of two counts", { { RF_HYPOTHESIS_WEIGHT, "q0", "60" }, { RF_HYPOTHESIS_WEIGHT, "q0", "10" } }, 2, 1000 / 50.0, 2000 / 50.0, (2000 + 30 * 60 * 0.4) / 50 },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfQuestionnaire) questionnaire = build_three ();
  g_autoptr (RfRecord) record = record_three (questionnaire);
  g_autofree char *before = record_to_string (record);
  g_autoptr (RfFindings) findings = find (questionnaire, record);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfWhatIf) what_if = rf_what_if_new (findings, rows[row].tried, rows[row].n, -1, NULL, RF_RATING_LOW, &error);
  g_autoptr (RfFindings) again = find (questionnaire, record);
  g_autofree char *after = record_to_string (record);
  const RfFigures *figures;

  g_assert_no_error (error);
  figures = &what_if->after->sides[RF_SIDE_PROVIDER].figures;
  g_assert_cmpfloat_with_epsilon (figures->low, rows[row].low, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->high, rows[row].high, 1e-9);
  g_assert_cmpfloat_with_epsilon (figures->unproven_high, rows[row].unproven_high, 1e-9);
  g_assert_cmpstr (before, ==, after);
  assert_same (what_if->before, again->score);
  assert_same (findings->score, again->score);
}

/* A use case that the record does not have is tried: before it, nothing is known of it. */
static void
test_use_case (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_three ();
  g_autoptr (RfRecord) record = record_three (questionnaire);
  g_autoptr (RfFindings) findings = find (questionnaire, record);
  g_autoptr (RfUseCase) tried = use_case_new ("v", RF_RATING_VERY_LOW);
  g_autoptr (RfWhatIf) what_if = rf_what_if_new (findings, NULL, 0, -1, tried, RF_RATING_LOW, NULL);
  const RfWhatIfUseCase *own = g_ptr_array_index (what_if->use_cases, 0);
  const RfWhatIfUseCase *other = g_ptr_array_index (what_if->use_cases, 1);

  g_assert_cmpuint (what_if->use_cases->len, ==, 2);
  g_assert_cmpint (own->verdict_before, ==, own->verdict_after);
  g_assert_cmpint (own->verdict_before, ==, RF_FIT_OPEN);
  g_assert_cmpint (other->verdict_before, ==, RF_FIT_NOT_KNOWN);
  g_assert_cmpint (other->verdict_after, ==, RF_FIT);
  g_assert_cmpuint (record->use_cases->len, ==, 1);
}

static const struct
{
  const char *name;
  RfHypothesis tried;
  int code;
  const char *words;
} refusals[] = {
  { "no such question", { RF_HYPOTHESIS_ANSWER, "q9", "a" }, RF_ERROR_NOT_FOUND, "q9" },
  { "no such option", { RF_HYPOTHESIS_ANSWER, "q0", "z" }, RF_ERROR_INVALID, "cannot be tried" },
  { "an empty answer", { RF_HYPOTHESIS_ANSWER, "q0", "" }, RF_ERROR_INVALID, "cannot be tried" },
  { "two options of one", { RF_HYPOTHESIS_ANSWER, "q0", "a,b" }, RF_ERROR_INVALID, "cannot be tried" },
  { "an exclusive option with another", { RF_HYPOTHESIS_ANSWER, "q1", "a,b" }, RF_ERROR_INVALID, "cannot be tried" },
  { "no number", { RF_HYPOTHESIS_ANSWER, "q2", "many" }, RF_ERROR_INVALID, "cannot be tried" },
  { "no such state", { RF_HYPOTHESIS_STATE, "q0", "maybe" }, RF_ERROR_INVALID, "the states are" },
  { "answered without an answer", { RF_HYPOTHESIS_STATE, "q0", "answered" }, RF_ERROR_INVALID, "say which answer" },
  { "no such grade", { RF_HYPOTHESIS_EVIDENCE, "q0", "rumour" }, RF_ERROR_INVALID, "the grades are" },
  { "evidence for nothing", { RF_HYPOTHESIS_EVIDENCE, "q2", "tested" }, RF_ERROR_INVALID, "there is none" },
  { "a weight below nothing", { RF_HYPOTHESIS_WEIGHT, "q0", "-1" }, RF_ERROR_INVALID, "0 to 10000" },
  { "a weight too great", { RF_HYPOTHESIS_WEIGHT, "q0", "10001" }, RF_ERROR_INVALID, "0 to 10000" },
  { "a section without weights", { RF_HYPOTHESIS_WEIGHT, "s", "1" }, RF_ERROR_INVALID, "have no weights" },
  { "no such section", { RF_HYPOTHESIS_WEIGHT, "t", "1" }, RF_ERROR_NOT_FOUND, "no question or section" },
};

static void
test_refusal (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfQuestionnaire) questionnaire = build_three ();
  g_autoptr (RfRecord) record = record_three (questionnaire);
  g_autoptr (RfFindings) findings = find (questionnaire, record);
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_what_if_new (findings, &refusals[row].tried, 1, -1, NULL, RF_RATING_LOW, &error));
  g_assert_error (error, RF_ERROR, refusals[row].code);
  g_assert_nonnull (strstr (error->message, refusals[row].words));
}

/* ---- on random questionnaires ---- */

typedef struct
{
  RfHypothesis tried[MOST_TRIED];
  char *values[MOST_TRIED];
  guint n;
} Trials;

static void
trials_clear (Trials *self)
{
  for (guint i = 0; i < self->n; i++)
    g_free (self->values[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trials, trials_clear)

static char *
dup_chosen (const RfQuestion *question,
            guint64 chosen)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < question->n_options; i++)
    if ((chosen >> i) & 1)
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "", question->options[i].id);
  return g_string_free (text, FALSE);
}

static char *
dup_value (const RfQuestion *question,
           const RfAnswerValue *answer)
{
  if (question->kind == RF_QUESTION_NUMBER)
    return rf_number_to_string (answer->number);
  if (question->kind == RF_QUESTION_DATE)
    return rf_day_to_string ((RfDay) answer->number);
  return question->kind == RF_QUESTION_TEXT ? g_strdup ("text") : dup_chosen (question, answer->chosen);
}

/* Tries something else of a question, and does the same to @answers by hand. */
static void
try_one (Trials *self,
         GRand *random,
         const RfQuestion *question,
         RfAnswerValue *answer)
{
  RfAnswerValue other = random_standing_answer (random, question);
  guint credibility = answer->state == RF_ANSWER_ANSWERED ? answer->credibility : RF_ANSWER_VALUE_UNANSWERED.credibility;
  RfHypothesis *tried = &self->tried[self->n];

  if (question->kind == RF_QUESTION_DATE)
    other.number = MIN (other.number, AS_OF);
  *tried = (RfHypothesis){ RF_HYPOTHESIS_STATE, question->id, "refused" };
  self->values[self->n] = NULL;
  if (g_rand_boolean (random))
    *answer = answer_in_state (RF_ANSWER_REFUSED);
  else if (answer->state == RF_ANSWER_ANSWERED && g_rand_boolean (random))
    {
      *tried = (RfHypothesis){ RF_HYPOTHESIS_EVIDENCE, question->id, "tested" };
      answer->credibility = 100;
    }
  else
    {
      self->values[self->n] = dup_value (question, &other);
      *tried = (RfHypothesis){ RF_HYPOTHESIS_ANSWER, question->id, self->values[self->n] };
      *answer = other;
      answer->credibility = (guint8) credibility;
    }
  self->n++;
}

static void
test_as_scored_afresh (void)
{
  guint n_changed = 0;

  for (guint32 seed = 0; seed < COUNT; seed++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = random_questionnaire_new (&(RandomSheet){ seed, 1 });
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
      g_autoptr (RfRecord) record = NULL;
      g_autoptr (RfFindings) findings = NULL;
      g_autoptr (RfWhatIf) what_if = NULL;
      g_autoptr (RfWhatIf) backwards = NULL;
      g_autoptr (RfScore) afresh = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      g_auto (Trials) trials = { .n = 0 };
      RfHypothesis turned[MOST_TRIED];
      RfScoringContext context = { -1, AS_OF, NULL, NULL };

      for (guint i = 0; i < questionnaire->n_questions; i++)
        {
          answers[i] = random_standing_answer (random, &questionnaire->questions[i]);
          if (questionnaire->questions[i].kind == RF_QUESTION_DATE)
            answers[i].number = MIN (answers[i].number, AS_OF);
          if (g_rand_int_range (random, 0, 3) == 0)
            answers[i] = answer_in_state (RF_ANSWER_UNKNOWN);
        }
      record = sheet_record_new (questionnaire, "o", answers, AS_OF);
      before = record_to_string (record);
      findings = find (questionnaire, record);
      for (guint i = 0; i < questionnaire->n_questions && trials.n < MOST_TRIED; i++)
        if (g_rand_int_range (random, 0, 3) == 0)
          try_one (&trials, random, &questionnaire->questions[i], &answers[i]);
      for (guint i = 0; i < trials.n; i++)
        turned[i] = trials.tried[trials.n - 1 - i];
      context.offering = record->offering;
      afresh = rf_score_new (questionnaire, &context, answers);
      what_if = rf_what_if_new (findings, trials.tried, trials.n, -1, NULL, RF_RATING_LOW, &error);
      g_assert_no_error (error);
      backwards = rf_what_if_new (findings, turned, trials.n, -1, NULL, RF_RATING_LOW, &error);
      g_assert_no_error (error);
      assert_same (what_if->after, afresh);
      assert_same (backwards->after, afresh);
      assert_same (what_if->before, findings->score);
      after = record_to_string (record);
      g_assert_cmpstr (before, ==, after);
      n_changed += memcmp (&what_if->after->sides, &what_if->before->sides, sizeof afresh->sides) != 0;
    }
  g_assert_cmpuint (n_changed, >, COUNT / 2);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/what-if/%s", rows[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/what-if/refused/%s", refusals[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refusal);
    }
  g_test_add_func ("/scoring/what-if/a use case", test_use_case);
  g_test_add_func ("/scoring/what-if/as scored afresh", test_as_scored_afresh);
  return g_test_run ();
}
