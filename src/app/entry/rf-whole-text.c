// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-whole-text.h"

static gboolean
resize_cb (gpointer view)
{
  gtk_widget_queue_resize (view);
  return G_SOURCE_REMOVE;
}

/* While the view gets its place no new size may be asked for. */
static void
height_changed_cb (GtkTextView *view,
                   GtkAdjustment *adjustment)
{
  if (gtk_adjustment_get_upper (adjustment) > gtk_adjustment_get_page_size (adjustment))
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, resize_cb, g_object_ref (view), g_object_unref);
}

/**
 * rf_whole_text_watch:
 * @view: outside of a scrolled window
 *
 * Gives a text the room for all of its lines. GTK 4.8 breaks it into lines while the view gets its place, and asks for
 * no more room where it turns out to be higher.
 */
void
rf_whole_text_watch (GtkTextView *view)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  g_signal_connect_object (adjustment, "changed", G_CALLBACK (height_changed_cb), view, G_CONNECT_SWAPPED);
}
