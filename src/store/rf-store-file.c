// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* A store as a file among others: moved and removed, only while nobody has it open. */

#include "config.h"

#include "rf-store-file.h"

#include "rf-database.h"
#include "rf-error.h"
#include "rf-language.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Long enough for somebody who is just closing. */
#define PATIENCE_MILLISECONDS 500

static gboolean
fail (GError **error,
      RfError code,
      const char *format,
      const char *path,
      int number)
{
  g_autoptr (GString) message = g_string_new (format);

  g_string_replace (message, "%s", path, 1);
  g_string_replace (message, "%m", g_strerror (number), 1);
  g_set_error_literal (error, RF_ERROR, code, message->str);
  return FALSE;
}

static gboolean
check_file (const char *path,
            GError **error)
{
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return TRUE;
  return fail (error, RF_ERROR_NOT_FOUND, _ ("There is no workspace “%s”."), path, 0);
}

/* Its log can only be folded in, and the lock be had, while nobody else has it open; the log is gone then. While the
 * connection lasts nobody can come in. */
static RfDatabase *
take_alone (const char *path,
            GError **error)
{
  g_autoptr (RfDatabase) database = rf_database_open (path, path, SQLITE_OPEN_READWRITE, error);
  g_autoptr (GError) reason = NULL;

  if (database == NULL)
    return NULL;
  sqlite3_busy_timeout (database->handle, PATIENCE_MILLISECONDS);
  if (rf_database_execute (database, "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE", &reason))
    return g_steal_pointer (&database);
  if (g_error_matches (reason, RF_ERROR, RF_ERROR_BUSY))
    fail (error, RF_ERROR_BUSY, _ ("“%s” is open elsewhere. Close it there and try again."), path, 0);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return NULL;
}

/**
 * rf_store_move_file:
 * @new_path: nothing must lie there
 *
 * Gives a store that nobody has open another name in the same file system.
 *
 * Returns: whether it was done; else %RF_ERROR_NOT_FOUND, %RF_ERROR_EXISTS, %RF_ERROR_BUSY where somebody has it
 *   open, %RF_ERROR_PARSE where it is no store, or %RF_ERROR_STORE
 */
gboolean
rf_store_move_file (const char *path,
                    const char *new_path,
                    GError **error)
{
  g_autoptr (RfDatabase) database = check_file (path, error) ? take_alone (path, error) : NULL;

  if (database == NULL)
    return FALSE;
  if (g_file_test (new_path, G_FILE_TEST_EXISTS))
    return fail (error, RF_ERROR_EXISTS, _ ("“%s” is there already. Choose another name."), new_path, 0);
  if (g_rename (path, new_path) != 0)
    return fail (error, RF_ERROR_STORE, _ ("“%s” cannot be renamed: %m."), path, errno);
  return TRUE;
}

static gboolean
remove_beside (const char *path,
               const char *suffix,
               GError **error)
{
  g_autofree char *name = g_strconcat (path, suffix, NULL);

  return g_unlink (name) == 0 || errno == ENOENT || fail (error, RF_ERROR_STORE, _ ("“%s” cannot be removed: %m."), name, errno);
}

/**
 * rf_store_remove_file:
 *
 * Removes a store that nobody has open, with what lies beside it; also one that is damaged.
 *
 * Returns: whether it was done; else %RF_ERROR_NOT_FOUND, %RF_ERROR_BUSY where somebody has it open, or
 *   %RF_ERROR_STORE
 */
gboolean
rf_store_remove_file (const char *path,
                      GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (RfDatabase) database = check_file (path, error) ? take_alone (path, &reason) : NULL;

  if (g_error_matches (reason, RF_ERROR, RF_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (database == NULL && reason == NULL)
    return FALSE;
  /* the store last: a log left alone would be played into the next one of its name */
  return remove_beside (path, "-wal", error) && remove_beside (path, "-shm", error) && remove_beside (path, "", error);
}
