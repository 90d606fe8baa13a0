// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-section-row.h"

struct _RfSectionRow
{
  GtkListBoxRow parent_instance;

  /* template children */
  GtkLabel *title_label;
  GtkLabel *progress_label;
  GtkWidget *settled_image;

  RfSectionItem *item; /* owned */
};

G_DEFINE_FINAL_TYPE (RfSectionRow, rf_section_row, GTK_TYPE_LIST_BOX_ROW)

static void
progress_cb (RfSectionRow *self)
{
  g_autofree char *progress = rf_section_item_dup_progress (self->item);

  gtk_label_set_label (self->progress_label, progress);
  gtk_widget_set_visible (self->settled_image, rf_section_item_is_settled (self->item));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  rf_section_item_get_section (self->item)->title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  progress,
                                  -1);
}

static void
rf_section_row_finalize (GObject *object)
{
  g_clear_object (&RF_SECTION_ROW (object)->item);
  G_OBJECT_CLASS (rf_section_row_parent_class)->finalize (object);
}

static void
rf_section_row_class_init (RfSectionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rf_section_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-section-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfSectionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, RfSectionRow, progress_label);
  gtk_widget_class_bind_template_child (widget_class, RfSectionRow, settled_image);
}

static void
rf_section_row_init (RfSectionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_section_row_new:
 *
 * Makes a row that shows a section and how far it is answered.
 */
GtkWidget *
rf_section_row_new (RfSectionItem *item)
{
  RfSectionRow *self = g_object_new (RF_TYPE_SECTION_ROW, NULL);

  self->item = g_object_ref (item);
  gtk_label_set_label (self->title_label, rf_section_item_get_section (item)->title);
  progress_cb (self);
  g_signal_connect_object (item, "progress", G_CALLBACK (progress_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

RfSectionItem *
rf_section_row_get_item (RfSectionRow *self)
{
  return self->item;
}
