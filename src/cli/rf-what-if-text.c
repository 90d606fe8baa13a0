// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-what-if-text.h"

#include "rf-score-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const RfColumn columns[] = {
  { "about", "", RF_COLUMN_TEXT },
  { "before", N_ ("Before"), RF_COLUMN_TEXT },
  { "after", N_ ("After"), RF_COLUMN_TEXT },
};

static void
add_row (RfTable *table,
         const char *about,
         const char *before,
         const char *after)
{
  rf_table_add_text (table, about);
  rf_table_add_text (table, before);
  rf_table_add_text (table, after);
}

static char *
dup_range (const RfFigures *figures,
           const RfRatingBands *bands)
{
  return isnan (figures->low) ? g_strdup ("-") : rf_score_text_of_range (figures, bands);
}

static char *
dup_coverage (const RfFigures *figures)
{
  return isnan (figures->coverage) ? g_strdup ("-") : rf_format_percent (figures->coverage);
}

static void
add_side (RfTable *table,
          const RfWhatIf *self,
          RfSide side)
{
  const RfSideScore *before = &self->before->sides[side];
  const RfSideScore *after = &self->after->sides[side];
  const RfRatingBands *bands = &self->questionnaire->bands;
  g_autofree char *rating = rf_score_text_of_rating (before);
  g_autofree char *new_rating = rf_score_text_of_rating (after);
  g_autofree char *range = dup_range (&before->figures, bands);
  g_autofree char *new_range = dup_range (&after->figures, bands);
  g_autofree char *coverage = dup_coverage (&before->figures);
  g_autofree char *new_coverage = dup_coverage (&after->figures);

  if (before->state == RF_NOT_ASSESSED && after->state == RF_NOT_ASSESSED)
    return;
  add_row (table, side == RF_SIDE_PROVIDER ? _ ("The provider: rating") : _ ("Our own side: rating"), rating, new_rating);
  add_row (table, _ ("  Risk"), range, new_range);
  add_row (table, _ ("  Coverage"), coverage, new_coverage);
}

/* Of sections and knock-outs only what changes: the rest can be read with "score". */
static void
add_sections (RfTable *table,
              const RfWhatIf *self)
{
  for (guint i = 0; i < self->questionnaire->n_sections; i++)
    {
      const RfFigures *one = &self->before->sections[i];
      const RfFigures *other = &self->after->sections[i];
      g_autofree char *before = dup_range (one, &self->questionnaire->bands);
      g_autofree char *after = dup_range (other, &self->questionnaire->bands);

      if (!g_str_equal (before, after))
        add_row (table, self->questionnaire->sections[i].title, before, after);
    }
}

static void
add_knock_outs (RfTable *table,
                const RfWhatIf *self)
{
  for (guint i = 0; i < self->questionnaire->n_knock_outs; i++)
    {
      g_autofree char *about = g_strdup_printf (_ ("Knock-out [%s]"), self->questionnaire->knock_outs[i].id);

      if (self->before->knock_outs[i] != self->after->knock_outs[i])
        add_row (table, about, rf_knock_out_result_get_label (self->before->knock_outs[i]),
                 rf_knock_out_result_get_label (self->after->knock_outs[i]));
    }
}

static char *
dup_residual (const RfResidual *residual,
              RfFitVerdict verdict)
{
  const RfFitCell cell = { .residual = *residual };
  g_autofree char *range = rf_fit_cell_dup_residual (&cell);

  return residual->known ? g_strdup_printf ("%s: %s", rf_fit_verdict_get_label (verdict), range) : g_strdup (range);
}

/**
 * rf_what_if_to_table:
 *
 * Puts before and after side by side: rating, risk and coverage of each side, the sections and knock-outs that change,
 * and each use case.
 *
 * Returns: (transfer full)
 */
RfTable *
rf_what_if_to_table (const RfWhatIf *self)
{
  RfTable *table = rf_table_new (columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < RF_N_SIDES; i++)
    add_side (table, self, (RfSide) i);
  add_sections (table, self);
  add_knock_outs (table, self);
  for (guint i = 0; i < self->use_cases->len; i++)
    {
      const RfWhatIfUseCase *both = g_ptr_array_index (self->use_cases, i);
      g_autofree char *before = dup_residual (&both->before, both->verdict_before);
      g_autofree char *after = dup_residual (&both->after, both->verdict_after);

      add_row (table, both->use_case->name, before, after);
    }
  return table;
}
