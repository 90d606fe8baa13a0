// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-findings-json.h"
#include "rf-portfolio.h"
#include "rf-record-xml.h"
#include "rf-score-table.h"
#include "rf-table-output.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The answers as a file that can be read back. */
static GBytes *
export_answers (const RfSession *session,
                const char *offering,
                GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (session->workspace, offering, error);

  return record ? rf_record_write (record, error) : NULL;
}

/* The figures, as "score" prints them. */
static GBytes *
export_figures (const RfSession *session,
                char **offerings,
                GError **error)
{
  const RfScoreRequest request = { 0 };
  g_autoptr (GPtrArray) list = rf_portfolio_find (session, &request, offerings, error);
  g_autoptr (RfTable) table = NULL;
  char *text;

  if (list == NULL)
    return NULL;
  if (session->format == RF_FORMAT_JSON)
    text = rf_findings_to_json (g_ptr_array_index (list, 0));
  else
    {
      table = rf_score_table_new (list);
      text = rf_table_to_csv (table);
    }
  return g_bytes_new_take (text, strlen (text));
}

static RfExitStatus
run_export (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *out = NULL;
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("Write to FILE instead of standard output"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (session.format == RF_FORMAT_TEXT)
    bytes = export_answers (&session, argv[1], &error);
  else
    bytes = export_figures (&session, argv + 1, &error);
  return rf_session_say (bytes && rf_output_write (out, bytes, &error), NULL, &error);
}

const RfCommand rf_command_export = { "export", N_ ("OFFERING"), N_ ("Write an offering's answers as an answers file."),
                                      N_ ("With --format=json or csv: its figures, as “score” prints them."),
                                      run_export };
