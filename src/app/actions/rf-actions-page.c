// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-actions-page.h"

#include "rf-choice-name.h"
#include "rf-action-dialog.h"
#include "rf-action-row.h"
#include "rf-actions-jobs.h"
#include "rf-page-loader.h"

#include <glib/gi18n.h>

/* in the order of the template's drop-down */
typedef enum
{
  SHOW_OPEN,
  SHOW_DONE,
  SHOW_ALL,
} Shown;

/* What must change in all offerings of a workspace, the most urgent first. */
struct _RfActionsPage
{
  GtkWidget parent_instance;

  /* template children */
  GtkStack *stack;
  GtkDropDown *filter_drop_down;
  GtkLabel *count_label;
  GtkStack *list_stack;
  GtkListView *list_view;

  GListStore *items;         /* owned, of RfActionItem */
  GtkCustomFilter *filter;   /* owned */
  GListModel *filtered;      /* owned */
  RfActionList *list;        /* owned, NULL before the first */
  RfWorkspaceClient *client; /* owned, NULL before it follows one */
  RfPageLoader *loader;      /* owned */
  GCancellable *cancellable; /* owned */
};

G_DEFINE_FINAL_TYPE (RfActionsPage, rf_actions_page, GTK_TYPE_WIDGET)

static GtkWindow *
get_window (RfActionsPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static gboolean
is_shown (gpointer item,
          gpointer user_data)
{
  RfActionsPage *self = user_data;
  gboolean done = rf_action_item_get_action (item)->done != RF_DAY_NONE;

  switch ((Shown) gtk_drop_down_get_selected (self->filter_drop_down))
    {
    case SHOW_OPEN:
      return !done;
    case SHOW_DONE:
      return done;
    case SHOW_ALL:
    default:
      return TRUE;
    }
}

static void
show_counts (RfActionsPage *self)
{
  guint n_open = 0;
  guint n_overdue = 0;
  g_autofree char *open = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->list->items->len; i++)
    {
      RfActionItem *item = g_ptr_array_index (self->list->items, i);

      n_open += rf_action_item_get_action (item)->done == RF_DAY_NONE;
      n_overdue += rf_action_item_is_overdue (item);
    }
  open = g_strdup_printf (ngettext ("%u open", "%u open", n_open), n_open);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", n_overdue), n_overdue);
  words = g_strdup_printf ("%s · %s", open, overdue);
  gtk_label_set_label (self->count_label, words);
}

static void
show_which (RfActionsPage *self)
{
  gtk_stack_set_visible_child_name (self->list_stack, g_list_model_get_n_items (self->filtered) > 0 ? "list" : "nothing");
}

static void
filter_changed_cb (RfActionsPage *self)
{
  if (self->filter == NULL)
    return;
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
  show_which (self);
}

static void
enable_actions (RfActionsPage *self)
{
  gboolean enabled = self->client && !rf_workspace_client_is_read_only (self->client);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actions.add", enabled && self->list && self->list->offerings->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actions.mark", enabled);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "actions.remove", enabled);
}

static void
show (gpointer page,
      gpointer snapshot)
{
  RfActionsPage *self = RF_ACTIONS_PAGE (page);

  g_clear_pointer (&self->list, rf_action_list_free);
  self->list = rf_action_list_copy (snapshot);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), self->list->items->pdata, self->list->items->len);
  show_counts (self);
  show_which (self);
  gtk_stack_set_visible_child_name (self->stack, self->list->items->len > 0 ? "actions" : "none");
  enable_actions (self);
}

static void
setup_cb (RfActionsPage *self,
          GtkListItem *list_item)
{
  gtk_list_item_set_child (list_item, g_object_new (RF_TYPE_ACTION_ROW, NULL));
}

static void
bind_cb (RfActionsPage *self,
         GtkListItem *list_item)
{
  rf_action_row_bind (RF_ACTION_ROW (gtk_list_item_get_child (list_item)), gtk_list_item_get_item (list_item));
}

static void
unbind_cb (RfActionsPage *self,
           GtkListItem *list_item)
{
  rf_action_row_bind (RF_ACTION_ROW (gtk_list_item_get_child (list_item)), NULL);
}

static void
activated_cb (RfActionsPage *self,
              guint position)
{
  g_autoptr (RfActionItem) item = g_list_model_get_item (self->filtered, position);

  if (item)
    gtk_window_present (GTK_WINDOW (rf_action_dialog_new (get_window (self), self->client, self->list->offerings, item)));
}

static void
add_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  RfActionsPage *self = RF_ACTIONS_PAGE (widget);

  gtk_window_present (GTK_WINDOW (rf_action_dialog_new (get_window (self), self->client, self->list->offerings, NULL)));
}

static void
finish_change (RfActionsPage *self,
               GAsyncResult *result,
               const char *done)
{
  g_autoptr (GError) error = NULL;

  rf_workspace_client_run_finish (self->client, result, &error);
  if (error == NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.tell-undoable", "s", done);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.tell", "s", error->message);
      /* a mark that was set and not kept goes again */
      rf_page_loader_reload (self->loader);
    }
}

static void
marked_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (RfActionsPage) self = user_data;

  if (self->client)
    finish_change (self, result, _ ("The action was marked"));
}

static void
removed_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (RfActionsPage) self = user_data;

  if (self->client)
    finish_change (self, result, _ ("The action was removed"));
}

static const RfAction *
find_action (RfActionsPage *self,
             const char *offering,
             const char *id)
{
  for (guint i = 0; self->list && i < self->list->items->len; i++)
    {
      RfActionItem *item = g_ptr_array_index (self->list->items, i);

      if (g_str_equal (rf_action_item_get_summary (item)->offering->id, offering) && g_str_equal (rf_action_item_get_action (item)->id, id))
        return rf_action_item_get_action (item);
    }
  return NULL;
}

static void
mark_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  RfActionsPage *self = RF_ACTIONS_PAGE (widget);
  const char *offering;
  const char *id;
  gboolean done;
  RfActionTask *task;
  const RfAction *action;

  g_variant_get (parameter, "(&s&sb)", &offering, &id, &done);
  action = find_action (self, offering, id);
  if (action == NULL)
    return;
  task = rf_action_task_new (offering, action);
  task->action->done = done ? self->list->today : RF_DAY_NONE;
  rf_workspace_client_run_async (self->client, rf_job_put_action, task, (GDestroyNotify) rf_action_task_free, NULL, self->cancellable, marked_cb, g_object_ref (self));
}

static void
remove_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  RfActionsPage *self = RF_ACTIONS_PAGE (widget);
  const char *offering;
  const char *id;
  const RfAction *action;

  g_variant_get (parameter, "(&s&s)", &offering, &id);
  action = find_action (self, offering, id);
  if (action)
    rf_workspace_client_run_async (self->client, rf_job_remove_action, rf_action_task_new (offering, action), (GDestroyNotify) rf_action_task_free, NULL, self->cancellable, removed_cb, g_object_ref (self));
}

static void
rf_actions_page_dispose (GObject *object)
{
  RfActionsPage *self = RF_ACTIONS_PAGE (object);
  GtkWidget *child;

  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->loader);
  g_clear_object (&self->client);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  if (self->filter)
    gtk_custom_filter_set_filter_func (self->filter, NULL, NULL, NULL);
  g_clear_object (&self->filter);
  g_clear_object (&self->filtered);
  g_clear_object (&self->items);
  G_OBJECT_CLASS (rf_actions_page_parent_class)->dispose (object);
}

static void
rf_actions_page_finalize (GObject *object)
{
  g_clear_pointer (&RF_ACTIONS_PAGE (object)->list, rf_action_list_free);
  G_OBJECT_CLASS (rf_actions_page_parent_class)->finalize (object);
}

static void
rf_actions_page_class_init (RfActionsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rf_actions_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = rf_actions_page_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/ringfence/Ringfence/rf-actions-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RfActionsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, RfActionsPage, filter_drop_down);
  gtk_widget_class_bind_template_child (widget_class, RfActionsPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, RfActionsPage, list_stack);
  gtk_widget_class_bind_template_child (widget_class, RfActionsPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "actions.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "actions.mark", "(ssb)", mark_action);
  gtk_widget_class_install_action (widget_class, "actions.remove", "(ss)", remove_action);
}

static void
rf_actions_page_init (RfActionsPage *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkNoSelection) selection = NULL;

  self->cancellable = g_cancellable_new ();
  self->items = g_list_store_new (RF_TYPE_ACTION_ITEM);
  gtk_widget_init_template (GTK_WIDGET (self));
  rf_choice_set_name (self->filter_drop_down, _ ("Which actions are shown"));
  self->filter = gtk_custom_filter_new (is_shown, self, NULL);
  self->filtered = G_LIST_MODEL (gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), GTK_FILTER (g_object_ref (self->filter))));
  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  selection = gtk_no_selection_new (g_object_ref (self->filtered));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));
}

/**
 * rf_actions_page_follow:
 *
 * Shows the actions of the client's workspace, now and whenever they change.
 */
void
rf_actions_page_follow (RfActionsPage *self,
                        RfWorkspaceClient *client)
{
  g_return_if_fail (self->client == NULL);
  self->client = g_object_ref (client);
  self->loader = rf_page_loader_new (GTK_WIDGET (self), client, rf_job_list_actions, (GDestroyNotify) rf_action_list_free, show);
  g_signal_connect_object (client, "notify::read-only", G_CALLBACK (enable_actions), self, G_CONNECT_SWAPPED);
  enable_actions (self);
}
