// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-benchmark-charts.h"

#include "rf-net-score.h"
#include "rf-language.h"

#include <math.h>

static double
to_percent (RfNumber number)
{
  return (double) number / RF_NUMBER_ONE;
}

static gboolean
is_found (const RfBenchmark *figure,
          const char *barrier,
          RfTopic topic)
{
  if (figure->unit != RF_UNIT_PERCENT)
    return FALSE;
  return barrier != NULL ? rf_benchmark_speaks_of (figure, barrier) : figure->topic == topic && figure->barriers[0] == NULL;
}

/**
 * rf_benchmark_charts_find_figures:
 * @files: (element-type RfBenchmarks): that keep the figures
 * @barrier: (nullable): an id; %NULL for the figures of @topic that speak of no barrier
 *
 * Returns: (transfer container) (element-type RfBenchmark): percentages, and those that were not published; maybe none
 */
GPtrArray *
rf_benchmark_charts_find_figures (const GPtrArray *files,
                                  const char *barrier,
                                  RfTopic topic)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    for (guint k = 0; k < rf_benchmarks_get_n (files->pdata[i]); k++)
      if (is_found (rf_benchmarks_get (files->pdata[i], k), barrier, topic))
        g_ptr_array_add (found, (gpointer) rf_benchmarks_get (files->pdata[i], k));
  return found;
}

/**
 * rf_benchmark_charts_find_barrier:
 * @files: (element-type RfBenchmarks): that keep the figures
 * @barrier: an id
 *
 * Returns: (transfer none) (nullable): the survey's figure for a barrier that has the most people behind it, among those
 *   with a number
 */
const RfBenchmark *
rf_benchmark_charts_find_barrier (const GPtrArray *files,
                                  const char *barrier)
{
  const RfBenchmark *best = NULL;

  for (guint i = 0; i < files->len; i++)
    {
      const RfBenchmarks *file = files->pdata[i];

      for (guint k = 0; k < rf_benchmarks_get_n (file); k++)
        {
          const RfBenchmark *figure = rf_benchmarks_get (file, k);

          if (figure->topic == RF_TOPIC_BARRIER && figure->has_value && rf_benchmark_speaks_of (figure, barrier) && (best == NULL || figure->sample.n > best->sample.n))
            best = figure;
        }
    }
  return best;
}

/**
 * rf_benchmark_charts_find_net_scores:
 *
 * Returns: (transfer container) (element-type RfBenchmark): the Net Scores of providers, known or not; maybe none
 */
GPtrArray *
rf_benchmark_charts_find_net_scores (const GPtrArray *files)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++)
    for (guint k = 0; k < rf_benchmarks_get_n (files->pdata[i]); k++)
      {
        const RfBenchmark *figure = rf_benchmarks_get (files->pdata[i], k);

        if (figure->unit == RF_UNIT_NET_SCORE && figure->provider != NULL)
          g_ptr_array_add (found, (gpointer) figure);
      }
  return found;
}

/**
 * rf_benchmark_charts_dup_note:
 *
 * Returns: (transfer full): who found it, when, of how many, and how it came to be known
 */
char *
rf_benchmark_charts_dup_note (const RfBenchmark *figure)
{
  g_autofree char *sample = rf_sample_dup_text (&figure->sample);

  /* Translators: who asked, when, how many; and how the figure came to be known */
  return g_strdup_printf (_ ("%s, %s, %s; %s"), figure->publisher, figure->field != NULL ? figure->field : _ ("date not given"), sample,
                          rf_verification_get_label (figure->verification));
}

static void
set_figure (RfChart *chart,
            const RfBenchmark *figure)
{
  g_autofree char *value = figure->has_value ? rf_benchmark_dup_value (figure) : NULL;
  RfWilsonInterval interval;
  gboolean approximate;
  gboolean has_interval = rf_benchmark_get_interval (figure, &interval, &approximate);

  rf_chart_set_value (chart,
                      figure->has_value ? to_percent (figure->value) : NAN,
                      has_interval ? to_percent (interval.low) : NAN,
                      has_interval ? to_percent (interval.high) : NAN,
                      value);
}

/**
 * rf_benchmark_charts_add_figure:
 * @chart: of the kind %RF_CHART_SHARES
 * @figure: (nullable): %NULL for a gap that no survey fills
 *
 * Adds a row with who found it, when, of how many, and how it came to be known.
 */
void
rf_benchmark_charts_add_figure (RfChart *chart,
                                const char *label,
                                const RfBenchmark *figure)
{
  g_autofree char *note = figure != NULL ? rf_benchmark_charts_dup_note (figure) : NULL;

  rf_chart_begin_row (chart, label, note != NULL ? note : _ ("published in no text that could be read"));
  if (figure != NULL)
    set_figure (chart, figure);
}

/* The same with where it was read, for a chart that no table of the sources follows. */
static void
add_figure_with_sources (RfChart *chart,
                         const RfBenchmark *figure)
{
  g_autofree char *note = rf_benchmark_charts_dup_note (figure);
  g_autofree char *sources = g_strjoinv (_ (", "), figure->sources);
  /* Translators: what is known of a figure; where it was read */
  g_autofree char *all = *sources != '\0' ? g_strdup_printf (_ ("%s. Source: %s"), note, sources) : NULL;

  rf_chart_begin_row (chart, figure->asked, all != NULL ? all : note);
  set_figure (chart, figure);
}

/**
 * rf_benchmark_charts_new_figures:
 * @figures: (element-type RfBenchmark)
 *
 * Returns: (transfer full): a row for each figure, with its sources; a gap named @title where there is none
 */
RfChart *
rf_benchmark_charts_new_figures (const GPtrArray *figures,
                                 const char *title)
{
  RfChart *chart = rf_chart_new (RF_CHART_SHARES, title, NULL, &rf_default_rating_bands);

  for (guint i = 0; i < figures->len; i++)
    add_figure_with_sources (chart, figures->pdata[i]);
  if (figures->len == 0)
    rf_benchmark_charts_add_figure (chart, title, NULL);
  return chart;
}

static gboolean
answers (const RfQuestionnaire *questionnaire,
         const RfSection *section,
         const char *barrier)
{
  for (guint i = 0; i < section->n_barriers; i++)
    if (g_str_equal (questionnaire->barriers[section->barriers[i]].id, barrier))
      return TRUE;
  return FALSE;
}

/**
 * rf_benchmark_charts_new_sections:
 * @score: of an assessment by @questionnaire
 * @barrier: an id
 *
 * Returns: (transfer full) (nullable): the ranges of the sections that answer a barrier; %NULL where none does
 */
RfChart *
rf_benchmark_charts_new_sections (const RfQuestionnaire *questionnaire,
                                  const RfScore *score,
                                  const char *barrier,
                                  const char *title)
{
  g_autoptr (RfChart) chart = rf_chart_new (RF_CHART_RANGES, title, NULL, &questionnaire->bands);

  for (guint i = 0; i < questionnaire->n_sections; i++)
    if (answers (questionnaire, &questionnaire->sections[i], barrier))
      {
        rf_chart_begin_row (chart, questionnaire->sections[i].title, NULL);
        rf_chart_set_figures (chart, &score->sections[i]);
      }
  return chart->rows->len > 0 ? g_steal_pointer (&chart) : NULL;
}

static void
add_own_net_score (RfChart *chart,
                   const GArray *intentions)
{
  RfNumber score;
  guint n_set;
  g_autofree char *value = NULL;
  g_autofree char *note = NULL;

  if (intentions->len == 0 || !rf_net_score_from_intentions ((const RfIntention *) intentions->data, intentions->len, &score, &n_set))
    return;
  value = rf_percent_dup_text (score);
  note = g_strdup_printf (_ ("%u of %u offerings"), n_set, intentions->len);
  rf_chart_begin_row (chart, _ ("Our own portfolio"), note);
  rf_chart_set_value (chart, to_percent (score), NAN, NAN, value);
}

/**
 * rf_benchmark_charts_new_net_scores:
 * @files: (element-type RfBenchmarks)
 * @intentions: (nullable) (element-type RfIntention): for a row of one's own portfolio
 *
 * Returns: (transfer full) (nullable): the Net Score of each provider, known or not; %NULL where there is none
 */
RfChart *
rf_benchmark_charts_new_net_scores (const GPtrArray *files,
                                    const GArray *intentions)
{
  g_autoptr (GPtrArray) figures = rf_benchmark_charts_find_net_scores (files);
  g_autoptr (RfChart) chart = rf_chart_new (RF_CHART_NET_SCORES, "", _ ("Net Score: those who adopt or spend more, less those who spend less or replace, in percent of all asked. Sources stand with the figures above."), &rf_default_rating_bands);
  guint n_elevated = 0;

  if (intentions != NULL)
    add_own_net_score (chart, intentions);
  for (guint i = 0; i < figures->len; i++)
    {
      const RfBenchmark *figure = figures->pdata[i];
      g_autofree char *value = rf_benchmark_dup_value (figure);

      n_elevated += figure->has_value && rf_net_score_is_elevated (figure->value);
      rf_chart_begin_row (chart, figure->provider, rf_verification_get_label (figure->verification));
      rf_chart_set_value (chart, figure->has_value ? to_percent (figure->value) : NAN, NAN, NAN, figure->has_value ? value : NULL);
    }
  g_free (chart->title);
  chart->title = g_strdup_printf (_ ("%u of %u Net Scores are highly elevated"), n_elevated, figures->len);
  return chart->rows->len > 0 ? g_steal_pointer (&chart) : NULL;
}

/**
 * rf_benchmark_charts_dup_own_plan:
 * @intentions: (element-type RfIntention): one for each offering
 *
 * Returns: (transfer full) (nullable): a sentence on one's own Net Score; %NULL where nobody said what is meant
 */
char *
rf_benchmark_charts_dup_own_plan (const GArray *intentions)
{
  RfNumber score;
  guint n_set;
  g_autofree char *percent = NULL;

  if (intentions->len == 0 || !rf_net_score_from_intentions ((const RfIntention *) intentions->data, intentions->len, &score, &n_set))
    return NULL;
  percent = rf_percent_dup_text (score);
  return g_strdup_printf (rf_net_score_is_elevated (score)
                            ? _ ("Our own Net Score is %s over %u of %u offerings: highly elevated, which begins at 40 %%.")
                            : _ ("Our own Net Score is %s over %u of %u offerings: below the 40 %% at which it is called highly elevated."),
                          percent, n_set, intentions->len);
}
