// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-command.h"

#include "rf-error.h"
#include "rf-output.h"
#include "rf-language.h"

static GOptionContext *
make_context (const RfCommand *self,
              const GOptionEntry *options,
              const GOptionEntry *more_options)
{
  GOptionContext *context = g_option_context_new (self->arguments ? _ (self->arguments) : NULL);

  /* ours, so that help goes where other output goes and the process ends where it always does */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _ (self->summary));
  if (self->details)
    g_option_context_set_description (context, _ (self->details));
  if (options)
    g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  if (more_options)
    g_option_context_add_main_entries (context, more_options, GETTEXT_PACKAGE);
  return context;
}

static RfExitStatus
show_help (GOptionContext *context)
{
  g_autofree char *text = g_option_context_get_help (context, TRUE, NULL);
  g_autoptr (GError) error = NULL;

  return rf_output_write_text (NULL, text, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

/**
 * rf_command_parse:
 * @options: (nullable): its options, to end with an empty entry
 * @more_options: (nullable): options that it shares with others
 * @argv: (inout): the options are taken out of it
 * @status: (out): what to end with where %FALSE is returned
 *
 * Returns: whether the command should go on; otherwise help was shown, or what is wrong was said
 */
gboolean
rf_command_parse (const RfCommand *self,
                  const GOptionEntry *options,
                  const GOptionEntry *more_options,
                  char ***argv,
                  RfExitStatus *status)
{
  gboolean wants_help = FALSE;
  const GOptionEntry help_options[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wants_help, N_ ("Show this page"), NULL }, { NULL }
  };
  g_autofree char *usage_name = g_strconcat ("ringfence-cli ", self->name, NULL);
  g_autoptr (GOptionContext) context = make_context (self, options, more_options);
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, help_options, GETTEXT_PACKAGE);
  g_set_prgname (usage_name);
  if (!g_option_context_parse_strv (context, argv, &error))
    {
      *status = rf_command_misuse (self, "%s.", error->message);
      return FALSE;
    }
  if (wants_help)
    {
      *status = show_help (context);
      return FALSE;
    }
  return TRUE;
}

/**
 * rf_command_take_arguments:
 * @argv: what rf_command_parse() left
 * @status: (out): what to end with where %FALSE is returned
 *
 * Checks that from @least to @most arguments stand after the options.
 */
gboolean
rf_command_take_arguments (const RfCommand *self,
                           char **argv,
                           guint least,
                           guint most,
                           RfExitStatus *status)
{
  guint n = g_strv_length (argv) - 1;

  if (n < least)
    *status = rf_command_misuse (self, _ ("An argument is missing after %s."), n == 0 ? self->name : argv[n]);
  else if (n > most)
    *status = rf_command_misuse (self, _ ("“%s” is one argument too many."), argv[most + 1]);
  return least <= n && n <= most;
}

/**
 * rf_command_misuse:
 * @format: what is wrong, a sentence
 *
 * Says in one line what is wrong with the command line and where to read on.
 *
 * Returns: %RF_EXIT_USAGE
 */
RfExitStatus
rf_command_misuse (const RfCommand *self,
                   const char *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_printerr (_ ("ringfence-cli: %s See “ringfence-cli %s --help”.\n"), message, self->name);
  return RF_EXIT_USAGE;
}

static RfExitStatus
get_status_of (const GError *error)
{
  if (g_error_matches (error, RF_ERROR, RF_ERROR_NOT_FOUND) || g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return RF_EXIT_NOT_FOUND;
  if (g_error_matches (error, RF_ERROR, RF_ERROR_PARSE) || g_error_matches (error, RF_ERROR, RF_ERROR_INVALID))
    return RF_EXIT_INVALID;
  return RF_EXIT_FAILED;
}

/**
 * rf_command_fail:
 *
 * Says what went wrong on standard error.
 *
 * Returns: the exit status that fits
 */
RfExitStatus
rf_command_fail (const GError *error)
{
  RfExitStatus status = get_status_of (error);

  /* What is wrong in a file begins with its name and line, as editors expect. */
  if (status == RF_EXIT_INVALID)
    g_printerr ("%s\n", error->message);
  else
    g_printerr ("ringfence-cli: %s\n", error->message);
  return status;
}
