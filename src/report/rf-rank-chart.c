// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-rank-chart.h"

#include "rf-language.h"

#include <math.h>

/**
 * rf_rank_chart_new:
 * @comparison: one in which something is ranked
 *
 * How often each offering comes first, second and so on; its title says which comes first most often.
 */
RfChart *
rf_rank_chart_new (const RfComparison *comparison)
{
  g_autofree char *share = NULL;
  g_autofree char *title = NULL;
  RfChart *chart;

  g_return_val_if_fail (comparison->n_ranked > 0, NULL);
  share = rf_format_percent (comparison->offerings[0].rank_share[0] * 100);
  title = g_strdup_printf (_ ("%s comes first in %s of the draws"), comparison->offerings[0].name, share);
  chart = rf_chart_new (RF_CHART_RANKS, title, _ ("Along each bar: the share of the draws in which it comes first, second and so on."), &comparison->questionnaire->bands);
  for (guint i = 0; i < comparison->n_ranked; i++)
    {
      rf_chart_begin_row (chart, comparison->offerings[i].name, NULL);
      for (guint rank = 0; rank < comparison->n_ranked; rank++)
        rf_chart_add_share (chart, comparison->offerings[i].rank_share[rank]);
    }
  return chart;
}

/**
 * rf_rank_chart_new_ranges:
 *
 * The ranges of those ranked, on the questions that they have in common; below each what most of the draws come to.
 */
RfChart *
rf_rank_chart_new_ranges (const RfComparison *comparison)
{
  const RfRatingBands *bands = &comparison->questionnaire->bands;
  RfChart *chart = rf_chart_new (RF_CHART_RANGES, _ ("Risk on the questions in common, 0 to 100"), NULL, bands);

  for (guint i = 0; i < comparison->n_ranked; i++)
    {
      const RfComparedOffering *offering = &comparison->offerings[i];
      RfFigures figures = { offering->low, offering->high, offering->unproven_high, (double) NAN, (double) NAN };
      g_autofree char *p05 = rf_format_low (offering->p05, bands);
      g_autofree char *p95 = rf_format_high (offering->p95, bands);
      /* Translators: from a figure to a figure */
      g_autofree char *note = g_strdup_printf (_ ("%s–%s in 90 %% of the draws"), p05, p95);

      rf_chart_begin_row (chart, offering->name, note);
      rf_chart_set_figures (chart, &figures);
    }
  return chart;
}
