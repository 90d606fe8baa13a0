// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire-builder.h"

G_BEGIN_DECLS

/**
 * RfTranslation:
 *
 * The texts of one revision of a questionnaire in another language. Filled once, then shared read-only between
 * threads; counted atomically.
 */
typedef struct _RfTranslation RfTranslation;

RfTranslation *rf_translation_new (const char *questionnaire_id,
                                   guint revision,
                                   const char *language);
RfTranslation *rf_translation_ref (RfTranslation *self);
void rf_translation_unref (RfTranslation *self);

const char *rf_translation_get_questionnaire_id (const RfTranslation *self);
guint rf_translation_get_revision (const RfTranslation *self);
const char *rf_translation_get_language (const RfTranslation *self);
void rf_translation_set_question_revision (RfTranslation *self,
                                           const char *id,
                                           guint revision);
guint rf_translation_get_question_revision (const RfTranslation *self,
                                            const char *id);
gboolean rf_translation_add (RfTranslation *self,
                             RfBuilderText which,
                             const char *id,
                             const char *part,
                             const char *text);
const char *rf_translation_get (const RfTranslation *self,
                                RfBuilderText which,
                                const char *id,
                                const char *part,
                                const char *otherwise);

/**
 * RfTranslationText:
 * @which: what it is
 * @id: (nullable): the section, question, knock-out, profile, incident or barrier; %NULL for texts of the whole
 * @part: (nullable): the option's id, the number a band begins with, the nick of a hint's grade, the id of the question
 *   or section that a profile weighs
 *
 * Names a text of a questionnaire.
 */
typedef struct
{
  RfBuilderText which;
  const char *id;
  const char *part;
} RfTranslationText;

/* A text that is not translated; owns its strings. */
typedef RfTranslationText RfTranslationGap;

RfTranslationGap *rf_translation_gap_new (const RfTranslationText *text);
void rf_translation_gap_free (RfTranslationGap *self);
char *rf_translation_gap_to_string (const RfTranslationGap *self);

/**
 * RfTranslationStudy:
 * @n_texts: texts of the questionnaire that can be translated
 * @n_questions: questions that are shown in the translation's language
 * @missing: (element-type RfTranslationGap): texts that are not translated
 * @changed: (element-type utf8): ids of the questions whose wording has changed since
 */
typedef struct
{
  guint n_texts;
  guint n_questions;
  GPtrArray *missing;
  GPtrArray *changed;
} RfTranslationStudy;

RfTranslationStudy *rf_translation_study (const RfTranslation *self,
                                          const RfQuestionnaire *questionnaire);
void rf_translation_study_free (RfTranslationStudy *self);

RfQuestionnaire *rf_translation_apply (const RfTranslation *self,
                                       RfQuestionnaire *questionnaire);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTranslation, rf_translation_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTranslationStudy, rf_translation_study_free)

G_END_DECLS
