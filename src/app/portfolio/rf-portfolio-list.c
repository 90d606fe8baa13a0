// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-list.h"

#include "rf-offering-row.h"
#include "rf-portfolio-row.h"

/* The portfolio in a narrow window: a card for each offering. */
struct _RfPortfolioList
{
  GtkWidget parent_instance;

  /* template children */
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (RfPortfolioList, rf_portfolio_list, GTK_TYPE_WIDGET)

static void
show_item (GtkListItem *list_item)
{
  GtkWidget *row = gtk_list_item_get_child (list_item);

  rf_offering_row_show (RF_OFFERING_ROW (row), gtk_list_item_get_item (list_item));
  rf_portfolio_row_set_item (row, gtk_list_item_get_item (list_item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, rf_offering_row_new ());
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
  rf_portfolio_row_set_item (gtk_list_item_get_child (list_item), NULL);
}

static void
activate_cb (RfPortfolioList *self,
             guint position)
{
  g_autoptr (RfPortfolioItem) item = g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->view)), position);

  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-offering", "s", rf_portfolio_item_get_id (item));
}

static void
rf_portfolio_list_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_portfolio_list_parent_class)->dispose (object);
}

static void
rf_portfolio_list_class_init (RfPortfolioListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_portfolio_list_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-portfolio-list.ui");
  gtk_widget_class_bind_template_child (widget_class, RfPortfolioList, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
rf_portfolio_list_init (RfPortfolioList *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), NULL);
  gtk_list_view_set_factory (self->view, factory);
}

/**
 * rf_portfolio_list_set_model:
 * @items: (element-type RfPortfolioItem): in the order in which they are shown
 */
void
rf_portfolio_list_set_model (RfPortfolioList *self,
                             GListModel *items)
{
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (g_object_ref (items));

  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (model));
}
