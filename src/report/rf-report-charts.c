// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Charts over several offerings: sections, use cases and ranks. */

#include "config.h"

#include "rf-heat-map.h"
#include "rf-rank-chart.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

/* as many columns as leave their words readable */
#define MOST_COLUMNS 6

static const RfFindings *
get_findings (const RfReportWriter *self,
              guint subject)
{
  return ((const RfReportSubject *) self->material->subjects->pdata[subject])->findings;
}

/* Sections by offerings; more offerings than a line has room for go on in a further chart. */
void
rf_report_write_heat_map (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = get_findings (self, 0)->questionnaire;
  guint n = self->material->subjects->len;
  g_autofree RfHeatMapColumn *columns = g_new0 (RfHeatMapColumn, n);
  g_autofree char *title = NULL;

  for (guint i = 0; i < n; i++)
    {
      const RfFindings *findings = get_findings (self, i);

      if (!g_str_equal (findings->questionnaire->sha256, questionnaire->sha256))
        return;
      columns[i] = (RfHeatMapColumn){ findings->record->offering->name, findings->score };
    }
  title = rf_heat_map_dup_title (questionnaire, columns, n);
  for (guint first = 0; first < n; first += MOST_COLUMNS)
    rf_report_document_add_chart (self->document, rf_heat_map_new (questionnaire, title, columns + first, MIN (MOST_COLUMNS, n - first)));
}

static void
add_fit_cell (const RfReportWriter *self,
              RfChart *chart,
              const RfFindings *findings,
              const RfUseCase *use_case)
{
  const RfUseCaseFindings *found = rf_report_find_use_case (findings, use_case->id);
  g_autofree char *decision = rf_report_dup_decision (self, findings, use_case->id);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (found == NULL || !found->residual.known)
    {
      rf_chart_add_cell (chart, _ ("not known"), -1);
      return;
    }
  words = rf_report_dup_rating_range (found->residual.low, found->residual.high);
  text = g_strdup_printf ("%s\n%s", words, decision);
  rf_chart_add_cell (chart, text, (int) found->residual.high);
}

static guint
count_undecided (const RfReportWriter *self)
{
  guint n = 0;

  for (guint i = 0; i < self->material->subjects->len; i++)
    {
      const RfFindings *findings = get_findings (self, i);

      for (guint k = 0; k < findings->use_cases->len; k++)
        n += !rf_report_has_standing_decision (self, findings, ((const RfUseCaseFindings *) findings->use_cases->pdata[k])->use_case->id);
    }
  return n;
}

static void
write_part_of_matrix (const RfReportWriter *self,
                      guint first_use_case,
                      guint n_use_cases,
                      const char *title)
{
  const GPtrArray *use_cases = get_findings (self, 0)->use_cases;
  RfChart *chart = rf_chart_new (RF_CHART_MATRIX, title, _ ("Residual risk after NIST SP 800-30 revision 1, Table I-2, and what was decided; the darker, the higher its upper end."), &get_findings (self, 0)->questionnaire->bands);

  for (guint k = first_use_case; k < first_use_case + n_use_cases; k++)
    rf_chart_add_column (chart, ((const RfUseCaseFindings *) use_cases->pdata[k])->use_case->name);
  for (guint i = 0; i < self->material->subjects->len; i++)
    {
      rf_chart_begin_row (chart, get_findings (self, i)->record->offering->name, NULL);
      for (guint k = first_use_case; k < first_use_case + n_use_cases; k++)
        add_fit_cell (self, chart, get_findings (self, i), ((const RfUseCaseFindings *) use_cases->pdata[k])->use_case);
    }
  rf_report_document_add_chart (self->document, chart);
}

/* Which offering for what: offerings by use cases. */
void
rf_report_write_matrix (const RfReportWriter *self)
{
  const GPtrArray *use_cases = get_findings (self, 0)->use_cases;
  guint n_undecided = count_undecided (self);
  g_autofree char *title = n_undecided > 0 ? g_strdup_printf (ngettext ("Which offering for what: %u decision is open", "Which offering for what: %u decisions are open", n_undecided), n_undecided)
                                           : g_strdup (_ ("Which offering for what: everything is decided"));

  for (guint first = 0; first < use_cases->len; first += MOST_COLUMNS)
    write_part_of_matrix (self, first, MIN (MOST_COLUMNS, use_cases->len - first), title);
}

/* How often each offering comes first, second and so on. */
void
rf_report_write_ranks (const RfReportWriter *self)
{
  const RfComparison *comparison = self->material->comparison;

  if (comparison != NULL && comparison->n_ranked > 1)
    rf_report_document_add_chart (self->document, rf_rank_chart_new (comparison));
}
