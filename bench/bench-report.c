// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <cairo-pdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "figure.h"
#include "report-fixture.h"

/*
 * What the PDF of a long report costs: from findings to the last byte, with page breaks, structure, links and
 * outline. Beside it the bound: a bare program that lays out the same texts in the same fonts, each once, and draws
 * them one below the other, with no structure and no page numbers.
 */
#define RUNS 3
#define BOUND 1.5
#define MEMORY_BOUND 60.0

static void
fill (RfRecord *record,
      gconstpointer data)
{
  guint n = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < n; i++)
    {
      RfAnswer *answer = fixture_answer (record, i, i % 9 == 8 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED);

      answer->said_by = i % 3 == 0 ? RF_SAID_BY_US : RF_SAID_BY_PROVIDER;
      if (i % 2 == 0)
        answer->note = g_strdup_printf ("In the call of week %u they confirmed it for process %u, but did not want to put it into the contract.", i % 52, i);
    }
}

static cairo_status_t
count_bytes (void *closure,
             const unsigned char *data,
             unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

static RfReportPages *
lay_out (const RfFindings *findings)
{
  static const RfReportOptions options;
  g_autoptr (GError) error = NULL;
  RfReportFonts *fonts = rf_report_fonts_new (NULL, &error);
  RfReportPages *pages;

  if (fonts == NULL)
    g_error ("%s", error->message);
  pages = rf_report_pages_new (rf_report_document_new_from_findings (findings, &options), fonts, &rf_paper_size_a4, NULL, &error);
  if (pages == NULL)
    g_error ("%s", error->message);
  return pages;
}

static double
time_report (const RfFindings *findings,
             guint *n_pages)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RfReportPages) pages = lay_out (findings);
  gsize n_bytes = 0;

  if (!rf_report_pages_write_pdf (pages, count_bytes, &n_bytes, NULL, NULL, NULL, NULL))
    g_error ("the report could not be made");
  *n_pages = rf_report_pages_get_n (pages);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

typedef struct
{
  RfReportFonts *fonts;
  cairo_t *cr;
  double y;
} Bare;

static void
draw_bare (RfReportText *text,
           gpointer user_data)
{
  Bare *bare = user_data;
  PangoLayout *layout = pango_layout_new (rf_report_fonts_get_context (bare->fonts));
  RfReportRole role = text->spans->len > 0 ? g_array_index (text->spans, RfReportSpan, 0).role : RF_ROLE_BODY;
  int height;

  pango_layout_set_font_description (layout, rf_report_fonts_get_description (bare->fonts, role));
  pango_layout_set_width (layout, 320 * PANGO_SCALE);
  pango_layout_set_text (layout, text->text->str, (int) text->text->len);
  pango_layout_get_size (layout, NULL, &height);
  if (bare->y + (double) height / PANGO_SCALE > rf_paper_size_a4.height - 70)
    {
      cairo_show_page (bare->cr);
      bare->y = 70;
    }
  cairo_move_to (bare->cr, 56, bare->y);
  pango_cairo_show_layout (bare->cr, layout);
  bare->y += (double) height / PANGO_SCALE + 4;
  g_object_unref (layout);
}

static double
time_bare (RfReportDocument *document)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, NULL);
  gsize n_bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_bytes, &n_bytes, rf_paper_size_a4.width, rf_paper_size_a4.height);
  Bare bare = { fonts, cairo_create (surface), 70 };

  rf_report_fonts_prepare (fonts, document);
  rf_report_document_foreach_text (document, draw_bare, &bare);
  cairo_show_page (bare.cr);
  cairo_destroy (bare.cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static double
get_peak_memory (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

static gboolean
measure (guint n_questions,
         gboolean check_memory)
{
  static const RfReportOptions options;
  g_autoptr (RfFindings) findings = fixture_findings_new (n_questions, fill, GUINT_TO_POINTER (n_questions));
  g_autoptr (RfReportDocument) document = NULL;
  g_autofree char *what = g_strdup_printf ("PDF of %u questions", n_questions);
  g_autofree char *memory_of = g_strdup_printf ("PDF of %u questions, peak memory", n_questions);
  double report = G_MAXDOUBLE, bare = G_MAXDOUBLE, memory;
  gboolean kept;
  guint n_pages = 0;

  for (guint i = 0; i < RUNS; i++)
    {
      double run = time_report (findings, &n_pages);

      report = MIN (report, run);
    }
  memory = get_peak_memory ();
  document = rf_report_document_new_from_findings (findings, &options);
  for (guint i = 0; i < RUNS; i++)
    {
      double run = time_bare (document);

      bare = MIN (bare, run);
    }
  printf ("  %u questions make %u pages\n", n_questions, n_pages);
  kept = figure_print_ratio (what, report, bare, "ms", BOUND);
  if (check_memory)
    kept = figure_print (memory_of, memory, "MiB", MEMORY_BOUND) && kept;
  return kept;
}

int
main (int argc,
      char **argv)
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 2000;

  return measure (n, n <= 2000) ? 0 : 1;
}
