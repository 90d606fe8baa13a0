// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers as scoring takes them, without a string on the way. */

#include "config.h"

#include "rf-store-private.h"

#include "rf-error.h"
#include "rf-language.h"

static gboolean
load_expiries (RfStore *self,
               GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "SELECT number, expires FROM evidence ORDER BY number", error);
  g_autoptr (GArray) expiries = g_array_new (FALSE, TRUE, sizeof (RfDay));
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  while (found)
    {
      gint64 number;
      RfDay day = RF_DAY_NONE;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      number = sqlite3_column_int64 (statement, 0);
      if (sqlite3_column_type (statement, 1) != SQLITE_NULL)
        rf_day_from_string ((const char *) sqlite3_column_text (statement, 1), &day);
      g_array_set_size (expiries, (guint) number + 1);
      g_array_index (expiries, RfDay, number) = day;
    }
  self->expiries = g_steal_pointer (&expiries);
  return TRUE;
}

/* The numbers under which an assessment's own answers and the shared ones lie; 0 where there are none. */
static gboolean
find_numbers (RfStore *self,
              const char *assessment,
              gint64 numbers[2],
              GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database,
                                                 "SELECT own.number, shared.number FROM assessment AS own LEFT JOIN assessment AS shared"
                                                 " ON shared.id = 'organisation.' || own.questionnaire || '.' || own.revision WHERE own.id = ?1",
                                                 error);
  gboolean found = FALSE;

  if (statement == NULL)
    return FALSE;
  rf_bind_text (statement, 1, assessment);
  if (!rf_database_fetch (self->database, statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_NOT_FOUND, _ ("There is no assessment “%s”."), assessment);
      return FALSE;
    }
  numbers[0] = sqlite3_column_int64 (statement, 0);
  numbers[1] = sqlite3_column_int64 (statement, 1);
  sqlite3_reset (statement);
  return TRUE;
}

static gboolean
read_values (RfStore *self,
             gint64 assessment,
             guint n_questions,
             RfAnswerValue *values,
             GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "SELECT position, state, override_risk, chosen, number FROM answer WHERE assessment = ?1", error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, assessment);
  while (found)
    {
      guint position;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      position = (guint) sqlite3_column_int64 (statement, 0);
      if (position >= n_questions)
        continue;
      values[position].state = (guint8) sqlite3_column_int (statement, 1);
      values[position].override_risk = sqlite3_column_type (statement, 2) == SQLITE_NULL ? -1 : (gint16) sqlite3_column_int (statement, 2);
      values[position].chosen = (guint64) sqlite3_column_int64 (statement, 3);
      values[position].number = sqlite3_column_int64 (statement, 4);
    }
  return TRUE;
}

static gboolean
read_credibilities (RfStore *self,
                    gint64 assessment,
                    guint n_questions,
                    RfDay as_of,
                    RfAnswerValue *values,
                    GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "SELECT position, grade, evidence FROM evidence_link WHERE assessment = ?1", error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, assessment);
  while (found)
    {
      guint position;
      guint grade;
      guint evidence;
      RfDay expires;
      guint credibility;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      position = (guint) sqlite3_column_int64 (statement, 0);
      grade = (guint) sqlite3_column_int (statement, 1);
      evidence = (guint) sqlite3_column_int64 (statement, 2);
      if (position >= n_questions || grade >= RF_N_GRADES)
        continue;
      expires = evidence < self->expiries->len ? g_array_index (self->expiries, RfDay, evidence) : RF_DAY_NONE;
      credibility = rf_grade_get_credibility (grade, expires, as_of);
      values[position].credibility = MAX (values[position].credibility, (guint8) credibility);
    }
  return TRUE;
}

/* A copied answer that nobody has confirmed is worth no more, whatever supports it. */
static gboolean
limit_inherited (RfStore *self,
                 gint64 assessment,
                 guint n_questions,
                 RfAnswerValue *values,
                 GError **error)
{
  sqlite3_stmt *statement = rf_database_prepare (self->database, "SELECT position FROM answer WHERE assessment = ?1 AND inherited_from IS NOT NULL", error);
  gboolean found = TRUE;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, assessment);
  while (found)
    {
      guint position;

      if (!rf_database_fetch (self->database, statement, &found, error))
        return FALSE;
      if (!found)
        break;
      position = (guint) sqlite3_column_int64 (statement, 0);
      if (position < n_questions)
        values[position].credibility = MIN (values[position].credibility, RF_CREDIBILITY_INHERITED);
    }
  return TRUE;
}

gboolean
rf_store_read_answer_values (RfStore *self,
                             const char *assessment,
                             guint n_questions,
                             RfDay as_of,
                             RfAnswerValue *values,
                             GError **error)
{
  gint64 numbers[2] = { 0, 0 };

  for (guint i = 0; i < n_questions; i++)
    values[i] = RF_ANSWER_VALUE_UNANSWERED;
  if (!find_numbers (self, assessment, numbers, error) || (self->expiries == NULL && !load_expiries (self, error)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (numbers[i] != 0 && (!read_values (self, numbers[i], n_questions, values, error) ||
                            !read_credibilities (self, numbers[i], n_questions, as_of, values, error) ||
                            !limit_inherited (self, numbers[i], n_questions, values, error)))
      return FALSE;
  return TRUE;
}
