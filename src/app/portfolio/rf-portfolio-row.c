// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-portfolio-row.h"

#include "rf-portfolio-wording.h"

#define ITEM_KEY "rf-portfolio-item"

static gboolean
is_row (GtkWidget *widget)
{
  return g_str_equal (gtk_widget_get_css_name (widget), "row");
}

/**
 * rf_portfolio_row_set_item:
 * @child: what a list item shows
 * @item: (nullable)
 *
 * Says of the row that holds @child which offering it stands for, and makes a screen reader read it as one sentence.
 */
void
rf_portfolio_row_set_item (GtkWidget *child,
                           RfPortfolioItem *item)
{
  g_autofree char *sentence = NULL;

  while (child != NULL && !is_row (child))
    child = gtk_widget_get_parent (child);
  /* a row that is just being taken down */
  if (child == NULL)
    return;
  g_object_set_data_full (G_OBJECT (child), ITEM_KEY, item != NULL ? g_object_ref (item) : NULL, g_object_unref);
  sentence = item != NULL ? rf_portfolio_dup_sentence (item) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
}

/**
 * rf_portfolio_row_find:
 * @widget: (nullable)
 *
 * Returns: (nullable): the row of an offering that @widget is or lies in
 */
GtkWidget *
rf_portfolio_row_find (GtkWidget *widget)
{
  while (widget != NULL && g_object_get_data (G_OBJECT (widget), ITEM_KEY) == NULL)
    widget = gtk_widget_get_parent (widget);
  return widget;
}

RfPortfolioItem *
rf_portfolio_row_get_item (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), ITEM_KEY);
}
