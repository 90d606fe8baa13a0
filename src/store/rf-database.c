// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-database.h"

#include "rf-error.h"
#include "rf-language.h"

/* How long a writer waits for another process before it gives up. */
#define BUSY_MILLISECONDS 5000

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

/**
 * rf_database_open:
 * @path: for messages
 * @address: what SQLite is given
 * @flags: of sqlite3_open_v2()
 *
 * Connects; touches nothing yet. Statements are for one thread at a time, which SQLite is told to enforce.
 */
RfDatabase *
rf_database_open (const char *path,
                  const char *address,
                  int flags,
                  GError **error)
{
  g_autoptr (RfDatabase) self = g_new0 (RfDatabase, 1);
  int code;

  self->path = g_strdup (path);
  self->statements = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, finalize_statement);
  code = sqlite3_open_v2 (address, &self->handle, flags | SQLITE_OPEN_FULLMUTEX, NULL);
  if (code != SQLITE_OK)
    {
      rf_database_fail (self, code, error);
      return NULL;
    }
  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_busy_timeout (self->handle, BUSY_MILLISECONDS);
  return g_steal_pointer (&self);
}

void
rf_database_close (RfDatabase *self)
{
  g_hash_table_unref (self->statements);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

static RfError
classify (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return RF_ERROR_BUSY;
    case SQLITE_NOTADB:
      return RF_ERROR_PARSE;
    case SQLITE_CONSTRAINT:
      return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY ? RF_ERROR_EXISTS : RF_ERROR_INVALID;
    default:
      return RF_ERROR_STORE;
    }
}

static const char *
describe (int code)
{
  switch (code & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return _ ("Another program is writing to “%s”. Nothing was changed; try again in a moment.");
    case SQLITE_NOTADB:
      return _ ("“%s” is not a Ringfence workspace. Choose a file that Ringfence has saved.");
    case SQLITE_CORRUPT:
      return _ ("The workspace “%s” is damaged. Restore it from a backup.");
    case SQLITE_FULL:
      return _ ("The disk that holds “%s” is full. Nothing was changed; free some space and try again.");
    case SQLITE_READONLY:
      return _ ("“%s” cannot be written. Change its permissions, or work on a copy.");
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return _ ("“%s” cannot be opened. Check that it exists and that you may read and write it.");
    case SQLITE_IOERR:
      return _ ("The disk refused to read or write “%s”. Nothing was changed; check the disk.");
    default:
      return NULL;
    }
}

static const char *
describe_constraint (int code)
{
  if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
    return _ ("Something else in “%s” still needs this, or what it refers to is not there. Nothing was changed.");
  if (code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY)
    return _ ("There is one of this name in “%s” already. Choose another name.");
  return NULL;
}

/**
 * rf_database_fail:
 * @code: an extended result code of SQLite
 *
 * Says what went wrong as a sentence a user can act on.
 *
 * Returns: %FALSE, so that callers can return it
 */
gboolean
rf_database_fail (RfDatabase *self,
                  int code,
                  GError **error)
{
  const char *format = (code & 0xff) == SQLITE_CONSTRAINT ? describe_constraint (code) : describe (code);
  g_autoptr (GString) message = g_string_new (format);

  if (format)
    g_string_replace (message, "%s", self->path, 1);
  else
    g_string_printf (message, _ ("The workspace “%s” could not be used: %s."), self->path, sqlite3_errmsg (self->handle));
  g_set_error_literal (error, RF_ERROR, classify (code), message->str);
  return FALSE;
}

gboolean
rf_database_execute (RfDatabase *self,
                     const char *sql,
                     GError **error)
{
  int code = sqlite3_exec (self->handle, sql, NULL, NULL, NULL);

  return code == SQLITE_OK || rf_database_fail (self, code, error);
}

/**
 * rf_database_prepare:
 * @sql: a literal: statements are kept by its address
 *
 * Returns: (transfer none) (nullable): the statement, reset and without bindings
 */
sqlite3_stmt *
rf_database_prepare (RfDatabase *self,
                     const char *sql,
                     GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);
  int code;

  if (statement)
    {
      sqlite3_reset (statement);
      sqlite3_clear_bindings (statement);
      return statement;
    }
  code = sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL);
  if (code != SQLITE_OK)
    {
      rf_database_fail (self, code, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, (gpointer) sql, statement);
  return statement;
}

/* Runs a statement that gives no rows, and lets go of what was bound. */
gboolean
rf_database_run (RfDatabase *self,
                 sqlite3_stmt *statement,
                 GError **error)
{
  int code = sqlite3_step (statement);
  gboolean done = code == SQLITE_DONE || code == SQLITE_ROW || rf_database_fail (self, code, error);

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return done;
}

/* Goes to the next row; after the last one, or an error, the statement is reset so that it holds no lock. */
gboolean
rf_database_fetch (RfDatabase *self,
                   sqlite3_stmt *statement,
                   gboolean *found,
                   GError **error)
{
  int code = sqlite3_step (statement);

  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      rf_database_fail (self, code, error);
      sqlite3_reset (statement);
      return FALSE;
    }
  if (code == SQLITE_DONE)
    sqlite3_reset (statement);
  *found = code == SQLITE_ROW;
  return TRUE;
}

/* The first column of the first row, which must be there. */
gboolean
rf_database_get_integer (RfDatabase *self,
                         const char *sql,
                         gint64 *value,
                         GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self, sql, error);
  gboolean found = FALSE;

  if (statement == NULL || !rf_database_fetch (self, statement, &found, error))
    return FALSE;
  if (!found)
    return rf_database_fail (self, SQLITE_CORRUPT, error);
  *value = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  return TRUE;
}

/* Takes the one writer's place, waiting for it as long as the busy timeout says. */
gboolean
rf_database_begin (RfDatabase *self,
                   GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self, "BEGIN IMMEDIATE", error);

  return statement && rf_database_run (self, statement, error);
}

/* @keep: commit; where that fails, or @keep is not set, nothing of the transaction remains. */
gboolean
rf_database_end (RfDatabase *self,
                 gboolean keep,
                 GError **error)
{
  sqlite3_stmt *statement = keep ? rf_database_prepare (self, "COMMIT", error) : NULL;

  if (statement && rf_database_run (self, statement, error))
    return TRUE;
  /* an error that rolled back by itself leaves no transaction to end */
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
  return FALSE;
}

/* A part of a transaction, which can be taken back alone. A disk error may have ended the whole: what came after it
 * would then be kept by itself. */
gboolean
rf_database_begin_part (RfDatabase *self,
                        GError **error)
{
  if (sqlite3_get_autocommit (self->handle))
    return rf_database_fail (self, SQLITE_IOERR, error);
  return rf_database_execute (self, "SAVEPOINT part", error);
}

gboolean
rf_database_end_part (RfDatabase *self,
                      gboolean keep,
                      GError **error)
{
  if (keep)
    return rf_database_execute (self, "RELEASE part", error);
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK TO part; RELEASE part", NULL, NULL, NULL);
  return FALSE;
}

/* @text (nullable) is copied. */
void
rf_bind_text (sqlite3_stmt *statement,
              int index,
              const char *text)
{
  sqlite3_bind_text (statement, index, text, -1, SQLITE_TRANSIENT);
}

/* @bytes (nullable) must outlive the running of the statement. */
void
rf_bind_bytes (sqlite3_stmt *statement,
               int index,
               GBytes *bytes)
{
  gsize size = 0;
  const void *data = bytes ? g_bytes_get_data (bytes, &size) : NULL;

  if (bytes)
    sqlite3_bind_blob64 (statement, index, data ? data : "", size, SQLITE_STATIC);
}

char *
rf_column_dup_text (sqlite3_stmt *statement,
                    int column)
{
  return g_strdup ((const char *) sqlite3_column_text (statement, column));
}

GBytes *
rf_column_dup_bytes (sqlite3_stmt *statement,
                     int column)
{
  const void *data = sqlite3_column_blob (statement, column);

  return g_bytes_new (data, sqlite3_column_bytes (statement, column));
}
