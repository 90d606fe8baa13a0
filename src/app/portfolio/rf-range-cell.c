// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-range-cell.h"

#include "rf-portfolio-wording.h"
#include "rf-range-bar-widget.h"
#include "rf-wording.h"

#include <glib/gi18n.h>

/* The range of each side that there is: a bar, and its ends in figures beside it. */
struct _RfRangeCell
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *provider_box;
  RfRangeBarWidget *provider_bar;
  GtkLabel *provider_label;
  GtkWidget *customer_box;
  RfRangeBarWidget *customer_bar;
  GtkLabel *customer_label;
};

G_DEFINE_FINAL_TYPE (RfRangeCell, rf_range_cell, GTK_TYPE_WIDGET)

static void
rf_range_cell_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_range_cell_parent_class)->dispose (object);
}

static void
rf_range_cell_class_init (RfRangeCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_range_cell_dispose;
  g_type_ensure (RF_TYPE_RANGE_BAR_WIDGET);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-range-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, provider_box);
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, provider_bar);
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, provider_label);
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, customer_box);
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, customer_bar);
  gtk_widget_class_bind_template_child (widget_class, RfRangeCell, customer_label);
}

static void
rf_range_cell_init (RfRangeCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
rf_range_cell_new (void)
{
  return g_object_new (RF_TYPE_RANGE_CELL, NULL);
}

static void
show_side (GtkWidget *box,
           RfRangeBarWidget *bar,
           GtkLabel *label,
           const RfPortfolioSummary *summary,
           RfSide side)
{
  const RfSideScore *score = rf_portfolio_shows_side (summary, side) ? &summary->score->sides[side] : NULL;
  gboolean shown = score != NULL && score->state != RF_NOT_ASSESSED;
  g_autofree char *range = shown ? rf_wording_dup_range (&score->figures, &summary->questionnaire->bands) : NULL;
  g_autofree char *tooltip = shown ? g_strdup_printf (C_ ("portfolio", "%s: %s"), rf_wording_get_side (side), range) : NULL;

  gtk_widget_set_visible (box, shown);
  if (!shown)
    return;
  rf_range_bar_widget_show (bar, &score->figures, &summary->questionnaire->bands);
  gtk_label_set_label (label, range);
  gtk_widget_set_tooltip_text (box, tooltip);
}

/**
 * rf_range_cell_show:
 *
 * Shows the provider's range and, where our own answers count, ours below it.
 */
void
rf_range_cell_show (RfRangeCell *self,
                    RfPortfolioItem *item)
{
  const RfPortfolioSummary *summary = rf_portfolio_item_get_summary (item);

  show_side (self->provider_box, self->provider_bar, self->provider_label, summary, RF_SIDE_PROVIDER);
  show_side (self->customer_box, self->customer_bar, self->customer_label, summary, RF_SIDE_CUSTOMER);
}
