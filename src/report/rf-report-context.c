// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* The second page for the board: where the risk comes from, what others are held back by, and what has changed. */

#include "config.h"

#include "rf-benchmark-charts.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

#define MOST_CHANGES 8

/* "Privacy 68 %, Security 71 %" */
static char *
dup_concerns (const RfReportWriter *self,
              const RfSection *section)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < section->n_barriers; i++)
    {
      const RfBarrier *barrier = &self->findings->questionnaire->barriers[section->barriers[i]];
      const RfBenchmark *figure = rf_benchmark_charts_find_barrier (self->material->benchmarks, barrier->id);
      g_autofree char *value = figure != NULL ? rf_benchmark_dup_value (figure) : NULL;

      g_string_append_printf (text, "%s%s %s", i > 0 ? _ (", ") : "", barrier->title, value != NULL ? value : _ ("[no number]"));
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
write_section (const RfReportWriter *self,
               guint index)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfSection *section = &questionnaire->sections[index];
  const RfFigures *figures = &self->findings->score->sections[index];
  g_autofree char *range = rf_report_dup_range (figures, &questionnaire->bands);
  g_autofree char *concerns = dup_concerns (self, section);
  g_autofree char *target = g_strdup_printf ("#s%u", index);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, rf_report_text_append_link (rf_report_text_new (RF_ROLE_BODY, ""), target, section->title));
  rf_report_document_add_cell_bar (self->document, figures);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, range);
  rf_report_document_add_cell (self->document, RF_ROLE_SMALL, *concerns != '\0' ? concerns : "–");
}

static void
write_sections (const RfReportWriter *self)
{
  const RfReportColumn columns[] = {
    { 0.36, FALSE, _ ("Section") },
    { 0.16, FALSE, _ ("Range, 0 to 100") },
    { 0.11, FALSE, _ ("Risk") },
    { 0.37, FALSE, _ ("What holds others back") },
  };

  rf_report_document_add_heading (self->document, 2, NULL, _ ("Where the risk comes from, beside what holds others back"));
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
  for (guint i = 0; i < self->findings->questionnaire->n_sections; i++)
    write_section (self, i);
}

/* The concern that most name, or NULL where no survey has a number. */
static const RfBarrier *
find_greatest (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfBarrier *greatest = NULL;
  RfNumber most = -1;

  for (guint i = 0; i < questionnaire->n_barriers; i++)
    {
      const RfBenchmark *figure = rf_benchmark_charts_find_barrier (self->material->benchmarks, questionnaire->barriers[i].id);

      if (figure == NULL || figure->value <= most)
        continue;
      most = figure->value;
      greatest = &questionnaire->barriers[i];
    }
  return greatest;
}

static void
write_surveys (const RfReportWriter *self)
{
  const RfQuestionnaire *questionnaire = self->findings->questionnaire;
  const RfBarrier *greatest = find_greatest (self);
  g_autofree char *title = NULL;
  RfChart *chart;

  if (self->material->benchmarks->len == 0 || greatest == NULL)
    return;
  title = g_strdup_printf (_ ("What holds others back: “%s” is named most"), greatest->title);
  chart = rf_chart_new (RF_CHART_SHARES, title,
                        /* xgettext:no-c-format */
                        _ ("Share of those asked who name the concern, with its 95 % interval. No part of the risk, and no provider was asked. The surveys are in the annex of the full report."),
                        &questionnaire->bands);
  for (guint i = 0; i < questionnaire->n_barriers; i++)
    rf_benchmark_charts_add_figure (chart, questionnaire->barriers[i].title, rf_benchmark_charts_find_barrier (self->material->benchmarks, questionnaire->barriers[i].id));
  rf_report_document_add_chart (self->document, chart);
}

/* What was answered, or the state where nothing was, on one line. */
char *
rf_report_dup_answer (const RfQuestion *question,
                      const RfAnswer *answer)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (answer == NULL || answer->state != RF_ANSWER_ANSWERED)
    return g_strdup (rf_answer_state_get_label (answer != NULL ? answer->state : RF_ANSWER_UNANSWERED));
  for (char **choice = answer->choices; choice != NULL && *choice != NULL; choice++)
    {
      int option = rf_question_find_option (question, *choice);

      g_string_append_printf (text, "%s%s", text->len > 0 ? _ ("; ") : "", option >= 0 ? question->options[option].label : *choice);
    }
  if (answer->value != NULL)
    {
      g_autofree char *value = rf_report_dup_value (question, answer->value);

      g_string_append (text, value);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
write_change (const RfReportWriter *self,
              guint index,
              gboolean print)
{
  const RfQuestion *question = &self->findings->questionnaire->questions[index];
  const RfAnswer *now = g_hash_table_lookup (self->answers, question->id);
  const RfAnswer *before = rf_record_find_answer (self->subject->approved->record, question->id);
  g_autofree char *old_text = rf_report_dup_answer (question, before);
  g_autofree char *new_text = rf_report_dup_answer (question, now);

  if (g_str_equal (old_text, new_text))
    return FALSE;
  if (!print)
    return TRUE;
  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, rf_report_text_new_question_link (self, index));
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, old_text);
  rf_report_document_add_cell (self->document, RF_ROLE_BODY, new_text);
  return TRUE;
}

static void
write_changed_answers (const RfReportWriter *self,
                       guint most)
{
  const RfReportColumn columns[] = {
    { 0.44, FALSE, _ ("Question") },
    { 0.28, FALSE, _ ("Before") },
    { 0.28, FALSE, _ ("Now") },
  };
  guint n = 0;

  for (guint i = 0; i < self->findings->questionnaire->n_questions; i++)
    {
      if (!write_change (self, i, FALSE))
        continue;
      if (n++ == 0)
        rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
      if (n <= most)
        write_change (self, i, TRUE);
    }
  if (n == 0)
    rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("No answer has changed.")));
  if (n > most)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("%u further answer has changed; it is in the annex of the full report.", "%u further answers have changed; they are in the annex of the full report.", n - most),
                                               n - most);

      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_SMALL, rest));
    }
}

static void
write_movement (const RfReportWriter *self,
                RfSide which)
{
  const RfSideScore *before = &self->subject->approved->score->sides[which];
  const RfSideScore *now = &self->findings->score->sides[which];
  const RfRatingBands *bands = &self->findings->questionnaire->bands;
  g_autofree char *old_range = rf_report_dup_range (&before->figures, &self->subject->approved->questionnaire->bands);
  g_autofree char *new_range = rf_report_dup_range (&now->figures, bands);
  g_autofree char *old_rating = before->state != RF_NOT_ASSESSED ? rf_report_dup_rating_range (before->rating_low, before->rating_high) : g_strdup (_ ("Not assessed"));
  g_autofree char *new_rating = now->state != RF_NOT_ASSESSED ? rf_report_dup_rating_range (now->rating_low, now->rating_high) : g_strdup (_ ("Not assessed"));
  /* Translators: a rating and a range as they were, and as they are */
  g_autofree char *text = g_strdup_printf (_ ("%s: %s (%s) then; %s (%s) now."), rf_report_get_side_title (which), old_rating, old_range, new_rating, new_range);

  rf_report_document_add_item (self->document, rf_report_text_new (RF_ROLE_BODY, text));
}

static void
write_changes (const RfReportWriter *self,
               guint most)
{
  const RfFindings *approved = self->subject->approved;
  g_autofree char *day = NULL;
  g_autofree char *lead = NULL;

  if (approved == NULL)
    {
      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("No earlier assessment of this offering was approved, so there is nothing to compare with.")));
      return;
    }
  day = rf_report_dup_day (approved->as_of);
  lead = g_strdup_printf (_ ("Compared with the assessment approved last, as of %s (%s, revision %u):"), day, approved->questionnaire->id, approved->questionnaire->revision);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, lead));
  rf_report_document_begin_list (self->document, FALSE);
  for (RfSide side = RF_SIDE_PROVIDER; side < RF_N_SIDES; side++)
    write_movement (self, side);
  write_changed_answers (self, most);
}

/* Where the risk comes from beside the surveys, and what changed. */
void
rf_report_write_context (const RfReportWriter *self)
{
  write_sections (self);
  write_surveys (self);
  rf_report_document_add_heading (self->document, 2, NULL, _ ("What has changed since the last approval"));
  write_changes (self, MOST_CHANGES);
}

/* All of it, where the second page for the board had not room for all. */
void
rf_report_write_all_changes (const RfReportWriter *self)
{
  if (self->subject->approved == NULL)
    return;
  rf_report_document_add_heading (self->document, 1, "changes", _ ("Changes since the last approval"));
  write_changes (self, G_MAXUINT);
}
