// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Offerings side by side: how far their order can be trusted, where they differ, and every answer. */

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

static void
write_section (const RfReportWriter *self,
               guint section)
{
  const RfFindings *first = ((const RfReportSubject *) self->material->subjects->pdata[0])->findings;
  RfChart *chart = rf_chart_new (RF_CHART_RANGES, first->questionnaire->sections[section].title, NULL, &first->questionnaire->bands);

  for (guint i = 0; i < self->material->subjects->len; i++)
    {
      const RfFindings *findings = ((const RfReportSubject *) self->material->subjects->pdata[i])->findings;

      rf_chart_begin_row (chart, findings->record->offering->name, NULL);
      rf_chart_set_figures (chart, &findings->score->sections[section]);
    }
  rf_report_document_add_chart (self->document, chart);
}

static void
write_sections (const RfReportWriter *self)
{
  const RfFindings *first = ((const RfReportSubject *) self->material->subjects->pdata[0])->findings;

  for (guint i = 0; i < first->questionnaire->n_sections; i++)
    write_section (self, i);
}

static void
write_answer (const RfReportWriter *self,
              const RfFindings *findings,
              guint question)
{
  const RfQuestion *source = &findings->questionnaire->questions[question];
  const RfAnswer *answer = rf_record_find_answer (findings->record, source->id);
  g_autofree char *text = findings->score->applicability[question] == RF_HIDDEN ? g_strdup (_ ("not asked")) : rf_report_dup_answer (source, answer);
  RfReportText *line = rf_report_text_new (RF_ROLE_COLUMN_TITLE, findings->record->offering->name);

  /* the gap is a part of its own, which no direction of the name moves */
  rf_report_text_append (line, RF_ROLE_BODY, "  ");
  rf_report_document_add_cell_text (self->document, rf_report_text_append (line, RF_ROLE_BODY, text));
}

static void
write_question (const RfReportWriter *self,
                guint question)
{
  const RfFindings *first = ((const RfReportSubject *) self->material->subjects->pdata[0])->findings;
  const RfQuestion *source = &first->questionnaire->questions[question];
  g_autofree char *anchor = rf_report_dup_question_anchor (question);

  rf_report_document_begin_row (self->document, anchor);
  rf_report_document_add_cell (self->document, RF_ROLE_NUMBER, source->number);
  rf_report_document_add_cell (self->document, RF_ROLE_STRONG, source->prompt);
  rf_report_document_begin_cell (self->document);
  for (guint i = 0; i < self->material->subjects->len; i++)
    write_answer (self, ((const RfReportSubject *) self->material->subjects->pdata[i])->findings, question);
}

static void
write_questions (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.08, FALSE, _ ("No.") },
    { 0.36, FALSE, _ ("Question") },
    { 0.56, FALSE, _ ("Answers") },
  };
  const RfQuestionnaire *questionnaire = ((const RfReportSubject *) self->material->subjects->pdata[0])->findings->questionnaire;

  rf_report_document_add_heading (self->document, 1, "questions", _ ("Every answer, side by side"));
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_new (RF_ROLE_BODY, _ ("Notes, evidence and overrides stand in the report on each offering.")));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < questionnaire->n_questions; i++)
    write_question (self, i);
}

void
rf_report_write_comparison (const RfReportWriter *self)
{
  rf_report_write_overview_head (self, self->document->title);
  rf_report_write_ranking (self);
  rf_report_write_overview (self);
  rf_report_write_ranks (self);
  rf_report_write_matrix (self);
  rf_report_document_add_page_break (self->document);
  rf_report_document_add_contents (self->document, _ ("Contents"));
  rf_report_document_add_heading (self->document, 1, "sections", _ ("Section by section"));
  rf_report_write_heat_map (self);
  write_sections (self);
  rf_report_write_fit (self);
  write_questions (self);
  rf_report_write_left_out (self);
  rf_report_write_benchmarks (self);
  rf_report_write_part (self, 0, rf_report_write_method);
  rf_report_write_audit (self);
}
