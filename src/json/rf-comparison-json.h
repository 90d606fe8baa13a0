// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"

G_BEGIN_DECLS

char *rf_comparison_to_json (const RfComparison *self);
char *rf_comparison_pair_to_json (const RfComparison *self);

G_END_DECLS
