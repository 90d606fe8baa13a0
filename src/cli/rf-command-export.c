// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-answer-table.h"
#include "rf-benchmark-list.h"
#include "rf-offering-tables.h"
#include "rf-portfolio.h"
#include "rf-record-json.h"
#include "rf-record-xml.h"
#include "rf-score-table.h"
#include "rf-session.h"
#include "rf-table-output.h"
#include "rf-workbook.h"
#include "rf-language.h"

#include <string.h>

/* Everything about the offering, as a file that can be read back. */
static GBytes *
export_record (const RfSession *session,
               const char *offering,
               gboolean without_files,
               GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_export (session->workspace, offering, !without_files, error);

  if (record == NULL)
    return NULL;
  return session->format == RF_FORMAT_JSON ? rf_record_write_json (record, error) : rf_record_write (record, error);
}

static RfFindings *
find (const RfSession *session,
      char **offerings,
      GError **error)
{
  const RfScoreRequest request = { 0 };
  g_autoptr (GPtrArray) list = rf_portfolio_find (session, &request, offerings, error);

  return list ? rf_findings_ref (g_ptr_array_index (list, 0)) : NULL;
}

/* A row for each question: for a spreadsheet, not for importing. */
static GBytes *
export_answers (const RfSession *session,
                char **offerings,
                GError **error)
{
  g_autoptr (RfFindings) findings = find (session, offerings, error);
  g_autoptr (RfTable) table = findings ? rf_answer_table_new (findings) : NULL;
  char *text;

  if (table == NULL)
    return NULL;
  text = rf_table_to_csv (table);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_workbook (const RfFindings *findings,
               const RfTable *scores,
               const RfTable *benchmarks,
               GError **error)
{
  g_autoptr (RfTable) summary = rf_summary_table_new (findings);
  g_autoptr (RfTable) answers = rf_answer_table_new (findings);
  g_autoptr (RfTable) evidence = rf_evidence_table_new (findings->record);
  g_autoptr (RfTable) actions = rf_action_table_new (findings->record);
  /* the names of sheets are what formulas of a reader's own refer to: not translated, as the keys of CSV are not */
  const RfSheet sheets[] = {
    { "Summary", summary },
    { "Answers", answers },
    { "Scores", scores },
    { "Evidence", evidence },
    { "Actions", actions },
    { "Benchmarks", benchmarks },
  };

  return rf_workbook_write (sheets, G_N_ELEMENTS (sheets), findings->record->offering->name, findings->as_of, error);
}

static GBytes *
export_workbook (const RfSession *session,
                 char **offerings,
                 GError **error)
{
  const RfScoreRequest request = { 0 };
  g_autoptr (GPtrArray) list = rf_portfolio_find (session, &request, offerings, error);
  g_autoptr (RfTable) scores = NULL;
  g_autoptr (RfTable) benchmarks = NULL;
  RfBenchmarkList figures = { 0 };
  RfFindings *findings;

  if (list == NULL)
    return NULL;
  figures.files = rf_benchmark_list_read ((char *[]){ NULL }, error);
  if (figures.files == NULL)
    return NULL;
  findings = g_ptr_array_index (list, 0);
  figures.questionnaire = findings->questionnaire;
  figures.findings = list;
  scores = rf_score_table_new (list);
  benchmarks = rf_benchmark_list_to_table (&figures);
  g_ptr_array_unref (figures.files);
  return make_workbook (findings, scores, benchmarks, error);
}

static RfExitStatus
run_export (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { .exports = TRUE };
  g_autofree char *out = NULL;
  gboolean without_files = FALSE;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { "without-files", 0, 0, G_OPTION_ARG_NONE, &without_files, N_ ("Leave the bytes of evidence files out"), NULL },
    { NULL },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (session.format == RF_FORMAT_CSV)
    bytes = export_answers (&session, argv + 1, &error);
  else if (session.format == RF_FORMAT_XLSX)
    bytes = export_workbook (&session, argv + 1, &error);
  else
    bytes = export_record (&session, argv[1], without_files, &error);
  return rf_session_say (bytes && rf_output_write (out, bytes, &error), NULL, &error);
}

const RfCommand rf_command_export = { "export", N_ ("OFFERING"), N_ ("Write everything about an offering as a file that can be imported again."),
                                      N_ ("With --format=xml, as without, or json: an answers file, which “import” takes back without loss. With --format=csv: a row for each question; with xlsx: a workbook for spreadsheets."),
                                      run_export };
