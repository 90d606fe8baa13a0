// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Assessments: opened for scoring, and begun with what the one before leaves. */

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

#include <string.h>

void
rf_opened_free (RfOpened *self)
{
  g_clear_pointer (&self->assessment, rf_assessment_free);
  g_clear_pointer (&self->offering, rf_offering_unref);
  g_clear_pointer (&self->evaluation, rf_evaluation_free);
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->frozen, rf_record_unref);
  g_free (self->values);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfOpened, rf_opened_free)

GPtrArray *
rf_workspace_list_assessments (RfWorkspace *self,
                               const char *offering,
                               GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_ASSESSMENT, offering, error);
  GPtrArray *assessments = things ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_assessment_free) : NULL;

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (assessments, rf_thing_to_assessment (g_ptr_array_index (things, i)));
  return assessments;
}

RfAssessment *
rf_workspace_dup_assessment (RfWorkspace *self,
                             const char *offering,
                             GError **error)
{
  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_OFFERING, offering, error);
  g_autoptr (GPtrArray) assessments = thing ? rf_workspace_list_assessments (self, offering, error) : NULL;

  if (assessments == NULL)
    return NULL;
  if (assessments->len > 0)
    return g_ptr_array_steal_index (assessments, assessments->len - 1);
  rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("“%s” has no assessment yet. Start one first."), rf_thing_get (thing, "name"));
  return NULL;
}

static RfOpened *
open_assessment (RfWorkspace *self,
                 const char *offering,
                 GError **error)
{
  g_autoptr (RfOpened) opened = g_new0 (RfOpened, 1);
  RfScoringContext context = { 0 };

  opened->assessment = rf_workspace_dup_assessment (self, offering, error);
  if (opened->assessment == NULL)
    return NULL;
  opened->offering = rf_workspace_dup_offering (self, offering, error);
  if (opened->offering == NULL)
    return NULL;
  opened->questionnaire = rf_workspace_dup_questionnaire (self, opened->assessment->questionnaire, opened->assessment->revision, error);
  if (opened->questionnaire == NULL)
    return NULL;
  opened->values = g_new (RfAnswerValue, opened->questionnaire->n_questions);
  if (!rf_store_read_answer_values (self->store, opened->assessment->id, opened->questionnaire->n_questions, opened->assessment->as_of, opened->values, error))
    return NULL;
  context.profile = rf_workspace_find_profile (self, opened->questionnaire);
  context.as_of = opened->assessment->as_of;
  context.offering = opened->offering;
  opened->evaluation = rf_evaluation_new (opened->questionnaire, &context);
  rf_evaluation_set_answers (opened->evaluation, opened->values);
  return g_steal_pointer (&opened);
}

/* (transfer none): the current assessment, ready for scoring; good until the next change */
RfOpened *
rf_workspace_get_opened (RfWorkspace *self,
                         const char *offering,
                         GError **error)
{
  RfOpened *opened;

  rf_workspace_has_changed_elsewhere (self);
  rf_workspace_follow_language (self);
  opened = g_hash_table_lookup (self->opened, offering);
  if (opened)
    return opened;
  opened = open_assessment (self, offering, error);
  if (opened)
    g_hash_table_insert (self->opened, g_strdup (offering), opened);
  return opened;
}

/* The same, where its status lets it be changed. */
RfOpened *
rf_workspace_get_editable (RfWorkspace *self,
                           const char *offering,
                           GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);

  if (opened && !rf_workspace_check_course (opened->offering->name, &opened->assessment->status, RF_COURSE_ANSWER, error))
    return NULL;
  return opened;
}

/* Where the organisation-wide answers to a questionnaire are kept. */
char *
rf_workspace_dup_shared_id (const char *questionnaire,
                            guint revision)
{
  return g_strdup_printf ("organisation.%s.%u", questionnaire, revision);
}

/* The record that holds the organisation-wide answers, made when the first of them is given. */
gboolean
rf_workspace_put_organisation (RfWorkspace *self,
                               GPtrArray *changes,
                               const RfQuestionnaire *questionnaire,
                               GError **error)
{
  g_autofree char *id = rf_workspace_dup_shared_id (questionnaire->id, questionnaire->revision);
  g_autoptr (RfAssessment) shared = rf_assessment_new (id);
  gboolean has;

  if (!rf_workspace_has_thing (self, RF_THING_ASSESSMENT, id, &has, error))
    return FALSE;
  if (has)
    return TRUE;
  shared->questionnaire = g_strdup (questionnaire->id);
  shared->revision = questionnaire->revision;
  rf_changes_put (changes, rf_thing_from_assessment (shared));
  return TRUE;
}

/* What a question was called in the assessment before, if its answer still means the same. */
static const RfThing *
find_earlier (GHashTable *earlier,
              const RfQuestion *question)
{
  const RfThing *answer = g_hash_table_lookup (earlier, question->id);

  for (guint i = 0; answer == NULL && i < question->n_superseded; i++)
    if (question->superseded[i].same_meaning)
      answer = g_hash_table_lookup (earlier, question->superseded[i].question);
  return answer;
}

static void
carry_over (GPtrArray *changes,
            const RfThing *earlier,
            const char *answers,
            const RfAssessment *assessment,
            const RfQuestion *question)
{
  g_autoptr (RfAnswer) answer = rf_thing_to_answer (earlier);
  RfAnswerValue value;

  g_free (answer->question);
  answer->question = g_strdup (question->id);
  g_free (answer->inherited_from);
  answer->inherited_from = g_strdup (assessment->offering);
  /* an answer that no longer fits its question has to be given anew */
  if (rf_answer_bind (answer, question, RF_CREDIBILITY_NONE, assessment->as_of, &value, NULL))
    rf_changes_put (changes, rf_thing_from_answer (answers, answer, &value));
}

static gboolean
collect_answers (RfWorkspace *self,
                 GHashTable *answers,
                 const char *from,
                 GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_ANSWER, from, error);

  for (guint i = 0; things && i < things->len; i++)
    {
      RfThing *copy = rf_thing_copy (g_ptr_array_index (things, i));

      g_hash_table_replace (answers, (gpointer) rf_thing_get_own_id (copy), copy);
    }
  return things != NULL;
}

/* What the whole organisation answers to @questionnaire, unless it was answered there before. */
static gboolean
carry_over_shared (RfWorkspace *self,
                   GPtrArray *changes,
                   const RfThing *earlier,
                   const RfAssessment *assessment,
                   const RfQuestionnaire *questionnaire,
                   const RfQuestion *question,
                   GError **error)
{
  g_autofree char *shared = rf_workspace_dup_shared_id (questionnaire->id, questionnaire->revision);
  g_autofree char *id = g_strconcat (shared, "/", question->id, NULL);
  gboolean has;

  if (!rf_workspace_has_thing (self, RF_THING_ASSESSMENT, shared, &has, error) ||
      (has && !rf_workspace_has_thing (self, RF_THING_ANSWER, id, &has, error)))
    return FALSE;
  if (has)
    return TRUE;
  if (!rf_workspace_put_organisation (self, changes, questionnaire, error))
    return FALSE;
  carry_over (changes, earlier, shared, assessment, question);
  return TRUE;
}

static gboolean
carry_over_all (RfWorkspace *self,
                GPtrArray *changes,
                const RfAssessment *last,
                const RfAssessment *assessment,
                const RfQuestionnaire *questionnaire,
                GError **error)
{
  g_autofree char *shared = rf_workspace_dup_shared_id (last->questionnaire, last->revision);
  g_autoptr (GHashTable) earlier = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) rf_thing_free);

  if (!collect_answers (self, earlier, shared, error) || !collect_answers (self, earlier, last->id, error))
    return FALSE;
  for (guint i = 0; i < questionnaire->n_questions; i++)
    {
      const RfQuestion *question = &questionnaire->questions[i];
      const RfThing *answer = find_earlier (earlier, question);

      if (answer == NULL)
        continue;
      if (question->scope != RF_SCOPE_ORGANISATION)
        carry_over (changes, answer, assessment->id, assessment, question);
      else if (!carry_over_shared (self, changes, answer, assessment, questionnaire, question, error))
        return FALSE;
    }
  return TRUE;
}

/* What is still to be done is so whatever version of the answers it came from. */
static gboolean
carry_over_actions (RfWorkspace *self,
                    GPtrArray *changes,
                    const RfAssessment *last,
                    const RfAssessment *assessment,
                    const RfQuestionnaire *questionnaire,
                    GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_ACTION, last->id, error);

  for (guint i = 0; things && i < things->len; i++)
    {
      g_autoptr (RfAction) action = rf_thing_to_action (g_ptr_array_index (things, i));

      if (action->done != RF_DAY_NONE)
        continue;
      if (action->question && rf_questionnaire_find_question (questionnaire, action->question) < 0)
        g_clear_pointer (&action->question, g_free);
      rf_changes_put (changes, rf_thing_from_action (assessment->id, action));
    }
  return things != NULL;
}

/* A decision stands until it expires or another takes its place, also while the next version is being made. */
static gboolean
carry_over_decisions (RfWorkspace *self,
                      GPtrArray *changes,
                      const RfAssessment *last,
                      const RfAssessment *assessment,
                      GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_DECISION, last->id, error);

  for (guint i = 0; things && i < things->len; i++)
    {
      g_autoptr (RfDecision) decision = rf_thing_to_decision (g_ptr_array_index (things, i));

      rf_changes_put (changes, rf_thing_from_decision (assessment->id, decision));
    }
  return things != NULL;
}

static RfAssessment *
make_assessment (RfWorkspace *self,
                 const char *offering,
                 const RfAssessment *last,
                 const RfQuestionnaire *questionnaire,
                 RfDay as_of)
{
  guint64 number = last ? g_ascii_strtoull (strrchr (last->id, '.') + 1, NULL, 10) : 0;
  g_autofree char *id = g_strdup_printf ("%s.%" G_GUINT64_FORMAT, offering, number + 1);
  RfAssessment *assessment = rf_assessment_new (id);

  assessment->offering = g_strdup (offering);
  assessment->questionnaire = g_strdup (questionnaire->id);
  assessment->revision = questionnaire->revision;
  assessment->as_of = as_of == RF_DAY_NONE ? rf_workspace_get_today (self) : as_of;
  assessment->assessor = g_strdup (self->author);
  return assessment;
}

gboolean
rf_workspace_start_assessment (RfWorkspace *self,
                               const char *offering,
                               const char *questionnaire_id,
                               guint revision,
                               RfDay as_of,
                               GError **error)
{
  rf_workspace_has_changed_elsewhere (self);

  g_autoptr (RfThing) thing = rf_workspace_dup_thing (self, RF_THING_OFFERING, offering, error);
  g_autoptr (RfQuestionnaire) questionnaire = thing ? rf_workspace_dup_questionnaire (self, questionnaire_id, revision, error) : NULL;
  g_autoptr (GPtrArray) assessments = questionnaire ? rf_workspace_list_assessments (self, offering, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();
  g_autoptr (RfAssessment) assessment = NULL;
  const RfAssessment *last;

  if (assessments == NULL)
    return FALSE;
  last = assessments->len > 0 ? g_ptr_array_index (assessments, assessments->len - 1) : NULL;
  if (!rf_workspace_check_course (rf_thing_get (thing, "name"), last ? &last->status : NULL, RF_COURSE_START, error))
    return FALSE;
  assessment = make_assessment (self, offering, last, questionnaire, as_of);
  rf_changes_put (changes, rf_thing_from_assessment (assessment));
  if (last && (!carry_over_all (self, changes, last, assessment, questionnaire, error) ||
               !carry_over_actions (self, changes, last, assessment, questionnaire, error) ||
               !carry_over_decisions (self, changes, last, assessment, error)))
    return FALSE;
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("start an assessment of %s"), rf_thing_get (thing, "name")), error);
}
