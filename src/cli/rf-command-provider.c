// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "name", N_ ("Name"), RF_COLUMN_TEXT },
  { "homepage", N_ ("Home page"), RF_COLUMN_TEXT },
  { "note", N_ ("Note"), RF_COLUMN_TEXT },
};

typedef struct
{
  char *id;
  char *name;
  char *homepage;
  char *note;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->homepage);
  g_free (self->note);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) providers = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  providers = rf_workspace_list_providers (session.workspace, &error);
  if (providers == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < providers->len; i++)
    {
      const RfProvider *provider = g_ptr_array_index (providers, i);

      rf_table_add_text (table, provider->id);
      rf_table_add_text (table, provider->name);
      rf_table_add_text (table, provider->homepage);
      rf_table_add_text (table, provider->note);
    }
  return rf_session_print (&session, table);
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

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  const GOptionEntry options[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &given.id, N_ ("Call it this; otherwise made from the name"), N_ ("ID") },
    { "homepage", 0, 0, G_OPTION_ARG_STRING, &given.homepage, N_ ("Its home page"), N_ ("ADDRESS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &given.note, N_ ("A note"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (RfProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, options, &argv, 1, 1, &status))
    return status;
  provider = rf_provider_new (given.id, argv[1]);
  take (&provider->homepage, given.homepage);
  take (&provider->note, given.note);
  id = rf_workspace_add_provider (session.workspace, provider, &error);
  return rf_session_finish (&session, id != NULL, id, &error);
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  const GOptionEntry options[] = {
    { "name", 0, 0, G_OPTION_ARG_STRING, &given.name, N_ ("Its new name"), N_ ("NAME") },
    { "homepage", 0, 0, G_OPTION_ARG_STRING, &given.homepage, N_ ("Its home page"), N_ ("ADDRESS") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &given.note, N_ ("A note"), N_ ("TEXT") },
    { NULL },
  };
  g_autoptr (RfProvider) provider = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, options, &argv, 1, 1, &status))
    return status;
  provider = rf_workspace_dup_provider (session.workspace, argv[1], &error);
  if (provider == NULL)
    return rf_command_fail (error);
  take (&provider->name, given.name);
  take (&provider->homepage, given.homepage);
  take (&provider->note, given.note);
  return rf_session_finish (&session, rf_workspace_edit_provider (session.workspace, provider, &error), NULL, &error);
}

static RfExitStatus
run_remove (const RfCommand *command,
            char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin_to_change (&session, command, NULL, &argv, 1, 1, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_remove_provider (session.workspace, argv[1], &error), NULL, &error);
}

const RfCommand rf_command_provider_list = { "provider list", "", N_ ("List the providers."), NULL, run_list };
const RfCommand rf_command_provider_add = { "provider add", N_ ("NAME"), N_ ("Add a provider and print its id."), NULL,
                                            run_add };
const RfCommand rf_command_provider_edit = { "provider edit", N_ ("ID"), N_ ("Change a provider."), NULL, run_edit };
const RfCommand rf_command_provider_remove = { "provider remove", N_ ("ID"),
                                               N_ ("Remove a provider that has no offerings."), NULL, run_remove };
