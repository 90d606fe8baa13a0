// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * RfIntention:
 * @RF_INTENTION_NOT_SET: has neither word nor sign
 * @RF_INTENTION_SPENDING_MORE: 6 % or more above the last period
 * @RF_INTENTION_SPENDING_LESS: 6 % or more below it
 *
 * What a company means to spend with a supplier: the five answers of the spending survey.
 */
typedef enum
{
  RF_INTENTION_NOT_SET = -1,
  RF_INTENTION_ADOPTING,
  RF_INTENTION_SPENDING_MORE,
  RF_INTENTION_FLAT,
  RF_INTENTION_SPENDING_LESS,
  RF_INTENTION_REPLACING,
} RfIntention;

#define RF_N_INTENTIONS 5

const char *rf_intention_get_nick (RfIntention self);
const char *rf_intention_get_label (RfIntention self);
gboolean rf_intention_from_nick (const char *nick,
                                 RfIntention *intention);
int rf_intention_get_sign (RfIntention self);

G_END_DECLS
