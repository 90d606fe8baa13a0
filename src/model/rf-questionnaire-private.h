// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"

G_BEGIN_DECLS

/**
 * RfQuestionnaireStorage:
 *
 * A questionnaire with all that it points to. The public structure comes first, so one pointer is both.
 */
typedef struct
{
  RfQuestionnaire content;
  gatomicrefcount count;
  GStringChunk *strings; /* owned: every text */
  GPtrArray *blocks;     /* owned: every array */
  GHashTable *questions; /* owned: id -> index + 1 */
  GHashTable *sections;  /* owned: id -> index + 1 */
  RfQuestionnaire *base; /* owned, nullable: what one under a policy or in another language shares its parts with */
} RfQuestionnaireStorage;

RfQuestionnaireStorage *rf_questionnaire_storage_new (void);
RfQuestionnaireStorage *rf_questionnaire_storage_new_on (RfQuestionnaire *base);
const char *rf_questionnaire_storage_intern (RfQuestionnaireStorage *self,
                                             const char *text);
gpointer rf_questionnaire_storage_take_array (RfQuestionnaireStorage *self,
                                              GArray *array);

char *rf_questionnaire_make_digest (const RfQuestionnaire *questionnaire);

G_END_DECLS
