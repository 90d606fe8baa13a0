// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Looks up every name that one part of a questionnaire uses for another. */

#include "config.h"

#include "rf-questionnaire-builder-private.h"
#include "rf-language.h"

/* Everything with an id begins with it, so one walk finds the doubles of any array. */
static void
index_ids (GArray *array,
           guint element_size,
           guint line_offset,
           const char *what,
           GHashTable *indices,
           RfProblems *problems)
{
  for (guint i = 0; i < array->len; i++)
    {
      const char *element = array->data + (gsize) i * element_size;
      const char *id = *(const char *const *) element;

      if (!g_hash_table_contains (indices, id))
        g_hash_table_insert (indices, (gpointer) id, GINT_TO_POINTER ((int) i + 1));
      else
        rf_problems_add (problems,
                         G_STRUCT_MEMBER (guint, element, line_offset),
                         id,
                         _ ("Ids must be unique: give one of the two another id."),
                         _ ("There are two %s with the id “%s”."),
                         what,
                         id);
    }
}

#define INDEX(array, Type, what, indices) \
  index_ids ((array), sizeof (Type), G_STRUCT_OFFSET (Type, line), (what), (indices), problems)

static int
look_up (GHashTable *indices,
         const RfNamed *named,
         const char *what,
         RfProblems *problems)
{
  int index = GPOINTER_TO_INT (g_hash_table_lookup (indices, named->id)) - 1;

  if (index < 0)
    rf_problems_add (problems, named->line, named->owner, _ ("Correct the id, or declare it at the top of the file."), _ ("There is no %s “%s”."), what, named->id);
  return MAX (index, 0);
}

static GArray *
look_up_all (GArray *named,
             GHashTable *indices,
             const char *what,
             RfProblems *problems)
{
  GArray *found = g_array_sized_new (FALSE, FALSE, sizeof (guint), named->len);

  for (guint i = 0; i < named->len; i++)
    {
      guint index = (guint) look_up (indices, &g_array_index (named, RfNamed, i), what, problems);

      g_array_append_val (found, index);
    }
  return found;
}

static void
resolve_frameworks (RfQuestionnaireBuilder *self,
                    RfProblems *problems)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);

  INDEX (self->frameworks, RfFramework, _ ("frameworks"), indices);
  for (guint i = 0; i < self->references->len; i++)
    {
      RfReference *reference = &g_array_index (self->references, RfReference, i);

      reference->framework = (guint) look_up (indices, &g_array_index (self->reference_frameworks, RfNamed, i), _ ("framework"), problems);
    }
}

static void
resolve_incidents (RfQuestionnaireBuilder *self,
                   RfProblems *problems)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  const guint *found;

  INDEX (self->incidents, RfIncident, _ ("incidents"), indices);
  found = rf_questionnaire_storage_take_array (self->storage, look_up_all (self->question_incidents, indices, _ ("incident"), problems));
  for (guint i = 0; i < self->questions->len; i++)
    g_array_index (self->questions, RfQuestion, i).incidents = found + g_array_index (self->question_drafts, RfQuestionDraft, i).incident;
}

static void
resolve_barriers (RfQuestionnaireBuilder *self,
                  RfProblems *problems)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  const guint *found;

  INDEX (self->barriers, RfBarrier, _ ("barriers"), indices);
  found = rf_questionnaire_storage_take_array (self->storage, look_up_all (self->section_barriers, indices, _ ("barrier"), problems));
  for (guint i = 0; i < self->sections->len; i++)
    {
      RfSection *section = &g_array_index (self->sections, RfSection, i);
      guint first = g_array_index (self->section_drafts, RfSectionDraft, i).barrier;
      guint end = i + 1 < self->sections->len ? g_array_index (self->section_drafts, RfSectionDraft, i + 1).barrier : self->section_barriers->len;

      section->barriers = found + first;
      section->n_barriers = end - first;
    }
}

static void
resolve_profile_weight (RfQuestionnaireBuilder *self,
                        const char *profile,
                        guint index,
                        RfProblems *problems)
{
  RfProfileWeight *weight = &g_array_index (self->profile_weights, RfProfileWeight, index);
  const RfProfileWeightDraft *draft = &g_array_index (self->profile_weight_drafts, RfProfileWeightDraft, index);

  if ((draft->question == NULL) == (draft->section == NULL))
    {
      rf_problems_add (problems, weight->line, profile, _ ("Give either a question or a section."), _ ("A weight of a profile is for one question or one section."));
      return;
    }
  if (weight->of_section)
    weight->index = (guint) look_up (self->storage->sections, &(RfNamed){ draft->section, weight->line, profile }, _ ("section"), problems);
  else
    weight->index = (guint) look_up (self->storage->questions, &(RfNamed){ draft->question, weight->line, profile }, _ ("question"), problems);
}

static void
resolve_profiles (RfQuestionnaireBuilder *self,
                  RfProblems *problems)
{
  g_autoptr (GHashTable) indices = g_hash_table_new (g_str_hash, g_str_equal);
  const RfProfileWeight *weights = (const RfProfileWeight *) self->profile_weights->data;

  INDEX (self->profiles, RfProfile, _ ("profiles"), indices);
  for (guint i = 0; i < self->profiles->len; i++)
    {
      RfProfile *profile = &g_array_index (self->profiles, RfProfile, i);
      guint first = g_array_index (self->profile_drafts, RfProfileDraft, i).weight;

      for (guint k = first; k < first + profile->n_weights; k++)
        resolve_profile_weight (self, profile->id, k, problems);
      profile->weights = weights + first;
    }
  if (self->default_profile.id)
    self->storage->content.default_profile = look_up (indices, &self->default_profile, "profile", problems);
}

/**
 * rf_questionnaire_builder_resolve_names:
 *
 * Turns ids into indices; each that nobody has, or that two have, is a problem.
 */
void
rf_questionnaire_builder_resolve_names (RfQuestionnaireBuilder *self,
                                        RfProblems *problems)
{
  g_autoptr (GHashTable) knock_outs = g_hash_table_new (g_str_hash, g_str_equal);

  INDEX (self->sections, RfSection, _ ("sections"), self->storage->sections);
  INDEX (self->questions, RfQuestion, _ ("questions"), self->storage->questions);
  INDEX (self->knock_outs, RfKnockOut, _ ("knock-outs"), knock_outs);
  resolve_frameworks (self, problems);
  resolve_incidents (self, problems);
  resolve_barriers (self, problems);
  resolve_profiles (self, problems);
}
