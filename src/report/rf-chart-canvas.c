// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-chart-private.h"
#include "rf-language.h"

static void
set_colour (cairo_t *cr,
            const RfColour *colour)
{
  cairo_set_source_rgb (cr, colour->red, colour->green, colour->blue);
}

RfColour
rf_colour_mix (const RfColour *from,
               const RfColour *to,
               double share)
{
  return (RfColour){
    from->red + (to->red - from->red) * share,
    from->green + (to->green - from->green) * share,
    from->blue + (to->blue - from->blue) * share,
  };
}

/* Everything runs from the side where reading begins. */
double
rf_chart_canvas_mirror (const RfChartCanvas *self,
                        double x,
                        double width)
{
  return self->mirrored ? self->width - x - width : x;
}

void
rf_chart_canvas_fill (const RfChartCanvas *self,
                      const RfColour *colour,
                      double x,
                      double y,
                      double width,
                      double height)
{
  if (self->cr == NULL)
    return;
  set_colour (self->cr, colour);
  cairo_rectangle (self->cr, rf_chart_canvas_mirror (self, x, width), y, width, height);
  cairo_fill (self->cr);
}

void
rf_chart_canvas_stroke (const RfChartCanvas *self,
                        const RfColour *colour,
                        double x,
                        double y,
                        double width,
                        double height,
                        gboolean dashed)
{
  const double dashes[] = { 3 * self->unit, 2 * self->unit };

  if (self->cr == NULL)
    return;
  cairo_save (self->cr);
  set_colour (self->cr, colour);
  cairo_set_line_width (self->cr, 0.8 * self->unit);
  if (dashed)
    cairo_set_dash (self->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_move_to (self->cr, rf_chart_canvas_mirror (self, x, 0), y);
  cairo_line_to (self->cr, rf_chart_canvas_mirror (self, x + width, 0), y + height);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

/* Where a chart runs from the right, every text begins there, whichever way it runs itself: Pango turns the alignment of
 * what runs against its context. */
static void
set_direction (PangoLayout *layout,
               const char *text)
{
  gboolean from_the_right = pango_context_get_base_dir (pango_layout_get_context (layout)) == PANGO_DIRECTION_RTL;
  gboolean keeps_own = !from_the_right || rf_language_runs_from_the_left (text, -1);

  pango_layout_set_auto_dir (layout, keeps_own);
  pango_layout_set_alignment (layout, keeps_own ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

/* Sets a text within @width, wrapped as often as it must be; returns how high it is. */
double
rf_chart_canvas_set_text (const RfChartCanvas *self,
                          const PangoFontDescription *font,
                          const RfColour *colour,
                          const char *text,
                          double x,
                          double y,
                          double width)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (self->style->context);
  PangoRectangle logical;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_attributes (layout, self->style->features);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  set_direction (layout, text);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_extents (layout, NULL, &logical);
  if (self->cr != NULL)
    {
      set_colour (self->cr, colour);
      cairo_move_to (self->cr, rf_chart_canvas_mirror (self, x, width), y);
      pango_cairo_show_layout (self->cr, layout);
      cairo_new_path (self->cr);
    }
  return (double) logical.height / PANGO_SCALE;
}
