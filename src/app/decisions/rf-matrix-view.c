// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-matrix-view.h"

#include "rf-matrix-cell.h"

#include <glib/gi18n.h>

#define CELL_WIDTH 170
#define OFFERING_WIDTH 160
/* more than this many characters of a name have no room at the head of a column */
#define MOST_TITLE_CHARACTERS 100

/* Offerings by use cases: only the rows in sight have widgets, however many offerings there are. */
struct _RfMatrixView
{
  GtkWidget parent_instance;

  /* template children */
  GtkColumnView *columns;

  GListStore *items;        /* owned, of RfMatrixItem */
  RfDecisionMatrix *matrix; /* owned, NULL before the first */
  RfRating acceptable;
  GPtrArray *cells; /* owned; of RfMatrixCell: those that show something */
};

G_DEFINE_FINAL_TYPE (RfMatrixView, rf_matrix_view, GTK_TYPE_WIDGET)

enum
{
  ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
cell_clicked_cb (RfMatrixView *self,
                 RfMatrixCell *cell)
{
  if (rf_matrix_cell_get_item (cell))
    g_signal_emit (self, signals[ACTIVATED], 0, rf_matrix_cell_get_item (cell), rf_matrix_cell_get_column (cell));
}

static void
setup_cell_cb (RfMatrixView *self,
               GtkListItem *list_item)
{
  GtkWidget *cell = g_object_new (RF_TYPE_MATRIX_CELL, NULL);

  g_signal_connect_object (cell, "clicked", G_CALLBACK (cell_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, cell);
}

static void
bind_cell_cb (RfMatrixView *self,
              GtkListItem *list_item,
              GtkListItemFactory *factory)
{
  RfMatrixCell *cell = RF_MATRIX_CELL (gtk_list_item_get_child (list_item));
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));

  rf_matrix_cell_bind (cell, gtk_list_item_get_item (list_item), gtk_list_item_get_position (list_item), column);
  g_ptr_array_add (self->cells, cell);
}

static void
unbind_cell_cb (RfMatrixView *self,
                GtkListItem *list_item)
{
  RfMatrixCell *cell = RF_MATRIX_CELL (gtk_list_item_get_child (list_item));

  rf_matrix_cell_unbind (cell);
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
setup_offering_cb (RfMatrixView *self,
                   GtkListItem *list_item)
{
  GtkWidget *label = gtk_label_new (NULL);

  g_object_set (label, "xalign", 0.0, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 3, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 14, "max-width-chars", 20, NULL);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_selectable (list_item, FALSE);
  gtk_list_item_set_child (list_item, label);
}

static void
bind_offering_cb (RfMatrixView *self,
                  GtkListItem *list_item)
{
  GtkWidget *label = gtk_list_item_get_child (list_item);
  const RfOffering *offering = rf_matrix_item_get_row (gtk_list_item_get_item (list_item))->summary->offering;

  gtk_label_set_label (GTK_LABEL (label), offering->name);
  gtk_widget_set_tooltip_text (label, offering->name);
}

static gboolean
move_focus_cb (RfMatrixView *self,
               guint key,
               guint code,
               GdkModifierType modifiers)
{
  GtkWidget *focused = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int rows = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1
                                                         : 0;
  int columns = key == GDK_KEY_Right ? 1 : key == GDK_KEY_Left ? -1
                                                               : 0;

  if (!RF_IS_MATRIX_CELL (focused) || (rows == 0 && columns == 0) || (modifiers & gtk_accelerator_get_default_mod_mask ()))
    return FALSE;
  columns = mirrored ? -columns : columns;
  /* at the edge nothing happens: below 0 it wraps to what is no position */
  rf_matrix_view_focus_cell (self, rf_matrix_cell_get_position (RF_MATRIX_CELL (focused)) + (guint) rows, rf_matrix_cell_get_column (RF_MATRIX_CELL (focused)) + (guint) columns);
  return TRUE;
}

static void
rf_matrix_view_dispose (GObject *object)
{
  RfMatrixView *self = RF_MATRIX_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_object (&self->items);
  g_clear_pointer (&self->matrix, rf_decision_matrix_unref);
  G_OBJECT_CLASS (rf_matrix_view_parent_class)->dispose (object);
}

static void
rf_matrix_view_finalize (GObject *object)
{
  g_ptr_array_unref (RF_MATRIX_VIEW (object)->cells);
  G_OBJECT_CLASS (rf_matrix_view_parent_class)->finalize (object);
}

static void
rf_matrix_view_class_init (RfMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_matrix_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_matrix_view_finalize;
  /**
   * RfMatrixView::activated:
   * @item: the row
   * @column: the index of the use case
   *
   * A person wants to decide on this cell.
   */
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, RF_TYPE_MATRIX_ITEM, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, RfMatrixView, columns);
  gtk_widget_class_bind_template_callback (widget_class, move_focus_cb);
}

static void
rf_matrix_view_init (RfMatrixView *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cells = g_ptr_array_new ();
  self->items = g_list_store_new (RF_TYPE_MATRIX_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  gtk_column_view_set_model (self->columns, GTK_SELECTION_MODEL (selection));
}

static char *
dup_title (const char *name)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (name, -1) <= MOST_TITLE_CHARACTERS)
    return g_strdup (name);
  begin = g_utf8_substring (name, 0, MOST_TITLE_CHARACTERS - 1);
  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static void
append_column (RfMatrixView *self,
               const char *title,
               GtkListItemFactory *factory,
               int width,
               gboolean expand)
{
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  gtk_column_view_column_set_fixed_width (column, width);
  gtk_column_view_column_set_expand (column, expand);
  gtk_column_view_append_column (self->columns, column);
}

/* GTK 4.8 makes the label of a title as wide as its text, across the next column. */
static void
ellipsize_titles (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    {
      gtk_label_set_ellipsize (GTK_LABEL (widget), PANGO_ELLIPSIZE_END);
      gtk_widget_set_tooltip_text (widget, gtk_label_get_label (GTK_LABEL (widget)));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child; child = gtk_widget_get_next_sibling (child))
    ellipsize_titles (child);
}

static void
append_use_case (RfMatrixView *self,
                 guint index)
{
  g_autofree char *title = dup_title (rf_decision_matrix_get_use_case (self->matrix, index)->name);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cell_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cell_cb), self, G_CONNECT_SWAPPED);
  append_column (self, title, factory, CELL_WIDTH, TRUE);
}

static void
rebuild_columns (RfMatrixView *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->columns);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->columns, column);
    }
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_offering_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_offering_cb), self, G_CONNECT_SWAPPED);
  append_column (self, _ ("Offering"), factory, OFFERING_WIDTH, FALSE);
  for (guint i = 0; i < self->matrix->use_cases->len; i++)
    append_use_case (self, i);
  /* the row of titles is the first child */
  ellipsize_titles (gtk_widget_get_first_child (GTK_WIDGET (self->columns)));
}

static gboolean
has_same_columns (const RfDecisionMatrix *a,
                  const RfDecisionMatrix *b)
{
  if (a == NULL || a->use_cases->len != b->use_cases->len)
    return FALSE;
  for (guint i = 0; i < a->use_cases->len; i++)
    {
      const RfUseCase *of_a = rf_decision_matrix_get_use_case (a, i);
      const RfUseCase *of_b = rf_decision_matrix_get_use_case (b, i);

      if (!g_str_equal (of_a->id, of_b->id) || !g_str_equal (of_a->name, of_b->name))
        return FALSE;
    }
  return TRUE;
}

static gboolean
has_same_rows (const RfDecisionMatrix *a,
               const RfDecisionMatrix *b)
{
  if (a == NULL || a->rows->len != b->rows->len)
    return FALSE;
  for (guint i = 0; i < a->rows->len; i++)
    {
      const RfOffering *of_a = rf_decision_matrix_get_row (a, i)->summary->offering;
      const RfOffering *of_b = rf_decision_matrix_get_row (b, i)->summary->offering;

      if (!g_str_equal (of_a->id, of_b->id) || !g_str_equal (of_a->name, of_b->name))
        return FALSE;
    }
  return TRUE;
}

static void
replace_items (RfMatrixView *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->matrix->rows->len; i++)
    g_ptr_array_add (items, rf_matrix_item_new (self->matrix, i, self->acceptable));
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
}

static void
update_items (RfMatrixView *self)
{
  for (guint i = 0; i < self->matrix->rows->len; i++)
    {
      g_autoptr (RfMatrixItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      rf_matrix_item_update (item, self->matrix, i, self->acceptable);
    }
}

/**
 * rf_matrix_view_show:
 * @acceptable: the greatest residual risk that is fit
 *
 * Shows a matrix. Where it has the rows and columns of the one before, neither the focus nor the place moves.
 */
void
rf_matrix_view_show (RfMatrixView *self,
                     RfDecisionMatrix *matrix,
                     RfRating acceptable)
{
  g_autoptr (RfDecisionMatrix) before = self->matrix;
  gboolean same_columns = has_same_columns (before, matrix);

  self->matrix = rf_decision_matrix_ref (matrix);
  self->acceptable = acceptable;
  if (same_columns && has_same_rows (before, matrix))
    {
      update_items (self);
      return;
    }
  /* without rows first: none of them may show a column of the other matrix */
  g_list_store_remove_all (self->items);
  if (!same_columns)
    rebuild_columns (self);
  replace_items (self);
}

static RfMatrixCell *
find_cell (RfMatrixView *self,
           guint position,
           guint column)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      RfMatrixCell *cell = g_ptr_array_index (self->cells, i);

      if (rf_matrix_cell_get_position (cell) == position && rf_matrix_cell_get_column (cell) == column)
        return cell;
    }
  return NULL;
}

/**
 * rf_matrix_view_focus_cell:
 * @position: of the row
 * @column: of the use case
 *
 * Returns: whether there is such a cell, which has the focus now
 */
gboolean
rf_matrix_view_focus_cell (RfMatrixView *self,
                           guint position,
                           guint column)
{
  RfMatrixCell *cell;

  if (self->matrix == NULL || position >= self->matrix->rows->len || column >= self->matrix->use_cases->len)
    return FALSE;
  /* a row out of sight gets its widgets by being scrolled to */
  gtk_widget_activate_action (gtk_widget_get_last_child (GTK_WIDGET (self->columns)), "list.scroll-to-item", "u", position);
  cell = find_cell (self, position, column);
  return cell && gtk_widget_grab_focus (GTK_WIDGET (cell));
}
