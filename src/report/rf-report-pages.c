// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-layout-private.h"
#include "rf-report-logo.h"
#include "rf-language.h"

#define MARGIN 56.0
#define HEAD_ROOM 70.0
#define FOOT_ROOM 70.0
#define FURNITURE_GAP 34.0
/* what the margin has room for; the first page has every name in full */
#define MOST_FURNITURE_LINES 3
/* the box that a logo fits into, and what stays free below it */
#define LOGO_WIDTH 150.0
#define LOGO_HEIGHT 38.0
#define LOGO_GAP 6.0

const RfPaperSize rf_paper_size_a4 = { 595.276, 841.890 };
const RfPaperSize rf_paper_size_letter = { 612, 792 };

static void
add_furniture_line (RfReportPages *pages,
                    const char *text,
                    double y,
                    gboolean at_end)
{
  double width = pages->paper.width - 2 * MARGIN;
  RfReportLineSpan span;
  RfMark mark = { .kind = RF_MARK_LINE, .x = MARGIN, .y = (float) y };

  if (*text == '\0')
    return;
  /* the number keeps a fifth of the line */
  span = rf_report_lines_add_string (pages->lines, RF_ROLE_SMALL, text, at_end ? width * 0.2 : width * 0.78, at_end);
  if (at_end)
    mark.x += (float) (width * 0.8);
  for (guint i = 0; i < MIN (span.n, MOST_FURNITURE_LINES); i++)
    {
      mark.index = span.first + i;
      g_array_append_val (pages->furniture, mark);
      mark.y += rf_report_lines_get (pages->lines, mark.index)->height;
    }
}

static void
add_furniture (RfReportPages *pages)
{
  guint n = rf_report_pages_get_n (pages);
  g_autofree char *day = rf_day_to_text (pages->document->day);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *number = g_strdup_printf (_ ("Page %u of %u"), i + 1, n);

      g_array_append_val (pages->furniture_starts, pages->furniture->len);
      if (i > 0)
        {
          add_furniture_line (pages, pages->document->running_head, FURNITURE_GAP, FALSE);
          if (day != NULL)
            add_furniture_line (pages, day, FURNITURE_GAP, TRUE);
        }
      add_furniture_line (pages, pages->document->running_foot, pages->paper.height - FURNITURE_GAP - 10, FALSE);
      add_furniture_line (pages, number, pages->paper.height - FURNITURE_GAP - 10, TRUE);
    }
}

/* At the top of the first page, where the others have their running head. Decoration: it says nothing that the text does
 * not. */
static void
add_logo (RfReportPages *pages)
{
  RfMark mark = { 0 };
  double width, height, scale;

  if (pages->document->logo == NULL)
    return;
  pages->logo = rf_report_logo_decode (pages->document->logo);
  if (pages->logo == NULL)
    return;
  width = cairo_image_surface_get_width (pages->logo);
  height = cairo_image_surface_get_height (pages->logo);
  scale = MIN (LOGO_WIDTH / width, LOGO_HEIGHT / height);
  mark.width = (float) (width * scale);
  mark.height = (float) (height * scale);
  mark.x = (float) (pages->paper.width - MARGIN) - mark.width;
  mark.y = (float) (HEAD_ROOM - LOGO_GAP) - mark.height;
  pages->logo_place = mark;
}

static void
mirror (const RfReportPages *pages,
        RfMark *mark)
{
  float width = mark->kind == RF_MARK_LINE ? rf_report_lines_get (pages->lines, mark->index)->width : mark->width;

  mark->x = (float) pages->paper.width - mark->x - width;
}

/* All was laid out from the left; where reading begins at the right, so do pages, tables and lists. */
static void
mirror_all (RfReportPages *pages)
{
  GArray *const marks[] = { pages->marks, pages->furniture };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    for (guint j = 0; j < marks[i]->len; j++)
      mirror (pages, &g_array_index (marks[i], RfMark, j));
  mirror (pages, &pages->logo_place);
}

static void
isolate (RfReportText *text,
         G_GNUC_UNUSED gpointer user_data)
{
  rf_report_text_isolate (text);
}

/**
 * rf_report_pages_new:
 * @document: (transfer full), @fonts: (transfer full): not prepared yet
 *
 * Lays a document out on pages.
 */
RfReportPages *
rf_report_pages_new (RfReportDocument *document,
                     RfReportFonts *fonts,
                     const RfPaperSize *paper,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (RfReportPages) self = g_new0 (RfReportPages, 1);
  RfReportLayout layout = {
    self,
    MARGIN,
    paper->width - 2 * MARGIN,
    HEAD_ROOM,
    paper->height - FOOT_ROOM,
    HEAD_ROOM,
  };

  self->document = document;
  self->fonts = fonts;
  self->paper = *paper;
  self->marks = g_array_new (FALSE, FALSE, sizeof (RfMark));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->furniture = g_array_new (FALSE, FALSE, sizeof (RfMark));
  self->furniture_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->bars = g_array_new (FALSE, FALSE, sizeof (RfReportBar));
  self->charts = g_ptr_array_new ();
  self->entries = g_array_new (FALSE, FALSE, sizeof (RfReportEntry));
  if (rf_language_is_right_to_left (document->language))
    rf_report_document_foreach_text (document, isolate, NULL);
  rf_report_fonts_prepare (fonts, document);
  self->lines = rf_report_lines_new (fonts);
  rf_report_layout_break_page (&layout);
  for (guint i = 0; i < document->blocks->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      rf_report_layout_add_block (&layout, i);
    }
  rf_report_pages_number_contents (self);
  add_furniture (self);
  add_logo (self);
  if (rf_language_is_right_to_left (document->language))
    mirror_all (self);
  return g_steal_pointer (&self);
}

void
rf_report_pages_free (RfReportPages *self)
{
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_clear_pointer (&self->lines, rf_report_lines_free);
  g_clear_pointer (&self->fonts, rf_report_fonts_free);
  g_clear_pointer (&self->document, rf_report_document_free);
  g_array_unref (self->marks);
  g_array_unref (self->starts);
  g_array_unref (self->furniture);
  g_array_unref (self->furniture_starts);
  g_array_unref (self->bars);
  g_ptr_array_unref (self->charts);
  g_array_unref (self->entries);
  g_free (self);
}

guint
rf_report_pages_get_n (const RfReportPages *self)
{
  return self->starts->len;
}
