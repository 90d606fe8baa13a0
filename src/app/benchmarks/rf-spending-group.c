// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-spending-group.h"

#include <glib/gi18n.h>

/* What the company means to spend on each offering: a row for each, that stays while the offering does. */
struct _RfSpendingGroup
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* owned array of AdwComboRow, which are children; their names are the offerings' ids */
  gboolean showing;
};

enum
{
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RfSpendingGroup, rf_spending_group, ADW_TYPE_PREFERENCES_GROUP)

static void
rf_spending_group_finalize (GObject *object)
{
  g_ptr_array_unref (RF_SPENDING_GROUP (object)->rows);
  G_OBJECT_CLASS (rf_spending_group_parent_class)->finalize (object);
}

static void
rf_spending_group_class_init (RfSpendingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_spending_group_finalize;
  /* an offering's id, an RfIntention: a person chose */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass), "/io/github/ringfence/Ringfence/rf-spending-group.ui");
}

static void
rf_spending_group_init (RfSpendingGroup *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
selected_cb (RfSpendingGroup *self,
             GParamSpec *spec,
             AdwComboRow *row)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHOSEN], 0, gtk_widget_get_name (GTK_WIDGET (row)), (int) adw_combo_row_get_selected (row) - 1);
}

static GListModel *
new_intentions (void)
{
  GtkStringList *intentions = gtk_string_list_new (NULL);

  gtk_string_list_append (intentions, C_ ("spending", "Not set"));
  for (guint i = 0; i < RF_N_INTENTIONS; i++)
    gtk_string_list_append (intentions, rf_intention_get_label ((RfIntention) i));
  return G_LIST_MODEL (intentions);
}

static void
add_row (RfSpendingGroup *self,
         const RfOffering *offering)
{
  g_autoptr (GListModel) intentions = new_intentions ();
  GtkWidget *row = g_object_new (ADW_TYPE_COMBO_ROW,
                                 "use-markup", FALSE,
                                 "use-subtitle", TRUE, /* beside the title they would be cut where they differ */
                                 "name", offering->id,
                                 "model", intentions,
                                 NULL);

  g_signal_connect_object (row, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static gboolean
has_rows_of (RfSpendingGroup *self,
             const GPtrArray *entries)
{
  gboolean same = self->rows->len == entries->len;

  for (guint i = 0; same && i < entries->len; i++)
    same = g_str_equal (gtk_widget_get_name (self->rows->pdata[i]), ((const RfPortfolioSummary *) entries->pdata[i])->offering->id);
  return same;
}

static void
make_rows (RfSpendingGroup *self,
           const GPtrArray *entries)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < entries->len; i++)
    add_row (self, ((const RfPortfolioSummary *) entries->pdata[i])->offering);
}

/**
 * rf_spending_group_show:
 * @entries: (element-type RfPortfolioSummary)
 *
 * Shows what is meant now. A row that has the focus keeps it while the offerings stay the same.
 */
void
rf_spending_group_show (RfSpendingGroup *self,
                        const GPtrArray *entries)
{
  self->showing = TRUE;
  if (!has_rows_of (self, entries))
    make_rows (self, entries);
  for (guint i = 0; i < entries->len; i++)
    {
      const RfOffering *offering = ((const RfPortfolioSummary *) entries->pdata[i])->offering;

      /* Translators: an offering and its provider */
      g_autofree char *title = g_strdup_printf (_ ("%s (%s)"), offering->name, offering->provider);

      adw_preferences_row_set_title (self->rows->pdata[i], title);
      adw_combo_row_set_selected (self->rows->pdata[i], (guint) (offering->spending + 1));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), entries->len > 0);
  self->showing = FALSE;
}

/**
 * rf_spending_group_get_row:
 *
 * Returns: (transfer none) (nullable): the row of an offering, counted from 0
 */
AdwComboRow *
rf_spending_group_get_row (RfSpendingGroup *self,
                           guint index)
{
  return index < self->rows->len ? self->rows->pdata[index] : NULL;
}
