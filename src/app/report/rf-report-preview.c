// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-preview.h"

#include "rf-choice-name.h"
#include "rf-report-jobs.h"
#include "rf-report-page-view.h"
#include "rf-report-preview-private.h"
#include "rf-settings.h"

#include <glib/gi18n.h>

#define LEAST_ZOOM 0.3
#define MOST_ZOOM 3.0
#define ZOOM_STEP 1.2

/* pixels beside a page that fits */
#define PAGE_MARGIN 12

/* The pages of a report as the printer gets them. They are laid out in a thread of their own. */

G_DEFINE_FINAL_TYPE (RfReportPreview, rf_report_preview, ADW_TYPE_WINDOW)

enum
{
  PROP_ZOOM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* in the order of the list of kinds: first those of one offering; the portfolio has only the others */
static const RfReportKind kinds[] = { RF_REPORT_FULL, RF_REPORT_BOARD, RF_REPORT_NON_ATTRIBUTABLE, RF_REPORT_COMPARISON, RF_REPORT_PORTFOLIO };
#define FIRST_KIND_OF_ALL 3

/**
 * rf_report_preview_get_kind:
 *
 * Returns: the kind that is chosen
 */
RfReportKind
rf_report_preview_get_kind (RfReportPreview *self)
{
  guint first = self->offering ? 0 : FIRST_KIND_OF_ALL;

  return kinds[MIN (gtk_drop_down_get_selected (self->kind) + first, G_N_ELEMENTS (kinds) - 1)];
}

/**
 * rf_report_preview_is_about_all:
 *
 * Returns: whether the chosen kind is about every offering
 */
gboolean
rf_report_preview_is_about_all (RfReportPreview *self)
{
  RfReportKind kind = rf_report_preview_get_kind (self);

  return kind == RF_REPORT_COMPARISON || kind == RF_REPORT_PORTFOLIO;
}

/**
 * rf_report_preview_new_order:
 *
 * Returns: (transfer full): what is asked for now
 */
RfReportOrder *
rf_report_preview_new_order (RfReportPreview *self)
{
  RfPaper paper = gtk_drop_down_get_selected (self->paper) == 1 ? RF_PAPER_LETTER : RF_PAPER_A4;

  return rf_report_order_new (self->material, rf_report_preview_get_kind (self), paper, gtk_editable_get_text (self->organisation));
}

/**
 * rf_report_preview_tell:
 *
 * Says something in a toast.
 */
void
rf_report_preview_tell (RfReportPreview *self,
                        const char *message)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (message));
}

static const char *
get_title (RfReportPreview *self)
{
  const RfReportSubject *subject = g_ptr_array_index (self->material->subjects, 0);

  return self->gathered_all ? rf_report_kind_get_label (rf_report_preview_get_kind (self)) : subject->findings->record->offering->name;
}

static void
set_zoom (RfReportPreview *self,
          double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

/* Pages that are wider than the window are shown as wide as it is, until the person chooses. */
static void
fit_width (RfReportPreview *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self->stack)) - 2 * PAGE_MARGIN;
  double whole;

  if (self->zoomed || self->pages == NULL || width <= 0)
    return;
  whole = self->pages->paper.width * RF_REPORT_PIXELS_PER_POINT;
  set_zoom (self, MIN (1, width / whole));
}

static gboolean
fit_width_cb (gpointer preview)
{
  if (RF_REPORT_PREVIEW (preview)->client)
    fit_width (preview);
  return G_SOURCE_REMOVE;
}

/* While the window gets its place no page may ask for another size. */
static void
rf_report_preview_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (widget);

  GTK_WIDGET_CLASS (rf_report_preview_parent_class)->size_allocate (widget, width, height, baseline);
  if (width == self->width)
    return;
  self->width = width;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fit_width_cb, g_object_ref (self), g_object_unref);
}

/* From now on the zoom is the person's. */
static void
choose_zoom (RfReportPreview *self,
             double zoom)
{
  self->zoomed = TRUE;
  set_zoom (self, zoom);
}

/* The views let go of the old pages before those are freed. */
static void
show_pages (RfReportPreview *self,
            RfReportPages *pages)
{
  g_autoptr (GtkStringList) numbers = NULL;
  g_autofree char *subtitle = NULL;
  guint n;

  gtk_list_view_set_model (self->list, NULL);
  g_clear_pointer (&self->pages, rf_report_pages_free);
  self->pages = pages;
  if (pages == NULL)
    return;
  fit_width (self);
  n = rf_report_pages_get_n (pages);
  numbers = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (numbers, "");
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&numbers)))));
  adw_window_title_set_title (self->window_title, get_title (self));
  subtitle = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

/* Nothing is shown rather than the pages of before: they are not what was asked for. */
static void
show_problem (RfReportPreview *self,
              const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  show_pages (self, NULL);
  adw_status_page_set_description (self->problem_page, error->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/**
 * rf_report_preview_enable_actions:
 *
 * Allows to write and print what is there, one at a time.
 */
void
rf_report_preview_enable_actions (RfReportPreview *self)
{
  static const char *const actions[] = { "preview.print", "preview.write-pdf", "preview.write-html" };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], self->pages != NULL && self->writing == NULL);
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  RfReportPages *pages = rf_report_order_lay_out_finish (result, &error);

  if (pages && self->client)
    show_pages (self, pages);
  else if (pages)
    rf_report_pages_free (pages);
  else
    show_problem (self, error);
  rf_report_preview_enable_actions (self);
}

static void
begin_anew (RfReportPreview *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
lay_out (RfReportPreview *self)
{
  rf_report_order_lay_out_async (rf_report_preview_new_order (self), self->cancellable, laid_out_cb, g_object_ref (self));
}

static void
gathered_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  g_autoptr (RfReportPreview) self = user_data;
  g_autoptr (GError) error = NULL;
  RfReportMaterial *material = rf_workspace_client_run_finish (RF_WORKSPACE_CLIENT (source), result, &error);

  if (material == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->material, rf_report_material_unref);
  self->material = material;
  self->gathered_all = rf_report_preview_is_about_all (self);
  self->outdated = FALSE;
  rf_report_preview_list_use_cases (self);
  lay_out (self);
}

/* Ranking draws many times and is left out where nobody asks for it. */
static void
gather (RfReportPreview *self)
{
  gtk_stack_set_visible_child_name (self->stack, "waiting");
  rf_workspace_client_run_async (self->client,
                                 rf_job_prepare_report,
                                 rf_report_preview_new_scope (self),
                                 (GDestroyNotify) rf_report_scope_free,
                                 (GDestroyNotify) rf_report_material_unref,
                                 self->cancellable,
                                 gathered_cb,
                                 g_object_ref (self));
}

static gboolean
is_gathered (RfReportPreview *self)
{
  RfReportKind kind = rf_report_preview_get_kind (self);

  if (self->material == NULL || self->outdated || self->gathered_all != rf_report_preview_is_about_all (self))
    return FALSE;
  return kind != RF_REPORT_COMPARISON || self->material->comparison != NULL;
}

/* What is asked for last counts: what is under way is given up. */
static void
options_changed_cb (RfReportPreview *self)
{
  if (self->client == NULL)
    return;
  begin_anew (self);
  self->cancellable = g_cancellable_new ();
  if (is_gathered (self))
    lay_out (self);
  else
    gather (self);
}

static void
scope_changed_cb (RfReportPreview *self)
{
  if (self->client == NULL || self->filling || !rf_report_preview_check_day (self))
    return;
  self->outdated = TRUE;
  options_changed_cb (self);
}

static void
zoom_in (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  choose_zoom (RF_REPORT_PREVIEW (widget), RF_REPORT_PREVIEW (widget)->zoom * ZOOM_STEP);
}

static void
zoom_out (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  choose_zoom (RF_REPORT_PREVIEW (widget), RF_REPORT_PREVIEW (widget)->zoom / ZOOM_STEP);
}

static void
zoom_normal (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  choose_zoom (RF_REPORT_PREVIEW (widget), 1);
}

static void
setup_page_cb (RfReportPreview *self,
               GtkListItem *item)
{
  GtkWidget *view = rf_report_page_view_new ();

  gtk_list_item_set_child (item, view);
  gtk_list_item_set_activatable (item, FALSE);
  g_object_bind_property (self, "zoom", view, "zoom", G_BINDING_SYNC_CREATE);
}

static void
bind_page_cb (RfReportPreview *self,
              GtkListItem *item)
{
  rf_report_page_view_show (RF_REPORT_PAGE_VIEW (gtk_list_item_get_child (item)), self->pages, gtk_list_item_get_position (item));
}

static void
unbind_page_cb (RfReportPreview *self,
                GtkListItem *item)
{
  rf_report_page_view_show (RF_REPORT_PAGE_VIEW (gtk_list_item_get_child (item)), NULL, 0);
}

static void
rf_report_preview_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *spec)
{
  g_value_set_double (value, RF_REPORT_PREVIEW (object)->zoom);
}

static void
rf_report_preview_dispose (GObject *object)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (object);

  begin_anew (self);
  if (self->writing)
    g_cancellable_cancel (self->writing);
  rf_report_preview_end_writing (self);
  if (self->list)
    show_pages (self, NULL);
  self->list = NULL;
  g_clear_pointer (&self->material, rf_report_material_unref);
  g_clear_pointer (&self->offering, g_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);
  g_clear_object (&self->client);
  G_OBJECT_CLASS (rf_report_preview_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_e, GDK_CONTROL_MASK, "preview.write-pdf", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_plus, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_equal, GDK_CONTROL_MASK, "preview.zoom-in", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_minus, GDK_CONTROL_MASK, "preview.zoom-out", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_0, GDK_CONTROL_MASK, "preview.zoom-normal", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
rf_report_preview_class_init (RfReportPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_report_preview_dispose;
  G_OBJECT_CLASS (klass)->get_property = rf_report_preview_get_property;
  widget_class->size_allocate = rf_report_preview_size_allocate;
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.1, 10, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "preview.zoom-normal", NULL, zoom_normal);
  rf_report_preview_install_writing_actions (widget_class);
  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, window_title);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, problem_page);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, list);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, kind);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, organisation);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, use_case);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, acceptable);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, as_of);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, language);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, scope_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_page_cb);
}

static void
rf_report_preview_init (RfReportPreview *self)
{
  self->zoom = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  rf_choice_set_name (self->kind, _ ("Kind of Report"));
  rf_choice_set_name (self->paper, _ ("Paper"));
  rf_report_preview_init_scope (self);
}

static void
fill_options (RfReportPreview *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  g_autofree char *organisation = rf_settings_dup_text (RF_SETTING_ORGANISATION);

  for (guint i = self->offering ? 0 : FIRST_KIND_OF_ALL; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, rf_report_kind_get_label (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->kind, self->offering ? 0 : 1);
  gtk_drop_down_set_selected (self->paper, (guint) g_settings_get_enum (rf_settings_get (), RF_SETTING_PAPER));
  gtk_editable_set_text (self->organisation, organisation ? organisation : "");
}

/**
 * rf_report_preview_new:
 * @offering: (nullable): an id; %NULL for a report on the portfolio
 *
 * Makes a window that shows the report's pages, prints and writes them; the pages appear when they are laid out.
 */
GtkWidget *
rf_report_preview_new (GtkWindow *parent,
                       RfWorkspaceClient *client,
                       const char *offering)
{
  RfReportPreview *self = g_object_new (RF_TYPE_REPORT_PREVIEW, "transient-for", parent, "modal", parent != NULL, NULL);

  self->offering = g_strdup (offering);
  fill_options (self);
  rf_report_preview_enable_actions (self);
  self->client = g_object_ref (client);
  options_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * rf_report_preview_get_n_pages:
 *
 * Returns: 0 until the pages are laid out
 */
guint
rf_report_preview_get_n_pages (RfReportPreview *self)
{
  return self->pages ? rf_report_pages_get_n (self->pages) : 0;
}
