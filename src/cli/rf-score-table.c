// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-score-table.h"

#include "rf-language.h"

#include <math.h>

static const RfColumn columns[] = {
  { "offering", N_ ("Offering"), RF_COLUMN_TEXT },
  { "side", N_ ("Side"), RF_COLUMN_TEXT },
  { "section", N_ ("Section"), RF_COLUMN_TEXT },
  { "state", N_ ("State"), RF_COLUMN_TEXT },
  { "low", N_ ("Low"), RF_COLUMN_NUMBER },
  { "high", N_ ("High"), RF_COLUMN_NUMBER },
  { "unproven_high", N_ ("Unproven"), RF_COLUMN_NUMBER },
  { "point", N_ ("Point"), RF_COLUMN_NUMBER },
  { "coverage", N_ ("Coverage"), RF_COLUMN_NUMBER },
  { "assurance", N_ ("Assurance"), RF_COLUMN_NUMBER },
  { "not_applicable_share", N_ ("Set aside"), RF_COLUMN_NUMBER },
  { "rating_low", N_ ("Rating from"), RF_COLUMN_TEXT },
  { "rating_high", N_ ("Rating to"), RF_COLUMN_TEXT },
  { "knockouts_violated", N_ ("Violated"), RF_COLUMN_NUMBER },
  { "knockouts_not_cleared", N_ ("Not cleared"), RF_COLUMN_NUMBER },
};

/* Where the columns begin that sections leave empty. */
#define AFTER_COVERAGE 9

typedef char *(*Format) (double figure,
                         const RfRatingBands *bands);

static char *
format_percent (double figure,
                const RfRatingBands *bands)
{
  return rf_format_percent (figure);
}

static void
add_figure (RfTable *table,
            double figure,
            Format format,
            const RfRatingBands *bands)
{
  g_autofree char *shown = isnan (figure) ? g_strdup ("-") : format (figure, bands);

  rf_table_add_shown (table, figure, shown);
}

static guint
count_knock_outs (const RfFindings *findings,
                  RfSide side,
                  RfKnockOutResult result)
{
  guint n = 0;

  for (guint i = 0; i < findings->questionnaire->n_knock_outs; i++)
    n += findings->questionnaire->knock_outs[i].side == side && findings->score->knock_outs[i] == result;
  return n;
}

static void
add_side (RfTable *table,
          const RfFindings *findings,
          RfSide side)
{
  const RfSideScore *score = &findings->score->sides[side];
  const RfRatingBands *bands = &findings->questionnaire->bands;
  gboolean is_rated = score->state != RF_NOT_ASSESSED;

  rf_table_add_text (table, findings->record->offering->id);
  rf_table_add_text (table, rf_side_get_nick (side));
  rf_table_add_text (table, NULL);
  rf_table_add_text (table, rf_assessed_state_get_nick (score->state));
  add_figure (table, score->figures.low, rf_format_low, bands);
  add_figure (table, score->figures.high, rf_format_high, bands);
  add_figure (table, score->figures.unproven_high, rf_format_high, bands);
  add_figure (table, score->figures.point, rf_format_high, bands);
  add_figure (table, score->figures.coverage, format_percent, bands);
  add_figure (table, score->assurance, format_percent, bands);
  add_figure (table, score->not_applicable_share, format_percent, bands);
  rf_table_add_text (table, is_rated ? rf_rating_get_nick (score->rating_low) : NULL);
  rf_table_add_text (table, is_rated ? rf_rating_get_nick (score->rating_high) : NULL);
  rf_table_add_number (table, count_knock_outs (findings, side, RF_KNOCK_OUT_VIOLATED));
  rf_table_add_number (table, count_knock_outs (findings, side, RF_KNOCK_OUT_NOT_CLEARED));
}

/* A section has neither a state nor a rating, nor does assurance count for it. */
static void
add_section (RfTable *table,
             const RfFindings *findings,
             guint section)
{
  const RfFigures *figures = &findings->score->sections[section];
  const RfRatingBands *bands = &findings->questionnaire->bands;

  rf_table_add_text (table, findings->record->offering->id);
  rf_table_add_text (table, rf_side_get_nick (findings->questionnaire->sections[section].side));
  rf_table_add_text (table, findings->questionnaire->sections[section].id);
  rf_table_add_text (table, NULL);
  add_figure (table, figures->low, rf_format_low, bands);
  add_figure (table, figures->high, rf_format_high, bands);
  add_figure (table, figures->unproven_high, rf_format_high, bands);
  add_figure (table, figures->point, rf_format_high, bands);
  add_figure (table, figures->coverage, format_percent, bands);
  for (guint i = AFTER_COVERAGE; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].type == RF_COLUMN_NUMBER)
      rf_table_add_number (table, NAN);
    else
      rf_table_add_text (table, NULL);
}

static void
add_sections (RfTable *table,
              const RfFindings *findings,
              RfSide side)
{
  for (guint i = 0; i < findings->questionnaire->n_sections; i++)
    if (findings->questionnaire->sections[i].side == side)
      add_section (table, findings, i);
}

/**
 * rf_score_table_new:
 * @list: (element-type RfFindings)
 *
 * Gives a row for each side of each record, and after it one for each section of that side: what CSV holds.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_score_table_new (const GPtrArray *list)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < list->len; i++)
    for (guint side = 0; side < RF_N_SIDES; side++)
      {
        add_side (table, g_ptr_array_index (list, i), side);
        add_sections (table, g_ptr_array_index (list, i), side);
      }
  return table;
}
