// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_PROFILES_GROUP (rf_profiles_group_get_type ())
G_DECLARE_FINAL_TYPE (RfProfilesGroup, rf_profiles_group, RF, PROFILES_GROUP, AdwPreferencesGroup)

void rf_profiles_group_show (RfProfilesGroup *self,
                             const GPtrArray *contestants);

G_END_DECLS
