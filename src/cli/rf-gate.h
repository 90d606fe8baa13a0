// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-findings.h"

G_BEGIN_DECLS

gboolean rf_gate_is_tripped (const RfFindings *findings,
                             RfRating limit,
                             RfSide *side);

G_END_DECLS
