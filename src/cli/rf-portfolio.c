// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio.h"

#include "rf-error.h"
#include "rf-language.h"

static RfFindings *
find_one (const RfSession *session,
          const RfScoreRequest *request,
          const char *offering,
          GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (session->workspace, offering, error);
  g_autoptr (RfQuestionnaire) questionnaire = NULL;

  if (record == NULL)
    return NULL;
  questionnaire = rf_workspace_dup_questionnaire (session->workspace, record->questionnaire_id,
                                                  record->questionnaire_revision, error);
  if (questionnaire == NULL)
    return NULL;
  return rf_score_request_find (request, questionnaire, record, offering, error);
}

/* An offering without an assessment is no error where all are meant. */
static gboolean
add_all (const RfSession *session,
         const RfScoreRequest *request,
         GPtrArray *list,
         GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (session->workspace, error);

  for (guint i = 0; offerings && i < offerings->len; i++)
    {
      const RfOffering *offering = g_ptr_array_index (offerings, i);
      g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (session->workspace, offering->id, error);
      RfFindings *findings;

      if (assessments == NULL)
        return FALSE;
      if (assessments->len == 0)
        continue;
      findings = find_one (session, request, offering->id, error);
      if (findings == NULL)
        return FALSE;
      g_ptr_array_add (list, findings);
    }
  return offerings != NULL;
}

/**
 * rf_portfolio_find:
 * @offerings: (array zero-terminated=1): ids; none for all that are assessed
 *
 * Scores offerings of a store.
 *
 * Returns: (transfer full) (element-type RfFindings): in the order asked for, or by name
 */
GPtrArray *
rf_portfolio_find (const RfSession *session,
                   const RfScoreRequest *request,
                   char **offerings,
                   GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);

  if (*offerings == NULL && !add_all (session, request, list, error))
    return NULL;
  for (guint i = 0; offerings[i]; i++)
    {
      RfFindings *findings = find_one (session, request, offerings[i], error);

      if (findings == NULL)
        return NULL;
      g_ptr_array_add (list, findings);
    }
  return g_steal_pointer (&list);
}

static gboolean
has_option (const GOptionEntry *options,
            const char *name)
{
  for (; options->long_name; options++)
    if (g_str_equal (options->long_name, name))
      return TRUE;
  return FALSE;
}

/* The options of a store and those of a request, in one table, but for those that have a meaning of the command's own. */
static GOptionEntry *
join_options (const GOptionEntry *own,
              RfSession *session,
              RfScoreRequest *request)
{
  g_autofree GOptionEntry *of_session = rf_session_list_options (session);
  g_autofree GOptionEntry *of_request = rf_score_request_list_options (request);
  g_autoptr (GArray) joined = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));

  for (const GOptionEntry *option = of_request; option->long_name; option++)
    g_array_append_vals (joined, option, 1);
  for (const GOptionEntry *option = of_session; option->long_name; option++)
    if (!has_option (own, option->long_name))
      g_array_append_vals (joined, option, 1);
  return g_array_steal (joined, NULL);
}

/**
 * rf_portfolio_parse:
 * @options: the command's own; one of them takes the place of a shared one of the same name
 * @argv: (inout): the options are taken out of it
 * @status: (out): what to end with where %FALSE is returned
 *
 * Parses and checks the command line of a command that scores; nothing is opened yet.
 */
gboolean
rf_portfolio_parse (const RfCommand *command,
                    const GOptionEntry *options,
                    RfSession *session,
                    RfScoreRequest *request,
                    char ***argv,
                    RfExitStatus *status)
{
  g_autofree GOptionEntry *shared_options = join_options (options, session, request);
  guint most;

  if (!rf_command_parse (command, options, shared_options, argv, status) || !rf_score_request_check (request, command, status))
    return FALSE;
  most = rf_score_request_is_for_files (request) ? 0 : G_MAXINT;
  if (!rf_command_take_arguments (command, *argv, 0, most, status))
    return FALSE;
  if (rf_format_from_nick (session->format_name, &session->format))
    return TRUE;
  *status = rf_command_misuse (command, _ ("“%s” is not a format: text, json or csv."), session->format_name);
  return FALSE;
}

/**
 * rf_portfolio_find_anywhere:
 * @offerings: (array zero-terminated=1): ids, where no files are named; none for all
 * @status: (out): what to end with where %NULL is returned
 *
 * Scores what the options name: files alone, or offerings of a store.
 *
 * Returns: (transfer full) (element-type RfFindings)
 */
GPtrArray *
rf_portfolio_find_anywhere (RfSession *session,
                            const RfScoreRequest *request,
                            char **offerings,
                            RfExitStatus *status)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = NULL;

  if (rf_score_request_is_for_files (request))
    list = rf_score_request_find_in_files (request, &error);
  else if (rf_session_open (session, &error))
    list = rf_portfolio_find (session, request, offerings, &error);
  if (list == NULL)
    *status = rf_command_fail (error);
  return list;
}

/**
 * rf_portfolio_check_judged:
 * @list: (element-type RfFindings)
 *
 * Says in an error what keeps offerings from being judged side by side: that there is none, or one of them twice.
 */
gboolean
rf_portfolio_check_judged (const GPtrArray *list,
                           GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (list->len == 0)
    {
      g_set_error_literal (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There are no offerings to judge: none is assessed yet."));
      return FALSE;
    }
  for (guint i = 0; i < list->len; i++)
    {
      char *id = ((const RfFindings *) g_ptr_array_index (list, i))->record->offering->id;

      if (g_hash_table_add (ids, id))
        continue;
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("“%s” is named twice. Name each offering once."), id);
      return FALSE;
    }
  return TRUE;
}

/**
 * rf_portfolio_line_up:
 * @list: (element-type RfFindings): at least one
 * @records: (out) (transfer container): of each
 * @context: (out): what all are compared under
 *
 * Returns: the one whose questionnaire all are compared by
 */
const RfFindings *
rf_portfolio_line_up (const GPtrArray *list,
                      const RfScoreRequest *request,
                      RfRecord ***records,
                      RfScoringContext *context)
{
  g_autofree RfQuestionnaire **questionnaires = g_new0 (RfQuestionnaire *, list->len);
  const RfFindings *lead;

  *records = g_new0 (RfRecord *, list->len);
  for (guint i = 0; i < list->len; i++)
    {
      const RfFindings *findings = g_ptr_array_index (list, i);

      (*records)[i] = findings->record;
      questionnaires[i] = findings->questionnaire;
    }
  lead = g_ptr_array_index (list, rf_comparison_find_lead (questionnaires, *records, list->len));
  *context = (RfScoringContext){ lead->profile, request->as_of ? lead->as_of : RF_DAY_NONE, NULL, lead->use_case };
  return lead;
}

/**
 * rf_portfolio_study_ranking:
 * @list: (element-type RfFindings): at least one
 *
 * Ranks offerings under each profile, with the draws that "compare" makes.
 *
 * Returns: (transfer full): see rf_ranking_study_new()
 */
RfRankingStudy *
rf_portfolio_study_ranking (const GPtrArray *list,
                            const RfScoreRequest *request,
                            GError **error)
{
  g_autofree RfRecord **records = NULL;
  RfScoringContext context;
  const RfFindings *lead = rf_portfolio_line_up (list, request, &records, &context);

  return rf_ranking_study_new (lead->questionnaire, records, list->len, &context, RF_COMPARISON_DEFAULT_SEED, RF_COMPARISON_DEFAULT_DRAWS, NULL, error);
}
