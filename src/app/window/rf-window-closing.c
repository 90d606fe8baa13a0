// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How a window goes: not before what is on its way to the disk is there, and never with answers that are nowhere else. */

#include "config.h"

#include "rf-dialogs.h"
#include "rf-evidence-jobs.h"
#include "rf-unsaved-answers.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

/* milliseconds; what takes longer a person notices */
#define HIDE_AFTER 150

/* The window seems closed, and goes when it can. */
static gboolean
hide_cb (gpointer user_data)
{
  RfWindow *self = user_data;

  self->hide_timeout = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  return G_SOURCE_REMOVE;
}

static void
close_now (RfWindow *self)
{
  rf_unsaved_answers_discard (rf_unsaved_answers_get (self->client));
  g_cancellable_cancel (self->cancellable);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
confirmed_cb (GObject *source,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;

  self->closing = FALSE;
  if (rf_dialogs_confirm_finish (result) && self->client)
    close_now (self);
}

static void
ask (RfWindow *self,
     guint n)
{
  g_autofree char *body = g_strdup_printf (ngettext ("%u answer could not be saved. Try again, or save it elsewhere, before you close the window.",
                                                     "%u answers could not be saved. Try again, or save them elsewhere, before you close the window.",
                                                     n),
                                           n);

  gtk_window_present (GTK_WINDOW (self));
  rf_dialogs_confirm_async (GTK_WINDOW (self), _ ("Close without Saving?"), body, _ ("Close _without Saving"), confirmed_cb, g_object_ref (self));
}

static void
stored_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  guint at_risk = rf_unsaved_answers_count_at_risk (rf_unsaved_answers_get (RF_WORKSPACE_CLIENT (source)));

  /* destroyed by somebody else meanwhile */
  if (self->client == NULL)
    return;
  if (at_risk > 0)
    {
      g_clear_handle_id (&self->hide_timeout, g_source_remove);
      ask (self, at_risk);
    }
  else if (self->hide_timeout == 0 && gtk_widget_get_visible (GTK_WIDGET (self)))
    /* hidden, and opened again meanwhile */
    self->closing = FALSE;
  else
    close_now (self);
}

/**
 * rf_window_begin_to_close:
 *
 * Destroys the window when everything is stored, and hides it if that takes long; shows it again and asks where something could not be.
 */
void
rf_window_begin_to_close (RfWindow *self)
{
  if (self->closing)
    return;
  self->closing = TRUE;
  rf_section_pane_finish_typing (self->section_pane);
  rf_window_save_state (self);
  if (rf_unsaved_answers_count_at_risk (rf_unsaved_answers_get (self->client)) == 0)
    /* not at once: a window of GTK 4.8 that is destroyed right after it was hidden may still be asked for its size */
    self->hide_timeout = g_timeout_add (HIDE_AFTER, hide_cb, self);
  /* jobs keep their order: when this one is done, so is all that was to be stored */
  rf_workspace_client_run_async (self->client, rf_job_forget_copies, NULL, NULL, NULL, NULL, stored_cb, g_object_ref (self));
}
