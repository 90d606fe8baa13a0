// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-range-bar-widget.h"

#include "rf-range-bar.h"
#include "rf-screen-colours.h"

#define HEIGHT 16
#define MINIMUM_WIDTH 80

struct _RfRangeBarWidget
{
  GtkWidget parent_instance;

  RfFigures figures;
  RfRatingBands bands;
  gboolean has_figures;
};

G_DEFINE_FINAL_TYPE (RfRangeBarWidget, rf_range_bar_widget, GTK_TYPE_WIDGET)

static void
rf_range_bar_widget_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot)
{
  RfRangeBarWidget *self = RF_RANGE_BAR_WIDGET (widget);
  double width = gtk_widget_get_width (widget);
  double height = gtk_widget_get_height (widget);
  RfRangeBarStyle style = *rf_screen_colours_get_bar_style ();
  cairo_t *cr;

  if (!self->has_figures)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  style.mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  rf_range_bar_draw (cr,
                     &style,
                     &self->figures,
                     &self->bands,
                     width,
                     height);
  cairo_destroy (cr);
}

static void
rf_range_bar_widget_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH : HEIGHT;
}

static void
rf_range_bar_widget_class_init (RfRangeBarWidgetClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = rf_range_bar_widget_snapshot;
  GTK_WIDGET_CLASS (klass)->measure = rf_range_bar_widget_measure;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_IMG);
}

static void
rf_range_bar_widget_init (RfRangeBarWidget *self)
{
  rf_screen_colours_follow (GTK_WIDGET (self));
}

/**
 * rf_range_bar_widget_show:
 *
 * Draws a range as a bar in two shades and says it to a screen reader in words.
 */
void
rf_range_bar_widget_show (RfRangeBarWidget *self,
                          const RfFigures *figures,
                          const RfRatingBands *bands)
{
  g_autofree char *words = rf_range_bar_describe (figures, bands);

  self->figures = *figures;
  self->bands = *bands;
  self->has_figures = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
