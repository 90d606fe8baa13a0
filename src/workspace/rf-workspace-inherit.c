// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Answers copied from one offering to another. */

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

typedef struct
{
  RfWorkspace *workspace;         /* borrowed */
  const char *from;               /* an offering */
  const RfAssessment *assessment; /* of the offering that is copied from */
  const RfOpened *opened;         /* the assessment that is copied to */
  GPtrArray *changes;
} Copying;

/* What is noted beside a question that nobody answered yet is kept, and so is evidence. */
static void
keep_what_is_there (RfAnswer *answer,
                    const RfAnswer *there)
{
  if (there->note)
    {
      g_free (answer->note);
      answer->note = g_strdup (there->note);
    }
  for (guint i = 0; i < there->links->len; i++)
    {
      const RfEvidenceLink *kept = g_ptr_array_index (there->links, i);

      for (guint j = answer->links->len; j-- > 0;)
        if (g_str_equal (((RfEvidenceLink *) g_ptr_array_index (answer->links, j))->evidence, kept->evidence))
          g_ptr_array_remove_index (answer->links, j);
      g_ptr_array_add (answer->links, rf_evidence_link_new (kept->evidence, kept->grade, kept->locator));
    }
}

/* What an attestation shows of one offering it need not show of another. */
static void
mark_as_copy (RfAnswer *answer,
              const char *from)
{
  g_free (answer->inherited_from);
  answer->inherited_from = g_strdup (from);
  for (guint i = 0; i < answer->links->len; i++)
    {
      RfEvidenceLink *link = g_ptr_array_index (answer->links, i);

      link->grade = MIN (link->grade, RF_GRADE_STATEMENT);
    }
}

static gboolean
put_copy (const Copying *self,
          const RfQuestion *question,
          RfAnswer *answer,
          const RfAnswer *there,
          GError **error)
{
  RfAnswerValue value;
  guint credibility;

  mark_as_copy (answer, self->from);
  if (there)
    keep_what_is_there (answer, there);
  if (!rf_workspace_weigh_evidence (self->workspace, answer, self->opened->assessment->as_of, &credibility, error) ||
      !rf_answer_bind (answer, question, credibility, self->opened->assessment->as_of, &value, error))
    return FALSE;
  rf_workspace_order_choices (answer, question, &value);
  rf_changes_put (self->changes, rf_thing_from_answer (self->opened->assessment->id, answer, &value));
  return TRUE;
}

static RfThing *
find_source (const Copying *self,
             const RfQuestion *question,
             GError **error)
{
  g_autofree char *id = g_strconcat (self->assessment->id, "/", question->id, NULL);

  return rf_store_dup_thing (self->workspace->store, RF_THING_ANSWER, id, error);
}

/* @why_not (out): a sentence where the question cannot be copied, which is no error where all are meant. */
static gboolean
copy_answer (const Copying *self,
             const RfQuestion *question,
             char **why_not,
             GError **error)
{
  GError *failure = NULL;
  g_autoptr (RfThing) source = find_source (self, question, &failure);
  g_autoptr (RfThing) target = failure ? NULL : rf_workspace_find_answer (self->workspace, self->opened, question, &failure);
  g_autoptr (RfAnswer) answer = source ? rf_thing_to_answer (source) : NULL;
  g_autoptr (RfAnswer) there = target ? rf_thing_to_answer (target) : NULL;
  g_autoptr (GError) misfit = NULL;
  RfAnswerValue value;

  if (failure)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }
  if (question->scope == RF_SCOPE_ORGANISATION)
    *why_not = g_strdup_printf (_ ("Question %s is answered for all offerings at once; there is nothing to copy."), question->number);
  else if (there && there->state != RF_ANSWER_UNANSWERED)
    *why_not = g_strdup_printf (_ ("Question %s is answered here already. Take that answer back first."), question->number);
  else if (answer == NULL || answer->state == RF_ANSWER_UNANSWERED)
    *why_not = g_strdup_printf (_ ("“%s” has no answer to question %s."), self->from, question->number);
  else if (!rf_answer_bind (answer, question, RF_CREDIBILITY_NONE, self->opened->assessment->as_of, &value, &misfit))
    *why_not = g_strdup (misfit->message);
  else
    return put_copy (self, question, answer, there, error);
  return TRUE;
}

static gboolean
copy_all (const Copying *self,
          GError **error)
{
  const RfQuestionnaire *questionnaire = self->opened->questionnaire;

  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      g_autofree char *why_not = NULL;

      if (!copy_answer (self, &questionnaire->questions[i], &why_not, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
copy_named (const Copying *self,
            const char *const *questions,
            GError **error)
{
  for (guint i = 0; questions[i]; i++)
    {
      const RfQuestion *question = rf_workspace_find_question ((RfOpened *) self->opened, questions[i], error);
      g_autofree char *why_not = NULL;

      if (question == NULL || !copy_answer (self, question, &why_not, error))
        return FALSE;
      if (why_not)
        return rf_workspace_fail (error, RF_ERROR_INVALID, "%s", why_not);
    }
  return TRUE;
}

static gboolean
check_source (const Copying *self,
              GError **error)
{
  const RfOffering *offering = self->opened->offering;

  if (g_str_equal (offering->id, self->from))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” cannot take answers over from itself. Name another offering."), offering->name);
  if (!g_str_equal (self->assessment->questionnaire, self->opened->questionnaire->id))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” is assessed with the questionnaire “%s”, “%s” with “%s”: their answers do not mean the same."), self->from, self->assessment->questionnaire, offering->name, self->opened->questionnaire->id);
  return TRUE;
}

gboolean
rf_workspace_inherit_answers (RfWorkspace *self,
                              const char *offering,
                              const char *from,
                              const char *const *questions,
                              guint *n_copied,
                              GError **error)
{
  const RfOpened *opened = rf_workspace_get_editable (self, offering, error);
  g_autoptr (RfAssessment) assessment = opened ? rf_workspace_dup_assessment (self, from, error) : NULL;
  g_autoptr (RfOffering) source = assessment ? rf_workspace_dup_offering (self, from, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  Copying copying = { self, from, assessment, opened, changes };
  guint n;

  if (source == NULL || !check_source (&copying, error) ||
      !(questions ? copy_named (&copying, questions, error) : copy_all (&copying, error)))
    return FALSE;
  n = changes->len;
  /* Translators: a step for the undo menu; %s is an offering's name */
  if (n > 0 && !rf_workspace_do (self, changes, g_strdup_printf (_ ("copy answers from %s"), source->name), error))
    return FALSE;
  if (n_copied)
    *n_copied = n;
  return TRUE;
}
