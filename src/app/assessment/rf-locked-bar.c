// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-locked-bar.h"

#include <glib/gi18n.h>

/* Says why the answers cannot be changed, for as long as they cannot, and how they can be. */
struct _RfLockedBar
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *label;

  RfOpenAssessment *assessment; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RfLockedBar, rf_locked_bar, GTK_TYPE_WIDGET)

/* A workspace that is read-only is said to be so for the whole window. */
static const char *
get_reason (RfStatus status)
{
  switch (status)
    {
    case RF_STATUS_SUBMITTED:
      return _ ("Submitted: the answers cannot be changed until changes are requested");
    case RF_STATUS_APPROVED:
      return _ ("Approved: the answers stay as they are. To change one, start a new version");
    case RF_STATUS_SUPERSEDED:
      return _ ("Superseded by a newer version: the answers stay as they are");
    case RF_STATUS_DRAFT:
    case RF_STATUS_CHANGES_REQUESTED:
    default:
      return NULL;
    }
}

static void
changed_cb (RfLockedBar *self)
{
  const char *reason = get_reason (rf_open_assessment_get_record (self->assessment)->status);

  gtk_label_set_label (self->label, reason ? reason : "");
  gtk_widget_set_visible (GTK_WIDGET (self), reason != NULL);
}

static void
let_go (RfLockedBar *self)
{
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
}

static void
rf_locked_bar_dispose (GObject *object)
{
  GtkWidget *child;

  let_go (RF_LOCKED_BAR (object));
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_locked_bar_parent_class)->dispose (object);
}

static void
rf_locked_bar_class_init (RfLockedBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_locked_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-locked-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RfLockedBar, label);
}

static void
rf_locked_bar_init (RfLockedBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_locked_bar_show:
 * @assessment: a loaded one
 *
 * Follows an assessment; the bar is only seen while its status keeps it from being changed.
 */
void
rf_locked_bar_show (RfLockedBar *self,
                    RfOpenAssessment *assessment)
{
  let_go (self);
  self->assessment = g_object_ref (assessment);
  g_signal_connect_object (assessment, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self);
}
