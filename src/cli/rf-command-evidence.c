// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

#include <math.h>
#include <string.h>

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "title", N_ ("Title"), RF_COLUMN_TEXT },
  { "expires", N_ ("Expires"), RF_COLUMN_TEXT },
  { "file", N_ ("File"), RF_COLUMN_TEXT },
  { "bytes", N_ ("Bytes"), RF_COLUMN_NUMBER },
  { "sha256", N_ ("SHA-256"), RF_COLUMN_TEXT },
  { "href", N_ ("Link"), RF_COLUMN_TEXT },
  { "retrieved", N_ ("Retrieved"), RF_COLUMN_TEXT },
};

typedef struct
{
  char *title;
  char *expires;
  char *retrieved;
  char *offering;
  char *question;
  char *grade;
  char *locator;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->title);
  g_free (self->expires);
  g_free (self->retrieved);
  g_free (self->offering);
  g_free (self->question);
  g_free (self->grade);
  g_free (self->locator);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &self->title, N_ ("What it is called"), N_ ("TEXT") },
    { "expires", 0, 0, G_OPTION_ARG_STRING, &self->expires, N_ ("The last day on which it counts in full"),
      N_ ("DATE") },
    { "retrieved", 0, 0, G_OPTION_ARG_STRING, &self->retrieved, N_ ("When a web link was read"), N_ ("DATE") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static GOptionEntry *
list_link_options (Options *self)
{
  const GOptionEntry options[] = {
    { "offering", 0, 0, G_OPTION_ARG_STRING, &self->offering, N_ ("Whose answer it supports"), N_ ("ID") },
    { "question", 0, 0, G_OPTION_ARG_STRING, &self->question, N_ ("The answer to which question it supports"),
      N_ ("ID") },
    { "grade", 0, 0, G_OPTION_ARG_STRING, &self->grade,
      N_ ("statement, documentation, contract, attestation or tested"), N_ ("GRADE") },
    { "locator", 0, 0, G_OPTION_ARG_STRING, &self->locator, N_ ("Where it says so: a page, a clause"), N_ ("TEXT") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static void
add_day (RfTable *table,
         RfDay day)
{
  g_autofree char *text = day == RF_DAY_NONE ? NULL : rf_day_to_string (day);

  rf_table_add_text (table, text);
}

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  list = rf_workspace_list_evidence (session.workspace, &error);
  if (list == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < list->len; i++)
    {
      const RfEvidence *evidence = g_ptr_array_index (list, i);

      rf_table_add_text (table, evidence->id);
      rf_table_add_text (table, evidence->title);
      add_day (table, evidence->expires);
      rf_table_add_text (table, evidence->file_name);
      rf_table_add_number (table, evidence->size ? (double) evidence->size : NAN);
      rf_table_add_text (table, evidence->sha256);
      rf_table_add_text (table, evidence->href);
      add_day (table, evidence->retrieved);
    }
  return rf_session_print (&session, table);
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RfDay expires = RF_DAY_NONE;
  RfDay retrieved = RF_DAY_NONE;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !rf_session_parse_day (command, given.expires, &expires, &status) || !rf_session_parse_day (command, given.retrieved, &retrieved, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  if (strstr (argv[1], "://"))
    id = rf_workspace_attach_link (session.workspace, argv[1], given.title ? given.title : argv[1], retrieved, expires,
                                   &error);
  else
    id = rf_workspace_attach_file (session.workspace, argv[1], given.title, expires, &error);
  return rf_session_finish (&session, id != NULL, id, &error);
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfEvidence) evidence = NULL;
  g_autoptr (GError) error = NULL;
  RfDay expires = RF_DAY_NONE;
  RfDay retrieved = RF_DAY_NONE;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !rf_session_parse_day (command, given.expires, &expires, &status) || !rf_session_parse_day (command, given.retrieved, &retrieved, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  evidence = rf_workspace_dup_evidence (session.workspace, argv[1], &error);
  if (evidence == NULL)
    return rf_command_fail (error);
  evidence->expires = given.expires ? expires : evidence->expires;
  evidence->retrieved = given.retrieved ? retrieved : evidence->retrieved;
  if (given.title)
    {
      g_free (evidence->title);
      evidence->title = g_steal_pointer (&given.title);
    }
  return rf_session_finish (&session, rf_workspace_edit_evidence (session.workspace, evidence, &error), NULL, &error);
}

static RfExitStatus
run_remove (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_remove_evidence (session.workspace, argv[1], &error), NULL, &error);
}

static RfExitStatus
run_link (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_link_options (&given);
  g_autoptr (GError) error = NULL;
  RfGrade grade;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (given.offering == NULL || given.question == NULL || given.grade == NULL)
    return rf_command_misuse (command, _ ("--offering, --question and --grade are all needed."));
  if (!rf_grade_from_nick (given.grade, &grade))
    return rf_command_misuse (command, _ ("“%s” is not a grade: statement, documentation, contract, attestation or tested."),
                              given.grade);
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_link_evidence (session.workspace, given.offering, given.question, argv[1], grade, given.locator, &error),
                            NULL, &error);
}

static RfExitStatus
run_unlink (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_link_options (&given);
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status))
    return status;
  if (given.offering == NULL || given.question == NULL)
    return rf_command_misuse (command, _ ("--offering and --question are both needed."));
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  return rf_session_finish (&session,
                            rf_workspace_unlink_evidence (session.workspace, given.offering, given.question, argv[1], &error), NULL, &error);
}

const RfCommand rf_command_evidence_list = { "evidence list", "", N_ ("List the evidence."), NULL, run_list };
const RfCommand rf_command_evidence_add = { "evidence add", N_ ("FILE-OR-LINK"), N_ ("Keep a file or a web link as evidence and print its id."), NULL, run_add };
const RfCommand rf_command_evidence_edit = { "evidence edit", N_ ("ID"), N_ ("Change what is said of evidence."), NULL,
                                             run_edit };
const RfCommand rf_command_evidence_remove = { "evidence remove", N_ ("ID"), N_ ("Remove evidence and its links."), NULL,
                                               run_remove };
const RfCommand rf_command_evidence_link = { "evidence link", N_ ("ID"), N_ ("Let evidence support an answer."), NULL,
                                             run_link };
const RfCommand rf_command_evidence_unlink = { "evidence unlink", N_ ("ID"),
                                               N_ ("Let evidence no longer support an answer."), NULL, run_unlink };
