// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-chart.h"

G_BEGIN_DECLS

/* An offering in a heat map. Borrowed pointers; @score is to the questionnaire of the others. */
typedef struct
{
  const char *name;
  const RfScore *score;
} RfHeatMapColumn;

char *rf_heat_map_dup_title (const RfQuestionnaire *questionnaire,
                             const RfHeatMapColumn *columns,
                             guint n_columns);
RfChart *rf_heat_map_new (const RfQuestionnaire *questionnaire,
                          const char *title,
                          const RfHeatMapColumn *columns,
                          guint n_columns);

G_END_DECLS
