// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_TEXT_ROW (rf_text_row_get_type ())
G_DECLARE_FINAL_TYPE (RfTextRow, rf_text_row, RF, TEXT_ROW, AdwPreferencesRow)

void rf_text_row_set_text (RfTextRow *self,
                           const char *text);
char *rf_text_row_dup_text (RfTextRow *self);

G_END_DECLS
