// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_FIT_WAY_GROUP (rf_fit_way_group_get_type ())
G_DECLARE_FINAL_TYPE (RfFitWayGroup, rf_fit_way_group, RF, FIT_WAY_GROUP, AdwPreferencesGroup)

void rf_fit_way_group_show (RfFitWayGroup *self,
                            RfFit *fit,
                            gboolean may_keep);
GPtrArray *rf_fit_way_group_dup_chosen (RfFitWayGroup *self);
void rf_fit_way_group_mark_kept (RfFitWayGroup *self);

G_END_DECLS
