// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What would settle a pair, against conditioning the same draws by hand; and what is said of it. */

#include "config.h"

#include "random-questionnaire.h"
#include "rf-comparison-private.h"
#include "rf-comparison.h"
#include "sheet-record.h"
#include "sheet.h"

#include <math.h>
#include <string.h>

#define AS_OF RANDOM_AS_OF
#define DRAWS 3000
#define COUNT 60
#define PARTS 8

/* ---- the same draws, sorted into heaps by what was drawn ---- */

/* What a question turned out to be, in words: "kept", "b+c", or an eighth of a range. */
static char *
dup_finding (const RfEntrant *entrant,
             const RfContest *contest,
             guint question,
             guint64 draw)
{
  const RfDrawnQuestion *drawn = &entrant->questions[question];
  const RfAnswerValue *given = &entrant->answers[question];
  const RfAnswerValue *found;
  double risk;
  guint option;

  rf_entrant_find_answer (entrant, contest, question, draw, &risk, &option);
  if (drawn->is_range)
    return drawn->credibility > 0 && risk == drawn->kept ? g_strdup ("kept") : g_strdup_printf ("part %d", MIN ((int) ((risk - drawn->low) / drawn->span * PARTS), PARTS - 1));
  if (option == RF_RANDOM_KEPT)
    return g_strdup ("kept");
  found = &g_array_index (entrant->option_answers, RfAnswerValue, drawn->first + option);
  if (given->state == RF_ANSWER_ANSWERED && given->override_risk < 0 && found->chosen == given->chosen && found->number == given->number)
    return g_strdup ("kept");
  return g_strdup_printf ("option %u", option);
}

typedef struct
{
  double n;
  double wins;
} Heap;

/* The expected distance of the win share from a half, and how much chance alone may make of it. */
static double
condition (const RfContest *contest,
           guint a,
           guint b,
           guint of,
           guint question,
           gboolean *stands_out)
{
  g_autoptr (GHashTable) heaps = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer value;
  double distance = 0;
  double all = 0;

  for (guint draw = 0; draw < contest->draws; draw++)
    {
      double one = contest->values[(gsize) a * contest->draws + draw];
      double other = contest->values[(gsize) b * contest->draws + draw];
      g_autofree char *finding = dup_finding (contest->ranked[of], contest, question, draw);
      Heap *heap = g_hash_table_lookup (heaps, finding);

      if (heap == NULL)
        {
          heap = g_new0 (Heap, 1);
          g_hash_table_insert (heaps, g_strdup (finding), heap);
        }
      heap->n += 1;
      heap->wins += one < other ? 1 : one == other ? 0.5
                                                   : 0;
    }
  g_hash_table_iter_init (&iter, heaps);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Heap *heap = value;

      distance += heap->n / contest->draws * fabs (heap->wins / heap->n - 0.5);
      all += heap->wins / contest->draws;
    }
  *stands_out = distance - fabs (all - 0.5) > sqrt (g_hash_table_size (heaps) / (double) contest->draws) / 2 + 1e-12;
  return distance;
}

static gboolean
is_common (const RfContest *contest,
           guint question)
{
  for (guint i = 0; i < contest->common->len; i++)
    if (g_array_index (contest->common, guint, i) == question)
      return TRUE;
  return FALSE;
}

/* No question that is not named parts the pair further than those that are, and those named part it as far as said. */
static guint
check_pair (const RfContest *contest,
            guint a,
            guint b)
{
  RfSettlingQuestion best[RF_COMPARISON_N_SETTLING];
  guint n_named = 0;

  rf_contest_settle (contest, a, b, best);
  for (guint i = 0; i < RF_COMPARISON_N_SETTLING && best[i].question >= 0; i++, n_named++)
    {
      gboolean stands_out;
      double distance = condition (contest, a, b, best[i].offering, (guint) best[i].question, &stands_out);

      g_assert_true (stands_out);
      g_assert_cmpfloat_with_epsilon (best[i].separation, distance, 1e-9);
      g_assert_cmpint (best[i].is_compared, ==, is_common (contest, (guint) best[i].question));
      if (!best[i].is_compared)
        g_assert_true (contest->ranked[best[i].offering]->questions[best[i].question].is_gate);
    }
  for (guint question = 0; question < contest->questionnaire->n_questions; question++)
    for (guint side = 0; side < 2; side++)
      {
        guint of = side == 0 ? a : b;
        const RfDrawnQuestion *drawn = &contest->ranked[of]->questions[question];
        gboolean stands_out;
        double distance;

        if (!drawn->is_drawn || !(drawn->is_gate || is_common (contest, question)) || (int) question == best[0].question || (int) question == best[1].question)
          continue;
        distance = condition (contest, a, b, of, question, &stands_out);
        if (stands_out)
          g_assert_cmpuint (n_named, ==, RF_COMPARISON_N_SETTLING);
        if (stands_out)
          g_assert_cmpfloat (distance, <=, best[1].separation + 1e-9);
      }
  if (n_named == 2)
    g_assert_cmpfloat (best[0].separation, >=, best[1].separation);
  return n_named;
}

static RfRecord *
record_new (const RfQuestionnaire *questionnaire,
            GRand *random,
            const char *id)
{
  g_autofree RfAnswerValue *answers = g_new (RfAnswerValue, questionnaire->n_questions);

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      answers[i] = random_standing_answer (random, &questionnaire->questions[i]);
      if (questionnaire->questions[i].kind == RF_QUESTION_DATE)
        answers[i].number = MIN (answers[i].number, AS_OF);
      if (g_rand_int_range (random, 0, 5) == 0)
        answers[i] = answer_in_state (RF_ANSWER_UNKNOWN);
    }
  return sheet_record_new (questionnaire, id, answers, AS_OF);
}

static void
contest_clear (RfContest *contest)
{
  rf_contest_clear (contest);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfContest, contest_clear)

static void
test_against_conditioning (void)
{
  guint n_named = 0;

  for (guint32 seed = 0; seed < COUNT; seed++)
    {
      g_autoptr (RfQuestionnaire) questionnaire = random_questionnaire_new (&(RandomSheet){ seed, 1 });
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (RfRecord) one = record_new (questionnaire, random, "a");
      g_autoptr (RfRecord) other = record_new (questionnaire, random, "b");
      RfRecord *records[] = { one, other };
      RfScoringContext context = { -1, AS_OF, NULL, NULL };
      g_auto (RfContest) contest = { .questionnaire = questionnaire, .seed = 3, .draws = DRAWS, .threads = 1 };

      g_assert_true (rf_contest_take (&contest, records, 2, NULL));
      g_assert_true (rf_contest_bind (&contest, &context, NULL));
      if (!rf_contest_find_common (&contest, NULL) || contest.n_ranked < 2)
        continue;
      for (guint i = 0; i < 2; i++)
        rf_entrant_prepare (contest.ranked[i], &contest);
      g_assert_true (rf_contest_draw (&contest, NULL));
      n_named += check_pair (&contest, 0, 1);
      n_named += check_pair (&contest, 1, 0);
    }
  g_test_message ("%u questions named", n_named);
  g_assert_cmpuint (n_named, >, COUNT / 2);
}

/* ---- by hand ---- */

static RfComparison *
compare (RfQuestionnaire *questionnaire,
         RfRecord *one,
         RfRecord *other)
{
  RfRecord *records[] = { one, other };
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  RfComparison *comparison = rf_comparison_new (questionnaire, records, 2, &context, 1, 10000, NULL, &error);

  g_assert_no_error (error);
  return comparison;
}

/* A has 50 of 100 on the question compared, B 40; an open question that is set aside for A lifts B by a knock-out in half
 * of the draws. Once it is settled one of the two wins them all. */
static void
test_by_knock_out (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("floor", 1);
  RfAnswerValue a[] = { answer_in_state (RF_ANSWER_NOT_APPLICABLE), answer_chosen (2, 100) };
  RfAnswerValue b[] = { answer_in_state (RF_ANSWER_UNKNOWN), answer_chosen (1, 100) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfComparison) comparison = NULL;
  g_autoptr (RfRecord) one = NULL;
  g_autoptr (RfRecord) other = NULL;
  g_autofree char *cause = NULL;
  g_autofree char *none = NULL;
  const RfComparedPair *pair;

  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "asked", 10, "0 100");
  sheet_add_choice (builder, "compared", 100, "40 50");
  sheet_begin_knock_out (builder, "k", RF_SIDE_PROVIDER, RF_RATING_VERY_HIGH);
  rf_questionnaire_builder_add_answer_chose (builder, "asked", "b", 0);
  questionnaire = sheet_finish (builder);
  one = sheet_record_new (questionnaire, "a", a, AS_OF);
  other = sheet_record_new (questionnaire, "b", b, AS_OF);
  comparison = compare (questionnaire, one, other);
  pair = rf_comparison_get_pair (comparison, 0, 1);
  g_assert_cmpuint (comparison->n_left_out, ==, 1);
  g_assert_cmpint (pair->verdict, ==, RF_COMPARISON_UNDECIDED);
  g_assert_cmpint (pair->settle[0].question, ==, 0);
  g_assert_cmpstr (comparison->offerings[pair->settle[0].offering].id, ==, "b");
  g_assert_false (pair->settle[0].is_compared);
  g_assert_cmpint (pair->settle[0].knock_out, ==, 0);
  g_assert_cmpfloat (pair->settle[0].separation, ==, 0.5);
  cause = rf_comparison_dup_settling_cause (comparison, &pair->settle[0]);
  none = rf_comparison_dup_settling_cause (comparison, &pair->settle[1]);
  g_assert_cmpstr (cause, ==, "It is not compared itself: the knock-out [k] depends on its answer. k");
  g_assert_null (none);
}

static void
test_by_condition (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("condition", 1);
  RfAnswerValue a[] = { answer_chosen (2, 100), answer_chosen (2, 100), answer_chosen (2, 100) };
  RfAnswerValue b[] = { answer_in_state (RF_ANSWER_UNKNOWN), answer_chosen (1, 100), answer_chosen (4, 100) };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (RfComparison) comparison = NULL;
  g_autoptr (RfRecord) one = NULL;
  g_autoptr (RfRecord) other = NULL;
  g_autofree char *cause = NULL;
  const RfComparedPair *pair;

  /* the gate weighs nothing: it is not compared, and decides whether B's bad answer to the next counts */
  sheet_begin_section (builder, "s", RF_SIDE_PROVIDER, -1);
  sheet_add_choice (builder, "gate", 0, "0 0");
  sheet_add_choice (builder, "compared", 100, "40 50");
  sheet_add_choice (builder, "next", 100, "0 50 100");
  rf_questionnaire_builder_add_answer_chose (builder, "gate", "b", 0);
  questionnaire = sheet_finish (builder);
  one = sheet_record_new (questionnaire, "a", a, AS_OF);
  other = sheet_record_new (questionnaire, "b", b, AS_OF);
  comparison = compare (questionnaire, one, other);
  pair = rf_comparison_get_pair (comparison, 0, 1);
  g_assert_cmpint (pair->settle[0].question, ==, 0);
  g_assert_false (pair->settle[0].is_compared);
  g_assert_cmpint (pair->settle[0].knock_out, ==, -1);
  cause = rf_comparison_dup_settling_cause (comparison, &pair->settle[0]);
  g_assert_cmpstr (cause, ==, "It is not compared itself: other questions apply or not by its answer.");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/settle/against conditioning", test_against_conditioning);
  g_test_add_func ("/scoring/settle/by a knock-out", test_by_knock_out);
  g_test_add_func ("/scoring/settle/by a condition", test_by_condition);
  return g_test_run ();
}
