// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-store-copy.h"

#include "rf-error.h"
#include "rf-language.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static gboolean
fail_copy (const char *path,
           int number,
           GError **error)
{
  g_set_error (error, RF_ERROR, RF_ERROR_STORE, _ ("The copy “%s” could not be written: %s. What was there before is untouched."), path, g_strerror (number));
  return FALSE;
}

static gboolean
copy_pages (RfDatabase *from,
            sqlite3 *to,
            GError **error)
{
  sqlite3_backup *backup = sqlite3_backup_init (to, "main", from->handle, "main");
  int code;

  if (backup == NULL)
    return rf_database_fail (from, sqlite3_extended_errcode (to), error);
  /* in one step, under one read lock: a writer in between would start it over */
  sqlite3_backup_step (backup, -1);
  code = sqlite3_backup_finish (backup);
  return code == SQLITE_OK || rf_database_fail (from, code, error);
}

/* A copy has no -wal beside it: it must be whole as a single file. */
static gboolean
write_copy (RfDatabase *self,
            const char *path,
            GError **error)
{
  g_autoptr (RfDatabase) copy = rf_database_open (path, path, SQLITE_OPEN_READWRITE, error);

  return copy && copy_pages (self, copy->handle, error) && rf_database_execute (copy, "PRAGMA journal_mode = DELETE", error);
}

static gboolean
sync_path (const char *path,
           int flags)
{
  int file = g_open (path, flags | O_CLOEXEC, 0);
  gboolean synced = file >= 0 && fsync (file) == 0;

  if (file >= 0)
    close (file);
  return synced;
}

/* From here on the copy is under its name and survives a power cut. */
static gboolean
put_in_place (const char *temporary,
              const char *path,
              GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (!sync_path (temporary, O_RDWR) || g_rename (temporary, path) != 0 || !sync_path (folder, O_RDONLY | O_DIRECTORY))
    return fail_copy (path, errno, error);
  return TRUE;
}

static gboolean
is_same_file (const char *one,
              const char *other)
{
  GStatBuf a, b;

  return g_stat (one, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* The log of a database must never meet another database under the same name: it would be played into it. */
static gboolean
check_unused (RfDatabase *self,
              const char *path,
              GError **error)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);

  if (!is_same_file (self->path, path) && !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_BUSY, _ ("“%s” is a workspace in use, so a copy cannot take its place. Choose another file."), path);
  return FALSE;
}

/**
 * rf_database_save_copy:
 * @path: an existing file is replaced once the copy is whole; not one that is in use
 *
 * Writes a consistent copy, also while others use the database: beside @path, synced, then renamed.
 */
gboolean
rf_database_save_copy (RfDatabase *self,
                       const char *path,
                       GError **error)
{
  g_autofree char *temporary = g_strconcat (path, ".XXXXXX", NULL);
  int file;
  gboolean saved;

  if (g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return fail_copy (path, EISDIR, error);
  if (!check_unused (self, path, error))
    return FALSE;
  file = g_mkstemp_full (temporary, O_RDWR | O_CLOEXEC, 0600);
  if (file < 0)
    return fail_copy (path, errno, error);
  close (file);
  saved = write_copy (self, temporary, error) && put_in_place (temporary, path, error);
  if (!saved)
    g_unlink (temporary);
  return saved;
}
