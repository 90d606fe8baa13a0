// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-seal.h"

#include "rf-error.h"
#include "rf-language.h"

#define SEAL_FIRST_WORD "ringfence-seal "
#define DIGEST_LENGTH 64

static gboolean
is_digest (const char *text)
{
  return strlen (text) == DIGEST_LENGTH && strspn (text, "0123456789abcdef") == DIGEST_LENGTH;
}

/* What is read here is printed on terminals later, and any program may have written it. */
static gboolean
is_printable (const char *text)
{
  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isprint (g_utf8_get_char (at)))
      return FALSE;
  return TRUE;
}

/* Decodes the words of a line; NULL where one is none. */
static char **
split_line (const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *word = g_uri_unescape_string (words[i], NULL);

      if (word == NULL || *word == '\0' || !is_printable (word))
        {
          g_free (word);
          return NULL;
        }
      g_free (words[i]);
      words[i] = word;
    }
  return g_steal_pointer (&words);
}

static gboolean
is_part_kind (const char *kind)
{
  static const char *const kinds[] = { "answer", "offering", "assessment", "evidence", "action", "decision", "use-case", NULL };

  return g_strv_contains (kinds, kind);
}

static gboolean
set_once (char **target,
          const char *word)
{
  if (*target != NULL)
    return FALSE;
  *target = g_strdup (word);
  return TRUE;
}

static gboolean
read_questionnaire (RfSealSubject *self,
                    char **words,
                    guint n)
{
  guint64 revision;

  if ((n != 3 && n != 4) || !g_ascii_string_to_unsigned (words[2], 10, 0, G_MAXUINT, &revision, NULL) || !set_once (&self->questionnaire_id, words[1]))
    return FALSE;
  self->questionnaire_revision = (guint) revision;
  self->questionnaire_sha256 = g_strdup (n == 4 ? words[3] : NULL);
  return n == 3 || is_digest (words[3]);
}

static gboolean
read_line_of_subject (RfSealSubject *self,
                      char **words)
{
  guint n = g_strv_length (words);

  if (g_str_equal (words[0], "questionnaire"))
    return read_questionnaire (self, words, n);
  if (g_str_equal (words[0], "part"))
    {
      if (n != 4 || !is_part_kind (words[1]) || !is_digest (words[3]))
        return FALSE;
      rf_seal_subject_add (self, words[1], words[2], words[3]);
      return TRUE;
    }
  if (n != 2)
    return FALSE;
  if (g_str_equal (words[0], "profile"))
    return set_once (&self->profile, words[1]);
  if (g_str_equal (words[0], "policy"))
    return is_digest (words[1]) && set_once (&self->policy, words[1]);
  if (g_str_equal (words[0], "use-case"))
    return set_once (&self->use_case, words[1]);
  if (g_str_equal (words[0], "engine"))
    return set_once (&self->engine, words[1]);
  return g_str_equal (words[0], "as-of") && rf_day_from_string (words[1], &self->as_of);
}

static gboolean
read_line_of_head (RfReportSeal *self,
                   char **words)
{
  if (g_strv_length (words) != 2)
    return FALSE;
  if (g_str_equal (words[0], "kind"))
    return rf_report_kind_from_nick (words[1], &self->kind);
  if (g_str_equal (words[0], "data-sha256"))
    return is_digest (words[1]) && set_once (&self->sha256, words[1]);
  if (!g_str_equal (words[0], "chain-head"))
    return FALSE;
  return g_str_equal (words[1], "none") || (is_digest (words[1]) && set_once (&self->chain_head, words[1]));
}

static gboolean
read_line (RfReportSeal *self,
           const char *line)
{
  g_auto (GStrv) words = split_line (line);

  if (words == NULL || words[0] == NULL)
    return FALSE;
  if (g_str_equal (words[0], "offering"))
    {
      if (g_strv_length (words) != 2)
        return FALSE;
      g_ptr_array_add (self->subjects, rf_seal_subject_new (words[1]));
      return TRUE;
    }
  if (self->subjects->len > 0)
    return read_line_of_subject (self->subjects->pdata[self->subjects->len - 1], words);
  return read_line_of_head (self, words);
}

static gboolean
is_whole (const RfReportSeal *self)
{
  for (guint i = 0; i < self->subjects->len; i++)
    {
      const RfSealSubject *subject = self->subjects->pdata[i];

      if (subject->questionnaire_id == NULL || subject->as_of == RF_DAY_NONE || subject->engine == NULL)
        return FALSE;
    }
  return self->sha256 != NULL && self->subjects->len > 0;
}

static gboolean
check_version (const char *first_line,
               GError **error)
{
  guint64 version;

  if (!g_str_has_prefix (first_line, SEAL_FIRST_WORD) || !g_ascii_string_to_unsigned (first_line + strlen (SEAL_FIRST_WORD), 10, 1, G_MAXUINT, &version, NULL))
    {
      g_set_error_literal (error, RF_ERROR, RF_ERROR_PARSE, _ ("The seal of the report is damaged: its first line does not say what it is."));
      return FALSE;
    }
  if (version <= RF_SEAL_VERSION)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_TOO_NEW,
               _ ("The seal of the report is of version %u, made by a newer Ringfence; this one reads version %d. Update Ringfence."),
               (guint) version, RF_SEAL_VERSION);
  return FALSE;
}

static gboolean
read_lines (RfReportSeal *self,
            char **lines,
            GError **error)
{
  for (guint i = 1; lines[i] != NULL; i++)
    if (*lines[i] != '\0' && !read_line (self, lines[i]))
      {
        g_set_error (error, RF_ERROR, RF_ERROR_PARSE, _ ("The seal of the report is damaged in its line %u."), i + 1);
        return FALSE;
      }
  if (is_whole (self))
    return TRUE;
  g_set_error_literal (error, RF_ERROR, RF_ERROR_PARSE, _ ("The seal of the report is damaged: a part of it is missing."));
  return FALSE;
}

/**
 * rf_report_seal_parse:
 * @text: as rf_report_seal_to_string() writes it; of any origin
 *
 * Returns: (transfer full): %NULL with %RF_ERROR_TOO_NEW for one of a later version, with %RF_ERROR_PARSE for a damaged
 *   one and for one whose parts are not those that its digest was made of
 */
RfReportSeal *
rf_report_seal_parse (const char *text,
                      GError **error)
{
  g_autoptr (RfReportSeal) self = NULL;
  g_autoptr (RfReportMaterial) nothing = rf_report_material_new ();
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *digest = NULL;

  if (!check_version (lines[0] != NULL ? lines[0] : "", error))
    return NULL;
  self = rf_report_seal_new (nothing, RF_REPORT_FULL);
  g_clear_pointer (&self->sha256, g_free);
  if (!read_lines (self, lines, error))
    return NULL;
  digest = rf_report_seal_dup_digest (self);
  if (self->kind == RF_REPORT_NON_ATTRIBUTABLE || g_str_equal (digest, self->sha256))
    return g_steal_pointer (&self);
  g_set_error_literal (error, RF_ERROR, RF_ERROR_PARSE,
                       _ ("The seal of the report was changed: what it lists is not what its digest was made of. Do not rely on this file."));
  return NULL;
}

/* ---- comparing ---- */

static void
difference_free (gpointer data)
{
  RfSealDifference *self = data;

  g_free (self->offering);
  g_free (self->kind);
  g_free (self->id);
  g_free (self);
}

static void
add_difference (GPtrArray *differences,
                const RfSealSubject *subject,
                const char *kind,
                const char *id,
                RfSealChange what)
{
  RfSealDifference *self = g_new0 (RfSealDifference, 1);

  self->offering = g_strdup (subject->offering);
  self->kind = g_strdup (kind);
  self->id = g_strdup (id);
  self->what = what;
  g_ptr_array_add (differences, self);
}

static const RfSealPart *
find_part (const RfSealSubject *self,
           const RfSealPart *like)
{
  for (guint i = 0; i < self->parts->len; i++)
    {
      const RfSealPart *part = self->parts->pdata[i];

      if (g_str_equal (part->kind, like->kind) && g_str_equal (part->id, like->id))
        return part;
    }
  return NULL;
}

static void
compare_parts (const RfSealSubject *sealed,
               const RfSealSubject *current,
               GPtrArray *differences)
{
  for (guint i = 0; i < sealed->parts->len; i++)
    {
      const RfSealPart *part = sealed->parts->pdata[i];
      const RfSealPart *now = find_part (current, part);

      if (now == NULL)
        add_difference (differences, sealed, part->kind, part->id, RF_SEAL_REMOVED);
      else if (!g_str_equal (now->digest, part->digest))
        add_difference (differences, sealed, part->kind, part->id, RF_SEAL_CHANGED);
    }
  for (guint i = 0; i < current->parts->len; i++)
    {
      const RfSealPart *part = current->parts->pdata[i];

      if (find_part (sealed, part) == NULL)
        add_difference (differences, sealed, part->kind, part->id, RF_SEAL_ADDED);
    }
}

static void
compare_subjects (const RfSealSubject *sealed,
                  const RfSealSubject *current,
                  GPtrArray *differences)
{
  if (!g_str_equal (sealed->questionnaire_id, current->questionnaire_id) ||
      sealed->questionnaire_revision != current->questionnaire_revision ||
      g_strcmp0 (sealed->questionnaire_sha256, current->questionnaire_sha256) != 0)
    add_difference (differences, sealed, "questionnaire", sealed->questionnaire_id, RF_SEAL_CHANGED);
  if (g_strcmp0 (sealed->profile, current->profile) != 0)
    add_difference (differences, sealed, "profile", sealed->profile != NULL ? sealed->profile : "", RF_SEAL_CHANGED);
  if (g_strcmp0 (sealed->policy, current->policy) != 0)
    add_difference (differences, sealed, "policy", sealed->policy != NULL ? sealed->policy : "", RF_SEAL_CHANGED);
  if (g_strcmp0 (sealed->engine, current->engine) != 0)
    add_difference (differences, sealed, "engine", sealed->engine, RF_SEAL_CHANGED);
  compare_parts (sealed, current, differences);
}

static const RfSealSubject *
find_subject (const RfReportSeal *self,
              const char *offering)
{
  for (guint i = 0; i < self->subjects->len; i++)
    if (g_str_equal (((const RfSealSubject *) self->subjects->pdata[i])->offering, offering))
      return self->subjects->pdata[i];
  return NULL;
}

/**
 * rf_report_seal_compare:
 * @current: made of the same offerings in the same order, as they are now
 *
 * Says what no longer is as it was sealed. Two seals whose digests are the same differ in nothing. Those of reports that
 * are not attributable tell no more than that: nothing is listed for them.
 *
 * Returns: (transfer full) (element-type RfSealDifference)
 */
GPtrArray *
rf_report_seal_compare (const RfReportSeal *sealed,
                        const RfReportSeal *current)
{
  GPtrArray *differences = g_ptr_array_new_with_free_func (difference_free);

  for (guint i = 0; i < sealed->subjects->len; i++)
    {
      const RfSealSubject *subject = sealed->subjects->pdata[i];
      const RfSealSubject *now = find_subject (current, subject->offering);

      if (now == NULL)
        add_difference (differences, subject, "offering", subject->offering, RF_SEAL_REMOVED);
      else
        compare_subjects (subject, now, differences);
    }
  return differences;
}

const char *
rf_seal_change_get_nick (RfSealChange self)
{
  static const char *const nicks[] = { "changed", "added", "removed" };

  return nicks[self];
}
