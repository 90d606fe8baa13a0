// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"
#include "rf-comparison.h"

G_BEGIN_DECLS

/* How offerings compare as charts, the same in the report and on the screen. */
RfChart *rf_rank_chart_new (const RfComparison *comparison);
RfChart *rf_rank_chart_new_ranges (const RfComparison *comparison);

G_END_DECLS
