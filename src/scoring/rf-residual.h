// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

G_BEGIN_DECLS

/**
 * RfResidual:
 * @known: whether both the exposure and at least one side's rating are known; the rest is meaningless otherwise
 * @exposure: the highest of the use case's levels
 * @low_side: the side whose rating decides the lower end
 * @high_side: the side whose rating decides the upper end
 *
 * The residual risk of one use case with one offering: NIST SP 800-30 r1, Table I-2.
 */
typedef struct
{
  gboolean known;
  RfRating exposure;
  RfRating low;
  RfRating high;
  RfSide low_side;
  RfSide high_side;
} RfResidual;

gboolean rf_use_case_get_exposure (const RfUseCase *use_case,
                                   RfRating *exposure);
RfRating rf_residual_lookup (RfRating rating,
                             RfRating exposure);
void rf_residual_init (RfResidual *self,
                       const RfScore *score,
                       const RfUseCase *use_case);

G_END_DECLS
