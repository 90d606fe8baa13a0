// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-store-private.h"

#include "rf-error.h"
#include "rf-language.h"

static gboolean
check_integrity (RfStore *self,
                 GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "PRAGMA integrity_check (1)", error);
  gboolean found = FALSE;
  gboolean sound;

  if (statement == NULL || !rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  sound = found && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  return sound || rf_database_fail (self->database, SQLITE_CORRUPT, error);
}

static gboolean
check_references (RfStore *self,
                  GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "PRAGMA foreign_key_check", error);
  gboolean found = FALSE;

  if (statement == NULL || !rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  if (found)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The workspace “%s” was damaged: something of the table “%s” refers to what is not there. Restore a backup."), self->database->path, sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
    }
  return !found;
}

/* @sql selects a name, bytes and the SHA-256 they must have. */
static gboolean
check_hashes (RfStore *self,
              const char *sql,
              GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, sql, error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  while (found)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *sha256 = NULL;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      bytes = rf_column_dup_bytes (statement, 1);
      sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      if (g_strcmp0 (sha256, (const char *) sqlite3_column_text (statement, 2)) == 0)
        continue;
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The workspace “%s” was damaged: the bytes of “%s” are not what was stored. Restore a backup."), self->database->path, sqlite3_column_text (statement, 0));
      sqlite3_reset (statement);
      return FALSE;
    }
  return TRUE;
}

gboolean
rf_store_check (RfStore *self,
                GError **error)
{
  return check_integrity (self, error) &&
         check_references (self, error) &&
         check_hashes (self, "SELECT sha256, bytes, sha256 FROM file", error) &&
         check_hashes (self, "SELECT id, bytes, file_sha256 FROM questionnaire", error) &&
         check_hashes (self, "SELECT id, bytes, sha256 FROM snapshot", error) &&
         rf_store_check_chain (self, error) &&
         rf_store_check_erasures (self, error);
}
