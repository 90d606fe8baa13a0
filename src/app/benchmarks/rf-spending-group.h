// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-summary.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_SPENDING_GROUP (rf_spending_group_get_type ())
G_DECLARE_FINAL_TYPE (RfSpendingGroup, rf_spending_group, RF, SPENDING_GROUP, AdwPreferencesGroup)

void rf_spending_group_show (RfSpendingGroup *self,
                             const GPtrArray *entries);
AdwComboRow *rf_spending_group_get_row (RfSpendingGroup *self,
                                        guint index);

G_END_DECLS
