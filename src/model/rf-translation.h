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
gboolean rf_translation_add (RfTranslation *self,
                             RfBuilderText which,
                             const char *id,
                             const char *option,
                             const char *text);
const char *rf_translation_get (const RfTranslation *self,
                                RfBuilderText which,
                                const char *id,
                                const char *option,
                                const char *otherwise);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTranslation, rf_translation_unref)

G_END_DECLS
