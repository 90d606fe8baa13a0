// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-comparison.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said of a comparison, in rows of boxed lists. */
GtkWidget *rf_compare_rows_new_pair (const RfComparison *comparison,
                                     const RfComparedPair *pair);
GtkWidget *rf_compare_rows_new_unranked (const RfComparison *comparison,
                                         const RfComparedOffering *offering);
GtkWidget *rf_compare_rows_new_left_out (const RfComparison *comparison,
                                         const RfLeftOut *left_out);

G_END_DECLS
