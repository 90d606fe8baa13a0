// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-translation.h"

struct _RfTranslation
{
  gatomicrefcount references;
  char *questionnaire_id; /* owned */
  guint revision;
  char *language;    /* owned */
  GHashTable *texts; /* owned: "which id option" to text */
};

/* Ids hold no blanks. */
static char *
make_key (RfBuilderText which,
          const char *id,
          const char *option)
{
  return g_strdup_printf ("%d %s %s", which, id ? id : "", option ? option : "");
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

/**
 * rf_translation_add:
 * @id: (nullable): the section, question, knock-out, profile, incident or barrier; %NULL for texts of the whole
 * @option: (nullable): the option's id where @which is a text of one
 *
 * Returns: whether the text was not there before; otherwise the first stays
 */
gboolean
rf_translation_add (RfTranslation *self,
                    RfBuilderText which,
                    const char *id,
                    const char *option,
                    const char *text)
{
  g_autofree char *key = make_key (which, id, option);

  if (g_hash_table_contains (self->texts, key))
    return FALSE;
  return g_hash_table_insert (self->texts, g_steal_pointer (&key), g_strdup (text));
}

/**
 * rf_translation_get:
 * @self: (nullable): %NULL for the questionnaire's own language
 * @id: (nullable): as in rf_translation_add()
 * @option: (nullable): likewise
 * @otherwise: (nullable): the questionnaire's own text
 *
 * Returns: the text in this language, or @otherwise where it is not translated
 */
const char *
rf_translation_get (const RfTranslation *self,
                    RfBuilderText which,
                    const char *id,
                    const char *option,
                    const char *otherwise)
{
  g_autofree char *key = self ? make_key (which, id, option) : NULL;
  const char *text = self ? g_hash_table_lookup (self->texts, key) : NULL;

  return text ? text : otherwise;
}
