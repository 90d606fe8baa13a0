// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-fit.h"
#include "rf-portfolio-summary.h"

G_BEGIN_DECLS

/* How the window says what was decided, and what risk is left; sentences only. */
char *rf_decision_wording_dup_mark (const RfUseCaseStanding *standing);
const char *rf_decision_wording_get_icon (const RfUseCaseStanding *standing);
char *rf_decision_wording_dup_fit (RfFitVerdict verdict);
char *rf_decision_wording_dup_range (const RfResidual *residual);
char *rf_decision_wording_dup_exposure (const RfUseCase *use_case);

G_END_DECLS
