// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-report-preview.h"

#include "rf-report-page-view.h"
#include "rf-report-pages.h"
#include "rf-report-print.h"

#include <glib/gi18n.h>

#define LEAST_ZOOM 0.3
#define MOST_ZOOM 3.0
#define ZOOM_STEP 1.2

/* The pages of a report as the printer gets them. They are laid out in a thread of their own. */
struct _RfReportPreview
{
  AdwWindow parent_instance;

  /* template children */
  AdwToastOverlay *toast_overlay;
  AdwWindowTitle *window_title;
  GtkStack *stack;
  GtkListView *list;
  GtkDropDown *kind;
  GtkDropDown *paper;
  GtkEditable *organisation;

  RfReportMaterial *material; /* owned */
  RfReportPages *pages;       /* owned, NULL until they are laid out */
  GCancellable *cancellable;  /* owned, nullable: of the layout under way */
  double zoom;
};

G_DEFINE_FINAL_TYPE (RfReportPreview, rf_report_preview, ADW_TYPE_WINDOW)

enum
{
  PROP_ZOOM = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* in the order of the list of kinds: those of one offering */
static const RfReportKind kinds[] = { RF_REPORT_FULL, RF_REPORT_BOARD, RF_REPORT_NON_ATTRIBUTABLE };

/* What a thread lays out: copies, for the window may change meanwhile. */
typedef struct
{
  RfReportMaterial *material; /* owned */
  RfReportOptions options;
  char *organisation; /* owned: of the options */
} Order;

static void
order_free (gpointer data)
{
  Order *self = data;

  rf_report_material_unref (self->material);
  g_free (self->organisation);
  g_free (self);
}

static Order *
order_new (RfReportPreview *self)
{
  Order *order = g_new0 (Order, 1);
  const char *organisation = gtk_editable_get_text (self->organisation);

  order->material = rf_report_material_ref (self->material);
  order->organisation = *organisation ? g_strdup (organisation) : NULL;
  order->options.organisation = order->organisation;
  order->options.kind = kinds[MIN (gtk_drop_down_get_selected (self->kind), G_N_ELEMENTS (kinds) - 1)];
  order->options.paper = gtk_drop_down_get_selected (self->paper) == 1 ? RF_PAPER_LETTER : RF_PAPER_A4;
  return order;
}

static void
lay_out (GTask *task,
         gpointer source,
         gpointer data,
         GCancellable *cancellable)
{
  const Order *order = data;
  GError *error = NULL;
  g_autoptr (RfReportFonts) fonts = rf_report_fonts_new (NULL, &error);
  RfReportDocument *document = fonts ? rf_report_document_new_from_material (order->material, &order->options, &error) : NULL;
  RfReportPages *pages = NULL;

  if (document)
    pages = rf_report_pages_new (document,
                                 g_steal_pointer (&fonts),
                                 order->options.paper == RF_PAPER_LETTER ? &rf_paper_size_letter : &rf_paper_size_a4,
                                 cancellable,
                                 &error);
  if (pages)
    g_task_return_pointer (task, pages, (GDestroyNotify) rf_report_pages_free);
  else
    g_task_return_error (task, error);
}

static void
tell (RfReportPreview *self,
      const char *message)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (message));
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
  n = rf_report_pages_get_n (pages);
  numbers = gtk_string_list_new (NULL);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (numbers, "");
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (g_steal_pointer (&numbers)))));
  subtitle = g_strdup_printf (ngettext ("%u page", "%u pages", n), n);
  adw_window_title_set_subtitle (self->window_title, subtitle);
  gtk_stack_set_visible_child_name (self->stack, "pages");
}

static void
laid_out_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (source);
  g_autoptr (GError) error = NULL;
  RfReportPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  if (pages)
    show_pages (self, pages);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell (self, error->message);
}

static void
cancel_layout (RfReportPreview *self)
{
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

/* What is asked for last counts: a layout under way is given up. */
static void
options_changed_cb (RfReportPreview *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->material == NULL)
    return;
  cancel_layout (self);
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, laid_out_cb, NULL);
  g_task_set_task_data (task, order_new (self), order_free);
  g_task_run_in_thread (task, lay_out);
}

static void
printed_cb (RfReportPreview *self,
            GtkPrintOperationResult result,
            GtkPrintOperation *operation)
{
  const GError *layout_error = rf_report_print_operation_get_error (operation);
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &error);
  if (layout_error || error)
    tell (self, layout_error ? layout_error->message : error->message);
}

static void
print (GtkWidget *widget,
       const char *action,
       GVariant *parameter)
{
  RfReportPreview *self = RF_REPORT_PREVIEW (widget);
  Order *order = order_new (self);
  g_autoptr (GtkPrintOperation) operation = rf_report_print_operation_new (rf_report_material_ref (self->material), &order->options, "Ringfence");

  order_free (order);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  g_signal_connect_object (operation, "done", G_CALLBACK (printed_cb), self, G_CONNECT_SWAPPED);
  /* what goes wrong is said once, when it is done */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self), NULL);
}

static void
set_zoom (RfReportPreview *self,
          double zoom)
{
  self->zoom = CLAMP (zoom, LEAST_ZOOM, MOST_ZOOM);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
zoom_in (GtkWidget *widget,
         const char *action,
         GVariant *parameter)
{
  set_zoom (RF_REPORT_PREVIEW (widget), RF_REPORT_PREVIEW (widget)->zoom * ZOOM_STEP);
}

static void
zoom_out (GtkWidget *widget,
          const char *action,
          GVariant *parameter)
{
  set_zoom (RF_REPORT_PREVIEW (widget), RF_REPORT_PREVIEW (widget)->zoom / ZOOM_STEP);
}

static void
zoom_normal (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  set_zoom (RF_REPORT_PREVIEW (widget), 1);
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

  cancel_layout (self);
  if (self->list)
    show_pages (self, NULL);
  self->list = NULL;
  g_clear_pointer (&self->material, rf_report_material_unref);
  G_OBJECT_CLASS (rf_report_preview_parent_class)->dispose (object);
}

static void
bind_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "preview.print", NULL);
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
  properties[PROP_ZOOM] = g_param_spec_double ("zoom", NULL, NULL, 0.1, 10, 1, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
  gtk_widget_class_install_action (widget_class, "preview.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "preview.zoom-in", NULL, zoom_in);
  gtk_widget_class_install_action (widget_class, "preview.zoom-out", NULL, zoom_out);
  gtk_widget_class_install_action (widget_class, "preview.zoom-normal", NULL, zoom_normal);
  bind_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-report-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, window_title);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, stack);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, list);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, kind);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, paper);
  gtk_widget_class_bind_template_child (widget_class, RfReportPreview, organisation);
  gtk_widget_class_bind_template_callback (widget_class, options_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_page_cb);
}

static void
rf_report_preview_init (RfReportPreview *self)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->zoom = 1;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    gtk_string_list_append (labels, rf_report_kind_get_label (kinds[i]));
  gtk_drop_down_set_model (self->kind, G_LIST_MODEL (labels));
}

/**
 * rf_report_preview_new:
 * @material: (transfer full): of one offering
 *
 * Makes a window that shows the report's pages and prints them; the pages appear when they are laid out.
 */
GtkWidget *
rf_report_preview_new (GtkWindow *parent,
                       RfReportMaterial *material)
{
  RfReportPreview *self = g_object_new (RF_TYPE_REPORT_PREVIEW, "transient-for", parent, "modal", parent != NULL, NULL);
  const RfReportSubject *subject = material->subjects->pdata[0];

  adw_window_title_set_title (self->window_title, subject->findings->record->offering->name);
  self->material = material;
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
