// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-portfolio.h"
#include "rf-table-output.h"
#include "rf-what-if-json.h"
#include "rf-what-if-text.h"
#include "rf-language.h"

#include <string.h>

#define N_KINDS 4

typedef struct
{
  char **given[N_KINDS]; /* by kind of hypothesis: "id=value" */
  gboolean keeps;
  char *acceptable_name;
  RfRating acceptable;
  GArray *hypotheses; /* of strings in @given, which are cut at the "=" */
} Options;

static void
options_clear (Options *self)
{
  for (guint i = 0; i < N_KINDS; i++)
    g_strfreev (self->given[i]);
  g_free (self->acceptable_name);
  g_clear_pointer (&self->hypotheses, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
cut (const RfCommand *command,
     Options *self,
     RfExitStatus *status)
{
  self->hypotheses = g_array_new (FALSE, FALSE, sizeof (RfHypothesis));
  for (guint kind = 0; kind < N_KINDS; kind++)
    for (guint i = 0; self->given[kind] && self->given[kind][i]; i++)
      {
        char *value = strchr (self->given[kind][i], '=');
        RfHypothesis hypothesis = { (RfHypothesisKind) kind, self->given[kind][i], NULL };

        if (value == NULL)
          {
            *status = rf_command_misuse (command, _ ("“%s” does not say what is tried: write it as ID=VALUE."), self->given[kind][i]);
            return FALSE;
          }
        *value = '\0';
        hypothesis.value = value + 1;
        g_array_append_val (self->hypotheses, hypothesis);
      }
  return TRUE;
}

/* Scores the offering as it is, and again as the request says that it might be. */
static RfWhatIf *
try (RfSession *session,
     const RfScoreRequest *request,
     char **offerings,
     const Options *given,
     GPtrArray **list,
     RfExitStatus *status)
{
  RfScoreRequest plain = *request;
  g_autoptr (GPtrArray) tried = NULL;
  g_autoptr (GError) error = NULL;
  const RfFindings *other;
  RfWhatIf *what_if;

  plain.profile = NULL;
  plain.use_case = NULL;
  *list = rf_portfolio_find_anywhere (session, &plain, offerings, status);
  if (*list == NULL)
    return NULL;
  if (rf_score_request_is_for_files (request))
    tried = rf_score_request_find_in_files (request, &error);
  else
    tried = rf_portfolio_find (session, request, offerings, &error);
  if (tried == NULL)
    {
      *status = rf_command_fail (error);
      return NULL;
    }
  other = g_ptr_array_index (tried, 0);
  what_if = rf_what_if_new (g_ptr_array_index (*list, 0), (const RfHypothesis *) given->hypotheses->data, given->hypotheses->len,
                            other->profile, other->use_case, given->acceptable, &error);
  if (what_if == NULL)
    *status = rf_command_fail (error);
  return what_if;
}

static RfExitStatus
print (const RfWhatIf *what_if,
       const Options *given,
       RfFormat format)
{
  g_autoptr (RfTable) table = NULL;
  g_autoptr (GString) page = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  if (format == RF_FORMAT_JSON)
    text = rf_what_if_to_json (what_if);
  else
    {
      table = rf_what_if_to_table (what_if);
      text = format == RF_FORMAT_CSV ? rf_table_to_csv (table) : rf_table_to_text (table);
    }
  for (guint i = 0; format == RF_FORMAT_TEXT && i < given->hypotheses->len; i++)
    {
      g_autofree char *line = rf_hypothesis_dup_text (&g_array_index (given->hypotheses, RfHypothesis, i), what_if->questionnaire);

      g_string_append_printf (page, _ ("What if %s\n"), line);
    }
  g_string_append (page, text);
  return rf_output_write_text (NULL, page->str, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static gboolean
keep (const RfSession *session,
      const char *offering,
      const Options *given,
      const RfQuestionnaire *questionnaire,
      GError **error)
{
  for (guint i = 0; i < given->hypotheses->len; i++)
    {
      RfAction *action = rf_hypothesis_dup_action (&g_array_index (given->hypotheses, RfHypothesis, i), questionnaire);
      g_autofree char *id = NULL;

      if (action == NULL)
        continue;
      id = rf_workspace_add_action (session->workspace, offering, action, error);
      rf_action_free (action);
      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

static RfExitStatus
run_what_if (const RfCommand *command,
             char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (RfScoreRequest) request = { 0 };
  g_auto (Options) given = { .acceptable = RF_FIT_DEFAULT_ACCEPTABLE };
  const GOptionEntry options[] = {
    { "answer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.given[RF_HYPOTHESIS_ANSWER], N_ ("Try another answer: an option, or several with commas"), N_ ("QUESTION=ANSWER") },
    { "state", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.given[RF_HYPOTHESIS_STATE], N_ ("Try unanswered, unknown, refused or not-applicable"), N_ ("QUESTION=STATE") },
    { "evidence", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.given[RF_HYPOTHESIS_EVIDENCE], N_ ("Try evidence of another grade"), N_ ("QUESTION=GRADE") },
    { "weight", 0, 0, G_OPTION_ARG_STRING_ARRAY, &given.given[RF_HYPOTHESIS_WEIGHT], N_ ("Try another weight of a question or section"), N_ ("ID=N") },
    { "acceptable", 0, 0, G_OPTION_ARG_STRING, &given.acceptable_name, N_ ("Call fit what leaves this residual risk at most (low)"), N_ ("BAND") },
    { "keep-as-actions", 0, 0, G_OPTION_ARG_NONE, &given.keeps, N_ ("Write the answers and evidence tried down as actions"), NULL },
    { NULL },
  };
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (RfWhatIf) what_if = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;
  guint n;

  if (!rf_portfolio_parse (command, options, &session, &request, &argv, &status) || !cut (command, &given, &status))
    return status;
  n = request.answers ? g_strv_length (request.answers) : g_strv_length (argv + 1);
  if (n != 1)
    return rf_command_misuse (command, _ ("Name one offering."));
  if (given.acceptable_name && !rf_rating_from_nick (given.acceptable_name, &given.acceptable))
    return rf_command_misuse (command, _ ("“%s” is not a band: very-low, low, moderate, high or very-high."), given.acceptable_name);
  if (given.keeps && request.answers)
    return rf_command_misuse (command, _ ("Actions are kept in a workspace, not in files."));
  what_if = try (&session, &request, argv + 1, &given, &list, &status);
  if (what_if == NULL)
    return status;
  if (given.keeps && !keep (&session, argv[1], &given, what_if->questionnaire, &error))
    return rf_command_fail (error);
  return print (what_if, &given, session.format);
}

const RfCommand rf_command_what_if = {
  "what-if",
  N_ ("OFFERING"),
  N_ ("Try answers, evidence, weights, a profile or a use case, and see before and after side by side."),
  N_ ("The record does not change. --profile and --use-case are tried too."),
  run_what_if,
};
