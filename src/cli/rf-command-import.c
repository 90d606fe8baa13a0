// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-json.h"
#include "rf-record-xml.h"
#include "rf-session.h"
#include "rf-xml-input.h"
#include "rf-xml-kind.h"
#include "rf-language.h"

#include <string.h>

static char *
import_questionnaire (RfWorkspace *workspace,
                      GBytes *bytes,
                      const char *name,
                      RfProblems *problems,
                      GError **error)
{
  g_autoptr (RfQuestionnaire) questionnaire = rf_workspace_add_questionnaire (workspace, bytes, name, problems, error);

  return questionnaire ? g_strdup_printf ("%s %u", questionnaire->id, questionnaire->revision) : NULL;
}

static char *
import_answers (RfWorkspace *workspace,
                GBytes *bytes,
                const char *name,
                RfProblems *problems,
                GError **error)
{
  g_autoptr (RfRecord) record = rf_record_json_is_meant (bytes) ? rf_record_read_json (bytes, name, problems, error) : rf_record_read_bytes (bytes, name, problems, error);

  return record ? rf_workspace_import_record (workspace, record, problems, error) : NULL;
}

static char *
import_bytes (RfWorkspace *workspace,
              GBytes *bytes,
              const char *name,
              RfProblems *problems,
              GError **error)
{
  RfXmlKind kind;

  if (rf_record_json_is_meant (bytes))
    return import_answers (workspace, bytes, name, problems, error);
  if (!rf_xml_find_kind (bytes, name, &kind, error))
    return NULL;
  if (kind == RF_XML_QUESTIONNAIRE)
    return import_questionnaire (workspace, bytes, name, problems, error);
  if (kind == RF_XML_ANSWERS || kind == RF_XML_UNKNOWN)
    return import_answers (workspace, bytes, name, problems, error);
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
               _ ("%s: Only questionnaires and answers files can be imported. “ringfence-cli validate” checks the others, “translation add” takes translations."), name);
  return NULL;
}

static RfExitStatus
import_file (RfSession *session,
             const char *path,
             GString *page)
{
  const char *name = rf_xml_input_get_name (path);
  g_autoptr (RfProblems) problems = rf_problems_new (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, &error);
  g_autofree char *id = NULL;
  g_autofree char *warnings = NULL;

  if (bytes == NULL || !rf_session_begin_change (session, &error))
    return rf_command_fail (error);
  id = import_bytes (session->workspace, bytes, name, problems, &error);
  if (!rf_session_end_change (session, id != NULL, &error))
    return rf_command_fail (error);
  warnings = rf_problems_to_string (problems);
  if (*warnings)
    g_printerr ("%s\n", warnings);
  g_string_append_printf (page, "%s\n", id);
  return RF_EXIT_DONE;
}

/* A store from elsewhere becomes a workspace. */
static RfExitStatus
import_store (const RfCommand *command,
              const char *path,
              const char *name)
{
  g_autoptr (RfWorkspace) workspace = NULL;
  g_autoptr (GError) error = NULL;

  if (name == NULL)
    return rf_command_misuse (command, _ ("--store needs --workspace: the name of the new workspace."));
  workspace = rf_workspace_import_store (path, name, &error);
  return rf_session_say (workspace != NULL, name, &error);
}

/* A workspace that was only made to take a bad file in is not left behind. Where somebody else has come in meanwhile,
 * it is theirs. */
static void
leave_nothing_behind (RfSession *session,
                      const char *name)
{
  g_autofree char *head = rf_workspace_dup_head (session->workspace, NULL);

  if (head == NULL || head[strspn (head, "0")] != '\0')
    return;
  g_clear_object (&session->workspace);
  rf_workspace_delete (name, NULL);
}

static RfExitStatus
import_files (RfSession *session,
              const char *name,
              char **paths)
{
  g_autofree char *path = rf_workspace_check_name (name, NULL) ? rf_workspace_dup_path_of (name) : NULL;
  gboolean is_new = path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  RfExitStatus status = RF_EXIT_DONE;

  /* importing begins a workspace, whatever its name */
  session->workspace = rf_workspace_open (name, RF_WORKSPACE_CREATE, &error);
  if (session->workspace == NULL)
    return rf_command_fail (error);
  if (session->author)
    rf_workspace_set_author (session->workspace, session->author);
  for (guint i = 0; paths[i] && status == RF_EXIT_DONE; i++)
    status = import_file (session, paths[i], page);
  if (is_new && status != RF_EXIT_DONE)
    leave_nothing_behind (session, name);
  if (!rf_output_write_text (NULL, page->str, &error))
    return rf_command_fail (error);
  return status;
}

static RfExitStatus
run_import (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree GOptionEntry *options = rf_session_list_options (&session);
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, session.store ? 0 : 1, session.store ? 0 : G_MAXINT, &status))
    return status;
  if (session.store)
    return import_store (command, session.store, session.workspace_name);
  return import_files (&session, session.workspace_name ? session.workspace_name : "default", argv + 1);
}

const RfCommand rf_command_import = {
  "import",
  N_ ("FILE…"),
  N_ ("Take questionnaires and answers files into the workspace and print what they are called there."),
  N_ ("With --store=FILE and --workspace=NAME: make a store from elsewhere a workspace of its own."),
  run_import,
};
