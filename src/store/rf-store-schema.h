// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-database.h"

G_BEGIN_DECLS

/* "RngF" */
#define RF_STORE_APPLICATION_ID 0x526e6746

/* What brings a store from the version before to this one. */
typedef struct
{
  int version;
  const char *sql;
} RfMigration;

extern const RfMigration rf_store_migrations[];
extern const guint rf_store_n_migrations;

gboolean rf_store_migrate (RfDatabase *database,
                           const RfMigration *migrations,
                           guint n_migrations,
                           GError **error);
gboolean rf_store_migrate_in_memory (RfDatabase *database,
                                     GError **error);

G_END_DECLS
