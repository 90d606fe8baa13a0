// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-html-private.h"

#include "rf-error.h"
#include "rf-range-bar.h"
#include "rf-language.h"

#include <cairo-svg.h>
#include <string.h>

#define FIGURE_WIDTH 560.0
#define FIGURE_HEIGHT 18.0

static cairo_status_t
append (void *closure,
        const unsigned char *data,
        unsigned int length)
{
  g_string_append_len (closure, (const char *) data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* cairo counts its surfaces over the whole life of the program, and names each drawing by that number. */
static void
drop_surface_number (GString *svg)
{
  static const char name[] = "id=\"surface";
  char *at = strstr (svg->str, name);

  if (at == NULL)
    return;
  at += strlen (name);
  g_string_erase (svg, at - svg->str, (gssize) strspn (at, "0123456789"));
}

typedef void (*DrawFunc) (cairo_t *cr, gconstpointer data);

static GString *
draw_svg (double width,
          double height,
          DrawFunc draw,
          gconstpointer data,
          GError **error)
{
  g_autoptr (GString) svg = g_string_new (NULL);
  cairo_surface_t *surface = cairo_svg_surface_create_for_stream (append, svg, width, height);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  draw (cr, data);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, RF_ERROR, RF_ERROR_RENDER, _ ("The report could not be drawn: %s."), cairo_status_to_string (status));
      return NULL;
    }
  drop_surface_number (svg);
  return g_steal_pointer (&svg);
}

typedef struct
{
  const RfFigures *figures;
  const RfRatingBands *bands;
  double width;
  double height;
} Bar;

static void
draw_bar (cairo_t *cr,
          gconstpointer data)
{
  const Bar *bar = data;

  rf_range_bar_draw (cr, &rf_range_bar_paper_style, bar->figures, bar->bands, bar->width, bar->height);
}

typedef struct
{
  const RfChart *chart;
  const RfChartStyle *style;
  double width;
} Drawing;

static void
draw_chart (cairo_t *cr,
            gconstpointer data)
{
  const Drawing *drawing = data;

  cairo_set_source_rgb (cr, drawing->style->paper.red, drawing->style->paper.green, drawing->style->paper.blue);
  cairo_paint (cr);
  rf_chart_draw (drawing->chart, cr, drawing->style, drawing->width);
}

/* As an image of its own, so that what is named inside one drawing cannot meet what is named in another. */
static void
add_image (RfReportHtml *self,
           const GString *svg,
           const char *description)
{
  g_autofree char *encoded = g_base64_encode ((const guchar *) svg->str, svg->len);
  g_autofree char *address = g_strconcat ("data:image/svg+xml;base64,", encoded, NULL);

  rf_html_writer_start (self->writer, "img");
  rf_html_writer_attribute (self->writer, "alt", description);
  rf_html_writer_attribute (self->writer, "src", address);
  rf_html_writer_end (self->writer);
}

/**
 * rf_report_html_add_bar:
 * @width: in points, on a screen that has the room
 *
 * Adds a range bar as an image that says in words what it shows.
 */
gboolean
rf_report_html_add_bar (RfReportHtml *self,
                        const RfFigures *figures,
                        double width,
                        double height,
                        GError **error)
{
  g_autofree char *description = rf_range_bar_describe (figures, &self->document->bands);
  Bar bar = { figures, &self->document->bands, width, height };
  g_autoptr (GString) svg = draw_svg (width, height, draw_bar, &bar, error);

  if (svg == NULL)
    return FALSE;
  add_image (self, svg, description);
  return TRUE;
}

static void
add_band (RfReportHtml *self,
          guint band)
{
  const int *from = self->document->bands.from;
  int to = band + 1 < RF_N_RATINGS ? from[band + 1] : 100;
  g_autofree char *style = g_strdup_printf ("width:%d%%", to - from[band]);
  g_autofree char *label = g_strdup_printf ("%d  %s", from[band], rf_rating_get_label (band));

  if (to <= from[band])
    return;
  rf_html_writer_start_line (self->writer, "span");
  rf_html_writer_attribute (self->writer, "style", style);
  rf_html_writer_text (self->writer, label);
  rf_html_writer_end (self->writer);
}

/* A range bar, and below it the bands of its scale where they begin. */
gboolean
rf_report_html_add_bar_figure (RfReportHtml *self,
                               const RfFigures *figures,
                               GError **error)
{
  rf_html_writer_start_line (self->writer, "figure");
  if (!rf_report_html_add_bar (self, figures, FIGURE_WIDTH, FIGURE_HEIGHT, error))
    return FALSE;
  rf_html_writer_start_line (self->writer, "figcaption");
  rf_html_writer_attribute (self->writer, "class", "scale");
  for (guint i = 0; i < RF_N_RATINGS; i++)
    add_band (self, i);
  rf_html_writer_end (self->writer);
  rf_html_writer_end (self->writer);
  return TRUE;
}

/* A chart with its title above and its source below. */
gboolean
rf_report_html_add_chart (RfReportHtml *self,
                          const RfReportBlock *block,
                          GError **error)
{
  g_autofree char *description = rf_chart_dup_description (block->chart);
  RfChartStyle style;
  Drawing drawing = { block->chart, &style, FIGURE_WIDTH };
  g_autoptr (GString) svg = NULL;

  rf_report_fonts_init_chart_style (self->fonts, &style);
  svg = draw_svg (FIGURE_WIDTH, rf_chart_draw (block->chart, NULL, &style, FIGURE_WIDTH), draw_chart, &drawing, error);
  if (svg == NULL)
    return FALSE;
  rf_html_writer_start_line (self->writer, "figure");
  rf_html_writer_attribute (self->writer, "class", "chart");
  rf_report_html_add_paragraph (self, block->text);
  add_image (self, svg, description);
  if (block->items->len > 0)
    {
      rf_html_writer_start_line (self->writer, "figcaption");
      rf_report_html_add_content (self, block->items->pdata[0]);
      rf_html_writer_end (self->writer);
    }
  rf_html_writer_end (self->writer);
  return TRUE;
}
