// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-heat-map.h"

#include "rf-report-content-private.h"
#include "rf-language.h"

#include <math.h>

/* The band that a figure lies in. */
static int
find_band (double figure,
           const RfRatingBands *bands)
{
  int band = 0;

  while (band + 1 < RF_N_RATINGS && figure >= bands->from[band + 1])
    band++;
  return band;
}

static void
add_cell (RfChart *chart,
          const RfFigures *figures)
{
  g_autofree char *range = rf_report_dup_range (figures, &chart->bands);
  g_autofree char *words = NULL;
  g_autofree char *text = NULL;

  if (isnan (figures->low))
    {
      rf_chart_add_cell (chart, range, -1);
      return;
    }
  words = rf_report_dup_rating_words (find_band (figures->low, &chart->bands), find_band (figures->unproven_high, &chart->bands));
  text = g_strdup_printf ("%s\n%s", range, words);
  rf_chart_add_cell (chart, text, find_band (figures->unproven_high, &chart->bands));
}

static double
get_worst (const RfHeatMapColumn *columns,
           guint n_columns,
           guint section)
{
  double worst = -1;

  for (guint i = 0; i < n_columns; i++)
    {
      double high = columns[i].score->sections[section].unproven_high;

      worst = isnan (high) ? worst : MAX (worst, high);
    }
  return worst;
}

/**
 * rf_heat_map_dup_title:
 * @columns: (array length=n_columns): all offerings, also those of further charts
 *
 * Returns: (transfer full): what a heat map of these offerings says, in a sentence: where the greatest risk is
 */
char *
rf_heat_map_dup_title (const RfQuestionnaire *questionnaire,
                       const RfHeatMapColumn *columns,
                       guint n_columns)
{
  guint worst = 0;

  for (guint i = 1; i < questionnaire->n_sections; i++)
    if (get_worst (columns, n_columns, i) > get_worst (columns, n_columns, worst))
      worst = i;
  return g_strdup_printf (_ ("Section by section: the greatest risk is in “%s”"), questionnaire->sections[worst].title);
}

/**
 * rf_heat_map_new:
 * @title: from rf_heat_map_dup_title()
 * @columns: (array length=n_columns): as many as are to be side by side
 *
 * Makes a chart of the sections of @questionnaire by offerings.
 *
 * Returns: (transfer full)
 */
RfChart *
rf_heat_map_new (const RfQuestionnaire *questionnaire,
                 const char *title,
                 const RfHeatMapColumn *columns,
                 guint n_columns)
{
  RfChart *chart = rf_chart_new (RF_CHART_MATRIX, title, _ ("The range of each section, and the ratings it spans with unproven claims doubted; the darker, the higher its upper end."), &questionnaire->bands);

  for (guint i = 0; i < n_columns; i++)
    rf_chart_add_column (chart, columns[i].name);
  for (guint section = 0; section < questionnaire->n_sections; section++)
    {
      rf_chart_begin_row (chart, questionnaire->sections[section].title, NULL);
      for (guint i = 0; i < n_columns; i++)
        add_cell (chart, &columns[i].score->sections[section]);
    }
  return chart;
}
