// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-pdf.h"

#include "rf-pdf-finish.h"

/* Of the whole work, drawing is about this much; the rest is the pass over the drawn file. */
#define SHARE_OF_DRAWING 0.85

/* The names of the bands stand below a bar of a document, within this many points. */
#define BAND_NAMES_HEIGHT 16.0

static void
clear_figure (gpointer data)
{
  RfPdfFigure *figure = data;

  g_free (figure->text);
}

/* What a mark shows, in words; NULL where it is no figure. */
static char *
describe_mark (const RfReportPages *pages,
               const RfMark *mark)
{
  const RfReportBar *bar;

  if (mark->kind == RF_MARK_CHART)
    return rf_chart_dup_description (pages->charts->pdata[mark->index]);
  if (mark->kind != RF_MARK_BAR)
    return NULL;
  bar = &g_array_index (pages->bars, RfReportBar, mark->index);
  return rf_range_bar_describe (bar->figures, &pages->document->bands);
}

static double
measure_below (const RfReportPages *pages,
               const RfMark *mark)
{
  if (mark->kind == RF_MARK_BAR && g_array_index (pages->bars, RfReportBar, mark->index).labelled)
    return BAND_NAMES_HEIGHT;
  return 0;
}

/**
 * rf_report_pages_describe_figures:
 *
 * Says what the figures of all pages show and where they lie, in reading order.
 *
 * Returns: (transfer full) (element-type RfPdfFigure)
 */
GArray *
rf_report_pages_describe_figures (const RfReportPages *pages)
{
  GArray *figures = g_array_new (FALSE, FALSE, sizeof (RfPdfFigure));

  g_array_set_clear_func (figures, clear_figure);
  for (guint i = 0; i < pages->marks->len; i++)
    {
      const RfMark *mark = &g_array_index (pages->marks, RfMark, i);
      RfPdfFigure figure = { .text = describe_mark (pages, mark) };

      if (figure.text == NULL)
        continue;
      figure.left = mark->x;
      figure.right = mark->x + mark->width;
      figure.top = pages->paper.height - mark->y;
      figure.bottom = figure.top - mark->height - measure_below (pages, mark);
      g_array_append_val (figures, figure);
    }
  return figures;
}

typedef struct
{
  RfReportProgressFunc report;
  gpointer user_data;
} Progress;

static void
report_drawing (double fraction,
                gpointer user_data)
{
  const Progress *progress = user_data;

  if (progress->report != NULL)
    progress->report (fraction * SHARE_OF_DRAWING, progress->user_data);
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/**
 * rf_report_pages_render_pdf:
 * @progress: (nullable)
 *
 * Draws the pages as a PDF file and adds to it what cairo cannot write. The same pages give the same bytes.
 *
 * Returns: (transfer full): %NULL with %RF_ERROR_RENDER, or that the work was cancelled
 */
GBytes *
rf_report_pages_render_pdf (RfReportPages *self,
                            GCancellable *cancellable,
                            RfReportProgressFunc progress,
                            gpointer user_data,
                            GError **error)
{
  g_autoptr (GByteArray) drawn = g_byte_array_new ();
  g_autoptr (GArray) figures = rf_report_pages_describe_figures (self);
  g_autoptr (GBytes) pdf = NULL;
  g_autoptr (GBytes) finished = NULL;
  Progress drawing = { progress, user_data };
  RfPdfDescription description = {
    self->document->title,
    self->document->author,
    self->document->subject,
    self->document->language,
    (const RfPdfFigure *) figures->data,
    figures->len,
    self->document->seal,
  };

  if (!rf_report_pages_write_pdf (self, append_bytes, drawn, cancellable, report_drawing, &drawing, error))
    return NULL;
  pdf = g_byte_array_free_to_bytes (g_steal_pointer (&drawn));
  finished = rf_pdf_finish (pdf, &description, cancellable, error);
  if (finished != NULL && progress != NULL)
    progress (1, user_data);
  return g_steal_pointer (&finished);
}
