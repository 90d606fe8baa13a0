// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Several offerings on one page: the overview that a portfolio begins with, and a comparison too. */

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

void
rf_report_write_overview_head (const RfReportWriter *self,
                               const char *title)
{
  const RfFindings *first = ((const RfReportSubject *) self->material->subjects->pdata[0])->findings;
  const char *organisation = self->options->organisation;
  g_autofree char *for_whom = organisation != NULL ? g_strdup_printf (_ ("For the board of %s"), organisation) : g_strdup (_ ("For the board"));
  g_autofree char *day = rf_report_dup_day (first->as_of);
  g_autofree char *lead = g_strdup_printf (_ ("Assessed with “%s” as of %s."), first->questionnaire->title, day);

  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_MUTED, for_whom));
  rf_report_document_add_heading (self->document, 0, NULL, title);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_LEAD, lead));
}

static guint
count_violated (const RfFindings *findings)
{
  guint n = 0;

  for (guint i = 0; i < findings->questionnaire->n_knock_outs; i++)
    n += findings->score->knock_outs[i] == RF_KNOCK_OUT_VIOLATED;
  return n;
}

static void
add_state (const RfReportWriter *self,
           const RfFindings *findings)
{
  const RfSideScore *side = &findings->score->sides[RF_SIDE_PROVIDER];
  guint n_violated = count_violated (findings);
  g_autofree char *coverage = isnan (side->figures.coverage) ? NULL : rf_format_percent (side->figures.coverage);
  g_autofree char *covered = coverage != NULL ? g_strdup_printf (_ ("%s answered"), coverage) : NULL;
  g_autofree char *violated = NULL;

  rf_report_document_begin_cell (self->document);
  if (n_violated > 0)
    {
      violated = g_strdup_printf (ngettext ("%u knock-out violated", "%u knock-outs violated", n_violated), n_violated);
      rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_ALERT, violated));
    }
  if (side->state == RF_PROVISIONAL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_ALERT, _ ("Provisional")));
  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, rf_status_get_label (findings->record->status)));
  if (covered != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, covered));
}

static void
write_offering (const RfReportWriter *self,
                guint index)
{
  const RfReportSubject *subject = self->material->subjects->pdata[index];
  const RfFindings *findings = subject->findings;
  const RfSideScore *side = &findings->score->sides[RF_SIDE_PROVIDER];
  const RfOffering *offering = findings->record->offering;
  g_autofree char *range = rf_report_dup_range (&side->figures, &findings->questionnaire->bands);
  g_autofree char *doubt = rf_report_dup_doubt (&side->figures, &findings->questionnaire->bands);
  g_autofree char *rating = side->state != RF_NOT_ASSESSED ? rf_report_dup_rating_range (side->rating_low, side->rating_high) : g_strdup (_ ("Not assessed"));
  g_autofree char *target = g_strdup_printf ("#board-%u", index);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, offering->name));
  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, offering->provider));
  rf_report_document_add_cell (self->document, RF_ROLE_STRONG, rating);
  rf_report_document_add_cell_bar (self->document, &side->figures);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, range);
  if (doubt != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, doubt));
  add_state (self, findings);
}

/* A row for each offering: the provider's side. */
void
rf_report_write_overview (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.29, FALSE, _ ("Offering") },
    { 0.18, FALSE, _ ("Rating") },
    { 0.20, FALSE, _ ("Range, 0 to 100") },
    { 0.15, FALSE, _ ("Risk") },
    { 0.18, FALSE, _ ("State") },
  };

  rf_report_document_add_heading (self->document, 2, NULL, _ ("The risk at each provider"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < self->material->subjects->len; i++)
    write_offering (self, i);
}

/* NULL where it was not looked at. */
const RfUseCaseFindings *
rf_report_find_use_case (const RfFindings *findings,
                         const char *use_case)
{
  for (guint i = 0; i < findings->use_cases->len; i++)
    {
      const RfUseCaseFindings *candidate = findings->use_cases->pdata[i];

      if (g_str_equal (candidate->use_case->id, use_case))
        return candidate;
    }
  return NULL;
}

/* A decision made for the answers of one day may have run out on the day the report is made. */
RfDay
rf_report_get_today (const RfReportWriter *self,
                     const RfFindings *findings)
{
  return MAX (self->material->today, findings->as_of);
}

/* "rejected", "expired on 2026-01-01", "to be decided" */
char *
rf_report_dup_decision (const RfReportWriter *self,
                        const RfFindings *findings,
                        const char *use_case)
{
  const RfDecision *decision = rf_record_find_decision (findings->record, use_case);
  g_autofree char *day = decision != NULL ? rf_report_dup_day (decision->expires) : NULL;

  if (decision == NULL)
    return g_strdup (_ ("to be decided"));
  if (day == NULL)
    return g_strdup (rf_verdict_get_label (decision->verdict));
  if (rf_decision_has_expired (decision, rf_report_get_today (self, findings)))
    return g_strdup_printf (_ ("expired on %s: to be decided"), day);
  return g_strdup_printf (_ ("%s until %s"), rf_verdict_get_label (decision->verdict), day);
}

gboolean
rf_report_has_standing_decision (const RfReportWriter *self,
                                 const RfFindings *findings,
                                 const char *use_case)
{
  const RfDecision *decision = rf_record_find_decision (findings->record, use_case);

  return decision != NULL && !rf_decision_has_expired (decision, rf_report_get_today (self, findings));
}

static void
write_expiring (const RfReportWriter *self,
                guint index,
                gboolean *begun)
{
  const RfReportColumn columns[] = {
    { 0.36, FALSE, _ ("Offering") },
    { 0.42, FALSE, _ ("Evidence") },
    { 0.22, FALSE, _ ("Validity") },
  };
  const RfFindings *findings = ((const RfReportSubject *) self->material->subjects->pdata[index])->findings;

  for (guint i = 0; i < findings->record->evidence->len; i++)
    {
      const RfEvidence *evidence = findings->record->evidence->pdata[i];
      g_autofree char *day = rf_report_dup_day (evidence->expires);
      g_autofree char *validity = NULL;

      if (day == NULL || evidence->expires >= findings->as_of + RF_EVIDENCE_EXPIRES_SOON)
        continue;
      if (!*begun)
        {
          rf_report_document_add_heading (self->document, 2, NULL, _ ("Evidence that has expired or soon will"));
          rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
        }
      *begun = TRUE;
      validity = g_strdup_printf (evidence->expires < findings->as_of ? _ ("Expired on %s") : _ ("Valid until %s"), day);
      rf_report_document_begin_row (self->document, NULL);
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, findings->record->offering->name);
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, evidence->title);
      rf_report_document_add_cell (self->document, evidence->expires < findings->as_of ? RF_ROLE_ALERT : RF_ROLE_BODY, validity);
    }
}

/* The overview, then the pages for the board of every offering. */
void
rf_report_write_portfolio (const RfReportWriter *self)
{
  gboolean begun = FALSE;

  rf_report_write_overview_head (self, self->document->title);
  rf_report_write_overview (self);
  rf_report_write_matrix (self);
  rf_report_write_heat_map (self);
  for (guint i = 0; i < self->material->subjects->len; i++)
    write_expiring (self, i, &begun);
  for (guint i = 0; i < self->material->subjects->len; i++)
    rf_report_write_part (self, i, rf_report_write_board);
  rf_report_document_add_page_break (self->document);
  rf_report_write_benchmarks (self);
  rf_report_write_part (self, 0, rf_report_write_method);
  rf_report_write_audit (self);
}
