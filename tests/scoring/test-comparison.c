// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-comparison.h"
#include "rf-error.h"
#include "sheet-record.h"
#include "sheet.h"

#include <math.h>

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
  return g_test_run ();
}
