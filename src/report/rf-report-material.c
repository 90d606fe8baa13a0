// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-material.h"

#include "rf-language.h"

#include "rf-fit.h"

static void
subject_free (gpointer data)
{
  RfReportSubject *self = data;

  rf_findings_unref (self->findings);
  g_clear_pointer (&self->approved, rf_findings_unref);
  g_free (self);
}

RfReportMaterial *
rf_report_material_new (void)
{
  RfReportMaterial *self = g_atomic_rc_box_new0 (RfReportMaterial);

  self->subjects = g_ptr_array_new_with_free_func (subject_free);
  self->benchmarks = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_benchmarks_unref);
  self->audit = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_audit_entry_free);
  self->intentions = g_array_new (FALSE, FALSE, sizeof (RfIntention));
  self->acceptable = RF_FIT_DEFAULT_ACCEPTABLE;
  return self;
}

static void
material_clear (gpointer data)
{
  RfReportMaterial *self = data;

  g_ptr_array_unref (self->subjects);
  g_clear_pointer (&self->benchmarks, g_ptr_array_unref);
  g_ptr_array_unref (self->audit);
  g_array_unref (self->intentions);
  g_clear_pointer (&self->comparison, rf_comparison_unref);
  g_clear_pointer (&self->weighed, rf_ranking_study_unref);
  g_clear_pointer (&self->language, rf_language_unref);
  g_free (self->chain_head);
}

RfReportMaterial *
rf_report_material_ref (RfReportMaterial *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
rf_report_material_unref (RfReportMaterial *self)
{
  g_atomic_rc_box_release_full (self, material_clear);
}

/**
 * rf_report_material_add:
 * @approved: (nullable): what the last approved assessment of the same offering came to
 *
 * Adds one offering; both are referenced.
 */
void
rf_report_material_add (RfReportMaterial *self,
                        RfFindings *findings,
                        RfFindings *approved)
{
  RfReportSubject *subject = g_new0 (RfReportSubject, 1);

  subject->findings = rf_findings_ref (findings);
  subject->approved = approved != NULL ? rf_findings_ref (approved) : NULL;
  g_ptr_array_add (self->subjects, subject);
}

static gboolean
concerns (const RfRecord *record,
          const char *subject)
{
  const char *id = strchr (subject, ' ');
  gsize length = strlen (record->offering->id);

  if (id == NULL)
    return FALSE;
  id++;
  if (g_str_has_prefix (subject, "evidence "))
    return rf_record_find_evidence (record, id) != NULL;
  if (g_str_has_prefix (subject, "use-case "))
    return rf_record_find_use_case (record, id) != NULL;
  return strncmp (id, record->offering->id, length) == 0 && (id[length] == '\0' || id[length] == '.');
}

static gboolean
gather_audit (RfReportMaterial *self,
              RfWorkspace *workspace,
              GError **error)
{
  g_autoptr (GPtrArray) entries = rf_workspace_list_audit (workspace, 1, 0, error);

  for (guint i = 0; entries != NULL && i < entries->len; i++)
    {
      const RfAuditEntry *entry = entries->pdata[i];

      for (guint j = 0; j < self->subjects->len; j++)
        if (concerns (((RfReportSubject *) self->subjects->pdata[j])->findings->record, entry->subject))
          {
            g_ptr_array_add (self->audit, rf_audit_entry_copy (entry));
            break;
          }
    }
  return entries != NULL;
}

/* What was approved before is scored on its own day, under the profile of today if its questionnaire has it. */
static gboolean
gather_approved (RfReportSubject *self,
                 RfWorkspace *workspace,
                 GError **error)
{
  g_autoptr (RfRecord) record = NULL;
  g_autoptr (RfQuestionnaire) questionnaire = NULL;
  RfScoringContext context = { .profile = self->findings->profile, .use_case = self->findings->use_case };

  if (!rf_workspace_load_earlier_record (workspace, self->findings->record->offering->id, &record, error))
    return FALSE;
  if (record == NULL)
    return TRUE;
  questionnaire = rf_workspace_dup_questionnaire (workspace, record->questionnaire_id, record->questionnaire_revision, error);
  if (questionnaire == NULL)
    return FALSE;
  if (context.profile >= (int) questionnaire->n_profiles)
    context.profile = questionnaire->default_profile;
  context.as_of = record->as_of;
  self->approved = rf_findings_new (questionnaire, record, &context, NULL, error);
  return self->approved != NULL;
}

static gboolean
gather_intentions (RfReportMaterial *self,
                   RfWorkspace *workspace,
                   GError **error)
{
  g_autoptr (GPtrArray) offerings = rf_workspace_list_offerings (workspace, error);

  for (guint i = 0; offerings != NULL && i < offerings->len; i++)
    g_array_append_val (self->intentions, ((const RfOffering *) offerings->pdata[i])->spending);
  return offerings != NULL;
}

/**
 * rf_report_material_gather:
 * @workspace: where the findings added so far come from
 *
 * Adds what the store knows beside them: what was last approved, the changes to them, what the company means to
 * spend, the workspace's day, and the head of the audit chain.
 */
gboolean
rf_report_material_gather (RfReportMaterial *self,
                           RfWorkspace *workspace,
                           GError **error)
{
  for (guint i = 0; i < self->subjects->len; i++)
    if (!gather_approved (self->subjects->pdata[i], workspace, error))
      return FALSE;
  if (!gather_audit (self, workspace, error) || !gather_intentions (self, workspace, error))
    return FALSE;
  self->today = rf_workspace_get_today (workspace);
  self->chain_head = rf_workspace_dup_head (workspace, error);
  return self->chain_head != NULL;
}

/* The first ranking of the study is the comparison, of the same draws. */
static gboolean
compare (RfReportMaterial *self,
         RfRecord *const *records,
         const RfScoringContext *context,
         guint64 seed,
         GCancellable *cancellable,
         GError **error)
{
  RfQuestionnaire *questionnaire = ((const RfReportSubject *) self->subjects->pdata[0])->findings->questionnaire;
  guint n = self->subjects->len;

  if (n > RF_REPORT_MOST_WEIGHED)
    self->comparison = rf_comparison_new (questionnaire, records, n, context, seed, RF_COMPARISON_DEFAULT_DRAWS, cancellable, error);
  else
    {
      self->weighed = rf_ranking_study_new (questionnaire, records, n, context, seed, RF_COMPARISON_DEFAULT_DRAWS, cancellable, error);
      if (self->weighed)
        self->comparison = rf_comparison_ref (((const RfRankingUnderProfile *) g_ptr_array_index (self->weighed->rankings, 0))->comparison);
    }
  return self->comparison != NULL;
}

/**
 * rf_report_material_compare:
 * @seed: of the draws; printed
 *
 * Adds how far the order of the offerings can be trusted, and what other weights make of it; nothing where there is only
 * one. They are compared under the profile, the use case and the day of the first.
 */
gboolean
rf_report_material_compare (RfReportMaterial *self,
                            guint64 seed,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autofree RfRecord **records = g_new0 (RfRecord *, self->subjects->len);
  const RfFindings *first;
  RfScoringContext context = { 0 };

  if (self->subjects->len < 2)
    return TRUE;
  first = ((const RfReportSubject *) self->subjects->pdata[0])->findings;
  context.profile = first->profile;
  context.as_of = first->as_of;
  context.use_case = first->use_case;
  for (guint i = 0; i < self->subjects->len; i++)
    records[i] = ((const RfReportSubject *) self->subjects->pdata[i])->findings->record;
  return compare (self, records, &context, seed, cancellable, error);
}
