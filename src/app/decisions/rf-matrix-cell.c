// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-matrix-cell.h"

#include "rf-decision-wording.h"

#include <glib/gi18n.h>

/* Whether an offering is fit for a use case, what is left of its risk, and what was decided. */
struct _RfMatrixCell
{
  GtkButton parent_instance;

  /* template children */
  GtkLabel *fit_label;
  GtkLabel *range_label;
  GtkImage *mark_image;
  GtkLabel *mark_label;

  RfMatrixItem *item; /* owned, nullable */
  guint position;
  guint column;
};

G_DEFINE_FINAL_TYPE (RfMatrixCell, rf_matrix_cell, GTK_TYPE_BUTTON)

static const char *const risk_classes[RF_N_RATINGS + 1] = { "risk-very-low", "risk-low", "risk-moderate", "risk-high", "risk-very-high", "risk-not-known" };

static void
show_risk_class (RfMatrixCell *self,
                 const RfResidual *residual)
{
  guint shown = residual->known ? residual->high : RF_N_RATINGS;

  for (guint i = 0; i < G_N_ELEMENTS (risk_classes); i++)
    if (i == shown)
      gtk_widget_add_css_class (GTK_WIDGET (self), risk_classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self), risk_classes[i]);
}

/* What was decided reads like a sentence to those who do not see where the cell stands. */
static void
show (RfMatrixCell *self)
{
  const RfMatrixRow *row = rf_matrix_item_get_row (self->item);
  const RfUseCase *use_case = rf_decision_matrix_get_use_case (rf_matrix_item_get_matrix (self->item), self->column);
  const RfUseCaseStanding *standing = rf_matrix_item_find_standing (self->item, self->column);
  const RfResidual *residual = &row->residuals[self->column];
  g_autofree char *fit = rf_decision_wording_dup_fit (rf_matrix_item_get_verdict (self->item, self->column));
  g_autofree char *range = rf_decision_wording_dup_range (residual);
  g_autofree char *mark = rf_decision_wording_dup_mark (standing);
  g_autofree char *place = g_strdup_printf ("%s – %s", row->summary->offering->name, use_case->name);
  /* Translators: what a screen reader says: an offering and a use case, whether it is fit, its risk, what was decided */
  g_autofree char *words = g_strdup_printf (_ ("%s: %s. %s. %s"), place, fit, range, mark);

  gtk_label_set_label (self->fit_label, fit);
  /* one that is not known is said once */
  gtk_widget_set_visible (GTK_WIDGET (self->fit_label), residual->known);
  gtk_label_set_label (self->range_label, range);
  gtk_image_set_from_icon_name (self->mark_image, rf_decision_wording_get_icon (standing));
  gtk_label_set_label (self->mark_label, mark);
  show_risk_class (self, residual);
  gtk_widget_set_sensitive (GTK_WIDGET (self), row->summary->assessment != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static void
rf_matrix_cell_dispose (GObject *object)
{
  rf_matrix_cell_unbind (RF_MATRIX_CELL (object));
  G_OBJECT_CLASS (rf_matrix_cell_parent_class)->dispose (object);
}

static void
rf_matrix_cell_class_init (RfMatrixCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_matrix_cell_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-matrix-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, RfMatrixCell, fit_label);
  gtk_widget_class_bind_template_child (widget_class, RfMatrixCell, range_label);
  gtk_widget_class_bind_template_child (widget_class, RfMatrixCell, mark_image);
  gtk_widget_class_bind_template_child (widget_class, RfMatrixCell, mark_label);
}

static void
rf_matrix_cell_init (RfMatrixCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_matrix_cell_bind:
 * @position: of @item among the rows
 * @column: the index of a use case
 *
 * Shows the cell, and follows it until rf_matrix_cell_unbind().
 */
void
rf_matrix_cell_bind (RfMatrixCell *self,
                     RfMatrixItem *item,
                     guint position,
                     guint column)
{
  rf_matrix_cell_unbind (self);
  self->item = g_object_ref (item);
  self->position = position;
  self->column = column;
  g_signal_connect_swapped (item, "changed", G_CALLBACK (show), self);
  show (self);
}

void
rf_matrix_cell_unbind (RfMatrixCell *self)
{
  if (self->item)
    g_signal_handlers_disconnect_by_data (self->item, self);
  g_clear_object (&self->item);
}

/* (nullable) */
RfMatrixItem *
rf_matrix_cell_get_item (RfMatrixCell *self)
{
  return self->item;
}

guint
rf_matrix_cell_get_position (RfMatrixCell *self)
{
  return self->position;
}

guint
rf_matrix_cell_get_column (RfMatrixCell *self)
{
  return self->column;
}
