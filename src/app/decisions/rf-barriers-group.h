// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_BARRIERS_GROUP (rf_barriers_group_get_type ())
G_DECLARE_FINAL_TYPE (RfBarriersGroup, rf_barriers_group, RF, BARRIERS_GROUP, AdwPreferencesGroup)

void rf_barriers_group_show (RfBarriersGroup *self,
                             const RfFindings *findings,
                             const GPtrArray *benchmarks,
                             const GArray *intentions);

G_END_DECLS
