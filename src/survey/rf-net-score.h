// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-intention.h"
#include "rf-questionnaire.h"

G_BEGIN_DECLS

/* from here on a Net Score is highly elevated, in percent */
#define RF_NET_SCORE_ELEVATED (40 * RF_NUMBER_ONE)

gboolean rf_net_score_from_counts (const guint counts[RF_N_INTENTIONS],
                                   RfNumber *score);
gboolean rf_net_score_from_intentions (const RfIntention *intentions,
                                       guint n_intentions,
                                       RfNumber *score,
                                       guint *n_set);
gboolean rf_net_score_is_elevated (RfNumber score);

G_END_DECLS
