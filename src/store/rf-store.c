// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-store-private.h"

#include "rf-error.h"
#include "rf-store-copy.h"
#include "rf-store-schema.h"
#include "rf-language.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static gboolean
fail (GError **error,
      RfError code,
      const char *format,
      const char *path)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", path, 1);
  g_set_error_literal (error, RF_ERROR, code, message->str);
  return FALSE;
}

/* The file is made here and not by SQLite, so that nobody else can read it even for a moment. */
static gboolean
create_file (const char *path,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int file;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, RF_ERROR_STORE, _ ("The folder of “%s” cannot be made. Check its permissions."), path);
  file = g_open (path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
  if (file >= 0)
    close (file);
  if (file < 0 && errno != EEXIST)
    return fail (error, RF_ERROR_STORE, _ ("“%s” cannot be made. Check the folder’s permissions and the disk’s free space."), path);
  return TRUE;
}

static gboolean
check_path (const char *path,
            RfStoreFlags flags,
            GError **error)
{
  GStatBuf status;

  if (g_stat (path, &status) != 0)
    {
      if (flags & RF_STORE_CREATE)
        return create_file (path, error);
      return fail (error, RF_ERROR_NOT_FOUND, _ ("There is no workspace “%s”."), path);
    }
  if (!S_ISREG (status.st_mode))
    return fail (error, RF_ERROR_PARSE, _ ("“%s” is not a file, so it cannot be a workspace."), path);
  if (status.st_size == 0 && !(flags & RF_STORE_CREATE))
    return fail (error, RF_ERROR_PARSE, _ ("“%s” is empty, not a Ringfence workspace."), path);
  return TRUE;
}

/* Nothing is written to a file that is not ours: the mark is looked at before anything else. */
static gboolean
check_mark (RfDatabase *database,
            gboolean may_be_new,
            GError **error)
{
  gint64 mark;
  gint64 pages;

  if (!rf_database_get_integer (database, "PRAGMA application_id", &mark, error) ||
      !rf_database_get_integer (database, "PRAGMA page_count", &pages, error))
    return FALSE;
  if (mark == RF_STORE_APPLICATION_ID || (may_be_new && pages == 0))
    return TRUE;
  return rf_database_fail (database, SQLITE_NOTADB, error);
}

static gboolean
check_quickly (RfDatabase *database,
               GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (database, "PRAGMA quick_check (1)", error);
  gboolean found = FALSE;
  gboolean sound;

  if (statement == NULL || !rf_database_fetch (database, statement, &found, error))
    return FALSE;
  sound = found && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), "ok") == 0;
  sqlite3_reset (statement);
  return sound || rf_database_fail (database, SQLITE_CORRUPT, error);
}

/* The log is removed when the last user closes; one that is left tells of a crash, or of another user. */
static gboolean
was_left_open (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  GStatBuf status;

  return g_stat (log, &status) == 0 && status.st_size > 0;
}

/* secure_delete: what is erased must not linger in free pages. A longer log than usual: each save writes the
 * answer and its audit entry. */
#define SETTINGS "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;" \
                 "PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 4000; PRAGMA trusted_schema = OFF;"

static RfDatabase *
open_live (const char *path,
           RfStoreFlags flags,
           GError **error)
{
  gboolean left_open = was_left_open (path);
  g_autoptr (RfDatabase) database = rf_database_open (path, path, SQLITE_OPEN_READWRITE, error);

  if (database == NULL || !check_mark (database, (flags & RF_STORE_CREATE) != 0, error))
    return NULL;
  if (sqlite3_db_readonly (database->handle, "main") == 1)
    {
      rf_database_fail (database, SQLITE_READONLY, error);
      return NULL;
    }
  if ((left_open && !check_quickly (database, error)) || !rf_database_execute (database, SETTINGS, error))
    return NULL;
  if (!rf_store_migrate (database, rf_store_migrations, rf_store_n_migrations, error))
    return NULL;
  return g_steal_pointer (&database);
}

/* The bytes of a store, with what lies in its log where there is one that can be read. */
static guint8 *
load_bytes (const char *path,
            sqlite3_int64 *size,
            GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (path, "/", FALSE);
  g_autofree char *address = g_strdup_printf ("file:%s?%s", escaped, was_left_open (path) ? "mode=ro" : "mode=ro&immutable=1");
  g_autoptr (RfDatabase) database = rf_database_open (path, address, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, error);
  guint8 *bytes;

  if (database == NULL || !check_mark (database, FALSE, error))
    return NULL;
  bytes = sqlite3_serialize (database->handle, "main", size, 0);
  if (bytes == NULL)
    rf_database_fail (database, SQLITE_NOMEM, error);
  return bytes;
}

static RfDatabase *
open_in_memory (const char *path,
                GError **error)
{
  sqlite3_int64 size = 0;
  guint8 *bytes = load_bytes (path, &size, error);
  g_autoptr (RfDatabase) database = NULL;
  int code;

  if (bytes == NULL)
    return NULL;
  /* a database in memory has no log: bytes 18 and 19 of the header ask for none */
  if (size > 19)
    bytes[18] = bytes[19] = 1;
  database = rf_database_open (path, ":memory:", SQLITE_OPEN_READWRITE, error);
  if (database == NULL)
    {
      sqlite3_free (bytes);
      return NULL;
    }
  /* RESIZEABLE so that an older version can be brought up to date; query_only then forbids changes */
  code = sqlite3_deserialize (database->handle, "main", bytes, size, size, SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  if (code != SQLITE_OK)
    {
      rf_database_fail (database, code, error);
      return NULL;
    }
  if (!rf_store_migrate_in_memory (database, error) || !rf_database_execute (database, "PRAGMA query_only = ON", error))
    return NULL;
  return g_steal_pointer (&database);
}

/**
 * rf_store_open:
 *
 * Opens a store, brings it to the newest version and, after a crash, checks it first.
 *
 * Returns: (transfer full) (nullable): the store; else %RF_ERROR_NOT_FOUND, %RF_ERROR_PARSE (no store),
 *   %RF_ERROR_TOO_NEW, %RF_ERROR_BUSY or %RF_ERROR_STORE
 */
RfStore *
rf_store_open (const char *path,
               RfStoreFlags flags,
               GError **error)
{
  gboolean read_only = (flags & RF_STORE_READ_ONLY) != 0;
  RfDatabase *database;
  RfStore *self;

  if (!check_path (path, read_only ? RF_STORE_READ_ONLY : flags, error))
    return NULL;
  database = read_only ? open_in_memory (path, error) : open_live (path, flags, error);
  if (database == NULL)
    return NULL;
  self = g_new0 (RfStore, 1);
  self->database = database;
  self->read_only = read_only;
  rf_database_get_integer (database, "PRAGMA data_version", &self->data_version, NULL);
  return self;
}

void
rf_store_close (RfStore *self)
{
  g_clear_pointer (&self->expiries, g_array_unref);
  rf_database_close (self->database);
  g_free (self);
}

gboolean
rf_store_is_read_only (const RfStore *self)
{
  return self->read_only;
}

/* Whether another connection has committed since the last call. */
gboolean
rf_store_has_changed_elsewhere (RfStore *self)
{
  gint64 version = self->data_version;

  if (!rf_database_get_integer (self->database, "PRAGMA data_version", &version, NULL) || version == self->data_version)
    return FALSE;
  self->data_version = version;
  g_clear_pointer (&self->expiries, g_array_unref);
  return TRUE;
}

gboolean
rf_store_save_copy (RfStore *self,
                    const char *path,
                    GError **error)
{
  return rf_database_save_copy (self->database, path, error);
}

gboolean
rf_store_begin_reading (RfStore *self,
                        GError **error)
{
  /* within a step there is one state already */
  return self->in_step || rf_database_execute (self->database, "BEGIN", error);
}

void
rf_store_end_reading (RfStore *self)
{
  if (!self->in_step)
    rf_database_execute (self->database, "COMMIT", NULL);
}

RfChange *
rf_change_new (RfThing *thing,
               gboolean remove)
{
  RfChange *self = g_new0 (RfChange, 1);

  self->thing = thing;
  self->remove = remove;
  return self;
}

void
rf_change_free (RfChange *self)
{
  g_clear_pointer (&self->thing, rf_thing_free);
  g_clear_pointer (&self->old, rf_thing_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_strfreev (self->questions);
  g_free (self);
}

static gboolean
apply_change (RfStore *self,
              RfChange *change,
              const char *author,
              gint64 time,
              GError **error)
{
  g_autofree char *subject = rf_thing_dup_subject (change->thing);
  g_autofree char *old_value = NULL;
  g_autofree char *new_value = NULL;
  GError *failure = NULL;

  g_clear_pointer (&change->old, rf_thing_free);
  change->old = rf_store_dup_thing (self, change->thing->kind, change->thing->id, &failure);
  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (change->old ? !change->remove && rf_thing_equal (change->old, change->thing) : change->remove)
    /* evidence may have been known without its file, which comes now */
    return change->remove || change->thing->kind != RF_THING_EVIDENCE || change->bytes == NULL || rf_store_write_thing (self, change, error);
  old_value = change->old ? rf_thing_to_text (change->old) : NULL;
  new_value = change->remove ? NULL : rf_thing_to_text (change->thing);
  return rf_store_write_thing (self, change, error) && rf_store_append_audit (self, subject, old_value, new_value, author, time, error);
}

/* What the changes were made from may be gone: whoever made them must look again. */
static gboolean
check_unchanged (RfStore *self,
                 GError **error)
{
  gint64 version;

  if (!rf_database_get_integer (self->database, "PRAGMA data_version", &version, error))
    return FALSE;
  return version == self->data_version ||
         fail (error, RF_ERROR_BUSY, _ ("Another program has just changed “%s”. Nothing was changed; look at it and try again."), self->database->path);
}

static gboolean
refuse_read_only (RfStore *self,
                  GError **error)
{
  return !self->read_only ||
         fail (error, RF_ERROR_STORE, _ ("“%s” is open for reading only. Import it as a workspace to change it."), self->database->path);
}

gboolean
rf_store_apply (RfStore *self,
                GPtrArray *changes,
                const char *author,
                gint64 time,
                GError **error)
{
  gboolean applied;

  if (!refuse_read_only (self, error) ||
      !(self->in_step ? rf_database_begin_part (self->database, error) : rf_database_begin (self->database, error)))
    return FALSE;
  applied = check_unchanged (self, error);
  for (guint i = 0; applied && i < changes->len; i++)
    applied = apply_change (self, g_ptr_array_index (changes, i), author, time, error);
  if (!applied)
    g_clear_pointer (&self->expiries, g_array_unref);
  return self->in_step ? rf_database_end_part (self->database, applied, error) : rf_database_end (self->database, applied, error);
}

gboolean
rf_store_begin_step (RfStore *self,
                     GError **error)
{
  g_return_val_if_fail (!self->in_step, FALSE);

  if (!refuse_read_only (self, error) || !rf_database_begin (self->database, error))
    return FALSE;
  self->in_step = TRUE;
  return TRUE;
}

gboolean
rf_store_end_step (RfStore *self,
                   gboolean keep,
                   GError **error)
{
  gboolean kept;

  g_return_val_if_fail (self->in_step, FALSE);

  self->in_step = FALSE;
  kept = rf_database_end (self->database, keep, error);
  if (!kept)
    g_clear_pointer (&self->expiries, g_array_unref);
  return kept;
}
