// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-window.h"

#include "rf-window-private.h"

#include <glib/gi18n.h>

/* milliseconds; from about 300 on a person asks whether the program has started at all */
#define PRESENT_AFTER 250

G_DEFINE_FINAL_TYPE (RfWindow, rf_window, ADW_TYPE_APPLICATION_WINDOW)

static gboolean
present_timeout_cb (gpointer user_data)
{
  rf_window_present_if_waiting (user_data);
  return G_SOURCE_CONTINUE;
}

static void
section_activated_cb (RfWindow *self,
                      RfSectionItem *item)
{
  rf_window_show_section (self, rf_section_item_get_index (item), TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

static void
panes_changed_cb (RfWindow *self)
{
  rf_window_fold (self);
}

/* The page that says what the program is for stands where there is nothing else to see. */
static void
show_workspace (RfWindow *self,
                RfPortfolio *portfolio)
{
  gboolean empty = portfolio->offerings->len == 0;

  gtk_stack_set_visible_child_name (self->stack, empty ? "welcome" : "workspace");
  /* what a person most likely wants first is one key away */
  if (empty)
    gtk_widget_grab_focus (self->welcome_add_button);
  rf_window_enable_actions (self);
  rf_window_fold (self);
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfPortfolio) portfolio = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (portfolio)
    show_workspace (self, portfolio);
  else
    rf_window_tell_error (self, error);
}

static void
client_changed_cb (RfWindow *self)
{
  rf_workspace_client_run_async (self->client, rf_job_list, NULL, NULL, (GDestroyNotify) rf_portfolio_free, self->cancellable, listed_cb, g_object_ref (self));
}

static void
show_opened (RfWindow *self,
             RfPortfolio *portfolio)
{
  show_workspace (self, portfolio);
  rf_window_show_read_only (self, portfolio->why_read_only);
  rf_window_watch (self);
  rf_window_remember_recent (self);
  if (!self->was_opened && portfolio->offerings->len > 0)
    rf_window_restore_place (self);
  self->was_opened = TRUE;
}

static void
opened_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (RfPortfolio) portfolio = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (portfolio)
    show_opened (self, portfolio);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (self->problem_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
    }
  rf_window_present_if_waiting (self);
}

static gboolean
rf_window_close_request (GtkWindow *window)
{
  rf_window_begin_to_close (RF_WINDOW (window));
  return GDK_EVENT_STOP;
}

static void
rf_window_dispose (GObject *object)
{
  RfWindow *self = RF_WINDOW (object);

  g_clear_handle_id (&self->present_timeout, g_source_remove);
  g_clear_handle_id (&self->hide_timeout, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->watch);
  if (self->client)
    rf_workspace_client_close (self->client);
  g_clear_object (&self->client);
  g_clear_object (&self->assessment);
  G_OBJECT_CLASS (rf_window_parent_class)->dispose (object);
}

static void
rf_window_finalize (GObject *object)
{
  RfWindow *self = RF_WINDOW (object);

  g_free (self->wanted_question);
  g_free (self->workspace);
  G_OBJECT_CLASS (rf_window_parent_class)->finalize (object);
}

static void
rf_window_class_init (RfWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = rf_window_close_request;
  g_type_ensure (RF_TYPE_ASSESSMENT_PANE);
  g_type_ensure (RF_TYPE_PORTFOLIO_PAGE);
  g_type_ensure (RF_TYPE_BENCHMARKS_PAGE);
  g_type_ensure (RF_TYPE_SECTION_PANE);
  g_type_ensure (RF_TYPE_RESULT_PANE);
  g_type_ensure (RF_TYPE_UNSAVED_BAR);
  g_type_ensure (RF_TYPE_USE_CASES_PAGE);
  g_type_ensure (RF_TYPE_ACTIONS_PAGE);
  g_type_ensure (RF_TYPE_COMPARE_PAGE);
  rf_window_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, welcome_add_button);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, recent_section);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, unsaved_bar);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, read_only_revealer);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, read_only_label);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, places);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, page_switcher);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, portfolio_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, use_cases_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, benchmarks_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, actions_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, compare_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, panes);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, assessment_pane);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, section_pane);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, result_pane);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, panes_changed_cb);
}

static void
add_help_overlay (RfWindow *self)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/ringfence/Ringfence/rf-shortcuts-window.ui");

  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (self),
                                           GTK_SHORTCUTS_WINDOW (gtk_builder_get_object (builder, "help_overlay")));
}

static void
rf_window_init (RfWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  add_help_overlay (self);
  rf_window_watch_undo_keys (self);
  rf_window_enable_actions (self);
}

static void
show_name (RfWindow *self,
           const char *name)
{
  /* Translators: the title of a window; %s is the name of a workspace */
  g_autofree char *title = g_strdup_printf (_ ("%s – Ringfence"), name);

  adw_view_switcher_title_set_subtitle (self->page_switcher, name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* the name, or the file's, without its folders */
static void
show_workspace_name (RfWindow *self)
{
  g_autofree char *name = g_filename_display_basename (self->workspace);

  show_name (self, name);
}

static void
follow_client (RfWindow *self)
{
  g_signal_connect_object (self->client, "changed", G_CALLBACK (client_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "notify::undo-description", G_CALLBACK (rf_window_show_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "notify::redo-description", G_CALLBACK (rf_window_show_undo), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->client, "notify::read-only", G_CALLBACK (rf_window_enable_actions), self, G_CONNECT_SWAPPED);
  rf_portfolio_page_follow (self->portfolio_page, self->client);
  rf_unsaved_bar_follow (self->unsaved_bar, self->client);
  rf_use_cases_page_follow (self->use_cases_page, self->client);
  rf_benchmarks_page_follow (self->benchmarks_page, self->client);
  rf_actions_page_follow (self->actions_page, self->client);
  rf_compare_page_follow (self->compare_page, self->client);
  rf_window_follow_changes (self);
  rf_window_follow_preferences (self);
  rf_window_show_undo (self);
}

/**
 * rf_window_new:
 * @workspace: the name of the workspace to open
 * @client: (nullable): one that has begun to open it already
 *
 * Makes a window and begins to open its workspace; the window can be shown at once.
 */
GtkWidget *
rf_window_new (GtkApplication *application,
               const char *workspace,
               RfWorkspaceClient *client)
{
  RfWindow *self = g_object_new (RF_TYPE_WINDOW, "application", application, NULL);

  self->workspace = g_strdup (workspace);
  rf_window_restore_size (self);
  self->client = client ? g_object_ref (client) : rf_workspace_client_new ();
  if (g_str_equal (workspace, RF_WINDOW_SAMPLE_WORKSPACE))
    show_name (self, _ ("Sample portfolio"));
  else if (!g_str_equal (workspace, RF_WINDOW_DEFAULT_WORKSPACE))
    show_workspace_name (self);
  follow_client (self);
  rf_window_open_workspace (self);
  return GTK_WIDGET (self);
}

/**
 * rf_window_present_soon:
 *
 * Shows the window as soon as there is something in it, and in any case before waiting is felt. A window that is
 * painted empty first takes twice as long to be useful.
 */
void
rf_window_present_soon (RfWindow *self)
{
  if (self->present_timeout == 0)
    self->present_timeout = g_timeout_add (PRESENT_AFTER, present_timeout_cb, self);
}

const char *
rf_window_get_workspace (RfWindow *self)
{
  return self->workspace;
}

/**
 * rf_window_get_opening_job:
 *
 * Returns: what opens the workspace with this name, its name being the data
 */
RfWorkspaceJob
rf_window_get_opening_job (const char *workspace)
{
  return g_str_equal (workspace, RF_WINDOW_SAMPLE_WORKSPACE) ? rf_job_open_sample : rf_job_open;
}

/**
 * rf_window_open_workspace:
 *
 * Opens the window's workspace, off the main thread, and shows what is in it.
 */
void
rf_window_open_workspace (RfWindow *self)
{
  gtk_stack_set_visible_child_name (self->stack, "loading");
  rf_workspace_client_run_async (self->client,
                                 rf_window_get_opening_job (self->workspace),
                                 g_strdup (self->workspace),
                                 g_free,
                                 (GDestroyNotify) rf_portfolio_free,
                                 self->cancellable,
                                 opened_cb,
                                 g_object_ref (self));
  rf_window_apply_preferences (self);
}

/**
 * rf_window_present_if_waiting:
 *
 * Shows the window if it was only waiting for something to be in it.
 */
void
rf_window_present_if_waiting (RfWindow *self)
{
  if (self->present_timeout == 0)
    return;
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * rf_window_tell:
 *
 * Says something in a toast.
 */
void
rf_window_tell (RfWindow *self,
                const char *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/**
 * rf_window_tell_error:
 *
 * Says what went wrong, unless the person stopped it.
 */
void
rf_window_tell_error (RfWindow *self,
                      const GError *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    rf_window_tell (self, error->message);
}
