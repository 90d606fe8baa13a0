// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint rf_terminal_get_width (void);
gboolean rf_terminal_has_colour (void);
gboolean rf_terminal_has_unicode (void);
guint rf_terminal_measure (const char *text);
void rf_terminal_append_padded (GString *line,
                                const char *text,
                                guint width,
                                gboolean at_right);
void rf_terminal_append_wrapped (GString *page,
                                 const char *text,
                                 guint indent,
                                 guint width);
void rf_terminal_append_heading (GString *page,
                                 const char *text);

G_END_DECLS
