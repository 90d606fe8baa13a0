// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>

#include "figure.h"
#include "report-fixture.h"
#include "rf-pdf-finish.h"

/*
 * What the pass over a drawn PDF costs, beside the bound: libqpdf reads the same bytes, takes out the content of each
 * page and puts it back as it is, and writes the file in the same way.
 */
#define RUNS 3
#define N_QUESTIONS 10000
#define BOUND 1.5

static void
answer_all (RfRecord *record,
            gconstpointer data)
{
  for (guint i = 0; i < N_QUESTIONS; i++)
    {
      RfAnswer *answer = fixture_answer (record, i, i % 9 == 8 ? RF_ANSWER_REFUSED : RF_ANSWER_ANSWERED);

      if (i % 2 == 0)
        answer->note = g_strdup_printf ("In the call of week %u they confirmed it for process %u, but did not want to put it into the contract.", i % 52, i);
    }
}

static cairo_status_t
append_bytes (void *closure,
              const unsigned char *data,
              unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static RfReportPages *
lay_out (void)
{
  static const RfReportOptions options;
  g_autoptr (RfFindings) findings = fixture_findings_new (N_QUESTIONS, answer_all, NULL);
  g_autoptr (GError) error = NULL;
  RfReportDocument *document = rf_report_document_new_from_findings (findings, &options);
  RfReportFonts *fonts = rf_report_fonts_new (NULL, &error);
  RfReportPages *pages = fonts != NULL ? rf_report_pages_new (document, fonts, &rf_paper_size_a4, NULL, &error) : NULL;

  if (pages == NULL)
    g_error ("%s", error->message);
  return pages;
}

static GBytes *
draw (RfReportPages *pages)
{
  GByteArray *drawn = g_byte_array_new ();
  g_autoptr (GError) error = NULL;

  if (!rf_report_pages_write_pdf (pages, append_bytes, drawn, NULL, NULL, NULL, &error))
    g_error ("%s", error->message);
  return g_byte_array_free_to_bytes (drawn);
}

static double
time_finish (GBytes *drawn,
             const RfPdfDescription *description)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) finished = rf_pdf_finish (drawn, description, NULL, &error);

  if (finished == NULL)
    g_error ("%s", error->message);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

static void
put_back (qpdf_data qpdf,
          int index)
{
  qpdf_oh page = qpdf_get_page_n (qpdf, (size_t) index);
  qpdf_oh stream = qpdf_oh_new_stream (qpdf);
  qpdf_oh null = qpdf_oh_new_null (qpdf);
  unsigned char *content = NULL;
  size_t length = 0;

  qpdf_oh_get_page_content_data (qpdf, page, &content, &length);
  qpdf_oh_replace_stream_data (qpdf, stream, content, length, null, null);
  qpdf_oh_replace_key (qpdf, page, "/Contents", stream);
  qpdf_oh_release_all (qpdf);
  free (content);
}

static double
time_bare (GBytes *drawn)
{
  gint64 start = g_get_monotonic_time ();
  qpdf_data qpdf = qpdf_init ();
  int n;

  qpdf_read_memory (qpdf, "PDF", g_bytes_get_data (drawn, NULL), g_bytes_get_size (drawn), NULL);
  n = qpdf_get_num_pages (qpdf);
  for (int i = 0; i < n; i++)
    put_back (qpdf, i);
  qpdf_init_write_memory (qpdf);
  qpdf_set_deterministic_ID (qpdf, QPDF_TRUE);
  qpdf_set_object_stream_mode (qpdf, qpdf_o_generate);
  if (qpdf_write (qpdf) != QPDF_SUCCESS)
    g_error ("the bare program failed");
  qpdf_cleanup (&qpdf);
  return (double) (g_get_monotonic_time () - start) / 1e3;
}

int
main (void)
{
  g_autoptr (RfReportPages) pages = lay_out ();
  g_autoptr (GArray) figures = rf_report_pages_describe_figures (pages);
  g_autoptr (GBytes) drawn = draw (pages);
  g_autofree char *what = g_strdup_printf ("the pass over a PDF of %u pages", rf_report_pages_get_n (pages));
  RfPdfDescription description = {
    .title = pages->document->title,
    .language = pages->document->language,
    .figures = (const RfPdfFigure *) figures->data,
    .n_figures = figures->len,
  };
  double measured[RUNS];
  double bare[RUNS];

  for (guint i = 0; i < RUNS; i++)
    {
      measured[i] = time_finish (drawn, &description);
      bare[i] = time_bare (drawn);
    }
  return figure_print_ratio (what, figure_middle (measured, RUNS), figure_middle (bare, RUNS), "ms", BOUND) ? 0 : 1;
}
