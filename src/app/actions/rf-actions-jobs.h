// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define RF_TYPE_ACTION_ITEM (rf_action_item_get_type ())
/**
 * RfActionItem:
 *
 * An action with what it belongs to. Immutable.
 */
G_DECLARE_FINAL_TYPE (RfActionItem, rf_action_item, RF, ACTION_ITEM, GObject)

const RfAction *rf_action_item_get_action (RfActionItem *self);
const RfPortfolioSummary *rf_action_item_get_summary (RfActionItem *self);
const RfQuestion *rf_action_item_find_question (RfActionItem *self);
gboolean rf_action_item_is_overdue (RfActionItem *self);

/* All actions of a workspace. */
typedef struct
{
  RfDay today;
  GPtrArray *offerings; /* owned, of RfPortfolioSummary: those that are assessed, by name */
  GPtrArray *items;     /* owned, of RfActionItem: overdue first, then by due day, done last */
} RfActionList;

RfActionList *rf_action_list_copy (const RfActionList *self);
void rf_action_list_free (RfActionList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfActionList, rf_action_list_free)

typedef struct
{
  char *offering;   /* owned */
  RfAction *action; /* owned */
} RfActionTask;

RfActionTask *rf_action_task_new (const char *offering,
                                  const RfAction *action);
void rf_action_task_free (RfActionTask *self);

/* Several that are added at once. */
typedef struct
{
  char *offering;     /* owned */
  GPtrArray *actions; /* owned, of RfAction without an id */
} RfActionsTask;

RfActionsTask *rf_actions_task_new (const char *offering,
                                    GPtrArray *actions);
void rf_actions_task_free (RfActionsTask *self);

/* result: RfActionList */
gpointer rf_job_list_actions (RfWorkspace **workspace, gpointer data, GCancellable *cancellable, GError **error);
/* data: RfActionTask; an action without an id is added. Result: none, which is no failure */
gpointer rf_job_put_action (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);
/* data: RfActionsTask: all are added as one step, or none. Result: none */
gpointer rf_job_add_actions (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);
/* data: RfActionTask; result: none */
gpointer rf_job_remove_action (RfWorkspace **workspace, gpointer task, GCancellable *cancellable, GError **error);

G_END_DECLS
