// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

#include <string.h>

const RfQuestion *
rf_workspace_find_question (RfOpened *opened,
                            const char *question,
                            GError **error)
{
  int index = rf_questionnaire_find_question (opened->questionnaire, question);

  if (index >= 0)
    return &opened->questionnaire->questions[index];
  rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The questionnaire “%s” asks no question “%s”."), opened->questionnaire->id, question);
  return NULL;
}

/* Where the answer to a question is kept: with the assessment, or with all of them. */
char *
rf_workspace_dup_answers_id (const RfOpened *opened,
                             const RfQuestion *question)
{
  if (question->scope == RF_SCOPE_ORGANISATION)
    return rf_workspace_dup_shared_id (opened->questionnaire->id, opened->questionnaire->revision);
  return g_strdup (opened->assessment->id);
}

/* (nullable) without an error */
RfThing *
rf_workspace_find_answer (RfWorkspace *self,
                          const RfOpened *opened,
                          const RfQuestion *question,
                          GError **error)
{
  g_autofree char *answers = rf_workspace_dup_answers_id (opened, question);
  g_autofree char *id = g_strconcat (answers, "/", question->id, NULL);
  gboolean has;

  if (!rf_workspace_has_thing (self, RF_THING_ASSESSMENT, answers, &has, error) || !has)
    return NULL;
  return rf_store_dup_thing (self->store, RF_THING_ANSWER, id, error);
}

RfAnswer *
rf_workspace_dup_answer (RfWorkspace *self,
                         const char *offering,
                         const char *question_id,
                         GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  const RfQuestion *question = opened ? rf_workspace_find_question (opened, question_id, error) : NULL;
  g_autoptr (RfThing) thing = NULL;
  GError *failure = NULL;

  if (question == NULL)
    return NULL;
  thing = rf_workspace_find_answer (self, opened, question, &failure);
  if (failure)
    {
      g_propagate_error (error, failure);
      return NULL;
    }
  return thing ? rf_thing_to_answer (thing) : rf_answer_new (question_id, RF_ANSWER_UNANSWERED);
}

static void
drop_blank (char **text)
{
  if (*text && (*text)[strspn (*text, " \t\r\n")] == '\0')
    g_clear_pointer (text, g_free);
}

static gboolean
check_texts (const RfAnswer *answer,
             GError **error)
{
  for (guint i = 0; i < answer->links->len; i++)
    if (!rf_workspace_check_line (_ ("The place in a piece of evidence"), ((RfEvidenceLink *) g_ptr_array_index (answer->links, i))->locator, FALSE, error))
      return FALSE;
  return rf_workspace_check_text (_ ("An answer"), answer->value, error) &&
         rf_workspace_check_text (_ ("A reason"), answer->reason, error) &&
         rf_workspace_check_text (_ ("A reason"), answer->override_reason, error) &&
         rf_workspace_check_text (_ ("A note"), answer->note, error);
}

/* What the answer's evidence is worth, and whether it is there. */
gboolean
rf_workspace_weigh_evidence (RfWorkspace *self,
                             const RfAnswer *answer,
                             RfDay as_of,
                             guint *credibility,
                             GError **error)
{
  guint best = RF_CREDIBILITY_NONE;

  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (answer->links, i);
      g_autoptr (RfEvidence) evidence = rf_workspace_dup_evidence (self, link->evidence, error);

      if (evidence == NULL)
        return FALSE;
      best = MAX (best, rf_grade_get_credibility (link->grade, evidence->expires, as_of));
    }
  *credibility = rf_answer_limit_credibility (answer, best);
  return TRUE;
}

/* Chosen options stand in the questionnaire's order, whatever order they were given in. */
void
rf_workspace_order_choices (RfAnswer *answer,
                            const RfQuestion *question,
                            const RfAnswerValue *value)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new ();

  for (guint i = 0; i < question->n_options; i++)
    if (value->chosen & (G_GUINT64_CONSTANT (1) << i))
      g_ptr_array_add (choices, g_strdup (question->options[i].id));
  g_clear_pointer (&answer->choices, g_strfreev);
  if (choices->len == 0)
    return;
  g_ptr_array_add (choices, NULL);
  answer->choices = (char **) g_ptr_array_steal (choices, NULL);
}

static gboolean
is_untouched (const RfAnswer *answer)
{
  g_autoptr (RfAnswer) blank = rf_answer_new (answer->question, RF_ANSWER_UNANSWERED);

  return rf_answer_equal (answer, blank);
}

/* The figures follow before anybody is told. What is organisation-wide reaches the others when they are next
 * asked for. */
static void
follow (RfWorkspace *self,
        const char *offering,
        const RfQuestion *question,
        guint index,
        const RfAnswerValue *value)
{
  RfOpened *opened;

  if (question->scope == RF_SCOPE_ORGANISATION)
    g_hash_table_remove_all (self->opened);
  opened = g_hash_table_lookup (self->opened, offering);
  if (opened)
    {
      opened->values[index] = *value;
      rf_evaluation_set_answer (opened->evaluation, index, value);
    }
}

static gboolean
record_answer (RfWorkspace *self,
               const RfOpened *opened,
               const RfQuestion *question,
               const RfAnswer *answer,
               const RfAnswerValue *value,
               const char *description,
               GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autofree char *answers = rf_workspace_dup_answers_id (opened, question);
  RfThing *thing = rf_thing_from_answer (answers, answer, value);

  if (question->scope == RF_SCOPE_ORGANISATION && !rf_workspace_put_organisation (self, changes, opened->questionnaire, error))
    {
      rf_thing_free (thing);
      return FALSE;
    }
  if (is_untouched (answer))
    rf_changes_remove (changes, thing);
  else
    rf_changes_put (changes, thing);
  return rf_workspace_record_step (self, changes, g_strdup (description), error);
}

static gboolean
says_the_same (const RfAnswer *one,
               const RfAnswer *other)
{
  gboolean same_choices = one->choices && other->choices ? g_strv_equal ((const char *const *) one->choices, (const char *const *) other->choices)
                                                         : one->choices == other->choices;

  return one->state == other->state && same_choices && g_strcmp0 (one->value, other->value) == 0;
}

/* Leaves nothing changed where the answer is what it was: no step, no entry. One that is given anew is a copy no
 * longer, whoever forgot to say so. */
static gboolean
is_unchanged (RfWorkspace *self,
              const RfOpened *opened,
              const RfQuestion *question,
              RfAnswer *answer)
{
  g_autoptr (RfThing) thing = rf_workspace_find_answer (self, opened, question, NULL);
  g_autoptr (RfAnswer) known = thing ? rf_thing_to_answer (thing) : rf_answer_new (question->id, RF_ANSWER_UNANSWERED);

  if (g_strcmp0 (known->inherited_from, answer->inherited_from) == 0 && !says_the_same (known, answer))
    g_clear_pointer (&answer->inherited_from, g_free);
  return rf_answer_equal (known, answer);
}

static gboolean
put_answer (RfWorkspace *self,
            const char *offering,
            const RfAnswer *given,
            const char *format,
            GError **error)
{
  RfOpened *opened = rf_workspace_get_editable (self, offering, error);
  const RfQuestion *question = opened ? rf_workspace_find_question (opened, given->question, error) : NULL;
  g_autoptr (RfQuestionnaire) questionnaire = opened ? rf_questionnaire_ref (opened->questionnaire) : NULL;
  g_autoptr (RfAnswer) answer = NULL;
  g_autoptr (GString) description = g_string_new (format);
  RfAnswerValue value;
  guint credibility;

  if (question == NULL)
    return FALSE;
  answer = rf_answer_copy (given);
  drop_blank (&answer->note);
  drop_blank (&answer->reason);
  drop_blank (&answer->override_reason);
  if (!check_texts (answer, error) || !rf_answer_bind (answer, question, RF_CREDIBILITY_NONE, opened->assessment->as_of, &value, error))
    return FALSE;
  rf_workspace_order_choices (answer, question, &value);
  if (is_unchanged (self, opened, question, answer))
    return TRUE;
  if (!rf_workspace_weigh_evidence (self, answer, opened->assessment->as_of, &credibility, error))
    return FALSE;
  value.credibility = (guint8) credibility;
  g_string_replace (description, "%s", question->number, 1);
  if (!record_answer (self, opened, question, answer, &value, description->str, error))
    return FALSE;
  follow (self, offering, question, (guint) (question - questionnaire->questions), &value);
  rf_workspace_tell (self);
  return TRUE;
}

gboolean
rf_workspace_put_answer (RfWorkspace *self,
                         const char *offering,
                         const RfAnswer *answer,
                         GError **error)
{
  return put_answer (self, offering, answer, _ ("answer %s"), error);
}

gboolean
rf_workspace_confirm_answer (RfWorkspace *self,
                             const char *offering,
                             const char *question,
                             GError **error)
{
  RfOpened *opened = rf_workspace_get_editable (self, offering, error);
  g_autoptr (RfAnswer) answer = opened ? rf_workspace_dup_answer (self, offering, question, error) : NULL;

  if (answer == NULL)
    return FALSE;
  if (answer->inherited_from == NULL)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The answer to “%s” is not a copy, so there is nothing to confirm."), question);
  g_clear_pointer (&answer->inherited_from, g_free);
  return put_answer (self, offering, answer, _ ("confirm %s"), error);
}

static void
drop_link (RfAnswer *answer,
           const char *evidence)
{
  for (guint i = answer->links->len; i-- > 0;)
    if (g_str_equal (((RfEvidenceLink *) g_ptr_array_index (answer->links, i))->evidence, evidence))
      g_ptr_array_remove_index (answer->links, i);
}

gboolean
rf_workspace_link_evidence (RfWorkspace *self,
                            const char *offering,
                            const char *question,
                            const char *evidence,
                            RfGrade grade,
                            const char *locator,
                            GError **error)
{
  g_autoptr (RfAnswer) answer = rf_workspace_dup_answer (self, offering, question, error);

  if (answer == NULL)
    return FALSE;
  drop_link (answer, evidence);
  g_ptr_array_add (answer->links, rf_evidence_link_new (evidence, grade, locator));
  return rf_workspace_put_answer (self, offering, answer, error);
}

gboolean
rf_workspace_unlink_evidence (RfWorkspace *self,
                              const char *offering,
                              const char *question,
                              const char *evidence,
                              GError **error)
{
  g_autoptr (RfAnswer) answer = rf_workspace_dup_answer (self, offering, question, error);
  guint n_links;

  if (answer == NULL)
    return FALSE;
  n_links = answer->links->len;
  drop_link (answer, evidence);
  if (answer->links->len == n_links)
    return rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("The evidence “%s” does not support this answer."), evidence);
  return rf_workspace_put_answer (self, offering, answer, error);
}
