// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-xml-input.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "revision", N_ ("Revision"), RF_COLUMN_NUMBER },
  { "questions", N_ ("Questions"), RF_COLUMN_NUMBER },
  { "title", N_ ("Title"), RF_COLUMN_TEXT },
  { "sha256", N_ ("SHA-256"), RF_COLUMN_TEXT },
};

/* The hash is for programs: on a terminal it leaves the title no room. */
#define SHOWN_COLUMNS 4

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  gboolean is_for_programs;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  list = rf_workspace_list_questionnaires (session.workspace, &error);
  if (list == NULL)
    return rf_command_fail (error);
  is_for_programs = session.format != RF_FORMAT_TEXT;
  table = rf_table_new (columns, is_for_programs ? G_N_ELEMENTS (columns) : SHOWN_COLUMNS);
  for (guint i = 0; i < list->len; i++)
    {
      const RfQuestionnaire *questionnaire = g_ptr_array_index (list, i);

      rf_table_add_text (table, questionnaire->id);
      rf_table_add_number (table, questionnaire->revision);
      rf_table_add_number (table, questionnaire->n_questions);
      rf_table_add_text (table, questionnaire->title);
      if (is_for_programs)
        rf_table_add_text (table, questionnaire->sha256);
    }
  return rf_session_print (&session, table);
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfProblems) problems = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *warnings = NULL;
  g_autofree char *id = NULL;
  const char *name;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  name = rf_xml_input_get_name (argv[1]);
  problems = rf_problems_new (name);
  bytes = rf_xml_input_load (argv[1], &error);
  if (bytes == NULL)
    return rf_command_fail (error);
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  questionnaire = rf_workspace_add_questionnaire (session.workspace, bytes, name, problems, &error);
  if (questionnaire == NULL)
    return rf_command_fail (error);
  warnings = rf_problems_to_string (problems);
  if (*warnings)
    g_printerr ("%s\n", warnings);
  id = g_strdup_printf ("%s %u", questionnaire->id, questionnaire->revision);
  return rf_session_finish (&session, TRUE, id, &error);
}

const RfCommand rf_command_questionnaire_list = { "questionnaire list", "",
                                                  N_ ("List the questionnaires of the workspace."),
                                                  N_ ("The hash of what scores depend on is in --format=json and csv."), run_list };
const RfCommand rf_command_questionnaire_add = { "questionnaire add", N_ ("FILE"),
                                                 N_ ("Take a questionnaire in and print its id and revision."), NULL, run_add };
