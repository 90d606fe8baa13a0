// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What surveys found, every figure with its sources, and what the company itself means to spend. */

#include "config.h"

#include "rf-benchmark-charts.h"
#include "rf-report-content-private.h"
#include "rf-language.h"

static void
add_particulars (const RfReportWriter *self,
                 const RfBenchmark *figure)
{
  g_autofree char *text = rf_benchmark_dup_particulars (figure);
  g_autofree char *base = g_strdup_printf (_ ("Base: %s"), figure->base);

  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, text));
  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, base));
  if (figure->note != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, figure->note));
}

static void
add_sources (const RfReportWriter *self,
             const RfBenchmark *figure)
{
  g_autofree char *read = g_strdup_printf (_ (" (read %s)"), figure->retrieved);
  RfReportText *text = rf_report_text_new (RF_ROLE_SMALL, figure->sources[0] != NULL ? _ ("Source: ") : _ ("No source that could be read"));

  for (char **source = figure->sources; *source != NULL; source++)
    {
      if (source != figure->sources)
        rf_report_text_append (text, RF_ROLE_SMALL, ", ");
      rf_report_text_append_link (text, *source, *source);
    }
  rf_report_document_add_cell_text (self->document, rf_report_text_append (text, RF_ROLE_SMALL, read));
}

static void
write_figure (const RfReportWriter *self,
              const RfBenchmark *figure)
{
  g_autofree char *value = rf_benchmark_dup_value (figure);
  g_autofree char *interval = rf_benchmark_dup_interval (figure);

  rf_report_document_begin_row (self->document, NULL);
  rf_report_document_begin_cell (self->document);
  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_BODY, figure->asked));
  add_particulars (self, figure);
  add_sources (self, figure);
  rf_report_document_add_cell (self->document, figure->has_value ? RF_ROLE_STRONG : RF_ROLE_MUTED, value);
  if (interval != NULL)
    rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, interval));
  rf_report_document_add_cell_text (self->document, rf_report_text_new (RF_ROLE_SMALL, rf_verification_get_label (figure->verification)));
}

static void
begin_table (const RfReportWriter *self,
             const char *title)
{
  const RfReportColumn columns[] = {
    { 0.72, FALSE, _ ("What was asked, of whom, and where it was read") },
    { 0.28, FALSE, _ ("Figure") },
  };

  rf_report_document_add_heading (self->document, 2, NULL, title);
  rf_report_document_add_table (self->document, columns, G_N_ELEMENTS (columns), TRUE, TRUE);
}

static void
write_topic (const RfReportWriter *self,
             RfTopic topic)
{
  gboolean begun = FALSE;

  for (guint i = 0; i < self->material->benchmarks->len; i++)
    {
      const RfBenchmarks *file = self->material->benchmarks->pdata[i];

      for (guint k = 0; k < rf_benchmarks_get_n (file); k++)
        {
          if (rf_benchmarks_get (file, k)->topic != topic)
            continue;
          if (!begun)
            begin_table (self, rf_topic_get_label (topic));
          begun = TRUE;
          write_figure (self, rf_benchmarks_get (file, k));
        }
    }
}

static void
write_net_scores (const RfReportWriter *self)
{
  RfChart *chart = rf_benchmark_charts_new_net_scores (self->material->benchmarks, NULL);

  if (chart != NULL)
    rf_report_document_add_chart (self->document, chart);
}

static void
write_own_plan (const RfReportWriter *self)
{
  g_autofree char *text = rf_benchmark_charts_dup_own_plan (self->material->intentions);

  if (text == NULL)
    return;
  rf_report_document_add_heading (self->document, 2, NULL, _ ("What we mean to spend ourselves"));
  rf_report_document_add_paragraph (self->document, rf_report_text_new (RF_ROLE_BODY, text));
}

/* Nothing where no benchmarks are at hand. */
void
rf_report_write_benchmarks (const RfReportWriter *self)
{
  if (self->material->benchmarks->len == 0)
    return;
  rf_report_document_add_heading (self->document, 1, "benchmarks", _ ("What surveys found"));
  rf_report_document_add_paragraph (self->document,
                                    rf_report_text_new (RF_ROLE_BODY,
                                                        _ ("Intervals are computed after Wilson, as if those asked had been drawn at random. How each figure came to be known stands below it; where no number was published, none is given.")));
  for (guint topic = 0; topic < RF_N_TOPICS; topic++)
    write_topic (self, (RfTopic) topic);
  write_net_scores (self);
  write_own_plan (self);
}
