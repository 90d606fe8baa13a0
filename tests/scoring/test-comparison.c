// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-comparison.h"
#include "rf-error.h"
#include "sheet-record.h"
#include "sheet.h"

#include <math.h>
#include <string.h>

#define AS_OF ((RfDay) 738000)
#define MAX_QUESTIONS 5
#define DRAWS 10000

#define OPEN RF_ANSWER_UNANSWERED, 0, 50
#define TESTED(option) RF_ANSWER_ANSWERED, option, 100
#define SAID(option) RF_ANSWER_ANSWERED, option, 60

/* Options are counted from 1. */
typedef struct
{
  RfAnswerState state;
  int option;
  int credibility;
  int override; /* where above 0 */
} Given;

static void
list_answers (const Given *given,
              guint n,
              RfAnswerValue *answers)
{
  for (guint i = 0; i < n; i++)
    {
      answers[i] = answer_in_state (given[i].state);
      if (given[i].state == RF_ANSWER_ANSWERED)
        answers[i] = answer_chosen (G_GUINT64_CONSTANT (1) << (given[i].option - 1), given[i].credibility);
      if (given[i].override > 0)
        answers[i].override_risk = (gint16) given[i].override;
    }
}

static RfComparison *
compare (RfQuestionnaire *questionnaire,
         GPtrArray *records,
         guint64 seed,
         guint threads)
{
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfComparison *comparison = rf_comparison_new_on_threads (questionnaire, (RfRecord *const *) records->pdata, records->len,
                                                           &context, seed, DRAWS, threads, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

static GPtrArray *
records_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) rf_record_unref);
}

/* ---- the vectors of the rules ---- */

typedef struct
{
  const char *name;
  const char *risks[MAX_QUESTIONS];
  int weights[MAX_QUESTIONS];
  guint n;
  Given a[MAX_QUESTIONS];
  Given b[MAX_QUESTIONS];
  double a_low, a_high, a_unproven, b_low, b_unproven;
  gboolean certain, ahead;
  double least_share, most_share; /* of the draws that A wins */
} Vector;

#define GRADED "0 33 50 67 100"

static const Vector vectors[] = {
  { "2: the better low end loses most draws",
    { GRADED, GRADED, GRADED, "0 33 67 100", GRADED },
    { 20, 20, 10, 10, 5 },
    5,
    { { TESTED (1) }, { TESTED (2) }, { TESTED (3) }, { OPEN }, { TESTED (1) } },
    { { TESTED (2) }, { TESTED (1) }, { TESTED (1) }, { TESTED (1), 50 }, { TESTED (2) } },
    1160.0 / 65,
    2160.0 / 65,
    2160.0 / 65,
    1325.0 / 65,
    1325.0 / 65,
    FALSE,
    FALSE,
    0.272,
    0.302 },
  { "14: ahead on the record, not certain",
    { "0 60 64", "0 60 64" },
    { 10, 10 },
    2,
    { { TESTED (1) }, { TESTED (2) } },
    { { TESTED (3) }, { TESTED (1) } },
    30,
    30,
    30,
    32,
    32,
    FALSE,
    TRUE,
    0.53,
    0.57 },
  { "15: ahead on the record, doubted",
    { "0 45 100" },
    { 10 },
    1,
    { { SAID (1) } },
    { { TESTED (2) } },
    0,
    0,
    40,
    45,
    45,
    FALSE,
    TRUE,
    0.78,
    0.82 },
  { "certain: better in every answer, whatever the weights",
    { "0 45 100", "0 10 100" },
    { 10, 10 },
    2,
    { { TESTED (1) }, { TESTED (2) } },
    { { TESTED (3) }, { TESTED (1) } },
    5,
    5,
    5,
    50,
    50,
    TRUE,
    TRUE,
    1,
    1 },
  { "equal answers: every draw is a tie",
    { "0 45 100", "0 10 100" },
    { 10, 7 },
    2,
    { { TESTED (2) }, { TESTED (2) } },
    { { TESTED (2) }, { TESTED (2) } },
    520.0 / 17,
    520.0 / 17,
    520.0 / 17,
    520.0 / 17,
    520.0 / 17,
    FALSE,
    FALSE,
    0.5,
    0.5 },
};

static const RfComparedOffering *
find_offering (const RfComparison *comparison,
               const char *id,
               guint *index)
{
  for (guint i = 0; i < comparison->n_offerings; i++)
    if (g_str_equal (comparison->offerings[i].id, id))
      {
        if (index)
          *index = i;
        return &comparison->offerings[i];
      }
  g_assert_not_reached ();
}

static void
test_vector (gconstpointer data)
{
  const Vector *vector = data;
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("vector", 1);
  RfAnswerValue answers[MAX_QUESTIONS];
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfComparison) comparison = NULL;
  const RfComparedOffering *a;
  const RfComparedOffering *b;
  double share;
  guint place;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  for (guint i = 0; i < vector->n; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      sheet_add_choice (builder, id, vector->weights[i], vector->risks[i]);
    }
  questionnaire = sheet_finish (builder);
  list_answers (vector->a, vector->n, answers);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "a", answers, AS_OF));
  list_answers (vector->b, vector->n, answers);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "b", answers, AS_OF));
  comparison = compare (questionnaire, records, 1, 0);

  a = find_offering (comparison, "a", &place);
  b = find_offering (comparison, "b", NULL);
  g_assert_cmpfloat (a->low, ==, vector->a_low);
  g_assert_cmpfloat (a->high, ==, vector->a_high);
  g_assert_cmpfloat (a->unproven_high, ==, vector->a_unproven);
  g_assert_cmpfloat (b->low, ==, vector->b_low);
  g_assert_cmpfloat (b->unproven_high, ==, vector->b_unproven);
  g_assert_cmpuint (comparison->n_pairs, ==, 1);
  g_assert_cmpint (comparison->pairs[0].certain, ==, vector->certain);
  g_assert_cmpint (comparison->pairs[0].ahead_on_the_record, ==, vector->ahead);
  share = place == 0 ? comparison->pairs[0].win_share : 1 - comparison->pairs[0].win_share;
  g_test_message ("win share %.4f", share);
  g_assert_cmpfloat (share, >=, vector->least_share);
  g_assert_cmpfloat (share, <=, vector->most_share);
}

/* ---- what cannot be compared, and what is not ranked ---- */

/* Five questions of equal weight, risks 0, 50 and 100. */
static RfQuestionnaire *
build_five (const char *id,
            guint revision)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new (id, revision);

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  for (guint i = 0; i < MAX_QUESTIONS; i++)
    {
      g_autofree char *question = g_strdup_printf ("q%u", i);
      sheet_add_choice (builder, question, 10, "0 50 100");
    }
  return sheet_finish (builder);
}

/* The first @n_answered questions have the middle option, shifted by @step; the others are open. */
static RfRecord *
record_new (const RfQuestionnaire *questionnaire,
            const char *id,
            guint n_answered,
            guint step)
{
  RfAnswerValue answers[MAX_QUESTIONS];

  for (guint i = 0; i < MAX_QUESTIONS; i++)
    answers[i] = i < n_answered ? answer_chosen (G_GUINT64_CONSTANT (1) << (i + step) % 3, 60) : answer_in_state (RF_ANSWER_UNANSWERED);
  return sheet_record_new (questionnaire, id, answers, AS_OF);
}

static void
assert_refused (RfQuestionnaire *questionnaire,
                GPtrArray *records,
                guint draws,
                const char *words)
{
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfComparison *comparison = rf_comparison_new (questionnaire, (RfRecord *const *) records->pdata, records->len, &context, 1, draws, NULL, &error);

  g_assert_null (comparison);
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, words));
}

static void
test_refused (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 2);
  g_autoptr (RfQuestionnaire) another = build_five ("another", 2);
  g_autoptr (RfQuestionnaire) earlier = build_five ("five", 1);
  g_autoptr (GPtrArray) records = records_new ();

  assert_refused (questionnaire, records, DRAWS, "no offerings");
  g_ptr_array_add (records, record_new (questionnaire, "a", 5, 0));
  assert_refused (questionnaire, records, 0, "0 draws");
  assert_refused (questionnaire, records, RF_COMPARISON_MOST_DRAWS + 1, "1000001 draws");
  g_ptr_array_add (records, record_new (questionnaire, "a", 5, 1));
  assert_refused (questionnaire, records, DRAWS, "named twice");
  g_ptr_array_set_size (records, 1);
  g_ptr_array_add (records, record_new (another, "b", 5, 0));
  assert_refused (questionnaire, records, DRAWS, "another");
  g_ptr_array_set_size (records, 1);
  g_ptr_array_add (records, record_new (earlier, "b", 2, 0));
  assert_refused (questionnaire, records, DRAWS, "less than half");
}

static void
test_cancelled (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 1);
  g_autoptr (RfRecord) record = record_new (questionnaire, "a", 5, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  RfScoringContext context = { -1, AS_OF, NULL, NULL };

  g_cancellable_cancel (cancellable);
  g_assert_null (rf_comparison_new (questionnaire, &record, 1, &context, 1, DRAWS, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Three answers of an earlier revision still fit; the two that it does not speak of are named. */
static void
test_revisions (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 2);
  g_autoptr (RfQuestionnaire) earlier = build_five ("five", 1);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;

  g_ptr_array_add (records, record_new (questionnaire, "a", 5, 0));
  g_ptr_array_add (records, record_new (earlier, "b", 3, 1));
  comparison = compare (questionnaire, records, 1, 0);
  g_assert_cmpuint (comparison->n_ranked, ==, 2);
  g_assert_cmpuint (comparison->n_common, ==, 3);
  g_assert_cmpuint (comparison->n_left_out, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (comparison->left_out[i].question, ==, 3 + i);
      g_assert_cmpint (comparison->left_out[i].reason, ==, RF_LEFT_OUT_REVISION);
      g_assert_cmpstr (comparison->left_out[i].offering, ==, "b");
    }
}

static void
test_one_and_provisional (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 1);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;
  g_autofree char *reason = NULL;

  g_ptr_array_add (records, record_new (questionnaire, "a", 2, 0));
  g_ptr_array_add (records, record_new (questionnaire, "b", 5, 0));
  comparison = compare (questionnaire, records, 1, 0);
  g_assert_cmpuint (comparison->n_offerings, ==, 2);
  g_assert_cmpuint (comparison->n_ranked, ==, 1);
  g_assert_cmpuint (comparison->n_pairs, ==, 0);
  g_assert_cmpstr (comparison->offerings[0].id, ==, "b");
  g_assert_cmpuint (comparison->offerings[0].record, ==, 1);
  g_assert_cmpfloat (comparison->offerings[0].rank_share[0], ==, 1);
  g_assert_cmpstr (comparison->offerings[1].id, ==, "a");
  g_assert_true (isnan (comparison->offerings[1].mean));
  g_assert_null (comparison->offerings[1].rank_share);
  g_assert_cmpfloat (comparison->offerings[1].low, ==, 10);
  g_assert_cmpfloat (comparison->offerings[1].high, ==, 70);
  reason = rf_comparison_dup_unranked_reason (comparison, &comparison->offerings[1]);
  g_assert_cmpstr (reason, ==, "a is not ranked: only 40 % of its questions by weight are answered or refused.");
}

/* Another seed draws other numbers; another offering changes no number but its own. */
static void
test_seeds_and_company (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 1);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) alone = NULL;
  g_autoptr (RfComparison) reseeded = NULL;
  g_autoptr (RfComparison) together = NULL;

  g_ptr_array_add (records, record_new (questionnaire, "a", 4, 0));
  alone = compare (questionnaire, records, 1, 0);
  reseeded = compare (questionnaire, records, 2, 0);
  g_ptr_array_add (records, record_new (questionnaire, "b", 3, 2));
  together = compare (questionnaire, records, 1, 0);
  g_assert_cmpfloat (alone->offerings[0].mean, !=, reseeded->offerings[0].mean);
  g_assert_cmpfloat_with_epsilon (alone->offerings[0].mean, reseeded->offerings[0].mean, 1);
  g_assert_cmpfloat (alone->offerings[0].mean, ==, find_offering (together, "a", NULL)->mean);
}

static void
test_a_thousand (void)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_five ("five", 1);
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;
  g_autoptr (GError) error = NULL;
  RfScoringContext context = { -1, AS_OF, NULL, NULL };

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);
      g_ptr_array_add (records, record_new (questionnaire, id, 3 + i % 3, i));
    }
  comparison = rf_comparison_new (questionnaire, (RfRecord *const *) records->pdata, records->len, &context, 1, 100, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (comparison->n_ranked, ==, 1000);
  g_assert_cmpuint (comparison->n_pairs, ==, 499500);
  for (guint a = 0; a < 1000; a += 37)
    for (guint b = a + 1; b < 1000; b += 41)
      {
        const RfComparedPair *pair = rf_comparison_get_pair (comparison, a, b);

        g_assert_cmpuint (pair->a, ==, a);
        g_assert_cmpuint (pair->b, ==, b);
      }
}

/* ---- what the draws do ---- */

/* An open number is uniform between its bands' least and greatest risk; one that is said to be good keeps its risk
 * in 60 % of the draws and is uniform above it otherwise. */
static void
test_numbers (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("number", 1);
  RfAnswerValue answers[2];
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  for (guint i = 0; i < 2; i++)
    {
      sheet_begin_graded (builder, i == 0 ? "n" : "m", 10, RF_QUESTION_NUMBER);
      sheet_add_band (builder, 0, 20);
      sheet_add_band (builder, 10 * RF_NUMBER_ONE, 80);
    }
  questionnaire = sheet_finish (builder);
  answers[0] = answer_number (0, 60);
  answers[1] = answer_number (0, 100);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "doubted", answers, AS_OF));
  answers[0] = answer_in_state (RF_ANSWER_UNKNOWN);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "open", answers, AS_OF));
  comparison = compare (questionnaire, records, 1, 0);
  g_assert_cmpfloat_with_epsilon (find_offering (comparison, "doubted", NULL)->mean, 20 + 0.4 * 30 / 2, 0.3);
  g_assert_cmpfloat (find_offering (comparison, "doubted", NULL)->p05, ==, 20);
  g_assert_cmpfloat_with_epsilon (find_offering (comparison, "open", NULL)->mean, 20 + 30.0 / 2, 0.3);
}

/* An open gate decides in each draw whether its follow-up counts, and a knock-out lifts the draws that violate it. */
static void
test_gate_and_knock_out (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("gate", 1);
  RfAnswerValue answers[] = { answer_in_state (RF_ANSWER_UNKNOWN), answer_chosen (1, 100), answer_chosen (1, 100) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;
  const RfComparedPair *pair;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "gate", 1, "0 0");
  sheet_add_choice (builder, "next", 10, "0 100");
  rf_questionnaire_builder_add_answer_chose (builder, "gate", "b", 0);
  sheet_add_choice (builder, "last", 19, "0 100");
  sheet_begin_knock_out (builder, "k", RF_SIDE_PROVIDER, RF_RATING_HIGH);
  rf_questionnaire_builder_add_answer_chose (builder, "gate", "b", 0);
  questionnaire = sheet_finish (builder);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "open", answers, AS_OF));
  answers[0] = answer_chosen (2, 100);
  answers[1] = answer_chosen (2, 100);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "lifted", answers, AS_OF));
  comparison = compare (questionnaire, records, 1, 0);
  g_assert_cmpfloat (find_offering (comparison, "lifted", NULL)->p05, ==, 60);
  g_assert_cmpfloat_with_epsilon (find_offering (comparison, "open", NULL)->mean, 30, 1.5);
  g_assert_cmpfloat (find_offering (comparison, "open", NULL)->p05, ==, 0);
  g_assert_cmpfloat (find_offering (comparison, "open", NULL)->p95, ==, 60);
  pair = rf_comparison_get_pair (comparison, 0, 1);
  /* half of the draws are won, the others tie at the floor */
  g_assert_cmpfloat_with_epsilon (pair->win_share, 0.75, 0.02);
  g_assert_cmpint (pair->verdict, ==, RF_COMPARISON_A_AHEAD);
}

/* Of two open questions the heavy one parts the pair most, the light one next to nothing. */
static void
test_settle (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("settle", 1);
  RfAnswerValue answers[] = { answer_in_state (RF_ANSWER_UNKNOWN), answer_in_state (RF_ANSWER_UNKNOWN), answer_chosen (1, 100) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GPtrArray) records = records_new ();
  g_autoptr (RfComparison) comparison = NULL;
  const RfComparedPair *pair;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "light", 1, "0 100");
  sheet_add_choice (builder, "heavy", 40, "0 100");
  sheet_add_choice (builder, "known", 60, "0 50 100");
  questionnaire = sheet_finish (builder);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "a", answers, AS_OF));
  answers[0] = answers[1] = answer_chosen (1, 100);
  answers[2] = answer_chosen (2, 100);
  g_ptr_array_add (records, sheet_record_new (questionnaire, "b", answers, AS_OF));
  comparison = compare (questionnaire, records, 1, 0);
  pair = rf_comparison_get_pair (comparison, 0, 1);
  g_assert_cmpint (pair->verdict, ==, RF_COMPARISON_UNDECIDED);
  g_assert_cmpint (pair->settle[0].question, ==, 1);
  g_assert_cmpstr (comparison->offerings[pair->settle[0].offering].id, ==, "a");
  g_assert_cmpint (pair->settle[1].question, ==, -1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (vectors); i++)
    {
      g_autofree char *path = g_strdup_printf ("/comparison/vector/%s", vectors[i].name);
      g_test_add_data_func (path, &vectors[i], test_vector);
    }
  g_test_add_func ("/comparison/refused", test_refused);
  g_test_add_func ("/comparison/cancelled", test_cancelled);
  g_test_add_func ("/comparison/revisions", test_revisions);
  g_test_add_func ("/comparison/one-and-provisional", test_one_and_provisional);
  g_test_add_func ("/comparison/seeds-and-company", test_seeds_and_company);
  g_test_add_func ("/comparison/a-thousand", test_a_thousand);
  g_test_add_func ("/comparison/numbers", test_numbers);
  g_test_add_func ("/comparison/gate-and-knock-out", test_gate_and_knock_out);
  g_test_add_func ("/comparison/settle", test_settle);
  return g_test_run ();
}
