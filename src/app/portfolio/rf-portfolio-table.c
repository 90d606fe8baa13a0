// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-table.h"

#include "rf-portfolio-cell.h"
#include "rf-portfolio-menu.h"
#include "rf-portfolio-row.h"
#include "rf-range-cell.h"

/* pixels around what stands in a cell, and those of a range bar */
#define CELL_PADDING 20
#define BAR_WIDTH 86

/* The portfolio as a table: each column sorts, each row leads on to the assessment. */
struct _RfPortfolioTable
{
  GtkWidget parent_instance;

  /* template children */
  GtkColumnView *view;
  GtkColumnViewColumn *menu_column;

  gboolean asking; /* which column sorts, by having it compare nothing */
  int asked;       /* the column that was compared by, or -1 */
};

/* One of its columns. */
typedef struct
{
  RfPortfolioTable *table; /* borrowed */
  RfPortfolioColumn column;
} TableColumn;

G_DEFINE_FINAL_TYPE (RfPortfolioTable, rf_portfolio_table, GTK_TYPE_WIDGET)

/* in characters: widths follow the size of the text, and do not jump as other rows come into sight */
static const int widths[RF_N_PORTFOLIO_COLUMNS] = {
  [RF_PORTFOLIO_PROVIDER] = 13,
  [RF_PORTFOLIO_RISK] = 6,
  [RF_PORTFOLIO_RATING] = 18,
  [RF_PORTFOLIO_COVERAGE] = 8,
  [RF_PORTFOLIO_KNOCK_OUTS] = 12,
  [RF_PORTFOLIO_STATUS] = 9,
  [RF_PORTFOLIO_DECISIONS] = 16,
  [RF_PORTFOLIO_EVIDENCE] = 16,
  [RF_PORTFOLIO_REVIEW] = 12,
};

static void
show_item (GtkListItem *list_item)
{
  GtkWidget *cell = gtk_list_item_get_child (list_item);
  RfPortfolioItem *item = gtk_list_item_get_item (list_item);

  if (RF_IS_RANGE_CELL (cell))
    rf_range_cell_show (RF_RANGE_CELL (cell), item);
  else
    rf_portfolio_cell_show (RF_PORTFOLIO_CELL (cell), item);
  /* once for the whole row */
  if (RF_IS_PORTFOLIO_CELL (cell) && rf_portfolio_cell_get_column (RF_PORTFOLIO_CELL (cell)) == RF_PORTFOLIO_OFFERING)
    rf_portfolio_row_set_item (cell, item);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item,
          gpointer column)
{
  RfPortfolioColumn of_cell = GPOINTER_TO_UINT (column);
  GtkWidget *cell = of_cell == RF_PORTFOLIO_RISK ? rf_range_cell_new () : rf_portfolio_cell_new (of_cell);

  if (of_cell != RF_PORTFOLIO_OFFERING)
    gtk_widget_add_css_class (cell, "caption");
  gtk_list_item_set_child (list_item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *list_item)
{
  g_signal_connect_swapped (gtk_list_item_get_item (list_item), "changed", G_CALLBACK (show_item), list_item);
  show_item (list_item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *list_item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (list_item), show_item, list_item);
}

static void
setup_menu_cb (GtkSignalListItemFactory *factory,
               GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, rf_portfolio_menu_button_new ());
}

static void
activate_cb (RfPortfolioTable *self,
             guint position)
{
  g_autoptr (RfPortfolioItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_column_view_get_model (self->view)), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-offering", "s", rf_portfolio_item_get_id (item));
}

static int
compare_cb (gconstpointer a,
            gconstpointer b,
            gpointer user_data)
{
  const TableColumn *of_table = user_data;

  if (of_table->table->asking)
    {
      if (of_table->table->asked < 0)
        of_table->table->asked = of_table->column;
      return -1;
    }
  return rf_portfolio_column_compare (of_table->column, (RfPortfolioItem *) a, (RfPortfolioItem *) b);
}

static void
fit_columns (RfPortfolioTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int character = pango_font_metrics_get_approximate_char_width (metrics);

  for (guint i = 0; i < RF_N_PORTFOLIO_COLUMNS; i++)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (widths[i] > 0)
        gtk_column_view_column_set_fixed_width (column, PANGO_PIXELS_CEIL (widths[i] * character) + CELL_PADDING + (i == RF_PORTFOLIO_RISK ? BAR_WIDTH : 0));
    }
  pango_font_metrics_unref (metrics);
}

static void
rf_portfolio_table_css_changed (GtkWidget *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (rf_portfolio_table_parent_class)->css_changed (widget, change);
  fit_columns (RF_PORTFOLIO_TABLE (widget));
}

static void
rf_portfolio_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_portfolio_table_parent_class)->dispose (object);
}

static void
rf_portfolio_table_class_init (RfPortfolioTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_portfolio_table_dispose;
  widget_class->css_changed = rf_portfolio_table_css_changed;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-portfolio-table.ui");
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioTable, view);
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioTable, menu_column);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
init_column (RfPortfolioTable *self,
             RfPortfolioColumn index)
{
  g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (gtk_column_view_get_columns (self->view), index);
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSorter) sorter = NULL;
  TableColumn *of_table = g_new (TableColumn, 1);

  *of_table = (TableColumn){ self, index };
  sorter = GTK_SORTER (gtk_custom_sorter_new (compare_cb, of_table, g_free));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (index));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_column_view_column_set_factory (column, factory);
  gtk_column_view_column_set_sorter (column, sorter);
}

static void
rf_portfolio_table_init (RfPortfolioTable *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (RfPortfolioColumn i = 0; i < RF_N_PORTFOLIO_COLUMNS; i++)
    init_column (self, i);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_menu_cb), NULL);
  gtk_column_view_column_set_factory (self->menu_column, factory);
  fit_columns (self);
}

/**
 * rf_portfolio_table_get_sorter:
 *
 * Returns: (transfer none): what orders the items as the headers say; "changed" when they say something else
 */
GtkSorter *
rf_portfolio_table_get_sorter (RfPortfolioTable *self)
{
  return gtk_column_view_get_sorter (self->view);
}

/**
 * rf_portfolio_table_set_model:
 * @items: (element-type RfPortfolioItem): in the order in which they are shown
 */
void
rf_portfolio_table_set_model (RfPortfolioTable *self,
                              GListModel *items)
{
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (items));

  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}

/**
 * rf_portfolio_table_dup_sort_order:
 *
 * GTK 4.8 has no question for the column that sorts, so the sorter is given two things to compare: who is asked first
 * is the column, and whether the answer comes out turned round is the direction.
 *
 * Returns: (transfer full): the word for a column, with "-" before it where the greatest comes first; empty where no
 *   column sorts
 */
char *
rf_portfolio_table_dup_sort_order (RfPortfolioTable *self)
{
  g_autoptr (GObject) one = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) other = g_object_new (G_TYPE_OBJECT, NULL);
  GtkOrdering ordering;

  self->asked = -1;
  self->asking = TRUE;
  ordering = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), one, other);
  self->asking = FALSE;
  if (self->asked < 0)
    return g_strdup ("");
  return g_strconcat (ordering == GTK_ORDERING_LARGER ? "-" : "", rf_portfolio_column_get_nick (self->asked), NULL);
}

/**
 * rf_portfolio_table_sort_by:
 * @sort_order: as from rf_portfolio_table_dup_sort_order(); what is no column's word sorts by none
 */
void
rf_portfolio_table_sort_by (RfPortfolioTable *self,
                            const char *sort_order)
{
  gboolean descending = *sort_order == '-';
  g_autoptr (GtkColumnViewColumn) column = NULL;
  RfPortfolioColumn index;

  if (rf_portfolio_column_from_nick (sort_order + descending, &index))
    column = g_list_model_get_item (gtk_column_view_get_columns (self->view), index);
  gtk_column_view_sort_by_column (self->view, column, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}
