// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-range-bar.h"

#include "rf-language.h"

#include <math.h>

/* A range that is a point is still to be seen. */
#define LEAST_WIDTH 2.0
#define BAND_GAP 1.5
#define HATCH_STEP 3.0
#define LABEL_GAP 3.0

const RfRangeBarStyle rf_range_bar_paper_style = {
  .track = { 0.91, 0.92, 0.93 },
  .open_answers = { 0.10, 0.25, 0.42 },
  .unproven = { 0.62, 0.72, 0.82 },
  .ink = { 0.11, 0.13, 0.16 },
};

static void
set_colour (cairo_t *cr,
            const RfColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

static void
draw_track (cairo_t *cr,
            const RfRangeBarStyle *style,
            const RfRatingBands *bands,
            double width,
            double height)
{
  set_colour (cr, &style->track);
  for (guint i = 0; i < RF_N_RATINGS; i++)
    {
      double from = bands->from[i] * width / 100;
      double to = i + 1 < RF_N_RATINGS ? bands->from[i + 1] * width / 100 - BAND_GAP : width;

      if (to > from)
        cairo_rectangle (cr, from, 0, to - from, height);
    }
  cairo_fill (cr);
}

static void
hatch (cairo_t *cr,
       const RfColour *colour,
       double x,
       double width,
       double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  set_colour (cr, colour);
  cairo_set_line_width (cr, 0.6);
  for (double start = floor ((x - height) / HATCH_STEP) * HATCH_STEP; start < x + width; start += HATCH_STEP)
    {
      cairo_move_to (cr, start, height);
      cairo_line_to (cr, start + height, 0);
    }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_range (cairo_t *cr,
            const RfRangeBarStyle *style,
            const RfFigures *figures,
            double width,
            double height)
{
  double low = figures->low * width / 100;
  double high = figures->high * width / 100;
  double unproven_high = figures->unproven_high * width / 100;
  double inset = height * 0.14;

  cairo_save (cr);
  cairo_translate (cr, 0, inset);
  height -= 2 * inset;
  if (unproven_high - high > 0.01)
    {
      set_colour (cr, &style->unproven);
      cairo_rectangle (cr, high, 0, unproven_high - high, height);
      cairo_fill (cr);
      hatch (cr, &style->open_answers, high, unproven_high - high, height);
    }
  if (high - low < LEAST_WIDTH)
    {
      low = CLAMP (low - LEAST_WIDTH / 2, 0, width - LEAST_WIDTH);
      high = low + LEAST_WIDTH;
    }
  set_colour (cr, &style->open_answers);
  cairo_rectangle (cr, low, 0, high - low, height);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_labels (cairo_t *cr,
             const RfRangeBarStyle *style,
             const RfRatingBands *bands,
             double width,
             double height)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (style->labels);

  pango_layout_set_font_description (layout, style->label_font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (style->mirrored)
    {
      pango_layout_set_auto_dir (layout, FALSE);
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    }
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_colour (cr, &style->ink);
  for (guint i = 0; i < RF_N_RATINGS; i++)
    {
      double from = bands->from[i] * width / 100;
      double to = i + 1 < RF_N_RATINGS ? bands->from[i + 1] * width / 100 : width;
      g_autofree char *label = NULL;

      if (to <= from)
        continue;
      label = g_strdup_printf ("%d  %s", bands->from[i], rf_rating_get_label (i));
      pango_layout_set_width (layout, (int) ((to - from - BAND_GAP) * PANGO_SCALE));
      pango_layout_set_text (layout, label, -1);
      cairo_move_to (cr, style->mirrored ? width - to + BAND_GAP : from, height + LABEL_GAP);
      pango_cairo_show_layout (cr, layout);
    }
  cairo_new_path (cr);
}

/**
 * rf_range_bar_draw:
 * @figures: of a side or a section; all NaN draws the bare scale
 * @width: what 0 to 100 takes up, in units of @cr
 * @height: of the bar; labels, where the style has them, lie below it
 *
 * Draws a range at the current origin in two shades: what open answers leave possible, and beyond it what claims
 * without proof leave possible. Screen and paper call this same function.
 */
void
rf_range_bar_draw (cairo_t *cr,
                   const RfRangeBarStyle *style,
                   const RfFigures *figures,
                   const RfRatingBands *bands,
                   double width,
                   double height)
{
  g_return_if_fail (cr != NULL && style != NULL && figures != NULL && bands != NULL);

  cairo_save (cr);
  cairo_save (cr);
  cairo_new_path (cr);
  if (style->mirrored)
    {
      cairo_translate (cr, width, 0);
      cairo_scale (cr, -1, 1);
    }
  draw_track (cr, style, bands, width, height);
  if (!isnan (figures->low))
    draw_range (cr, style, figures, width, height);
  cairo_restore (cr);
  if (style->labels != NULL)
    draw_labels (cr, style, bands, width, height);
  cairo_restore (cr);
}

/**
 * rf_range_bar_describe:
 *
 * Says in words what the bar shows, for screen readers and as its text alternative. (transfer full)
 */
char *
rf_range_bar_describe (const RfFigures *figures,
                       const RfRatingBands *bands)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *unproven_high = NULL;

  g_return_val_if_fail (figures != NULL && bands != NULL, NULL);

  if (isnan (figures->low))
    return g_strdup (_ ("Not assessed: there is no range."));
  low = rf_format_low (figures->low, bands);
  high = rf_format_high (figures->high, bands);
  unproven_high = rf_format_high (figures->unproven_high, bands);
  if (figures->unproven_high - figures->high < 1e-9)
    return g_strdup_printf (_ ("Risk between %s and %s of 100; doubting what is claimed would not raise it."), low, high);
  return g_strdup_printf (_ ("Risk between %s and %s of 100, and up to %s if claims that are not proven are doubted."),
                          low,
                          high,
                          unproven_high);
}
