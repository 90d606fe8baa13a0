// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers and the evidence that supports them. */

#include "config.h"

#include "rf-store-private.h"

#include "rf-error.h"
#include "rf-thing-fields.h"
#include "rf-language.h"

#include <string.h>

/* Where an answer lies: its assessment's number and its question's place in the questionnaire. */
typedef struct
{
  gint64 assessment;
  gint64 position;
} Place;

#define COLUMNS "answer.question, answer.state, answer.override_risk, answer.chosen, answer.number, answer.choices,"        \
                " answer.value, answer.reason, answer.override_reason, answer.note, answer.said_by, answer.inherited_from," \
                " answer.assessment, answer.position, assessment.id"

static gboolean
find_place (RfStore *self,
            const char *assessment,
            const char *question,
            Place *place,
            GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT assessment.number, question.position FROM assessment"
                                                 " JOIN questionnaire ON questionnaire.questionnaire = assessment.questionnaire"
                                                 " AND questionnaire.revision = assessment.revision"
                                                 " JOIN question ON question.questionnaire = questionnaire.number AND question.id = ?2"
                                                 " WHERE assessment.id = ?1",
                                                 error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, 1, assessment);
  rf_bind_text (statement, 2, question);
  if (!rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("The assessment “%s” asks no question “%s”."), assessment, question);
      return FALSE;
    }
  place->assessment = sqlite3_column_int64 (statement, 0);
  place->position = sqlite3_column_int64 (statement, 1);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
find_place_of (RfStore *self,
               const RfThing *answer,
               Place *place,
               GError **error)
{
  g_autofree char *assessment = rf_thing_dup_parent (answer);

  return find_place (self, assessment, rf_thing_get_own_id (answer), place, error);
}

static void
set_integer (RfThing *answer,
             const char *field,
             sqlite3_stmt *statement,
             int column)
{
  if (sqlite3_column_type (statement, column) != SQLITE_NULL)
    rf_thing_set (answer, field, (const char *) sqlite3_column_text (statement, column));
}

static RfThing *
read_columns (sqlite3_stmt *statement,
              Place *place)
{
  static const char *const texts[] = { "choices", "value", "reason", "override-reason", "note", "said-by", "inherited-from" };
  g_autofree char *id = g_strdup_printf ("%s/%s", sqlite3_column_text (statement, 14), sqlite3_column_text (statement, 0));
  RfThing *answer = rf_thing_new (RF_THING_ANSWER, id);

  rf_thing_set (answer, "state", rf_answer_state_get_nick (sqlite3_column_int (statement, 1)));
  set_integer (answer, "override-risk", statement, 2);
  set_integer (answer, "chosen", statement, 3);
  set_integer (answer, "number", statement, 4);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    rf_thing_set (answer, texts[i], (const char *) sqlite3_column_text (statement, 5 + (int) i));
  place->assessment = sqlite3_column_int64 (statement, 12);
  place->position = sqlite3_column_int64 (statement, 13);
  return answer;
}

static gboolean
read_links (RfStore *self,
            const Place *place,
            RfThing *answer,
            GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT evidence.id, evidence_link.grade, evidence_link.locator FROM evidence_link"
                                                 " JOIN evidence ON evidence.number = evidence_link.evidence"
                                                 " WHERE evidence_link.assessment = ?1 AND evidence_link.position = ?2"
                                                 " ORDER BY evidence_link.rank",
                                                 error);
  g_autoptr (GString) links = g_string_new (NULL);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place->assessment);
  sqlite3_bind_int64 (statement, 2, place->position);
  while (found)
    {
      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      rf_thing_append_link (links, (const char *) sqlite3_column_text (statement, 0), sqlite3_column_int (statement, 1), (const char *) sqlite3_column_text (statement, 2));
    }
  rf_thing_set (answer, "evidence", links->str);
  return TRUE;
}

/* Collects the answers of a statement that selects COLUMNS. */
static GPtrArray *
read_answers (RfStore *self,
              sqlite3_stmt *statement,
              GError **error)
{
  g_autoptr (GPtrArray) answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_thing_free);
  gboolean found = TRUE;

  while (found)
    {
      Place place;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return NULL;
      if (!found)
        break;
      g_ptr_array_add (answers, read_columns (statement, &place));
      if (!read_links (self, &place, g_ptr_array_index (answers, answers->len - 1), error))
        {
          sqlite3_reset (statement);
          return NULL;
        }
    }
  return g_steal_pointer (&answers);
}

/* @answer (out): %NULL where the question was never touched. */
gboolean
rf_store_read_answer (RfStore *self,
                      const char *id,
                      RfThing **answer,
                      GError **error)
{
  g_autoptr (RfThing) named = rf_thing_new (RF_THING_ANSWER, id);
  g_autoptr (GPtrArray) answers = NULL;
  sqlite3_stmt *statement;
  Place place;

  if (!find_place_of (self, named, &place, error))
    return FALSE;
  statement = rf_database_prepare (self->database,
                                   "SELECT " COLUMNS " FROM answer JOIN assessment ON assessment.number = answer.assessment"
                                   " WHERE answer.assessment = ?1 AND answer.position = ?2",
                                   error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place.assessment);
  sqlite3_bind_int64 (statement, 2, place.position);
  answers = read_answers (self, statement, error);
  if (answers == NULL)
    return FALSE;
  *answer = answers->len > 0 ? g_ptr_array_steal_index (answers, 0) : NULL;
  return TRUE;
}

/* In the questionnaire's order. */
GPtrArray *
rf_store_list_answers (RfStore *self,
                       const char *assessment,
                       GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT " COLUMNS " FROM assessment JOIN answer ON answer.assessment = assessment.number"
                                                 " WHERE assessment.id = ?1 ORDER BY answer.position",
                                                 error);

  if (statement == NULL)
    return NULL;
  rf_bind_text (statement, 1, assessment);
  return read_answers (self, statement, error);
}

GPtrArray *
rf_store_list_supported_answers (RfStore *self,
                                 const char *evidence,
                                 GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT DISTINCT " COLUMNS " FROM evidence JOIN evidence_link ON evidence_link.evidence = evidence.number"
                                                 " JOIN answer ON answer.assessment = evidence_link.assessment AND answer.position = evidence_link.position"
                                                 " JOIN assessment ON assessment.number = answer.assessment WHERE evidence.id = ?1",
                                                 error);

  if (statement == NULL)
    return NULL;
  rf_bind_text (statement, 1, evidence);
  return read_answers (self, statement, error);
}

static gboolean
remove_at (RfStore *self,
           const char *sql,
           const Place *place,
           GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place->assessment);
  sqlite3_bind_int64 (statement, 2, place->position);
  return rf_database_run (self->database, statement, error);
}

static gboolean
write_link (RfStore *self,
            const Place *place,
            const RfEvidenceLink *link,
            guint rank,
            GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "INSERT INTO evidence_link (assessment, position, rank, grade, evidence, locator)"
                                                 " SELECT ?1, ?2, ?3, ?4, number, ?6 FROM evidence WHERE id = ?5",
                                                 error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place->assessment);
  sqlite3_bind_int64 (statement, 2, place->position);
  sqlite3_bind_int64 (statement, 3, rank);
  sqlite3_bind_int (statement, 4, link->grade);
  rf_bind_text (statement, 5, link->evidence);
  rf_bind_text (statement, 6, link->locator);
  if (!rf_database_run (self->database, statement, error))
    return FALSE;
  if (sqlite3_changes (self->database->handle) == 1)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There is no evidence “%s”. Attach it first."), link->evidence);
  return FALSE;
}

static gboolean
write_links (RfStore *self,
             const Place *place,
             const RfThing *thing,
             GError **error)
{
  g_autoptr (RfAnswer) answer = rf_thing_to_answer (thing);

  for (guint i = 0; i < answer->links->len; i++)
    if (!write_link (self, place, g_ptr_array_index (answer->links, i), i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_columns (RfStore *self,
               const Place *place,
               const RfThing *answer,
               GError **error)
{
  static const char *const texts[] = { "override-risk", "chosen", "number", NULL, "choices", "value", "reason", "override-reason", "note", "said-by", "inherited-from" };
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "INSERT INTO answer (assessment, position, state, override_risk, chosen, number, question, choices,"
                                                 " value, reason, override_reason, note, said_by, inherited_from)"
                                                 " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
                                                 " ON CONFLICT (assessment, position) DO UPDATE SET state = ?3, override_risk = ?4, chosen = ?5,"
                                                 " number = ?6, choices = ?8, value = ?9, reason = ?10, override_reason = ?11, note = ?12,"
                                                 " said_by = ?13, inherited_from = ?14",
                                                 error);
  RfAnswerState state = RF_ANSWER_UNANSWERED;

  if (statement == NULL)
    return FALSE;
  rf_answer_state_from_nick (rf_thing_get (answer, "state"), &state);
  sqlite3_bind_int64 (statement, 1, place->assessment);
  sqlite3_bind_int64 (statement, 2, place->position);
  sqlite3_bind_int (statement, 3, state);
  for (int i = 0; i < (int) G_N_ELEMENTS (texts); i++)
    rf_bind_text (statement, 4 + i, texts[i] ? rf_thing_get (answer, texts[i]) : rf_thing_get_own_id (answer));
  return rf_database_run (self->database, statement, error);
}

gboolean
rf_store_write_answer (RfStore *self,
                       const RfThing *answer,
                       gboolean remove,
                       GError **error)
{
  Place place;

  if (!find_place_of (self, answer, &place, error) ||
      !remove_at (self, "DELETE FROM evidence_link WHERE assessment = ?1 AND position = ?2", &place, error))
    return FALSE;
  if (remove)
    return remove_at (self, "DELETE FROM answer WHERE assessment = ?1 AND position = ?2", &place, error);
  return write_columns (self, &place, answer, error) && write_links (self, &place, answer, error);
}
