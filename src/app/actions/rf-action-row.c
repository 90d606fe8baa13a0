// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-action-row.h"

#include <glib/gi18n.h>

/* What must change, who does it and when. */
struct _RfActionRow
{
  GtkWidget parent_instance;

  /* template children */
  GtkWidget *done_check;
  GtkLabel *text_label;
  GtkLabel *when_label;
  GtkLabel *about_label;
  GtkWidget *question_button;
  GtkWidget *remove_button;

  RfActionItem *item; /* owned, nullable */
};

G_DEFINE_FINAL_TYPE (RfActionRow, rf_action_row, GTK_TYPE_WIDGET)

static void
done_toggled_cb (RfActionRow *self)
{
  const RfAction *action;

  if (self->item == NULL)
    return;
  action = rf_action_item_get_action (self->item);
  gtk_widget_activate_action (GTK_WIDGET (self), "actions.mark", "(ssb)", rf_action_item_get_summary (self->item)->offering->id, action->id, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->done_check)));
}

static char *
dup_when (RfActionItem *item)
{
  const RfAction *action = rf_action_item_get_action (item);
  g_autofree char *day = action->done || action->due ? rf_day_to_text (action->done ? action->done : action->due) : NULL;

  if (action->done)
    return g_strdup_printf (_ ("Done on %s"), day);
  if (day == NULL)
    return g_strdup (_ ("No day set"));
  if (rf_action_item_is_overdue (item))
    return g_strdup_printf (_ ("Overdue since %s"), day);
  return g_strdup_printf (_ ("Due on %s"), day);
}

static char *
dup_about (RfActionItem *item)
{
  const RfAction *action = rf_action_item_get_action (item);
  const RfQuestion *question = rf_action_item_find_question (item);
  const char *offering = rf_action_item_get_summary (item)->offering->name;
  const char *owner = action->owner ? action->owner : _ ("Nobody named");

  if (question)
    /* Translators: who, an offering, and the number of a question, as 2.3 */
    return g_strdup_printf (_ ("%s · %s · Question %s"), owner, offering, question->number);
  return g_strdup_printf ("%s · %s", owner, offering);
}

static void
show_buttons (RfActionRow *self)
{
  const RfAction *action = rf_action_item_get_action (self->item);
  const char *offering = rf_action_item_get_summary (self->item)->offering->id;

  /* the target before the name, for a name without its target disables the button */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove_button), "(ss)", offering, action->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove_button), "actions.remove");
  gtk_widget_set_visible (self->question_button, rf_action_item_find_question (self->item) != NULL);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->question_button), "(ss)", offering, action->question ? action->question : "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->question_button), "win.open-question");
}

static void
name_for_everyone (RfActionRow *self,
                   const char *text)
{
  g_autofree char *done = g_strdup_printf (_ ("Done: %s"), text);
  g_autofree char *removing = g_strdup_printf (_ ("Remove: %s"), text);
  g_autofree char *question = g_strdup_printf (_ ("Go to the question of: %s"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->done_check), GTK_ACCESSIBLE_PROPERTY_LABEL, done, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button), GTK_ACCESSIBLE_PROPERTY_LABEL, removing, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->question_button), GTK_ACCESSIBLE_PROPERTY_LABEL, question, -1);
}

/**
 * rf_action_row_bind:
 * @item: (nullable): what to show from now on
 */
void
rf_action_row_bind (RfActionRow *self,
                    RfActionItem *item)
{
  g_autofree char *when = item ? dup_when (item) : NULL;
  g_autofree char *about = item ? dup_about (item) : NULL;

  /* setting the mark below is no answer of a person */
  g_clear_object (&self->item);
  if (item == NULL)
    return;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->done_check), rf_action_item_get_action (item)->done != RF_DAY_NONE);
  self->item = g_object_ref (item);
  gtk_label_set_label (self->text_label, rf_action_item_get_action (item)->text);
  gtk_label_set_label (self->when_label, when);
  gtk_label_set_label (self->about_label, about);
  if (rf_action_item_is_overdue (item))
    gtk_widget_add_css_class (GTK_WIDGET (self->when_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->when_label), "error");
  show_buttons (self);
  name_for_everyone (self, rf_action_item_get_action (item)->text);
}

static void
rf_action_row_dispose (GObject *object)
{
  RfActionRow *self = RF_ACTION_ROW (object);
  GtkWidget *child;

  g_clear_object (&self->item);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (rf_action_row_parent_class)->dispose (object);
}

static void
rf_action_row_class_init (RfActionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_action_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-action-row.ui");
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, done_check);
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, when_label);
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, about_label);
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, question_button);
  gtk_widget_class_bind_template_child (widget_class, RfActionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, done_toggled_cb);
}

static void
rf_action_row_init (RfActionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
