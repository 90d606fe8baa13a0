// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What is fit for what, and the way there: by hand on small questionnaires, and against all small sets on random ones. */

#include "config.h"

#include "random-questionnaire.h"
#include "rf-answer-choices.h"
#include "rf-fit.h"
#include "sheet-record.h"
#include "sheet.h"

#define AS_OF RANDOM_AS_OF
#define N_FIVE 5

static RfUseCase *
use_case_new (const char *id,
              int sensitivity)
{
  RfUseCase *use_case = rf_use_case_new (id, id);

  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    if (i != RF_USE_CASE_PERSONAL_DATA)
      use_case->levels[i] = RF_RATING_VERY_LOW;
  use_case->levels[RF_USE_CASE_SENSITIVITY] = sensitivity;
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

static RfFit *
judge (GPtrArray *findings,
       RfRating acceptable)
{
  g_autoptr (GError) error = NULL;
  RfFit *fit = rf_fit_new (findings, acceptable, TRUE, NULL, &error);

  g_assert_no_error (error);
  return fit;
}

/* "q0 q3 | q1; minimal": knock-outs stand before the bar. */
static char *
way_to_string (const RfFitWay *way)
{
  GString *text = g_string_new (way->reachable ? NULL : "cannot be reached");

  for (guint i = 0; i < way->questions->len; i++)
    {
      g_string_append_printf (text, "q%u ", g_array_index (way->questions, guint, i));
      if (i + 1 == way->n_for_knock_outs)
        g_string_append (text, "| ");
    }
  g_string_append (text, way->minimal ? "minimal" : "");
  return g_string_free (text, FALSE);
}

/* ---- by hand ---- */

/* Five questions; the third and the last stand behind knock-outs. Exposure high: only the best two ratings leave low. */
static RfQuestionnaire *
build_five (void)
{
  static const int weights[N_FIVE] = { 40, 20, 0, 20, 20 };
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("five", 1);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  for (guint i = 0; i < N_FIVE; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      sheet_add_choice (builder, id, weights[i], i == 3 ? "50 100" : "0 100");
    }
  sheet_begin_knock_out (builder, "k", RF_SIDE_PROVIDER, RF_RATING_HIGH);
  rf_questionnaire_builder_add_answer_chose (builder, "q2", "b", 0);
  sheet_begin_knock_out (builder, "l", RF_SIDE_PROVIDER, RF_RATING_VERY_HIGH);
  rf_questionnaire_builder_add_answer_chose (builder, "q4", "b", 0);
  return sheet_finish (builder);
}

#define GOOD 1, 100
#define SAID 1, 60
#define BAD 2, 100
#define OPEN 0, 0

typedef struct
{
  guint64 chosen; /* 0 for an open question */
  guint credibility;
} Given;

static const struct
{
  const char *name;
  Given answers[N_FIVE];
  int sensitivity;
  RfRating acceptable;
  RfFitVerdict verdict;
  const char *way; /* NULL where none is looked for */
  guint n_violated, n_not_cleared;
} rows[] = {
  /* 10 of 100: very low, which leaves low of a high exposure */
  { "fit as it is", { { GOOD }, { GOOD }, { GOOD }, { GOOD }, { GOOD } }, RF_RATING_HIGH, RF_RATING_LOW, RF_FIT, "minimal", 0, 0 },
  /* 50 of 100 is moderate; without q0 it is 10, without q1 it is 30, which is low */
  { "the lighter question is enough", { { BAD }, { GOOD }, { GOOD }, { GOOD }, { GOOD } }, RF_RATING_HIGH, RF_RATING_LOW, RF_FIT_UNFIT, "q0 minimal", 0, 0 },
  { "nothing is fit for what leaves more than the best rating",
    { { GOOD }, { GOOD }, { GOOD }, { GOOD }, { GOOD } },
    RF_RATING_VERY_HIGH,
    RF_RATING_VERY_LOW,
    RF_FIT_UNFIT,
    "cannot be reached",
    0,
    0 },
  { "a knock-out comes first, though it stands behind",
    { { BAD }, { GOOD }, { BAD }, { GOOD }, { GOOD } },
    RF_RATING_HIGH,
    RF_RATING_LOW,
    RF_FIT_UNFIT,
    "q2 | q0 minimal",
    1,
    0 },
  { "two knock-outs, in the order of the questionnaire",
    { { BAD }, { GOOD }, { BAD }, { GOOD }, { BAD } },
    RF_RATING_HIGH,
    RF_RATING_LOW,
    RF_FIT_UNFIT,
    "q2 q4 | q0 minimal",
    2,
    0 },
  { "a knock-out that is not cleared decides alone",
    { { GOOD }, { GOOD }, { OPEN }, { GOOD }, { GOOD } },
    RF_RATING_HIGH,
    RF_RATING_LOW,
    RF_FIT_OPEN,
    "q2 | minimal",
    0,
    1 },
  { "what is not known of the use case", { { BAD }, { BAD }, { BAD }, { BAD }, { BAD } }, -1, RF_RATING_LOW, RF_FIT_NOT_KNOWN, NULL, 2, 0 },
  /* 40 of 100 rests on a statement: 10 at most on the record, 26 unproven, and only very low leaves low */
  { "a claim to be proven", { { SAID }, { GOOD }, { GOOD }, { GOOD }, { GOOD } }, RF_RATING_VERY_HIGH, RF_RATING_LOW, RF_FIT_OPEN, "q0 minimal", 0, 0 },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr (RfQuestionnaire) questionnaire = build_five ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfFit) fit = NULL;
  RfAnswerValue answers[N_FIVE];
  const RfFitCell *cell;

  for (guint i = 0; i < N_FIVE; i++)
    answers[i] = rows[row].answers[i].chosen ? answer_chosen (rows[row].answers[i].chosen, rows[row].answers[i].credibility) : answer_in_state (RF_ANSWER_UNKNOWN);
  record = sheet_record_new (questionnaire, "o", answers, AS_OF);
  g_ptr_array_add (record->use_cases, use_case_new ("u", rows[row].sensitivity));
  g_ptr_array_add (findings, find (questionnaire, record));
  fit = judge (findings, rows[row].acceptable);
  cell = rf_fit_get_cell (fit, 0, 0);
  g_assert_cmpint (cell->verdict, ==, rows[row].verdict);
  g_assert_cmpuint (cell->violated->len, ==, rows[row].n_violated);
  g_assert_cmpuint (cell->not_cleared->len, ==, rows[row].n_not_cleared);
  g_assert_cmpint (cell->way == NULL, ==, rows[row].way == NULL);
  if (cell->way)
    {
      g_autofree char *way = way_to_string (cell->way);
      g_assert_cmpstr (way, ==, rows[row].way);
    }
}

/* Each side has its own way; what both need together is not claimed to be the least. */
static void
test_both_sides (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("sides", 1);
  RfAnswerValue answers[] = { answer_chosen (2, 100), answer_chosen (2, 100) };
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfFit) fit = NULL;
  g_autofree char *way = NULL;
  const RfFitCell *cell;

  sheet_begin_section (builder, "theirs", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "q0", 10, "0 100");
  sheet_begin_section (builder, "ours", RF_SIDE_CUSTOMER, -1);
  sheet_add_choice (builder, "q1", 10, "0 100");
  questionnaire = sheet_finish (builder);
  record = sheet_record_new (questionnaire, "o", answers, AS_OF);
  g_ptr_array_add (record->use_cases, use_case_new ("u", RF_RATING_HIGH));
  g_ptr_array_add (findings, find (questionnaire, record));
  fit = judge (findings, RF_RATING_LOW);
  cell = rf_fit_get_cell (fit, 0, 0);
  g_assert_cmpint (cell->verdict, ==, RF_FIT_UNFIT);
  way = way_to_string (cell->way);
  g_assert_cmpstr (way, ==, "q0 q1 ");
}

static void
assert_same_cell (const RfFitCell *one,
                  const RfFitCell *other)
{
  g_autofree char *way = way_to_string (one->way);
  g_autofree char *other_way = way_to_string (other->way);

  g_assert_cmpstr (one->use_case->id, ==, other->use_case->id);
  g_assert_cmpint (one->verdict, ==, other->verdict);
  g_assert_cmpint (one->residual.low, ==, other->residual.low);
  g_assert_cmpint (one->residual.high, ==, other->residual.high);
  g_assert_cmpstr (way, ==, other_way);
}

/* Rows are the offerings as given, columns the use cases of all of them, each as the row's own record has it. */
static void
test_matrix (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  g_autoptr (RfFit) fit = NULL;
  g_autoptr (GPtrArray) backwards = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  g_autoptr (RfFit) turned = NULL;
  g_autoptr (RfFit) without = NULL;
  static const char *const ids[] = { "b", "a" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      RfAnswerValue answers[N_FIVE];
      g_autoptr (RfRecord) record = NULL;

      for (guint j = 0; j < N_FIVE; j++)
        answers[j] = answer_chosen (j == 0 && i == 0 ? 2 : 1, 100);
      record = sheet_record_new (questionnaire, ids[i], answers, AS_OF);
      g_ptr_array_add (record->use_cases, use_case_new ("shared", i == 0 ? RF_RATING_VERY_LOW : RF_RATING_HIGH));
      g_ptr_array_add (record->use_cases, use_case_new (ids[i], RF_RATING_HIGH));
      g_ptr_array_add (findings, find (questionnaire, record));
    }
  fit = judge (findings, RF_RATING_LOW);
  g_assert_cmpuint (fit->use_cases->len, ==, 3);
  g_assert_cmpstr (((const RfUseCase *) fit->use_cases->pdata[0])->id, ==, "shared");
  g_assert_cmpstr (((const RfUseCase *) fit->use_cases->pdata[1])->id, ==, "b");
  g_assert_cmpstr (((const RfUseCase *) fit->use_cases->pdata[2])->id, ==, "a");
  g_assert_cmpint (rf_fit_get_cell (fit, 0, 0)->residual.exposure, ==, RF_RATING_VERY_LOW);
  g_assert_cmpint (rf_fit_get_cell (fit, 1, 0)->residual.exposure, ==, RF_RATING_HIGH);
  g_assert_cmpint (rf_fit_get_cell (fit, 0, 0)->verdict, ==, RF_FIT);
  g_assert_cmpint (rf_fit_get_cell (fit, 0, 1)->verdict, ==, RF_FIT_UNFIT);
  g_assert_cmpint (rf_fit_get_cell (fit, 0, 2)->verdict, ==, RF_FIT_UNFIT);
  g_assert_cmpint (rf_fit_get_cell (fit, 1, 1)->verdict, ==, RF_FIT);
  g_ptr_array_add (backwards, rf_findings_ref (findings->pdata[1]));
  g_ptr_array_add (backwards, rf_findings_ref (findings->pdata[0]));
  turned = judge (backwards, RF_RATING_LOW);
  g_assert_cmpstr (((const RfUseCase *) turned->use_cases->pdata[1])->id, ==, "a");
  for (guint i = 0; i < 2; i++)
    for (guint j = 0; j < 3; j++)
      assert_same_cell (rf_fit_get_cell (fit, i, j), rf_fit_get_cell (turned, 1 - i, j == 0 ? 0 : 3 - j));
  without = rf_fit_new (findings, RF_RATING_LOW, FALSE, NULL, NULL);
  g_assert_null (rf_fit_get_cell (without, 0, 1)->way);
}

static void
test_nothing_and_cancelled (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ();
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);
  g_autoptr (RfFit) empty = judge (findings, RF_RATING_LOW);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (RfRecord) record = NULL;
  RfAnswerValue answers[N_FIVE];

  g_assert_cmpuint (empty->n_cells, ==, 0);
  for (guint i = 0; i < N_FIVE; i++)
    answers[i] = answer_chosen (1, 100);
  record = sheet_record_new (questionnaire, "o", answers, AS_OF);
  g_ptr_array_add (record->use_cases, use_case_new ("u", RF_RATING_LOW));
  g_ptr_array_add (findings, find (questionnaire, record));
  g_cancellable_cancel (cancellable);
  g_assert_null (rf_fit_new (findings, RF_RATING_LOW, TRUE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* ---- against all small sets ---- */

typedef struct
{
  RfEvaluation *trial;
  const RfUseCase *use_case;
  RfRating acceptable;
  gboolean is_assessed[RF_N_SIDES]; /* as it is */
  guint n;
  guint questions[64];
  RfAnswerValue best[64];
  RfAnswerValue before[64];
} Naive;

/* To make all questions of a side vanish is no way. */
static gboolean
is_fit (const Naive *self)
{
  g_autoptr (RfScore) score = rf_evaluation_dup_score (self->trial);
  RfResidual residual;

  for (guint i = 0; i < RF_N_SIDES; i++)
    if (self->is_assessed[i] && score->sides[i].state == RF_NOT_ASSESSED)
      return FALSE;
  rf_residual_init (&residual, score, self->use_case);
  return rf_fit_judge (score, &residual, self->acceptable) == RF_FIT;
}

static gboolean
any_set_is_fit (Naive *self,
                guint first,
                guint size)
{
  gboolean found = size == 0 && is_fit (self);

  for (guint i = first; size > 0 && !found && i < self->n; i++)
    {
      rf_evaluation_set_answer (self->trial, self->questions[i], &self->best[i]);
      found = any_set_is_fit (self, i + 1, size - 1);
      rf_evaluation_set_answer (self->trial, self->questions[i], &self->before[i]);
    }
  return found;
}

static void
list_best (Naive *self,
           guint n_questions)
{
  g_autoptr (RfAnswerChoices) choices = rf_answer_choices_new (self->trial);
  g_autoptr (RfScore) score = rf_evaluation_dup_score (self->trial);

  for (guint i = 0; i < RF_N_SIDES; i++)
    self->is_assessed[i] = score->sides[i].state != RF_NOT_ASSESSED;
  self->n = 0;
  for (guint i = 0; i < n_questions; i++)
    {
      const RfAnswerValue before = *rf_evaluation_get_answer (self->trial, i);

      if (before.state == RF_ANSWER_NOT_APPLICABLE || !rf_answer_choices_find_best (choices, self->trial, i, RF_AIM_UNPROVEN_HIGH, &self->best[self->n]))
        continue;
      self->questions[self->n] = i;
      self->before[self->n++] = before;
    }
}

static void
set_way (Naive *self,
         const RfFitWay *way,
         gboolean is_walked)
{
  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < way->questions->len; j++)
      if (g_array_index (way->questions, guint, j) == self->questions[i])
        rf_evaluation_set_answer (self->trial, self->questions[i], is_walked ? &self->best[i] : &self->before[i]);
}

static void
assert_knock_outs_first (const RfFitWay *way)
{
  g_assert_cmpuint (way->n_for_knock_outs, <=, way->questions->len);
  for (guint i = 1; i < way->questions->len; i++)
    if (i != way->n_for_knock_outs)
      g_assert_cmpuint (g_array_index (way->questions, guint, i - 1), <, g_array_index (way->questions, guint, i));
}

static void
check_way (Naive *naive,
           const RfFitWay *way)
{
  guint size = MIN (way->questions->len, 3);

  assert_knock_outs_first (way);
  if (way->reachable)
    {
      set_way (naive, way, TRUE);
      g_assert_true (is_fit (naive));
      set_way (naive, way, FALSE);
    }
  else
    {
      g_assert_false (way->minimal);
      g_assert_cmpuint (way->questions->len, ==, 0);
      for (size = 0; size < 3; size++)
        g_assert_false (any_set_is_fit (naive, 0, size));
    }
  for (guint i = 0; way->minimal && i < size; i++)
    g_assert_false (any_set_is_fit (naive, 0, i));
}

static void
test_against_all_sets (void)
{
  guint n_ways = 0;
  guint n_unreachable = 0;

  for (guint32 seed = 0; seed < 250; seed++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = random_questionnaire_new (&(RandomSheet){ seed, 1 });
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
      g_autoptr (RfUseCase) use_case = use_case_new ("u", (int) (seed % RF_N_RATINGS));
      RfScoringContext context = { -1, AS_OF, NULL, use_case };
      g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (questionnaire, &context);
      g_autoptr (RfEvaluation) trial = NULL;
      Naive naive = { .use_case = use_case };

      for (guint i = 0; i < questionnaire->n_questions; i++)
        answers[i] = seed % 2 ? random_standing_answer (random, &questionnaire->questions[i]) : random_answer (random, &questionnaire->questions[i]);
      rf_evaluation_set_answers (evaluation, answers);
      trial = rf_evaluation_copy (evaluation);
      naive.trial = trial;
      list_best (&naive, questionnaire->n_questions);
      for (naive.acceptable = 0; naive.acceptable < RF_N_RATINGS; naive.acceptable++)
        {
          g_autoptr (RfFitWay) way = rf_fit_way_new (evaluation, use_case, naive.acceptable);

          if (way == NULL)
            {
              g_assert_false (is_fit (&naive));
              continue;
            }
          g_test_message ("seed %u, acceptable %d, %u questions", seed, naive.acceptable, way->questions->len);
          check_way (&naive, way);
          n_ways += way->questions->len > 0;
          n_unreachable += !way->reachable;
        }
    }
  g_test_message ("%u ways, %u out of reach", n_ways, n_unreachable);
  g_assert_cmpuint (n_ways, >, 100);
  g_assert_cmpuint (n_unreachable, >, 50);
}

/* Every way that needs little is found whole: less acceptable never needs fewer questions. */
static void
test_rule (void)
{
  for (RfRating exposure = 0; exposure < RF_N_RATINGS; exposure++)
    for (RfRating acceptable = 0; acceptable < RF_N_RATINGS; acceptable++)
      {
        RfRating needed;

        if (!rf_fit_find_needed_rating (exposure, acceptable, &needed))
          {
            g_assert_cmpint (rf_residual_lookup (RF_RATING_VERY_LOW, exposure), >, acceptable);
            continue;
          }
        g_assert_cmpint (rf_residual_lookup (needed, exposure), <=, acceptable);
        if (needed < RF_RATING_VERY_HIGH)
          g_assert_cmpint (rf_residual_lookup (needed + 1, exposure), >, acceptable);
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/scoring/fit/%s", rows[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/scoring/fit/both sides", test_both_sides);
  g_test_add_func ("/scoring/fit/the matrix", test_matrix);
  g_test_add_func ("/scoring/fit/nothing, and cancelled", test_nothing_and_cancelled);
  g_test_add_func ("/scoring/fit/ways against all sets", test_against_all_sets);
  g_test_add_func ("/scoring/fit/the needed rating", test_rule);
  return g_test_run ();
}
