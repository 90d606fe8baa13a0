// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_COMPARE_CHOICE (rf_compare_choice_get_type ())
G_DECLARE_FINAL_TYPE (RfCompareChoice, rf_compare_choice, RF, COMPARE_CHOICE, GtkWidget)

void rf_compare_choice_show (RfCompareChoice *self,
                             GPtrArray *contestants);
GPtrArray *rf_compare_choice_dup_chosen (RfCompareChoice *self);

G_END_DECLS
