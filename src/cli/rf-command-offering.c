// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-catalogue-xml.h"
#include "rf-data-folder.h"
#include "rf-error.h"
#include "rf-session.h"
#include "rf-language.h"

#include <string.h>

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "provider", N_ ("Provider"), RF_COLUMN_TEXT },
  { "name", N_ ("Name"), RF_COLUMN_TEXT },
  { "layer", N_ ("Layer"), RF_COLUMN_TEXT },
  { "channel", N_ ("Channel"), RF_COLUMN_TEXT },
  { "plan", N_ ("Plan"), RF_COLUMN_TEXT },
  { "region", N_ ("Region"), RF_COLUMN_TEXT },
  { "settings", N_ ("Settings"), RF_COLUMN_TEXT },
  { "spending", N_ ("Spending"), RF_COLUMN_TEXT },
};

typedef struct
{
  char *id;
  char *name;
  char *provider;
  char *attributes[RF_N_OFFERING_ATTRIBUTES];
  char *settings;
  char *spending;
} Options;

static void
options_clear (Options *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->provider);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    g_free (self->attributes[i]);
  g_free (self->settings);
  g_free (self->spending);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &self->id, N_ ("Call it this; otherwise made from the name"), N_ ("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->name, N_ ("Its new name"), N_ ("NAME") },
    { "provider", 0, 0, G_OPTION_ARG_STRING, &self->provider, N_ ("The provider's name; a new one is added"),
      N_ ("NAME") },
    { "layer", 0, 0, G_OPTION_ARG_STRING, &self->attributes[RF_OFFERING_LAYER],
      N_ ("infrastructure, models-and-tools or application"), N_ ("LAYER") },
    { "channel", 0, 0, G_OPTION_ARG_STRING, &self->attributes[RF_OFFERING_CHANNEL], N_ ("How it is bought"),
      N_ ("WORD") },
    { "plan", 0, 0, G_OPTION_ARG_STRING, &self->attributes[RF_OFFERING_PLAN], N_ ("Which plan"), N_ ("WORD") },
    { "region", 0, 0, G_OPTION_ARG_STRING, &self->attributes[RF_OFFERING_REGION], N_ ("Which region"), N_ ("WORD") },
    { "settings", 0, 0, G_OPTION_ARG_STRING, &self->settings, N_ ("The settings that matter"), N_ ("TEXT") },
    { "spending", 0, 0, G_OPTION_ARG_STRING, &self->spending,
      /* xgettext:no-c-format */
      N_ ("What you mean to spend: adopting, spending-more (+6 % or more), flat, spending-less (-6 % or worse) or replacing"), N_ ("WORD") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) offerings = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  offerings = rf_workspace_list_offerings (session.workspace, &error);
  if (offerings == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < offerings->len; i++)
    {
      const RfOffering *offering = g_ptr_array_index (offerings, i);

      rf_table_add_text (table, offering->id);
      rf_table_add_text (table, offering->provider);
      rf_table_add_text (table, offering->name);
      for (guint k = 0; k < RF_N_OFFERING_ATTRIBUTES; k++)
        rf_table_add_text (table, offering->attributes[k]);
      rf_table_add_text (table, offering->settings);
      rf_table_add_text (table, offering->spending == RF_INTENTION_NOT_SET ? NULL : rf_intention_get_nick (offering->spending));
    }
  return rf_session_print (&session, table);
}

/* What is given, or else what was; an empty word unsets. */
static char *
choose (const char *given,
        const char *before)
{
  const char *chosen = given ? given : before;

  return chosen && *chosen ? g_strdup (chosen) : NULL;
}

static RfOffering *
make_offering (const Options *given,
               const char *id,
               const char *provider,
               const char *name,
               const RfOffering *before)
{
  RfOffering *offering = rf_offering_new (id, provider, name);

  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    offering->attributes[i] = choose (given->attributes[i], before ? before->attributes[i] : NULL);
  offering->settings = choose (given->settings, before ? before->settings : NULL);
  if (given->spending == NULL && before)
    offering->spending = before->spending;
  rf_intention_from_nick (given->spending, &offering->spending);
  return offering;
}

/* Checks the words that are one of a few. */
static gboolean
check_words (const RfCommand *command,
             const Options *given,
             RfExitStatus *status)
{
  const char *layer = given->attributes[RF_OFFERING_LAYER];
  RfIntention spending;

  if (layer && *layer && !rf_offering_layer_is_valid (layer))
    {
      *status = rf_command_misuse (command, _ ("“%s” is not a layer: infrastructure, models-and-tools or application."), layer);
      return FALSE;
    }
  if (given->spending && *given->spending && !rf_intention_from_nick (given->spending, &spending))
    {
      *status = rf_command_misuse (command, _ ("“%s” is not a spending intention: adopting, spending-more, flat, spending-less or replacing."), given->spending);
      return FALSE;
    }
  return TRUE;
}

/* What is not given is filled from the catalogue: no more than what and whose it is, and how it is bought. */
static gboolean
fill_from_catalogue (Options *given,
                     const char *id,
                     GError **error)
{
  g_autofree char *path = rf_data_folder_dup_path ("providers", "catalogue.xml");
  g_autoptr (RfCatalogue) catalogue = rf_catalogue_read_file (path, NULL, error);
  const RfCatalogueEntry *entry = catalogue ? rf_catalogue_find (catalogue, id) : NULL;
  const struct
  {
    char **field;
    const char *value;
  } fills[] = {
    { &given->id, id },
    { &given->name, entry ? entry->name : NULL },
    { &given->provider, entry ? entry->provider : NULL },
    { &given->attributes[RF_OFFERING_LAYER], entry ? entry->layer : NULL },
    { &given->attributes[RF_OFFERING_CHANNEL], entry ? entry->channel : NULL },
  };

  if (entry == NULL)
    {
      if (catalogue)
        g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The catalogue has no offering “%s”. “ringfence-cli provider catalogue” lists them."), id);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    if (*fills[i].field == NULL)
      *fills[i].field = g_strdup (fills[i].value);
  return TRUE;
}

static GOptionEntry *
list_add_options (Options *self,
                  char **entry)
{
  g_autofree GOptionEntry *shared = list_options (self);
  const GOptionEntry own = { "from-catalogue", 0, 0, G_OPTION_ARG_STRING, entry,
                             N_ ("Fill in what is not given from the catalogue’s offering ID"), N_ ("ID") };
  guint n_shared = 0;
  GOptionEntry *options;

  while (shared[n_shared].long_name)
    n_shared++;
  options = g_new0 (GOptionEntry, n_shared + 2);
  memcpy (options, shared, n_shared * sizeof *shared);
  options[n_shared] = own;
  return options;
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree char *entry = NULL;
  g_autofree GOptionEntry *options = list_add_options (&given, &entry);
  g_autoptr (RfOffering) offering = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 0, 1, &status) || !check_words (command, &given, &status))
    return status;
  if (argv[1])
    {
      g_free (given.name);
      given.name = g_strdup (argv[1]);
    }
  if (entry && !fill_from_catalogue (&given, entry, &error))
    return rf_command_fail (error);
  if (given.name == NULL)
    return rf_command_misuse (command, _ ("A name is missing."));
  if (given.provider == NULL)
    return rf_command_misuse (command, _ ("--provider is missing."));
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  offering = make_offering (&given, given.id, given.provider, given.name, NULL);
  id = rf_workspace_add_offering (session.workspace, offering, &error);
  return rf_session_finish (&session, id != NULL, id, &error);
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfOffering) before = NULL;
  g_autoptr (RfOffering) offering = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !check_words (command, &given, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  before = rf_workspace_dup_offering (session.workspace, argv[1], &error);
  if (before == NULL)
    return rf_command_fail (error);
  offering = make_offering (&given, before->id, given.provider ? given.provider : before->provider,
                            given.name ? given.name : before->name, before);
  return rf_session_finish (&session, rf_workspace_edit_offering (session.workspace, offering, &error), NULL, &error);
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
  return rf_session_finish (&session, rf_workspace_remove_offering (session.workspace, argv[1], &error), NULL, &error);
}

const RfCommand rf_command_offering_list = { "offering list", "", N_ ("List the offerings."), NULL, run_list };
const RfCommand rf_command_offering_add = { "offering add", N_ ("[NAME]"), N_ ("Add an offering and print its id."), NULL,
                                            run_add };
const RfCommand rf_command_offering_edit = { "offering edit", N_ ("ID"), N_ ("Change an offering."), NULL, run_edit };
const RfCommand rf_command_offering_remove = { "offering remove", N_ ("ID"),
                                               N_ ("Remove an offering with its assessments."), NULL, run_remove };
