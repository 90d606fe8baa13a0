// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What follows from the rest of a questionnaire: numbers for people, weights, the bounds of each question's risk. */

#include "config.h"

#include "rf-questionnaire-builder-private.h"
#include "rf-language.h"

/* risks are held in ten-thousandths of a point */
#define POINT 10000
#define WORST 100

/* critical 20, high 10, medium 5, low 2 */
static const int criticality_weights[] = { 0, 2, 5, 10, 20 };

typedef struct
{
  int least;
  int greatest;
  int sum;
} Extent;

/* @exclusive: of the options that stand alone, or of the others */
static Extent
measure_options (const RfQuestion *question,
                 gboolean exclusive)
{
  Extent extent = { G_MAXINT, -1, 0 };

  for (guint i = 0; i < question->n_options; i++)
    {
      const RfOption *option = &question->options[i];

      if (option->exclusive != exclusive)
        continue;
      extent.least = MIN (extent.least, option->risk);
      extent.greatest = MAX (extent.greatest, option->risk);
      extent.sum += option->risk;
    }
  return extent;
}

static int
sum_all_options (const RfQuestion *question)
{
  int sum = 0;

  for (guint i = 0; i < question->n_options; i++)
    sum += question->options[i].risk;
  return sum;
}

/*
 * With `missing` what is not chosen counts: nothing where all is there, everything where none is. (An exclusive
 * option stands for "none" and has no risk of its own there.)
 */
static void
bound_missing (RfQuestion *question)
{
  question->least_risk = 0;
  question->greatest_risk = (gint64) MIN (WORST, sum_all_options (question)) * POINT;
}

static void
bound_options (RfQuestion *question)
{
  Extent together = measure_options (question, FALSE);
  Extent alone = measure_options (question, TRUE);
  int greatest = together.greatest;

  if (question->kind == RF_QUESTION_MULTIPLE_CHOICE && question->combine == RF_COMBINE_SUM)
    greatest = MIN (WORST, together.sum);
  question->least_risk = (gint64) MIN (together.least, alone.least) * POINT;
  question->greatest_risk = (gint64) MAX (greatest, alone.greatest) * POINT;
}

static void
bound_bands (RfQuestion *question)
{
  question->least_risk = WORST * POINT;
  question->greatest_risk = 0;
  for (guint i = 0; i < question->n_bands; i++)
    {
      question->least_risk = MIN (question->least_risk, (gint64) question->bands[i].risk * POINT);
      question->greatest_risk = MAX (question->greatest_risk, (gint64) question->bands[i].risk * POINT);
    }
}

static void
derive_risk (RfQuestion *question)
{
  gboolean choice = question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;

  question->scored = choice ? question->n_options > 0 : question->n_bands > 0;
  question->least_risk = question->greatest_risk = 0;
  if (!question->scored)
    return;
  if (!choice)
    bound_bands (question);
  else if (question->kind == RF_QUESTION_MULTIPLE_CHOICE && question->combine == RF_COMBINE_MISSING)
    bound_missing (question);
  else
    bound_options (question);
}

static void
derive_weight (const RfQuestionDraft *draft,
               RfQuestion *question,
               RfProblems *problems)
{
  if (draft->has_weight)
    return;
  question->weight = criticality_weights[question->criticality];
  if (question->criticality == RF_CRITICALITY_NONE && question->scored)
    rf_problems_add (problems, question->line, question->id, _ ("Give it a criticality (critical, high, medium or low) or a weight."), _ ("The question has neither a criticality nor a weight."));
}

static void
join_parts (RfQuestionnaireBuilder *self,
            const RfQuestionDraft *draft,
            RfQuestion *question)
{
  question->options = (const RfOption *) self->options->data + draft->option;
  question->bands = (const RfBand *) self->bands->data + draft->band;
  question->evidence_hints = (const RfEvidenceHint *) self->evidence_hints->data + draft->evidence_hint;
  question->references = (const RfReference *) self->references->data + draft->reference;
  question->superseded = (const RfSuperseded *) self->superseded->data + draft->superseded;
}

static void
number_question (RfQuestionnaireBuilder *self,
                 guint index,
                 RfQuestion *question)
{
  const RfSection *section = &g_array_index (self->sections, RfSection, question->section);
  char number[24];

  g_snprintf (number, sizeof number, "%u.%u", question->section + 1, index - section->first_question + 1);
  question->number = rf_questionnaire_storage_intern (self->storage, number);
  question->language = self->storage->content.language;
}

/**
 * rf_questionnaire_builder_derive:
 *
 * Joins questions and their parts, numbers them, gives them weights and the bounds of their risk.
 */
void
rf_questionnaire_builder_derive (RfQuestionnaireBuilder *self,
                                 RfProblems *problems)
{
  RfQuestionnaire *content = &self->storage->content;

  for (guint i = 0; i < self->questions->len; i++)
    {
      RfQuestion *question = &g_array_index (self->questions, RfQuestion, i);
      const RfQuestionDraft *draft = &g_array_index (self->question_drafts, RfQuestionDraft, i);

      join_parts (self, draft, question);
      derive_risk (question);
      derive_weight (draft, question, problems);
      number_question (self, i, question);
    }
  content->weighs_sections = self->sections->len > 0 && g_array_index (self->sections, RfSection, 0).weight >= 0;
  /* the parts are now pointed to: they belong to the questionnaire */
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->options));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->bands));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->evidence_hints));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->references));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->superseded));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->conditions));
  rf_questionnaire_storage_take_array (self->storage, g_steal_pointer (&self->profile_weights));
}
