// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

/* More than this nobody takes into a meeting; JSON has the whole lists. */
#define MOST_ENTRIES 10

static void
write_list (const RfReportWriter *self,
            const char *title,
            const char *explanation,
            const GArray *advice)
{
  const RfReportColumn columns[] = {
    { 0.86, FALSE, _ ("Question") },
    { 0.14, TRUE, _ ("Points") },
  };

  rf_report_document_add_heading (self->document, 2, NULL, title);
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_MUTED, explanation));
  if (advice->len == 0)
    {
      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, _ ("Nothing here would move the result.")));
      return;
    }
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, FALSE);
  for (guint i = 0; i < MIN (advice->len, MOST_ENTRIES); i++)
    {
      const RfAdvice *entry = &g_array_index (advice, RfAdvice, i);
      g_autofree char *points = rf_format_points (entry->points);

      rf_report_document_begin_row (self->document, NULL);
      rf_report_document_begin_cell (self->document);
      rf_report_document_add_cell_text (self->document, rf_report_text_new_question_link (self, entry->question));
      rf_report_document_add_cell (self->document, RF_ROLE_BODY, points);
    }
  if (advice->len > MOST_ENTRIES)
    {
      guint rest = advice->len - MOST_ENTRIES;
      g_autofree char *more = g_strdup_printf (ngettext ("%u further question would move the result less.",
                                                         "%u further questions would each move the result less.", rest),
                                               rest);

      rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_SMALL, more));
    }
}

static void
write_way (const RfReportWriter *self,
           const RfShortestWay *way)
{
  g_autofree char *start = NULL;
  RfReportText *text;

  if (!way->reachable)
    {
      start = g_strdup_printf (_ ("To “%s”: cannot be reached, whatever is answered and proven."), rf_rating_get_label (way->band));
      rf_report_document_add_item (self->document, rf_report_text_new (RF_ROLE_BODY, start));
      return;
    }
  start = g_strdup_printf (way->minimal ? ngettext ("To “%s”: the best answer, tested by us, to %u question: ", "To “%s”: the best answer, tested by us, to %u questions: ", way->questions->len)
                                        : ngettext ("To “%s”: the best answer, tested by us, to %u question (there may be a shorter way): ", "To “%s”: the best answer, tested by us, to %u questions (there may be a shorter way): ", way->questions->len),
                           rf_rating_get_label (way->band),
                           way->questions->len);
  text = rf_report_text_new (RF_ROLE_BODY, start);
  for (guint i = 0; i < MIN (way->questions->len, MOST_ENTRIES); i++)
    {
      guint question = g_array_index (way->questions, guint, i);
      g_autofree char *target = rf_report_dup_question_target (question);

      if (i > 0)
        rf_report_text_append (text, RF_ROLE_BODY, ", ");
      rf_report_text_append_link (text, target, self->findings->questionnaire->questions[question].number);
    }
  if (way->questions->len > MOST_ENTRIES)
    {
      guint rest = way->questions->len - MOST_ENTRIES;
      g_autofree char *more = g_strdup_printf (ngettext (" and %u more", " and %u more", rest), rest);

      rf_report_text_append (text, RF_ROLE_BODY, more);
    }
  rf_report_document_add_item (self->document, rf_report_text_append (text, RF_ROLE_BODY, "."));
}

static void
write_ways (const RfReportWriter *self)
{
  if (self->findings->shortest_ways->len == 0)
    return;
  rf_report_document_add_heading (self->document, 2, NULL, _ ("Shortest way to a better rating"));
  rf_report_document_begin_list (self->document, FALSE);
  for (guint i = 0; i < self->findings->shortest_ways->len; i++)
    write_way (self, self->findings->shortest_ways->pdata[i]);
}

/* What to do next, by what it is worth. */
void
rf_report_write_advice (const RfReportWriter *self)
{
  rf_report_document_add_heading (self->document, 1, "advice", _ ("What to do next"));
  write_list (self,
              _ ("Ask first"),
              _ ("Open questions, by how many points an answer narrows the range at the least."),
              self->findings->ask_first);
  write_list (self,
              _ ("Have proven first"),
              _ ("Answers, by how many points the upper end falls once we have tested them."),
              self->findings->prove_first);
  write_list (self,
              _ ("Negotiate first"),
              _ ("Answers and refusals, by how many points the best answer would lower the range."),
              self->findings->negotiate_first);
  write_ways (self);
}
