// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Reading and writing the things whose rows are their fields. */

#include "config.h"

#include "rf-store-private.h"

/* What a kind's rows are read and written with. Every statement has the id as ?1, and the fields as ?2 and on,
 * in the order of rf_thing_kind_get_fields(); what is read begins with the id. */
static const struct
{
  const char *find;
  const char *list;
  const char *list_of; /* ?1: the parent; a statement of its own, so that an index is used */
  const char *write;
  const char *remove;
} statements[RF_N_THING_KINDS] = {
  [RF_THING_QUESTIONNAIRE] = {
    "SELECT id, questionnaire, revision, sha256, title, file_sha256 FROM questionnaire WHERE id = ?1",
    "SELECT id, questionnaire, revision, sha256, title, file_sha256 FROM questionnaire ORDER BY number",
    "SELECT id, questionnaire, revision, sha256, title, file_sha256 FROM questionnaire WHERE questionnaire = ?1 ORDER BY number",
    "INSERT INTO questionnaire (id, questionnaire, revision, sha256, title, file_sha256, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    NULL,
  },
  [RF_THING_PROVIDER] = {
    "SELECT id, name, homepage, note FROM provider WHERE id = ?1",
    "SELECT id, name, homepage, note FROM provider ORDER BY name COLLATE NOCASE, id",
    NULL,
    "INSERT INTO provider (id, name, homepage, note) VALUES (?1, ?2, ?3, ?4)"
    " ON CONFLICT (id) DO UPDATE SET name = ?2, homepage = ?3, note = ?4",
    "DELETE FROM provider WHERE id = ?1",
  },
  [RF_THING_OFFERING] = {
    "SELECT id, provider, name, layer, channel, plan, region, settings, spending FROM offering WHERE id = ?1",
    "SELECT id, provider, name, layer, channel, plan, region, settings, spending FROM offering ORDER BY name COLLATE NOCASE, id",
    "SELECT id, provider, name, layer, channel, plan, region, settings, spending FROM offering WHERE provider = ?1"
    " ORDER BY name COLLATE NOCASE, id",
    "INSERT INTO offering (id, provider, name, layer, channel, plan, region, settings, spending)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET provider = ?2, name = ?3, layer = ?4, channel = ?5,"
    " plan = ?6, region = ?7, settings = ?8, spending = ?9",
    "DELETE FROM offering WHERE id = ?1",
  },
  [RF_THING_USE_CASE] = {
    "SELECT id, name, owner, step, sensitivity, autonomy, volume, dependence, personal_data FROM use_case WHERE id = ?1",
    "SELECT id, name, owner, step, sensitivity, autonomy, volume, dependence, personal_data FROM use_case"
    " ORDER BY name COLLATE NOCASE, id",
    NULL,
    "INSERT INTO use_case (id, name, owner, step, sensitivity, autonomy, volume, dependence, personal_data)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) ON CONFLICT (id) DO UPDATE SET name = ?2, owner = ?3, step = ?4,"
    " sensitivity = ?5, autonomy = ?6, volume = ?7, dependence = ?8, personal_data = ?9",
    "DELETE FROM use_case WHERE id = ?1",
  },
  [RF_THING_EVIDENCE] = {
    "SELECT id, title, file_name, sha256, size, href, retrieved, expires FROM evidence WHERE id = ?1",
    "SELECT id, title, file_name, sha256, size, href, retrieved, expires FROM evidence ORDER BY title COLLATE NOCASE, id",
    /* an assessment's: what supports its own answers or the organisation-wide ones */
    "SELECT id, title, file_name, sha256, size, href, retrieved, expires FROM evidence WHERE number IN"
    " (SELECT evidence_link.evidence FROM assessment AS own JOIN assessment AS holder"
    " ON holder.id IN (own.id, 'organisation.' || own.questionnaire || '.' || own.revision)"
    " JOIN evidence_link ON evidence_link.assessment = holder.number WHERE own.id = ?1) ORDER BY id",
    "INSERT INTO evidence (id, title, file_name, sha256, size, href, retrieved, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)"
    " ON CONFLICT (id) DO UPDATE SET title = ?2, file_name = ?3, sha256 = ?4, size = ?5, href = ?6, retrieved = ?7, expires = ?8",
    "DELETE FROM evidence WHERE id = ?1",
  },
  [RF_THING_ASSESSMENT] = {
    "SELECT id, offering, questionnaire, revision, status, as_of, assessor, approver, submitted, approved, next_review, note,"
    " earlier_status, earlier_approver, earlier_submitted, earlier_approved FROM assessment WHERE id = ?1",
    "SELECT id, offering, questionnaire, revision, status, as_of, assessor, approver, submitted, approved, next_review, note,"
    " earlier_status, earlier_approver, earlier_submitted, earlier_approved FROM assessment WHERE offering IS NOT NULL ORDER BY offering, length (id), id",
    "SELECT id, offering, questionnaire, revision, status, as_of, assessor, approver, submitted, approved, next_review, note,"
    " earlier_status, earlier_approver, earlier_submitted, earlier_approved FROM assessment WHERE offering = ?1 ORDER BY length (id), id",
    "INSERT INTO assessment (id, offering, questionnaire, revision, status, as_of, assessor, approver, submitted, approved,"
    " next_review, note, earlier_status, earlier_approver, earlier_submitted, earlier_approved) VALUES"
    " (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (id) DO UPDATE SET offering = ?2,"
    " questionnaire = ?3, revision = ?4, status = ?5, as_of = ?6, assessor = ?7, approver = ?8, submitted = ?9, approved = ?10,"
    " next_review = ?11, note = ?12, earlier_status = ?13, earlier_approver = ?14, earlier_submitted = ?15, earlier_approved = ?16",
    "DELETE FROM assessment WHERE id = ?1",
  },
  [RF_THING_ACTION] = {
    "SELECT id, assessment, text, question, owner, due, done FROM action WHERE id = ?1",
    "SELECT id, assessment, text, question, owner, due, done FROM action"
    " ORDER BY assessment, done IS NOT NULL, due IS NULL, due, id",
    "SELECT id, assessment, text, question, owner, due, done FROM action WHERE assessment = ?1"
    " ORDER BY done IS NOT NULL, due IS NULL, due, id",
    "INSERT INTO action (id, assessment, text, question, owner, due, done) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"
    " ON CONFLICT (id) DO UPDATE SET assessment = ?2, text = ?3, question = ?4, owner = ?5, due = ?6, done = ?7",
    "DELETE FROM action WHERE id = ?1",
  },
  [RF_THING_DECISION] = {
    "SELECT id, assessment, use_case, verdict, conditions, owner, rationale, compensating_controls, decided, expires"
    " FROM decision WHERE id = ?1",
    "SELECT id, assessment, use_case, verdict, conditions, owner, rationale, compensating_controls, decided, expires"
    " FROM decision ORDER BY assessment, use_case",
    "SELECT id, assessment, use_case, verdict, conditions, owner, rationale, compensating_controls, decided, expires"
    " FROM decision WHERE assessment = ?1 ORDER BY use_case",
    "INSERT INTO decision (id, assessment, use_case, verdict, conditions, owner, rationale, compensating_controls, decided, expires)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT (id) DO UPDATE SET assessment = ?2, use_case = ?3, verdict = ?4,"
    " conditions = ?5, owner = ?6, rationale = ?7, compensating_controls = ?8, decided = ?9, expires = ?10",
    "DELETE FROM decision WHERE id = ?1",
  },
  [RF_THING_SNAPSHOT] = {
    "SELECT id, sha256 FROM snapshot WHERE id = ?1",
    "SELECT id, sha256 FROM snapshot ORDER BY id",
    NULL,
    "INSERT INTO snapshot (id, sha256, bytes) VALUES (?1, ?2, ?3)",
    "DELETE FROM snapshot WHERE id = ?1",
  },
};

static RfThing *
read_row (RfThingKind kind,
          sqlite3_stmt *statement)
{
  RfThing *thing = rf_thing_new (kind, (const char *) sqlite3_column_text (statement, 0));

  for (int i = 0; i + 1 < sqlite3_column_count (statement); i++)
    thing->values[i] = rf_column_dup_text (statement, i + 1);
  return thing;
}

RfThing *
rf_store_dup_thing (RfStore *self,
                    RfThingKind kind,
                    const char *id,
                    GError **error)
{
  RfThing *thing = NULL;
  sqlite3_stmt *statement;
  gboolean found = FALSE;

  if (kind == RF_THING_ANSWER)
    return rf_store_read_answer (self, id, &thing, error) ? thing : NULL;
  statement = rf_database_prepare (self->database, statements[kind].find, error);
  if (statement == NULL)
    return NULL;
  rf_bind_text (statement, 1, id);
  if (!rf_database_fetch (self->database, statement, &found, error) || !found)
    return NULL;
  thing = read_row (kind, statement);
  sqlite3_reset (statement);
  return thing;
}

GPtrArray *
rf_store_list_things (RfStore *self,
                      RfThingKind kind,
                      const char *parent,
                      GError **error)
{
  g_autoptr (GPtrArray) things = NULL;
  sqlite3_stmt *statement;
  gboolean found = TRUE;

  if (kind == RF_THING_ANSWER)
    return rf_store_list_answers (self, parent, error);
  g_return_val_if_fail (parent == NULL || statements[kind].list_of, NULL);

  things = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_thing_free);
  statement = rf_database_prepare (self->database, parent ? statements[kind].list_of : statements[kind].list, error);
  if (statement == NULL)
    return NULL;
  if (parent)
    rf_bind_text (statement, 1, parent);
  while (found)
    {
      if (!rf_database_fetch (self->database, statement, &found, error))
        return NULL;
      if (found)
        g_ptr_array_add (things, read_row (kind, statement));
    }
  return g_steal_pointer (&things);
}

static gboolean
write_file (RfStore *self,
            const char *sha256,
            GBytes *bytes,
            GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "INSERT INTO file (sha256, bytes) VALUES (?1, ?2) ON CONFLICT (sha256) DO NOTHING", error);

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, 1, sha256);
  rf_bind_bytes (statement, 2, bytes);
  return rf_database_run (self->database, statement, error);
}

static gboolean
write_questions (RfStore *self,
                 const RfChange *change,
                 GError **error)
{
  for (guint i = 0; change->questions && change->questions[i]; i++)
    {
      sqlite3_stmt *statement = rf_database_prepare (self->database, "INSERT INTO question (questionnaire, id, position) SELECT number, ?2, ?3 FROM questionnaire WHERE id = ?1", error);

      if (statement == NULL)
        return FALSE;
      rf_bind_text (statement, 1, change->thing->id);
      rf_bind_text (statement, 2, change->questions[i]);
      sqlite3_bind_int (statement, 3, (int) i);
      if (!rf_database_run (self->database, statement, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_row (RfStore *self,
           const RfChange *change,
           GError **error)
{
  const RfThing *thing = change->thing;
  sqlite3_stmt *statement = rf_database_prepare (self->database, change->remove ? statements[thing->kind].remove : statements[thing->kind].write, error);
  int index = 1;

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, index++, thing->id);
  for (guint i = 0; !change->remove && rf_thing_kind_get_fields (thing->kind)[i]; i++)
    rf_bind_text (statement, index++, thing->values[i]);
  if (thing->kind == RF_THING_QUESTIONNAIRE || (thing->kind == RF_THING_SNAPSHOT && !change->remove))
    rf_bind_bytes (statement, index, change->bytes);
  return rf_database_run (self->database, statement, error);
}

/* Writes a change without its audit entry; within a transaction. */
gboolean
rf_store_write_thing (RfStore *self,
                      const RfChange *change,
                      GError **error)
{
  const RfThing *thing = change->thing;

  if (thing->kind == RF_THING_ANSWER)
    return rf_store_write_answer (self, thing, change->remove, error);
  if (thing->kind == RF_THING_EVIDENCE)
    {
      g_clear_pointer (&self->expiries, g_array_unref);
      if (change->bytes && !change->remove && !write_file (self, rf_thing_get (thing, "sha256"), change->bytes, error))
        return FALSE;
    }
  return write_row (self, change, error) && write_questions (self, change, error);
}

static GBytes *
dup_bytes (RfStore *self,
           const char *sql,
           const char *id,
           GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, sql, error);
  gboolean found = FALSE;
  GBytes *bytes;

  if (statement == NULL)
    return NULL;
  rf_bind_text (statement, 1, id);
  if (!rf_database_fetch (self->database, statement, &found, error) || !found)
    return NULL;
  bytes = rf_column_dup_bytes (statement, 0);
  sqlite3_reset (statement);
  return bytes;
}

/* The three below: (nullable) without an error: there is none. */
GBytes *
rf_store_dup_questionnaire_bytes (RfStore *self,
                                  const char *id,
                                  GError **error)
{
  return dup_bytes (self, "SELECT bytes FROM questionnaire WHERE id = ?1", id, error);
}

GBytes *
rf_store_dup_file (RfStore *self,
                   const char *sha256,
                   GError **error)
{
  return dup_bytes (self, "SELECT bytes FROM file WHERE sha256 = ?1", sha256, error);
}

GBytes *
rf_store_dup_snapshot (RfStore *self,
                       const char *assessment,
                       GError **error)
{
  return dup_bytes (self, "SELECT bytes FROM snapshot WHERE id = ?1", assessment, error);
}
