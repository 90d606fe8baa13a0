// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-section-item.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_SECTION_ROW (rf_section_row_get_type ())
G_DECLARE_FINAL_TYPE (RfSectionRow, rf_section_row, RF, SECTION_ROW, GtkListBoxRow)

GtkWidget *rf_section_row_new (RfSectionItem *item);
RfSectionItem *rf_section_row_get_item (RfSectionRow *self);

G_END_DECLS
