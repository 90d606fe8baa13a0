// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-session.h"

#include "rf-error.h"
#include "rf-table-output.h"
#include "rf-language.h"

#include <string.h>

#define USUAL_WORKSPACE "default"

/* In microseconds: how long to go on waiting for a turn while other programs change the workspace. */
#define PATIENCE (10 * G_USEC_PER_SEC)

/**
 * rf_session_list_options:
 *
 * Returns: (transfer full): the options of every command that uses a store; free with g_free() after parsing
 */
GOptionEntry *
rf_session_list_options (RfSession *self)
{
  const GOptionEntry options[] = {
    { "workspace", 'w', 0, G_OPTION_ARG_STRING, &self->workspace_name, N_ ("Use this workspace instead of “default”"),
      N_ ("NAME") },
    { "store", 0, 0, G_OPTION_ARG_FILENAME, &self->store,
      N_ ("Read the store in FILE, a copy from elsewhere, and change nothing"), N_ ("FILE") },
    { "author", 0, 0, G_OPTION_ARG_STRING, &self->author, N_ ("Who is named in the audit trail instead of the user"),
      N_ ("NAME") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &self->format_name, self->exports ? N_ ("Write as xml, json, csv or xlsx") : N_ ("Print as text, json or csv"), N_ ("FORMAT") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

/**
 * rf_session_open:
 *
 * Opens the workspace that the options name; one of our own is made where it is not there yet.
 */
gboolean
rf_session_open (RfSession *self,
                 GError **error)
{
  if (self->store)
    self->workspace = rf_workspace_open_file (self->store, RF_WORKSPACE_READ_ONLY, error);
  else
    self->workspace = rf_workspace_open (self->workspace_name ? self->workspace_name : USUAL_WORKSPACE,
                                         self->workspace_name ? RF_WORKSPACE_DEFAULT : RF_WORKSPACE_CREATE, error);
  if (self->workspace && self->author)
    rf_workspace_set_author (self->workspace, self->author);
  return self->workspace != NULL;
}

/**
 * rf_session_parse:
 * @argv: (inout): the options are taken out of it
 * @least: how many arguments there must be, and @most may be
 * @status: (out): what to end with where %FALSE is returned
 *
 * Parses a command's options and arguments. The words given are checked next and rf_session_enter() opens the
 * workspace last, so that a misused command never makes one.
 */
gboolean
rf_session_parse (RfSession *self,
                  const RfCommand *command,
                  const GOptionEntry *options,
                  char ***argv,
                  guint least,
                  guint most,
                  RfExitStatus *status)
{
  g_autofree GOptionEntry *own_options = rf_session_list_options (self);

  if (!rf_command_parse (command, options, own_options, argv, status) || !rf_command_take_arguments (command, *argv, least, most, status))
    return FALSE;
  if (self->exports ? rf_format_of_export_from_nick (self->format_name, &self->format) : rf_format_from_nick (self->format_name, &self->format))
    return TRUE;
  *status = rf_command_misuse (command, self->exports ? _ ("“%s” is not a format: xml, json, csv or xlsx.") : _ ("“%s” is not a format: text, json or csv."), self->format_name);
  return FALSE;
}

/**
 * rf_session_enter:
 * @status: (out): what to end with where %FALSE is returned
 *
 * Opens the workspace for a command whose words are in order.
 */
gboolean
rf_session_enter (RfSession *self,
                  RfExitStatus *status)
{
  g_autoptr (GError) error = NULL;

  if (rf_session_open (self, &error))
    return TRUE;
  *status = rf_command_fail (error);
  return FALSE;
}

/**
 * rf_session_begin_change:
 *
 * Waits for its turn: until rf_session_end_change() nobody else changes the workspace, so that what a command has
 * looked at is still so when it changes it.
 */
gboolean
rf_session_begin_change (RfSession *self,
                         GError **error)
{
  gint64 end = g_get_monotonic_time () + PATIENCE;

  for (;;)
    {
      g_autoptr (GError) reason = NULL;

      /* its description is for an undo menu, and there is none */
      self->is_changing = rf_workspace_begin_step (self->workspace, "", &reason);
      if (self->is_changing)
        return TRUE;
      if (!g_error_matches (reason, RF_ERROR, RF_ERROR_BUSY) || g_get_monotonic_time () > end)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      g_usleep ((gulong) g_random_int_range (1, 20) * 1000);
    }
}

/**
 * rf_session_end_change:
 * @keep: whether all went well; otherwise everything is as it was before
 *
 * Returns: whether the change is kept; @error is set only where @keep was
 */
gboolean
rf_session_end_change (RfSession *self,
                       gboolean keep,
                       GError **error)
{
  self->is_changing = FALSE;
  if (keep)
    return rf_workspace_end_step (self->workspace, error);
  rf_workspace_cancel_step (self->workspace);
  return FALSE;
}

/**
 * rf_session_enter_to_change:
 * @status: (out): what to end with where %FALSE is returned
 *
 * Does rf_session_enter() for a command that changes something, and waits for its turn. To be ended with
 * rf_session_finish().
 */
gboolean
rf_session_enter_to_change (RfSession *self,
                            RfExitStatus *status)
{
  g_autoptr (GError) error = NULL;

  if (!rf_session_enter (self, status))
    return FALSE;
  if (rf_session_begin_change (self, &error))
    return TRUE;
  *status = rf_command_fail (error);
  return FALSE;
}

/**
 * rf_session_begin:
 *
 * Does rf_session_parse() and rf_session_enter(), for a command that has no words to check.
 */
gboolean
rf_session_begin (RfSession *self,
                  const RfCommand *command,
                  const GOptionEntry *options,
                  char ***argv,
                  guint least,
                  guint most,
                  RfExitStatus *status)
{
  return rf_session_parse (self, command, options, argv, least, most, status) && rf_session_enter (self, status);
}

/**
 * rf_session_begin_to_change:
 *
 * Does rf_session_parse() and rf_session_enter_to_change().
 */
gboolean
rf_session_begin_to_change (RfSession *self,
                            const RfCommand *command,
                            const GOptionEntry *options,
                            char ***argv,
                            guint least,
                            guint most,
                            RfExitStatus *status)
{
  return rf_session_parse (self, command, options, argv, least, most, status) && rf_session_enter_to_change (self, status);
}

void
rf_session_end (RfSession *self)
{
  if (self->is_changing)
    rf_session_end_change (self, FALSE, NULL);
  g_clear_object (&self->workspace);
  g_clear_pointer (&self->workspace_name, g_free);
  g_clear_pointer (&self->store, g_free);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->format_name, g_free);
}

/**
 * rf_session_print:
 *
 * Prints a table in the format asked for.
 */
RfExitStatus
rf_session_print (const RfSession *self,
                  const RfTable *table)
{
  g_autoptr (GError) error = NULL;

  return rf_table_print (table, self->format, NULL, &error) ? RF_EXIT_DONE : rf_command_fail (error);
}

/**
 * rf_session_say:
 * @text: (nullable): what to print, a line, where it is done
 * @error: (nullable): where the reason lies if it is not; a pointer, for it is set while the arguments are evaluated
 *
 * Ends a command that writes something.
 */
RfExitStatus
rf_session_say (gboolean is_done,
                const char *text,
                GError **error)
{
  g_autofree char *line = text ? g_strconcat (text, "\n", NULL) : NULL;
  g_autoptr (GError) of_output = NULL;

  if (!is_done)
    return rf_command_fail (*error);
  if (line && !rf_output_write_text (NULL, line, &of_output))
    return rf_command_fail (of_output);
  return RF_EXIT_DONE;
}

/**
 * rf_session_finish:
 *
 * Does rf_session_say() for a command that changes the workspace: what it did is kept now, or taken back.
 */
RfExitStatus
rf_session_finish (RfSession *self,
                   gboolean is_done,
                   const char *text,
                   GError **error)
{
  is_done = rf_session_end_change (self, is_done, error);
  return rf_session_say (is_done, text, error);
}

/**
 * rf_session_parse_day:
 * @text: (nullable): an option's; %NULL leaves @day as it is, "" makes it none
 * @status: (out): what to end with where %FALSE is returned
 */
gboolean
rf_session_parse_day (const RfCommand *command,
                      const char *text,
                      RfDay *day,
                      RfExitStatus *status)
{
  if (text == NULL)
    return TRUE;
  if (*text == '\0')
    *day = RF_DAY_NONE;
  else if (!rf_day_from_string (text, day))
    {
      *status = rf_command_misuse (command, _ ("“%s” is not a date: write it as 2026-11-01."), text);
      return FALSE;
    }
  return TRUE;
}
