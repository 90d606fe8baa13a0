// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-score.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_RESULT_CARD (rf_result_card_get_type ())
G_DECLARE_FINAL_TYPE (RfResultCard, rf_result_card, RF, RESULT_CARD, GtkWidget)

GtkWidget *rf_result_card_new (void);
void rf_result_card_show (RfResultCard *self,
                          RfSide side,
                          const RfSideScore *score,
                          const RfRatingBands *bands);
void rf_result_card_clear (RfResultCard *self);

G_END_DECLS
