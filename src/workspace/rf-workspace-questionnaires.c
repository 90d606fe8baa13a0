// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-error.h"
#include "rf-policy.h"
#include "rf-questionnaire-xml.h"
#include "rf-translation-folders.h"
#include "rf-xml-input.h"
#include "rf-language.h"

#include <string.h>

static char *
make_key (const char *id,
          guint revision)
{
  return g_strdup_printf ("%s@%u", id, revision);
}

static RfThing *
make_thing (const RfQuestionnaire *questionnaire,
            GBytes *bytes)
{
  g_autofree char *key = make_key (questionnaire->id, questionnaire->revision);
  g_autofree char *file_sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autofree char *revision = g_strdup_printf ("%u", questionnaire->revision);
  RfThing *thing = rf_thing_new (RF_THING_QUESTIONNAIRE, key);

  rf_thing_set (thing, "questionnaire", questionnaire->id);
  rf_thing_set (thing, "revision", revision);
  rf_thing_set (thing, "sha256", questionnaire->sha256);
  rf_thing_set (thing, "title", questionnaire->title);
  rf_thing_set (thing, "file-sha256", file_sha256);
  return thing;
}

static gboolean
store_questionnaire (RfWorkspace *self,
                     const RfQuestionnaire *questionnaire,
                     GBytes *bytes,
                     GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  RfChange *change = rf_changes_put (changes, make_thing (questionnaire, bytes));

  change->bytes = g_bytes_ref (bytes);
  change->questions = g_new0 (char *, questionnaire->n_questions + 1);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    change->questions[i] = g_strdup (questionnaire->questions[i].id);
  return rf_workspace_do_finally (self, changes, error);
}

RfQuestionnaire *
rf_workspace_add_questionnaire (RfWorkspace *self,
                                GBytes *bytes,
                                const char *name,
                                RfProblems *problems,
                                GError **error)
{
  g_autoptr (RfQuestionnaire) questionnaire = rf_questionnaire_read_bytes (bytes, name, problems, error);
  g_autoptr (RfThing) known = NULL;
  g_autofree char *key = NULL;
  GError *failure = NULL;

  if (questionnaire == NULL)
    return NULL;
  key = make_key (questionnaire->id, questionnaire->revision);
  known = rf_store_dup_thing (self->store, RF_THING_QUESTIONNAIRE, key, &failure);
  if (failure)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  if (known && g_strcmp0 (rf_thing_get (known, "sha256"), questionnaire->sha256) != 0)
    {
      rf_workspace_fail (error, RF_ERROR_EXISTS, _ ("The workspace has another questionnaire “%s” revision %u. Give a changed questionnaire a new revision."), questionnaire->id, questionnaire->revision);
      return NULL;
    }
  if (!known && !store_questionnaire (self, questionnaire, bytes, error))
    return NULL;
  return rf_policy_apply (self->policy, questionnaire, error);
}

RfQuestionnaire *
rf_workspace_add_questionnaire_file (RfWorkspace *self,
                                     const char *path,
                                     RfProblems *problems,
                                     GError **error)
{
  g_autoptr (GBytes) bytes = rf_xml_input_load (path, error);

  return bytes ? rf_workspace_add_questionnaire (self, bytes, rf_xml_input_get_name (path), problems, error) : NULL;
}

/* Forgets what was read in another language than the one that this thread speaks now. */
void
rf_workspace_follow_language (RfWorkspace *self)
{
  const char *language = rf_language_get_current_tag ();

  if (g_strcmp0 (self->language, language) == 0)
    return;
  g_hash_table_remove_all (self->opened);
  rf_workspace_forget_facts (self);
  g_free (self->language);
  self->language = g_strdup (language);
}

static RfQuestionnaire *
dup_by_key (RfWorkspace *self,
            const char *key,
            GError **error)
{
  g_autofree char *in_language = g_strdup_printf ("%s %s", key, rf_language_get_current_tag ());
  RfQuestionnaire *questionnaire = g_hash_table_lookup (self->questionnaires, in_language);
  g_autoptr (RfQuestionnaire) read = NULL;
  g_autoptr (RfQuestionnaire) translated = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GError *failure = NULL;

  if (questionnaire)
    return rf_questionnaire_ref (questionnaire);
  bytes = rf_store_dup_questionnaire_bytes (self->store, key, &failure);
  if (failure)
    g_propagate_error (error, failure);
  else if (bytes == NULL)
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The workspace has no questionnaire “%s”. Add its file first."), key);
  read = bytes ? rf_questionnaire_read_bytes (bytes, key, NULL, error) : NULL;
  translated = read ? rf_translation_folders_apply (read, NULL) : NULL;
  questionnaire = translated ? rf_policy_apply (self->policy, translated, error) : NULL;
  if (questionnaire)
    g_hash_table_insert (self->questionnaires, g_steal_pointer (&in_language), rf_questionnaire_ref (questionnaire));
  return questionnaire;
}

/* Where no revision is named, the newest of the id; where no id is named, the one added last. */
static char *
find_key (RfWorkspace *self,
          const char *id,
          GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_QUESTIONNAIRE, id, error);
  const RfThing *best = NULL;

  if (things == NULL)
    return NULL;
  for (guint i = 0; i < things->len; i++)
    {
      const RfThing *thing = g_ptr_array_index (things, i);

      if (best == NULL || id == NULL || g_ascii_strtoull (rf_thing_get (thing, "revision"), NULL, 10) > g_ascii_strtoull (rf_thing_get (best, "revision"), NULL, 10))
        best = thing;
    }
  if (best)
    return g_strdup (best->id);
  if (id)
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The workspace has no questionnaire “%s”. Add its file first."), id);
  else
    rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The workspace has no questionnaire yet. Add its file first."));
  return NULL;
}

RfQuestionnaire *
rf_workspace_dup_questionnaire (RfWorkspace *self,
                                const char *id,
                                guint revision,
                                GError **error)
{
  g_autofree char *key = id && revision > 0 ? make_key (id, revision) : find_key (self, id, error);

  return key ? dup_by_key (self, key, error) : NULL;
}

static int
compare_questionnaires (gconstpointer a,
                        gconstpointer b)
{
  const RfQuestionnaire *first = *(RfQuestionnaire *const *) a;
  const RfQuestionnaire *second = *(RfQuestionnaire *const *) b;
  int order = strcmp (first->id, second->id);

  return order ? order : (first->revision > second->revision) - (first->revision < second->revision);
}

GPtrArray *
rf_workspace_list_questionnaires (RfWorkspace *self,
                                  GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_QUESTIONNAIRE, NULL, error);
  g_autoptr (GPtrArray) questionnaires = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_questionnaire_unref);

  for (guint i = 0; things && i < things->len; i++)
    {
      RfQuestionnaire *questionnaire = dup_by_key (self, ((RfThing *) g_ptr_array_index (things, i))->id, error);

      if (questionnaire == NULL)
        return NULL;
      g_ptr_array_add (questionnaires, questionnaire);
    }
  if (things == NULL)
    return NULL;
  g_ptr_array_sort (questionnaires, compare_questionnaires);
  return g_steal_pointer (&questionnaires);
}
