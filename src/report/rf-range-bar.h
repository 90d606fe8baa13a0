// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <pango/pangocairo.h>

#include "rf-score.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} RfColour;

/**
 * RfRangeBarStyle:
 * @track: the scale from 0 to 100, cut at the limits of the bands
 * @open_answers: from low to high; the darkest of the three, so that it stays apart in grey
 * @unproven: from high to unproven high; hatched too, so that no colour is needed to tell it
 * @ink: texts and the mark of a range without width
 * @labels: (nullable): lays out the names of the bands below the bar; none are drawn without it
 * @label_font: (nullable): their font
 * @mirrored: whether 0 is at the right, where reading begins
 *
 * How a range bar looks: on screen in the theme's colours, on paper in the report's. Borrowed pointers.
 */
typedef struct
{
  RfColour track;
  RfColour open_answers;
  RfColour unproven;
  RfColour ink;
  PangoContext *labels;
  const PangoFontDescription *label_font;
  gboolean mirrored;
} RfRangeBarStyle;

extern const RfRangeBarStyle rf_range_bar_paper_style;

void rf_range_bar_draw (cairo_t *cr,
                        const RfRangeBarStyle *style,
                        const RfFigures *figures,
                        const RfRatingBands *bands,
                        double width,
                        double height);
char *rf_range_bar_describe (const RfFigures *figures,
                             const RfRatingBands *bands);

G_END_DECLS
