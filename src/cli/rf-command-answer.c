// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-error.h"
#include "rf-session.h"
#include "rf-language.h"

typedef struct
{
  char *state;
  char *reason;
  char *note;
  char *said_by;
  char *override_reason;
  int override_risk;
} Options;

#define NO_OVERRIDE G_MININT

static void
options_clear (Options *self)
{
  g_free (self->state);
  g_free (self->reason);
  g_free (self->note);
  g_free (self->said_by);
  g_free (self->override_reason);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "state", 0, 0, G_OPTION_ARG_STRING, &self->state,
      N_ ("unanswered, unknown, refused or not-applicable, instead of an answer"), N_ ("STATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &self->reason, N_ ("Why the question does not apply"), N_ ("TEXT") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &self->note, N_ ("A note"), N_ ("TEXT") },
    { "said-by", 0, 0, G_OPTION_ARG_STRING, &self->said_by, N_ ("Who said it: provider or us"), N_ ("WHO") },
    { "override", 0, 0, G_OPTION_ARG_INT, &self->override_risk,
      N_ ("Judge the risk of the answer yourself, 0 to 100; -1 takes that back"), N_ ("RISK") },
    { "override-reason", 0, 0, G_OPTION_ARG_STRING, &self->override_reason, N_ ("Why you judge it otherwise"),
      N_ ("TEXT") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static gboolean
check_options (const RfCommand *command,
               const Options *given,
               gboolean has_answer,
               RfExitStatus *status)
{
  RfAnswerState state = RF_ANSWER_ANSWERED;
  RfSaidBy said_by;

  if (given->state && !rf_answer_state_from_nick (given->state, &state))
    *status = rf_command_misuse (command, _ ("“%s” is not a state: unanswered, unknown, refused or not-applicable."),
                                 given->state);
  else if (given->state && has_answer && state != RF_ANSWER_ANSWERED)
    *status = rf_command_misuse (command, _ ("An answer and --state=%s exclude each other."), given->state);
  else if (given->said_by && *given->said_by && !rf_said_by_from_nick (given->said_by, &said_by))
    *status = rf_command_misuse (command, _ ("“%s” is not a side: provider or us."), given->said_by);
  else if (given->override_risk != NO_OVERRIDE && (given->override_risk < -1 || given->override_risk > 100))
    *status = rf_command_misuse (command, _ ("%d is not a risk: 0 to 100."), given->override_risk);
  else
    return TRUE;
  return FALSE;
}

/* The question as the offering's current assessment asks it. */
static RfQuestionnaire *
find_question (RfWorkspace *workspace,
               const char *offering,
               const char *id,
               const RfQuestion **question,
               GError **error)
{
  g_autoptr (RfAssessment) assessment = rf_workspace_dup_assessment (workspace, offering, error);
  RfQuestionnaire *questionnaire;
  int index;

  if (assessment == NULL)
    return NULL;
  questionnaire = rf_workspace_dup_questionnaire (workspace, assessment->questionnaire, assessment->revision, error);
  if (questionnaire == NULL)
    return NULL;
  index = rf_questionnaire_find_question (questionnaire, id);
  if (index >= 0)
    {
      *question = &questionnaire->questions[index];
      return questionnaire;
    }
  g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The questionnaire “%s” has no question “%s”."),
               questionnaire->id, id);
  rf_questionnaire_unref (questionnaire);
  return NULL;
}

/* The chosen options in the questionnaire's order; words that are none stay, to be named in the error. */
static char **
sort_choices (const RfQuestion *question,
              char **words)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < question->n_options; i++)
    if (g_strv_contains ((const char *const *) words, question->options[i].id))
      g_strv_builder_add (builder, question->options[i].id);
  for (guint i = 0; words[i]; i++)
    if (rf_question_find_option (question, words[i]) < 0)
      g_strv_builder_add (builder, words[i]);
  return g_strv_builder_end (builder);
}

static void
set_answer (RfAnswer *answer,
            const RfQuestion *question,
            char **words)
{
  gboolean is_choice = question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;

  g_clear_pointer (&answer->choices, g_strfreev);
  g_clear_pointer (&answer->value, g_free);
  g_clear_pointer (&answer->reason, g_free);
  /* a new answer drops the override of the one before */
  g_clear_pointer (&answer->override_reason, g_free);
  answer->override_risk = -1;
  answer->state = RF_ANSWER_ANSWERED;
  if (is_choice)
    answer->choices = sort_choices (question, words);
  else
    answer->value = g_strjoinv (" ", words);
}

static void
set_state (RfAnswer *answer,
           RfAnswerState state)
{
  if (state == answer->state)
    return;
  g_clear_pointer (&answer->choices, g_strfreev);
  g_clear_pointer (&answer->value, g_free);
  g_clear_pointer (&answer->reason, g_free);
  g_clear_pointer (&answer->override_reason, g_free);
  answer->override_risk = -1;
  answer->state = state;
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

static void
apply (RfAnswer *answer,
       const Options *given,
       const RfQuestion *question,
       char **words)
{
  RfAnswerState state;

  if (*words)
    set_answer (answer, question, words);
  else if (given->state && rf_answer_state_from_nick (given->state, &state))
    set_state (answer, state);
  take (&answer->reason, given->reason);
  take (&answer->note, given->note);
  take (&answer->override_reason, given->override_reason);
  if (given->override_risk != NO_OVERRIDE)
    answer->override_risk = given->override_risk;
  if (answer->override_risk == -1)
    g_clear_pointer (&answer->override_reason, g_free);
  if (given->said_by && !rf_said_by_from_nick (given->said_by, &answer->said_by))
    answer->said_by = RF_SAID_BY_NONE;
  /* whoever touches a copied answer has confirmed it */
  g_clear_pointer (&answer->inherited_from, g_free);
}

static gboolean
put_answer (RfWorkspace *workspace,
            const Options *given,
            const RfQuestion *question,
            char **argv,
            GError **error)
{
  g_autoptr (RfAnswer) answer = rf_workspace_dup_answer (workspace, argv[1], argv[2], error);

  if (answer == NULL)
    return FALSE;
  apply (answer, given, question, argv + 3);
  return rf_workspace_put_answer (workspace, argv[1], answer, error);
}

static RfExitStatus
run_answer (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { .override_risk = NO_OVERRIDE };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  const RfQuestion *question = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 2, G_MAXINT, &status) || !check_options (command, &given, argv[3] != NULL, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  questionnaire = find_question (session.workspace, argv[1], argv[2], &question, &error);
  if (questionnaire == NULL)
    return rf_command_fail (error);
  return rf_session_finish (&session, put_answer (session.workspace, &given, question, argv, &error), NULL, &error);
}

const RfCommand rf_command_answer = {
  "answer",
  N_ ("OFFERING QUESTION [OPTION…|VALUE]"),
  N_ ("Answer a question, or say why there is no answer."),
  N_ ("Without an answer or a state only the note, the speaker or the override is changed."),
  run_answer,
};
