// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What must hold of every comparison, tried on random questionnaires; and the draws once more, done naively. */

#include "config.h"

#include "random-questionnaire.h"
#include "rf-comparison.h"
#include "rf-evaluation.h"
#include "sheet-record.h"
#include "sheet.h"

#include <math.h>

#define N_RECORDS 4
#define DRAWS 700
#define NAIVE_DRAWS 1500
#define COUNT 30

/* Records of which most are covered well enough to be ranked. */
typedef struct
{
  RfQuestionnaire *questionnaire;
  RfAnswerValue *answers[N_RECORDS];
  GPtrArray *records;
} Field;

/* Where @is_plain, only choices are left to chance. */
static RfAnswerValue
draw_answer (GRand *random,
             const RfQuestion *question,
             gboolean is_plain)
{
  gboolean is_choice = question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;
  RfAnswerValue answer = random_standing_answer (random, question);

  if (g_rand_int_range (random, 0, 5) == 0 && (is_choice || !is_plain))
    answer = random_answer (random, question);
  if (answer.state == RF_ANSWER_ANSWERED && question->kind == RF_QUESTION_DATE)
    answer.number = MIN (answer.number, RANDOM_AS_OF);
  if (is_plain && !is_choice)
    answer.credibility = 100;
  return answer;
}

static Field
field_new (guint32 seed,
           gboolean is_plain)
{
  RandomSheet sheet = { .seed = seed, .factor = 1, .is_loose = seed % 2 };
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Field field = { random_questionnaire_new (&sheet), { NULL }, g_ptr_array_new_with_free_func ((GDestroyNotify) rf_record_unref) };

  for (guint i = 0; i < N_RECORDS; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u", i);

      field.answers[i] = g_new (RfAnswerValue, field.questionnaire->n_questions);
      for (guint j = 0; j < field.questionnaire->n_questions; j++)
        field.answers[i][j] = draw_answer (random, &field.questionnaire->questions[j], is_plain);
      g_ptr_array_add (field.records, sheet_record_new (field.questionnaire, id, field.answers[i], RANDOM_AS_OF));
    }
  return field;
}

static void
field_clear (Field *field)
{
  for (guint i = 0; i < N_RECORDS; i++)
    g_free (field->answers[i]);
  g_ptr_array_unref (field->records);
  rf_questionnaire_unref (field->questionnaire);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Field, field_clear)

/* %NULL where the offerings have no question in common, as random ones may. */
static RfComparison *
compare (const Field *field,
         gboolean is_backwards,
         guint threads,
         guint draws)
{
  RfScoringContext context = { -1, RANDOM_AS_OF, NULL, NULL };
  RfRecord *records[N_RECORDS];

  for (guint i = 0; i < N_RECORDS; i++)
    records[i] = field->records->pdata[is_backwards ? N_RECORDS - 1 - i : i];
  return rf_comparison_new_on_threads (field->questionnaire, records, N_RECORDS, &context, 11, draws, threads, NULL, NULL);
}

/* Bit for bit, so that what is not a number equals itself. */
#define assert_same(a, b) g_assert_cmpmem (&(a), sizeof (a), &(b), sizeof (b))

static void
assert_equal (const RfComparison *one,
              const RfComparison *other)
{
  g_assert_cmpuint (one->n_ranked, ==, other->n_ranked);
  g_assert_cmpuint (one->n_left_out, ==, other->n_left_out);
  for (guint i = 0; i < one->n_offerings; i++)
    {
      g_assert_cmpstr (one->offerings[i].id, ==, other->offerings[i].id);
      assert_same (one->offerings[i].low, other->offerings[i].low);
      assert_same (one->offerings[i].unproven_high, other->offerings[i].unproven_high);
      assert_same (one->offerings[i].mean, other->offerings[i].mean);
      assert_same (one->offerings[i].p05, other->offerings[i].p05);
      assert_same (one->offerings[i].p95, other->offerings[i].p95);
      if (i < one->n_ranked)
        g_assert_cmpmem (one->offerings[i].rank_share, one->n_ranked * sizeof (double), other->offerings[i].rank_share, one->n_ranked * sizeof (double));
    }
  for (guint i = 0; i < one->n_pairs; i++)
    {
      assert_same (one->pairs[i].win_share, other->pairs[i].win_share);
      g_assert_cmpint (one->pairs[i].verdict, ==, other->pairs[i].verdict);
      for (guint j = 0; j < RF_COMPARISON_N_SETTLING; j++)
        {
          g_assert_cmpint (one->pairs[i].settle[j].question, ==, other->pairs[i].settle[j].question);
          assert_same (one->pairs[i].settle[j].separation, other->pairs[i].settle[j].separation);
        }
    }
}

static void
test_order_and_threads (void)
{
  guint n_ranked = 0;

  for (guint32 seed = 0; seed < COUNT; seed++)
    {
      g_auto (Field) field = field_new (seed, FALSE);
      g_autoptr (RfComparison) one = compare (&field, FALSE, 1, DRAWS);
      g_autoptr (RfComparison) backwards = compare (&field, TRUE, 1, DRAWS);
      g_autoptr (RfComparison) on_threads = compare (&field, TRUE, 3, DRAWS);

      g_assert_cmpint (one == NULL, ==, backwards == NULL);
      if (one == NULL)
        continue;
      n_ranked += one->n_ranked;
      assert_equal (one, backwards);
      assert_equal (backwards, on_threads);
    }
  g_assert_cmpuint (n_ranked, >, 2 * COUNT);
}

static void
check_shares (const RfComparison *comparison)
{
  for (guint i = 0; i < comparison->n_ranked; i++)
    {
      double sum = 0;

      for (guint rank = 0; rank < comparison->n_ranked; rank++)
        sum += comparison->offerings[i].rank_share[rank];
      g_assert_cmpfloat_with_epsilon (sum, 1, 1e-9);
      g_assert_cmpfloat (comparison->offerings[i].p05, <=, comparison->offerings[i].p95);
      if (i > 0)
        g_assert_cmpfloat (comparison->offerings[i - 1].mean, <=, comparison->offerings[i].mean);
    }
}

/* What is certain holds in every draw; where nothing lifts the better one, without a tie. */
static void
test_certain_means_every_draw (void)
{
  guint n_certain = 0;

  for (guint32 seed = 0; seed < 10 * COUNT; seed++)
    {
      g_auto (Field) field = field_new (seed, FALSE);
      g_autoptr (RfComparison) comparison = compare (&field, FALSE, 1, DRAWS);

      if (comparison == NULL)
        continue;
      check_shares (comparison);
      for (guint i = 0; i < comparison->n_pairs; i++)
        {
          const RfComparedPair *pair = &comparison->pairs[i];
          double share = pair->verdict == RF_COMPARISON_B_CERTAIN ? 1 - pair->win_share : pair->win_share;

          g_assert_cmpint (pair->certain, ==, pair->verdict == RF_COMPARISON_A_CERTAIN || pair->verdict == RF_COMPARISON_B_CERTAIN);
          if (!pair->certain)
            continue;
          n_certain++;
          g_assert_cmpfloat (share, >=, 0.5);
          if (field.questionnaire->n_knock_outs == 0)
            g_assert_cmpfloat (share, ==, 1);
        }
    }
  g_test_message ("%u certain pairs", n_certain);
  g_assert_cmpuint (n_certain, >, 0);
}

/* ---- the draws once more ---- */

static double
risk_of (const RfQuestionnaire *questionnaire,
         guint index,
         const RfAnswerValue *answer)
{
  const RfQuestion *question = &questionnaire->questions[index];
  double sum = 0;
  double most = 0;
  guint n = 0;

  if (answer->state == RF_ANSWER_REFUSED)
    return (double) question->greatest_risk / (double) RF_NUMBER_ONE;
  if (answer->override_risk >= 0)
    return answer->override_risk;
  if (question->kind == RF_QUESTION_NUMBER || question->kind == RF_QUESTION_DATE)
    {
      gint64 value = question->kind == RF_QUESTION_NUMBER ? answer->number : ((gint64) RANDOM_AS_OF - answer->number) * RF_NUMBER_ONE;

      for (guint i = 0; i < question->n_bands; i++)
        if (question->bands[i].from <= value)
          most = question->bands[i].risk;
      return most;
    }
  for (guint i = 0; i < question->n_options; i++)
    if (((answer->chosen >> i) & 1) != (question->kind == RF_QUESTION_MULTIPLE_CHOICE && question->combine == RF_COMBINE_MISSING))
      {
        sum += question->options[i].risk;
        most = MAX (most, question->options[i].risk);
        n++;
      }
  if (question->kind == RF_QUESTION_SINGLE_CHOICE || question->combine == RF_COMBINE_MAX)
    return most;
  return question->combine == RF_COMBINE_MEAN ? rint (sum / n * 10000) / 10000 : MIN (sum, 100);
}

static RfAnswerValue
turn_out (GRand *random,
          const Field *field,
          guint question,
          const RfAnswerValue *answer)
{
  gboolean is_open = answer->state == RF_ANSWER_UNANSWERED || answer->state == RF_ANSWER_UNKNOWN;
  RfAnswerValue options[64];
  guint n = 0;

  if (!is_open && (answer->state != RF_ANSWER_ANSWERED || g_rand_double (random) < answer->credibility / 100.0))
    return *answer;
  for (guint i = 0; i < field->questionnaire->questions[question].n_options; i++)
    {
      options[n] = answer_chosen (G_GUINT64_CONSTANT (1) << i, 100);
      if (is_open || risk_of (field->questionnaire, question, &options[n]) >= risk_of (field->questionnaire, question, answer))
        n++;
    }
  return n == 0 ? *answer : options[g_rand_int_range (random, 0, (gint32) n)];
}

typedef struct
{
  RfEvaluation *evaluations[N_RECORDS];
  gboolean is_ranked[N_RECORDS];
  gboolean *is_common;
  double *shares;
} Naive;

static gboolean
counts (const Field *field,
        const Naive *naive,
        guint record,
        guint question)
{
  const RfQuestion *asked = &field->questionnaire->questions[question];
  const RfAnswerValue *answer = &field->answers[record][question];

  return rf_evaluation_get_applicability (naive->evaluations[record], question) != RF_HIDDEN && answer->state != RF_ANSWER_NOT_APPLICABLE && (asked->scored || (answer->state == RF_ANSWER_ANSWERED && answer->override_risk >= 0));
}

static void
find_common (const Field *field,
             Naive *naive)
{
  const RfQuestionnaire *questionnaire = field->questionnaire;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfSection *section = &questionnaire->sections[questionnaire->questions[i].section];

      naive->is_common[i] = section->side == RF_SIDE_PROVIDER && questionnaire->questions[i].weight > 0 && section->weight != 0;
      for (guint record = 0; record < N_RECORDS; record++)
        if (naive->is_ranked[record] && !counts (field, naive, record, i))
          naive->is_common[i] = FALSE;
    }
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfSection *section = &questionnaire->sections[questionnaire->questions[i].section];
      double sum = 0;

      for (guint j = 0; j < section->n_questions; j++)
        if (naive->is_common[section->first_question + j])
          sum += questionnaire->questions[section->first_question + j].weight;
      naive->shares[i] = questionnaire->questions[i].weight * (questionnaire->weighs_sections ? section->weight / sum : 1);
    }
}

static double
draw_value (GRand *random,
            const Field *field,
            Naive *naive,
            guint record,
            const double *factors)
{
  const RfQuestionnaire *questionnaire = field->questionnaire;
  g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);
  double sum = 0;
  double weight = 0;
  double value;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    answers[i] = turn_out (random, field, i, &field->answers[record][i]);
  rf_evaluation_set_answers (naive->evaluations[record], answers);
  for (guint pass = 0; pass < 2 && weight == 0; pass++)
    for (guint i = 0; i < questionnaire->n_questions; i++)
      if (naive->is_common[i] && (pass == 1 || rf_evaluation_get_applicability (naive->evaluations[record], i) != RF_HIDDEN))
        {
          sum += naive->shares[i] * factors[i] * risk_of (questionnaire, i, &answers[i]);
          weight += naive->shares[i] * factors[i];
        }
  value = sum / weight;
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    if (questionnaire->knock_outs[i].side == RF_SIDE_PROVIDER && rf_evaluation_get_knock_out (naive->evaluations[record], i) == RF_KNOCK_OUT_VIOLATED)
      value = MAX (value, questionnaire->bands.from[questionnaire->knock_outs[i].floor]);
  return value;
}

static guint
get_record (const RfComparison *comparison,
            guint offering)
{
  return comparison->offerings[offering].record;
}

static void
compare_naively (const Field *field,
                 Naive *naive,
                 const RfComparison *comparison)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  g_autofree double *factors = g_new (double, field->questionnaire->n_questions);
  double wins[N_RECORDS][N_RECORDS] = { { 0 } };
  double means[N_RECORDS] = { 0 };

  for (guint draw = 0; draw < NAIVE_DRAWS; draw++)
    {
      double values[N_RECORDS] = { 0 };

      for (guint i = 0; i < field->questionnaire->n_questions; i++)
        factors[i] = pow (2, g_rand_double_range (random, -1, 1));
      for (guint i = 0; i < comparison->n_ranked; i++)
        {
          values[i] = draw_value (random, field, naive, get_record (comparison, i), factors);
          means[i] += values[i] / NAIVE_DRAWS;
        }
      for (guint i = 0; i < comparison->n_ranked; i++)
        for (guint j = 0; j < comparison->n_ranked; j++)
          wins[i][j] += values[i] < values[j] - 1e-9 ? 1 : values[i] <= values[j] + 1e-9 ? 0.5
                                                                                         : 0;
    }
  for (guint i = 0; i < comparison->n_ranked; i++)
    g_assert_cmpfloat_with_epsilon (means[i], comparison->offerings[i].mean, 2);
  for (guint i = 0; i < comparison->n_pairs; i++)
    g_assert_cmpfloat_with_epsilon (wins[comparison->pairs[i].a][comparison->pairs[i].b] / NAIVE_DRAWS, comparison->pairs[i].win_share, 0.06);
}

static void
test_naive (void)
{
  guint n_pairs = 0;

  for (guint32 seed = 100; seed < 100 + COUNT; seed++)
    {
      g_auto (Field) field = field_new (seed, TRUE);
      g_autoptr (RfComparison) comparison = compare (&field, FALSE, 0, 10000);
      g_autofree gboolean *is_common = g_new0 (gboolean, field.questionnaire->n_questions);
      g_autofree double *shares = g_new0 (double, field.questionnaire->n_questions);
      RfScoringContext context = { -1, RANDOM_AS_OF, NULL, NULL };
      Naive naive = { .is_common = is_common, .shares = shares };

      if (comparison == NULL)
        continue;
      for (guint i = 0; i < N_RECORDS; i++)
        {
          naive.evaluations[i] = rf_evaluation_new (field.questionnaire, &context);
          rf_evaluation_set_answers (naive.evaluations[i], field.answers[i]);
        }
      for (guint i = 0; i < comparison->n_ranked; i++)
        naive.is_ranked[get_record (comparison, i)] = TRUE;
      find_common (&field, &naive);
      if (comparison->n_ranked > 1)
        compare_naively (&field, &naive, comparison);
      n_pairs += comparison->n_pairs;
      for (guint i = 0; i < N_RECORDS; i++)
        rf_evaluation_free (naive.evaluations[i]);
    }
  g_test_message ("%u pairs", n_pairs);
  g_assert_cmpuint (n_pairs, >, COUNT);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/comparison/same-in-any-order-on-any-threads", test_order_and_threads);
  g_test_add_func ("/comparison/certain-means-every-draw", test_certain_means_every_draw);
  g_test_add_func ("/comparison/agrees-with-naive-draws", test_naive);
  return g_test_run ();
}
