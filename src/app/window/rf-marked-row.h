// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rf_marked_row_set (GtkListBox *list,
                        GtkListBoxRow *marked);

G_END_DECLS
