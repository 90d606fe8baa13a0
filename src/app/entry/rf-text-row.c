// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-text-row.h"

#include "rf-whole-text.h"

/* Text of several lines in a boxed list, under its title. */
struct _RfTextRow
{
  AdwPreferencesRow parent_instance;

  /* template children */
  GtkTextView *view;
};

G_DEFINE_FINAL_TYPE (RfTextRow, rf_text_row, ADW_TYPE_PREFERENCES_ROW)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
buffer_changed_cb (RfTextRow *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
title_changed_cb (RfTextRow *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)), -1);
}

/* The row itself is no place to stop at: what is typed goes into the text. */
static gboolean
rf_text_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (RF_TEXT_ROW (widget)->view));
}

static void
rf_text_row_class_init (RfTextRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = rf_text_row_grab_focus;
  /**
   * RfTextRow::changed:
   *
   * Its text is another one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-text-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfTextRow, view);
}

static void
rf_text_row_init (RfTextRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (self, "notify::title", G_CALLBACK (title_changed_cb), NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  rf_whole_text_watch (self->view);
}

void
rf_text_row_set_text (RfTextRow *self,
                      const char *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text ? text : "", -1);
}

/**
 * rf_text_row_dup_text:
 *
 * Returns: (transfer full) (nullable): the text without white space around it; %NULL where there is none
 */
char *
rf_text_row_dup_text (RfTextRow *self)
{
  g_autofree char *text = NULL;

  g_object_get (gtk_text_view_get_buffer (self->view), "text", &text, NULL);
  g_strstrip (text);
  return *text ? g_steal_pointer (&text) : NULL;
}
