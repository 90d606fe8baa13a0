// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What must hold in a questionnaire beyond the existence of what is named. */

#include "config.h"

#include "rf-questionnaire-builder-private.h"
#include "rf-language.h"

#define MAXIMUM_OPTIONS 64

static gboolean
is_choice (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_SINGLE_CHOICE || question->kind == RF_QUESTION_MULTIPLE_CHOICE;
}

static gboolean
takes_bands (const RfQuestion *question)
{
  return question->kind == RF_QUESTION_NUMBER || question->kind == RF_QUESTION_DATE;
}

static void
check_option_ids (const RfQuestion *question,
                  RfProblems *problems)
{
  for (guint i = 1; i < question->n_options; i++)
    for (guint k = 0; k < i; k++)
      if (g_str_equal (question->options[i].id, question->options[k].id))
        rf_problems_add (problems, question->options[i].line, question->id, _ ("Ids of options must be unique within their question."), _ ("There are two options with the id “%s”."), question->options[i].id);
}

static void
check_exclusive_options (const RfQuestion *question,
                         RfProblems *problems)
{
  guint n_exclusive = 0;

  for (guint i = 0; i < question->n_options; i++)
    {
      const RfOption *option = &question->options[i];

      if (!option->exclusive)
        continue;
      n_exclusive++;
      if (question->kind == RF_QUESTION_SINGLE_CHOICE)
        rf_problems_add (problems, option->line, question->id, _ ("Remove exclusive: only one option can be chosen anyway."), _ ("The option “%s” is exclusive, but the question is a single choice."), option->id);
      else if (question->combine == RF_COMBINE_MISSING && option->risk != 0)
        rf_problems_add (problems, option->line, question->id, _ ("Give it the risk 0: choosing it leaves all others missing."), _ ("The exclusive option “%s” has a risk, but here what is not chosen counts."), option->id);
    }
  if (question->n_options > 0 && n_exclusive == question->n_options)
    rf_problems_add (problems, question->line, question->id, _ ("Let some options go together, or make it a single choice."), _ ("Every option is exclusive."));
}

static void
check_options (const RfQuestion *question,
               RfProblems *problems)
{
  if (!is_choice (question))
    {
      if (question->n_options > 0)
        rf_problems_add (problems, question->options[0].line, question->id, _ ("Remove the options, or make it a single-choice or multiple-choice."), _ ("A %s question has no options."), rf_question_kind_get_nick (question->kind));
      return;
    }
  /* a single box to tick is a fair question; a single button is none */
  if (question->n_options < (question->kind == RF_QUESTION_SINGLE_CHOICE ? 2 : 1))
    rf_problems_add (problems, question->line, question->id, _ ("Add options: a single choice needs two, a multiple choice one."), _ ("There is nothing to choose between."));
  if (question->n_options > MAXIMUM_OPTIONS)
    rf_problems_add (problems, question->line, question->id, _ ("Split the question."), _ ("A question has at most %d options."), MAXIMUM_OPTIONS);
  check_option_ids (question, problems);
  check_exclusive_options (question, problems);
}

static void
check_bands (const RfQuestion *question,
             RfProblems *problems)
{
  if (question->n_bands > 0 && !takes_bands (question))
    rf_problems_add (problems, question->bands[0].line, question->id, _ ("Bands are for number and date questions."), _ ("A %s question has no bands."), rf_question_kind_get_nick (question->kind));
  for (guint i = 1; i < question->n_bands; i++)
    if (question->bands[i].from <= question->bands[i - 1].from)
      rf_problems_add (problems, question->bands[i].line, question->id, _ ("Order the bands by their lower limits; none may be there twice."), _ ("The band does not begin above the one before it."));
}

static void
check_extent (const RfQuestion *question,
              RfProblems *problems)
{
  if (question->scored && question->weight > 0 && question->least_risk == question->greatest_risk)
    rf_problems_warn (problems, question->line, question->id, _ ("Give its answers different risks, or the weight 0."), _ ("Every answer has the same risk, so the question cannot matter."));
  if (question->combine != RF_COMBINE_MAX && question->kind != RF_QUESTION_MULTIPLE_CHOICE)
    rf_problems_add (problems, question->line, question->id, _ ("Remove combine: it is for multiple-choice questions."), _ ("There is nothing to combine in a %s question."), rf_question_kind_get_nick (question->kind));
  if (question->unit && question->kind != RF_QUESTION_NUMBER)
    rf_problems_add (problems, question->line, question->id, _ ("Remove the unit: it is for number questions."), _ ("A %s question has no unit."), rf_question_kind_get_nick (question->kind));
  if (question->future_allowed && question->kind != RF_QUESTION_DATE)
    rf_problems_add (problems, question->line, question->id, _ ("Remove future: it is for date questions."), _ ("A %s question has no future."), rf_question_kind_get_nick (question->kind));
}

static void
check_superseded (RfQuestionnaireBuilder *self,
                  const RfQuestion *question,
                  RfProblems *problems)
{
  for (guint i = 0; i < question->n_superseded; i++)
    if (g_hash_table_contains (self->storage->questions, question->superseded[i].question))
      rf_problems_add (problems, question->line, question->id, _ ("Only a question that is no longer asked can be superseded."), _ ("The question supersedes “%s”, which is still in the file."), question->superseded[i].question);
}

static void
check_questions (RfQuestionnaireBuilder *self,
                 RfProblems *problems)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      const RfQuestion *question = &g_array_index (self->questions, RfQuestion, i);

      check_options (question, problems);
      check_bands (question, problems);
      check_extent (question, problems);
      check_superseded (self, question, problems);
    }
}

static void
check_section_weights (RfQuestionnaireBuilder *self,
                       RfProblems *problems)
{
  gboolean weighed = self->storage->content.weighs_sections;
  gint64 sum = 0;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const RfSection *section = &g_array_index (self->sections, RfSection, i);

      sum += MAX (section->weight, 0);
      if ((section->weight >= 0) != weighed)
        rf_problems_add (problems, section->line, section->id, _ ("Give every section a weight, or none."), weighed ? _ ("The section has no weight, but others have.") : _ ("The section has a weight, but others have none."));
    }
  if (weighed && sum == 0)
    rf_problems_add (problems, g_array_index (self->sections, RfSection, 0).line, NULL, _ ("Give at least one section a weight above 0."), _ ("Every section has the weight 0, so nothing counts."));
}

static void
check_sections (RfQuestionnaireBuilder *self,
                RfProblems *problems)
{
  if (self->sections->len == 0)
    rf_problems_add (problems, 0, NULL, _ ("Add a section with a question."), _ ("The questionnaire has no sections."));
  for (guint i = 0; i < self->sections->len; i++)
    {
      const RfSection *section = &g_array_index (self->sections, RfSection, i);

      if (section->n_questions == 0)
        rf_problems_add (problems, section->line, section->id, _ ("Add a question, or remove the section."), _ ("The section has no questions."));
    }
  check_section_weights (self, problems);
}

/* Whether any section still weighs something once the profile's weights are in place. */
static gboolean
leaves_weight (const RfQuestionnaireBuilder *self,
               const RfProfile *profile)
{
  for (guint i = 0; i < self->sections->len; i++)
    {
      int weight = g_array_index (self->sections, RfSection, i).weight;

      for (guint k = 0; k < profile->n_weights; k++)
        if (profile->weights[k].of_section && profile->weights[k].index == i)
          weight = profile->weights[k].weight;
      if (weight > 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_profile (const RfQuestionnaireBuilder *self,
               const RfProfile *profile,
               RfProblems *problems)
{
  for (guint i = 0; i < profile->n_weights; i++)
    {
      const RfProfileWeight *weight = &profile->weights[i];

      if (weight->of_section && !self->storage->content.weighs_sections)
        rf_problems_add (problems, weight->line, profile->id, _ ("Weigh questions instead, or give every section a weight."), _ ("The profile weighs a section, but the questionnaire weighs none."));
      for (guint k = 0; k < i; k++)
        if (profile->weights[k].of_section == weight->of_section && profile->weights[k].index == weight->index)
          rf_problems_add (problems, weight->line, profile->id, _ ("Remove one of the two."), _ ("The profile weighs the same thing twice."));
    }
  if (self->storage->content.weighs_sections && profile->n_weights > 0 && !leaves_weight (self, profile))
    rf_problems_add (problems, profile->line, profile->id, _ ("Leave a section a weight above 0."), _ ("Under the profile every section weighs 0."));
}

static void
check_rating_bands (const RfQuestionnaireBuilder *self,
                    RfProblems *problems)
{
  const RfRatingBands *bands = &self->storage->content.bands;

  for (RfRating i = RF_RATING_LOW; i < RF_N_RATINGS; i++)
    if (bands->from[i] <= bands->from[i - 1])
      {
        rf_problems_add (problems, self->bands_line, NULL, _ ("Order them: low, moderate, high, very high, the first above 0."), _ ("The rating bands do not ascend."));
        return;
      }
}

/**
 * rf_questionnaire_builder_check:
 *
 * Adds a problem for every rule that is broken, a warning for what is allowed but without effect.
 */
void
rf_questionnaire_builder_check (RfQuestionnaireBuilder *self,
                                RfProblems *problems)
{
  check_sections (self, problems);
  check_questions (self, problems);
  check_rating_bands (self, problems);
  for (guint i = 0; i < self->profiles->len; i++)
    check_profile (self, &g_array_index (self->profiles, RfProfile, i), problems);
  for (guint i = 0; i < self->knock_outs->len; i++)
    {
      const RfKnockOut *knock_out = &g_array_index (self->knock_outs, RfKnockOut, i);

      if (knock_out->floor == RF_RATING_VERY_LOW)
        rf_problems_warn (problems, knock_out->line, knock_out->id, _ ("Give it a floor of low or above."), _ ("A floor of very low lifts nothing."));
    }
}
