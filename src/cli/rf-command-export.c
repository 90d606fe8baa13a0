// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-record-xml.h"
#include "rf-session.h"

#include <glib/gi18n-lib.h>

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
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, options, &argv, 1, 1, &status))
    return status;
  record = rf_workspace_dup_record (session.workspace, argv[1], &error);
  if (record == NULL)
    return rf_command_fail (error);
  bytes = rf_record_write (record, &error);
  return rf_session_say (bytes && rf_output_write (out, bytes, &error), NULL, &error);
}

const RfCommand rf_command_export = { "export", N_ ("OFFERING"), N_ ("Write an offering's answers as an answers file."),
                                      N_ ("For its figures as JSON or CSV: “ringfence-cli score OFFERING --format=json”."),
                                      run_export };
