// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-error.h"
#include "rf-session.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "due", N_ ("Due"), RF_COLUMN_TEXT },
  { "done", N_ ("Done"), RF_COLUMN_TEXT },
  { "question", N_ ("Question"), RF_COLUMN_TEXT },
  { "owner", N_ ("Owner"), RF_COLUMN_TEXT },
  { "text", N_ ("What must change"), RF_COLUMN_TEXT },
};

typedef struct
{
  char *id;
  char *text;
  char *question;
  char *owner;
  char *due;
  char *done;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->question);
  g_free (self->owner);
  g_free (self->due);
  g_free (self->done);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &self->id, N_ ("Call a new one this"), N_ ("ID") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &self->text, N_ ("What must change"), N_ ("TEXT") },
    { "question", 0, 0, G_OPTION_ARG_STRING, &self->question, N_ ("The question it is about"), N_ ("ID") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &self->owner, N_ ("Who does it"), N_ ("NAME") },
    { "due", 0, 0, G_OPTION_ARG_STRING, &self->due, N_ ("By when"), N_ ("DATE") },
    { "done", 0, 0, G_OPTION_ARG_STRING, &self->done, N_ ("When it was done"), N_ ("DATE") },
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

static gboolean
check_days (const Options *given,
            const RfCommand *command,
            RfExitStatus *status)
{
  RfDay day;

  return rf_session_parse_day (command, given->due, &day, status) && rf_session_parse_day (command, given->done, &day, status);
}

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) actions = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  actions = rf_workspace_list_actions (session.workspace, argv[1], &error);
  if (actions == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < actions->len; i++)
    {
      const RfAction *action = g_ptr_array_index (actions, i);

      rf_table_add_text (table, action->id);
      add_day (table, action->due);
      add_day (table, action->done);
      rf_table_add_text (table, action->question);
      rf_table_add_text (table, action->owner);
      rf_table_add_text (table, action->text);
    }
  return rf_session_print (&session, table);
}

static void
take (char **field,
      const char *value)
{
  if (value == NULL)
    return;
  g_free (*field);
  *field = *value ? g_strdup (value) : NULL;
}

static gboolean
apply (RfAction *self,
       const Options *given,
       const RfCommand *command,
       RfExitStatus *status)
{
  take (&self->text, given->text);
  take (&self->question, given->question);
  take (&self->owner, given->owner);
  return rf_session_parse_day (command, given->due, &self->due, status) && rf_session_parse_day (command, given->done, &self->done, status);
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfAction) action = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 2, 2, &status) || !check_days (&given, command, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  action = rf_action_new (given.id, argv[2]);
  if (!apply (action, &given, command, &status))
    return status;
  id = rf_workspace_add_action (session.workspace, argv[1], action, &error);
  return rf_session_finish (&session, id != NULL, id, &error);
}

static RfAction *
find_action (RfWorkspace *workspace,
             const char *offering,
             const char *id,
             GError **error)
{
  g_autoptr (GPtrArray) actions = rf_workspace_list_actions (workspace, offering, error);

  for (guint i = 0; actions && i < actions->len; i++)
    {
      const RfAction *action = g_ptr_array_index (actions, i);

      if (g_str_equal (action->id, id))
        return rf_action_copy (action);
    }
  if (actions)
    g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The assessment of “%s” has no action “%s”."), offering, id);
  return NULL;
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfAction) action = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 2, 2, &status) || !check_days (&given, command, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  action = find_action (session.workspace, argv[1], argv[2], &error);
  if (action == NULL)
    return rf_command_fail (error);
  if (!apply (action, &given, command, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_edit_action (session.workspace, argv[1], action, &error), NULL, &error);
}

static RfExitStatus
run_remove (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, NULL, &argv, 2, 2, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_remove_action (session.workspace, argv[1], argv[2], &error), NULL, &error);
}

const RfCommand rf_command_action_list = { "action list", N_ ("OFFERING"), N_ ("List what must change."), NULL, run_list };
const RfCommand rf_command_action_add = { "action add", N_ ("OFFERING TEXT"),
                                          N_ ("Add something that must change and print its id."), NULL, run_add };
const RfCommand rf_command_action_edit = { "action edit", N_ ("OFFERING ID"), N_ ("Change an action."), NULL, run_edit };
const RfCommand rf_command_action_remove = { "action remove", N_ ("OFFERING ID"), N_ ("Remove an action."), NULL,
                                             run_remove };
