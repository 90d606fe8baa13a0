// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers copied from another offering, and confirmed. */

#include "config.h"

#include "rf-commands.h"

#include "rf-session.h"
#include "rf-language.h"

static RfExitStatus
run_inherit (const RfCommand *command,
             char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *from = NULL;
  g_auto (GStrv) questions = NULL;
  const GOptionEntry options[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("The offering whose answers are copied"), N_ ("OFFERING") },
    { "question", 0, 0, G_OPTION_ARG_STRING_ARRAY, &questions,
      N_ ("Only this question; may be given several times"), N_ ("QUESTION") },
    { NULL },
  };
  g_autofree char *line = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_done;
  RfExitStatus status;
  guint n = 0;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (from == NULL)
    return rf_command_misuse (command, _ ("--from is missing: whose answers are copied?"));
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  is_done = rf_workspace_inherit_answers (session.workspace, argv[1], from, (const char *const *) questions, &n, &error);
  line = g_strdup_printf (ngettext ("%u answer copied, to be confirmed.", "%u answers copied, to be confirmed.", n), n);
  return rf_session_finish (&session, is_done, line, &error);
}

static gboolean
confirm_all (RfWorkspace *workspace,
             const char *offering,
             GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (workspace, offering, error);

  for (guint i = 0; record && i < record->answers->len; i++)
    {
      const RfAnswer *answer = g_ptr_array_index (record->answers, i);

      if (answer->inherited_from && !rf_workspace_confirm_answer (workspace, offering, answer->question, error))
        return FALSE;
    }
  return record != NULL;
}

static gboolean
confirm_named (RfWorkspace *workspace,
               const char *offering,
               char **questions,
               GError **error)
{
  for (; *questions; questions++)
    if (!rf_workspace_confirm_answer (workspace, offering, *questions, error))
      return FALSE;
  return TRUE;
}

static RfExitStatus
run_confirm (const RfCommand *command,
             char **argv)
{
  g_auto (RfSession) session = { 0 };
  gboolean all = FALSE;
  const GOptionEntry options[] = {
    { "all", 0, 0, G_OPTION_ARG_NONE, &all, N_ ("Every answer that was copied"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  gboolean is_done;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, G_MAXINT, &status))
    return status;
  if (all == (argv[2] != NULL))
    return rf_command_misuse (command, _ ("Name the questions, or give --all."));
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  is_done = all ? confirm_all (session.workspace, argv[1], &error) : confirm_named (session.workspace, argv[1], argv + 2, &error);
  return rf_session_finish (&session, is_done, NULL, &error);
}

const RfCommand rf_command_assessment_inherit = {
  "assessment inherit",
  N_ ("OFFERING"),
  N_ ("Copy answers of another offering into questions that are unanswered."),
  N_ ("Until it is confirmed a copy counts as a provider's statement at most."),
  run_inherit,
};
const RfCommand rf_command_assessment_confirm = {
  "assessment confirm",
  N_ ("OFFERING [QUESTION…]"),
  N_ ("Confirm that copied answers hold for this offering too."),
  NULL,
  run_confirm,
};
