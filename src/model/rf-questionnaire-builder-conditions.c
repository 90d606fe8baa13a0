// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The conditions of a questionnaire, taken down in the order of its file. */

#include "config.h"

#include "rf-questionnaire-builder-private.h"

static void
own_condition (RfQuestionnaireBuilder *self,
               int condition)
{
  guint second = (guint) condition;
  int *owner;

  switch (self->owner)
    {
    case RF_OWNER_SECTION:
      owner = &RF_BUILDER_LAST (self->section_drafts, RfSectionDraft)->condition;
      break;
    case RF_OWNER_QUESTION:
      owner = &RF_BUILDER_LAST (self->question_drafts, RfQuestionDraft)->condition;
      break;
    case RF_OWNER_KNOCK_OUT:
      owner = RF_BUILDER_LAST (self->knock_out_conditions, int);
      break;
    case RF_OWNER_NONE:
    default:
      g_return_if_reached ();
    }
  if (*owner == -1)
    *owner = condition;
  else
    g_array_append_val (self->second_conditions, second);
}

static void
append_condition (RfQuestionnaireBuilder *self,
                  const RfConditionNode *node,
                  const char *question_id,
                  const char *values,
                  guint line)
{
  RfConditionDraft draft = { rf_questionnaire_storage_intern (self->storage, question_id), rf_questionnaire_storage_intern (self->storage, values), line };

  if (self->open_conditions->len == 0)
    own_condition (self, (int) self->conditions->len);
  g_array_append_val (self->conditions, *node);
  g_array_append_val (self->condition_drafts, draft);
}

/**
 * rf_questionnaire_builder_begin_condition:
 * @kind: ALL, ANY or NOT
 */
void
rf_questionnaire_builder_begin_condition (RfQuestionnaireBuilder *self,
                                          RfConditionKind kind,
                                          guint line)
{
  guint index = self->conditions->len;

  g_return_if_fail (kind <= RF_CONDITION_NOT);
  append_condition (self, &(RfConditionNode){ .kind = kind, .length = 1 }, NULL, NULL, line);
  g_array_append_val (self->open_conditions, index);
}

/**
 * rf_questionnaire_builder_end_condition:
 *
 * Ends the group begun last that is still open.
 */
void
rf_questionnaire_builder_end_condition (RfQuestionnaireBuilder *self)
{
  guint index;

  g_return_if_fail (self->open_conditions->len > 0);
  index = *RF_BUILDER_LAST (self->open_conditions, guint);
  g_array_index (self->conditions, RfConditionNode, index).length = self->conditions->len - index;
  g_array_set_size (self->open_conditions, self->open_conditions->len - 1);
}

/**
 * rf_questionnaire_builder_add_answer_chose:
 * @option_ids: ids apart by blanks; the answer must have one of them
 */
void
rf_questionnaire_builder_add_answer_chose (RfQuestionnaireBuilder *self,
                                           const char *question_id,
                                           const char *option_ids,
                                           guint line)
{
  append_condition (self, &(RfConditionNode){ .kind = RF_CONDITION_ANSWER_CHOSE, .length = 1 }, question_id, option_ids, line);
}

/**
 * rf_questionnaire_builder_add_answer_limit:
 * @kind: ANSWER_AT_LEAST or ANSWER_BELOW
 */
void
rf_questionnaire_builder_add_answer_limit (RfQuestionnaireBuilder *self,
                                           RfConditionKind kind,
                                           const char *question_id,
                                           RfNumber limit,
                                           guint line)
{
  g_return_if_fail (kind == RF_CONDITION_ANSWER_AT_LEAST || kind == RF_CONDITION_ANSWER_BELOW);
  append_condition (self, &(RfConditionNode){ .kind = kind, .length = 1, .limit = limit }, question_id, NULL, line);
}

/**
 * rf_questionnaire_builder_add_offering_is:
 * @values: words apart by blanks; the attribute must be one of them
 */
void
rf_questionnaire_builder_add_offering_is (RfQuestionnaireBuilder *self,
                                          RfOfferingAttribute attribute,
                                          const char *values,
                                          guint line)
{
  append_condition (self, &(RfConditionNode){ .kind = RF_CONDITION_OFFERING_IS, .length = 1, .attribute = attribute }, NULL, values, line);
}

/**
 * rf_questionnaire_builder_add_use_case:
 * @kind: USE_CASE_IS or USE_CASE_AT_LEAST
 * @values: the words of levels apart by blanks; one where at least that level is asked for
 */
void
rf_questionnaire_builder_add_use_case (RfQuestionnaireBuilder *self,
                                       RfConditionKind kind,
                                       RfUseCaseAttribute attribute,
                                       const char *values,
                                       guint line)
{
  g_return_if_fail (kind == RF_CONDITION_USE_CASE_IS || kind == RF_CONDITION_USE_CASE_AT_LEAST);
  append_condition (self, &(RfConditionNode){ .kind = kind, .length = 1, .attribute = attribute }, NULL, values, line);
}
