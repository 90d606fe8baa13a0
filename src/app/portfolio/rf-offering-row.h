// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-portfolio-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_OFFERING_ROW (rf_offering_row_get_type ())
G_DECLARE_FINAL_TYPE (RfOfferingRow, rf_offering_row, RF, OFFERING_ROW, GtkWidget)

GtkWidget *rf_offering_row_new (void);
void rf_offering_row_show (RfOfferingRow *self,
                           RfPortfolioItem *item);

G_END_DECLS
