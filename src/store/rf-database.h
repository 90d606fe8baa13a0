// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>
#include <sqlite3.h>

G_BEGIN_DECLS

/*
 * RfDatabase: a connection with its prepared statements, and errors that are sentences.
 */
typedef struct
{
  sqlite3 *handle;
  char *path;             /* owned: as the user named it, for messages */
  GHashTable *statements; /* owned: literal SQL -> sqlite3_stmt */
} RfDatabase;

RfDatabase *rf_database_open (const char *path,
                              const char *address,
                              int flags,
                              GError **error);
void rf_database_close (RfDatabase *self);

gboolean rf_database_fail (RfDatabase *self,
                           int code,
                           GError **error);
gboolean rf_database_execute (RfDatabase *self,
                              const char *sql,
                              GError **error);
sqlite3_stmt *rf_database_prepare (RfDatabase *self,
                                   const char *sql,
                                   GError **error);
gboolean rf_database_run (RfDatabase *self,
                          sqlite3_stmt *statement,
                          GError **error);
gboolean rf_database_fetch (RfDatabase *self,
                            sqlite3_stmt *statement,
                            gboolean *found,
                            GError **error);
gboolean rf_database_get_integer (RfDatabase *self,
                                  const char *sql,
                                  gint64 *value,
                                  GError **error);
gboolean rf_database_begin (RfDatabase *self,
                            GError **error);
gboolean rf_database_end (RfDatabase *self,
                          gboolean keep,
                          GError **error);

gboolean rf_database_begin_part (RfDatabase *self,
                                 GError **error);
gboolean rf_database_end_part (RfDatabase *self,
                               gboolean keep,
                               GError **error);

void rf_bind_text (sqlite3_stmt *statement,
                   int index,
                   const char *text);
void rf_bind_bytes (sqlite3_stmt *statement,
                    int index,
                    GBytes *bytes);
char *rf_column_dup_text (sqlite3_stmt *statement,
                          int column);
GBytes *rf_column_dup_bytes (sqlite3_stmt *statement,
                             int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfDatabase, rf_database_close)

G_END_DECLS
