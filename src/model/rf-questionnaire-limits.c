// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What the schema holds a file to, for questionnaires that were not read from one. */

#include "config.h"

#include "rf-questionnaire-builder-private.h"
#include "rf-language.h"

#include <string.h>

#define MAXIMUM_ID 64
#define MAXIMUM_RISK 100
#define MAXIMUM_WEIGHT 10000

static gboolean
is_id (const char *id)
{
  gsize length = id ? strlen (id) : 0;

  if (length == 0 || length > MAXIMUM_ID || !g_ascii_isalnum (id[0]))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (id[i]) && strchr ("._-", id[i]) == NULL)
      return FALSE;
  return TRUE;
}

static void
check_id (const char *id,
          guint line,
          const char *owner,
          RfProblems *problems)
{
  if (!is_id (id))
    rf_problems_add (problems, line, owner, _ ("Ids are letters, digits, points, hyphens and underscores, at most 64, the first a letter or digit."), _ ("“%s” is not an id."), id ? id : "");
}

/* Everything with an id begins with it. */
static void
check_ids (GArray *array,
           guint element_size,
           guint line_offset,
           RfProblems *problems)
{
  for (guint i = 0; i < array->len; i++)
    {
      const char *element = array->data + (gsize) i * element_size;
      const char *id = *(const char *const *) element;

      check_id (id, G_STRUCT_MEMBER (guint, element, line_offset), id, problems);
    }
}

#define CHECK_IDS(array, Type) check_ids ((array), sizeof (Type), G_STRUCT_OFFSET (Type, line), problems)

static void
check_risk (int risk,
            guint line,
            const char *question,
            RfProblems *problems)
{
  if (risk < 0 || risk > MAXIMUM_RISK)
    rf_problems_add (problems, line, question, _ ("Give a whole number from 0 to 100."), _ ("A risk of %d is outside the scale."), risk);
}

static void
check_weight (int weight,
              guint line,
              const char *owner,
              RfProblems *problems)
{
  if (weight < 0 || weight > MAXIMUM_WEIGHT)
    rf_problems_add (problems, line, owner, _ ("Give a whole number from 0 to 10000."), _ ("A weight of %d is outside the scale."), weight);
}

static void
check_question (const RfQuestion *question,
                const RfQuestionDraft *draft,
                RfProblems *problems)
{
  for (guint i = 0; i < question->n_options; i++)
    {
      check_id (question->options[i].id, question->options[i].line, question->id, problems);
      check_risk (question->options[i].risk, question->options[i].line, question->id, problems);
    }
  for (guint i = 0; i < question->n_bands; i++)
    check_risk (question->bands[i].risk, question->bands[i].line, question->id, problems);
  if (draft->has_weight)
    check_weight (question->weight, question->line, question->id, problems);
}

static void
check_profile_weights (const RfProfile *profile,
                       RfProblems *problems)
{
  for (guint i = 0; i < profile->n_weights; i++)
    check_weight (profile->weights[i].weight, profile->weights[i].line, profile->id, problems);
}

static void
check_all_ids (RfQuestionnaireBuilder *self,
               RfProblems *problems)
{
  check_id (self->storage->content.id, 0, NULL, problems);
  CHECK_IDS (self->frameworks, RfFramework);
  CHECK_IDS (self->incidents, RfIncident);
  CHECK_IDS (self->barriers, RfBarrier);
  CHECK_IDS (self->sections, RfSection);
  CHECK_IDS (self->questions, RfQuestion);
  CHECK_IDS (self->knock_outs, RfKnockOut);
  CHECK_IDS (self->profiles, RfProfile);
}

/**
 * rf_questionnaire_builder_check_limits:
 *
 * Adds a problem for every id, risk and weight that a file could not hold.
 */
void
rf_questionnaire_builder_check_limits (RfQuestionnaireBuilder *self,
                                       RfProblems *problems)
{
  check_all_ids (self, problems);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const RfSection *section = &g_array_index (self->sections, RfSection, i);

      /* -1: sections are not weighed */
      if (section->weight != -1)
        check_weight (section->weight, section->line, section->id, problems);
    }
  for (guint i = 0; i < self->questions->len; i++)
    check_question (&g_array_index (self->questions, RfQuestion, i), &g_array_index (self->question_drafts, RfQuestionDraft, i), problems);
  for (guint i = 0; i < self->profiles->len; i++)
    check_profile_weights (&g_array_index (self->profiles, RfProfile, i), problems);
}
