// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A large portfolio: its first load beside that of a tenth of it, and looking again after one answer beside the
 * first load. One offering is assessed by the operations of a user; the others are copies of its rows, with papers
 * of their own. No copy is in the audit trail, which nothing here reads from its beginning.
 */

#include "config.h"

#include "figure.h"
#include "rf-workspace.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <stdlib.h>

#define LOADS 5
/* 2026-11-20 12:00 UTC */
#define NOW G_GINT64_CONSTANT (1795176000)

static gint64
fixed_clock (gpointer data)
{
  return NOW;
}

static RfWorkspace *
open_at (const char *path)
{
  g_autoptr (GError) error = NULL;
  RfWorkspace *workspace = rf_workspace_open_file (path, RF_WORKSPACE_CREATE, &error);

  g_assert_no_error (error);
  rf_workspace_set_clock (workspace, fixed_clock, NULL);
  return workspace;
}

static void
answer (RfWorkspace *workspace,
        const RfQuestion *question,
        guint option)
{
  g_autoptr (RfAnswer) given = rf_answer_new (question->id, RF_ANSWER_ANSWERED);
  g_autoptr (GError) error = NULL;

  given->choices = g_strdupv ((char *[]){ (char *) question->options[option % question->n_options].id, NULL });
  rf_workspace_put_answer (workspace, "first", given, &error);
  g_assert_no_error (error);
}

static void
add_use_cases (RfWorkspace *workspace,
               RfDay today)
{
  static const char *const names[] = { "Chat", "Code", "Search" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RfUseCase) use_case = rf_use_case_new (NULL, names[i]);
      g_autoptr (GError) error = NULL;
      g_autofree char *id = rf_workspace_add_use_case (workspace, use_case, &error);
      g_autoptr (RfDecision) decision = rf_decision_new (id, RF_VERDICT_APPROVE);

      decision->owner = g_strdup ("B. Oss");
      decision->decided = today;
      decision->expires = today + 100;
      rf_workspace_decide (workspace, "first", decision, &error);
      g_assert_no_error (error);
    }
}

/* Every question that offers a choice is answered, every third with a paper. */
static void
assess (RfWorkspace *workspace,
        const RfQuestionnaire *questionnaire)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *paper = rf_workspace_attach_link (workspace, "https://example.org/", "Contract", RF_DAY_NONE, RF_DAY_NONE, &error);
  g_autoptr (RfAction) action = rf_action_new (NULL, "Change it");
  g_autofree char *id = NULL;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];

      if (question->n_options == 0 || question->scope == RF_SCOPE_ORGANISATION)
        continue;
      answer (workspace, question, i);
      if (i % 3 == 0)
        rf_workspace_link_evidence (workspace, "first", question->id, paper, RF_GRADE_CONTRACT, NULL, &error);
      g_assert_no_error (error);
    }
  id = rf_workspace_add_action (workspace, "first", action, &error);
  g_assert_no_error (error);
}

static void
run (const char *path,
     const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  sqlite3_open (path, &handle);
  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
  sqlite3_close (handle);
}

/* Assessments are numbered as they are added, so the copy of offering i has the number i + 1. */
static void
multiply (const char *path,
          guint n_offerings)
{
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA synchronous = OFF; BEGIN;"
    "CREATE TEMP TABLE copy AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < %u) SELECT i, 'o' || i AS id FROM n;"
    "INSERT INTO offering (id, provider, name) SELECT copy.id, provider, 'Offering ' || i FROM offering, copy;"
    "INSERT INTO evidence (number, id, title, href, retrieved, expires) SELECT i + 1, 'paper-' || i, 'Contract ' || i, 'https://example.org/', '2026-11-01', '2027-01-01' FROM copy;"
    "INSERT INTO assessment (number, id, offering, questionnaire, revision, status, as_of, assessor)"
    " SELECT i + 1, copy.id || '.1', copy.id, questionnaire, revision, status, as_of, assessor FROM assessment, copy;"
    "INSERT INTO answer (assessment, position, state, override_risk, chosen, number, question, choices, value)"
    " SELECT i + 1, position, state, override_risk, chosen, number, question, choices, value FROM copy, answer;"
    "INSERT INTO evidence_link (assessment, position, rank, grade, evidence) SELECT i + 1, position, rank, grade, i + 1 FROM copy, evidence_link;"
    "INSERT INTO action (id, assessment, text) SELECT copy.id || '.1/change', copy.id || '.1', text FROM copy, action;"
    "INSERT INTO decision (id, assessment, use_case, verdict, owner, decided, expires)"
    " SELECT copy.id || '.1/' || use_case, copy.id || '.1', use_case, verdict, owner, decided, expires FROM copy, decision;"
    "COMMIT; PRAGMA wal_checkpoint (TRUNCATE);",
    n_offerings);

  run (path, sql);
}

static void
make_store (const char *path,
            const char *questionnaire_path,
            guint n_offerings)
{
  g_autoptr (RfWorkspace) workspace = open_at (path);
  g_autoptr (RfOffering) offering = rf_offering_new ("first", "Northwind", "API");
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  rf_workspace_begin_step (workspace, "make it", &error);
  g_assert_no_error (error);
  questionnaire = rf_workspace_add_questionnaire_file (workspace, questionnaire_path, NULL, &error);
  g_assert_no_error (error);
  id = rf_workspace_add_offering (workspace, offering, &error);
  g_assert_no_error (error);
  rf_workspace_start_assessment (workspace, "first", NULL, 0, RF_DAY_NONE, &error);
  g_assert_no_error (error);
  assess (workspace, questionnaire);
  add_use_cases (workspace, rf_workspace_get_today (workspace));
  rf_workspace_end_step (workspace, &error);
  g_assert_no_error (error);
  g_clear_object (&workspace);
  multiply (path, n_offerings);
}

static double
load (RfWorkspace *workspace,
      guint n_offerings)
{
  double start = figure_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) summaries = rf_workspace_list_summaries (workspace, RF_DAY_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (summaries->len, ==, n_offerings);
  return figure_now () - start;
}

/* The first load of a workspace that was just opened, and looking again after an answer. */
static void
measure (const char *path,
         guint n_offerings,
         guint turn,
         double *first,
         double *again)
{
  g_autoptr (RfWorkspace) workspace = open_at (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = rf_workspace_dup_questionnaire (workspace, NULL, 0, &error);
  guint i = 0;

  g_assert_no_error (error);
  *first = load (workspace, n_offerings);
  while (questionnaire->questions[i].n_options == 0 || questionnaire->questions[i].scope == RF_SCOPE_ORGANISATION)
    i++;
  answer (workspace, &questionnaire->questions[i], turn + 1);
  *again = load (workspace, n_offerings);
}

static void
remove_store (const char *path)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_unlink (file);
    }
}

int
main (int argc,
      char *argv[])
{
  guint n_offerings = argc > 2 ? (guint) atoi (argv[2]) : 1000;
  g_autofree char *folder = g_dir_make_tmp ("ringfence-bench-XXXXXX", NULL);
  g_autofree char *small = g_build_filename (folder, "small", NULL);
  g_autofree char *large = g_build_filename (folder, "large", NULL);
  double small_loads[LOADS];
  double loads[LOADS];
  double small_looks[LOADS];
  double looks[LOADS];
  gboolean kept;

  g_assert_cmpint (argc, >=, 2);
  make_store (small, argv[1], n_offerings / 10);
  make_store (large, argv[1], n_offerings);
  for (guint i = 0; i < LOADS; i++)
    {
      measure (small, n_offerings / 10, i, &small_loads[i], &small_looks[i]);
      measure (large, n_offerings, i, &loads[i], &looks[i]);
    }
  remove_store (small);
  remove_store (large);
  g_rmdir (folder);
  {
    double first = figure_middle (loads, LOADS);
    g_autofree char *linear = g_strdup_printf ("the first load of %u assessed offerings beside ten times that of a tenth", n_offerings);
    g_autofree char *refresh = g_strdup_printf ("%u offerings after one answer beside the first load", n_offerings);

    kept = figure_print_ratio (linear, first, 10 * figure_middle (small_loads, LOADS), "ms", 1.5);
    kept = figure_print_ratio (refresh, figure_middle (looks, LOADS), first, "ms", 0.2) && kept;
  }
  return kept ? 0 : 1;
}
