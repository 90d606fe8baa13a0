// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

double figure_now (void);
double figure_middle (double *values,
                      guint n_values);
gboolean figure_print_ratio (const char *what,
                             double measured,
                             double bare,
                             const char *unit,
                             double limit);
gboolean figure_print (const char *what,
                       double measured,
                       const char *unit,
                       double limit);

G_END_DECLS
