// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"

G_BEGIN_DECLS

char *rf_comparison_text_of (const RfComparison *comparison);
char *rf_comparison_text_of_pair (const RfComparison *comparison);

G_END_DECLS
