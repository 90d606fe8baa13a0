// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-company-folder.h"
#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-language.h"
#include "rf-output.h"
#include "rf-questionnaire-xml.h"
#include "rf-table-output.h"
#include "rf-table.h"
#include "rf-translation-folders.h"
#include "rf-translation-xml.h"
#include "rf-xml-input.h"

static const RfColumn columns[] = {
  { "language", N_ ("Language"), RF_COLUMN_TEXT },
  { "questionnaire", N_ ("Questionnaire"), RF_COLUMN_TEXT },
  { "state", N_ ("State"), RF_COLUMN_TEXT },
  { "text", N_ ("Text"), RF_COLUMN_TEXT },
};

/* A questionnaire and the files in which translations of it may be. */
typedef struct
{
  RfQuestionnaire *questionnaire; /* owned */
  GPtrArray *paths;               /* owned */
} Translated;

static void
translated_free (Translated *self)
{
  rf_questionnaire_unref (self->questionnaire);
  g_ptr_array_unref (self->paths);
  g_free (self);
}

static gboolean
add_questionnaire (GPtrArray *list,
                   const char *path,
                   char **named,
                   GError **error)
{
  RfQuestionnaire *questionnaire = rf_questionnaire_read_file (path, NULL, error);
  Translated *translated;

  if (questionnaire == NULL)
    return FALSE;
  translated = g_new0 (Translated, 1);
  translated->questionnaire = questionnaire;
  translated->paths = named[0] ? g_ptr_array_new_with_free_func (g_free) : rf_translation_folders_list (path);
  for (guint i = 0; named[i]; i++)
    g_ptr_array_add (translated->paths, g_strdup (named[i]));
  g_ptr_array_add (list, translated);
  return TRUE;
}

/* The questionnaire that is named, or those that come with the program and the company's. */
static GPtrArray *
list_translated (const char *path,
                 char **named,
                 GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) translated_free);
  g_autofree char *shipped = rf_data_folder_dup_path ("questionnaires", NULL);
  g_autoptr (GPtrArray) paths = rf_data_folder_list_questionnaires (shipped);
  g_autoptr (GPtrArray) of_company = rf_company_folder_list_questionnaires ();

  g_ptr_array_extend_and_steal (paths, g_steal_pointer (&of_company));
  if (path)
    return add_questionnaire (list, path, named, error) ? g_steal_pointer (&list) : NULL;
  for (guint i = 0; i < paths->len; i++)
    if (!add_questionnaire (list, paths->pdata[i], named, error))
      return NULL;
  return g_steal_pointer (&list);
}

static void
add_row (RfTable *table,
         const RfTranslation *translation,
         const char *state,
         const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s %u", rf_translation_get_questionnaire_id (translation), rf_translation_get_revision (translation));

  rf_table_add_text (table, rf_translation_get_language (translation));
  rf_table_add_text (table, name);
  rf_table_add_text (table, state);
  rf_table_add_text (table, text);
}

static void
add_study (RfTable *table,
           const RfTranslation *translation,
           const RfQuestionnaire *questionnaire)
{
  g_autoptr (RfTranslationStudy) study = rf_translation_study (translation, questionnaire);
  gboolean is_complete = study->missing->len == 0 && study->changed->len == 0;
  g_autofree char *sum = g_strdup_printf (_ ("%u of %u questions, %u of %u texts"), study->n_questions, questionnaire->n_questions, study->n_texts - study->missing->len, study->n_texts);

  add_row (table, translation, is_complete ? C_ ("translation", "complete") : C_ ("translation", "incomplete"), sum);
  for (guint i = 0; i < study->changed->len; i++)
    add_row (table, translation, C_ ("translation", "worded anew"), study->changed->pdata[i]);
  for (guint i = 0; i < study->missing->len; i++)
    {
      g_autofree char *text = rf_translation_gap_to_string (study->missing->pdata[i]);

      add_row (table, translation, C_ ("translation", "missing"), text);
    }
}

/* What translates another questionnaire is passed over, unless it was named. */
static gboolean
add_file (RfTable *table,
          const char *path,
          gboolean is_named,
          const RfQuestionnaire *questionnaire,
          GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (rf_xml_input_get_name (path));
  g_autoptr (RfTranslation) translation = rf_translation_read_file (path, NULL, problems, error);

  if (translation == NULL)
    return FALSE;
  if (!g_str_equal (rf_translation_get_questionnaire_id (translation), questionnaire->id))
    {
      if (is_named)
        g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("%s: This translates the questionnaire “%s”, not “%s”. Name its questionnaire with --questionnaire."),
                     rf_xml_input_get_name (path), rf_translation_get_questionnaire_id (translation), questionnaire->id);
      return !is_named;
    }
  g_clear_pointer (&translation, rf_translation_unref);
  translation = rf_translation_read_file (path, questionnaire, problems, error);
  if (translation)
    add_study (table, translation, questionnaire);
  return translation != NULL;
}

static RfExitStatus
run_status (const RfCommand *command,
            char **argv)
{
  g_autofree char *nick = NULL, *path = NULL;
  const GOptionEntry options[] = {
    { "questionnaire", 'q', 0, G_OPTION_ARG_FILENAME, &path, N_ ("Look at translations of the questionnaire in FILE"), N_ ("FILE") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &nick, N_ ("Print as text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  RfFormat format;
  RfExitStatus status;

  if (!rf_command_parse (command, options, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 0, G_MAXINT, &status))
    return status;
  if (!rf_format_from_nick (nick, &format))
    return rf_command_misuse (command, _ ("“%s” is not a format: text, json or csv."), nick);
  list = list_translated (path, argv + 1, &error);
  if (list == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < list->len; i++)
    {
      const Translated *translated = g_ptr_array_index (list, i);

      for (guint k = 0; k < translated->paths->len; k++)
        if (!add_file (table, translated->paths->pdata[k], argv[1] != NULL, translated->questionnaire, &error))
          return rf_command_fail (error);
    }
  return rf_table_print (table, format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_autoptr (RfProblems) problems = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL, *line = NULL;
  const char *name;
  RfExitStatus status;

  if (!rf_command_parse (command, NULL, NULL, &argv, &status) || !rf_command_take_arguments (command, argv, 1, 1, &status))
    return status;
  name = rf_xml_input_get_name (argv[1]);
  problems = rf_problems_new (name);
  bytes = rf_xml_input_load (argv[1], &error);
  id = bytes ? rf_translation_folders_add (bytes, name, problems, &error) : NULL;
  if (id == NULL)
    return rf_command_fail (error);
  line = g_strconcat (id, "\n", NULL);
  return rf_output_write_text (NULL, line, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

const RfCommand rf_command_translation_status = {
  "translation status",
  N_ ("[FILE…]"),
  N_ ("Say how much of the questionnaires is translated into which languages, and list what is missing."),
  N_ ("Without a FILE, the translations that come with the program, the company’s and the user’s own are looked at."),
  run_status,
};
const RfCommand rf_command_translation_add = {
  "translation add",
  N_ ("FILE"),
  N_ ("Keep a questionnaire’s translation for this user, and print the questionnaire’s id and the language."),
  NULL,
  run_add,
};
