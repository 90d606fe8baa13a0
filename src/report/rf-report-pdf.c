// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-pdf.h"

#include <cairo-pdf.h>

#include "rf-error.h"
#include "rf-language.h"

/*
 * @tagged: whether structure, anchors and links are written: paper and preview have none
 * @mixed: whether the open element holds links beside text; cairo marks as content only what has no elements below
 *   it, so that text needs elements of its own
 */
typedef struct
{
  RfReportPages *pages;
  cairo_t *cr;
  gboolean tagged;
  gboolean mixed;
} Painter;

/* In cairo's attribute strings a quote ends the value; what is not ASCII goes into addresses by percent. */
static char *
quote_attribute (const char *name,
                 const char *value)
{
  GString *quoted = g_string_new (name);

  g_string_append (quoted, "='");
  for (const guchar *at = (const guchar *) value; *at != '\0'; at++)
    {
      if (*at <= ' ' || *at >= 0x7F || *at == '\'' || *at == '\\' || *at == '(' || *at == ')')
        g_string_append_printf (quoted, "%%%02X", *at);
      else
        g_string_append_c (quoted, (char) *at);
    }
  g_string_append_c (quoted, '\'');
  return g_string_free (quoted, FALSE);
}

static void
mark_span (const Painter *painter,
           gboolean begin)
{
  if (!painter->mixed)
    return;
  if (begin)
    cairo_tag_begin (painter->cr, "Span", NULL);
  else
    cairo_tag_end (painter->cr, "Span");
}

static void
link_cb (cairo_t *cr,
         const char *target,
         gboolean begin,
         gpointer user_data)
{
  const Painter *painter = user_data;
  g_autofree char *attributes = NULL;

  if (target == NULL || !rf_report_document_has_target (painter->pages->document, target))
    {
      mark_span (painter, begin);
      return;
    }
  if (!begin)
    {
      cairo_tag_end (cr, CAIRO_TAG_LINK);
      return;
    }
  attributes = target[0] == '#' ? quote_attribute ("dest", target + 1) : quote_attribute ("uri", target);
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_rule (cairo_t *cr,
           const RfMark *mark)
{
  cairo_set_source_rgb (cr, 0.55, 0.58, 0.62);
  cairo_set_line_width (cr, mark->height);
  cairo_move_to (cr, mark->x, mark->y);
  cairo_rel_line_to (cr, mark->width, 0);
  cairo_stroke (cr);
}

static void
draw_bar (const Painter *painter,
          const RfMark *mark)
{
  const RfReportBar *bar = &g_array_index (painter->pages->bars, RfReportBar, mark->index);
  RfRangeBarStyle style = rf_range_bar_paper_style;

  style.mirrored = rf_language_is_right_to_left (painter->pages->document->language);
  if (bar->labelled)
    {
      style.labels = rf_report_fonts_get_context (painter->pages->fonts);
      style.label_font = rf_report_fonts_get_description (painter->pages->fonts, RF_ROLE_SMALL);
    }
  cairo_save (painter->cr);
  cairo_translate (painter->cr, mark->x, mark->y);
  rf_range_bar_draw (painter->cr, &style, bar->figures, &painter->pages->document->bands, mark->width, mark->height);
  cairo_restore (painter->cr);
}

static void
draw_chart (const Painter *painter,
            const RfMark *mark)
{
  RfChartStyle style;

  rf_report_fonts_init_chart_style (painter->pages->fonts, &style);
  cairo_save (painter->cr);
  cairo_translate (painter->cr, mark->x, mark->y);
  rf_chart_draw (painter->pages->charts->pdata[mark->index], painter->cr, &style, mark->width);
  cairo_restore (painter->cr);
}

static void
add_anchor (cairo_t *cr,
            const RfMark *mark)
{
  g_autofree char *name = quote_attribute ("name", mark->name);
  char x[G_ASCII_DTOSTR_BUF_SIZE];
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *attributes = g_strdup_printf ("%s x=%s y=%s internal",
                                                 name,
                                                 g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                                                 g_ascii_formatd (y, sizeof y, "%.2f", MAX (mark->y - 8, 0)));

  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

/* Whether a line of the element that begins with mark number @begin has a link. */
/*
 * After all else of the page: cairo 1.16 takes no picture between the opening of two elements. In a file the viewer scales
 * it, and a request to smooth is what archives forbid (ISO 19005-2, 6.2.8).
 */
static void
draw_logo (const Painter *painter,
           guint page)
{
  cairo_surface_t *logo = painter->pages->logo;
  const RfMark *mark = &painter->pages->logo_place;
  gboolean to_file = cairo_surface_get_type (cairo_get_target (painter->cr)) == CAIRO_SURFACE_TYPE_PDF;

  if (page != 0 || logo == NULL)
    return;
  cairo_save (painter->cr);
  cairo_translate (painter->cr, mark->x, mark->y);
  cairo_scale (painter->cr, mark->width / cairo_image_surface_get_width (logo), mark->height / cairo_image_surface_get_height (logo));
  cairo_set_source_surface (painter->cr, logo, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (painter->cr), to_file ? CAIRO_FILTER_NEAREST : CAIRO_FILTER_BEST);
  cairo_paint (painter->cr);
  cairo_restore (painter->cr);
}

static gboolean
holds_links (const Painter *painter,
             const GArray *marks,
             guint begin)
{
  for (guint i = begin + 1; i < marks->len; i++)
    {
      const RfMark *mark = &g_array_index (marks, RfMark, i);

      if (mark->kind == RF_MARK_BEGIN || mark->kind == RF_MARK_END)
        return FALSE;
      if (mark->kind == RF_MARK_LINE && rf_report_lines_has_link (painter->pages->lines, mark->index, painter->pages->document))
        return TRUE;
    }
  return FALSE;
}

static void
draw_mark (Painter *painter,
           const RfMark *mark)
{
  switch (mark->kind)
    {
    case RF_MARK_BEGIN:
      if (painter->tagged)
        cairo_tag_begin (painter->cr, mark->name, NULL);
      break;
    case RF_MARK_END:
      if (painter->tagged)
        cairo_tag_end (painter->cr, mark->name);
      break;
    case RF_MARK_ANCHOR:
      if (painter->tagged)
        add_anchor (painter->cr, mark);
      break;
    case RF_MARK_LINE:
      rf_report_lines_draw (painter->pages->lines, painter->cr, mark->index, mark->x, mark->y,
                            painter->tagged ? link_cb : NULL, painter);
      break;
    case RF_MARK_RULE:
      draw_rule (painter->cr, mark);
      break;
    case RF_MARK_BAR:
      draw_bar (painter, mark);
      break;
    case RF_MARK_CHART:
      draw_chart (painter, mark);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
draw_marks (Painter *painter,
            const GArray *marks,
            const GArray *starts,
            guint page)
{
  guint end = page + 1 < starts->len ? g_array_index (starts, guint, page + 1) : marks->len;

  for (guint i = g_array_index (starts, guint, page); i < end; i++)
    {
      const RfMark *mark = &g_array_index (marks, RfMark, i);

      if (painter->tagged && (mark->kind == RF_MARK_BEGIN || mark->kind == RF_MARK_END))
        painter->mixed = mark->kind == RF_MARK_BEGIN && holds_links (painter, marks, i);
      draw_mark (painter, mark);
    }
}

/**
 * rf_report_pages_draw:
 * @page: counted from 0
 * @cr: of any kind, in points
 *
 * Draws one page without structure or links, as for a printer or a preview.
 */
void
rf_report_pages_draw (RfReportPages *self,
                      guint page,
                      cairo_t *cr)
{
  Painter painter = { .pages = self, .cr = cr };

  g_return_if_fail (page < rf_report_pages_get_n (self));
  draw_marks (&painter, self->marks, self->starts, page);
  draw_marks (&painter, self->furniture, self->furniture_starts, page);
  draw_logo (&painter, page);
}

static void
set_metadata (cairo_surface_t *surface,
              const RfReportDocument *document)
{
  g_autofree char *day = rf_day_to_string (document->day);
  g_autofree char *time = day != NULL ? g_strconcat (day, "T00:00:00Z", NULL) : NULL;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, document->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Ringfence " PACKAGE_VERSION);
  if (document->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, document->author);
  if (document->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, document->subject);
  /* the day that the figures hold for, not the moment of printing: the same input gives the same file */
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, time != NULL ? time : "1970-01-01T00:00:00Z");
}

static void
add_outline (cairo_surface_t *surface,
             const RfReportPages *pages)
{
  int parents[4] = { CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT, CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < pages->entries->len; i++)
    {
      const RfReportEntry *entry = &g_array_index (pages->entries, RfReportEntry, i);
      g_autofree char *attributes = quote_attribute ("dest", entry->anchor);
      guint level = MAX (entry->level, 1);
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->title, attributes,
                                              level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      for (guint j = level; j < G_N_ELEMENTS (parents); j++)
        parents[j] = id;
    }
}

static gboolean
check_status (cairo_status_t status,
              GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, RF_ERROR, RF_ERROR_RENDER, _ ("The report could not be drawn: %s."), cairo_status_to_string (status));
  return FALSE;
}

static gboolean
draw_pages (Painter *painter,
            GCancellable *cancellable,
            RfReportProgressFunc progress,
            gpointer user_data,
            GError **error)
{
  guint n = rf_report_pages_get_n (painter->pages);

  cairo_tag_begin (painter->cr, "Document", NULL);
  for (guint i = 0; i < n; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      draw_marks (painter, painter->pages->furniture, painter->pages->furniture_starts, i);
      draw_marks (painter, painter->pages->marks, painter->pages->starts, i);
      draw_logo (painter, i);
      /* cairo wants the structure closed before the last page is shown */
      if (i + 1 == n)
        cairo_tag_end (painter->cr, "Document");
      cairo_show_page (painter->cr);
      if (!check_status (cairo_status (painter->cr), error))
        return FALSE;
      if (progress != NULL)
        progress ((i + 1.0) / n, user_data);
    }
  return TRUE;
}

/**
 * rf_report_pages_write_pdf:
 * @write: takes the file's bytes in order; what it fails with is reported
 *
 * Errors: %RF_ERROR_RENDER, or that the work was cancelled. What @write got until then is of no use.
 */
gboolean
rf_report_pages_write_pdf (RfReportPages *self,
                           cairo_write_func_t write,
                           gpointer closure,
                           GCancellable *cancellable,
                           RfReportProgressFunc progress,
                           gpointer user_data,
                           GError **error)
{
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write, closure, self->paper.width, self->paper.height);
  Painter painter = { .pages = self, .cr = cairo_create (surface), .tagged = TRUE };
  gboolean drawn;
  cairo_status_t status;

  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_5);
  set_metadata (surface, self->document);
  drawn = draw_pages (&painter, cancellable, progress, user_data, error);
  if (drawn)
    add_outline (surface, self);
  cairo_destroy (painter.cr);
  /* the last bytes are written here, so here is where a full disk shows */
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return drawn && check_status (status, error);
}
