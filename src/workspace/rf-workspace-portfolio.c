// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Providers, offerings and use cases. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-error.h"
#include "rf-language.h"

static gboolean
refuse_taken (RfWorkspace *self,
              RfThingKind kind,
              const char *id,
              GError **error)
{
  gboolean taken;

  if (!rf_workspace_check_id (id, error) || !rf_workspace_has_thing (self, kind, id, &taken, error))
    return FALSE;
  return !taken || rf_workspace_fail (error, RF_ERROR_EXISTS, _ ("There is a %s “%s” already. Choose another id."), rf_workspace_get_kind_label (kind), id);
}

/* The id that was given, if it is free, or one made from the name. */
static char *
settle_id (RfWorkspace *self,
           RfThingKind kind,
           const char *id,
           const char *name,
           GError **error)
{
  if (id == NULL)
    return rf_workspace_make_id (self, kind, NULL, name, error);
  return refuse_taken (self, kind, id, error) ? g_strdup (id) : NULL;
}

static void
set_id (RfThing *thing,
        const char *id)
{
  g_free (thing->id);
  thing->id = g_strdup (id);
}

/* One thing, as one step. @thing: (transfer full) */
static gboolean
put (RfWorkspace *self,
     RfThing *thing,
     const char *format,
     const char *name,
     GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  GString *description = g_string_new (format);

  g_string_replace (description, "%s", name, 1);
  rf_changes_put (changes, thing);
  return rf_workspace_do (self, changes, g_string_free (description, FALSE), error);
}

static gboolean
check_exists (RfWorkspace *self,
              RfThingKind kind,
              const char *id,
              GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, kind, id, error);

  return thing != NULL;
}

static gboolean
check_provider (const RfProvider *provider,
                GError **error)
{
  return rf_workspace_check_line (_ ("A provider’s name"), provider->name, TRUE, error) &&
         rf_workspace_check_line (_ ("A provider’s home page"), provider->homepage, FALSE, error);
}

GPtrArray *
rf_workspace_list_providers (RfWorkspace *self,
                             GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_PROVIDER, NULL, error);
  GPtrArray *providers = things ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_provider_free) : NULL;

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (providers, rf_thing_to_provider (g_ptr_array_index (things, i)));
  return providers;
}

RfProvider *
rf_workspace_dup_provider (RfWorkspace *self,
                           const char *id,
                           GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_PROVIDER, id, error);

  return thing ? rf_thing_to_provider (thing) : NULL;
}

char *
rf_workspace_add_provider (RfWorkspace *self,
                           const RfProvider *provider,
                           GError **error)
{
  g_autofree char *id = NULL;
  RfThing *thing;

  if (!check_provider (provider, error))
    return NULL;
  id = settle_id (self, RF_THING_PROVIDER, provider->id, provider->name, error);
  if (id == NULL)
    return NULL;
  thing = rf_thing_from_provider (provider);
  set_id (thing, id);
  return put (self, thing, _ ("add provider %s"), provider->name, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
rf_workspace_edit_provider (RfWorkspace *self,
                            const RfProvider *provider,
                            GError **error)
{
  return check_provider (provider, error) &&
         check_exists (self, RF_THING_PROVIDER, provider->id, error) &&
         put (self, rf_thing_from_provider (provider), _ ("edit provider %s"), provider->name, error);
}

gboolean
rf_workspace_remove_provider (RfWorkspace *self,
                              const char *id,
                              GError **error)
{
  RfThing *thing = rf_workspace_dup_thing (self, RF_THING_PROVIDER, id, error);
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autoptr (GPtrArray) offerings = NULL;

  if (thing == NULL)
    return FALSE;
  rf_changes_remove (changes, thing);
  offerings = rf_store_list_things (self->store, RF_THING_OFFERING, id, error);
  if (offerings == NULL)
    return FALSE;
  if (offerings->len > 0)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The provider “%s” still has offerings. Remove them first."), rf_thing_get (thing, "name"));
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("remove provider %s"), rf_thing_get (thing, "name")), error);
}

static RfOffering *
make_offering (RfWorkspace *self,
               const RfThing *thing,
               GError **error)
{
  g_autoptr (RfThing) provider = rf_workspace_dup_thing (self, RF_THING_PROVIDER, rf_thing_get (thing, "provider"), error);

  return provider ? rf_thing_to_offering (thing, rf_thing_get (provider, "name")) : NULL;
}

/* (transfer full): names by id */
static GHashTable *
list_provider_names (RfWorkspace *self,
                     GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_PROVIDER, NULL, error);
  GHashTable *names = things ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) : NULL;

  for (guint i = 0; things && i < things->len; i++)
    {
      const RfThing *thing = g_ptr_array_index (things, i);

      g_hash_table_insert (names, g_strdup (thing->id), g_strdup (rf_thing_get (thing, "name")));
    }
  return names;
}

GPtrArray *
rf_workspace_list_offerings (RfWorkspace *self,
                             GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_OFFERING, NULL, error);
  g_autoptr (GHashTable) names = things ? list_provider_names (self, error) : NULL;
  GPtrArray *offerings = names ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_offering_unref) : NULL;

  for (guint i = 0; names && i < things->len; i++)
    {
      const RfThing *thing = g_ptr_array_index (things, i);
      const char *name = g_hash_table_lookup (names, rf_thing_get (thing, "provider"));

      g_ptr_array_add (offerings, rf_thing_to_offering (thing, name));
    }
  return offerings;
}

RfOffering *
rf_workspace_dup_offering (RfWorkspace *self,
                           const char *id,
                           GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_OFFERING, id, error);

  return thing ? make_offering (self, thing, error) : NULL;
}

static gboolean
check_offering (const RfOffering *offering,
                GError **error)
{
  if (!rf_workspace_check_line (_ ("An offering’s name"), offering->name, TRUE, error) ||
      !rf_workspace_check_line (_ ("The provider’s name"), offering->provider, TRUE, error))
    return FALSE;
  if (offering->attributes[RF_OFFERING_LAYER] && !rf_offering_layer_is_valid (offering->attributes[RF_OFFERING_LAYER]))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The layer “%s” is none of: infrastructure, models-and-tools, application."), offering->attributes[RF_OFFERING_LAYER]);
  for (guint i = RF_OFFERING_CHANNEL; i < RF_N_OFFERING_ATTRIBUTES; i++)
    if (offering->attributes[i] && *offering->attributes[i] && !rf_workspace_check_id (offering->attributes[i], error))
      {
        g_prefix_error (error, _ ("The %s “%s” is not a word of letters and digits. "), rf_offering_attribute_get_nick (i), offering->attributes[i]);
        return FALSE;
      }
  return TRUE;
}

/* The provider's id by its name; where it is new it is added to @changes. */
static char *
settle_provider (RfWorkspace *self,
                 GPtrArray *changes,
                 const char *name,
                 GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_PROVIDER, NULL, error);
  char *id;

  for (guint i = 0; things && i < things->len; i++)
    if (g_str_equal (rf_thing_get (g_ptr_array_index (things, i), "name"), name))
      return g_strdup (((RfThing *) g_ptr_array_index (things, i))->id);
  id = things ? rf_workspace_make_id (self, RF_THING_PROVIDER, NULL, name, error) : NULL;
  if (id)
    {
      g_autoptr (RfProvider) provider = rf_provider_new (id, name);

      rf_changes_put (changes, rf_thing_from_provider (provider));
    }
  return id;
}

/* Adds what is to be stored of an offering to @changes, under @id. */
gboolean
rf_workspace_put_offering (RfWorkspace *self,
                           GPtrArray *changes,
                           const RfOffering *offering,
                           const char *id,
                           GError **error)
{
  g_autofree char *provider = NULL;
  RfThing *thing;

  if (!check_offering (offering, error))
    return FALSE;
  provider = settle_provider (self, changes, offering->provider, error);
  if (provider == NULL)
    return FALSE;
  thing = rf_thing_from_offering (offering, provider);
  set_id (thing, id);
  rf_changes_put (changes, thing);
  return TRUE;
}

char *
rf_workspace_add_offering (RfWorkspace *self,
                           const RfOffering *offering,
                           GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autofree char *id = NULL;

  if (!check_offering (offering, error))
    return NULL;
  id = settle_id (self, RF_THING_OFFERING, offering->id, offering->name, error);
  if (id == NULL || !rf_workspace_put_offering (self, changes, offering, id, error))
    return NULL;
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("add %s"), offering->name), error) ? g_steal_pointer (&id) : NULL;
}

gboolean
rf_workspace_edit_offering (RfWorkspace *self,
                            const RfOffering *offering,
                            GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  return check_exists (self, RF_THING_OFFERING, offering->id, error) &&
         rf_workspace_put_offering (self, changes, offering, offering->id, error) &&
         rf_workspace_do (self, changes, g_strdup_printf (_ ("edit %s"), offering->name), error);
}

/* Everything of one kind that belongs to an assessment goes. */
static gboolean
remove_parts (RfWorkspace *self,
              GPtrArray *changes,
              RfThingKind kind,
              const char *assessment,
              GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, kind, assessment, error);

  if (things == NULL)
    return FALSE;
  for (guint i = 0; i < things->len; i++)
    rf_changes_remove (changes, rf_thing_copy (g_ptr_array_index (things, i)));
  return TRUE;
}

static gboolean
remove_assessment (RfWorkspace *self,
                   GPtrArray *changes,
                   const RfThing *assessment,
                   GError **error)
{
  if (rf_thing_get (assessment, "approved"))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” has an approved assessment, which is a record and stays."), rf_thing_get (assessment, "offering"));
  if (!remove_parts (self, changes, RF_THING_DECISION, assessment->id, error) ||
      !remove_parts (self, changes, RF_THING_ACTION, assessment->id, error) ||
      !remove_parts (self, changes, RF_THING_ANSWER, assessment->id, error))
    return FALSE;
  rf_changes_remove (changes, rf_thing_copy (assessment));
  return TRUE;
}

gboolean
rf_workspace_remove_offering (RfWorkspace *self,
                              const char *id,
                              GError **error)
{
  rf_workspace_has_changed_elsewhere (self);

  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_OFFERING, id, error);
  g_autoptr (GPtrArray) assessments = thing ? rf_store_list_things (self->store, RF_THING_ASSESSMENT, id, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  if (assessments == NULL)
    return FALSE;
  for (guint i = 0; i < assessments->len; i++)
    if (!remove_assessment (self, changes, g_ptr_array_index (assessments, i), error))
      return FALSE;
  rf_changes_remove (changes, rf_thing_copy (thing));
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("remove %s"), rf_thing_get (thing, "name")), error);
}

static gboolean
check_use_case (const RfUseCase *use_case,
                GError **error)
{
  if (!rf_workspace_check_line (_ ("A use case’s name"), use_case->name, TRUE, error) ||
      !rf_workspace_check_line (_ ("A use case’s owner"), use_case->owner, FALSE, error))
    return FALSE;
  if (use_case->step && !rf_journey_step_is_valid (use_case->step))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” is not a step of the journey."), use_case->step);
  return TRUE;
}

GPtrArray *
rf_workspace_list_use_cases (RfWorkspace *self,
                             GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_USE_CASE, NULL, error);
  GPtrArray *use_cases = things ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_use_case_unref) : NULL;

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (use_cases, rf_thing_to_use_case (g_ptr_array_index (things, i)));
  return use_cases;
}

RfUseCase *
rf_workspace_dup_use_case (RfWorkspace *self,
                           const char *id,
                           GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_USE_CASE, id, error);

  return thing ? rf_thing_to_use_case (thing) : NULL;
}

char *
rf_workspace_add_use_case (RfWorkspace *self,
                           const RfUseCase *use_case,
                           GError **error)
{
  g_autofree char *id = NULL;
  RfThing *thing;

  if (!check_use_case (use_case, error))
    return NULL;
  id = settle_id (self, RF_THING_USE_CASE, use_case->id, use_case->name, error);
  if (id == NULL)
    return NULL;
  thing = rf_thing_from_use_case (use_case);
  set_id (thing, id);
  return put (self, thing, _ ("add use case %s"), use_case->name, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
rf_workspace_edit_use_case (RfWorkspace *self,
                            const RfUseCase *use_case,
                            GError **error)
{
  return check_use_case (use_case, error) &&
         check_exists (self, RF_THING_USE_CASE, use_case->id, error) &&
         put (self, rf_thing_from_use_case (use_case), _ ("edit use case %s"), use_case->name, error);
}

gboolean
rf_workspace_remove_use_case (RfWorkspace *self,
                              const char *id,
                              GError **error)
{
  RfThing *thing = rf_workspace_dup_thing (self, RF_THING_USE_CASE, id, error);
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autoptr (GPtrArray) decisions = NULL;

  if (thing == NULL)
    return FALSE;
  rf_changes_remove (changes, thing);
  decisions = rf_store_list_things (self->store, RF_THING_DECISION, NULL, error);
  for (guint i = 0; decisions && i < decisions->len; i++)
    if (g_str_equal (rf_thing_get (g_ptr_array_index (decisions, i), "use-case"), id))
      return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("Something was decided for the use case “%s”. Remove the decision first."), rf_thing_get (thing, "name"));
  return decisions && rf_workspace_do (self, changes, g_strdup_printf (_ ("remove use case %s"), rf_thing_get (thing, "name")), error);
}
