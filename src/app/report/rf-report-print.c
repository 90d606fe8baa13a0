// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-print.h"

#include <math.h>

#define PRINTING_KEY "rf-report-printing"

/*
 * Shared by the operation and the layout under way, whichever ends last: a print may be given up while a thread still lays
 * out its pages.
 */
typedef struct
{
  RfReportOrder *order;         /* owned */
  RfReportPages *pages;         /* owned, NULL until they are laid out for the paper */
  GError *error;                /* owned, nullable */
  GCancellable *cancellable;    /* owned, nullable: of the layout under way */
  GtkPrintOperation *operation; /* borrowed, NULL once it is gone */
} Printing;

static void
printing_clear (gpointer data)
{
  Printing *self = data;

  g_clear_pointer (&self->pages, rf_report_pages_free);
  g_clear_pointer (&self->order, rf_report_order_free);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
}

static void
printing_release (gpointer data)
{
  g_rc_box_release_full (data, printing_clear);
}

static void
printing_abandon (gpointer data)
{
  Printing *self = data;

  self->operation = NULL;
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  printing_release (self);
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

static gboolean
is_under_way (const Printing *printing)
{
  return printing->cancellable && printing->pages == NULL && printing->error == NULL;
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  Printing *printing = user_data;

  printing->pages = rf_report_order_lay_out_finish (result, &printing->error);
  if (printing->operation)
    {
      /* the operation wants a number of pages even where it is given up */
      gtk_print_operation_set_n_pages (printing->operation, printing->pages ? (int) rf_report_pages_get_n (printing->pages) : 1);
      if (printing->pages == NULL)
        gtk_print_operation_cancel (printing->operation);
    }
  printing_release (printing);
}

/* The paper is known now. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext *context,
                Printing *printing)
{
  RfReportOrder *order = rf_report_order_copy (printing->order);

  g_clear_pointer (&printing->pages, rf_report_pages_free);
  g_clear_error (&printing->error);
  g_clear_object (&printing->cancellable);
  printing->cancellable = g_cancellable_new ();
  order->options.paper = choose_paper (gtk_print_context_get_page_setup (context));
  rf_report_order_lay_out_async (order, printing->cancellable, laid_out_cb, g_rc_box_acquire (printing));
}

/* Asked whenever there is nothing else to do, until the pages are there; the window stays alive meanwhile. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext *context,
             Printing *printing)
{
  return !is_under_way (printing);
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
 * @order: (transfer full): what is printed; the paper is that of the printer
 * @name: the job's name, as the printer's queue shows it
 *
 * Prints the pages of the report's own renderer, laid out for the paper that was chosen. To be used from the main thread.
 *
 * Returns: (transfer full): an operation that was not run yet
 */
GtkPrintOperation *
rf_report_print_operation_new (RfReportOrder *order,
                               const char *name)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Printing *printing = g_rc_box_new0 (Printing);

  printing->order = order;
  printing->operation = operation;
  g_object_set_data_full (G_OBJECT (operation), PRINTING_KEY, printing, printing_abandon);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* the report has margins of its own */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), printing);
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
