// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score-request.h"

#include "rf-company-folder.h"
#include "rf-error.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"
#include "rf-translation-folders.h"
#include "rf-language.h"

/**
 * rf_score_request_list_options:
 *
 * Returns: (transfer full): the options that fill @self; free with g_free() after parsing
 */
GOptionEntry *
rf_score_request_list_options (RfScoreRequest *self)
{
  const GOptionEntry options[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_FILENAME, &self->questionnaire, N_ ("Read the questionnaire from FILE"),
      N_ ("FILE") },
    { "answers", 'a', 0, G_OPTION_ARG_FILENAME_ARRAY, &self->answers,
      N_ ("Score the answers in FILE, not those of the store; may be given several times"), N_ ("FILE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &self->as_of,
      N_ ("Score as of DATE (YYYY-MM-DD) instead of the day of the answers"), N_ ("DATE") },
    { "profile", 'p', 0, G_OPTION_ARG_STRING, &self->profile,
      N_ ("Weigh as this profile of the questionnaire does; “none”: with its own weights"), N_ ("PROFILE") },
    { "use-case", 'u', 0, G_OPTION_ARG_FILENAME, &self->use_case,
      N_ ("Score under a use case: its id in the answers, or a file that holds it alone"), N_ ("ID-OR-FILE") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

void
rf_score_request_clear (RfScoreRequest *self)
{
  g_clear_pointer (&self->questionnaire, g_free);
  g_clear_pointer (&self->answers, g_strfreev);
  g_clear_pointer (&self->as_of, g_free);
  g_clear_pointer (&self->profile, g_free);
  g_clear_pointer (&self->use_case, g_free);
}

/**
 * rf_score_request_is_for_files:
 *
 * Says whether files are to be scored; otherwise offerings of a store.
 */
gboolean
rf_score_request_is_for_files (const RfScoreRequest *self)
{
  return self->questionnaire || self->answers;
}

static guint
count_standard_inputs (const RfScoreRequest *self)
{
  guint n = g_strcmp0 (self->questionnaire, "-") == 0;

  for (guint i = 0; self->answers && self->answers[i]; i++)
    n += g_str_equal (self->answers[i], "-");
  return n;
}

/**
 * rf_score_request_check:
 * @status: (out): what to end with where %FALSE is returned
 *
 * Checks the options themselves, before anything is read.
 */
gboolean
rf_score_request_check (const RfScoreRequest *self,
                        const RfCommand *command,
                        RfExitStatus *status)
{
  RfDay day;

  if (self->as_of && !rf_day_from_string (self->as_of, &day))
    *status = rf_command_misuse (command, _ ("“%s” is not a date: write it as 2026-11-01."), self->as_of);
  else if (self->answers && !self->questionnaire)
    *status = rf_command_misuse (command, _ ("--answers needs --questionnaire."));
  else if (self->questionnaire && !self->answers)
    *status = rf_command_misuse (command, _ ("--questionnaire needs --answers."));
  else if (count_standard_inputs (self) > 1)
    *status = rf_command_misuse (command, _ ("Only one of the files can be standard input (“-”)."));
  else
    return TRUE;
  return FALSE;
}

/* The profile that the company's policy fixes may be named; no other. */
static gboolean
may_weigh_with (const RfQuestionnaire *questionnaire,
                int profile,
                GError **error)
{
  if (!questionnaire->profile_is_fixed || profile == questionnaire->default_profile)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID,
               _ ("The company’s policy “%s” fixes the profile “%s”. Leave out --profile."),
               questionnaire->policy->name, questionnaire->policy->profile);
  return FALSE;
}

static gboolean
find_profile (const RfScoreRequest *self,
              const RfQuestionnaire *questionnaire,
              int *profile,
              GError **error)
{
  g_autoptr (GString) known = g_string_new ("none");

  *profile = questionnaire->default_profile;
  if (self->profile == NULL)
    return TRUE;
  *profile = rf_questionnaire_find_profile (questionnaire, self->profile);
  if (*profile >= 0 || g_str_equal (self->profile, "none"))
    return may_weigh_with (questionnaire, *profile, error);
  for (guint i = 0; i < questionnaire->n_profiles; i++)
    g_string_append_printf (known, ", %s", questionnaire->profiles[i].id);
  g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND,
               _ ("The questionnaire “%s” has no profile “%s”. There are: %s."), questionnaire->id, self->profile,
               known->str);
  return FALSE;
}

static RfUseCase *
read_use_case (const char *path,
               GError **error)
{
  g_autoptr (GPtrArray) use_cases = rf_use_cases_read_file (path, NULL, error);

  if (use_cases == NULL)
    return NULL;
  if (use_cases->len == 1)
    return rf_use_case_ref (g_ptr_array_index (use_cases, 0));
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: The file holds %u use cases. Leave the one that is meant."),
               path, use_cases->len);
  return NULL;
}

static gboolean
find_use_case (const RfScoreRequest *self,
               const RfRecord *record,
               RfUseCase **use_case,
               GError **error)
{
  const RfUseCase *known;

  *use_case = NULL;
  if (self->use_case == NULL)
    return TRUE;
  known = rf_record_find_use_case (record, self->use_case);
  if (known)
    *use_case = rf_use_case_ref ((RfUseCase *) known);
  else if (g_file_test (self->use_case, G_FILE_TEST_EXISTS))
    *use_case = read_use_case (self->use_case, error);
  else
    g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND,
                 _ ("“%s” is neither a use case of the answers for “%s” nor a file."), self->use_case,
                 record->offering->id);
  return *use_case != NULL;
}

/* Warnings go where people see them and programs do not. */
static void
print_warnings (const RfProblems *problems)
{
  g_autofree char *text = rf_problems_to_string (problems);

  if (*text)
    g_printerr ("%s\n", text);
}

/**
 * rf_score_request_find:
 * @name: what messages call the answers
 *
 * Scores one record as asked for. Warnings are printed.
 *
 * Returns: (transfer full): the findings; or %NULL with %RF_ERROR_NOT_FOUND for a profile or use case that is not
 *   there, %RF_ERROR_INVALID for answers that do not fit
 */
RfFindings *
rf_score_request_find (const RfScoreRequest *self,
                       RfQuestionnaire *questionnaire,
                       RfRecord *record,
                       const char *name,
                       GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (name);
  g_autoptr (RfUseCase) use_case = NULL;
  RfScoringContext context = { .as_of = record->as_of };
  RfFindings *findings;

  if (!find_profile (self, questionnaire, &context.profile, error))
    return NULL;
  if (!find_use_case (self, record, &use_case, error))
    return NULL;
  if (self->as_of)
    rf_day_from_string (self->as_of, &context.as_of);
  context.use_case = use_case;
  findings = rf_findings_new (questionnaire, record, &context, problems, error);
  if (findings)
    print_warnings (problems);
  return findings;
}

static RfFindings *
find_in_file (const RfScoreRequest *self,
              RfQuestionnaire *questionnaire,
              const char *path,
              GError **error)
{
  const char *name = g_str_equal (path, "-") ? _ ("standard input") : path;
  g_autoptr (RfProblems) problems = rf_problems_new (name);
  g_autoptr (RfRecord) record = rf_record_read_file (path, problems, error);

  if (record == NULL)
    return NULL;
  print_warnings (problems);
  return rf_score_request_find (self, questionnaire, record, name, error);
}

static RfQuestionnaire *
read_questionnaire (const char *path,
                    RfProblems *problems,
                    GError **error)
{
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_file (path, problems, error);
  g_autoptr (RfQuestionnaire) translated = NULL;
  g_autoptr (RfPolicy) policy = NULL;

  if (questionnaire == NULL || !rf_company_folder_read_policy (&policy, error))
    return NULL;
  translated = rf_translation_folders_apply (questionnaire, path);
  return rf_policy_apply (policy, translated, error);
}

/**
 * rf_score_request_find_in_files:
 *
 * Scores the answers files that were named, without any store.
 *
 * Returns: (transfer full) (element-type RfFindings): one for each file, in their order; or %NULL with what
 *   rf_record_read_file() or rf_score_request_find() said
 */
GPtrArray *
rf_score_request_find_in_files (const RfScoreRequest *self,
                                GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (self->questionnaire);
  g_autoptr (RfQuestionnaire) questionnaire = read_questionnaire (self->questionnaire, problems, error);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_findings_unref);

  if (questionnaire == NULL)
    return NULL;
  print_warnings (problems);
  for (guint i = 0; self->answers[i]; i++)
    {
      RfFindings *findings = find_in_file (self, questionnaire, self->answers[i], error);

      if (findings == NULL)
        return NULL;
      g_ptr_array_add (list, findings);
    }
  return g_steal_pointer (&list);
}
