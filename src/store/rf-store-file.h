// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rf_store_move_file (const char *path,
                             const char *new_path,
                             GError **error);
gboolean rf_store_remove_file (const char *path,
                               GError **error);

G_END_DECLS
