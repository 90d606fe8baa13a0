// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/*
 * A questionnaire in another language: the same ids, weights and rules with other texts, so that no figure can change.
 * A question is shown in one language: where a text of it is not translated, or its wording has changed since, the
 * whole question stays in the questionnaire's own.
 */

#include "config.h"

#include "rf-translation.h"

#include "rf-questionnaire-private.h"

/* What is done with each text that can be translated; NULL is a text that is not there. */
typedef void (*TextVisitor) (const RfTranslationText *text,
                             const char **slot,
                             gpointer data);

static void
visit (TextVisitor visitor,
       gpointer data,
       RfBuilderText which,
       const char *id,
       const char *part,
       const char *const *slot)
{
  const RfTranslationText text = { which, id, part };

  /* the arrays are the visitor's own where it writes */
  if (*slot != NULL)
    visitor (&text, (const char **) slot, data);
}

/* A band has no id; where it begins tells it apart. */
static void
visit_band (const RfQuestion *question,
            const RfBand *band,
            TextVisitor visitor,
            gpointer data)
{
  g_autofree char *from = rf_number_to_string (band->from);

  visit (visitor, data, RF_TEXT_BAND_LABEL, question->id, from, &band->label);
}

static void
visit_question (const RfQuestion *question,
                TextVisitor visitor,
                gpointer data)
{
  visit (visitor, data, RF_TEXT_QUESTION_PROMPT, question->id, NULL, &question->prompt);
  visit (visitor, data, RF_TEXT_QUESTION_WHY, question->id, NULL, &question->why);
  visit (visitor, data, RF_TEXT_QUESTION_HELP, question->id, NULL, &question->help);
  visit (visitor, data, RF_TEXT_QUESTION_UNIT, question->id, NULL, &question->unit);
  for (guint i = 0; i < question->n_options; i++)
    {
      visit (visitor, data, RF_TEXT_OPTION_LABEL, question->id, question->options[i].id, &question->options[i].label);
      visit (visitor, data, RF_TEXT_OPTION_HELP, question->id, question->options[i].id, &question->options[i].help);
    }
  for (guint i = 0; i < question->n_bands; i++)
    visit_band (question, &question->bands[i], visitor, data);
  for (guint i = 0; i < question->n_evidence_hints; i++)
    visit (visitor, data, RF_TEXT_EVIDENCE_HINT, question->id, rf_grade_get_nick (question->evidence_hints[i].grade), &question->evidence_hints[i].text);
}

static const char *
get_weighed_id (const RfQuestionnaire *questionnaire,
                const RfProfileWeight *weight)
{
  return weight->of_section ? questionnaire->sections[weight->index].id : questionnaire->questions[weight->index].id;
}

static void
visit_profile (const RfQuestionnaire *questionnaire,
               const RfProfile *profile,
               TextVisitor visitor,
               gpointer data)
{
  visit (visitor, data, RF_TEXT_PROFILE_TITLE, profile->id, NULL, &profile->title);
  visit (visitor, data, RF_TEXT_PROFILE_DESCRIPTION, profile->id, NULL, &profile->description);
  for (guint i = 0; i < profile->n_weights; i++)
    visit (visitor, data, profile->weights[i].of_section ? RF_TEXT_SECTION_WEIGHT_REASON : RF_TEXT_QUESTION_WEIGHT_REASON, profile->id,
           get_weighed_id (questionnaire, &profile->weights[i]), &profile->weights[i].reason);
}

/* All but the questions. */
static void
visit_rest (const RfQuestionnaire *questionnaire,
            TextVisitor visitor,
            gpointer data)
{
  visit (visitor, data, RF_TEXT_TITLE, NULL, NULL, &questionnaire->title);
  visit (visitor, data, RF_TEXT_DESCRIPTION, NULL, NULL, &questionnaire->description);
  for (guint i = 0; i < questionnaire->n_incidents; i++)
    visit (visitor, data, RF_TEXT_INCIDENT_TITLE, questionnaire->incidents[i].id, NULL, &questionnaire->incidents[i].title);
  for (guint i = 0; i < questionnaire->n_barriers; i++)
    visit (visitor, data, RF_TEXT_BARRIER_TITLE, questionnaire->barriers[i].id, NULL, &questionnaire->barriers[i].title);
  for (guint i = 0; i < questionnaire->n_sections; i++)
    {
      visit (visitor, data, RF_TEXT_SECTION_TITLE, questionnaire->sections[i].id, NULL, &questionnaire->sections[i].title);
      visit (visitor, data, RF_TEXT_SECTION_DESCRIPTION, questionnaire->sections[i].id, NULL, &questionnaire->sections[i].description);
    }
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    visit (visitor, data, RF_TEXT_KNOCK_OUT_TEXT, questionnaire->knock_outs[i].id, NULL, &questionnaire->knock_outs[i].text);
  for (guint i = 0; i < questionnaire->n_profiles; i++)
    visit_profile (questionnaire, &questionnaire->profiles[i], visitor, data);
}

typedef struct
{
  const RfTranslation *translation;
  RfQuestionnaireStorage *storage; /* of the questionnaire that is being translated */
  GPtrArray *gaps;                 /* nullable, RfTranslationGap */
  guint n_missing;
  guint n_texts;
} Visiting;

static const char *
look_up (const Visiting *visiting,
         const RfTranslationText *text)
{
  return rf_translation_get (visiting->translation, text->which, text->id, text->part, NULL);
}

static void
count_missing (const RfTranslationText *text,
               const char **slot G_GNUC_UNUSED,
               gpointer data)
{
  Visiting *visiting = data;

  visiting->n_texts++;
  if (look_up (visiting, text) != NULL)
    return;
  visiting->n_missing++;
  if (visiting->gaps)
    g_ptr_array_add (visiting->gaps, rf_translation_gap_new (text));
}

static void
replace (const RfTranslationText *text,
         const char **slot,
         gpointer data)
{
  Visiting *visiting = data;
  const char *translated = look_up (visiting, text);

  if (translated)
    *slot = rf_questionnaire_storage_intern (visiting->storage, translated);
}

static gboolean
has_changed_since (const RfTranslation *translation,
                   const RfQuestion *question)
{
  guint translated = rf_translation_get_question_revision (translation, question->id);

  return translated > 0 && translated != question->revision;
}

/* (transfer none): a copy that belongs to @storage */
static gpointer
copy_array (RfQuestionnaireStorage *storage,
            gconstpointer items,
            guint n_items,
            gsize size)
{
  gpointer copy = n_items > 0 ? g_memdup2 (items, n_items * size) : NULL;

  if (copy)
    g_ptr_array_add (storage->blocks, copy);
  return copy;
}

#define COPY(storage, items, n_items) copy_array (storage, items, n_items, sizeof *(items))

static void
translate_question (Visiting *visiting,
                    RfQuestion *question)
{
  visiting->n_missing = 0;
  visit_question (question, count_missing, visiting);
  if (visiting->n_missing > 0 || has_changed_since (visiting->translation, question))
    return;
  question->options = COPY (visiting->storage, question->options, question->n_options);
  question->bands = COPY (visiting->storage, question->bands, question->n_bands);
  question->evidence_hints = COPY (visiting->storage, question->evidence_hints, question->n_evidence_hints);
  visit_question (question, replace, visiting);
  question->language = visiting->storage->content.language;
}

static void
translate_rest (Visiting *visiting)
{
  RfQuestionnaire *content = &visiting->storage->content;
  RfProfile *profiles = COPY (visiting->storage, content->profiles, content->n_profiles);

  for (guint i = 0; i < content->n_profiles; i++)
    profiles[i].weights = COPY (visiting->storage, profiles[i].weights, profiles[i].n_weights);
  content->profiles = profiles;
  content->sections = COPY (visiting->storage, content->sections, content->n_sections);
  content->knock_outs = COPY (visiting->storage, content->knock_outs, content->n_knock_outs);
  content->incidents = COPY (visiting->storage, content->incidents, content->n_incidents);
  content->barriers = COPY (visiting->storage, content->barriers, content->n_barriers);
  visit_rest (content, replace, visiting);
}

/**
 * rf_translation_apply:
 * @self: (nullable): without a translation a questionnaire stays what it is
 * @questionnaire: in its own language
 *
 * Gives a questionnaire the texts of another language. Ids, digest and all that scores depend on stay. A question
 * that is not wholly translated, or was worded anew since, keeps its texts, and its language says so.
 *
 * Returns: (transfer full): shares what it can with @questionnaire
 */
RfQuestionnaire *
rf_translation_apply (const RfTranslation *self,
                      RfQuestionnaire *questionnaire)
{
  RfQuestionnaireStorage *storage;
  Visiting visiting = { .translation = self };
  RfQuestion *questions;

  if (self == NULL)
    return rf_questionnaire_ref (questionnaire);
  g_return_val_if_fail (g_str_equal (rf_translation_get_questionnaire_id (self), questionnaire->id), NULL);
  storage = rf_questionnaire_storage_new_on (questionnaire);
  visiting.storage = storage;
  storage->content.language = rf_questionnaire_storage_intern (storage, rf_translation_get_language (self));
  questions = COPY (storage, questionnaire->questions, questionnaire->n_questions);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    translate_question (&visiting, &questions[i]);
  storage->content.questions = questions;
  translate_rest (&visiting);
  return &storage->content;
}

/**
 * rf_translation_study:
 * @questionnaire: in its own language
 *
 * Finds out how much of a questionnaire a translation covers.
 *
 * Returns: (transfer full)
 */
RfTranslationStudy *
rf_translation_study (const RfTranslation *self,
                      const RfQuestionnaire *questionnaire)
{
  RfTranslationStudy *study = g_new0 (RfTranslationStudy, 1);
  Visiting visiting = { .translation = self };

  study->missing = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_translation_gap_free);
  study->changed = g_ptr_array_new_with_free_func (g_free);
  visiting.gaps = study->missing;
  visit_rest (questionnaire, count_missing, &visiting);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];
      guint before = visiting.n_missing;

      visit_question (question, count_missing, &visiting);
      if (has_changed_since (self, question))
        g_ptr_array_add (study->changed, g_strdup (question->id));
      else if (visiting.n_missing == before)
        study->n_questions++;
    }
  study->n_texts = visiting.n_texts;
  return study;
}

void
rf_translation_study_free (RfTranslationStudy *self)
{
  g_ptr_array_unref (self->missing);
  g_ptr_array_unref (self->changed);
  g_free (self);
}
