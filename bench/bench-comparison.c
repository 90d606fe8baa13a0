// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "figure.h"
#include "peak.h"
#include "rf-comparison-private.h"
#include "rf-questionnaire-builder.h"

#include <stdio.h>

/*
 * 10,000 draws of 50 offerings with 60 questions, from records to ranks, pairs and what would settle them, on one
 * thread. A fifth of the answers are open, a third doubted. Beside it the bound: the floating-point work of the draws
 * alone, a multiplication and an addition for each question of each offering in each draw, over plain arrays of
 * weights and risks that are there already.
 */
#define N_OFFERINGS 50
#define N_QUESTIONS 60
#define N_DRAWS 10000
#define BLOCK 250
#define RUNS 5
#define LIMIT 1000 /* milliseconds: it feels immediate */
#define AS_OF 738000
#define LIMIT_OF_NUMPY 1
#define LIMIT_OF_PEAK 150 /* times as long as the multiplications and additions alone would take at the peak */

static RfQuestionnaire *
build_questionnaire (void)
{
  RfQuestionnaireBuilder *builder = rf_questionnaire_builder_new ("bench", 1);
  g_autoptr (RfProblems) problems = rf_problems_new ("bench");
  RfSection section = { .id = "s", .title = "s", .weight = -1 };
  RfQuestionnaire *questionnaire;

  rf_questionnaire_builder_begin_section (builder, &section);
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      RfQuestion question = { .id = id, .prompt = id, .revision = 1, .weight = 1 + (int) (i % 20), .kind = RF_QUESTION_SINGLE_CHOICE };

      rf_questionnaire_builder_begin_question (builder, &question);
      for (guint j = 0; j < 4; j++)
        {
          static const int risks[] = { 0, 30, 70, 100 };
          char option_id[] = { (char) ('a' + j), '\0' };
          RfOption option = { .id = option_id, .label = option_id, .risk = risks[j] };

          rf_questionnaire_builder_add_option (builder, &option);
        }
    }
  questionnaire = rf_questionnaire_builder_finish (builder, problems);
  rf_questionnaire_builder_free (builder);
  return questionnaire;
}

static RfRecord *
build_record (guint index)
{
  g_autofree char *id = g_strdup_printf ("o%u", index);
  g_autoptr (RfOffering) offering = rf_offering_new (id, "Provider", id);
  RfRecord *record = rf_record_new ("bench", 1, NULL, AS_OF, offering);

  g_ptr_array_add (record->evidence, rf_evidence_new ("paper", "paper"));
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      g_autofree char *question = g_strdup_printf ("q%u", i);
      guint shift = (i * 7 + index * 13) % 15;
      RfAnswer *answer = rf_answer_new (question, shift < 3 ? RF_ANSWER_UNKNOWN : RF_ANSWER_ANSWERED);

      if (shift >= 3)
        {
          const char option[] = { (char) ('a' + (i * 5 + index * 3) % 4), '\0' };
          const char *choices[] = { option, NULL };

          answer->choices = g_strdupv ((char **) choices);
          g_ptr_array_add (answer->links, rf_evidence_link_new ("paper", shift < 8 ? RF_GRADE_STATEMENT : RF_GRADE_TESTED, NULL));
        }
      g_ptr_array_add (record->answers, answer);
    }
  return record;
}

static double
time_comparison (RfQuestionnaire *questionnaire,
                 RfRecord *const *records,
                 guint threads)
{
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  g_autoptr (GError) error = NULL;
  double start = figure_now ();
  g_autoptr (RfComparison) comparison = rf_comparison_new_on_threads (questionnaire, records, N_OFFERINGS, &context, 1, N_DRAWS, threads, NULL, &error);
  double milliseconds = figure_now () - start;

  if (comparison == NULL || comparison->n_ranked != N_OFFERINGS)
    g_error ("%s", error ? error->message : "not all offerings are ranked");
  return milliseconds;
}

/* The draws alone, on one thread: what draws.py does in numpy. */
static double
time_draws (RfQuestionnaire *questionnaire,
            RfRecord *const *records)
{
  RfScoringContext context = { -1, AS_OF, NULL, NULL };
  RfContest contest = { .questionnaire = questionnaire, .seed = 1, .draws = N_DRAWS, .threads = 1 };
  double start;

  if (!rf_contest_take (&contest, records, N_OFFERINGS, NULL) || !rf_contest_bind (&contest, &context, NULL) || !rf_contest_find_common (&contest, NULL))
    g_error ("the records cannot be compared");
  for (guint i = 0; i < contest.n_ranked; i++)
    rf_entrant_prepare (contest.ranked[i], &contest);
  start = figure_now ();
  rf_contest_draw (&contest, NULL);
  start = figure_now () - start;
  rf_contest_clear (&contest);
  return start;
}

/* Milliseconds, or 0 where there is no numpy. */
static double
time_numpy (const char *script)
{
  g_autofree char *command = g_strdup_printf ("/usr/bin/python3 %s %d %d %d", script, N_OFFERINGS, N_QUESTIONS, N_DRAWS);
  g_autofree char *out = NULL;
  int status = 0;

  if (!g_spawn_command_line_sync (command, &out, NULL, &status, NULL) || status != 0)
    return 0;
  return g_ascii_strtod (out, NULL);
}

/* The draws beside numpy, and beside what their multiplications and additions would take at the machine's peak. */
static gboolean
print_draws (double milliseconds,
             const char *script)
{
  const char *how;
  double peak = peak_measure (&how);
  double numpy = time_numpy (script);
  double operations = 2.0 * N_OFFERINGS * N_QUESTIONS * N_DRAWS;
  gboolean is_within;

  printf ("the peak of one thread: %.3g operations a second, %s\n", peak * 1e3, how);
  is_within = figure_print_ratio ("draws of 50 offerings, beside the peak", milliseconds, operations / peak, "ms", LIMIT_OF_PEAK);
  if (numpy > 0)
    return figure_print_ratio ("draws of 50 offerings, beside numpy", milliseconds, numpy, "ms", LIMIT_OF_NUMPY) && is_within;
  printf ("no numpy here: install python3-numpy\n");
  return is_within;
}

/* The weights and risks of a block of draws are read again and again, as the draws themselves do. */
static double
time_arithmetic (double *checksum)
{
  g_autofree double *weights = g_new (double, N_QUESTIONS *BLOCK);
  g_autofree double *risks = g_new (double, N_QUESTIONS *BLOCK);
  double sums[BLOCK];
  double start;

  for (guint i = 0; i < N_QUESTIONS * BLOCK; i++)
    {
      weights[i] = 1 + i % 20;
      risks[i] = i % 101;
    }
  start = figure_now ();
  for (guint block = 0; block < N_DRAWS / BLOCK; block++)
    for (guint offering = 0; offering < N_OFFERINGS; offering++)
      {
        for (guint draw = 0; draw < BLOCK; draw++)
          sums[draw] = offering;
        for (guint question = 0; question < N_QUESTIONS; question++)
          for (guint draw = 0; draw < BLOCK; draw++)
            sums[draw] += weights[question * BLOCK + draw] * risks[question * BLOCK + draw];
        *checksum += sums[block];
      }
  return figure_now () - start;
}

int
main (int argc,
      char **argv)
{
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire ();
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_record_unref);
  double on_one[RUNS];
  double on_all[RUNS];
  double bare[RUNS];
  double draws[RUNS];
  double checksum = 0;
  gboolean is_within;

  for (guint i = 0; i < N_OFFERINGS; i++)
    g_ptr_array_add (records, build_record (i));
  for (guint i = 0; i < RUNS; i++)
    {
      on_one[i] = time_comparison (questionnaire, (RfRecord *const *) records->pdata, 1);
      on_all[i] = time_comparison (questionnaire, (RfRecord *const *) records->pdata, 0);
      bare[i] = time_arithmetic (&checksum);
      draws[i] = time_draws (questionnaire, (RfRecord *const *) records->pdata);
    }
  printf ("the arithmetic alone: %.4g ms, a share of %.3g of one thread (checksum %g)\n", figure_middle (bare, RUNS),
          figure_middle (bare, RUNS) / figure_middle (on_one, RUNS), checksum);
  is_within = figure_print ("50 offerings compared, one thread", figure_middle (on_one, RUNS), "ms", LIMIT);
  is_within = figure_print ("50 offerings compared, all threads", figure_middle (on_all, RUNS), "ms", LIMIT) && is_within;
  is_within = print_draws (figure_middle (draws, RUNS), argc > 1 ? argv[1] : "bench/draws.py") && is_within;
  return is_within ? 0 : 1;
}
