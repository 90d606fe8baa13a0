// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-preferences-jobs.h"

#include "rf-policy.h"
#include "rf-settings.h"

/**
 * rf_preferences_new_from_settings:
 *
 * Returns: (transfer full): the preferences as they are now; for the main thread
 */
RfPreferences *
rf_preferences_new_from_settings (void)
{
  RfPreferences *self = g_new0 (RfPreferences, 1);

  self->assessor = rf_settings_dup_text (RF_SETTING_ASSESSOR);
  self->profile = rf_settings_dup_text (RF_SETTING_PROFILE);
  return self;
}

void
rf_preferences_free (RfPreferences *self)
{
  g_free (self->assessor);
  g_free (self->profile);
  g_free (self);
}

void
rf_profile_choices_free (RfProfileChoices *self)
{
  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->titles);
  g_free (self->policy);
  g_free (self);
}

gpointer
rf_job_apply_preferences (RfWorkspace **workspace,
                          gpointer data,
                          GCancellable *cancellable,
                          GError **error)
{
  RfPreferences *preferences = data;

  /* one that could not be opened; why was said then */
  if (*workspace == NULL)
    return NULL;
  rf_workspace_set_author (*workspace, preferences->assessor ? preferences->assessor : g_get_user_name ());
  rf_workspace_set_profile (*workspace, preferences->profile);
  return NULL;
}

/* What is fixed is the only choice left. */
static gboolean
take_fixed_profile (RfProfileChoices *choices,
                    const RfQuestionnaire *questionnaire)
{
  const RfProfile *profile = questionnaire->profile_is_fixed ? &questionnaire->profiles[questionnaire->default_profile] : NULL;

  if (profile == NULL)
    return FALSE;
  g_ptr_array_set_size (choices->ids, 0);
  g_ptr_array_set_size (choices->titles, 0);
  g_ptr_array_add (choices->ids, g_strdup (profile->id));
  g_ptr_array_add (choices->titles, g_strdup (profile->title));
  choices->policy = g_strdup (questionnaire->policy->name);
  return TRUE;
}

static void
add_profiles (RfProfileChoices *choices,
              const RfQuestionnaire *questionnaire)
{
  for (guint i = 0; i < questionnaire->n_profiles; i++)
    {
      const RfProfile *profile = &questionnaire->profiles[i];

      if (g_ptr_array_find_with_equal_func (choices->ids, profile->id, g_str_equal, NULL))
        continue;
      g_ptr_array_add (choices->ids, g_strdup (profile->id));
      g_ptr_array_add (choices->titles, g_strdup (profile->title));
    }
}

gpointer
rf_job_list_profiles (RfWorkspace **workspace,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GPtrArray) questionnaires = rf_workspace_list_questionnaires (*workspace, error);
  RfProfileChoices *choices;

  if (questionnaires == NULL)
    return NULL;
  choices = g_new0 (RfProfileChoices, 1);
  choices->ids = g_ptr_array_new_with_free_func (g_free);
  choices->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < questionnaires->len; i++)
    {
      if (take_fixed_profile (choices, g_ptr_array_index (questionnaires, i)))
        return choices;
      add_profiles (choices, g_ptr_array_index (questionnaires, i));
    }
  return choices;
}
