// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-status-row.h"

#include <glib/gi18n.h>

/* Where an assessment stands, in a line that leads to what can be done about it. */
struct _RfStatusRow
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *status_label;
  GtkLabel *details_label;

  RfOpenAssessment *assessment; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RfStatusRow, rf_status_row, GTK_TYPE_WIDGET)

static char *
describe (const RfRecord *record)
{
  g_autofree char *as_of = rf_day_to_text (record->as_of);

  if (record->status == RF_STATUS_APPROVED && record->approver)
    /* Translators: a day and a person's name */
    return g_strdup_printf (_ ("As of %s · approved by %s"), as_of, record->approver);
  if (record->assessor)
    /* Translators: a day and a person's name */
    return g_strdup_printf (_ ("As of %s · %s"), as_of, record->assessor);
  /* Translators: a day */
  return g_strdup_printf (_ ("As of %s"), as_of);
}

static void
changed_cb (RfStatusRow *self)
{
  const RfRecord *record = rf_open_assessment_get_record (self->assessment);
  g_autofree char *details = describe (record);

  gtk_label_set_label (self->status_label, rf_status_get_label (record->status));
  gtk_label_set_label (self->details_label, details);
}

static void
let_go (RfStatusRow *self)
{
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
}

static void
rf_status_row_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (RF_STATUS_ROW (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_status_row_parent_class)->dispose (object);
}

static void
rf_status_row_class_init (RfStatusRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_status_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-status-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfStatusRow, status_label);
  gtk_widget_class_bind_template_child (widget_class, RfStatusRow, details_label);
}

static void
rf_status_row_init (RfStatusRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_status_row_show:
 * @assessment: a loaded one
 *
 * Shows where it stands and follows it.
 */
void
rf_status_row_show (RfStatusRow *self,
                    RfOpenAssessment *assessment)
{
  let_go (self);
  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
