// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-company-folder.h"
#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-output.h"
#include "rf-questionnaire-xml.h"
#include "rf-table.h"
#include "rf-table-output.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "what", N_ ("What"), RF_COLUMN_TEXT },
  { "value", N_ ("Value"), RF_COLUMN_TEXT },
};

static void
add_row (RfTable *table,
         const char *what,
         const char *value)
{
  rf_table_add_text (table, what);
  rf_table_add_text (table, value);
}

/* Those that come with the program, and the company's. */
static GPtrArray *
read_questionnaires (RfPolicy *policy,
                     GError **error)
{
  g_autofree char *shipped = rf_data_folder_dup_path ("questionnaires", NULL);
  g_autoptr (GPtrArray) paths = rf_data_folder_list_questionnaires (shipped);
  g_autoptr (GPtrArray) of_company = rf_company_folder_list_questionnaires ();
  g_autoptr (GPtrArray) read = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_questionnaire_unref);

  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&of_company));
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (RfProblems) problems = rf_problems_new (paths->pdata[i]);
      g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_file (paths->pdata[i], problems, error);
      RfQuestionnaire *applied = questionnaire ? rf_policy_apply (policy, questionnaire, error) : NULL;

      if (applied == NULL)
        return NULL;
      g_ptr_array_add (read, applied);
    }
  return g_steal_pointer (&read);
}

static gboolean
has_weighed (const RfQuestionnaire *questionnaire,
             const RfCompanyWeight *weight)
{
  return weight->of_section ? questionnaire->weighs_sections && rf_questionnaire_find_section (questionnaire, weight->id) >= 0
                            : rf_questionnaire_find_question (questionnaire, weight->id) >= 0;
}

/* Other revisions may lack what a profile weighs; one that no questionnaire at hand has was misspelt. */
static gboolean
check_profile (const RfCompanyProfile *profile,
               const GPtrArray *questionnaires,
               GError **error)
{
  gboolean has_questionnaire = FALSE;

  for (guint i = 0; i < questionnaires->len; i++)
    has_questionnaire = has_questionnaire || g_str_equal (((const RfQuestionnaire *) questionnaires->pdata[i])->id, profile->questionnaire);
  if (!has_questionnaire)
    return g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The profile “%s” is for a questionnaire “%s”, which is neither shipped nor in the company’s folder."), profile->id, profile->questionnaire), FALSE;
  for (guint k = 0; k < profile->weights->len; k++)
    {
      const RfCompanyWeight *weight = g_ptr_array_index (profile->weights, k);
      gboolean is_known = FALSE;

      for (guint i = 0; i < questionnaires->len; i++)
        {
          const RfQuestionnaire *questionnaire = questionnaires->pdata[i];

          is_known = is_known || (g_str_equal (questionnaire->id, profile->questionnaire) && has_weighed (questionnaire, weight));
        }
      if (!is_known)
        return g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The profile “%s” weighs “%s”, which the questionnaire “%s” does not have or does not weigh."), profile->id, weight->id, profile->questionnaire), FALSE;
    }
  return TRUE;
}

static gboolean
check_policy (const RfPolicy *policy,
              const GPtrArray *questionnaires,
              GError **error)
{
  gboolean is_fixed = policy->profile == NULL;

  for (guint i = 0; i < policy->profiles->len; i++)
    if (!check_profile (g_ptr_array_index (policy->profiles, i), questionnaires, error))
      return FALSE;
  for (guint i = 0; i < questionnaires->len; i++)
    is_fixed = is_fixed || ((const RfQuestionnaire *) questionnaires->pdata[i])->profile_is_fixed;
  if (!is_fixed)
    g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The policy fixes the profile “%s”, which no questionnaire has that is shipped or in the company’s folder."), policy->profile);
  return is_fixed;
}

static void
add_policy (RfTable *table,
            const RfPolicy *policy)
{
  add_row (table, _ ("Policy"), policy->name);
  add_row (table, _ ("SHA-256"), policy->sha256);
  add_row (table, _ ("Fixed profile"), policy->profile ? policy->profile : _ ("none"));
  if (policy->fixes_bands)
    {
      const int *from = policy->bands.from;
      g_autofree char *bands = g_strdup_printf (_ ("low from %d, moderate from %d, high from %d, very high from %d"), from[RF_RATING_LOW], from[RF_RATING_MODERATE], from[RF_RATING_HIGH], from[RF_RATING_VERY_HIGH]);

      add_row (table, _ ("Fixed bands"), bands);
    }
  else
    add_row (table, _ ("Fixed bands"), _ ("none"));
  for (guint i = 0; i < policy->profiles->len; i++)
    {
      const RfCompanyProfile *profile = g_ptr_array_index (policy->profiles, i);
      g_autofree char *text = g_strdup_printf (_ ("%s, for %s: %s"), profile->id, profile->questionnaire, profile->title);

      add_row (table, _ ("Profile"), text);
    }
}

static void
add_questionnaires (RfTable *table,
                    const GPtrArray *questionnaires)
{
  for (guint i = 0; i < questionnaires->len; i++)
    {
      const RfQuestionnaire *questionnaire = questionnaires->pdata[i];
      g_autofree char *text = g_strdup_printf (_ ("%s, revision %u: %s"), questionnaire->id, questionnaire->revision, questionnaire->title);

      add_row (table, _ ("Questionnaire"), text);
    }
}

static RfExitStatus
run_policy (const RfCommand *command,
            char **argv)
{
  g_autofree char *nick = NULL;
  const GOptionEntry options[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &nick, N_ ("Print as text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };
  g_autofree char *folder = rf_company_folder_dup_path (NULL);
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) questionnaires = NULL;
  g_autoptr (RfPolicy) policy = NULL;
  g_autoptr (GError) error = NULL;
  RfFormat format;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 0, 0, &status))
    return status;
  if (!rf_format_from_nick (nick, &format))
    return rf_command_misuse (command, _ ("“%s” is not a format: text, json or csv."), nick);
  if (!rf_company_folder_read_policy (&policy, &error))
    return rf_command_fail (error);
  questionnaires = read_questionnaires (policy, &error);
  if (questionnaires == NULL || (policy && !check_policy (policy, questionnaires, &error)))
    return rf_command_fail (error);
  add_row (table, _ ("Folder"), folder);
  if (policy)
    add_policy (table, policy);
  else
    add_row (table, _ ("Policy"), _ ("none"));
  add_questionnaires (table, questionnaires);
  return rf_table_print (table, format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

const RfCommand rf_command_policy = {
  "policy",
  "",
  N_ ("Show and check the company’s policy, profiles and questionnaires on this computer."),
  N_ ("They are read from the folder that the first line names, or from $RINGFENCE_COMPANY_DIR."),
  run_policy,
};
