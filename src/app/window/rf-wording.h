// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

/* How the window says what the engine found; sentences only, no arithmetic. */
char *rf_wording_dup_capitalized (const char *words);
const char *rf_wording_get_side (RfSide side);
char *rf_wording_dup_range (const RfFigures *figures,
                            const RfRatingBands *bands);
char *rf_wording_dup_rating (const RfSideScore *score);
char *rf_wording_dup_levels (const RfSideScore *score);
char *rf_wording_dup_figures (const RfSideScore *score,
                              const RfRatingBands *bands);
char *rf_wording_dup_line (const RfSideScore *score,
                           const RfRatingBands *bands);
char *rf_wording_dup_violated (const RfScore *score);
char *rf_wording_dup_change (const RfFigures *before,
                             const RfFigures *after);

G_END_DECLS
