// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-what-if-task.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_WHAT_IF_ENTRY (rf_what_if_entry_get_type ())
G_DECLARE_FINAL_TYPE (RfWhatIfEntry, rf_what_if_entry, RF, WHAT_IF_ENTRY, AdwPreferencesGroup)

void rf_what_if_entry_show (RfWhatIfEntry *self,
                            RfTrial *trial);
void rf_what_if_entry_update (RfWhatIfEntry *self);

G_END_DECLS
