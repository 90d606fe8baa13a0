// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-policy.h"
#include "rf-questionnaire-private.h"

G_DEFINE_BOXED_TYPE (RfQuestionnaire, rf_questionnaire, rf_questionnaire_ref, rf_questionnaire_unref)

/**
 * rf_questionnaire_storage_new:
 *
 * Makes an empty questionnaire for the builder to fill; it is handed out once and never changed after.
 */
RfQuestionnaireStorage *
rf_questionnaire_storage_new (void)
{
  RfQuestionnaireStorage *self = g_new0 (RfQuestionnaireStorage, 1);

  g_atomic_ref_count_init (&self->count);
  self->strings = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->questions = g_hash_table_new (g_str_hash, g_str_equal);
  self->sections = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* Ids are looked up by the texts they were put in with, which @base owns and the new one keeps. */
static void
copy_index (GHashTable *from,
            GHashTable *to)
{
  GHashTableIter iterator;
  gpointer id, index;

  g_hash_table_iter_init (&iterator, from);
  while (g_hash_table_iter_next (&iterator, &id, &index))
    g_hash_table_insert (to, id, index);
}

/**
 * rf_questionnaire_storage_new_on:
 * @base: kept as long as the new one lives
 *
 * Makes a questionnaire that shares all its parts with another, for some of them to be replaced; handed out once and
 * never changed after.
 */
RfQuestionnaireStorage *
rf_questionnaire_storage_new_on (RfQuestionnaire *base)
{
  const RfQuestionnaireStorage *of_base = (const RfQuestionnaireStorage *) base;
  RfQuestionnaireStorage *self = rf_questionnaire_storage_new ();

  self->content = *base;
  if (base->policy)
    self->content.policy = rf_policy_ref (base->policy);
  self->base = rf_questionnaire_ref (base);
  copy_index (of_base->questions, self->questions);
  copy_index (of_base->sections, self->sections);
  return self;
}

/**
 * rf_questionnaire_storage_intern:
 *
 * Copies a text into the questionnaire.
 *
 * Returns: (nullable): the copy; %NULL for %NULL
 */
const char *
rf_questionnaire_storage_intern (RfQuestionnaireStorage *self,
                                 const char *text)
{
  return text ? g_string_chunk_insert (self->strings, text) : NULL;
}

/**
 * rf_questionnaire_storage_take_array:
 * @array: (transfer full): empty afterwards
 *
 * Makes an array part of the questionnaire.
 *
 * Returns: (nullable): its first element; %NULL where there is none
 */
gpointer
rf_questionnaire_storage_take_array (RfQuestionnaireStorage *self,
                                     GArray *array)
{
  gpointer block = g_array_steal (array, NULL);

  g_array_unref (array);
  if (block)
    g_ptr_array_add (self->blocks, block);
  return block;
}

static RfQuestionnaireStorage *
get_storage (const RfQuestionnaire *self)
{
  return (RfQuestionnaireStorage *) self;
}

RfQuestionnaire *
rf_questionnaire_ref (RfQuestionnaire *self)
{
  g_atomic_ref_count_inc (&get_storage (self)->count);
  return self;
}

void
rf_questionnaire_unref (RfQuestionnaire *self)
{
  RfQuestionnaireStorage *storage = get_storage (self);

  if (!g_atomic_ref_count_dec (&storage->count))
    return;
  g_hash_table_unref (storage->questions);
  g_hash_table_unref (storage->sections);
  g_ptr_array_unref (storage->blocks);
  g_string_chunk_free (storage->strings);
  g_clear_pointer (&storage->base, rf_questionnaire_unref);
  g_clear_pointer (&storage->content.policy, rf_policy_unref);
  g_free (storage);
}

/**
 * rf_questionnaire_find_question:
 *
 * Returns: the index of the question with this id, -1 where there is none
 */
int
rf_questionnaire_find_question (const RfQuestionnaire *self,
                                const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (get_storage (self)->questions, id)) - 1;
}

/**
 * rf_questionnaire_find_section:
 *
 * Returns: the index of the section with this id, -1 where there is none
 */
int
rf_questionnaire_find_section (const RfQuestionnaire *self,
                               const char *id)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (get_storage (self)->sections, id)) - 1;
}

/**
 * rf_questionnaire_find_profile:
 *
 * Returns: the index of the profile with this id, -1 where there is none
 */
int
rf_questionnaire_find_profile (const RfQuestionnaire *self,
                               const char *id)
{
  for (guint i = 0; i < self->n_profiles; i++)
    if (g_str_equal (self->profiles[i].id, id))
      return (int) i;
  return -1;
}

/**
 * rf_question_find_option:
 *
 * Returns: the index of the option with this id, -1 where there is none
 */
int
rf_question_find_option (const RfQuestion *self,
                         const char *id)
{
  for (guint i = 0; i < self->n_options; i++)
    if (g_str_equal (self->options[i].id, id))
      return (int) i;
  return -1;
}
