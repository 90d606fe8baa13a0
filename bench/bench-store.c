// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "figure.h"
#include "rf-evaluation.h"
#include "rf-questionnaire-builder.h"
#include "rf-store.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/*
 * Two ratios of the store.
 *
 * commit: one durable save of an answer with its audit entry, beside one row written and committed by bare SQLite
 * (WAL, synchronous=FULL) on the same disk. The two take turns, and the middle of each is compared.
 *
 * scan: offerings x questions read, with what supports them, and scored; beside a bare scan of the same rows by
 * the same connection settings. The answers are written by plain SQL: auditing them is not what is measured.
 */
#define SAVES 400
#define AS_OF 740000

static char *folder;

static double
now (void)
{
  return (double) g_get_monotonic_time ();
}

static int
compare (const void *a,
         const void *b)
{
  double one = *(const double *) a;
  double other = *(const double *) b;

  return (one > other) - (one < other);
}

static double
middle (double *times,
        guint n)
{
  qsort (times, n, sizeof *times, compare);
  return times[n / 2];
}

static void
run (sqlite3 *handle,
     const char *sql)
{
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s: %s", sql, message);
}

static RfQuestionnaire *
build_questionnaire (guint n_questions)
{
  g_autoptr (RfQuestionnaireBuilder) builder = rf_questionnaire_builder_new ("bench", 1);
  g_autoptr (RfProblems) problems = rf_problems_new ("bench");
  RfSection section = { .id = "s", .title = "s", .weight = -1 };

  rf_questionnaire_builder_begin_section (builder, &section);
  for (guint i = 0; i < n_questions; i++)
    {
      g_autofree char *id = g_strdup_printf ("q%u", i);
      RfQuestion question = { .id = id, .prompt = id, .revision = 1, .weight = 1 + (int) (i % 20), .kind = RF_QUESTION_SINGLE_CHOICE };

      rf_questionnaire_builder_begin_question (builder, &question);
      for (guint j = 0; j < 4; j++)
        {
          char option_id[] = { (char) ('a' + j), '\0' };
          RfOption option = { .id = option_id, .label = option_id, .risk = (int) j * 30 };

          rf_questionnaire_builder_add_option (builder, &option);
        }
      if (i % 20 > 10)
        {
          g_autofree char *gate = g_strdup_printf ("q%u", i / 20 * 20);

          rf_questionnaire_builder_add_answer_chose (builder, gate, "a b", 0);
        }
    }
  return rf_questionnaire_builder_finish (builder, problems);
}

static void
put (GPtrArray *changes,
     RfThing *thing)
{
  g_ptr_array_add (changes, rf_change_new (thing, FALSE));
}

static void
add_questionnaire (GPtrArray *changes,
                   const RfQuestionnaire *questionnaire)
{
  RfThing *thing = rf_thing_new (RF_THING_QUESTIONNAIRE, "bench@1");
  RfChange *change = rf_change_new (thing, FALSE);

  rf_thing_set (thing, "questionnaire", "bench");
  rf_thing_set (thing, "revision", "1");
  rf_thing_set (thing, "sha256", questionnaire->sha256);
  rf_thing_set (thing, "file-sha256", questionnaire->sha256);
  change->bytes = g_bytes_new_static ("x", 1);
  change->questions = g_new0 (char *, questionnaire->n_questions + 1);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    change->questions[i] = g_strdup (questionnaire->questions[i].id);
  g_ptr_array_add (changes, change);
}

static void
add_offering (GPtrArray *changes,
              guint index)
{
  g_autofree char *id = g_strdup_printf ("o%u", index);
  g_autofree char *assessment_id = g_strdup_printf ("o%u.1", index);
  g_autoptr (RfOffering) offering = rf_offering_new (id, "p", id);
  g_autoptr (RfAssessment) assessment = rf_assessment_new (assessment_id);

  assessment->offering = g_strdup (id);
  assessment->questionnaire = g_strdup ("bench");
  assessment->revision = 1;
  assessment->as_of = AS_OF;
  put (changes, rf_thing_from_offering (offering, "p"));
  put (changes, rf_thing_from_assessment (assessment));
}

static RfStore *
make_store (const char *path,
            const RfQuestionnaire *questionnaire,
            guint n_offerings)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
  g_autoptr (GError) error = NULL;
  RfStore *store = rf_store_open (path, RF_STORE_CREATE, &error);
  g_autoptr (RfProvider) provider = rf_provider_new ("p", "P");
  g_autoptr (RfEvidence) evidence = rf_evidence_new ("e", "E");

  g_assert_no_error (error);
  add_questionnaire (changes, questionnaire);
  put (changes, rf_thing_from_provider (provider));
  put (changes, rf_thing_from_evidence (evidence));
  for (guint i = 0; i < n_offerings; i++)
    add_offering (changes, i);
  rf_store_apply (store, changes, "bench", 0, &error);
  g_assert_no_error (error);
  return store;
}

static double
save_once (RfStore *store,
           const RfQuestionnaire *questionnaire,
           guint turn)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
  g_autoptr (RfAnswer) answer = rf_answer_new (questionnaire->questions[turn * 7 % questionnaire->n_questions].id, RF_ANSWER_ANSWERED);
  RfAnswerValue value = { RF_ANSWER_ANSWERED, 50, -1, 1u << turn % 4, 0 };
  char option[] = { (char) ('a' + turn % 4), '\0' };
  g_autoptr (GError) error = NULL;
  double start = now ();

  answer->choices = g_strdupv ((char *[]){ option, NULL });
  put (changes, rf_thing_from_answer ("o0.1", answer, &value));
  rf_store_apply (store, changes, "bench", turn, &error);
  g_assert_no_error (error);
  return now () - start;
}

static double
commit_once (sqlite3_stmt *statement,
             guint turn)
{
  double start = now ();

  sqlite3_bind_int (statement, 1, (int) (turn * 7 % 2000));
  sqlite3_bind_int (statement, 2, (int) (turn % 4));
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_DONE);
  sqlite3_reset (statement);
  return now () - start;
}

static gboolean
measure_commit (void)
{
  g_autofree char *path = g_build_filename (folder, "save", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare", NULL);
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire (2000);
  g_autoptr (RfStore) store = make_store (path, questionnaire, 1);
  double saves[SAVES];
  double commits[SAVES];
  sqlite3_stmt *statement = NULL;
  sqlite3 *bare = NULL;

  sqlite3_open (bare_path, &bare);
  run (bare, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
             "CREATE TABLE answer (question INTEGER PRIMARY KEY, option INTEGER NOT NULL, note TEXT)");
  sqlite3_prepare_v2 (bare, "INSERT INTO answer VALUES (?1, ?2, NULL) ON CONFLICT DO UPDATE SET option = ?2", -1, &statement, NULL);
  for (guint i = 0; i < SAVES; i++)
    {
      saves[i] = save_once (store, questionnaire, i);
      commits[i] = commit_once (statement, i);
    }
  sqlite3_finalize (statement);
  sqlite3_close (bare);
  {
    double save = middle (saves, SAVES);
    double commit = middle (commits, SAVES);

    return figure_print_ratio ("a durable save with its audit entry", save, commit, "us", 1.5);
  }
}

static void
fill (const char *path,
      guint n_questions)
{
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA synchronous = OFF; BEGIN;"
    "WITH RECURSIVE q (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM q WHERE i + 1 < %u)"
    " INSERT INTO answer (assessment, position, state, chosen, question, choices, note)"
    " SELECT number, i, 1, 1 << (abs (random ()) %% 4), 'q' || i, 'a', CASE WHEN i %% 10 = 0 THEN 'A note of some words, as people write them.' END"
    " FROM assessment, q;"
    "INSERT INTO evidence_link (assessment, position, rank, grade, evidence) SELECT assessment, position, 0, position %% 5, 1 FROM answer;"
    "COMMIT;",
    n_questions);
  sqlite3 *handle = NULL;

  sqlite3_open (path, &handle);
  run (handle, sql);
  run (handle, "PRAGMA wal_checkpoint (TRUNCATE)");
  sqlite3_close (handle);
}

static double
scan_rows (const char *path)
{
  static const char *const queries[] = {
    "SELECT assessment, position, state, override_risk, chosen, number FROM answer",
    "SELECT assessment, position, grade, evidence FROM evidence_link",
  };
  sqlite3 *handle = NULL;
  volatile gint64 sum = 0;
  double start;

  sqlite3_open (path, &handle);
  start = now ();
  for (guint i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      sqlite3_stmt *statement = NULL;
      int n_columns;

      sqlite3_prepare_v2 (handle, queries[i], -1, &statement, NULL);
      n_columns = sqlite3_column_count (statement);
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int j = 0; j < n_columns; j++)
          sum += sqlite3_column_int64 (statement, j);
      sqlite3_finalize (statement);
    }
  start = now () - start;
  sqlite3_close (handle);
  return start;
}

static double
score_all (RfStore *store,
           RfQuestionnaire *questionnaire,
           guint n_offerings)
{
  RfScoringContext context = { .profile = -1, .as_of = AS_OF };
  g_autoptr (RfEvaluation) evaluation = rf_evaluation_new (questionnaire, &context);
  g_autofree RfAnswerValue *values = g_new (RfAnswerValue, questionnaire->n_questions);
  double start = now ();

  for (guint i = 0; i < n_offerings; i++)
    {
      g_autofree char *id = g_strdup_printf ("o%u.1", i);
      g_autoptr (GError) error = NULL;
      RfSideScore score;

      rf_store_read_answer_values (store, id, questionnaire->n_questions, AS_OF, values, &error);
      g_assert_no_error (error);
      rf_evaluation_set_answers (evaluation, values);
      rf_evaluation_get_side (evaluation, RF_SIDE_PROVIDER, &score);
      g_assert_cmpfloat (score.figures.coverage, ==, 100);
    }
  return now () - start;
}

static gboolean
measure_scan (guint n_offerings,
              guint n_questions)
{
  g_autofree char *path = g_build_filename (folder, "portfolio", NULL);
  g_autoptr (RfQuestionnaire) questionnaire = build_questionnaire (n_questions);
  RfStore *store = make_store (path, questionnaire, n_offerings);
  double scans[3];
  double scores[3];

  rf_store_close (store);
  fill (path, n_questions);
  store = rf_store_open (path, RF_STORE_DEFAULT, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scans); i++)
    {
      scans[i] = scan_rows (path);
      scores[i] = score_all (store, questionnaire, n_offerings);
    }
  rf_store_close (store);
  {
    double scan = middle (scans, G_N_ELEMENTS (scans));
    double score = middle (scores, G_N_ELEMENTS (scores));
    g_autofree char *what = g_strdup_printf ("%u offerings of %u answers scored from the store", n_offerings, n_questions);

    return figure_print_ratio (what, score / 1e3, scan / 1e3, "ms", 2);
  }
}

int
main (int argc,
      char *argv[])
{
  static const char *const files[] = { "save", "bare", "portfolio" };
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  gboolean kept;

  folder = g_dir_make_tmp ("ringfence-bench-XXXXXX", NULL);
  kept = measure_commit ();
  kept = measure_scan (argc > 1 ? (guint) atoi (argv[1]) : 1000, argc > 2 ? (guint) atoi (argv[2]) : 2000) && kept;
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    for (guint j = 0; j < G_N_ELEMENTS (suffixes); j++)
      {
        g_autofree char *path = g_strconcat (folder, "/", files[i], suffixes[j], NULL);

        g_unlink (path);
      }
  g_rmdir (folder);
  g_free (folder);
  return kept ? 0 : 1;
}
