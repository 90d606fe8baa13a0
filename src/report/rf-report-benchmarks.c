// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* What surveys found, every figure with its sources, and what the company itself means to spend. */

#include "config.h"

#include "rf-net-score.h"
#include "rf-report-content-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_particulars (const RfReportWriter *self,
                 const RfBenchmark *figure)
{
  g_autofree char *sample = rf_sample_dup_text (&figure->sample);
  g_autofree char *text = g_strdup_printf ("%s, %s, %s. %s", figure->publisher, figure->survey_title, figure->field != NULL ? figure->field : _ ("date not given"), sample);
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
add_net_scores (const RfReportWriter *self,
                RfChart *chart,
                guint *n_elevated)
{
  for (guint i = 0; i < self->material->benchmarks->len; i++)
    {
      const RfBenchmarks *file = self->material->benchmarks->pdata[i];

      for (guint k = 0; k < rf_benchmarks_get_n (file); k++)
        {
          const RfBenchmark *figure = rf_benchmarks_get (file, k);
          g_autofree char *value = NULL;

          if (figure->unit != RF_UNIT_NET_SCORE || figure->provider == NULL)
            continue;
          value = rf_benchmark_dup_value (figure);
          *n_elevated += figure->has_value && rf_net_score_is_elevated (figure->value);
          rf_chart_begin_row (chart, figure->provider, rf_verification_get_label (figure->verification));
          rf_chart_set_value (chart, figure->has_value ? (double) figure->value / RF_NUMBER_ONE : NAN, NAN, NAN, figure->has_value ? value : NULL);
        }
    }
}

static void
write_net_scores (const RfReportWriter *self)
{
  const RfRatingBands *bands = &((const RfReportSubject *) self->material->subjects->pdata[0])->findings->questionnaire->bands;
  RfChart *chart = rf_chart_new (RF_CHART_NET_SCORES, "", _ ("Net Score: those who adopt or spend more, less those who spend less or replace, in percent of all asked. Sources stand with the figures above."), bands);
  guint n_elevated = 0;

  add_net_scores (self, chart, &n_elevated);
  if (chart->rows->len == 0)
    {
      rf_chart_unref (chart);
      return;
    }
  g_free (chart->title);
  chart->title = g_strdup_printf (_ ("%u of %u Net Scores are highly elevated"), n_elevated, chart->rows->len);
  rf_report_document_add_chart (self->document, chart);
}

static void
write_own_plan (const RfReportWriter *self)
{
  const GArray *intentions = self->material->intentions;
  RfNumber score;
  guint n_set;
  g_autofree char *percent = NULL;
  g_autofree char *text = NULL;

  if (intentions->len == 0 || !rf_net_score_from_intentions ((const RfIntention *) intentions->data, intentions->len, &score, &n_set))
    return;
  percent = rf_percent_dup_text (score);
  text = g_strdup_printf (rf_net_score_is_elevated (score)
                            ? _ ("Our own Net Score is %s over %u of %u offerings: highly elevated, which begins at 40 %%.")
                            : _ ("Our own Net Score is %s over %u of %u offerings: below the 40 %% at which it is called highly elevated."),
                          percent, n_set, intentions->len);
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
