// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* A PNG file; larger ones are pictures, not logos. */
#define RF_REPORT_LOGO_MAX_BYTES ((gsize) 1 << 20)
#define RF_REPORT_LOGO_MAX_PIXELS 4096

GBytes *rf_report_logo_read (const char *path,
                             GError **error);
cairo_surface_t *rf_report_logo_decode (GBytes *png);

G_END_DECLS
