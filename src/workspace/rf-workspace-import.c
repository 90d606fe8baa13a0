// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Takes an answers file in, as one step. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-record-xml.h"
#include "rf-language.h"

typedef struct
{
  RfWorkspace *workspace;
  const RfRecord *record;
  RfQuestionnaire *questionnaire; /* owned */
  RfAnswerValue *values;          /* owned, by question index */
  GPtrArray *changes;             /* owned */
  GHashTable *evidence_ids;       /* owned: id in the record -> id in the workspace, where it differs */
  char *assessment;               /* owned: id */
} Import;

static void
import_clear (Import *self)
{
  g_clear_pointer (&self->questionnaire, rf_questionnaire_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->evidence_ids, g_hash_table_unref);
  g_clear_pointer (&self->assessment, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Import, import_clear)

static gboolean
hold_against_questionnaire (Import *self,
                            RfProblems *problems,
                            GError **error)
{
  const RfRecord *record = self->record;
  g_autoptr (RfProblems) own_problems = problems ? NULL : rf_problems_new (record->offering->id);

  self->questionnaire = rf_workspace_dup_questionnaire (self->workspace, record->questionnaire_id, record->questionnaire_revision, error);
  if (self->questionnaire == NULL)
    return FALSE;
  problems = problems ? problems : own_problems;
  self->values = rf_record_bind (record, self->questionnaire, record->as_of, problems);
  if (self->values == NULL)
    rf_problems_set_error (problems, error);
  return self->values != NULL;
}

/* An assessment that is there is gone on with, if its status and questionnaire let us. */
static gboolean
check_existing (const Import *self,
                const RfAssessment *assessment,
                GError **error)
{
  if (!rf_workspace_check_course (self->record->offering->name, &assessment->status, RF_COURSE_ANSWER, error))
    return FALSE;
  if (!g_str_equal (assessment->questionnaire, self->questionnaire->id) || assessment->revision != self->questionnaire->revision)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The assessment of “%s” answers “%s” revision %u; the file answers “%s” revision %u."), self->record->offering->name, assessment->questionnaire, assessment->revision, self->questionnaire->id, self->questionnaire->revision);
  return TRUE;
}

/* Nothing is approved by importing it: what the file says of that is kept beside, as what was so elsewhere. */
static void
keep_standing (RfAssessment *assessment,
               const RfRecord *record)
{
  RfStanding *earlier = NULL;

  if (record->status != RF_STATUS_DRAFT)
    earlier = rf_standing_new (record->status, record->approver, record->submitted, record->approved);
  else if (record->earlier)
    earlier = rf_standing_copy (record->earlier);
  if (earlier)
    {
      g_clear_pointer (&assessment->earlier, rf_standing_free);
      assessment->earlier = earlier;
    }
  if (record->next_review != RF_DAY_NONE)
    assessment->next_review = record->next_review;
  if (record->requested)
    {
      g_free (assessment->note);
      assessment->note = g_strdup (record->requested);
    }
}

static gboolean
put_assessment (Import *self,
                GError **error)
{
  const RfRecord *record = self->record;
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self->workspace, record->offering->id, error);
  g_autoptr (RfAssessment) assessment = NULL;

  if (assessments == NULL)
    return FALSE;
  if (assessments->len > 0)
    {
      assessment = g_ptr_array_steal_index (assessments, assessments->len - 1);
      if (!check_existing (self, assessment, error))
        return FALSE;
    }
  else
    {
      g_autofree char *id = g_strconcat (record->offering->id, ".1", NULL);

      assessment = rf_assessment_new (id);
      assessment->offering = g_strdup (record->offering->id);
      assessment->questionnaire = g_strdup (self->questionnaire->id);
      assessment->revision = self->questionnaire->revision;
    }
  assessment->as_of = record->as_of;
  if (record->assessor || assessment->assessor == NULL)
    {
      g_free (assessment->assessor);
      assessment->assessor = g_strdup (record->assessor ? record->assessor : rf_workspace_get_author (self->workspace));
    }
  keep_standing (assessment, record);
  self->assessment = g_strdup (assessment->id);
  rf_changes_put (self->changes, rf_thing_from_assessment (assessment));
  return TRUE;
}

static gboolean
is_same_evidence (const RfThing *one,
                  const RfThing *other)
{
  static const char *const fields[] = { "title", "sha256", "href", "retrieved", "expires" };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_strcmp0 (rf_thing_get (one, fields[i]), rf_thing_get (other, fields[i])) != 0)
      return FALSE;
  return TRUE;
}

/* (transfer full): what is known, with the size of the file that has come with it */
static RfThing *
with_size (const RfThing *known,
           guint64 size)
{
  RfThing *copy = rf_thing_copy (known);
  g_autofree char *digits = g_strdup_printf ("%" G_GUINT64_FORMAT, size);

  rf_thing_set (copy, "size", digits);
  return copy;
}

/* Evidence of other offerings may have the same id: it is kept apart under an id of its own. */
static gboolean
put_evidence (Import *self,
              const RfEvidence *evidence,
              GError **error)
{
  g_autoptr (RfThing) thing = rf_thing_from_evidence (evidence);
  g_autofree char *own_id = g_strdup_printf ("%s-%s", self->record->offering->id, evidence->id);
  const char *candidates[] = { evidence->id, own_id };

  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      GError *failure = NULL;
      g_autoptr (RfThing) known = rf_store_dup_thing (self->workspace->store, RF_THING_EVIDENCE, candidates[i], &failure);

      if (failure)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (known && !is_same_evidence (known, thing) && i + 1 < G_N_ELEMENTS (candidates))
        continue;
      if (i > 0)
        g_hash_table_insert (self->evidence_ids, g_strdup (evidence->id), g_strdup (candidates[i]));
      if (known && is_same_evidence (known, thing))
        {
          if (evidence->bytes)
            rf_changes_put (self->changes, with_size (known, evidence->size))->bytes = g_bytes_ref (evidence->bytes);
          return TRUE;
        }
      g_free (thing->id);
      thing->id = g_strdup (candidates[i]);
      rf_changes_put (self->changes, g_steal_pointer (&thing))->bytes = evidence->bytes ? g_bytes_ref (evidence->bytes) : NULL;
      return TRUE;
    }
  return TRUE;
}

static gboolean
put_answer (Import *self,
            const RfAnswer *given,
            GError **error)
{
  guint index = (guint) rf_questionnaire_find_question (self->questionnaire, given->question);
  const RfQuestion *question = &self->questionnaire->questions[index];
  g_autoptr (RfAnswer) answer = rf_answer_copy (given);
  g_autofree char *shared = rf_workspace_dup_shared_id (self->questionnaire->id, self->questionnaire->revision);
  gboolean is_shared = question->scope == RF_SCOPE_ORGANISATION;

  for (guint i = 0; i < answer->links->len; i++)
    {
      RfEvidenceLink *link = g_ptr_array_index (answer->links, i);
      const char *renamed = g_hash_table_lookup (self->evidence_ids, link->evidence);

      if (renamed)
        {
          g_free (link->evidence);
          link->evidence = g_strdup (renamed);
        }
    }
  rf_workspace_order_choices (answer, question, &self->values[index]);
  if (is_shared && !rf_workspace_put_organisation (self->workspace, self->changes, self->questionnaire, error))
    return FALSE;
  rf_changes_put (self->changes, rf_thing_from_answer (is_shared ? shared : self->assessment, answer, &self->values[index]));
  return TRUE;
}

/* What is known of the provider here stays; only what is not known is taken from the file. */
static gboolean
put_provider (Import *self,
              GError **error)
{
  const RfRecord *record = self->record;
  g_autoptr (GPtrArray) providers = rf_workspace_list_providers (self->workspace, error);
  g_autoptr (RfProvider) provider = NULL;

  if (providers == NULL)
    return FALSE;
  for (guint i = 0; i < self->changes->len; i++)
    {
      const RfChange *change = g_ptr_array_index (self->changes, i);

      if (change->thing->kind == RF_THING_PROVIDER)
        provider = rf_thing_to_provider (change->thing);
    }
  for (guint i = 0; i < providers->len && provider == NULL; i++)
    if (g_str_equal (((RfProvider *) g_ptr_array_index (providers, i))->name, record->offering->provider))
      provider = rf_provider_copy (g_ptr_array_index (providers, i));
  if (provider == NULL || (record->homepage == NULL && record->provider_note == NULL))
    return TRUE;
  if (!rf_workspace_check_line (_ ("A provider’s home page"), record->homepage, FALSE, error))
    return FALSE;
  if (provider->homepage == NULL)
    provider->homepage = g_strdup (record->homepage);
  if (provider->note == NULL)
    provider->note = g_strdup (record->provider_note);
  rf_changes_put (self->changes, rf_thing_from_provider (provider));
  return TRUE;
}

static gboolean
put_parts (Import *self,
           GError **error)
{
  const RfRecord *record = self->record;

  for (guint i = 0; i < record->use_cases->len; i++)
    rf_changes_put (self->changes, rf_thing_from_use_case (g_ptr_array_index (record->use_cases, i)));
  for (guint i = 0; i < record->evidence->len; i++)
    if (!put_evidence (self, g_ptr_array_index (record->evidence, i), error))
      return FALSE;
  for (guint i = 0; i < record->answers->len; i++)
    if (!put_answer (self, g_ptr_array_index (record->answers, i), error))
      return FALSE;
  for (guint i = 0; i < record->actions->len; i++)
    rf_changes_put (self->changes, rf_thing_from_action (self->assessment, g_ptr_array_index (record->actions, i)));
  for (guint i = 0; i < record->decisions->len; i++)
    rf_changes_put (self->changes, rf_thing_from_decision (self->assessment, g_ptr_array_index (record->decisions, i)));
  return TRUE;
}

char *
rf_workspace_import_record (RfWorkspace *self,
                            const RfRecord *record,
                            RfProblems *problems,
                            GError **error)
{
  g_auto (Import) import = { self, record };
  const RfOffering *offering = record->offering;

  rf_workspace_has_changed_elsewhere (self);
  import.changes = rf_changes_new ();
  import.evidence_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!rf_workspace_check_id (offering->id, error) ||
      !hold_against_questionnaire (&import, problems, error) ||
      !rf_workspace_put_offering (self, import.changes, offering, offering->id, error) ||
      !put_provider (&import, error) ||
      !put_assessment (&import, error) ||
      !put_parts (&import, error))
    return NULL;
  return rf_workspace_do (self, import.changes, g_strdup_printf (_ ("import answers of %s"), offering->name), error) ? g_strdup (offering->id) : NULL;
}

char *
rf_workspace_import_answers_file (RfWorkspace *self,
                                  const char *path,
                                  RfProblems *problems,
                                  GError **error)
{
  g_autoptr (RfRecord) record = rf_record_read_file (path, problems, error);

  return record ? rf_workspace_import_record (self, record, problems, error) : NULL;
}
