// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the workspace's thread must know of a person's preferences; NULL: what it does without. */
typedef struct
{
  char *assessor; /* owned, nullable */
  char *profile;  /* owned, nullable */
} RfPreferences;

RfPreferences *rf_preferences_new_from_settings (void);
void rf_preferences_free (RfPreferences *self);

/* Weight profiles that a questionnaire of the workspace has, each once. */
typedef struct
{
  GPtrArray *ids;    /* owned, of utf8 */
  GPtrArray *titles; /* owned, of utf8 */
  char *policy;      /* owned, nullable: the name of the one that fixes the first of them */
} RfProfileChoices;

void rf_profile_choices_free (RfProfileChoices *self);

/* data: RfPreferences; result: none, which is no failure */
gpointer rf_job_apply_preferences (RfWorkspace **workspace, gpointer preferences, GCancellable *cancellable, GError **error);
/* result: RfProfileChoices */
gpointer rf_job_list_profiles (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);

G_END_DECLS
