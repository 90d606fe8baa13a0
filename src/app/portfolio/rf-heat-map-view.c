// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-heat-map-view.h"

#include "rf-chart-view.h"
#include "rf-heat-map-part.h"

#include <glib/gi18n.h>

/* Sections by offerings, in parts below each other; a cell leads to its section in the assessment. */
struct _RfHeatMapView
{
  GtkWidget parent_instance;

  /* template children */
  GtkStack *stack;
  GtkListView *view;

  GListModel *items; /* owned, nullable, of RfPortfolioItem */
  GListStore *parts; /* owned, of RfHeatMapPart */
  guint columns;
  gboolean stale; /* the parts are to be made when it is seen */
};

enum
{
  PROP_COLUMNS = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RfHeatMapView, rf_heat_map_view, GTK_TYPE_WIDGET)

static void
reload_if_seen (RfHeatMapView *self)
{
  if (!self->stale || self->items == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  self->stale = FALSE;
  rf_heat_map_part_list (self->items, self->columns, self->parts);
  gtk_stack_set_visible_child_name (self->stack, g_list_model_get_n_items (G_LIST_MODEL (self->parts)) > 0 ? "charts" : "nothing");
}

/* To the section where there is a question in it, else to the assessment. */
static void
activated_cb (GtkListItem *list_item,
              guint row,
              guint column)
{
  RfHeatMapPart *part = gtk_list_item_get_item (list_item);
  GtkWidget *child = gtk_list_item_get_child (list_item);
  const char *id = rf_portfolio_item_get_id (rf_heat_map_part_get_item (part, column));
  const char *question = rf_heat_map_part_find_question (part, row, column);

  if (question != NULL)
    gtk_widget_activate_action (child, "win.open-question", "(ss)", id, question);
  else
    gtk_widget_activate_action (child, "win.open-offering", "s", id);
}

static GtkWidget *
new_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* title, how to read it, chart; on a dark screen more risk is not darker, so the words are not those of paper */
static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *legend = new_label ("caption");
  GtkWidget *chart = g_object_new (RF_TYPE_CHART_VIEW, "interactive", TRUE, NULL);

  gtk_widget_add_css_class (legend, "dim-label");
  gtk_label_set_label (GTK_LABEL (legend), _ ("The range of each section, and the ratings it spans with unproven claims doubted; the stronger the colour, the higher its upper end. Press a cell to see the questions behind it."));
  gtk_widget_set_margin_top (chart, 6);
  gtk_box_append (GTK_BOX (box), new_label ("heading"));
  gtk_box_append (GTK_BOX (box), legend);
  gtk_box_append (GTK_BOX (box), chart);
  g_signal_connect_swapped (chart, "activated", G_CALLBACK (activated_cb), list_item);
  gtk_list_item_set_child (list_item, box);
  gtk_list_item_set_activatable (list_item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  RfHeatMapPart *part = gtk_list_item_get_item (list_item);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *legend = gtk_widget_get_next_sibling (title);
  g_autoptr (RfChart) chart = rf_heat_map_part_new_chart (part);

  gtk_label_set_label (GTK_LABEL (title), chart->title);
  gtk_widget_set_visible (title, rf_heat_map_part_is_first (part));
  gtk_widget_set_visible (legend, rf_heat_map_part_is_first (part));
  rf_chart_view_show (RF_CHART_VIEW (gtk_widget_get_next_sibling (legend)), chart);
}

static void
rf_heat_map_view_get_property (GObject *object,
                               guint id,
                               GValue *value,
                               GParamSpec *spec)
{
  if (id == PROP_COLUMNS)
    g_value_set_uint (value, RF_HEAT_MAP_VIEW (object)->columns);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_heat_map_view_set_property (GObject *object,
                               guint id,
                               const GValue *value,
                               GParamSpec *spec)
{
  if (id == PROP_COLUMNS)
    RF_HEAT_MAP_VIEW (object)->columns = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_heat_map_view_dispose (GObject *object)
{
  RfHeatMapView *self = RF_HEAT_MAP_VIEW (object);
  GtkWidget *child;

  g_clear_object (&self->items);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  g_clear_object (&self->parts);
  G_OBJECT_CLASS (rf_heat_map_view_parent_class)->dispose (object);
}

static void
rf_heat_map_view_class_init (RfHeatMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rf_heat_map_view_get_property;
  object_class->set_property = rf_heat_map_view_set_property;
  object_class->dispose = rf_heat_map_view_dispose;

  /* how many offerings stand side by side */
  properties[PROP_COLUMNS] = g_param_spec_uint ("columns", NULL, NULL, 1, G_MAXUINT, 1, G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-heat-map-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RfHeatMapView, stack);
  gtk_widget_class_bind_template_child (widget_class, RfHeatMapView, view);
}

static void
rf_heat_map_view_init (RfHeatMapView *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) model = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->parts = g_list_store_new (RF_TYPE_HEAT_MAP_PART);
  model = gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->parts)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
  g_signal_connect (self, "map", G_CALLBACK (reload_if_seen), NULL);
}

/**
 * rf_heat_map_view_set_model:
 * @items: (element-type RfPortfolioItem): in the order in which they are shown
 *
 * Shows these offerings, and follows the list.
 */
void
rf_heat_map_view_set_model (RfHeatMapView *self,
                            GListModel *items)
{
  g_return_if_fail (self->items == NULL);

  self->items = g_object_ref (items);
  g_signal_connect_object (items, "items-changed", G_CALLBACK (rf_heat_map_view_reload), self, G_CONNECT_SWAPPED);
  rf_heat_map_view_reload (self);
}

/**
 * rf_heat_map_view_reload:
 *
 * Makes the charts anew, at once or as soon as they are seen: the offerings are the same, what is known of them is not.
 */
void
rf_heat_map_view_reload (RfHeatMapView *self)
{
  self->stale = TRUE;
  reload_if_seen (self);
}
