// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * The schema's history:
 *
 * | version | what                                                           |
 * | ------- | -------------------------------------------------------------- |
 * | 1       | the first: all things of the domain, files, the audit chain    |
 * | 2       | what the company means to spend on an offering                 |
 *
 * A released step is never edited; a change is a step of its own at the end.
 */

#include "config.h"

#include "rf-store-schema.h"

#include "rf-error.h"
#include "rf-store-copy.h"
#include "rf-language.h"

#include <glib/gstdio.h>

/* Answers are clustered by assessment and by the question's place in the questionnaire, so that one
 * assessment is one run of pages in the order that scoring reads them. */
static const char version_1[] =
  "CREATE TABLE questionnaire (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, questionnaire TEXT NOT NULL,"
  " revision INTEGER NOT NULL, sha256 TEXT NOT NULL, title TEXT, file_sha256 TEXT NOT NULL, bytes BLOB NOT NULL,"
  " UNIQUE (questionnaire, revision)) STRICT;"
  "CREATE TABLE question (questionnaire INTEGER NOT NULL REFERENCES questionnaire (number), id TEXT NOT NULL,"
  " position INTEGER NOT NULL, PRIMARY KEY (questionnaire, id)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE provider (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL UNIQUE, homepage TEXT, note TEXT) STRICT, WITHOUT ROWID;"
  "CREATE TABLE offering (id TEXT PRIMARY KEY NOT NULL, provider TEXT NOT NULL REFERENCES provider (id), name TEXT NOT NULL,"
  " layer TEXT, channel TEXT, plan TEXT, region TEXT, settings TEXT) STRICT, WITHOUT ROWID;"
  "CREATE INDEX offering_provider ON offering (provider);"
  "CREATE TABLE use_case (id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, owner TEXT, step TEXT, sensitivity TEXT,"
  " autonomy TEXT, volume TEXT, dependence TEXT, personal_data TEXT) STRICT, WITHOUT ROWID;"
  "CREATE TABLE file (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;"
  "CREATE TABLE evidence (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, file_name TEXT,"
  " sha256 TEXT, size INTEGER, href TEXT, retrieved TEXT, expires TEXT) STRICT;"
  "CREATE TABLE assessment (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, offering TEXT REFERENCES offering (id),"
  " questionnaire TEXT NOT NULL, revision INTEGER NOT NULL, status TEXT NOT NULL, as_of TEXT, assessor TEXT, approver TEXT,"
  " submitted TEXT, approved TEXT, next_review TEXT, note TEXT,"
  " FOREIGN KEY (questionnaire, revision) REFERENCES questionnaire (questionnaire, revision)) STRICT;"
  "CREATE INDEX assessment_offering ON assessment (offering);"
  "CREATE TABLE answer (assessment INTEGER NOT NULL REFERENCES assessment (number), position INTEGER NOT NULL,"
  " state INTEGER NOT NULL, override_risk INTEGER, chosen INTEGER, number INTEGER, question TEXT NOT NULL, choices TEXT,"
  " value TEXT, reason TEXT, override_reason TEXT, note TEXT, said_by TEXT, inherited_from TEXT,"
  " PRIMARY KEY (assessment, position)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE evidence_link (assessment INTEGER NOT NULL, position INTEGER NOT NULL, rank INTEGER NOT NULL,"
  " grade INTEGER NOT NULL, evidence INTEGER NOT NULL REFERENCES evidence (number), locator TEXT,"
  " PRIMARY KEY (assessment, position, rank),"
  " FOREIGN KEY (assessment, position) REFERENCES answer (assessment, position)) STRICT, WITHOUT ROWID;"
  "CREATE INDEX evidence_link_evidence ON evidence_link (evidence);"
  "CREATE TABLE action (id TEXT PRIMARY KEY NOT NULL, assessment TEXT NOT NULL REFERENCES assessment (id), text TEXT NOT NULL,"
  " question TEXT, owner TEXT, due TEXT, done TEXT) STRICT, WITHOUT ROWID;"
  "CREATE INDEX action_assessment ON action (assessment);"
  "CREATE TABLE decision (id TEXT PRIMARY KEY NOT NULL, assessment TEXT NOT NULL REFERENCES assessment (id),"
  " use_case TEXT NOT NULL REFERENCES use_case (id), verdict TEXT NOT NULL, conditions TEXT, owner TEXT, rationale TEXT,"
  " compensating_controls TEXT, decided TEXT, expires TEXT) STRICT, WITHOUT ROWID;"
  "CREATE INDEX decision_assessment ON decision (assessment);"
  "CREATE INDEX decision_use_case ON decision (use_case);"
  "CREATE TABLE snapshot (id TEXT PRIMARY KEY NOT NULL REFERENCES assessment (id), sha256 TEXT NOT NULL,"
  " bytes BLOB NOT NULL) STRICT;"
  "CREATE TABLE audit_entry (number INTEGER PRIMARY KEY, time INTEGER NOT NULL, author TEXT NOT NULL, subject TEXT NOT NULL,"
  " old_hash TEXT, new_hash TEXT, hash TEXT NOT NULL) STRICT;"
  "CREATE TABLE audit_value (entry INTEGER PRIMARY KEY REFERENCES audit_entry (number), salt BLOB NOT NULL, old_value TEXT,"
  " new_value TEXT) STRICT;"
  "CREATE TRIGGER audit_entry_stays BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE (ABORT, 'audit entries are never changed'); END;"
  "CREATE TRIGGER audit_entry_remains BEFORE DELETE ON audit_entry BEGIN SELECT RAISE (ABORT, 'audit entries are never removed'); END;"
  "CREATE TRIGGER audit_value_stays BEFORE UPDATE ON audit_value BEGIN SELECT RAISE (ABORT, 'audited values are never changed'); END;"
  "CREATE TRIGGER snapshot_stays BEFORE UPDATE ON snapshot BEGIN SELECT RAISE (ABORT, 'a snapshot is never changed'); END;";

static const char version_2[] =
  "ALTER TABLE offering ADD COLUMN spending TEXT;";

/* where an imported assessment stood before */
static const char version_3[] =
  "ALTER TABLE assessment ADD COLUMN earlier_status TEXT;"
  "ALTER TABLE assessment ADD COLUMN earlier_approver TEXT;"
  "ALTER TABLE assessment ADD COLUMN earlier_submitted TEXT;"
  "ALTER TABLE assessment ADD COLUMN earlier_approved TEXT;";

const RfMigration rf_store_migrations[] = {
  { 1, version_1 },
  { 2, version_2 },
  { 3, version_3 },
};
const guint rf_store_n_migrations = G_N_ELEMENTS (rf_store_migrations);

static gboolean
run_steps (RfDatabase *database,
           const RfMigration *migrations,
           guint n_migrations,
           gint64 from,
           GError **error)
{
  g_autofree char *marks = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;", RF_STORE_APPLICATION_ID, migrations[n_migrations - 1].version);

  for (guint i = 0; i < n_migrations; i++)
    if (migrations[i].version > from && !rf_database_execute (database, migrations[i].sql, error))
      return FALSE;
  return rf_database_execute (database, marks, error);
}

/* A store that has something in it is copied before it is touched. */
static gboolean
keep_copy (RfDatabase *database,
           gint64 version,
           GError **error)
{
  g_autofree char *copy = g_strdup_printf ("%s.version-%" G_GINT64_FORMAT, database->path, version);

  return version == 0 || rf_database_save_copy (database, copy, error);
}

static gboolean
check_version (RfDatabase *database,
               int newest,
               gint64 *version,
               GError **error)
{
  if (!rf_database_get_integer (database, "PRAGMA user_version", version, error))
    return FALSE;
  if (*version <= newest)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_TOO_NEW, _ ("“%s” was made by a newer version of Ringfence (its format is %d, this program knows %d). Update the program to open it."), database->path, (int) *version, newest);
  return FALSE;
}

/* For a store that is only looked at: its copy in memory is brought up to date, its file stays as it is. */
gboolean
rf_store_migrate_in_memory (RfDatabase *database,
                            GError **error)
{
  gint64 version;

  if (!check_version (database, rf_store_migrations[rf_store_n_migrations - 1].version, &version, error))
    return FALSE;
  return run_steps (database, rf_store_migrations, rf_store_n_migrations, version, error);
}

/**
 * rf_store_migrate:
 * @migrations: ascending by version, not empty
 *
 * Brings a store to the newest version in one transaction, after a copy "FILE.version-N" of what it was. Where
 * a step fails the file is as it was, byte for byte.
 *
 * Returns: whether it is of the newest version now; %RF_ERROR_TOO_NEW where it is of a newer one
 */
gboolean
rf_store_migrate (RfDatabase *database,
                  const RfMigration *migrations,
                  guint n_migrations,
                  GError **error)
{
  int newest = migrations[n_migrations - 1].version;
  gint64 version;

  if (!check_version (database, newest, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (!keep_copy (database, version, error) || !rf_database_begin (database, error))
    return FALSE;
  /* another process may have done it while this one waited */
  if (!rf_database_get_integer (database, "PRAGMA user_version", &version, error))
    return rf_database_end (database, FALSE, NULL);
  return rf_database_end (database, version == newest || run_steps (database, migrations, n_migrations, version, error), error);
}
