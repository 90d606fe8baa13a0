// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"
#include "rf-table.h"

G_BEGIN_DECLS

char *rf_fit_to_text (const RfFit *self);
RfTable *rf_fit_to_table (const RfFit *self);

G_END_DECLS
