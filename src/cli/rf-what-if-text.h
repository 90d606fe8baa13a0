// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-table.h"
#include "rf-what-if.h"

G_BEGIN_DECLS

RfTable *rf_what_if_to_table (const RfWhatIf *self);

G_END_DECLS
