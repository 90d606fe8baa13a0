// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Holds every condition against the questionnaire: what it names must exist and must stand before it. */

#include "config.h"

#include "rf-offering.h"
#include "rf-questionnaire-builder-private.h"
#include "rf-language.h"

#include <string.h>

/* What is being resolved: a condition of this thing may ask only for questions before @limit. */
typedef struct
{
  RfQuestionnaireBuilder *builder;
  RfProblems *problems;
  const char *owner;
  guint limit;
} Resolution;

static void
add_problem (const Resolution *self,
             guint line,
             const char *hint,
             char *message)
{
  g_autofree char *owned = message;

  rf_problems_add (self->problems, line, self->owner, hint, "%s", owned);
}

static gboolean
resolve_question (const Resolution *self,
                  RfConditionNode *node,
                  const RfConditionDraft *draft)
{
  int index = GPOINTER_TO_INT (g_hash_table_lookup (self->builder->storage->questions, draft->question)) - 1;

  if (index < 0)
    {
      add_problem (self, draft->line, _ ("Correct the id."), g_strdup_printf (_ ("The condition asks for a question “%s”, which does not exist."), draft->question));
      return FALSE;
    }
  node->question = (guint) index;
  if (node->question < self->limit)
    return TRUE;
  if (g_str_equal (draft->question, self->owner))
    add_problem (self, draft->line, _ ("Ask for an earlier question."), g_strdup (_ ("The condition asks for its own question.")));
  else
    add_problem (self, draft->line, _ ("Move that question up, or ask for an earlier one."), g_strdup_printf (_ ("The condition asks for the question “%s”, which comes later."), draft->question));
  return FALSE;
}

static void
resolve_option (const Resolution *self,
                RfConditionNode *node,
                const RfConditionDraft *draft,
                const char *id)
{
  const RfQuestion *question = &g_array_index (self->builder->questions, RfQuestion, node->question);
  guint first = g_array_index (self->builder->question_drafts, RfQuestionDraft, node->question).option;

  for (guint i = 0; i < question->n_options; i++)
    if (g_str_equal (g_array_index (self->builder->options, RfOption, first + i).id, id))
      {
        /* Of more options than bits there is a problem already; here they need only do no harm. */
        if (i < 64)
          node->options |= G_GUINT64_CONSTANT (1) << i;
        return;
      }
  add_problem (self, draft->line, _ ("Correct the option’s id."), g_strdup_printf (_ ("The condition asks for the option “%s”, which the question “%s” does not have."), id, question->id));
}

static void
resolve_chosen (const Resolution *self,
                RfConditionNode *node,
                const RfConditionDraft *draft)
{
  g_auto (GStrv) ids = g_strsplit_set (draft->values, " \t\r\n", -1);

  for (guint i = 0; ids[i]; i++)
    if (*ids[i])
      resolve_option (self, node, draft, ids[i]);
}

static void
resolve_limit (const Resolution *self,
               RfConditionNode *node,
               const RfConditionDraft *draft)
{
  const RfQuestion *question = &g_array_index (self->builder->questions, RfQuestion, node->question);

  if (question->kind != RF_QUESTION_NUMBER && question->kind != RF_QUESTION_DATE)
    add_problem (self, draft->line, _ ("Ask for options instead."), g_strdup_printf (_ ("The condition compares “%s” with a number, but that question takes neither a number nor a date."), question->id));
}

static void
resolve_offering (const Resolution *self,
                  RfConditionNode *node,
                  const RfConditionDraft *draft)
{
  g_auto (GStrv) words = g_strsplit_set (draft->values, " \t\r\n", -1);
  GArray *values = g_array_new (TRUE, TRUE, sizeof (const char *));

  for (guint i = 0; words[i]; i++)
    {
      const char *word = rf_questionnaire_storage_intern (self->builder->storage, words[i]);

      if (*word == '\0')
        continue;
      if (node->attribute == RF_OFFERING_LAYER && !rf_offering_layer_is_valid (word))
        add_problem (self, draft->line, _ ("Use infrastructure, models-and-tools or application."), g_strdup_printf (_ ("“%s” is not a layer."), word));
      g_array_append_val (values, word);
    }
  node->values = rf_questionnaire_storage_take_array (self->builder->storage, values);
}

static void
resolve_level (const Resolution *self,
               RfConditionNode *node,
               const RfConditionDraft *draft,
               const char *word)
{
  int level;

  if (!rf_use_case_level_from_nick (node->attribute, word, &level))
    add_problem (self,
                 draft->line,
                 _ ("docs/questionnaire-format.md lists the words."),
                 g_strdup_printf (_ ("“%s” is not a value of a use case’s %s."), word, rf_use_case_attribute_get_nick (node->attribute)));
  else if (node->kind == RF_CONDITION_USE_CASE_AT_LEAST)
    node->options = ~G_GUINT64_CONSTANT (0) << level;
  else
    node->options |= G_GUINT64_CONSTANT (1) << level;
}

static void
resolve_use_case (const Resolution *self,
                  RfConditionNode *node,
                  const RfConditionDraft *draft)
{
  g_auto (GStrv) words = g_strsplit_set (draft->values, " \t\r\n", -1);

  if (node->kind == RF_CONDITION_USE_CASE_AT_LEAST && node->attribute == RF_USE_CASE_PERSONAL_DATA)
    add_problem (self, draft->line, _ ("Ask whether it is yes or no."), g_strdup (_ ("A use case’s personal-data has no order, so nothing is at least a value of it.")));
  for (guint i = 0; words[i]; i++)
    if (*words[i])
      resolve_level (self, node, draft, words[i]);
}

static void
resolve_node (const Resolution *self,
              guint index)
{
  RfConditionNode *node = &g_array_index (self->builder->conditions, RfConditionNode, index);
  const RfConditionDraft *draft = &g_array_index (self->builder->condition_drafts, RfConditionDraft, index);

  switch (node->kind)
    {
    case RF_CONDITION_ANSWER_CHOSE:
      if (resolve_question (self, node, draft))
        resolve_chosen (self, node, draft);
      break;
    case RF_CONDITION_ANSWER_AT_LEAST:
    case RF_CONDITION_ANSWER_BELOW:
      if (resolve_question (self, node, draft))
        resolve_limit (self, node, draft);
      break;
    case RF_CONDITION_OFFERING_IS:
      resolve_offering (self, node, draft);
      break;
    case RF_CONDITION_USE_CASE_IS:
    case RF_CONDITION_USE_CASE_AT_LEAST:
      resolve_use_case (self, node, draft);
      break;
    case RF_CONDITION_NOT:
      /* the first child follows its group at once; whatever is longer than it holds another */
      if (node->length > 1 && node->length > 1 + node[1].length)
        add_problem (self, draft->line, _ ("Put an “all” or an “any” around its conditions."), g_strdup (_ ("A “not” has more than one condition.")));
      G_GNUC_FALLTHROUGH;
    case RF_CONDITION_ALL:
    case RF_CONDITION_ANY:
    default:
      if (node->length == 1)
        add_problem (self, draft->line, _ ("Put a condition into it, or remove it."), g_strdup (_ ("A group of conditions is empty.")));
      break;
    }
}

static const RfConditionNode *
resolve (RfQuestionnaireBuilder *self,
         RfProblems *problems,
         int condition,
         const char *owner,
         guint limit)
{
  Resolution resolution = { self, problems, owner, limit };
  const RfConditionNode *root;

  if (condition < 0)
    return NULL;
  root = &g_array_index (self->conditions, RfConditionNode, condition);
  for (guint i = 0; i < root->length; i++)
    resolve_node (&resolution, (guint) condition + i);
  return root;
}

static void
report_second_conditions (RfQuestionnaireBuilder *self,
                          RfProblems *problems)
{
  for (guint i = 0; i < self->second_conditions->len; i++)
    {
      guint root = g_array_index (self->second_conditions, guint, i);

      rf_problems_add (problems, g_array_index (self->condition_drafts, RfConditionDraft, root).line, NULL, _ ("Join the two with “all” or “any”."), _ ("There is a condition already."));
    }
}

/**
 * rf_questionnaire_builder_resolve_conditions:
 *
 * Resolves the conditions of sections, questions and knock-outs. A section may ask for the questions of
 * sections before it, a question for those before it, a knock-out for all: so nothing can go in a circle.
 */
void
rf_questionnaire_builder_resolve_conditions (RfQuestionnaireBuilder *self,
                                             RfProblems *problems)
{
  report_second_conditions (self, problems);
  for (guint i = 0; i < self->sections->len; i++)
    {
      RfSection *section = &g_array_index (self->sections, RfSection, i);

      section->applies_if = resolve (self, problems, g_array_index (self->section_drafts, RfSectionDraft, i).condition, section->id, section->first_question);
    }
  for (guint i = 0; i < self->questions->len; i++)
    {
      RfQuestion *question = &g_array_index (self->questions, RfQuestion, i);

      question->applies_if = resolve (self, problems, g_array_index (self->question_drafts, RfQuestionDraft, i).condition, question->id, i);
    }
  for (guint i = 0; i < self->knock_outs->len; i++)
    {
      RfKnockOut *knock_out = &g_array_index (self->knock_outs, RfKnockOut, i);

      knock_out->violated_if = resolve (self, problems, g_array_index (self->knock_out_conditions, int, i), knock_out->id, self->questions->len);
      if (knock_out->violated_if == NULL)
        rf_problems_add (problems, knock_out->line, knock_out->id, _ ("Say under which condition it is violated."), _ ("The knock-out has no condition."));
    }
}
