// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-compare-task.h"
#include "rf-settings.h"
#include "rf-what-if-dialog.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

/* Things are tried for one offering from wherever it is seen. */

typedef struct
{
  RfWindow *window; /* owned */
  char *use_case;   /* owned, nullable */
  RfRating acceptable;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->window);
  g_free (self->use_case);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
found_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (Request) request = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) contestants = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (contestants == NULL)
    rf_window_tell_error (request->window, error);
  else if (contestants->len == 0)
    rf_window_tell (request->window, _ ("This offering is not assessed yet"));
  else
    gtk_window_present (GTK_WINDOW (rf_what_if_dialog_new (GTK_WINDOW (request->window), RF_WORKSPACE_CLIENT (source), contestants, request->use_case, request->acceptable)));
}

/* The offering; the use case, or nothing; the acceptable level, or nothing for the usual one. */
static void
what_if (GtkWidget *widget,
         const char *name,
         GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);
  Request *request = g_new0 (Request, 1);
  const char *offering;
  const char *use_case;
  const char *acceptable;

  g_variant_get (parameter, "(&s&s&s)", &offering, &use_case, &acceptable);
  request->window = g_object_ref (self);
  request->use_case = *use_case ? g_strdup (use_case) : NULL;
  if (!rf_rating_from_nick (acceptable, &request->acceptable))
    request->acceptable = rf_settings_get_acceptable ();
  rf_workspace_client_run_async (self->client, rf_job_list_contestant, g_strdup (offering), g_free, (GDestroyNotify) g_ptr_array_unref, self->cancellable, found_cb, request);
}

static void
what_if_here (GtkWidget *widget,
              const char *name,
              GVariant *parameter)
{
  RfWindow *self = RF_WINDOW (widget);

  if (self->assessment)
    gtk_widget_activate_action (widget, "win.what-if", "(sss)", rf_open_assessment_get_offering (self->assessment), "", "");
}

/**
 * rf_window_install_what_if_actions:
 *
 * Adds the window's actions of trying things to its class.
 */
void
rf_window_install_what_if_actions (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "win.what-if", "(sss)", what_if);
  gtk_widget_class_install_action (klass, "win.what-if-here", NULL, what_if_here);
}
