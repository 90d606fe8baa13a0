// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-commands.h"
#include "rf-session.h"
#include "rf-language.h"

static const RfColumn columns[] = {
  { "id", N_ ("Id"), RF_COLUMN_TEXT },
  { "name", N_ ("Name"), RF_COLUMN_TEXT },
  { "sensitivity", N_ ("Sensitivity"), RF_COLUMN_TEXT },
  { "autonomy", N_ ("Autonomy"), RF_COLUMN_TEXT },
  { "volume", N_ ("Volume"), RF_COLUMN_TEXT },
  { "dependence", N_ ("Dependence"), RF_COLUMN_TEXT },
  { "personal_data", N_ ("Personal data"), RF_COLUMN_TEXT },
  { "owner", N_ ("Owner"), RF_COLUMN_TEXT },
  { "step", N_ ("Step"), RF_COLUMN_TEXT },
};

typedef struct
{
  char *id;
  char *name;
  char *owner;
  char *step;
  char *levels[RF_N_USE_CASE_ATTRIBUTES];
} Options;

static void
options_clear (Options *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->owner);
  g_free (self->step);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    g_free (self->levels[i]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static GOptionEntry *
list_options (Options *self)
{
  const GOptionEntry options[] = {
    { "id", 0, 0, G_OPTION_ARG_STRING, &self->id, N_ ("Call it this; otherwise made from the name"), N_ ("ID") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &self->name, N_ ("Its new name"), N_ ("NAME") },
    { "sensitivity", 0, 0, G_OPTION_ARG_STRING, &self->levels[RF_USE_CASE_SENSITIVITY],
      N_ ("public, internal, confidential, restricted or crown-jewels"), N_ ("LEVEL") },
    { "autonomy", 0, 0, G_OPTION_ARG_STRING, &self->levels[RF_USE_CASE_AUTONOMY],
      N_ ("chat, retrieval, agent-with-tools or agent-on-its-own"), N_ ("LEVEL") },
    { "volume", 0, 0, G_OPTION_ARG_STRING, &self->levels[RF_USE_CASE_VOLUME],
      N_ ("Of data that is not public: very-low to very-high"), N_ ("LEVEL") },
    { "dependence", 0, 0, G_OPTION_ARG_STRING, &self->levels[RF_USE_CASE_DEPENDENCE],
      N_ ("How much depends on it: very-low to very-high"), N_ ("LEVEL") },
    { "personal-data", 0, 0, G_OPTION_ARG_STRING, &self->levels[RF_USE_CASE_PERSONAL_DATA], N_ ("yes or no"),
      N_ ("YES-OR-NO") },
    { "owner", 0, 0, G_OPTION_ARG_STRING, &self->owner, N_ ("Whose it is"), N_ ("NAME") },
    { "step", 0, 0, G_OPTION_ARG_STRING, &self->step, N_ ("Its step of the journey, a word of the answers format"),
      N_ ("STEP") },
    { NULL },
  };

  return g_memdup2 (options, sizeof options);
}

static void
add_level (RfTable *table,
           const RfUseCase *use_case,
           RfUseCaseAttribute attribute)
{
  int level = use_case->levels[attribute];

  rf_table_add_text (table, level == RF_LEVEL_NOT_SET ? NULL : rf_use_case_level_get_nick (attribute, level));
}

static RfExitStatus
run_list (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_autoptr (RfTable) table = rf_table_new (columns, G_N_ELEMENTS (columns));
  g_autoptr (GPtrArray) use_cases = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_begin (&session, command, NULL, &argv, 0, 0, &status))
    return status;
  use_cases = rf_workspace_list_use_cases (session.workspace, &error);
  if (use_cases == NULL)
    return rf_command_fail (error);
  for (guint i = 0; i < use_cases->len; i++)
    {
      const RfUseCase *use_case = g_ptr_array_index (use_cases, i);

      rf_table_add_text (table, use_case->id);
      rf_table_add_text (table, use_case->name);
      for (guint k = 0; k < RF_N_USE_CASE_ATTRIBUTES; k++)
        add_level (table, use_case, k);
      rf_table_add_text (table, use_case->owner);
      rf_table_add_text (table, use_case->step);
    }
  return rf_session_print (&session, table);
}

static char *
choose (const char *given,
        const char *before)
{
  const char *chosen = given ? given : before;

  return chosen && *chosen ? g_strdup (chosen) : NULL;
}

/* Fills in what is given; the rest stays as it was. */
static gboolean
apply (RfUseCase *self,
       const Options *given,
       const RfUseCase *before,
       const RfCommand *command,
       RfExitStatus *status)
{
  if (given->step && *given->step && !rf_journey_step_is_valid (given->step))
    {
      *status = rf_command_misuse (command, _ ("“%s” is not a step of the journey."), given->step);
      return FALSE;
    }
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    {
      const char *word = given->levels[i];

      self->levels[i] = before && word == NULL ? before->levels[i] : RF_LEVEL_NOT_SET;
      if (word == NULL || *word == '\0' || rf_use_case_level_from_nick (i, word, &self->levels[i]))
        continue;
      *status = rf_command_misuse (command, _ ("“%s” is not a level of --%s."), word, rf_use_case_attribute_get_nick (i));
      return FALSE;
    }
  self->owner = choose (given->owner, before ? before->owner : NULL);
  self->step = choose (given->step, before ? before->step : NULL);
  return TRUE;
}

static gboolean
check_words (const Options *given,
             const RfCommand *command,
             RfExitStatus *status)
{
  g_autoptr (RfUseCase) tried = rf_use_case_new ("tried", "tried");

  return apply (tried, given, NULL, command, status);
}

static RfExitStatus
run_add (const RfCommand *command,
         char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfUseCase) use_case = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status))
    return status;
  use_case = rf_use_case_new (given.id, argv[1]);
  if (!apply (use_case, &given, NULL, command, &status))
    return status;
  if (!rf_session_enter_to_change (&session, &status))
    return status;
  id = rf_workspace_add_use_case (session.workspace, use_case, &error);
  return rf_session_finish (&session, id != NULL, id, &error);
}

static RfExitStatus
run_edit (const RfCommand *command,
          char **argv)
{
  g_auto (RfSession) session = { 0 };
  g_auto (Options) given = { 0 };
  g_autofree GOptionEntry *options = list_options (&given);
  g_autoptr (RfUseCase) before = NULL;
  g_autoptr (RfUseCase) use_case = NULL;
  g_autoptr (GError) error = NULL;
  RfExitStatus status;

  if (!rf_session_parse (&session, command, options, &argv, 1, 1, &status) || !check_words (&given, command, &status) || !rf_session_enter_to_change (&session, &status))
    return status;
  before = rf_workspace_dup_use_case (session.workspace, argv[1], &error);
  if (before == NULL)
    return rf_command_fail (error);
  use_case = rf_use_case_new (before->id, given.name ? given.name : before->name);
  if (!apply (use_case, &given, before, command, &status))
    return status;
  return rf_session_finish (&session, rf_workspace_edit_use_case (session.workspace, use_case, &error), NULL, &error);
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
  return rf_session_finish (&session, rf_workspace_remove_use_case (session.workspace, argv[1], &error), NULL, &error);
}

const RfCommand rf_command_use_case_list = { "use-case list", "", N_ ("List the use cases."), NULL, run_list };
const RfCommand rf_command_use_case_add = { "use-case add", N_ ("NAME"), N_ ("Add a use case and print its id."), NULL,
                                            run_add };
const RfCommand rf_command_use_case_edit = { "use-case edit", N_ ("ID"), N_ ("Change a use case."), NULL, run_edit };
const RfCommand rf_command_use_case_remove = { "use-case remove", N_ ("ID"), N_ ("Remove a use case that nothing was decided for."), NULL, run_remove };
