// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-database.h"

G_BEGIN_DECLS

gboolean rf_database_save_copy (RfDatabase *self,
                                const char *path,
                                GError **error);

G_END_DECLS
