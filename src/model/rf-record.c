// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-record.h"

#include "rf-language.h"

G_DEFINE_BOXED_TYPE (RfRecord, rf_record, rf_record_ref, rf_record_unref)

/**
 * rf_record_new:
 * @questionnaire_sha256: (nullable)
 * @offering: (transfer none)
 *
 * Makes a draft without answers; it is filled before it is shared.
 */
RfRecord *
rf_record_new (const char *questionnaire_id,
               guint questionnaire_revision,
               const char *questionnaire_sha256,
               RfDay as_of,
               RfOffering *offering)
{
  RfRecord *self = g_atomic_rc_box_new0 (RfRecord);

  self->questionnaire_id = g_strdup (questionnaire_id);
  self->questionnaire_revision = questionnaire_revision;
  self->questionnaire_sha256 = g_strdup (questionnaire_sha256);
  self->as_of = as_of;
  self->offering = rf_offering_ref (offering);
  self->use_cases = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_use_case_unref);
  self->evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_evidence_free);
  self->answers = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_answer_free);
  self->actions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_action_free);
  self->decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_decision_free);
  return self;
}

RfRecord *
rf_record_ref (RfRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear_record (gpointer data)
{
  RfRecord *self = data;

  g_free (self->questionnaire_id);
  g_free (self->questionnaire_sha256);
  g_free (self->assessor);
  g_free (self->approver);
  g_free (self->requested);
  g_clear_pointer (&self->earlier, rf_standing_free);
  g_free (self->homepage);
  g_free (self->provider_note);
  rf_offering_unref (self->offering);
  g_ptr_array_unref (self->use_cases);
  g_ptr_array_unref (self->evidence);
  g_ptr_array_unref (self->answers);
  g_ptr_array_unref (self->actions);
  g_ptr_array_unref (self->decisions);
}

void
rf_record_unref (RfRecord *self)
{
  g_atomic_rc_box_release_full (self, clear_record);
}

/**
 * rf_record_find_answer:
 * @question: a question's id
 *
 * Returns: (nullable): its answer
 */
const RfAnswer *
rf_record_find_answer (const RfRecord *self,
                       const char *question)
{
  for (guint i = 0; i < self->answers->len; i++)
    {
      const RfAnswer *answer = g_ptr_array_index (self->answers, i);

      if (g_str_equal (answer->question, question))
        return answer;
    }
  return NULL;
}

/**
 * rf_record_find_evidence:
 *
 * Returns: (nullable): the evidence with this id
 */
const RfEvidence *
rf_record_find_evidence (const RfRecord *self,
                         const char *id)
{
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const RfEvidence *evidence = g_ptr_array_index (self->evidence, i);

      if (g_str_equal (evidence->id, id))
        return evidence;
    }
  return NULL;
}

/**
 * rf_record_find_use_case:
 *
 * Returns: (nullable): the use case with this id
 */
const RfUseCase *
rf_record_find_use_case (const RfRecord *self,
                         const char *id)
{
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      const RfUseCase *use_case = g_ptr_array_index (self->use_cases, i);

      if (g_str_equal (use_case->id, id))
        return use_case;
    }
  return NULL;
}

/**
 * rf_record_find_decision:
 * @use_case: its id
 *
 * Returns: (nullable): what was decided for the use case, expired or not
 */
const RfDecision *
rf_record_find_decision (const RfRecord *self,
                         const char *use_case)
{
  for (guint i = 0; i < self->decisions->len; i++)
    {
      const RfDecision *decision = g_ptr_array_index (self->decisions, i);

      if (g_str_equal (decision->use_case, use_case))
        return decision;
    }
  return NULL;
}

static guint
link_credibility (const RfEvidenceLink *link,
                  const RfEvidence *evidence,
                  RfDay as_of)
{
  return evidence ? rf_grade_get_credibility (link->grade, evidence->expires, as_of) : RF_CREDIBILITY_NONE;
}

/**
 * rf_record_get_credibility:
 * @answer: an answer of this record
 *
 * Returns: what the best of the answer's evidence is worth on a day, percent; 50 where nothing is linked
 */
guint
rf_record_get_credibility (const RfRecord *self,
                           const RfAnswer *answer,
                           RfDay as_of)
{
  guint best = RF_CREDIBILITY_NONE;

  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (answer->links, i);

      best = MAX (best, link_credibility (link, rf_record_find_evidence (self, link->evidence), as_of));
    }
  return rf_answer_limit_credibility (answer, best);
}

/* What binding looks things up in, so that it takes one pass however long the record is. */
typedef struct
{
  const RfRecord *record;
  const RfQuestionnaire *questionnaire;
  RfDay as_of;
  RfProblems *problems;
  GHashTable *evidence; /* owned: id -> RfEvidence */
  gboolean *seen;       /* owned: by question index */
} Binding;

static guint
bind_evidence (const Binding *self,
               const RfAnswer *answer)
{
  guint best = RF_CREDIBILITY_NONE;

  for (guint i = 0; i < answer->links->len; i++)
    {
      const RfEvidenceLink *link = g_ptr_array_index (answer->links, i);
      const RfEvidence *evidence = g_hash_table_lookup (self->evidence, link->evidence);

      if (evidence == NULL)
        rf_problems_add (self->problems, 0, answer->question, _ ("Correct the id, or add the evidence."), _ ("There is no evidence “%s”."), link->evidence);
      best = MAX (best, link_credibility (link, evidence, self->as_of));
    }
  return rf_answer_limit_credibility (answer, best);
}

static void
bind_answer (const Binding *self,
             const RfAnswer *answer,
             RfAnswerValue *values)
{
  int index = rf_questionnaire_find_question (self->questionnaire, answer->question);
  g_autoptr (GError) error = NULL;

  if (index < 0)
    {
      rf_problems_add (self->problems, 0, answer->question, _ ("Correct the id, or remove the answer."), _ ("The questionnaire does not ask this question."));
      return;
    }
  if (self->seen[index])
    rf_problems_add (self->problems, 0, answer->question, _ ("Remove one of the two."), _ ("The question is answered twice."));
  self->seen[index] = TRUE;
  if (!rf_answer_bind (answer, &self->questionnaire->questions[index], bind_evidence (self, answer), self->as_of, &values[index], &error))
    rf_problems_add (self->problems, 0, answer->question, NULL, "%s", error->message);
}

static void
check_questionnaire (const Binding *self)
{
  const RfRecord *record = self->record;
  const RfQuestionnaire *questionnaire = self->questionnaire;

  if (!g_str_equal (record->questionnaire_id, questionnaire->id) || record->questionnaire_revision != questionnaire->revision)
    rf_problems_add (self->problems, 0, record->questionnaire_id, _ ("Use the questionnaire that was answered."), _ ("The answers are to “%s” revision %u, not to “%s” revision %u."), record->questionnaire_id, record->questionnaire_revision, questionnaire->id, questionnaire->revision);
  else if (record->questionnaire_sha256 && !g_str_equal (record->questionnaire_sha256, questionnaire->sha256))
    rf_problems_add (self->problems, 0, record->questionnaire_id, _ ("Use the file that was answered; a change needs a new revision."), _ ("The questionnaire has changed since it was answered: its SHA-256 is %s, the answers are to %s."), questionnaire->sha256, record->questionnaire_sha256);
}

/**
 * rf_record_bind:
 * @as_of: the day the figures are for
 * @problems: every answer that does not fit is added here
 *
 * Holds a record against a questionnaire.
 *
 * Returns: (transfer full) (array) (nullable): a value for each question, free with g_free(); %NULL where a
 *   problem is fatal
 */
RfAnswerValue *
rf_record_bind (const RfRecord *self,
                const RfQuestionnaire *questionnaire,
                RfDay as_of,
                RfProblems *problems)
{
  g_autofree RfAnswerValue *values = g_new (RfAnswerValue, questionnaire->n_questions);
  g_autofree gboolean *seen = g_new0 (gboolean, questionnaire->n_questions);
  g_autoptr (GHashTable) evidence = g_hash_table_new (g_str_hash, g_str_equal);
  Binding binding = { self, questionnaire, as_of, problems, evidence, seen };

  for (guint i = 0; i < questionnaire->n_questions; i++)
    values[i] = RF_ANSWER_VALUE_UNANSWERED;
  for (guint i = 0; i < self->evidence->len; i++)
    {
      RfEvidence *item = g_ptr_array_index (self->evidence, i);

      g_hash_table_insert (evidence, item->id, item);
    }
  check_questionnaire (&binding);
  for (guint i = 0; i < self->answers->len; i++)
    bind_answer (&binding, g_ptr_array_index (self->answers, i), values);
  return rf_problems_has_fatal (problems) ? NULL : g_steal_pointer (&values);
}

/**
 * rf_standing_new:
 * @approver: (nullable)
 * @submitted: may be %RF_DAY_NONE, as may @approved
 */
RfStanding *
rf_standing_new (RfStatus status,
                 const char *approver,
                 RfDay submitted,
                 RfDay approved)
{
  RfStanding *self = g_new0 (RfStanding, 1);

  self->status = status;
  self->approver = g_strdup (approver);
  self->submitted = submitted;
  self->approved = approved;
  return self;
}

RfStanding *
rf_standing_copy (const RfStanding *self)
{
  return rf_standing_new (self->status, self->approver, self->submitted, self->approved);
}

void
rf_standing_free (RfStanding *self)
{
  g_free (self->approver);
  g_free (self);
}

/* (nullable): the word of the file formats; %NULL for %RF_FILES_NOT_SAID */
const char *
rf_files_get_nick (RfFiles self)
{
  return self == RF_FILES_INCLUDED ? "included" : self == RF_FILES_LEFT_OUT ? "left-out"
                                                                            : NULL;
}

gboolean
rf_files_from_nick (const char *nick,
                    RfFiles *files)
{
  for (RfFiles i = RF_FILES_INCLUDED; nick && i <= RF_FILES_LEFT_OUT; i++)
    if (g_str_equal (nick, rf_files_get_nick (i)))
      {
        *files = i;
        return TRUE;
      }
  return FALSE;
}

RfAction *
rf_action_new (const char *id,
               const char *text)
{
  RfAction *self = g_new0 (RfAction, 1);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  return self;
}

RfAction *
rf_action_copy (const RfAction *self)
{
  RfAction *copy = rf_action_new (self->id, self->text);

  copy->question = g_strdup (self->question);
  copy->owner = g_strdup (self->owner);
  copy->due = self->due;
  copy->done = self->done;
  return copy;
}

/**
 * rf_action_is_overdue:
 *
 * Returns: whether it is open on the day @today and should have been done before it
 */
gboolean
rf_action_is_overdue (const RfAction *self,
                      RfDay today)
{
  return self->done == RF_DAY_NONE && self->due != RF_DAY_NONE && self->due < today;
}

void
rf_action_free (RfAction *self)
{
  g_free (self->id);
  g_free (self->text);
  g_free (self->question);
  g_free (self->owner);
  g_free (self);
}

RfDecision *
rf_decision_new (const char *use_case,
                 RfVerdict verdict)
{
  RfDecision *self = g_new0 (RfDecision, 1);

  self->use_case = g_strdup (use_case);
  self->verdict = verdict;
  return self;
}

RfDecision *
rf_decision_copy (const RfDecision *self)
{
  RfDecision *copy = rf_decision_new (self->use_case, self->verdict);

  copy->conditions = g_strdupv (self->conditions);
  copy->owner = g_strdup (self->owner);
  copy->rationale = g_strdup (self->rationale);
  copy->compensating_controls = g_strdup (self->compensating_controls);
  copy->decided = self->decided;
  copy->expires = self->expires;
  return copy;
}

/**
 * rf_decision_has_expired:
 *
 * Returns: whether the decision no longer stands on the day @today, so that its use case counts as open again. The
 *   last day on which it stands is the one on which it expires; one without such a day never does.
 */
gboolean
rf_decision_has_expired (const RfDecision *self,
                         RfDay today)
{
  return self->expires != RF_DAY_NONE && self->expires < today;
}

void
rf_decision_free (RfDecision *self)
{
  g_free (self->use_case);
  g_strfreev (self->conditions);
  g_free (self->owner);
  g_free (self->rationale);
  g_free (self->compensating_controls);
  g_free (self);
}
