// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-policy.h"

#include "rf-error.h"
#include "rf-questionnaire-private.h"
#include "rf-language.h"

typedef struct
{
  RfPolicy policy;
  gatomicrefcount count;
} CountedPolicy;

G_DEFINE_BOXED_TYPE (RfPolicy, rf_policy, rf_policy_ref, rf_policy_unref)

static void
free_weight (RfCompanyWeight *self)
{
  g_free (self->id);
  g_free (self->reason);
  g_free (self);
}

/**
 * rf_company_profile_new:
 *
 * Makes a profile whose texts and weights are still to be filled in.
 */
RfCompanyProfile *
rf_company_profile_new (const char *id)
{
  RfCompanyProfile *self = g_new0 (RfCompanyProfile, 1);

  self->id = g_strdup (id);
  self->weights = g_ptr_array_new_with_free_func ((GDestroyNotify) free_weight);
  return self;
}

void
rf_company_profile_free (RfCompanyProfile *self)
{
  g_free (self->id);
  g_free (self->questionnaire);
  g_free (self->title);
  g_free (self->description);
  g_ptr_array_unref (self->weights);
  g_free (self);
}

/**
 * rf_company_profile_add_weight:
 * @weight: 0-10000
 * @reason: (nullable): why it is weighed so
 */
void
rf_company_profile_add_weight (RfCompanyProfile *self,
                               gboolean of_section,
                               const char *id,
                               int weight,
                               const char *reason)
{
  RfCompanyWeight *added = g_new0 (RfCompanyWeight, 1);

  *added = (RfCompanyWeight){ of_section, g_strdup (id), weight, g_strdup (reason) };
  g_ptr_array_add (self->weights, added);
}

/**
 * rf_policy_new:
 *
 * Makes a policy that fixes nothing yet.
 */
RfPolicy *
rf_policy_new (const char *name)
{
  CountedPolicy *self = g_new0 (CountedPolicy, 1);

  g_atomic_ref_count_init (&self->count);
  self->policy.name = g_strdup (name);
  self->policy.profiles = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_company_profile_free);
  return &self->policy;
}

RfPolicy *
rf_policy_ref (RfPolicy *self)
{
  g_atomic_ref_count_inc (&((CountedPolicy *) self)->count);
  return self;
}

void
rf_policy_unref (RfPolicy *self)
{
  if (!g_atomic_ref_count_dec (&((CountedPolicy *) self)->count))
    return;
  g_free (self->name);
  g_free (self->sha256);
  g_free (self->profile);
  g_ptr_array_unref (self->profiles);
  g_free (self);
}

/* ---- a questionnaire under a policy ---- */

static int
find_weighed (const RfQuestionnaire *questionnaire,
              const RfCompanyWeight *weight)
{
  if (!weight->of_section)
    return rf_questionnaire_find_question (questionnaire, weight->id);
  return questionnaire->weighs_sections ? rf_questionnaire_find_section (questionnaire, weight->id) : -1;
}

/* The rule of the questionnaire's own profiles: something must be left to weigh. */
static gboolean
leaves_weight (const RfQuestionnaire *questionnaire,
               const RfProfile *profile)
{
  if (!questionnaire->weighs_sections)
    return TRUE;
  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      int weight = questionnaire->sections[i].weight;

      for (guint k = 0; k < profile->n_weights; k++)
        if (profile->weights[k].of_section && profile->weights[k].index == i)
          weight = profile->weights[k].weight;
      if (weight > 0)
        return TRUE;
    }
  return FALSE;
}

/* The texts are the policy's, which the questionnaire keeps. */
static gboolean
add_profile (RfQuestionnaireStorage *storage,
             const RfCompanyProfile *company,
             GArray *profiles,
             GError **error)
{
  RfQuestionnaire *content = &storage->content;
  GArray *weights = g_array_new (FALSE, TRUE, sizeof (RfProfileWeight));
  RfProfile profile = { .id = company->id, .title = company->title, .description = company->description };

  for (guint i = 0; i < company->weights->len; i++)
    {
      const RfCompanyWeight *weight = g_ptr_array_index (company->weights, i);
      int index = find_weighed (content, weight);
      RfProfileWeight found = { weight->of_section, (guint) index, weight->weight, weight->reason, 0 };

      if (index >= 0)
        g_array_append_val (weights, found);
    }
  profile.n_weights = weights->len;
  profile.weights = rf_questionnaire_storage_take_array (storage, weights);
  g_array_append_val (profiles, profile);
  if (leaves_weight (content, &profile))
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("Under the company’s profile “%s” every section of the questionnaire “%s” weighs 0. Leave one a weight above 0."), company->id, content->id);
  return FALSE;
}

static gboolean
add_profiles (RfQuestionnaireStorage *storage,
              const RfPolicy *policy,
              GError **error)
{
  RfQuestionnaire *content = &storage->content;
  GArray *profiles = g_array_new (FALSE, TRUE, sizeof (RfProfile));
  gboolean is_added = TRUE;

  g_array_append_vals (profiles, content->profiles, content->n_profiles);
  for (guint i = 0; is_added && i < policy->profiles->len; i++)
    {
      const RfCompanyProfile *company = g_ptr_array_index (policy->profiles, i);

      if (!g_str_equal (company->questionnaire, content->id))
        continue;
      if (rf_questionnaire_find_profile (content, company->id) >= 0)
        {
          g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The questionnaire “%s” already has a profile “%s”. Give the company’s profile another name."), content->id, company->id);
          is_added = FALSE;
        }
      else
        is_added = add_profile (storage, company, profiles, error);
    }
  content->n_profiles = profiles->len;
  content->profiles = rf_questionnaire_storage_take_array (storage, profiles);
  return is_added;
}

/**
 * rf_policy_apply:
 * @self: (nullable): without a policy a questionnaire stays what it is
 *
 * Gives a questionnaire the company's profiles, and the bands and the profile that the policy fixes. Its digest stays
 * that of its file: what the policy changes is told by the policy's own.
 *
 * Returns: (transfer full): shares what it can with @questionnaire; or %NULL with %RF_ERROR_INVALID where a profile
 *   of the company is called as one of the questionnaire, or leaves nothing to weigh
 */
RfQuestionnaire *
rf_policy_apply (RfPolicy *self,
                 RfQuestionnaire *questionnaire,
                 GError **error)
{
  g_autoptr (RfQuestionnaire) applied = NULL;
  RfQuestionnaireStorage *storage;
  int fixed;

  if (self == NULL)
    return rf_questionnaire_ref (questionnaire);
  storage = rf_questionnaire_storage_new_on (questionnaire);
  applied = &storage->content;
  g_clear_pointer (&applied->policy, rf_policy_unref);
  applied->policy = rf_policy_ref (self);
  if (!add_profiles (storage, self, error))
    return NULL;
  if (self->fixes_bands)
    applied->bands = self->bands;
  fixed = self->profile != NULL ? rf_questionnaire_find_profile (applied, self->profile) : -1;
  applied->profile_is_fixed = fixed >= 0;
  if (fixed >= 0)
    applied->default_profile = fixed;
  return g_steal_pointer (&applied);
}

/**
 * rf_policy_get_effect:
 * @questionnaire: under a policy
 *
 * Returns: what the policy fixes in it, in words
 */
const char *
rf_policy_get_effect (const RfQuestionnaire *questionnaire)
{
  if (questionnaire->profile_is_fixed)
    return questionnaire->policy->fixes_bands ? _ ("the weight profile and the rating bands") : _ ("the weight profile");
  return questionnaire->policy->fixes_bands ? _ ("the rating bands") : _ ("nothing here");
}
