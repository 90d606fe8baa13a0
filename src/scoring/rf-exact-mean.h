// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A section's part in a total: @weight times @sum / @divisor. */
typedef struct
{
  gint64 weight;
  gint64 sum;
  gint64 divisor;  /* above 0 */
  gboolean enters; /* only where it helps; otherwise it counts in any case */
} RfExactTerm;

int rf_exact_mean_compare (GArray *terms,
                           gboolean lowers,
                           guint limit,
                           guint divisor);

G_END_DECLS
