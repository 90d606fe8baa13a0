// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Copies of evidence that other programs are given to show. They last no longer than the window they were opened from. */

char *rf_private_copies_make_folder (const char *store,
                                     GError **error);
void rf_private_copies_remove (const char *store);
void rf_private_copies_remove_all (void);

G_END_DECLS
