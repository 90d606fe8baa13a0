// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-what-if.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void rf_what_if_grid_show (GtkGrid *grid,
                           const RfWhatIf *what_if);
char *rf_what_if_grid_dup_summary (const RfWhatIf *what_if);

G_END_DECLS
