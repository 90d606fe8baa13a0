// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The workspaces as files: listed, renamed, removed, taken in, copied. */

#include "config.h"

#include "rf-commands.h"

#include "rf-output.h"
#include "rf-session.h"
#include "rf-table-output.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "name", N_ ("Name"), RF_COLUMN_TEXT },
  { "changed", N_ ("Last change"), RF_COLUMN_TEXT },
  { "bytes", N_ ("Bytes"), RF_COLUMN_NUMBER },
};

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_autofree char *format_name = NULL;
  const GOptionEntry options[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name, N_ ("Print as text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GError) error = NULL;
  RfFormat format;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 0, 0, &status))
    return status;
  if (!rf_format_from_nick (format_name, &format))
    return rf_command_misuse (command, _ ("“%s” is not a format: text, json or csv."), format_name);
  files = rf_workspace_list_files (&error);
  if (files == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < files->len; i++)
    {
      const RfWorkspaceFile *file = g_ptr_array_index (files, i);
      g_autoptr (GDateTime) changed = g_date_time_new_from_unix_utc (file->changed);
      g_autofree char *time = g_date_time_format_iso8601 (changed);

      rf_table_add_text (table, file->name);
      rf_table_add_text (table, time);
      rf_table_add_number (table, (double) file->size);
    }
  return rf_table_print (table, format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static RfExitStatus
run_rename (const RfCommand *command,
            char **argv)
{
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_command_parse (command, NULL, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 2, 2, &status))
    return status;
  return rf_session_say (rf_workspace_rename (argv[1], argv[2], &error), NULL, &error);
}

static RfExitStatus
run_remove (const RfCommand *command,
            char **argv)
{
  gboolean yes = FALSE;
  const GOptionEntry options[] = {
    { "yes", 0, 0, G_OPTION_ARG_NONE, &yes, N_ ("Do it: nothing brings it back"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 1, 1, &status))
    return status;
  if (!yes)
    return rf_command_misuse (command, _ ("This removes “%s” for good, with its evidence and its audit trail. Add --yes if that is meant."), argv[1]);
  return rf_session_say (rf_workspace_delete (argv[1], &error), NULL, &error);
}

static RfExitStatus
run_import (const RfCommand *command,
            char **argv)
{
  g_autoptr (RfWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_command_parse (command, NULL, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 2, 2, &status))
    return status;
  workspace = rf_workspace_import_store (argv[1], argv[2], &error);
  return rf_session_say (workspace != NULL, NULL, &error);
}

static RfExitStatus
run_copy (const RfCommand *command,
          char **argv)
{
  g_autofree char *path = NULL;
  g_autoptr (RfWorkspace) copy = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_command_parse (command, NULL, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 2, 2, &status))
    return status;
  if (!rf_workspace_check_name (argv[1], &error))
    return rf_command_fail (error);
  path = rf_workspace_dup_path_of (argv[1]);
  copy = rf_workspace_import_store (path, argv[2], &error);
  return rf_session_say (copy != NULL, NULL, &error);
}

const RfCommand rf_command_workspace_list = { "workspace list", "", N_ ("List the workspaces."), NULL, run_list };
const RfCommand rf_command_workspace_rename = { "workspace rename", N_ ("NAME NEW-NAME"), N_ ("Give a workspace another name."),
                                                N_ ("Nobody may have it open."), run_rename };
const RfCommand rf_command_workspace_remove = { "workspace remove", N_ ("NAME"), N_ ("Remove a workspace for good."),
                                                N_ ("Nobody may have it open."), run_remove };
const RfCommand rf_command_workspace_import = { "workspace import", N_ ("FILE NAME"),
                                                N_ ("Make a store from elsewhere a workspace of this name."), NULL, run_import };
const RfCommand rf_command_workspace_copy = { "workspace copy", N_ ("NAME NEW-NAME"),
                                              N_ ("Copy a workspace, also while it is in use."), NULL, run_copy };
