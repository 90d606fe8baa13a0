// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Records out of the workspace, figures, and what is frozen on approval. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-record-xml.h"
#include "rf-language.h"

#include <string.h>

#define SNAPSHOT_MARK "ringfence-snapshot: 1\n"

typedef struct
{
  const RfQuestionnaire *questionnaire;
} Order;

static int
compare_answers (gconstpointer a,
                 gconstpointer b,
                 gpointer data)
{
  const RfAnswer *one = *(const RfAnswer *const *) a;
  const RfAnswer *other = *(const RfAnswer *const *) b;
  const Order *order = data;

  return rf_questionnaire_find_question (order->questionnaire, one->question) - rf_questionnaire_find_question (order->questionnaire, other->question);
}

static gboolean
add_answers (RfWorkspace *self,
             RfRecord *record,
             const char *assessment,
             GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_ANSWER, assessment, error);

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (record->answers, rf_thing_to_answer (g_ptr_array_index (things, i)));
  return things != NULL;
}

/* Only the evidence the answers rest on, by id: the rest is not this offering's. */
static gboolean
add_evidence (RfWorkspace *self,
              RfRecord *record,
              const char *assessment,
              GError **error)
{
  g_autoptr (GPtrArray) things = rf_store_list_things (self->store, RF_THING_EVIDENCE, assessment, error);

  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (record->evidence, rf_thing_to_evidence (g_ptr_array_index (things, i)));
  return things != NULL;
}

static gboolean
add_the_rest (RfWorkspace *self,
              RfRecord *record,
              const char *assessment,
              GError **error)
{
  g_autoptr (GPtrArray) use_cases = rf_workspace_list_use_cases (self, error);
  g_autoptr (GPtrArray) actions = use_cases ? rf_store_list_things (self->store, RF_THING_ACTION, assessment, error) : NULL;
  g_autoptr (GPtrArray) decisions = actions ? rf_store_list_things (self->store, RF_THING_DECISION, assessment, error) : NULL;

  if (decisions == NULL)
    return FALSE;
  for (guint i = 0; i < use_cases->len; i++)
    g_ptr_array_add (record->use_cases, rf_use_case_ref (g_ptr_array_index (use_cases, i)));
  for (guint i = 0; i < actions->len; i++)
    g_ptr_array_add (record->actions, rf_thing_to_action (g_ptr_array_index (actions, i)));
  for (guint i = 0; i < decisions->len; i++)
    g_ptr_array_add (record->decisions, rf_thing_to_decision (g_ptr_array_index (decisions, i)));
  return TRUE;
}

static void
set_status (RfRecord *record,
            const RfAssessment *assessment)
{
  g_free (record->assessor);
  g_free (record->approver);
  record->assessor = g_strdup (assessment->assessor);
  record->approver = g_strdup (assessment->approver);
  record->status = assessment->status;
  record->submitted = assessment->submitted;
  record->approved = assessment->approved;
  record->next_review = assessment->next_review;
  g_free (record->requested);
  record->requested = g_strdup (assessment->note);
  g_clear_pointer (&record->earlier, rf_standing_free);
  record->earlier = assessment->earlier ? rf_standing_copy (assessment->earlier) : NULL;
}

static RfRecord *
build_record (RfWorkspace *self,
              const RfOpened *opened,
              GError **error)
{
  const RfQuestionnaire *questionnaire = opened->questionnaire;
  g_autoptr (RfRecord) record = rf_record_new (questionnaire->id, questionnaire->revision, questionnaire->sha256, opened->assessment->as_of, opened->offering);
  g_autofree char *shared = rf_workspace_dup_shared_id (questionnaire->id, questionnaire->revision);
  Order order = { questionnaire };

  set_status (record, opened->assessment);
  if (!add_answers (self, record, shared, error) || !add_answers (self, record, opened->assessment->id, error))
    return NULL;
  g_ptr_array_sort_with_data (record->answers, compare_answers, &order);
  if (!add_evidence (self, record, opened->assessment->id, error) || !add_the_rest (self, record, opened->assessment->id, error))
    return NULL;
  return g_steal_pointer (&record);
}

static void
append_figure (GString *text,
               const char *name,
               double figure)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, " %s=%s", name, g_ascii_dtostr (digits, sizeof digits, figure));
}

/* Every figure at full precision, so that it can be shown later that they were these. */
static void
append_figures (GString *text,
                const RfOpened *opened)
{
  static const char *const sides[RF_N_SIDES] = { "provider", "customer" };
  g_autoptr (RfScore) score = rf_evaluation_dup_score (opened->evaluation);

  for (guint i = 0; i < RF_N_SIDES; i++)
    {
      const RfSideScore *side = &score->sides[i];

      g_string_append_printf (text, "%s: %s", sides[i], rf_assessed_state_get_nick (side->state));
      append_figure (text, "low", side->figures.low);
      append_figure (text, "high", side->figures.high);
      append_figure (text, "unproven-high", side->figures.unproven_high);
      append_figure (text, "point", side->figures.point);
      append_figure (text, "coverage", side->figures.coverage);
      append_figure (text, "assurance", side->assurance);
      append_figure (text, "not-applicable-share", side->not_applicable_share);
      if (side->state != RF_NOT_ASSESSED)
        g_string_append_printf (text, " rating=%s..%s", rf_rating_get_nick (side->rating_low), rf_rating_get_nick (side->rating_high));
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < score->n_sections; i++)
    {
      g_string_append_printf (text, "section %s:", opened->questionnaire->sections[i].id);
      append_figure (text, "low", score->sections[i].low);
      append_figure (text, "high", score->sections[i].high);
      append_figure (text, "unproven-high", score->sections[i].unproven_high);
      append_figure (text, "point", score->sections[i].point);
      append_figure (text, "coverage", score->sections[i].coverage);
      g_string_append_c (text, '\n');
    }
  for (guint i = 0; i < score->n_knock_outs; i++)
    g_string_append_printf (text, "knock-out %s: %s\n", opened->questionnaire->knock_outs[i].id, rf_knock_out_result_get_nick (score->knock_outs[i]));
}

static void
append_day (GString *text,
            const char *name,
            RfDay day)
{
  g_autofree char *word = day == RF_DAY_NONE ? NULL : rf_day_to_string (day);

  g_string_append_printf (text, "%s: %s\n", name, word ? word : "-");
}

/**
 * rf_workspace_make_snapshot:
 * @approved: the assessment as it is approved
 *
 * Returns: (transfer full): one document: who approved what and when, the questionnaire's hash, all figures, an
 *   empty line, and the answers file with the hashes of the evidence
 */
GBytes *
rf_workspace_make_snapshot (RfWorkspace *self,
                            const RfOpened *opened,
                            const RfAssessment *approved,
                            GError **error)
{
  g_autoptr (RfRecord) record = build_record (self, opened, error);
  g_autoptr (GBytes) answers = record ? rf_record_write (record, error) : NULL;
  GString *text;

  if (answers == NULL)
    return NULL;
  text = g_string_new (SNAPSHOT_MARK);
  g_string_append_printf (text, "assessment: %s\nquestionnaire: %s %u %s\nengine: %s\n", approved->id, opened->questionnaire->id, opened->questionnaire->revision, opened->questionnaire->sha256, RF_ENGINE_VERSION);
  append_day (text, "as-of", approved->as_of);
  g_string_append_printf (text, "assessor: %s\napprover: %s\n", approved->assessor ? approved->assessor : "-", approved->approver);
  append_day (text, "approved", approved->approved);
  append_day (text, "next-review", approved->next_review);
  append_figures (text, opened);
  g_string_append_c (text, '\n');
  g_string_append_len (text, g_bytes_get_data (answers, NULL), (gssize) g_bytes_get_size (answers));
  return g_string_free_to_bytes (text);
}

/* What was approved: the record without what goes on after the approval. */
RfRecord *
rf_workspace_read_snapshot (RfWorkspace *self,
                            const RfAssessment *assessment,
                            GError **error)
{
  g_autoptr (GBytes) snapshot = rf_store_dup_snapshot (self->store, assessment->id, error);
  g_autoptr (GBytes) answers = NULL;
  gsize size;
  const char *text = snapshot ? g_bytes_get_data (snapshot, &size) : NULL;
  const char *end = text ? g_strstr_len (text, (gssize) size, "\n\n") : NULL;
  RfRecord *record;

  if (end == NULL)
    {
      if (error && *error == NULL)
        rf_workspace_fail (error, RF_ERROR_STORE, _ ("What was approved of “%s” cannot be read. Restore a backup."), assessment->offering);
      return NULL;
    }
  answers = g_bytes_new_from_bytes (snapshot, (gsize) (end + 2 - text), size - (gsize) (end + 2 - text));
  record = rf_record_read_bytes (answers, assessment->id, NULL, error);
  if (record)
    set_status (record, assessment);
  return record;
}

/* Decisions and actions go on after the approval, and so does what the use cases say. */
static gboolean
bring_up_to_date (RfWorkspace *self,
                  RfRecord *record,
                  const RfAssessment *assessment,
                  GError **error)
{
  g_ptr_array_set_size (record->use_cases, 0);
  g_ptr_array_set_size (record->actions, 0);
  g_ptr_array_set_size (record->decisions, 0);
  return add_the_rest (self, record, assessment->id, error);
}

static RfRecord *
read_approved (RfWorkspace *self,
               const RfAssessment *assessment,
               GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_read_snapshot (self, assessment, error);

  return record && bring_up_to_date (self, record, assessment, error) ? g_steal_pointer (&record) : NULL;
}

RfRecord *
rf_workspace_dup_record (RfWorkspace *self,
                         const char *offering,
                         GError **error)
{
  const RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  RfRecord *record;

  if (opened == NULL)
    return NULL;
  if (opened->assessment->approved != RF_DAY_NONE)
    return read_approved (self, opened->assessment, error);
  if (!rf_store_begin_reading (self->store, error))
    return NULL;
  record = build_record (self, opened, error);
  rf_store_end_reading (self->store);
  return record;
}

gboolean
rf_workspace_load_earlier_record (RfWorkspace *self,
                                  const char *offering,
                                  RfRecord **record,
                                  GError **error)
{
  g_autoptr (GPtrArray) assessments = rf_workspace_list_assessments (self, offering, error);
  RfRecord *found = NULL;

  if (assessments == NULL)
    return FALSE;
  for (guint i = assessments->len > 0 ? assessments->len - 1 : 0; found == NULL && i-- > 0;)
    {
      const RfAssessment *assessment = g_ptr_array_index (assessments, i);

      if (assessment->approved == RF_DAY_NONE)
        continue;
      found = rf_workspace_read_snapshot (self, assessment, error);
      if (found == NULL)
        return FALSE;
    }
  *record = found;
  return TRUE;
}

static gboolean
add_provider (RfWorkspace *self,
              RfRecord *record,
              GError **error)
{
  g_autoptr (GPtrArray) providers = rf_workspace_list_providers (self, error);

  for (guint i = 0; providers && i < providers->len; i++)
    {
      const RfProvider *provider = g_ptr_array_index (providers, i);

      if (!g_str_equal (provider->name, record->offering->provider))
        continue;
      g_free (record->homepage);
      g_free (record->provider_note);
      record->homepage = g_strdup (provider->homepage);
      record->provider_note = g_strdup (provider->note);
    }
  return providers != NULL;
}

/* A file the workspace was never given stays known by its hash. */
static gboolean
add_files (RfWorkspace *self,
           RfRecord *record,
           GError **error)
{
  for (guint i = 0; i < record->evidence->len; i++)
    {
      RfEvidence *evidence = g_ptr_array_index (record->evidence, i);
      GError *failure = NULL;

      if (evidence->sha256 == NULL || evidence->bytes)
        continue;
      evidence->bytes = rf_store_dup_file (self->store, evidence->sha256, &failure);
      if (failure)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      if (evidence->bytes)
        evidence->size = g_bytes_get_size (evidence->bytes);
    }
  return TRUE;
}

RfRecord *
rf_workspace_dup_export (RfWorkspace *self,
                         const char *offering,
                         gboolean with_files,
                         GError **error)
{
  g_autoptr (RfRecord) record = rf_workspace_dup_record (self, offering, error);

  if (record == NULL || !add_provider (self, record, error) || (with_files && !add_files (self, record, error)))
    return NULL;
  record->files = with_files ? RF_FILES_INCLUDED : RF_FILES_LEFT_OUT;
  return g_steal_pointer (&record);
}

static gboolean
set_context (RfWorkspace *self,
             const RfOpened *opened,
             const char *use_case,
             int profile,
             RfDay as_of,
             RfScoringContext *context,
             RfUseCase **loaded,
             GError **error)
{
  if (use_case)
    {
      *loaded = rf_workspace_dup_use_case (self, use_case, error);
      if (*loaded == NULL)
        return FALSE;
    }
  if (profile < RF_PROFILE_DEFAULT || profile >= (int) opened->questionnaire->n_profiles)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("The questionnaire has no profile number %d."), profile);
  context->profile = profile == RF_PROFILE_DEFAULT ? rf_workspace_find_profile (self, opened->questionnaire) : profile;
  context->as_of = as_of;
  context->offering = opened->offering;
  context->use_case = *loaded;
  return TRUE;
}

/* What was frozen as the engine takes it. Returns: (transfer full): by question index */
RfAnswerValue *
rf_workspace_bind_snapshot (const RfRecord *record,
                            const RfAssessment *assessment,
                            const RfQuestionnaire *questionnaire,
                            RfDay as_of,
                            GError **error)
{
  g_autoptr (RfProblems) problems = rf_problems_new (assessment->id);
  RfAnswerValue *frozen = rf_record_bind (record, questionnaire, as_of, problems);

  if (frozen == NULL)
    rf_problems_set_error (problems, error);
  return frozen;
}

/* An approved assessment is scored from what was frozen, so that later organisation-wide answers do not reach it. */
static RfAnswerValue *
dup_values (RfWorkspace *self,
            RfOpened *opened,
            RfDay as_of,
            GError **error)
{
  guint n_questions = opened->questionnaire->n_questions;
  g_autofree RfAnswerValue *values = NULL;

  if (opened->assessment->approved != RF_DAY_NONE)
    {
      if (opened->frozen == NULL)
        opened->frozen = rf_workspace_read_snapshot (self, opened->assessment, error);
      return opened->frozen ? rf_workspace_bind_snapshot (opened->frozen, opened->assessment, opened->questionnaire, as_of, error) : NULL;
    }
  if (as_of == opened->assessment->as_of)
    return g_memdup2 (opened->values, n_questions * sizeof *opened->values);
  values = g_new (RfAnswerValue, n_questions);
  return rf_store_read_answer_values (self->store, opened->assessment->id, n_questions, as_of, values, error) ? g_steal_pointer (&values) : NULL;
}

RfEvaluation *
rf_workspace_dup_evaluation (RfWorkspace *self,
                             const char *offering,
                             const char *use_case,
                             int profile,
                             RfDay as_of,
                             GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  g_autoptr (RfUseCase) loaded = NULL;
  g_autofree RfAnswerValue *values = NULL;
  RfScoringContext context = { 0 };
  RfEvaluation *evaluation;

  if (opened == NULL)
    return NULL;
  as_of = as_of == RF_DAY_NONE ? opened->assessment->as_of : as_of;
  if (use_case == NULL && profile == RF_PROFILE_DEFAULT && as_of == opened->assessment->as_of && opened->assessment->approved == RF_DAY_NONE)
    return rf_evaluation_copy (opened->evaluation);
  if (!set_context (self, opened, use_case, profile, as_of, &context, &loaded, error))
    return NULL;
  values = dup_values (self, opened, as_of, error);
  if (values == NULL)
    return NULL;
  evaluation = rf_evaluation_new (opened->questionnaire, &context);
  rf_evaluation_set_answers (evaluation, values);
  return evaluation;
}

RfScore *
rf_workspace_dup_score (RfWorkspace *self,
                        const char *offering,
                        const char *use_case,
                        int profile,
                        RfDay as_of,
                        GError **error)
{
  g_autoptr (RfEvaluation) evaluation = rf_workspace_dup_evaluation (self, offering, use_case, profile, as_of, error);

  return evaluation ? rf_evaluation_dup_score (evaluation) : NULL;
}
