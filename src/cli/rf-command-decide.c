// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

typedef struct
{
  char *owner;
  char **conditions;
  char *rationale;
  char *compensating_controls;
  char *decided;
  char *expires;
  gboolean is_removal;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->owner);
  g_strfreev (self->conditions);
  g_free (self->rationale);
  g_free (self->compensating_controls);
  g_free (self->decided);
  g_free (self->expires);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "owner", 0, 0, G_OPTION_ARG_STRING, &self->owner, N_ ("Who accepts the risk"), N_ ("NAME") },
    { "condition", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self->conditions, N_ ("A condition; may be given several times"),
      N_ ("TEXT") },
    { "rationale", 0, 0, G_OPTION_ARG_STRING, &self->rationale, N_ ("Why"), N_ ("TEXT") },
    { "compensating-controls", 0, 0, G_OPTION_ARG_STRING, &self->compensating_controls, N_ ("What makes up for it"),
      N_ ("TEXT") },
    { "decided", 0, 0, G_OPTION_ARG_STRING, &self->decided, N_ ("When; otherwise today"), N_ ("DATE") },
    { "expires", 0, 0, G_OPTION_ARG_STRING, &self->expires, N_ ("The last day on which it stands"), N_ ("DATE") },
    { "remove", 0, 0, G_OPTION_ARG_NONE, &self->is_removal, N_ ("Take back what was decided"), NULL },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static gboolean
fill (RfDecision *decision,
      Options *given,
      const RfCommand *command,
      RfExitStatus *status)
{
  if (given->owner == NULL)
    {
      *status = rf_command_misuse (command, _ ("--owner is missing: who accepts the risk?"));
      return FALSE;
    }
  if (!rf_session_parse_day (command, given->decided, &decision->decided, status) || !rf_session_parse_day (command, given->expires, &decision->expires, status))
    return FALSE;
  decision->owner = g_steal_pointer (&given->owner);
  decision->conditions = g_steal_pointer (&given->conditions);
  decision->rationale = g_steal_pointer (&given->rationale);
  decision->compensating_controls = g_steal_pointer (&given->compensating_controls);
  return TRUE;
}

static RfExitStatus
run_decide (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfDecision) decision = NULL;
  g_autoptr (GError) error = NULL;
  RfVerdict verdict;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 2, 3, &status))
    return status;
  if (!given.is_removal)
    {
      if (argv[3] == NULL || !rf_verdict_from_nick (argv[3], &verdict))
        return rf_command_misuse (command, _ ("The verdict must be approve, approve-with-conditions or reject."));
      decision = rf_decision_new (argv[2], verdict);
      if (!fill (decision, &given, command, &status))
        return status;
    }
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  if (given.is_removal)
    return rf_session_finish (&session, rf_workspace_remove_decision (session.workspace, argv[1], argv[2], &error), NULL, &error);
  return rf_session_finish (&session, rf_workspace_decide (session.workspace, argv[1], decision, &error), NULL, &error);
}

const RfCommand rf_command_decide = {
  "decide",
  N_ ("OFFERING USE-CASE VERDICT"),
  N_ ("Decide whether an offering may be used for a use case."),
  N_ ("VERDICT is approve, approve-with-conditions or reject."),
  run_decide,
};
