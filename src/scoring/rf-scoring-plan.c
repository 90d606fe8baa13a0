// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-scoring-plan.h"

/* Where the parts gather while a plan is made. */
typedef struct
{
  RfScoringPlan *plan; /* borrowed */
  GArray *terms;
  GArray *choices;
  GArray *links;
} Draft;

/* That a question's state decides on a dependent. */
typedef struct
{
  guint32 question;
  guint32 dependent;
} Link;

static gboolean
asks_about_answer (RfConditionKind kind)
{
  return kind == RF_CONDITION_ANSWER_CHOSE || kind == RF_CONDITION_ANSWER_AT_LEAST || kind == RF_CONDITION_ANSWER_BELOW;
}

static gboolean
asks_about_context (RfConditionKind kind)
{
  return kind == RF_CONDITION_OFFERING_IS || kind == RF_CONDITION_USE_CASE_IS || kind == RF_CONDITION_USE_CASE_AT_LEAST;
}

static guint32
draft_condition (Draft *draft,
                 const RfConditionNode *nodes,
                 guint32 dependent)
{
  guint32 first = draft->terms->len;

  if (nodes == NULL)
    return RF_NO_CONDITION;
  for (guint i = 0; i < nodes[0].length; i++)
    {
      const RfConditionNode *node = &nodes[i];
      RfTerm term = { node->kind, node->length, node->question, node->options, node->limit };

      if (asks_about_context (node->kind))
        {
          term.about = draft->plan->context_terms->len;
          g_ptr_array_add (draft->plan->context_terms, (gpointer) node);
        }
      if (asks_about_answer (node->kind))
        {
          Link link = { node->question, dependent };
          g_array_append_val (draft->links, link);
        }
      g_array_append_val (draft->terms, term);
    }
  return first;
}

static void
draft_question (Draft *draft,
                guint index,
                guint section)
{
  const RfQuestion *question = &draft->plan->questionnaire->questions[index];
  RfPlannedQuestion *planned = &draft->plan->questions[index];

  planned->weight = question->weight;
  planned->least_risk = question->least_risk;
  planned->greatest_risk = question->greatest_risk;
  planned->section = section;
  planned->kind = question->kind;
  planned->combine = question->combine;
  planned->scored = question->scored;
  planned->first_choice = draft->choices->len;
  for (guint i = 0; i < question->n_options; i++)
    {
      RfGradedChoice choice = { 0, question->options[i].risk * RF_NUMBER_ONE, question->options[i].exclusive };
      g_array_append_val (draft->choices, choice);
    }
  for (guint i = 0; i < question->n_bands; i++)
    {
      RfGradedChoice choice = { question->bands[i].from, question->bands[i].risk * RF_NUMBER_ONE, FALSE };
      g_array_append_val (draft->choices, choice);
    }
  planned->n_choices = draft->choices->len - planned->first_choice;
  draft->plan->step_of_question[index] = draft->plan->n_steps;
  draft->plan->steps[draft->plan->n_steps] = index;
  planned->condition = draft_condition (draft, question->applies_if, draft->plan->n_steps);
  draft->plan->n_steps++;
}

static void
draft_section (Draft *draft,
               guint index)
{
  const RfSection *section = &draft->plan->questionnaire->sections[index];
  RfPlannedSection *planned = &draft->plan->sections[index];

  planned->weight = MAX (section->weight, 0);
  planned->side = section->side;
  planned->first_question = section->first_question;
  planned->n_questions = section->n_questions;
  draft->plan->step_of_section[index] = draft->plan->n_steps;
  draft->plan->steps[draft->plan->n_steps] = index | RF_STEP_IS_SECTION;
  planned->condition = draft_condition (draft, section->applies_if, draft->plan->n_steps);
  draft->plan->n_steps++;
  for (guint i = 0; i < section->n_questions; i++)
    draft_question (draft, section->first_question + i, index);
}

static void
apply_profile (RfScoringPlan *self)
{
  const RfProfile *profile;

  if (self->profile < 0)
    return;
  profile = &self->questionnaire->profiles[self->profile];
  for (guint i = 0; i < profile->n_weights; i++)
    {
      const RfProfileWeight *weight = &profile->weights[i];

      if (weight->of_section)
        self->sections[weight->index].weight = weight->weight;
      else
        self->questions[weight->index].weight = weight->weight;
    }
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  const Link *one = a;
  const Link *other = b;

  if (one->question != other->question)
    return one->question < other->question ? -1 : 1;
  return one->dependent < other->dependent ? -1 : one->dependent > other->dependent;
}

static void
lay_out_dependents (RfScoringPlan *self,
                    GArray *links)
{
  guint n = 0;

  g_array_sort (links, compare_links);
  self->dependents = g_new (guint32, links->len);
  for (guint i = 0; i < links->len; i++)
    {
      const Link *link = &g_array_index (links, Link, i);
      RfPlannedQuestion *question = &self->questions[link->question];

      if (i > 0 && compare_links (link, link - 1) == 0)
        continue;
      if (question->n_dependents == 0)
        question->first_dependent = n;
      question->n_dependents++;
      self->dependents[n++] = link->dependent;
    }
}

/**
 * rf_scoring_plan_new:
 * @profile: an index into the questionnaire's profiles, or -1 for the file's own weights
 */
RfScoringPlan *
rf_scoring_plan_new (const RfQuestionnaire *questionnaire,
                     int profile)
{
  RfScoringPlan *self = g_atomic_rc_box_new0 (RfScoringPlan);
  g_autoptr (GArray) terms = g_array_new (FALSE, FALSE, sizeof (RfTerm));
  g_autoptr (GArray) choices = g_array_new (FALSE, FALSE, sizeof (RfGradedChoice));
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (Link));
  Draft draft = { self, terms, choices, links };

  /* a questionnaire never changes; counting it is all that is done to it */
  self->questionnaire = rf_questionnaire_ref ((RfQuestionnaire *) questionnaire);
  self->profile = profile;
  self->questions = g_new0 (RfPlannedQuestion, questionnaire->n_questions);
  self->sections = g_new0 (RfPlannedSection, questionnaire->n_sections);
  self->knock_out_conditions = g_new (guint32, questionnaire->n_knock_outs);
  self->steps = g_new (guint32, questionnaire->n_questions + questionnaire->n_sections);
  self->step_of_question = g_new (guint32, questionnaire->n_questions);
  self->step_of_section = g_new (guint32, questionnaire->n_sections);
  self->context_terms = g_ptr_array_new ();
  for (guint i = 0; i < questionnaire->n_sections; i++)
    draft_section (&draft, i);
  for (guint i = 0; i < questionnaire->n_knock_outs; i++)
    self->knock_out_conditions[i] = draft_condition (&draft, questionnaire->knock_outs[i].violated_if, i | RF_DEPENDENT_IS_KNOCK_OUT);
  apply_profile (self);
  lay_out_dependents (self, links);
  self->n_terms = terms->len;
  self->terms = (RfTerm *) g_array_steal (terms, NULL);
  self->choices = (RfGradedChoice *) g_array_steal (choices, NULL);
  return self;
}

RfScoringPlan *
rf_scoring_plan_ref (RfScoringPlan *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_plan (gpointer data)
{
  RfScoringPlan *self = data;

  rf_questionnaire_unref (self->questionnaire);
  g_free (self->questions);
  g_free (self->sections);
  g_free (self->knock_out_conditions);
  g_free (self->terms);
  g_free (self->choices);
  g_free (self->dependents);
  g_free (self->steps);
  g_free (self->step_of_question);
  g_free (self->step_of_section);
  g_ptr_array_unref (self->context_terms);
}

void
rf_scoring_plan_unref (RfScoringPlan *self)
{
  g_atomic_rc_box_release_full (self, clear_plan);
}
