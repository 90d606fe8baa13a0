// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"

G_BEGIN_DECLS

char *rf_score_text_of_one (const RfFindings *findings,
                            guint longest_list);
char *rf_score_text_of_several (const GPtrArray *list);

G_END_DECLS
