// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-page-view.h"

#include "rf-report-pdf.h"

#include <glib/gi18n.h>

/* A page on the screen: white paper in every theme, for it is paper. */
struct _RfReportPageView
{
  GtkWidget parent_instance;

  RfReportPages *pages; /* borrowed, NULL while it shows none */
  guint page;
  double zoom;
};

G_DEFINE_FINAL_TYPE (RfReportPageView, rf_report_page_view, GTK_TYPE_WIDGET)

enum
{
  PROP_ZOOM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
rf_report_page_view_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  RfReportPageView *self = RF_REPORT_PAGE_VIEW (widget);
  double scale = self->zoom * RF_REPORT_PIXELS_PER_POINT;
  graphene_rect_t paper;
  cairo_t *cr;

  if (self->pages == NULL)
    return;
  paper = GRAPHENE_RECT_INIT (0, 0, (float) (self->pages->paper.width * scale), (float) (self->pages->paper.height * scale));
  gtk_snapshot_append_color (snapshot, &(GdkRGBA){ 1, 1, 1, 1 }, &paper);
  cr = gtk_snapshot_append_cairo (snapshot, &paper);
  cairo_scale (cr, scale, scale);
  rf_report_pages_draw (self->pages, self->page, cr);
  cairo_destroy (cr);
}

static void
rf_report_page_view_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  RfReportPageView *self = RF_REPORT_PAGE_VIEW (widget);
  const RfPaperSize *paper = self->pages ? &self->pages->paper : &rf_paper_size_a4;
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? paper->width : paper->height;

  *minimum = *natural = (int) (length * self->zoom * RF_REPORT_PIXELS_PER_POINT);
}

static void
rf_report_page_view_set_property (GObject *object,
                                  guint id,
                                  const GValue *value,
                                  GParamSpec *spec)
{
  RfReportPageView *self = RF_REPORT_PAGE_VIEW (object);

  self->zoom = g_value_get_double (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
rf_report_page_view_class_init (RfReportPageViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->set_property = rf_report_page_view_set_property;
  widget_class->snapshot = rf_report_page_view_snapshot;
  widget_class->measure = rf_report_page_view_measure;
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.1, 10, 1, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "reportpage");
}

static void
rf_report_page_view_init (RfReportPageView *self)
{
  self->zoom = 1;
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
}

GtkWidget *
rf_report_page_view_new (void)
{
  return g_object_new (RF_TYPE_REPORT_PAGE_VIEW, NULL);
}

/**
 * rf_report_page_view_show:
 * @pages: (nullable): they must live until the view shows others
 */
void
rf_report_page_view_show (RfReportPageView *self,
                          RfReportPages *pages,
                          guint page)
{
  g_autofree char *label = pages ? g_strdup_printf (_ ("Page %u of %u"), page + 1, rf_report_pages_get_n (pages)) : NULL;

  self->pages = pages;
  self->page = page;
  if (label)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
