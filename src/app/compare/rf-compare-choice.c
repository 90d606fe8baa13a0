// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-compare-choice.h"

#include "rf-compare-task.h"

#include <glib/gi18n.h>

/* Which offerings are compared: all that are assessed, until some are left out. */
struct _RfCompareChoice
{
  GtkWidget parent_instance;

  /* template children */
  GtkMenuButton *button;
  GtkBox *checks_box;

  GPtrArray *contestants; /* owned, nullable, of RfContestant */
  GHashTable *left_out;   /* owned, ids: one that is added later is compared */
  gboolean showing;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (RfCompareChoice, rf_compare_choice, GTK_TYPE_WIDGET)

static const RfOffering *
get_offering (RfCompareChoice *self,
              guint index)
{
  return ((const RfContestant *) g_ptr_array_index (self->contestants, index))->record->offering;
}

static void
show_count (RfCompareChoice *self)
{
  g_autoptr (GPtrArray) chosen = rf_compare_choice_dup_chosen (self);
  guint n = self->contestants->len;
  g_autofree char *words = NULL;

  if (chosen->len == n)
    words = g_strdup_printf (ngettext ("The Only Offering", "All %u Offerings", n), n);
  else
    /* Translators: how many are chosen, of how many */
    words = g_strdup_printf (ngettext ("%u of %u Offering", "%u of %u Offerings", n), chosen->len, n);
  gtk_menu_button_set_label (self->button, words);
}

static void
tell (RfCompareChoice *self)
{
  show_count (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
toggled_cb (RfCompareChoice *self,
            GtkCheckButton *check)
{
  const char *id = gtk_widget_get_name (GTK_WIDGET (check));

  if (self->showing)
    return;
  if (gtk_check_button_get_active (check))
    g_hash_table_remove (self->left_out, id);
  else
    g_hash_table_add (self->left_out, g_strdup (id));
  tell (self);
}

static GtkWidget *
new_check (RfCompareChoice *self,
           const RfOffering *offering)
{
  GtkWidget *check = gtk_check_button_new_with_label (offering->name);

  gtk_widget_set_name (check, offering->id);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  return check;
}

static gboolean
shows (RfCompareChoice *self)
{
  GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks_box));

  for (guint i = 0; i < self->contestants->len; i++, check = gtk_widget_get_next_sibling (check))
    if (check == NULL || !g_str_equal (gtk_widget_get_name (check), get_offering (self, i)->id) ||
        !g_str_equal (gtk_check_button_get_label (GTK_CHECK_BUTTON (check)), get_offering (self, i)->name))
      return FALSE;
  return check == NULL;
}

/* Those that are there already stay, and the focus with them. */
static void
show_checks (RfCompareChoice *self)
{
  GtkWidget *check;

  if (shows (self))
    return;
  while ((check = gtk_widget_get_first_child (GTK_WIDGET (self->checks_box))))
    gtk_box_remove (self->checks_box, check);
  for (guint i = 0; i < self->contestants->len; i++)
    gtk_box_append (self->checks_box, new_check (self, get_offering (self, i)));
}

static void
show_chosen (RfCompareChoice *self)
{
  self->showing = TRUE;
  for (GtkWidget *check = gtk_widget_get_first_child (GTK_WIDGET (self->checks_box)); check; check = gtk_widget_get_next_sibling (check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (check), !g_hash_table_contains (self->left_out, gtk_widget_get_name (check)));
  self->showing = FALSE;
}

static void
choose_all (GtkWidget *widget,
            const char *action,
            GVariant *parameter)
{
  RfCompareChoice *self = RF_COMPARE_CHOICE (widget);

  g_hash_table_remove_all (self->left_out);
  show_chosen (self);
  tell (self);
}

static void
choose_none (GtkWidget *widget,
             const char *action,
             GVariant *parameter)
{
  RfCompareChoice *self = RF_COMPARE_CHOICE (widget);

  for (guint i = 0; self->contestants && i < self->contestants->len; i++)
    g_hash_table_add (self->left_out, g_strdup (get_offering (self, i)->id));
  show_chosen (self);
  tell (self);
}

static void
rf_compare_choice_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_compare_choice_parent_class)->dispose (object);
}

static void
rf_compare_choice_finalize (GObject *object)
{
  RfCompareChoice *self = RF_COMPARE_CHOICE (object);

  g_clear_pointer (&self->contestants, g_ptr_array_unref);
  g_hash_table_unref (self->left_out);
  G_OBJECT_CLASS (rf_compare_choice_parent_class)->finalize (object);
}

static void
rf_compare_choice_class_init (RfCompareChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_compare_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_compare_choice_finalize;
  /* another choice was made */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-compare-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, RfCompareChoice, button);
  gtk_widget_class_bind_template_child (widget_class, RfCompareChoice, checks_box);
  gtk_widget_class_install_action (widget_class, "compare.choose-all", NULL, choose_all);
  gtk_widget_class_install_action (widget_class, "compare.choose-none", NULL, choose_none);
}

static void
rf_compare_choice_init (RfCompareChoice *self)
{
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * rf_compare_choice_show:
 * @contestants: (element-type RfContestant): a reference is taken
 *
 * Shows what there is to choose from. Emits nothing.
 */
void
rf_compare_choice_show (RfCompareChoice *self,
                        GPtrArray *contestants)
{
  g_ptr_array_ref (contestants);
  g_clear_pointer (&self->contestants, g_ptr_array_unref);
  self->contestants = contestants;
  show_checks (self);
  show_chosen (self);
  show_count (self);
}

/**
 * rf_compare_choice_dup_chosen:
 *
 * Returns: (transfer full) (element-type RfContestant): what is to be compared
 */
GPtrArray *
rf_compare_choice_dup_chosen (RfCompareChoice *self)
{
  GPtrArray *chosen = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_contestant_unref);

  for (guint i = 0; self->contestants && i < self->contestants->len; i++)
    if (!g_hash_table_contains (self->left_out, get_offering (self, i)->id))
      g_ptr_array_add (chosen, rf_contestant_ref (g_ptr_array_index (self->contestants, i)));
  return chosen;
}
