// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-page-private.h"

#include "rf-portfolio-item.h"
#include "rf-portfolio-jobs.h"
#include "rf-width-bin.h"

#include <glib/gi18n.h>

enum
{
  PROP_SORT_ORDER = 1,
  PROP_VIEW,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (RfPortfolioPage, rf_portfolio_page, GTK_TYPE_WIDGET)

static void
show_count (RfPortfolioPage *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint n_shown = g_list_model_get_n_items (self->shown);
  g_autofree char *count = NULL;

  /* the spinner turns until there is something to say */
  if (!self->loaded)
    return;
  if (n_shown == n)
    count = g_strdup_printf (ngettext ("%u offering", "%u offerings", n), n);
  else
    /* Translators: how many offerings were found, and among how many */
    count = g_strdup_printf (ngettext ("%u of %u offering", "%u of %u offerings", n), n_shown, n);
  gtk_label_set_label (self->count_label, count);
  gtk_stack_set_visible_child_name (self->stack, n_shown == 0 && n > 0 ? "no-results" : self->view);
}

static gboolean
matches (gpointer item,
         gpointer user_data)
{
  return rf_portfolio_item_matches (item, RF_PORTFOLIO_PAGE (user_data)->searched);
}

static void
search_changed_cb (RfPortfolioPage *self)
{
  g_strfreev (self->searched);
  self->searched = rf_portfolio_item_split_search (gtk_editable_get_text (self->search_entry));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* Enter in the search leads to the first that was found. */
static void
search_activated_cb (RfPortfolioPage *self)
{
  g_autoptr (RfPortfolioItem) item = g_list_model_get_item (self->shown, 0);

  if (item != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-offering", "s", rf_portfolio_item_get_id (item));
}

/* Where the search was, the list has the focus again. */
static void
search_stopped_cb (RfPortfolioPage *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
sorter_changed_cb (RfPortfolioPage *self)
{
  g_autofree char *sort_order = rf_portfolio_table_dup_sort_order (self->table);

  if (g_str_equal (sort_order, self->sort_order))
    return;
  g_free (self->sort_order);
  self->sort_order = g_steal_pointer (&sort_order);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SORT_ORDER]);
}

/* Offerings that are known already keep their items, and with them the focus and the place in the list. */
static GPtrArray *
list_items (RfPortfolioPage *self,
            const GPtrArray *summaries)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < n; i++)
    {
      RfPortfolioItem *item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      g_hash_table_insert (known, g_strdup (rf_portfolio_item_get_id (item)), item);
    }
  for (guint i = 0; i < summaries->len; i++)
    {
      RfPortfolioSummary *summary = summaries->pdata[i];
      RfPortfolioItem *item = g_hash_table_lookup (known, summary->offering->id);

      if (item != NULL)
        rf_portfolio_item_set_summary (item, summary);
      g_ptr_array_add (items, item != NULL ? g_object_ref (item) : rf_portfolio_item_new (summary));
    }
  return items;
}

static gboolean
is_at (RfPortfolioPage *self,
       guint position,
       gpointer item)
{
  g_autoptr (GObject) there = g_list_model_get_item (G_LIST_MODEL (self->items), position);

  return there == item;
}

/* Only what is between the same beginning and the same end is replaced. */
static void
replace_items (RfPortfolioPage *self,
               GPtrArray *items)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));
  guint first = 0, last = 0;

  while (first < MIN (n, items->len) && is_at (self, first, items->pdata[first]))
    first++;
  while (last < MIN (n, items->len) - first && is_at (self, n - 1 - last, items->pdata[items->len - 1 - last]))
    last++;
  if (first + last < MAX (n, items->len))
    g_list_store_splice (self->items, first, n - first - last, items->pdata + first, items->len - first - last);
}

static gboolean
focus_first_cb (gpointer page)
{
  RfPortfolioPage *self = page;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  /* who began to type meanwhile is not disturbed */
  if (root && gtk_widget_get_mapped (GTK_WIDGET (self)) && !(focus && (GTK_IS_TEXT (focus) || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->stack)))))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

/* The offerings are what the page is for. They can take the focus once they have their place, which comes before an
 * idle source of low priority. */
static void
focus_first (RfPortfolioPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, focus_first_cb, g_object_ref (self), g_object_unref);
}

static void
show_summaries (gpointer page,
                gpointer snapshot)
{
  RfPortfolioPage *self = page;
  g_autoptr (GPtrArray) items = list_items (self, snapshot);

  if (!self->loaded && items->len > 0)
    focus_first (self);
  self->loaded = TRUE;
  replace_items (self, items);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  gtk_sorter_changed (rf_portfolio_table_get_sorter (self->table), GTK_SORTER_CHANGE_DIFFERENT);
  rf_heat_map_view_reload (self->wide_heat_map);
  rf_heat_map_view_reload (self->narrow_heat_map);
  show_count (self);
}

static void
rf_portfolio_page_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *spec)
{
  if (id == PROP_SORT_ORDER)
    g_value_set_string (value, RF_PORTFOLIO_PAGE (object)->sort_order);
  else if (id == PROP_VIEW)
    g_value_set_string (value, RF_PORTFOLIO_PAGE (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
set_view (RfPortfolioPage *self,
          const char *name)
{
  const char *view = g_strcmp0 (name, "heat-map") == 0 ? "heat-map" : "table";

  if (g_str_equal (view, self->view))
    return;
  self->view = view;
  show_count (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}

static void
rf_portfolio_page_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *spec)
{
  if (id == PROP_SORT_ORDER)
    rf_portfolio_table_sort_by (RF_PORTFOLIO_PAGE (object)->table, g_value_get_string (value) ? g_value_get_string (value) : "");
  else if (id == PROP_VIEW)
    set_view (RF_PORTFOLIO_PAGE (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, spec);
}

static void
rf_portfolio_page_dispose (GObject *object)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (object);
  GtkWidget *child;

  g_clear_object (&self->loader);
  g_clear_object (&self->client);
  /* the columns that go would be told of as another order */
  if (self->table != NULL)
    g_signal_handlers_disconnect_by_data (rf_portfolio_table_get_sorter (self->table), self);
  if (self->shown != NULL)
    g_signal_handlers_disconnect_by_data (self->shown, self);
  if (self->search_bar != NULL)
    gtk_search_bar_set_key_capture_widget (self->search_bar, NULL);
  self->table = NULL;
  self->search_bar = NULL;
  self->menu = NULL;
  g_clear_weak_pointer (&self->menu_row);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_portfolio_page_parent_class)->dispose (object);
}

static void
rf_portfolio_page_finalize (GObject *object)
{
  RfPortfolioPage *self = RF_PORTFOLIO_PAGE (object);

  g_clear_object (&self->shown);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_strfreev (self->searched);
  g_free (self->sort_order);
  G_OBJECT_CLASS (rf_portfolio_page_parent_class)->finalize (object);
}

static void
rf_portfolio_page_class_init (RfPortfolioPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = rf_portfolio_page_get_property;
  object_class->set_property = rf_portfolio_page_set_property;
  object_class->dispose = rf_portfolio_page_dispose;
  object_class->finalize = rf_portfolio_page_finalize;

  /**
   * RfPortfolioPage:sort-order:
   *
   * The word for the column that sorts, with "-" before it where the greatest comes first; empty: by name.
   */
  properties[PROP_SORT_ORDER] = g_param_spec_string ("sort-order", NULL, NULL, "", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* "table" or "heat-map" */
  properties[PROP_VIEW] = g_param_spec_string ("view", NULL, NULL, "table", G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (RF_TYPE_HEAT_MAP_VIEW);
  g_type_ensure (RF_TYPE_PORTFOLIO_LIST);
  g_type_ensure (RF_TYPE_PORTFOLIO_TABLE);
  g_type_ensure (RF_TYPE_WIDTH_BIN);
  rf_portfolio_page_install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-portfolio-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, table);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, list);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, wide_heat_map);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioPage, narrow_heat_map);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
}

static void
init_models (RfPortfolioPage *self)
{
  GtkSorter *sorter = rf_portfolio_table_get_sorter (self->table);
  GListModel *filtered;

  self->items = g_list_store_new (RF_TYPE_PORTFOLIO_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (self->filter)));
  self->shown = G_LIST_MODEL (gtk_sort_list_model_new (filtered, g_object_ref (sorter)));
  g_signal_connect_object (self->shown, "items-changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (sorter, "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
  rf_portfolio_table_set_model (self->table, self->shown);
  rf_portfolio_list_set_model (self->list, self->shown);
  rf_heat_map_view_set_model (self->wide_heat_map, self->shown);
  rf_heat_map_view_set_model (self->narrow_heat_map, self->shown);
}

static void
rf_portfolio_page_init (RfPortfolioPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->searched = rf_portfolio_item_split_search ("");
  self->sort_order = g_strdup ("");
  self->view = "table";
  init_models (self);
  gtk_search_bar_connect_entry (self->search_bar, self->search_entry);
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  rf_portfolio_page_add_gestures (self);
}

/**
 * rf_portfolio_page_follow:
 *
 * Shows the portfolio of the client's workspace, as it is now and whenever it changes.
 */
void
rf_portfolio_page_follow (RfPortfolioPage *self,
                          RfWorkspaceClient *client)
{
  g_return_if_fail (self->client == NULL);

  self->client = g_object_ref (client);
  g_signal_connect_object (client, "notify::read-only", G_CALLBACK (rf_portfolio_page_enable_actions), self, G_CONNECT_SWAPPED);
  rf_portfolio_page_enable_actions (self);
  self->loader = rf_page_loader_new (GTK_WIDGET (self), client, rf_job_list_summaries, (GDestroyNotify) g_ptr_array_unref, show_summaries);
}
