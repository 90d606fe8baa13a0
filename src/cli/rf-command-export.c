// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-record-json.h"
#include "rf-record-xml.h"
#include "rf-session.h"

#include <glib/gi18n-lib.h>

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
  bytes = export_record (&session, argv[1], without_files, &error);
  return rf_session_say (bytes && rf_output_write (out, bytes, &error), NULL, &error);
}

const RfCommand rf_command_export = { "export", N_ ("OFFERING"), N_ ("Write everything about an offering as a file that can be imported again."),
                                      N_ ("With --format=xml, as without, or json: an answers file, which “import” takes back without loss."),
                                      run_export };
