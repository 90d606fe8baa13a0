// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-actions-jobs.h"

#include <glib/gi18n.h>

struct _RfActionItem
{
  GObject parent_instance;

  RfAction *action;            /* owned */
  RfPortfolioSummary *summary; /* owned */
};

G_DEFINE_FINAL_TYPE (RfActionItem, rf_action_item, G_TYPE_OBJECT)

static void
rf_action_item_finalize (GObject *object)
{
  RfActionItem *self = RF_ACTION_ITEM (object);

  rf_action_free (self->action);
  rf_portfolio_summary_unref (self->summary);
  G_OBJECT_CLASS (rf_action_item_parent_class)->finalize (object);
}

static void
rf_action_item_class_init (RfActionItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rf_action_item_finalize;
}

static void
rf_action_item_init (RfActionItem *self)
{
}

const RfAction *
rf_action_item_get_action (RfActionItem *self)
{
  return self->action;
}

/* of the offering that it belongs to */
const RfPortfolioSummary *
rf_action_item_get_summary (RfActionItem *self)
{
  return self->summary;
}

/**
 * rf_action_item_find_question:
 *
 * Returns: (nullable): the question that the action answers to
 */
const RfQuestion *
rf_action_item_find_question (RfActionItem *self)
{
  int index = self->action->question ? rf_questionnaire_find_question (self->summary->questionnaire, self->action->question) : -1;

  return index < 0 ? NULL : &self->summary->questionnaire->questions[index];
}

gboolean
rf_action_item_is_overdue (RfActionItem *self)
{
  return rf_action_is_overdue (self->action, self->summary->today);
}

static RfActionList *
new_list (RfDay today)
{
  RfActionList *self = g_new0 (RfActionList, 1);

  self->today = today;
  self->offerings = g_ptr_array_new_with_free_func ((GDestroyNotify) rf_portfolio_summary_unref);
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/* What is in it is shared. */
RfActionList *
rf_action_list_copy (const RfActionList *self)
{
  RfActionList *copy = g_new0 (RfActionList, 1);

  copy->today = self->today;
  copy->offerings = g_ptr_array_ref (self->offerings);
  copy->items = g_ptr_array_ref (self->items);
  return copy;
}

void
rf_action_list_free (RfActionList *self)
{
  g_ptr_array_unref (self->offerings);
  g_ptr_array_unref (self->items);
  g_free (self);
}

RfActionTask *
rf_action_task_new (const char *offering,
                    const RfAction *action)
{
  RfActionTask *self = g_new0 (RfActionTask, 1);

  self->offering = g_strdup (offering);
  self->action = rf_action_copy (action);
  return self;
}

void
rf_action_task_free (RfActionTask *self)
{
  g_free (self->offering);
  rf_action_free (self->action);
  g_free (self);
}

/**
 * rf_actions_task_new:
 * @actions: (transfer full) (element-type RfAction)
 */
RfActionsTask *
rf_actions_task_new (const char *offering,
                     GPtrArray *actions)
{
  RfActionsTask *self = g_new0 (RfActionsTask, 1);

  self->offering = g_strdup (offering);
  self->actions = actions;
  return self;
}

void
rf_actions_task_free (RfActionsTask *self)
{
  g_free (self->offering);
  g_ptr_array_unref (self->actions);
  g_free (self);
}

static gint64
compare_days (RfDay a,
              RfDay b)
{
  return (gint64) a - (gint64) b;
}

/* Open before done; by due day, and those without one after them; what was done last first. */
static int
compare_items (gconstpointer a,
               gconstpointer b)
{
  const RfAction *of_a = (*(RfActionItem *const *) a)->action;
  const RfAction *of_b = (*(RfActionItem *const *) b)->action;
  gint64 order = 0;

  if (of_a->done != RF_DAY_NONE || of_b->done != RF_DAY_NONE)
    order = of_a->done == RF_DAY_NONE ? -1 : of_b->done == RF_DAY_NONE ? 1
                                                                       : compare_days (of_b->done, of_a->done);
  else if (of_a->due != of_b->due)
    order = of_a->due == RF_DAY_NONE ? 1 : of_b->due == RF_DAY_NONE ? -1
                                                                    : compare_days (of_a->due, of_b->due);
  if (order == 0)
    order = g_strcmp0 (of_a->text, of_b->text);
  return order < 0 ? -1 : order > 0;
}

static gboolean
add_offering (RfWorkspace *workspace,
              RfActionList *list,
              RfPortfolioSummary *summary,
              GError **error)
{
  g_autoptr (GPtrArray) actions = rf_workspace_list_actions (workspace, summary->offering->id, error);

  if (actions == NULL)
    return FALSE;
  g_ptr_array_add (list->offerings, rf_portfolio_summary_ref (summary));
  for (guint i = 0; i < actions->len; i++)
    {
      RfActionItem *item = g_object_new (RF_TYPE_ACTION_ITEM, NULL);

      item->action = rf_action_copy (g_ptr_array_index (actions, i));
      item->summary = rf_portfolio_summary_ref (summary);
      g_ptr_array_add (list->items, item);
    }
  return TRUE;
}

gpointer
rf_job_list_actions (RfWorkspace **workspace,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) summaries = rf_workspace_list_summaries (*workspace, RF_DAY_NONE, error);
  g_autoptr (RfActionList) list = NULL;

  if (summaries == NULL)
    return NULL;
  list = new_list (rf_workspace_get_today (*workspace));
  for (guint i = 0; i < summaries->len; i++)
    {
      RfPortfolioSummary *summary = g_ptr_array_index (summaries, i);

      if (summary->assessment && !add_offering (*workspace, list, summary, error))
        return NULL;
    }
  g_ptr_array_sort (list->items, compare_items);
  return g_steal_pointer (&list);
}

gpointer
rf_job_put_action (RfWorkspace **workspace,
                   gpointer data,
                   GCancellable *cancellable,
                   GError **error)
{
  const RfActionTask *task = data;
  g_autofree char *id = NULL;

  if (task->action->id)
    rf_workspace_edit_action (*workspace, task->offering, task->action, error);
  else
    id = rf_workspace_add_action (*workspace, task->offering, task->action, error);
  return NULL;
}

static gboolean
add_actions (RfWorkspace *workspace,
             const RfActionsTask *task,
             GError **error)
{
  for (guint i = 0; i < task->actions->len; i++)
    {
      g_autofree char *id = rf_workspace_add_action (workspace, task->offering, g_ptr_array_index (task->actions, i), error);

      if (id == NULL)
        return FALSE;
    }
  return TRUE;
}

gpointer
rf_job_add_actions (RfWorkspace **workspace,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  if (!rf_workspace_begin_step (*workspace, _ ("keep actions"), error))
    return NULL;
  if (add_actions (*workspace, data, error))
    rf_workspace_end_step (*workspace, error);
  else
    rf_workspace_cancel_step (*workspace);
  return NULL;
}

gpointer
rf_job_remove_action (RfWorkspace **workspace,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  const RfActionTask *task = data;

  rf_workspace_remove_action (*workspace, task->offering, task->action->id, error);
  return NULL;
}
