// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What each offering is fit for, and the shortest way to fit, in the words of the command line. */

#include "config.h"

#include "rf-fit.h"
#include "rf-profile-study.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

static void
write_cell (const RfReportWriter *self,
            const RfFit *fit,
            const RfFindings *findings,
            const RfFitCell *cell)
{
  g_autofree char *name = g_strdup_printf ("%s. ", cell->use_case->name);
  g_autofree char *reason = rf_fit_cell_dup_reason (cell, fit->acceptable);
  g_autofree char *way = rf_fit_cell_dup_way (cell, findings->questionnaire);
  RfReportText *text = rf_report_text_new (RF_ROLE_STRONG, name);

  rf_report_text_append (text, RF_ROLE_BODY, reason);
  if (way)
    {
      rf_report_text_append (text, RF_ROLE_BODY, " ");
      rf_report_text_append (text, RF_ROLE_BODY, way);
    }
  rf_report_document_add_item (self->document, text);
}

/* Whether it matters how questions are weighed; nothing where there is only one way. */
static void
write_profiles (const RfReportWriter *self,
                RfFindings *findings)
{
  g_autoptr (RfProfileStudy) study = rf_profile_study_new (findings, self->material->acceptable, NULL);
  g_autofree char *sentence = NULL;

  if (study == NULL || study->profiles->len < 2)
    return;
  sentence = rf_profile_study_dup_sentence (study);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, sentence));
  if (!study->depends)
    return;
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 1; i < study->profiles->len; i++)
    {
      const RfUnderProfile *under = g_ptr_array_index (study->profiles, i);
      g_autofree char *difference = rf_profile_study_dup_difference (study, under);
      g_autofree char *title = g_strdup_printf ("%s: ", rf_profile_study_get_title (study, under->profile));

      if (under->differs)
        rf_report_document_add_item (self->document, rf_report_text_append (rf_report_text_append (rf_report_text_new (RF_ROLE_STRONG, title), RF_ROLE_BODY, difference), RF_ROLE_BODY, "."));
    }
}

static void
write_offering (const RfReportWriter *self,
                const RfFit *fit,
                guint row)
{
  RfFindings *findings = g_ptr_array_index (fit->offerings, row);

  rf_report_document_add_heading (self->document, 2, NULL, findings->record->offering->name);
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 0; i < fit->use_cases->len; i++)
    write_cell (self, fit, findings, rf_fit_get_cell (fit, row, i));
  write_profiles (self, findings);
}

/* Nothing where no use case is described. The findings were made from answers that fit their questionnaire, so that
 * judging them again cannot fail. */
void
rf_report_write_fit (const RfReportWriter *self)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new ();
  g_autoptr (RfFit) fit = NULL;
  g_autofree char *rule = NULL;

  for (guint i = 0; i < self->material->subjects->len; i++)
    g_ptr_array_add (findings, ((const RfReportSubject *) g_ptr_array_index (self->material->subjects, i))->findings);
  fit = rf_fit_new (findings, self->material->acceptable, TRUE, NULL, NULL);
  if (fit == NULL || fit->use_cases->len == 0)
    return;
  rule = rf_fit_dup_rule (fit->acceptable);
  rf_report_document_add_heading (self->document, 1, "fit", _ ("What each is fit for"));
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, rule));
  for (guint i = 0; i < fit->offerings->len; i++)
    write_offering (self, fit, i);
}
