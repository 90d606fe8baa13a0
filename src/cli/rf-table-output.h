// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-output.h"
#include "rf-table.h"

G_BEGIN_DECLS

char *rf_table_to_text (const RfTable *self);
char *rf_table_to_csv (const RfTable *self);
gboolean rf_table_print (const RfTable *self,
                         RfFormat format,
                         const char *path,
                         GError **error);

G_END_DECLS
