// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

#define NO_MONTHS G_MININT

static RfExitStatus
run_start (const RfCommand *command,
           char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *questionnaire = NULL;
  g_autofree char *as_of = NULL;
  int revision = 0;
  const GOptionEntry options[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_STRING, &questionnaire,
      N_ ("Which of the workspace's questionnaires; otherwise the one imported last"), N_ ("ID") },
    { "revision", 0, 0, G_OPTION_ARG_INT, &revision, N_ ("Which revision; otherwise the latest"), N_ ("NUMBER") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("For which day; otherwise today"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  RfDay day = RF_DAY_NONE;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !rf_session_parse_day (command, as_of, &day, &status))
    return status;
  if (revision < 0)
    return rf_command_misuse (command, _ ("%d is not a revision."), revision);
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  return rf_session_finish (&session,
                            rf_workspace_start_assessment (session.workspace, argv[1], questionnaire, (guint) revision, day, &error), NULL,
                            &error);
}

static RfExitStatus
run_submit (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_submit (session.workspace, argv[1], &error), NULL, &error);
}

static RfExitStatus
run_request_changes (const RfCommand *command,
                     char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *note = NULL;
  const GOptionEntry options[] = {
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("What must change"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, options, &argv, 1, 1, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_request_changes (session.workspace, argv[1], note, &error), NULL, &error);
}

static RfExitStatus
run_approve (const RfCommand *command,
             char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *approver = NULL;
  g_autofree char *next_review = NULL;
  gboolean allow_same = FALSE;
  int months = NO_MONTHS;
  const GOptionEntry options[] = {
    { "approver", 0, 0, G_OPTION_ARG_STRING, &approver, N_ ("Who approves; otherwise the author"), N_ ("NAME") },
    { "next-review", 0, 0, G_OPTION_ARG_STRING, &next_review, N_ ("When to look at it again"), N_ ("DATE") },
    { "next-review-in", 0, 0, G_OPTION_ARG_INT, &months, N_ ("In how many months to look at it again"), N_ ("MONTHS") },
    { "allow-same", 0, 0, G_OPTION_ARG_NONE, &allow_same, N_ ("Let the assessor approve"), NULL },
    { NULL },
  };
  g_autoptr (GError) error = NULL;
  RfDay day = RF_DAY_NONE;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !rf_session_parse_day (command, next_review, &day, &status))
    return status;
  if (months != NO_MONTHS && next_review)
    return rf_command_misuse (command, _ ("--next-review and --next-review-in exclude each other."));
  if (months != NO_MONTHS && (months < 1 || months > RF_DAY_MOST_MONTHS))
    return rf_command_misuse (command, _ ("%d is not a number of months: 1 to %d."), months, RF_DAY_MOST_MONTHS);
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  if (months != NO_MONTHS)
    day = rf_day_add_months (rf_workspace_get_today (session.workspace), (guint) months);
  if (approver == NULL)
    approver = g_strdup (rf_workspace_get_author (session.workspace));
  return rf_session_finish (&session, rf_workspace_approve (session.workspace, argv[1], approver, allow_same, day, &error), NULL,
                            &error);
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autofree char *assessor = NULL;
  g_autofree char *as_of = NULL;
  g_autofree char *next_review = NULL;
  const GOptionEntry options[] = {
    { "assessor", 0, 0, G_OPTION_ARG_STRING, &assessor, N_ ("Who assesses"), N_ ("NAME") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("For which day"), N_ ("DATE") },
    { "next-review", 0, 0, G_OPTION_ARG_STRING, &next_review, N_ ("When to look at it again"), N_ ("DATE") },
    { NULL },
  };
  g_autoptr (RfAssessment) assessment = NULL;
  g_autoptr (GError) error = NULL;
  RfDay day = RF_DAY_NONE;
  RfDay review = RF_DAY_NONE;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !rf_session_parse_day (command, as_of, &day, &status) || !rf_session_parse_day (command, next_review, &review, &status))
    return status;
  if (assessor == NULL && as_of == NULL && next_review == NULL)
    return rf_command_misuse (command, _ ("Nothing to change is named: --assessor, --as-of or --next-review."));
  if (as_of && day == RF_DAY_NONE)
    return rf_command_misuse (command, _ ("An assessment is always for a day: --as-of cannot be empty."));
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  assessment = rf_workspace_dup_assessment (session.workspace, argv[1], &error);
  if (assessment == NULL)
    return rf_command_fail (error);
  assessment->as_of = as_of ? day : assessment->as_of;
  assessment->next_review = next_review ? review : assessment->next_review;
  if (assessor)
    {
      g_free (assessment->assessor);
      assessment->assessor = *assessor ? g_steal_pointer (&assessor) : NULL;
    }
  return rf_session_finish (&session, rf_workspace_edit_assessment (session.workspace, assessment, &error), NULL, &error);
}

const RfCommand rf_command_assessment_edit = { "assessment edit", N_ ("OFFERING"),
                                               N_ ("Change the day, the assessor or the next review of an assessment."),
                                               N_ ("An empty --next-review or --assessor unsets it."), run_edit };
const RfCommand rf_command_start = { "start", N_ ("OFFERING"), N_ ("Start an assessment of an offering."),
                                     N_ ("After an approved one its answers are carried over, to be verified again."),
                                     run_start };
const RfCommand rf_command_submit = { "submit", N_ ("OFFERING"), N_ ("Submit an assessment for approval."), NULL,
                                      run_submit };
const RfCommand rf_command_request_changes = { "request-changes", N_ ("OFFERING"),
                                               N_ ("Send a submitted assessment back."), NULL, run_request_changes };
const RfCommand rf_command_approve = { "approve", N_ ("OFFERING"), N_ ("Approve a submitted assessment and freeze it."),
                                       N_ ("An approved assessment before it becomes superseded. This cannot be undone."), run_approve };
