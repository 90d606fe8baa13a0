// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-offering.h"
#include "rf-score.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_OFFERING_ROW (rf_offering_row_get_type ())
G_DECLARE_FINAL_TYPE (RfOfferingRow, rf_offering_row, RF, OFFERING_ROW, GtkListBoxRow)

GtkWidget *rf_offering_row_new (RfOffering *offering);
const RfOffering *rf_offering_row_get_offering (RfOfferingRow *self);
void rf_offering_row_show_score (RfOfferingRow *self,
                                 const RfScore *score,
                                 const RfRatingBands *bands);

G_END_DECLS
