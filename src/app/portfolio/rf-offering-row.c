// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering-row.h"

#include "rf-portfolio-cell.h"
#include "rf-portfolio-menu.h"
#include "rf-range-cell.h"

/* An offering where there is no room for a table: what matters most of it. */
struct _RfOfferingRow
{
  GtkWidget parent_instance;

  /* template children */
  GtkBox *title_box;
  GtkLabel *name_label;
  GtkLabel *provider_label;
  RfRangeCell *range_cell;
  RfPortfolioCell *rating_cell;
  RfPortfolioCell *decisions_cell;
  GtkLabel *knock_outs_label;
  GtkLabel *evidence_label;
  GtkLabel *review_label;
};

G_DEFINE_FINAL_TYPE (RfOfferingRow, rf_offering_row, GTK_TYPE_WIDGET)

static void
rf_offering_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_offering_row_parent_class)->dispose (object);
}

static void
rf_offering_row_class_init (RfOfferingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_offering_row_dispose;
  g_type_ensure (RF_TYPE_PORTFOLIO_CELL);
  g_type_ensure (RF_TYPE_RANGE_CELL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-offering-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, title_box);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, provider_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, range_cell);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, rating_cell);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, knock_outs_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, decisions_cell);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, evidence_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, review_label);
}

static void
rf_offering_row_init (RfOfferingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (self->title_box, rf_portfolio_menu_button_new ());
}

GtkWidget *
rf_offering_row_new (void)
{
  return g_object_new (RF_TYPE_OFFERING_ROW, NULL);
}

/* Only what asks for something: a knock-out, a paper that expires, a review that is due. */
static void
show_where_urgent (GtkLabel *label,
                   RfPortfolioColumn column,
                   RfPortfolioItem *item)
{
  RfTone tone = RF_TONE_NORMAL;
  g_autofree char *phrase = rf_portfolio_dup_phrase (column, item, &tone);
  gboolean urgent = phrase != NULL && tone >= RF_TONE_WARNING;
  const char *classes[] = { "caption", rf_tone_get_css_class (tone), NULL };

  gtk_widget_set_visible (GTK_WIDGET (label), urgent);
  if (!urgent)
    return;
  gtk_label_set_label (label, phrase);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
}

/**
 * rf_offering_row_show:
 *
 * Shows the ranges and ratings of an offering, and what of it asks for attention.
 */
void
rf_offering_row_show (RfOfferingRow *self,
                      RfPortfolioItem *item)
{
  gtk_label_set_label (self->name_label, rf_portfolio_item_get_name (item));
  gtk_label_set_label (self->provider_label, rf_portfolio_item_get_provider (item));
  rf_range_cell_show (self->range_cell, item);
  rf_portfolio_cell_show_named (self->rating_cell, item);
  rf_portfolio_cell_show (self->decisions_cell, item);
  show_where_urgent (self->knock_outs_label, RF_PORTFOLIO_KNOCK_OUTS, item);
  show_where_urgent (self->evidence_label, RF_PORTFOLIO_EVIDENCE, item);
  show_where_urgent (self->review_label, RF_PORTFOLIO_REVIEW, item);
}
