// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-translation.h"

struct _RfTranslation
{
  gatomicrefcount references;
  char *questionnaire_id; /* owned */
  guint revision;
  char *language;        /* owned */
  GHashTable *texts;     /* owned: "which id part" to text */
  GHashTable *revisions; /* owned: id of a question to the revision of its wording */
};

/* Ids hold no blanks. */
static char *
make_key (RfBuilderText which,
          const char *id,
          const char *part)
{
  return g_strdup_printf ("%d %s %s", which, id ? id : "", part ? part : "");
}

RfTranslation *
rf_translation_new (const char *questionnaire_id,
                    guint revision,
                    const char *language)
{
  RfTranslation *self = g_new0 (RfTranslation, 1);

  g_atomic_ref_count_init (&self->references);
  self->questionnaire_id = g_strdup (questionnaire_id);
  self->revision = revision;
  self->language = g_strdup (language);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->revisions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

RfTranslation *
rf_translation_ref (RfTranslation *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
rf_translation_unref (RfTranslation *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->questionnaire_id);
  g_free (self->language);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->revisions);
  g_free (self);
}

const char *
rf_translation_get_questionnaire_id (const RfTranslation *self)
{
  return self->questionnaire_id;
}

guint
rf_translation_get_revision (const RfTranslation *self)
{
  return self->revision;
}

const char *
rf_translation_get_language (const RfTranslation *self)
{
  return self->language;
}

void
rf_translation_set_question_revision (RfTranslation *self,
                                      const char *id,
                                      guint revision)
{
  g_hash_table_insert (self->revisions, g_strdup (id), GUINT_TO_POINTER (revision));
}

/**
 * rf_translation_get_question_revision:
 *
 * Returns: the revision of the question's wording that was translated; 0 where the question is not
 */
guint
rf_translation_get_question_revision (const RfTranslation *self,
                                      const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->revisions, id));
}

/**
 * rf_translation_add:
 * @id: (nullable): as in #RfTranslationText
 * @part: (nullable): likewise
 *
 * Returns: whether the text was not there before; otherwise the first stays
 */
gboolean
rf_translation_add (RfTranslation *self,
                    RfBuilderText which,
                    const char *id,
                    const char *part,
                    const char *text)
{
  g_autofree char *key = make_key (which, id, part);

  if (g_hash_table_contains (self->texts, key))
    return FALSE;
  return g_hash_table_insert (self->texts, g_steal_pointer (&key), g_strdup (text));
}

/**
 * rf_translation_get:
 * @self: (nullable): %NULL for the questionnaire's own language
 * @id: (nullable): as in #RfTranslationText
 * @part: (nullable): likewise
 * @otherwise: (nullable): the questionnaire's own text
 *
 * Returns: the text in this language, or @otherwise where it is not translated
 */
const char *
rf_translation_get (const RfTranslation *self,
                    RfBuilderText which,
                    const char *id,
                    const char *part,
                    const char *otherwise)
{
  g_autofree char *key = self ? make_key (which, id, part) : NULL;
  const char *text = self ? g_hash_table_lookup (self->texts, key) : NULL;

  return text ? text : otherwise;
}

RfTranslationGap *
rf_translation_gap_new (const RfTranslationText *text)
{
  RfTranslationGap *self = g_new0 (RfTranslationGap, 1);

  self->which = text->which;
  self->id = g_strdup (text->id);
  self->part = g_strdup (text->part);
  return self;
}

void
rf_translation_gap_free (RfTranslationGap *self)
{
  g_free ((char *) self->id);
  g_free ((char *) self->part);
  g_free (self);
}

/* The words of the file format. */
static const char *
get_element (RfBuilderText which)
{
  switch (which)
    {
    case RF_TEXT_QUESTION_PROMPT:
      return "prompt";
    case RF_TEXT_QUESTION_WHY:
      return "why";
    case RF_TEXT_QUESTION_HELP:
      return "help";
    case RF_TEXT_QUESTION_UNIT:
      return "unit";
    case RF_TEXT_OPTION_LABEL:
      return "option";
    case RF_TEXT_OPTION_HELP:
      return "option help";
    case RF_TEXT_BAND_LABEL:
      return "band";
    case RF_TEXT_EVIDENCE_HINT:
      return "evidence-hint";
    case RF_TEXT_KNOCK_OUT_TEXT:
      return "knock-out";
    case RF_TEXT_QUESTION_WEIGHT_REASON:
    case RF_TEXT_SECTION_WEIGHT_REASON:
      return "weight";
    case RF_TEXT_DESCRIPTION:
    case RF_TEXT_SECTION_DESCRIPTION:
    case RF_TEXT_PROFILE_DESCRIPTION:
      return "description";
    case RF_TEXT_TITLE:
    case RF_TEXT_SECTION_TITLE:
    case RF_TEXT_PROFILE_TITLE:
    case RF_TEXT_BARRIER_TITLE:
    case RF_TEXT_INCIDENT_TITLE:
    case RF_TEXT_INCIDENT_SOURCE:
    default:
      return "title";
    }
}

/**
 * rf_translation_gap_to_string:
 *
 * Returns: (transfer full): where the text stands, in the words of the file format: "human-access: option never"
 */
char *
rf_translation_gap_to_string (const RfTranslationGap *self)
{
  GString *text = g_string_new (NULL);

  if (self->id)
    g_string_append_printf (text, "%s: ", self->id);
  g_string_append (text, get_element (self->which));
  if (self->part)
    g_string_append_printf (text, " %s", self->part);
  return g_string_free (text, FALSE);
}
