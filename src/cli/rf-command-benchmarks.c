// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-benchmark-list.h"
#include "rf-data-folder.h"
#include "rf-portfolio.h"
#include "rf-questionnaire-xml.h"
#include "rf-session.h"
#include "rf-language.h"

/* That which comes with the program need not be there where another is not asked for. */
static gboolean
read_questionnaire (const char *given,
                    RfQuestionnaire **questionnaire,
                    GError **error)
{
  g_autofree char *shipped = rf_data_folder_dup_path ("questionnaires", "genai-confidentiality.xml");

  if (given == NULL && !g_file_test (shipped, G_FILE_TEST_EXISTS))
    return TRUE;
  *questionnaire = rf_questionnaire_read_file (given ? given : shipped, NULL, error);
  return *questionnaire != NULL;
}

static RfExitStatus
print (const RfSession *session,
       const RfBenchmarkList *list)
{
  g_autoptr (RfTable) table = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (session->format == RF_FORMAT_TEXT)
    {
      text = rf_benchmark_list_to_text (list);
      return rf_output_write_text (NULL, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
    }
  table = rf_benchmark_list_to_table (list);
  return rf_session_print (session, table);
}

static RfExitStatus
run_benchmarks (const RfCommand *command,
                char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Say which barriers the questionnaire in FILE answers, not the one that comes with the program"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GPtrArray) offerings = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  const RfScoreRequest usual = { 0 };
  char *all[] = { NULL };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  RfBenchmarkList list = { 0 };
  RfExitStatus status;

  if (!rf_session_begin (&session, command, options, &argv, 0, G_MAXINT, &status))
    return status;
  files = rf_benchmark_list_read (argv + 1, &error);
  if (files == NULL || !read_questionnaire (path, &questionnaire, &error))
    return rf_command_fail (error);
  offerings = rf_workspace_list_offerings (session.workspace, &error);
  findings = offerings ? rf_portfolio_find (&session, &usual, all, &error) : NULL;
  if (findings == NULL)
    return rf_command_fail (error);
  list.files = files;
  list.questionnaire = questionnaire;
  list.findings = findings;
  rf_own_plan_count (offerings, &list.plan);
  return print (&session, &list);
}

const RfCommand rf_command_benchmarks = {
  "benchmarks",
  N_ ("[FILE…]"),
  N_ ("Show what surveys say holds companies back, beside the sections that answer it and the own plan."),
  N_ ("Without a FILE, the figures that come with the program are shown. A FILE of your own may fill their gaps."),
  run_benchmarks,
};
