// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-portfolio.h"
#include "rf-report.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *out;
  char *organisation;
  char *paper;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->out);
  g_free (self->organisation);
  g_free (self->paper);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
write_report (const RfFindings *findings,
              const RfReportOptions *options,
              const char *path,
              GError **error)
{
  g_auto (GStrv) missing = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (!rf_output_is_a_stream (path))
    {
      if (!rf_report_write_pdf (findings, options, path, NULL, NULL, NULL, &missing, error))
        return FALSE;
    }
  else
    {
      bytes = rf_report_render_pdf (findings, options, NULL, NULL, NULL, &missing, error);
      if (bytes == NULL || !rf_output_write (path, bytes, error))
        return FALSE;
    }
  if (missing && *missing)
    {
      g_autofree char *list = g_strjoinv (" ", missing);

      g_printerr (_ ("ringfence-cli: no font has these characters, the report names them instead: %s\n"), list);
    }
  return TRUE;
}

static RfExitStatus
run_report (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_auto (Options) given = { 0 };
  const GOptionEntry options[] = {
    { "out", 'o', 0, G_OPTION_ARG_FILENAME, &given.out, N_ ("Write the PDF to FILE; “-”: to standard output"),
      N_ ("FILE") },
    { "organisation", 0, 0, G_OPTION_ARG_STRING, &given.organisation, N_ ("For whom the report is made"), N_ ("NAME") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &given.paper, N_ ("a4 or letter"), N_ ("SIZE") },
    { NULL },
  };
  RfReportOptions of_report = { .paper = RF_PAPER_A4 };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  RfExitStatus status;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status))
    return status;
  if (given.out == NULL)
    return rf_command_misuse (command, _ ("--out is missing: where should the report go?"));
  if (g_strcmp0 (given.paper, "letter") == 0)
    of_report.paper = RF_PAPER_LETTER;
  else if (given.paper && !g_str_equal (given.paper, "a4"))
    return rf_command_misuse (command, _ ("“%s” is not a paper size: a4 or letter."), given.paper);
  if (g_strv_length (argv) > 2 || (request.answers && g_strv_length (request.answers) > 1))
    return rf_command_misuse (command, _ ("A report is about one offering: name it."));
  list = rf_portfolio_find_anywhere (&session, &request, argv + 1, &status);
  if (list == NULL)
    return status;
  if (list->len != 1)
    return rf_command_misuse (command, _ ("A report is about one offering: name it."));
  head = session.workspace ? rf_workspace_dup_head (session.workspace, NULL) : NULL;
  of_report.organisation = given.organisation;
  of_report.chain_head = head;
  return rf_session_say (write_report (g_ptr_array_index (list, 0), &of_report, given.out, &error), NULL, &error);
}

const RfCommand rf_command_report = {
  "report",
  N_ ("[OFFERING]"),
  N_ ("Write the report on an offering as a PDF."),
  N_ ("With --questionnaire and --answers the report is about an answers file."),
  run_report,
};
