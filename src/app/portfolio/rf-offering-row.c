// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-offering-row.h"

#include "rf-range-bar-widget.h"
#include "rf-wording.h"

struct _RfOfferingRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel *name_label;
  GtkLabel *provider_label;
  RfRangeBarWidget *range_bar;
  GtkLabel *rating_label;
  GtkLabel *violated_label;

  RfOffering *offering; /* owned */
};

G_DEFINE_FINAL_TYPE (RfOfferingRow, rf_offering_row, GTK_TYPE_LIST_BOX_ROW)

static void
rf_offering_row_finalize (GObject *object)
{
  g_clear_pointer (&RF_OFFERING_ROW (object)->offering, rf_offering_unref);
  G_OBJECT_CLASS (rf_offering_row_parent_class)->finalize (object);
}

static void
rf_offering_row_class_init (RfOfferingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_offering_row_finalize;
  g_type_ensure (RF_TYPE_RANGE_BAR_WIDGET);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-offering-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, name_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, provider_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, range_bar);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, rating_label);
  gtk_widget_class_bind_template_child (widget_class, RfOfferingRow, violated_label);
}

static void
rf_offering_row_init (RfOfferingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_offering_row_new:
 *
 * Makes a row that shows an offering, without a result yet.
 */
GtkWidget *
rf_offering_row_new (RfOffering *offering)
{
  RfOfferingRow *self = g_object_new (RF_TYPE_OFFERING_ROW, NULL);

  self->offering = rf_offering_ref (offering);
  gtk_label_set_label (self->name_label, offering->name);
  gtk_label_set_label (self->provider_label, offering->provider);
  return GTK_WIDGET (self);
}

const RfOffering *
rf_offering_row_get_offering (RfOfferingRow *self)
{
  return self->offering;
}

/**
 * rf_offering_row_show_score:
 *
 * Shows the provider's side of a score, and how many knock-outs it violates.
 */
void
rf_offering_row_show_score (RfOfferingRow *self,
                            const RfScore *score,
                            const RfRatingBands *bands)
{
  const RfSideScore *side = &score->sides[RF_SIDE_PROVIDER];
  g_autofree char *words = rf_wording_dup_line (side, bands);
  g_autofree char *violated = rf_wording_dup_violated (score);
  g_autofree char *description = violated ? g_strdup_printf ("%s. %s", words, violated) : g_strdup (words);

  rf_range_bar_widget_show (self->range_bar, &side->figures, bands);
  gtk_label_set_label (self->rating_label, words);
  gtk_label_set_label (self->violated_label, violated ? violated : "");
  gtk_widget_set_visible (GTK_WIDGET (self->violated_label), violated != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->offering->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description,
                                  -1);
}
