// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-questionnaire.h"

G_BEGIN_DECLS

/**
 * RfQuestionnaireBuilder:
 *
 * Puts a questionnaire together in the order of its file and checks what a schema cannot say.
 *
 * The structures handed in are templates: their strings are copied, their fields that point to other parts
 * (options, conditions, counts, indices, derived risks) are ignored and filled in by
 * rf_questionnaire_builder_finish(). What is added goes into the section, question or profile begun last.
 */
typedef struct _RfQuestionnaireBuilder RfQuestionnaireBuilder;

RfQuestionnaireBuilder *rf_questionnaire_builder_new (const char *id,
                                                      guint revision);
void rf_questionnaire_builder_free (RfQuestionnaireBuilder *self);

void rf_questionnaire_builder_set_texts (RfQuestionnaireBuilder *self,
                                         const char *language,
                                         const char *title,
                                         const char *description,
                                         const char *publisher,
                                         const char *licence);
void rf_questionnaire_builder_set_rating_bands (RfQuestionnaireBuilder *self,
                                                const RfRatingBands *bands,
                                                guint line);
void rf_questionnaire_builder_set_provisional (RfQuestionnaireBuilder *self,
                                               int coverage_below,
                                               int not_applicable_above);
void rf_questionnaire_builder_set_default_profile (RfQuestionnaireBuilder *self,
                                                   const char *id,
                                                   guint line);

void rf_questionnaire_builder_add_framework (RfQuestionnaireBuilder *self,
                                             const RfFramework *framework);
void rf_questionnaire_builder_add_incident (RfQuestionnaireBuilder *self,
                                            const RfIncident *incident);
void rf_questionnaire_builder_add_barrier (RfQuestionnaireBuilder *self,
                                           const RfBarrier *barrier);

void rf_questionnaire_builder_begin_section (RfQuestionnaireBuilder *self,
                                             const RfSection *section);
void rf_questionnaire_builder_add_section_barrier (RfQuestionnaireBuilder *self,
                                                   const char *barrier_id,
                                                   guint line);
void rf_questionnaire_builder_begin_question (RfQuestionnaireBuilder *self,
                                              const RfQuestion *question);
void rf_questionnaire_builder_add_option (RfQuestionnaireBuilder *self,
                                          const RfOption *option);
void rf_questionnaire_builder_add_band (RfQuestionnaireBuilder *self,
                                        const RfBand *band);
void rf_questionnaire_builder_add_evidence_hint (RfQuestionnaireBuilder *self,
                                                 const RfEvidenceHint *hint);
void rf_questionnaire_builder_add_reference (RfQuestionnaireBuilder *self,
                                             const char *framework_id,
                                             const char *id,
                                             guint line);
void rf_questionnaire_builder_add_question_incident (RfQuestionnaireBuilder *self,
                                                     const char *incident_id,
                                                     guint line);
void rf_questionnaire_builder_add_superseded (RfQuestionnaireBuilder *self,
                                              const char *question_id,
                                              gboolean same_meaning);
void rf_questionnaire_builder_begin_knock_out (RfQuestionnaireBuilder *self,
                                               const RfKnockOut *knock_out);
void rf_questionnaire_builder_begin_profile (RfQuestionnaireBuilder *self,
                                             const RfProfile *profile);
void rf_questionnaire_builder_add_profile_weight (RfQuestionnaireBuilder *self,
                                                  const char *question_id,
                                                  const char *section_id,
                                                  int weight,
                                                  const char *reason,
                                                  guint line);

/* The texts that a reader knows only after it has begun a thing. */
typedef enum
{
  RF_TEXT_SECTION_TITLE,
  RF_TEXT_SECTION_DESCRIPTION,
  RF_TEXT_QUESTION_PROMPT,
  RF_TEXT_QUESTION_WHY,
  RF_TEXT_QUESTION_HELP,
  RF_TEXT_OPTION_LABEL,
  RF_TEXT_OPTION_HELP,
  RF_TEXT_BAND_LABEL,
  RF_TEXT_KNOCK_OUT_TEXT,
  RF_TEXT_PROFILE_TITLE,
  RF_TEXT_PROFILE_DESCRIPTION,
  RF_TEXT_INCIDENT_TITLE,
  RF_TEXT_INCIDENT_SOURCE,
  RF_TEXT_BARRIER_TITLE,
  /* of the whole: rf_questionnaire_builder_set_texts() sets these */
  RF_TEXT_TITLE,
  RF_TEXT_DESCRIPTION,
  /* added with the thing they belong to */
  RF_TEXT_QUESTION_UNIT,
  RF_TEXT_EVIDENCE_HINT,
  RF_TEXT_QUESTION_WEIGHT_REASON,
  RF_TEXT_SECTION_WEIGHT_REASON,
} RfBuilderText;

void rf_questionnaire_builder_set_text (RfQuestionnaireBuilder *self,
                                        RfBuilderText which,
                                        const char *text);

/* A condition belongs to the section, question or knock-out begun last. ALL, ANY and NOT are begun and ended;
 * the others are added. */
void rf_questionnaire_builder_begin_condition (RfQuestionnaireBuilder *self,
                                               RfConditionKind kind,
                                               guint line);
void rf_questionnaire_builder_end_condition (RfQuestionnaireBuilder *self);
void rf_questionnaire_builder_add_answer_chose (RfQuestionnaireBuilder *self,
                                                const char *question_id,
                                                const char *option_ids,
                                                guint line);
void rf_questionnaire_builder_add_answer_limit (RfQuestionnaireBuilder *self,
                                                RfConditionKind kind,
                                                const char *question_id,
                                                RfNumber limit,
                                                guint line);
void rf_questionnaire_builder_add_offering_is (RfQuestionnaireBuilder *self,
                                               RfOfferingAttribute attribute,
                                               const char *values,
                                               guint line);
void rf_questionnaire_builder_add_use_case (RfQuestionnaireBuilder *self,
                                            RfConditionKind kind,
                                            RfUseCaseAttribute attribute,
                                            const char *values,
                                            guint line);

RfQuestionnaire *rf_questionnaire_builder_finish (RfQuestionnaireBuilder *self,
                                                  RfProblems *problems);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfQuestionnaireBuilder, rf_questionnaire_builder_free)

G_END_DECLS
