// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-benchmarks-xml.h"
#include "rf-catalogue-xml.h"
#include "rf-error.h"
#include "rf-output.h"
#include "rf-questionnaire-xml.h"
#include "rf-record-xml.h"
#include "rf-translation-xml.h"
#include "rf-xml-input.h"
#include "rf-xml-kind.h"
#include "rf-language.h"

static gboolean
check_record (GBytes *bytes,
              const char *name,
              const RfQuestionnaire *questionnaire,
              RfProblems *problems,
              GError **error)
{
  g_autoptr (RfRecord) record = rf_record_read_bytes (bytes, name, problems, error);
  g_autofree RfAnswerValue *answers = NULL;

  if (record == NULL)
    return FALSE;
  if (questionnaire == NULL)
    return TRUE;
  answers = rf_record_bind (record, questionnaire, record->as_of, problems);
  if (answers == NULL)
    rf_problems_set_error (problems, error);
  return answers != NULL;
}

static gboolean
check_bytes (GBytes *bytes,
             const char *name,
             const RfQuestionnaire *questionnaire,
             RfProblems *problems,
             GError **error)
{
  g_autoptr (RfQuestionnaire) read = NULL;
  g_autoptr (GPtrArray) use_cases = NULL;
  g_autoptr (RfTranslation) translation = NULL;
  g_autoptr (RfBenchmarks) benchmarks = NULL;
  g_autoptr (RfCatalogue) catalogue = NULL;
  RfXmlKind kind;

  if (!rf_xml_find_kind (bytes, name, &kind, error))
    return FALSE;
  switch (kind)
    {
    case RF_XML_ANSWERS:
      return check_record (bytes, name, questionnaire, problems, error);
    case RF_XML_TRANSLATION:
      translation = rf_translation_read_bytes (bytes, name, questionnaire, problems, error);
      return translation != NULL;
    case RF_XML_BENCHMARKS:
      benchmarks = rf_benchmarks_read_bytes (bytes, name, problems, error);
      return benchmarks != NULL;
    case RF_XML_CATALOGUE:
      catalogue = rf_catalogue_read_bytes (bytes, name, problems, error);
      return catalogue != NULL;
    case RF_XML_USE_CASES:
      use_cases = rf_use_cases_read_bytes (bytes, name, problems, error);
      return use_cases != NULL;
    case RF_XML_QUESTIONNAIRE:
    case RF_XML_UNKNOWN:
    default:
      read = rf_questionnaire_read_bytes (bytes, name, problems, error);
      return read != NULL;
    }
}

/* Says what is wrong with one file, or that nothing is. */
static RfExitStatus
validate (const char *path,
          const RfQuestionnaire *questionnaire,
          GString *page)
{
  const char *name = rf_xml_input_get_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, &error);
  g_autoptr (RfProblems) problems = rf_problems_new (name);
  g_autofree char *warnings = NULL;

  if (bytes == NULL || !check_bytes (bytes, name, questionnaire, problems, &error))
    return rf_command_fail (error);
  warnings = rf_problems_to_string (problems);
  if (*warnings)
    g_printerr ("%s\n", warnings);
  g_string_append_printf (page, _ ("%s: valid\n"), name);
  return RF_EXIT_DONE;
}

static RfExitStatus
validate_all (char **paths,
              const RfQuestionnaire *questionnaire)
{
  g_autoptr (GString) page = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  RfExitStatus status = RF_EXIT_DONE;

  /* The worst of all files decides; invalid input outranks a missing file. */
  for (guint i = 0; paths[i]; i++)
    {
      RfExitStatus of_file = validate (paths[i], questionnaire, page);

      status = MAX (status, of_file);
    }
  if (!rf_output_write_text (NULL, page->str, &error))
    return rf_command_fail (error);
  return status;
}

static RfExitStatus
run_validate (const RfCommand *command,
              char **argv)
{
  g_autofree char *path = NULL;
  const GOptionEntry options[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_FILENAME, &path,
      N_ ("Hold answers and translations against the questionnaire in FILE"), N_ ("FILE") },
    { NULL },
  };
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 1, G_MAXINT, &status))
    return status;
  if (path)
    {
      questionnaire = rf_questionnaire_read_file (path, NULL, &error);
      if (questionnaire == NULL)
        return rf_command_fail (error);
    }
  return validate_all (argv + 1, questionnaire);
}

const RfCommand rf_command_validate = {
  "validate",
  "FILE…",
  N_ ("Check questionnaires, answers, use cases, translations, benchmarks and catalogues, and say all that is wrong with them."),
  NULL,
  run_validate,
};
