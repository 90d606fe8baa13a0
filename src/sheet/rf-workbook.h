// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-day.h"
#include "rf-table.h"

G_BEGIN_DECLS

/* A sheet: a table under a name of at most 31 characters. Borrowed pointers. */
typedef struct
{
  const char *name;
  const RfTable *table;
} RfSheet;

GBytes *rf_workbook_write (const RfSheet *sheets,
                           guint n_sheets,
                           const char *title,
                           RfDay as_of,
                           GError **error);

G_END_DECLS
