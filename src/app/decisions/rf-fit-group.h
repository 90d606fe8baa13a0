// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_FIT_GROUP (rf_fit_group_get_type ())
G_DECLARE_FINAL_TYPE (RfFitGroup, rf_fit_group, RF, FIT_GROUP, AdwPreferencesGroup)

void rf_fit_group_show (RfFitGroup *self,
                        const RfFit *fit);

G_END_DECLS
