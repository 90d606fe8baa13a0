// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

static RfExitStatus
run_backup (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  head = rf_workspace_dup_head (session.workspace, &error);
  if (head == NULL)
    return rf_command_fail (error);
  return rf_session_say (rf_workspace_save_copy (session.workspace, argv[1], &error), head, &error);
}

const RfCommand rf_command_backup = { "backup", N_ ("FILE"), N_ ("Write a copy of the whole store, also while it is in use, and print its head."), NULL,
                                      run_backup };
