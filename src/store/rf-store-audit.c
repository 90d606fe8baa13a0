// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The audit chain. The hash of an entry is
 *
 *   SHA-256 (hash of the entry before, LF, number, LF, time, LF, author, LF, subject, LF, old hash, LF, new hash, LF)
 *
 * with hashes as hexadecimal digits, 64 zeros before the first entry and "-" for no value; an old or new hash is
 * SHA-256 (32 hexadecimal digits of salt, LF, value). Values and salts lie apart, so that they can be erased:
 * without its salt a hash tells nothing of its value, and the chain still holds.
 */

#include "config.h"

#include "rf-store-private.h"

#include "rf-error.h"
#include "rf-language.h"

#include <string.h>

#define ZERO_HASH "0000000000000000000000000000000000000000000000000000000000000000"
#define SALT_BYTES 16

typedef struct
{
  gint64 number;
  gint64 time;
  const char *author;
  const char *subject;
  const char *old_hash; /* nullable */
  const char *new_hash; /* nullable */
} Entry;

/* Author and subject are one line each: what would break the line is refused before it comes here. */
static char *
hash_entry (const char *previous,
            const Entry *entry)
{
  g_autofree char *text = g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%s\n", previous, entry->number, entry->time, entry->author, entry->subject, entry->old_hash ? entry->old_hash : "-", entry->new_hash ? entry->new_hash : "-");

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

static char *
hash_value (const guint8 *salt,
            const char *value)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  if (value == NULL)
    return NULL;
  for (guint i = 0; i < SALT_BYTES; i++)
    {
      char digits[3];

      g_snprintf (digits, sizeof digits, "%02x", salt[i]);
      g_checksum_update (checksum, (const guchar *) digits, 2);
    }
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) value, -1);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_head (RfStore *self,
           gint64 *number,
           char **hash,
           GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "SELECT number, hash FROM audit_entry ORDER BY number DESC LIMIT 1", error);
  gboolean found = FALSE;

  if (statement == NULL || !rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  *number = found ? sqlite3_column_int64 (statement, 0) : 0;
  *hash = found ? rf_column_dup_text (statement, 1) : g_strdup (ZERO_HASH);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
write_entry (RfStore *self,
             const Entry *entry,
             const char *hash,
             GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "INSERT INTO audit_entry (number, time, author, subject, old_hash, new_hash, hash)"
                                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
                                                 error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, entry->number);
  sqlite3_bind_int64 (statement, 2, entry->time);
  rf_bind_text (statement, 3, entry->author);
  rf_bind_text (statement, 4, entry->subject);
  rf_bind_text (statement, 5, entry->old_hash);
  rf_bind_text (statement, 6, entry->new_hash);
  rf_bind_text (statement, 7, hash);
  return rf_database_run (self->database, statement, error);
}

static gboolean
write_values (RfStore *self,
              gint64 number,
              const guint8 *salt,
              const char *old_value,
              const char *new_value,
              GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "INSERT INTO audit_value (entry, salt, old_value, new_value) VALUES (?1, ?2, ?3, ?4)", error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_blob (statement, 2, salt, SALT_BYTES, SQLITE_STATIC);
  rf_bind_text (statement, 3, old_value);
  rf_bind_text (statement, 4, new_value);
  return rf_database_run (self->database, statement, error);
}

/* Adds the entry of a change; within the change's transaction. */
gboolean
rf_store_append_audit (RfStore *self,
                       const char *subject,
                       const char *old_value,
                       const char *new_value,
                       const char *author,
                       gint64 time,
                       GError **error)
{
  g_autofree char *previous = NULL;
  g_autofree char *old_hash = NULL;
  g_autofree char *new_hash = NULL;
  g_autofree char *hash = NULL;
  guint8 salt[SALT_BYTES];
  Entry entry = { 0, time, author, subject, NULL, NULL };

  if (!read_head (self, &entry.number, &previous, error))
    return FALSE;
  sqlite3_randomness (sizeof salt, salt);
  entry.number++;
  entry.old_hash = old_hash = hash_value (salt, old_value);
  entry.new_hash = new_hash = hash_value (salt, new_value);
  hash = hash_entry (previous, &entry);
  return write_entry (self, &entry, hash, error) && write_values (self, entry.number, salt, old_value, new_value, error);
}

char *
rf_store_dup_head (RfStore *self,
                   GError **error)
{
  char *hash = NULL;
  gint64 number;

  return read_head (self, &number, &hash, error) ? hash : NULL;
}

gboolean
rf_store_count_audit (RfStore *self,
                      guint64 *count,
                      GError **error)
{
  g_autofree char *hash = NULL;
  gint64 number;

  if (!read_head (self, &number, &hash, error))
    return FALSE;
  *count = (guint64) number;
  return TRUE;
}

static RfAuditEntry *
read_audit_entry (sqlite3_stmt *statement)
{
  RfAuditEntry *entry = g_new0 (RfAuditEntry, 1);

  entry->number = (guint64) sqlite3_column_int64 (statement, 0);
  entry->time = sqlite3_column_int64 (statement, 1);
  entry->author = rf_column_dup_text (statement, 2);
  entry->subject = rf_column_dup_text (statement, 3);
  entry->hash = rf_column_dup_text (statement, 4);
  entry->old_value = rf_column_dup_text (statement, 5);
  entry->new_value = rf_column_dup_text (statement, 6);
  entry->purged = sqlite3_column_type (statement, 7) == SQLITE_NULL;
  return entry;
}

GPtrArray *
rf_store_list_audit (RfStore *self,
                     guint64 first,
                     guint count,
                     GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT e.number, e.time, e.author, e.subject, e.hash, v.old_value, v.new_value, v.entry"
                                                 " FROM audit_entry AS e LEFT JOIN audit_value AS v ON v.entry = e.number"
                                                 " WHERE e.number >= ?1 ORDER BY e.number LIMIT ?2",
                                                 error);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_audit_entry_free);
  gboolean found = TRUE;

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, (gint64) first);
  sqlite3_bind_int64 (statement, 2, count == 0 ? -1 : (gint64) count);
  while (found)
    {
      if (!rf_database_fetch (self->database, statement, &found, error))
        return NULL;
      if (found)
        g_ptr_array_add (entries, read_audit_entry (statement));
    }
  return g_steal_pointer (&entries);
}

gboolean
rf_store_relate_head (RfStore *self,
                      const char *head,
                      RfHeadRelation *relation,
                      GError **error)
{
  g_autofree char *own = rf_store_dup_head (self, error);
  sqlite3_stmt *statement = own ? rf_database_prepare (self->database, "SELECT 1 FROM audit_entry WHERE hash = ?1", error) : NULL;
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, 1, head);
  if (!rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  sqlite3_reset (statement);
  if (g_ascii_strcasecmp (head, own) == 0)
    *relation = RF_HEAD_IS_HEAD;
  else
    *relation = found || g_str_equal (head, ZERO_HASH) ? RF_HEAD_IS_EARLIER : RF_HEAD_IS_FOREIGN;
  return TRUE;
}

static gboolean
is_value_intact (sqlite3_stmt *statement,
                 int value_column,
                 const char *hash)
{
  const char *value = (const char *) sqlite3_column_text (statement, value_column);
  const guint8 *salt = sqlite3_column_blob (statement, 7);
  g_autofree char *computed = NULL;

  if (salt == NULL)
    return TRUE;
  if (sqlite3_column_bytes (statement, 7) != SALT_BYTES)
    return FALSE;
  computed = hash_value (salt, value);
  return g_strcmp0 (computed, hash) == 0;
}

/* Recomputes one entry; @previous goes on to its hash. */
static gboolean
check_entry (sqlite3_stmt *statement,
             gint64 expected_number,
             char **previous)
{
  Entry entry = {
    sqlite3_column_int64 (statement, 0),
    sqlite3_column_int64 (statement, 1),
    (const char *) sqlite3_column_text (statement, 2),
    (const char *) sqlite3_column_text (statement, 3),
    (const char *) sqlite3_column_text (statement, 4),
    (const char *) sqlite3_column_text (statement, 5),
  };
  g_autofree char *hash = hash_entry (*previous, &entry);

  if (entry.number != expected_number || g_strcmp0 (hash, (const char *) sqlite3_column_text (statement, 6)) != 0)
    return FALSE;
  g_free (*previous);
  *previous = g_steal_pointer (&hash);
  return is_value_intact (statement, 8, entry.old_hash) && is_value_intact (statement, 9, entry.new_hash);
}

gboolean
rf_store_check_chain (RfStore *self,
                      GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT e.number, e.time, e.author, e.subject, e.old_hash, e.new_hash, e.hash, v.salt,"
                                                 " v.old_value, v.new_value FROM audit_entry AS e LEFT JOIN audit_value AS v"
                                                 " ON v.entry = e.number ORDER BY e.number",
                                                 error);
  g_autofree char *previous = g_strdup (ZERO_HASH);
  g_autofree char *digits = NULL;
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  for (gint64 number = 1; found; number++)
    {
      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found || check_entry (statement, number, &previous))
        continue;
      digits = g_strdup_printf ("%" G_GINT64_FORMAT, number);
      g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The audit trail of “%s” was tampered with: entry %s is not what it was. Compare with a backup."), self->database->path, digits);
      sqlite3_reset (statement);
      return FALSE;
    }
  return TRUE;
}

/* What was erased is said in the trail: values that are gone without a later "purge" were taken out. */
gboolean
rf_store_check_erasures (RfStore *self,
                         GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT e.number FROM audit_entry AS e LEFT JOIN (SELECT substr (subject, 7) AS subject, max (number) AS number"
                                                 " FROM audit_entry WHERE subject GLOB 'purge *' GROUP BY 1) AS p ON p.subject = e.subject"
                                                 " WHERE e.number NOT IN (SELECT entry FROM audit_value) AND (p.number IS NULL OR p.number < e.number)"
                                                 " ORDER BY e.number LIMIT 1",
                                                 error);
  g_autofree char *digits = NULL;
  gboolean found = FALSE;

  if (statement == NULL || !rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  digits = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) sqlite3_column_int64 (statement, 0));
  g_set_error (error, RF_ERROR, RF_ERROR_INVALID, _ ("The audit trail of “%s” was tampered with: the values of entry %s are gone, and no purge says so. Compare with a backup."), self->database->path, digits);
  sqlite3_reset (statement);
  return FALSE;
}

static gboolean
erase_values (RfStore *self,
              const char *subject,
              int *n_erased,
              GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "DELETE FROM audit_value WHERE entry IN (SELECT number FROM audit_entry WHERE subject = ?1)", error);

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, 1, subject);
  if (!rf_database_run (self->database, statement, error))
    return FALSE;
  *n_erased = sqlite3_changes (self->database->handle);
  return TRUE;
}

static gboolean
purge_in_transaction (RfStore *self,
                      const char *subject,
                      const char *reason,
                      const char *author,
                      gint64 time,
                      GError **error)
{
  g_autofree char *own_subject = g_strconcat ("purge ", subject, NULL);
  g_autofree char *value = g_strdup_printf ("reason: %s\n", reason);
  int n_erased = 0;

  if (!erase_values (self, subject, &n_erased, error))
    return FALSE;
  if (n_erased == 0)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("Nothing is kept about “%s”. Name it as the audit trail does."), subject);
      return FALSE;
    }
  return rf_database_execute (self->database, "DELETE FROM file WHERE sha256 NOT IN (SELECT sha256 FROM evidence WHERE sha256 IS NOT NULL)", error) &&
         rf_store_append_audit (self, own_subject, NULL, value, author, time, error);
}

gboolean
rf_store_purge (RfStore *self,
                const char *subject,
                const char *reason,
                const char *author,
                gint64 time,
                GError **error)
{
  if (self->read_only)
    return rf_database_fail (self->database, SQLITE_READONLY, error);
  if (!rf_database_begin (self->database, error) ||
      !rf_database_end (self->database, purge_in_transaction (self, subject, reason, author, time, error), error))
    return FALSE;
  /* what was erased must not live on in the log */
  return rf_database_execute (self->database, "PRAGMA wal_checkpoint (TRUNCATE)", error);
}
