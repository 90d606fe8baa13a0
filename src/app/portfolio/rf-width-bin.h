// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_WIDTH_BIN (rf_width_bin_get_type ())
G_DECLARE_FINAL_TYPE (RfWidthBin, rf_width_bin, RF, WIDTH_BIN, GtkWidget)

gboolean rf_width_bin_is_narrow (RfWidthBin *self);

G_END_DECLS
