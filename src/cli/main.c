// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"

#include "rf-output.h"
#include "rf-score.h"
#include "rf-language.h"

#include <locale.h>
#include <string.h>

static const RfCommand *const commands[] = {
  &rf_command_validate,
  &rf_command_score,
  &rf_command_compare,
  &rf_command_settle,
  &rf_command_fit,
  &rf_command_what_if,
  &rf_command_profiles,
  &rf_command_policy,
  &rf_command_report,
  &rf_command_benchmarks,
  &rf_command_list,
  &rf_command_provider_list,
  &rf_command_provider_add,
  &rf_command_provider_edit,
  &rf_command_provider_remove,
  &rf_command_provider_catalogue,
  &rf_command_offering_list,
  &rf_command_offering_add,
  &rf_command_offering_edit,
  &rf_command_offering_remove,
  &rf_command_use_case_list,
  &rf_command_use_case_add,
  &rf_command_use_case_edit,
  &rf_command_use_case_remove,
  &rf_command_questionnaire_list,
  &rf_command_questionnaire_add,
  &rf_command_translation_status,
  &rf_command_translation_add,
  &rf_command_start,
  &rf_command_assessment_edit,
  &rf_command_assessment_inherit,
  &rf_command_assessment_confirm,
  &rf_command_answer,
  &rf_command_evidence_list,
  &rf_command_evidence_add,
  &rf_command_evidence_edit,
  &rf_command_evidence_remove,
  &rf_command_evidence_link,
  &rf_command_evidence_unlink,
  &rf_command_action_list,
  &rf_command_action_add,
  &rf_command_action_edit,
  &rf_command_action_remove,
  &rf_command_submit,
  &rf_command_request_changes,
  &rf_command_approve,
  &rf_command_decide,
  &rf_command_import,
  &rf_command_export,
  &rf_command_audit,
  &rf_command_purge,
  &rf_command_check,
  &rf_command_verify_report,
  &rf_command_backup,
  &rf_command_workspace_list,
  &rf_command_workspace_rename,
  &rf_command_workspace_remove,
  &rf_command_workspace_import,
  &rf_command_workspace_copy,
};

static char *
list_commands (const char *group)
{
  GString *page = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (group == NULL || (g_str_has_prefix (commands[i]->name, group) && commands[i]->name[strlen (group)] == ' '))
      g_string_append_printf (page, "  %-20s %s\n", commands[i]->name, _ (commands[i]->summary));
  return g_string_free (page, FALSE);
}

static RfExitStatus
print (const char *text)
{
  g_autoptr (GError) error = NULL;

  return rf_output_write_text (NULL, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

static RfExitStatus
show_help (const char *group)
{
  g_autofree char *list = list_commands (group);
  g_autofree char *text = g_strdup_printf (_ ("Usage: ringfence-cli COMMAND [OPTION…] [ARGUMENT…]\n"
                                              "\n"
                                              "How safe is it to give a company's data to a generative-AI provider?\n"
                                              "\n"
                                              "%s\n"
                                              "“ringfence-cli COMMAND --help” explains a command, the man page all.\n"),
                                           list);

  return print (text);
}

static RfExitStatus
misuse (const char *format,
        const char *word)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", word, 1);
  g_printerr (_ ("ringfence-cli: %s See “ringfence-cli --help”.\n"), message->str);
  return RF_EXIT_USAGE;
}

/* Whether a command begins with these words; a name of two words takes two of them. */
static const RfCommand *
find_command (char **words,
              guint *n_words)
{
  g_autofree char *both = words[1] ? g_strjoin (" ", words[0], words[1], NULL) : NULL;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      gboolean is_one = g_str_equal (commands[i]->name, words[0]);

      if (is_one || g_strcmp0 (commands[i]->name, both) == 0)
        {
          *n_words = is_one ? 1 : 2;
          return commands[i];
        }
    }
  return NULL;
}

static gboolean
is_help (const char *word)
{
  return g_str_equal (word, "--help") || g_str_equal (word, "-h") || g_str_equal (word, "help");
}

static RfExitStatus
run_group (char **words)
{
  g_autofree char *list = list_commands (words[0]);

  if (*list == '\0')
    return misuse (_ ("There is no command “%s”."), words[0]);
  if (words[1] == NULL)
    return misuse (_ ("“%s” needs another word: what to do with it."), words[0]);
  if (is_help (words[1]))
    return show_help (words[0]);
  return misuse (_ ("There is no such thing to do as “%s”."), words[1]);
}

static RfExitStatus
run (char **words)
{
  const RfCommand *command;
  guint n_words;
  g_auto (GStrv) arguments = NULL;

  if (words[0] == NULL)
    return misuse (_ ("A command is missing."), "");
  if (is_help (words[0]))
    return show_help (NULL);
  if (g_str_equal (words[0], "--version"))
    return print ("ringfence-cli " PACKAGE_VERSION " (engine " RF_ENGINE_VERSION ")\n");
  command = find_command (words, &n_words);
  if (command == NULL)
    return run_group (words);
  /* the word before the arguments stands for the program's name, as in argv */
  arguments = g_strdupv (words + n_words - 1);
  return command->run (command, arguments);
}

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  rf_language_set_up ();
  g_set_prgname ("ringfence-cli");
  return run (argv + 1);
}
