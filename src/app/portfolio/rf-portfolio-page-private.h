// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-heat-map-view.h"
#include "rf-page-loader.h"
#include "rf-portfolio-list.h"
#include "rf-portfolio-page.h"
#include "rf-portfolio-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

struct _RfPortfolioPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkLabel *count_label;
  GtkSearchBar *search_bar;
  GtkEditable *search_entry;
  GtkStack *stack;
  RfPortfolioTable *table;
  RfPortfolioList *list;
  RfHeatMapView *wide_heat_map;
  RfHeatMapView *narrow_heat_map;

  RfWorkspaceClient *client; /* owned, nullable */
  RfPageLoader *loader;      /* owned, nullable */
  GListStore *items;         /* owned, of RfPortfolioItem, by name */
  GtkFilter *filter;         /* owned */
  GListModel *shown;         /* owned: filtered and sorted */
  char **searched;           /* owned */
  char *sort_order;          /* owned */
  gboolean loaded;           /* whether anything was read yet */
  const char *view;          /* static: a page of the stack */
  GtkWidget *menu;           /* owned as a child, nullable */
  GtkWidget *menu_row;       /* borrowed, weak: that the menu is for */
};

void rf_portfolio_page_install_actions (GtkWidgetClass *klass);
void rf_portfolio_page_enable_actions (RfPortfolioPage *self);
void rf_portfolio_page_add_gestures (RfPortfolioPage *self);

G_END_DECLS
