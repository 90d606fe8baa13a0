// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-print.h"

#include "rf-report.h"

#include <math.h>

#define PRINTING_KEY "rf-report-printing"

typedef struct
{
  RfReportMaterial *material; /* owned */
  RfReportOptions options;
  char *organisation;   /* owned, nullable: of the options */
  RfReportPages *pages; /* owned, NULL until the paper is known */
  GError *error;        /* owned, nullable */
} Printing;

static void
printing_free (gpointer data)
{
  Printing *self = data;

  g_clear_pointer (&self->pages, rf_report_pages_free);
  g_clear_pointer (&self->material, rf_report_material_unref);
  g_clear_error (&self->error);
  g_free (self->organisation);
  g_free (self);
}

/* The report knows two papers; on any other the nearer in shape is scaled to fit. */
static RfPaper
choose_paper (GtkPageSetup *setup)
{
  double shape = gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) / gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS);
  double a4 = rf_paper_size_a4.height / rf_paper_size_a4.width;
  double letter = rf_paper_size_letter.height / rf_paper_size_letter.width;

  return fabs (shape - letter) < fabs (shape - a4) ? RF_PAPER_LETTER : RF_PAPER_A4;
}

static RfReportPages *
lay_out (const Printing *self,
         RfPaper paper,
         GError **error)
{
  RfReportOptions options = self->options;
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, error);
  RfReportDocument *document = fonts ? rf_report_document_new_from_material (self->material, &options, error) : NULL;

  if (document == NULL)
    return NULL;
  return rf_report_pages_new (document,
                              g_steal_pointer (&fonts),
                              paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4,
                              NULL,
                              error);
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Printing *printing)
{
  RfPaper paper = choose_paper (gtk_print_context_get_page_setup (context));

  g_clear_pointer (&printing->pages, rf_report_pages_free);
  g_clear_error (&printing->error);
  printing->pages = lay_out (printing, paper, &printing->error);
  /* the operation wants a number of pages even where it is given up */
  gtk_print_operation_set_n_pages (operation, printing->pages ? (int) rf_report_pages_get_n (printing->pages) : 1);
  if (printing->pages == NULL)
    gtk_print_operation_cancel (operation);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              Printing *printing)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale;

  if (printing->pages == NULL)
    return;
  scale = MIN (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS) / printing->pages->paper.width,
               gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) / printing->pages->paper.height);
  /* millimetres against points round differently, and a page must not change for that */
  if (fabs (scale - 1) > 0.01)
    cairo_scale (cr, scale, scale);
  rf_report_pages_draw (printing->pages, (guint) page, cr);
}

/**
 * rf_report_print_operation_new:
 * @material: (transfer full): what the report is made from
 * @options: copied; the paper is that of the printer
 * @name: the job's name, as the printer's queue shows it
 *
 * Prints the pages of the report's own renderer, laid out for the paper that was chosen. To be used from the main thread.
 *
 * Returns: (transfer full): an operation that was not run yet
 */
GtkPrintOperation *
rf_report_print_operation_new (RfReportMaterial *material,
                               const RfReportOptions *options,
                               const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->material = material;
  printing->options = *options;
  printing->organisation = g_strdup (options->organisation);
  printing->options.organisation = printing->organisation;
  g_object_set_data_full (G_OBJECT (operation), PRINTING_KEY, printing, printing_free);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* the report has margins of its own */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  return operation;
}

/**
 * rf_report_print_operation_get_error:
 *
 * Returns: (nullable): why the pages could not be laid out; the operation itself only says that it was cancelled
 */
const GError *
rf_report_print_operation_get_error (GtkPrintOperation *operation)
{
  Printing *printing = g_object_get_data (G_OBJECT (operation), PRINTING_KEY);

  return printing->error;
}
