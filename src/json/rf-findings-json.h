// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"

G_BEGIN_DECLS

char *rf_findings_to_json (const RfFindings *self);
char *rf_findings_list_to_json (const GPtrArray *list);

G_END_DECLS
