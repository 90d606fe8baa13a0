// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-error.h"
#include "rf-store-private.h"
#include "rf-store-schema.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  self->folder = g_dir_make_tmp ("ringfence-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "w.ringfence", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static RfStore *
open_store (const Fixture *self)
{
  g_autoptr (GError) error = NULL;
  RfStore *store = rf_store_open (self->path, RF_STORE_CREATE, &error);

  g_assert_no_error (error);
  return store;
}

static gboolean
put_provider (RfStore *store,
              const char *id,
              const char *note,
              GError **error)
{
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
  RfThing *thing = rf_thing_new (RF_THING_PROVIDER, id);

  rf_thing_set (thing, "name", id);
  rf_thing_set (thing, "note", note);
  g_ptr_array_add (changes, rf_change_new (thing, FALSE));
  return rf_store_apply (store, changes, "A. Ssessor", 1795176000, error);
}

/* What somebody with an SQLite shell can do. */
static void
run_sql (const char *path,
         const char *sql)
{
  sqlite3 *handle = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (handle);
}

static void
assert_opening_fails (const Fixture *self,
                      RfStoreFlags flags,
                      RfError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (rf_store_open (self->path, flags, &error));
  g_assert_error (error, RF_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, self->path));
}

static void
test_is_private (Fixture *self,
                 gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autofree char *log = g_strconcat (self->path, "-wal", NULL);
  GStatBuf status;

  g_assert_true (put_provider (store, "one", NULL, NULL));
  g_assert_cmpint (g_stat (self->path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

static void
test_bad_files (Fixture *self,
                gconstpointer data)
{
  g_autofree char *noise = g_strnfill (10000, 'x');

  assert_opening_fails (self, RF_STORE_DEFAULT, RF_ERROR_NOT_FOUND);
  assert_opening_fails (self, RF_STORE_READ_ONLY, RF_ERROR_NOT_FOUND);
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_opening_fails (self, RF_STORE_DEFAULT, RF_ERROR_PARSE);
  g_assert_true (g_file_set_contents (self->path, noise, -1, NULL));
  assert_opening_fails (self, RF_STORE_DEFAULT, RF_ERROR_PARSE);
  assert_opening_fails (self, RF_STORE_CREATE, RF_ERROR_PARSE);
  assert_opening_fails (self, RF_STORE_READ_ONLY, RF_ERROR_PARSE);
  g_unlink (self->path);
  g_assert_cmpint (g_mkdir (self->path, 0700), ==, 0);
  assert_opening_fails (self, RF_STORE_CREATE, RF_ERROR_PARSE);
  g_rmdir (self->path);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_opening_fails (self, RF_STORE_CREATE, RF_ERROR_PARSE);
}

static void
test_another_database (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;

  run_sql (self->path, "CREATE TABLE bookmark (address TEXT);");
  g_assert_true (g_file_get_contents (self->path, &before, &length_before, NULL));
  assert_opening_fails (self, RF_STORE_CREATE, RF_ERROR_PARSE);
  g_assert_true (g_file_get_contents (self->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_newer_version (Fixture *self,
                    gconstpointer data)
{
  rf_store_close (open_store (self));
  run_sql (self->path, "PRAGMA user_version = 1000;");
  assert_opening_fails (self, RF_STORE_DEFAULT, RF_ERROR_TOO_NEW);
  assert_opening_fails (self, RF_STORE_READ_ONLY, RF_ERROR_TOO_NEW);
}

static const struct
{
  const char *label;
  const char *sql;
} tamperings[] = {
  { "a value", "DROP TRIGGER audit_value_stays; UPDATE audit_value SET new_value = 'name: other' WHERE entry = 2;" },
  { "an author", "DROP TRIGGER audit_entry_stays; UPDATE audit_entry SET author = 'Mallory' WHERE number = 1;" },
  { "the last entry's time", "DROP TRIGGER audit_entry_stays; UPDATE audit_entry SET time = 0 WHERE number = 3;" },
  { "an entry taken out", "DROP TRIGGER audit_entry_remains; DELETE FROM audit_value WHERE entry = 2; DELETE FROM audit_entry WHERE number = 2;" },
  { "a value erased without a word", "DELETE FROM audit_value WHERE entry = 2;" },
  { "a file's bytes", "INSERT INTO file VALUES ('00', x'00');" },
};

static void
test_tampering (Fixture *self,
                gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (tamperings); i++)
    {
      RfStore *store = open_store (self);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", tamperings[i].label);
      g_assert_true (put_provider (store, "one", NULL, NULL));
      g_assert_true (put_provider (store, "two", NULL, NULL));
      g_assert_true (put_provider (store, "three", NULL, NULL));
      g_assert_true (rf_store_check (store, &error));
      g_assert_no_error (error);
      rf_store_close (store);
      run_sql (self->path, tamperings[i].sql);
      store = open_store (self);
      g_assert_false (rf_store_check (store, &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
      rf_store_close (store);
      g_unlink (self->path);
    }
}

static void
test_entries_resist (Fixture *self,
                     gconstpointer data)
{
  RfStore *store = open_store (self);
  sqlite3 *handle = NULL;

  g_assert_true (put_provider (store, "one", NULL, NULL));
  rf_store_close (store);
  g_assert_cmpint (sqlite3_open (self->path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, "UPDATE audit_entry SET author = ''", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (handle, "DELETE FROM audit_entry", NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  sqlite3_close (handle);
}

static void
test_no_change_no_entry (Fixture *self,
                         gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autofree char *head = NULL;
  g_autofree char *same = NULL;

  g_assert_true (put_provider (store, "one", "note\nof two lines \\ and more", NULL));
  head = rf_store_dup_head (store, NULL);
  g_assert_true (put_provider (store, "one", "note\nof two lines \\ and more", NULL));
  same = rf_store_dup_head (store, NULL);
  g_assert_cmpstr (head, ==, same);
}

/* A second change that fails takes the first with it, and both entries. */
static void
test_all_or_nothing (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;
  RfThing *provider = rf_thing_new (RF_THING_PROVIDER, "one");
  RfThing *offering = rf_thing_new (RF_THING_OFFERING, "orphan");

  rf_thing_set (provider, "name", "One");
  rf_thing_set (offering, "name", "Orphan");
  rf_thing_set (offering, "provider", "nobody");
  g_ptr_array_add (changes, rf_change_new (provider, FALSE));
  g_ptr_array_add (changes, rf_change_new (offering, FALSE));
  g_assert_false (rf_store_apply (store, changes, "A. Ssessor", 0, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_INVALID);
  g_assert_null (rf_store_dup_thing (store, RF_THING_PROVIDER, "one", NULL));
  entries = rf_store_list_audit (store, 0, 0, NULL);
  g_assert_cmpuint (entries->len, ==, 0);
}

static void
test_busy (Fixture *self,
           gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autoptr (GError) error = NULL;
  sqlite3 *other = NULL;

  sqlite3_busy_timeout (store->database->handle, 1);
  g_assert_cmpint (sqlite3_open (self->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (put_provider (store, "one", NULL, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_cmpint (sqlite3_exec (other, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (other);
  g_assert_true (put_provider (store, "one", NULL, &error));
  g_assert_no_error (error);
}

/* A change made from what another process has changed since is not carried out blindly. */
static void
test_changed_meanwhile (Fixture *self,
                        gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autoptr (RfStore) other = rf_store_open (self->path, RF_STORE_DEFAULT, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (put_provider (other, "one", "theirs", NULL));
  g_assert_false (put_provider (store, "one", "ours", &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_true (rf_store_has_changed_elsewhere (store));
  g_assert_true (put_provider (store, "one", "ours", &error));
  g_assert_no_error (error);
}

/* A disk that takes no more: a limit on the size of files, seen as EFBIG. */
static void
test_full_disk (Fixture *self,
                gconstpointer data)
{
  RfStore *store = open_store (self);
  g_autofree char *large = g_strnfill (1 << 20, 'x');
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limited;

  g_assert_true (put_provider (store, "one", NULL, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limited = before;
  limited.rlim_cur = 400000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limited), ==, 0);
  g_assert_false (put_provider (store, "two", large, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
  g_clear_error (&error);
  g_assert_null (rf_store_dup_thing (store, RF_THING_PROVIDER, "two", NULL));
  g_assert_true (rf_store_check (store, &error));
  g_assert_no_error (error);
  /* a failed write makes SQLite read everything anew, which looks like another's change */
  rf_store_has_changed_elsewhere (store);
  g_assert_true (put_provider (store, "two", large, &error));
  g_assert_no_error (error);
  rf_store_close (store);
}

/* A store of version 1 as its SQL text, and steps beyond it. */
static const RfMigration good_steps[] = {
  { 1, "CREATE TABLE thing (id TEXT NOT NULL) STRICT; INSERT INTO thing VALUES ('kept');" },
  { 2, "ALTER TABLE thing ADD COLUMN note TEXT; UPDATE thing SET note = 'new';" },
};
static const RfMigration bad_steps[] = {
  { 1, "SELECT 1;" },
  { 2, "ALTER TABLE thing ADD COLUMN note TEXT;" },
  { 3, "INSERT INTO nowhere VALUES (1);" },
};

static gboolean
migrate (const Fixture *self,
         const RfMigration *steps,
         guint n_steps,
         GError **error)
{
  g_autoptr (RfDatabase) database = rf_database_open (self->path, self->path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, error);

  return database && rf_store_migrate (database, steps, n_steps, error);
}

static void
test_migration (Fixture *self,
                gconstpointer data)
{
  g_autofree char *copy = g_strconcat (self->path, ".version-1", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;
  g_autoptr (GError) error = NULL;

  g_assert_true (migrate (self, good_steps, 1, &error));
  g_assert_true (g_file_get_contents (self->path, &before, &length_before, NULL));
  g_assert_false (migrate (self, bad_steps, G_N_ELEMENTS (bad_steps), &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
  g_clear_error (&error);
  g_assert_true (g_file_get_contents (self->path, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
  g_unlink (copy);
  g_assert_true (migrate (self, good_steps, G_N_ELEMENTS (good_steps), &error));
  g_assert_no_error (error);
  g_assert_true (g_file_test (copy, G_FILE_TEST_IS_REGULAR));
  run_sql (self->path, "CREATE TEMP TABLE proof (note TEXT NOT NULL CHECK (note = 'new')); INSERT INTO proof SELECT note FROM thing;");
}

/* What the first version made gets the column of the second, empty, and takes a value. */
static void
test_second_version (Fixture *self,
                     gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autoptr (GPtrArray) changes = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_change_free);
  RfThing *spending = rf_thing_new (RF_THING_OFFERING, "api");
  g_autoptr (RfThing) before = NULL;
  g_autoptr (RfThing) after = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (put_provider (store, "one", NULL, &error));
  rf_store_close (g_steal_pointer (&store));
  run_sql (self->path, "INSERT INTO offering (id, provider, name) VALUES ('api', 'one', 'API');"
                       "ALTER TABLE offering DROP COLUMN spending;"
                       "ALTER TABLE assessment DROP COLUMN earlier_status; ALTER TABLE assessment DROP COLUMN earlier_approver;"
                       "ALTER TABLE assessment DROP COLUMN earlier_submitted; ALTER TABLE assessment DROP COLUMN earlier_approved;"
                       "PRAGMA user_version = 1;");
  store = open_store (self);
  before = rf_store_dup_thing (store, RF_THING_OFFERING, "api", &error);
  g_assert_no_error (error);
  g_assert_null (rf_thing_get (before, "spending"));
  rf_thing_set (spending, "provider", "one");
  rf_thing_set (spending, "name", "API");
  rf_thing_set (spending, "spending", "adopting");
  g_ptr_array_add (changes, rf_change_new (spending, FALSE));
  g_assert_true (rf_store_apply (store, changes, "A. Ssessor", 0, &error));
  after = rf_store_dup_thing (store, RF_THING_OFFERING, "api", &error);
  g_assert_cmpstr (rf_thing_get (after, "spending"), ==, "adopting");
}

static void
test_copy_spares_what_is_there (Fixture *self,
                                gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autofree char *nowhere = g_build_filename (self->folder, "missing", "copy", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (rf_store_save_copy (store, nowhere, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
  g_clear_error (&error);
  g_assert_false (rf_store_save_copy (store, self->folder, &error));
  g_assert_error (error, RF_ERROR, RF_ERROR_STORE);
}

/* A file put under a store in use would be another one than its log belongs to. */
static void
test_copy_spares_what_is_in_use (Fixture *self,
                                 gconstpointer data)
{
  g_autoptr (RfStore) store = open_store (self);
  g_autofree char *other_path = g_build_filename (self->folder, "other", NULL);
  g_autofree char *alias = g_build_filename (self->folder, "alias", NULL);
  RfStore *other = rf_store_open (other_path, RF_STORE_CREATE, NULL);
  const char *const targets[] = { self->path, alias, other_path };

  g_assert_true (put_provider (store, "one", NULL, NULL));
  g_assert_true (put_provider (other, "two", NULL, NULL));
  g_assert_cmpint (link (self->path, alias), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (targets); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (rf_store_save_copy (store, targets[i], &error));
      g_assert_error (error, RF_ERROR, RF_ERROR_BUSY);
    }
  g_assert_true (put_provider (other, "three", NULL, NULL));
  rf_store_close (other);
  g_assert_true (rf_store_save_copy (store, other_path, NULL));
}

#define ADD(path, function) g_test_add ("/store/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  /* a write beyond the limit is to be an error, not a signal */
  signal (SIGXFSZ, SIG_IGN);
  ADD ("is-private", test_is_private);
  ADD ("bad-files", test_bad_files);
  ADD ("another-database", test_another_database);
  ADD ("newer-version", test_newer_version);
  ADD ("tampering", test_tampering);
  ADD ("entries-resist", test_entries_resist);
  ADD ("no-change-no-entry", test_no_change_no_entry);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("busy", test_busy);
  ADD ("changed-meanwhile", test_changed_meanwhile);
  ADD ("full-disk", test_full_disk);
  ADD ("migration", test_migration);
  ADD ("second-version", test_second_version);
  ADD ("copy-spares-what-is-there", test_copy_spares_what_is_there);
  ADD ("copy-spares-what-is-in-use", test_copy_spares_what_is_in_use);
  return g_test_run ();
}
