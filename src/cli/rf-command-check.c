// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

static const char *
describe (RfHeadRelation relation)
{
  if (relation == RF_HEAD_IS_HEAD)
    return _ ("Nothing was changed since the head that was given.");
  return _ ("The head that was given is an earlier entry of this chain: changed since, history intact.");
}

static const RfColumn columns[] = {
  { "head", N_ ("Head"), RF_COLUMN_TEXT },
  { "given", N_ ("The head given"), RF_COLUMN_TEXT },
};

/* For programs: what fails has no row but an exit status. */
static RfExitStatus
print_row (const RfSession *session,
           const char *head,
           const char *given)
{
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));

  rf_table_add_text (table, head);
  rf_table_add_text (table, given);
  return rf_session_print (session, table);
}

static RfExitStatus
run_check (const RfCommand *command,
           char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *head = NULL;
  const GOptionEntry options[] = {
    { "head", 0, 0, G_OPTION_ARG_STRING, &head, N_ ("Compare with a head noted earlier"), N_ ("HASH") },
    { NULL },
  };
  RfHeadRelation relation = RF_HEAD_IS_HEAD;
  g_autoptr (GError) error = NULL;
  g_autofree char *now = NULL;
  g_autofree char *text = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, options, &argv, 0, 0, &status))
    return status;
  if (!rf_workspace_check (session.workspace, head, &relation, &error))
    return rf_command_fail (error);
  now = rf_workspace_dup_head (session.workspace, &error);
  if (now == NULL)
    return rf_command_fail (error);
  if (session.format != RF_FORMAT_TEXT)
    return print_row (&session, now, head == NULL ? NULL : relation == RF_HEAD_IS_HEAD ? "head"
                                                                                       : "earlier");
  text = g_strdup_printf (_ ("The store and its audit chain are whole. Head: %s%s%s"), now, head ? "\n" : "",
                          head ? describe (relation) : "");
  return rf_session_say (TRUE, text, NULL);
}

const RfCommand rf_command_check = { "check", "", N_ ("Check the store and its audit chain, and print the chain's head."),
                                     N_ ("Note the head elsewhere: --head compares it later, and fails where the history is another one."), run_check };
