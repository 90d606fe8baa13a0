// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

  RfWorkspaceClient *client; /* owned, nullable */
  RfPageLoader *loader;      /* owned, nullable */
  GListStore *items;         /* owned, of RfPortfolioItem, by name */
  GtkFilter *filter;         /* owned */
  GListModel *shown;         /* owned: filtered and sorted */
  char **searched;           /* owned */
  char *sort_order;          /* owned */
  GtkWidget *menu;           /* owned as a child, nullable */
};

void rf_portfolio_page_install_actions (GtkWidgetClass *klass);
void rf_portfolio_page_add_gestures (RfPortfolioPage *self);

G_END_DECLS
