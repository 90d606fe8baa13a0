// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering.h"

#include "rf-language.h"

G_DEFINE_BOXED_TYPE (RfOffering, rf_offering, rf_offering_ref, rf_offering_unref)
G_DEFINE_BOXED_TYPE (RfUseCase, rf_use_case, rf_use_case_ref, rf_use_case_unref)

/* a level's word in files and what a person reads */
typedef struct
{
  const char *nick;
  const char *label;
  int level;
} Level;

static const Level sensitivities[] = {
  { "public", NC_ ("sensitivity", "public"), RF_RATING_VERY_LOW },
  { "internal", NC_ ("sensitivity", "internal"), RF_RATING_LOW },
  { "confidential", NC_ ("sensitivity", "confidential"), RF_RATING_MODERATE },
  { "restricted", NC_ ("sensitivity", "restricted"), RF_RATING_HIGH },
  { "crown-jewels", NC_ ("sensitivity", "crown jewels or special categories"), RF_RATING_VERY_HIGH },
};
static const Level autonomies[] = {
  { "chat", NC_ ("autonomy", "chat"), RF_RATING_VERY_LOW },
  { "retrieval", NC_ ("autonomy", "retrieval"), RF_RATING_MODERATE },
  { "agent-with-tools", NC_ ("autonomy", "agent with tools"), RF_RATING_HIGH },
  { "agent-on-its-own", NC_ ("autonomy", "agent acting on its own"), RF_RATING_VERY_HIGH },
};
static const Level ratings[] = {
  { "very-low", NC_ ("level", "very low"), RF_RATING_VERY_LOW },
  { "low", NC_ ("level", "low"), RF_RATING_LOW },
  { "moderate", NC_ ("level", "moderate"), RF_RATING_MODERATE },
  { "high", NC_ ("level", "high"), RF_RATING_HIGH },
  { "very-high", NC_ ("level", "very high"), RF_RATING_VERY_HIGH },
};
static const Level yes_or_no[] = {
  { "no", NC_ ("personal data", "no"), 0 },
  { "yes", NC_ ("personal data", "yes"), 1 },
};

static const struct
{
  const char *context;
  const Level *levels;
  guint n_levels;
} scales[RF_N_USE_CASE_ATTRIBUTES] = {
  [RF_USE_CASE_SENSITIVITY] = { "sensitivity", sensitivities, G_N_ELEMENTS (sensitivities) },
  [RF_USE_CASE_AUTONOMY] = { "autonomy", autonomies, G_N_ELEMENTS (autonomies) },
  [RF_USE_CASE_VOLUME] = { "level", ratings, G_N_ELEMENTS (ratings) },
  [RF_USE_CASE_DEPENDENCE] = { "level", ratings, G_N_ELEMENTS (ratings) },
  [RF_USE_CASE_PERSONAL_DATA] = { "personal data", yes_or_no, G_N_ELEMENTS (yes_or_no) },
};

static const Level *
find_level (RfUseCaseAttribute attribute,
            int level)
{
  for (guint i = 0; i < scales[attribute].n_levels; i++)
    if (scales[attribute].levels[i].level == level)
      return &scales[attribute].levels[i];
  return NULL;
}

/**
 * rf_offering_new:
 *
 * Makes an offering without attributes, settings and spending; they are set before it is shared.
 */
RfOffering *
rf_offering_new (const char *id,
                 const char *provider,
                 const char *name)
{
  RfOffering *self = g_atomic_rc_box_new0 (RfOffering);

  self->id = g_strdup (id);
  self->provider = g_strdup (provider);
  self->name = g_strdup (name);
  self->spending = RF_INTENTION_NOT_SET;
  return self;
}

RfOffering *
rf_offering_ref (RfOffering *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_offering (gpointer data)
{
  RfOffering *self = data;

  g_free (self->id);
  g_free (self->provider);
  g_free (self->name);
  g_free (self->settings);
  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    g_free (self->attributes[i]);
}

void
rf_offering_unref (RfOffering *self)
{
  g_atomic_rc_box_release_full (self, clear_offering);
}

/**
 * rf_use_case_new:
 *
 * Makes a use case with no level set; levels are set before it is shared.
 */
RfUseCase *
rf_use_case_new (const char *id,
                 const char *name)
{
  RfUseCase *self = g_atomic_rc_box_new0 (RfUseCase);

  self->id = g_strdup (id);
  self->name = g_strdup (name);
  for (guint i = 0; i < RF_N_USE_CASE_ATTRIBUTES; i++)
    self->levels[i] = RF_LEVEL_NOT_SET;
  return self;
}

RfUseCase *
rf_use_case_ref (RfUseCase *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_use_case (gpointer data)
{
  RfUseCase *self = data;

  g_free (self->id);
  g_free (self->name);
  g_free (self->owner);
  g_free (self->step);
}

void
rf_use_case_unref (RfUseCase *self)
{
  g_atomic_rc_box_release_full (self, clear_use_case);
}

/**
 * rf_use_case_level_from_nick:
 * @level: (out): written on success only
 *
 * Returns: whether @nick is a word of this attribute's scale
 */
gboolean
rf_use_case_level_from_nick (RfUseCaseAttribute attribute,
                             const char *nick,
                             int *level)
{
  for (guint i = 0; i < scales[attribute].n_levels; i++)
    if (g_strcmp0 (scales[attribute].levels[i].nick, nick) == 0)
      {
        *level = scales[attribute].levels[i].level;
        return TRUE;
      }
  return FALSE;
}

/**
 * rf_use_case_level_get_nick:
 *
 * Returns: (nullable): the word of the files; %NULL where the level is not set or not on the scale
 */
const char *
rf_use_case_level_get_nick (RfUseCaseAttribute attribute,
                            int level)
{
  const Level *found = find_level (attribute, level);

  return found ? found->nick : NULL;
}

/**
 * rf_use_case_level_get_label:
 *
 * Returns: (nullable): what a person reads; %NULL where the level is not set or not on the scale
 */
const char *
rf_use_case_level_get_label (RfUseCaseAttribute attribute,
                             int level)
{
  const Level *found = find_level (attribute, level);

  return found ? C_ (scales[attribute].context, found->label) : NULL;
}
