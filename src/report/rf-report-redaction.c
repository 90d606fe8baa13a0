// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-material.h"
#include "rf-language.h"

/* The material itself is stripped, not the printed page: what is not there cannot be printed by a chapter that
 * forgot to ask. The figures follow from states, choices, grades and days, all of which stay. */

static int
find_evidence (const RfRecord *record,
               const char *id)
{
  for (guint i = 0; i < record->evidence->len; i++)
    if (g_str_equal (((const RfEvidence *) record->evidence->pdata[i])->id, id))
      return (int) i;
  return -1;
}

/* A locator can quote the file it points into. */
static void
strip_links (RfAnswer *answer,
             const RfRecord *source)
{
  for (guint i = 0; i < answer->links->len; i++)
    {
      RfEvidenceLink *link = answer->links->pdata[i];
      int index = find_evidence (source, link->evidence);
      g_autofree char *id = g_strdup_printf ("evidence-%d", index + 1);

      answer->links->pdata[i] = rf_evidence_link_new (id, link->grade, NULL);
      rf_evidence_link_free (link);
    }
}

static void
replace (char **text)
{
  if (*text == NULL)
    return;
  g_free (*text);
  *text = g_strdup (_ ("withheld"));
}

static RfAnswer *
strip_answer (const RfAnswer *source,
              const RfRecord *record,
              const RfQuestionnaire *questionnaire)
{
  RfAnswer *answer = rf_answer_copy (source);
  int question = rf_questionnaire_find_question (questionnaire, source->question);

  replace (&answer->reason);
  replace (&answer->override_reason);
  g_clear_pointer (&answer->note, g_free);
  /* that it is a copy bears on its worth; of what it is one does not */
  if (answer->inherited_from != NULL)
    {
      g_free (answer->inherited_from);
      answer->inherited_from = g_strdup (_ ("another offering"));
    }
  if (question >= 0 && questionnaire->questions[question].kind == RF_QUESTION_TEXT)
    replace (&answer->value);
  strip_links (answer, record);
  return answer;
}

static RfEvidence *
strip_evidence (const RfEvidence *source,
                guint index)
{
  g_autofree char *id = g_strdup_printf ("evidence-%u", index + 1);
  g_autofree char *name = g_strdup_printf (_ ("Evidence %u"), index + 1);
  RfEvidence *evidence = rf_evidence_new (id, name);

  evidence->expires = source->expires;
  return evidence;
}

static RfUseCase *
strip_use_case (const RfUseCase *source,
                guint index)
{
  g_autofree char *id = g_strdup_printf ("use-case-%u", index + 1);
  g_autofree char *name = g_strdup_printf (_ ("Use case %u"), index + 1);
  RfUseCase *use_case = rf_use_case_new (id, name);

  use_case->step = g_strdup (source->step);
  memcpy (use_case->levels, source->levels, sizeof use_case->levels);
  return use_case;
}

static RfOffering *
strip_offering (const RfOffering *source)
{
  RfOffering *offering = rf_offering_new ("offering", source->provider, source->name);

  for (guint i = 0; i < RF_N_OFFERING_ATTRIBUTES; i++)
    offering->attributes[i] = g_strdup (source->attributes[i]);
  return offering;
}

/* Actions and decisions are words of the company's own from first to last: they go. */
static RfRecord *
strip_record (const RfRecord *source,
              const RfQuestionnaire *questionnaire)
{
  g_autoptr (RfOffering) offering = strip_offering (source->offering);
  RfRecord *record = rf_record_new (source->questionnaire_id, source->questionnaire_revision,
                                    source->questionnaire_sha256, source->as_of, offering);

  record->status = source->status;
  record->next_review = source->next_review;
  for (guint i = 0; i < source->use_cases->len; i++)
    g_ptr_array_add (record->use_cases, strip_use_case (source->use_cases->pdata[i], i));
  for (guint i = 0; i < source->evidence->len; i++)
    g_ptr_array_add (record->evidence, strip_evidence (source->evidence->pdata[i], i));
  for (guint i = 0; i < source->answers->len; i++)
    g_ptr_array_add (record->answers, strip_answer (source->answers->pdata[i], source, questionnaire));
  return record;
}

static RfFindings *
strip_findings (const RfFindings *source,
                GError **error)
{
  g_autoptr (RfRecord) record = strip_record (source->record, source->questionnaire);
  g_autoptr (RfUseCase) use_case = NULL;
  RfScoringContext context = { .profile = source->profile, .as_of = source->as_of };

  for (guint i = 0; source->use_case != NULL && i < source->record->use_cases->len; i++)
    if (g_str_equal (((const RfUseCase *) source->record->use_cases->pdata[i])->id, source->use_case->id))
      use_case = rf_use_case_ref (record->use_cases->pdata[i]);
  if (source->use_case != NULL && use_case == NULL)
    use_case = strip_use_case (source->use_case, 0);
  context.use_case = use_case;
  return rf_findings_new (source->questionnaire, record, &context, NULL, error);
}

/**
 * rf_report_material_new_non_attributable:
 *
 * The same with nothing that leads to a company or a person: no people, no notes, reasons or texts, no files or
 * addresses, no use case by its name, no actions, no decisions, no audit trail. Provider and offering stay, or there
 * would be nothing to learn from it. The figures are the same.
 */
RfReportMaterial *
rf_report_material_new_non_attributable (const RfReportMaterial *source,
                                         GError **error)
{
  g_autoptr (RfReportMaterial) self = rf_report_material_new ();

  self->acceptable = source->acceptable;

  for (guint i = 0; i < source->subjects->len; i++)
    {
      const RfReportSubject *subject = source->subjects->pdata[i];
      g_autoptr (RfFindings) findings = strip_findings (subject->findings, error);
      g_autoptr (RfFindings) approved = NULL;

      if (findings == NULL)
        return NULL;
      if (subject->approved != NULL && (approved = strip_findings (subject->approved, error)) == NULL)
        return NULL;
      rf_report_material_add (self, findings, approved);
    }
  for (guint i = 0; i < source->benchmarks->len; i++)
    g_ptr_array_add (self->benchmarks, rf_benchmarks_ref (source->benchmarks->pdata[i]));
  return g_steal_pointer (&self);
}
