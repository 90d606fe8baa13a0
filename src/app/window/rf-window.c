// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-window.h"

#include "rf-marked-row.h"
#include "rf-offering-row.h"
#include "rf-window-private.h"

#include <glib/gi18n.h>

/* milliseconds; from about 300 on a person asks whether the program has started at all */
#define PRESENT_AFTER 250

G_DEFINE_FINAL_TYPE (RfWindow, rf_window, ADW_TYPE_APPLICATION_WINDOW)

static GtkListBoxRow *
find_row (RfWindow *self,
          const char *id)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->offerings_list, i)); i++)
    if (g_str_equal (rf_offering_row_get_offering (RF_OFFERING_ROW (row))->id, id))
      return row;
  return NULL;
}

/* The row of the open assessment follows every answer, not only a refresh of the whole list. */
static void
assessment_changed_cb (RfWindow *self)
{
  GtkListBoxRow *row = find_row (self, rf_open_assessment_get_offering (self->assessment));
  const RfScore *score = rf_open_assessment_get_score (self->assessment);

  if (row)
    rf_offering_row_show_score (RF_OFFERING_ROW (row),
                                score,
                                &rf_open_assessment_get_questionnaire (self->assessment)->bands);
}

/* There is something to see now. */
static void
present_if_waiting (RfWindow *self)
{
  if (self->present_timeout == 0)
    return;
  g_clear_handle_id (&self->present_timeout, g_source_remove);
  gtk_window_present (GTK_WINDOW (self));
}

static gboolean
present_timeout_cb (gpointer user_data)
{
  present_if_waiting (user_data);
  return G_SOURCE_CONTINUE;
}

static void
assessment_loaded_cb (GObject *source,
                      GAsyncResult *result,
                      gpointer user_data)
{
  g_autoptr (RfWindow) self = user_data;
  RfOpenAssessment *assessment = RF_OPEN_ASSESSMENT (source);
  g_autoptr (GError) error = NULL;
  GtkListBoxRow *row;

  if (!rf_open_assessment_load_finish (assessment, result, &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        rf_window_tell (self, error->message);
      present_if_waiting (self);
      return;
    }
  if (assessment != self->assessment)
    return;
  /* an offering just added is loaded before the list knows it; then the list selects it */
  row = find_row (self, rf_open_assessment_get_offering (assessment));
  if (row)
    rf_marked_row_set (self->offerings_list, row);
  rf_assessment_pane_show (self->assessment_pane, assessment);
  rf_window_show_section (self, 0, FALSE);
  rf_window_enable_actions (self);
  present_if_waiting (self);
}

static void
offering_activated_cb (RfWindow *self,
                       GtkListBoxRow *row)
{
  rf_window_open_offering (self, rf_offering_row_get_offering (RF_OFFERING_ROW (row))->id);
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->assessment_pane));
}

static void
section_activated_cb (RfWindow *self,
                      RfSectionItem *item)
{
  rf_window_show_section (self, rf_section_item_get_index (item), TRUE);
  rf_section_pane_focus_first (self->section_pane);
}

static void
leaflet_changed_cb (RfWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  adw_header_bar_set_show_end_title_buttons (self->offerings_header, folded);
  rf_assessment_pane_set_folded (self->assessment_pane, folded);
  rf_section_pane_set_folded (self->section_pane, folded);
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
    rf_window_show_portfolio (self, portfolio);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      adw_status_page_set_description (self->problem_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "problem");
      present_if_waiting (self);
    }
}

/* What is still on its way to the disk gets there before the window goes. */
static gboolean
rf_window_close_request (GtkWindow *window)
{
  RfWindow *self = RF_WINDOW (window);

  rf_section_pane_finish_typing (self->section_pane);
  g_cancellable_cancel (self->cancellable);
  rf_workspace_client_close (self->client);
  return GTK_WINDOW_CLASS (rf_window_parent_class)->close_request (window);
}

static void
rf_window_dispose (GObject *object)
{
  RfWindow *self = RF_WINDOW (object);

  g_clear_handle_id (&self->present_timeout, g_source_remove);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->client)
    rf_workspace_client_close (self->client);
  g_clear_object (&self->client);
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
  G_OBJECT_CLASS (rf_window_parent_class)->dispose (object);
}

static void
rf_window_finalize (GObject *object)
{
  g_free (RF_WINDOW (object)->workspace);
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
  g_type_ensure (RF_TYPE_SECTION_PANE);
  rf_window_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RfWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, welcome_add_button);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, problem_page);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, offerings_header);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, workspace_title);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, offerings_list);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, assessment_pane);
  gtk_widget_class_bind_template_child (widget_class, RfWindow, section_pane);
  gtk_widget_class_bind_template_callback (widget_class, offering_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, leaflet_changed_cb);
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
  rf_window_enable_actions (self);
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
  self->client = client ? g_object_ref (client) : rf_workspace_client_new ();
  if (g_str_equal (workspace, RF_WINDOW_SAMPLE_WORKSPACE))
    adw_window_title_set_subtitle (self->workspace_title, _ ("Sample portfolio"));
  else if (!g_str_equal (workspace, RF_WINDOW_DEFAULT_WORKSPACE))
    adw_window_title_set_subtitle (self->workspace_title, workspace);
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
}

static void
remove_rows (RfWindow *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->offerings_list, 0)))
    gtk_list_box_remove (self->offerings_list, GTK_WIDGET (row));
}

static void
add_row (RfWindow *self,
         const RfPortfolioEntry *entry)
{
  GtkWidget *row = rf_offering_row_new (entry->offering);

  if (entry->score)
    rf_offering_row_show_score (RF_OFFERING_ROW (row), entry->score, &entry->questionnaire->bands);
  gtk_list_box_append (self->offerings_list, row);
}

/**
 * rf_window_show_portfolio:
 *
 * Shows the offerings, the open one still open; the page that says what the program is for where there is none.
 */
void
rf_window_show_portfolio (RfWindow *self,
                          RfPortfolio *portfolio)
{
  g_autofree char *open = self->assessment ? g_strdup (rf_open_assessment_get_offering (self->assessment)) : NULL;
  GtkListBoxRow *row;

  remove_rows (self);
  for (guint i = 0; i < portfolio->entries->len; i++)
    add_row (self, g_ptr_array_index (portfolio->entries, i));
  gtk_stack_set_visible_child_name (self->stack, portfolio->entries->len ? "portfolio" : "welcome");
  if (portfolio->entries->len == 0)
    {
      /* what a person most likely wants first is one key away */
      gtk_widget_grab_focus (self->welcome_add_button);
      present_if_waiting (self);
      return;
    }
  row = open ? find_row (self, open) : NULL;
  if (row)
    rf_marked_row_set (self->offerings_list, row);
  else
    rf_window_open_offering (self, rf_offering_row_get_offering (RF_OFFERING_ROW (gtk_list_box_get_row_at_index (self->offerings_list, 0)))->id);
  leaflet_changed_cb (self);
}

/**
 * rf_window_open_offering:
 * @id: an offering of the portfolio
 *
 * Loads its assessment and shows it beside the list.
 */
void
rf_window_open_offering (RfWindow *self,
                         const char *id)
{
  /* one that could not be loaded is tried again */
  if (self->assessment && rf_open_assessment_is_loaded (self->assessment) && g_str_equal (rf_open_assessment_get_offering (self->assessment), id))
    return;
  if (self->assessment)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
  self->assessment = rf_open_assessment_new (self->client, id);
  g_signal_connect_object (self->assessment, "changed", G_CALLBACK (assessment_changed_cb), self, G_CONNECT_SWAPPED);
  rf_open_assessment_load_async (self->assessment, self->cancellable, assessment_loaded_cb, g_object_ref (self));
}

/**
 * rf_window_show_section:
 * @section: an index; one beyond the last is ignored
 * @navigate: whether to turn to it where only one pane is seen
 */
void
rf_window_show_section (RfWindow *self,
                        guint section,
                        gboolean navigate)
{
  g_autoptr (RfSectionItem) item = g_list_model_get_item (rf_open_assessment_get_sections (self->assessment), section);

  if (item == NULL)
    return;
  rf_assessment_pane_select (self->assessment_pane, section);
  rf_section_pane_show (self->section_pane, self->assessment, item);
  if (navigate)
    adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->section_pane));
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
