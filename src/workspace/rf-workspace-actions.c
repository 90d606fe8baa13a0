// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* Actions and decisions: what is to be done, and what was decided. Both may change after the approval. */

#include "config.h"

#include "rf-workspace-private.h"
#include "rf-language.h"

GPtrArray *
rf_workspace_list_actions (RfWorkspace *self,
                           const char *offering,
                           GError **error)
{
  g_autoptr (RfAssessment) assessment = NULL;
  g_autoptr (GPtrArray) things = NULL;
  GPtrArray *actions;

  rf_workspace_has_changed_elsewhere (self);
  /* not opened for scoring: all offerings are asked for theirs */
  assessment = rf_workspace_dup_assessment (self, offering, error);
  things = assessment ? rf_store_list_things (self->store, RF_THING_ACTION, assessment->id, error) : NULL;
  actions = things ? g_ptr_array_new_with_free_func ((GDestroyNotify) rf_action_free) : NULL;
  for (guint i = 0; things && i < things->len; i++)
    g_ptr_array_add (actions, rf_thing_to_action (g_ptr_array_index (things, i)));
  return actions;
}

static gboolean
check_action (RfOpened *opened,
              const RfAction *action,
              GError **error)
{
  if (action->text == NULL || *action->text == '\0')
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("An action says what must change; its text is empty."));
  if (action->question && !rf_workspace_find_question (opened, action->question, error))
    return FALSE;
  return rf_workspace_check_text (_ ("An action"), action->text, error) &&
         rf_workspace_check_line (_ ("An action’s owner"), action->owner, FALSE, error);
}

static gboolean
put_action (RfWorkspace *self,
            const char *assessment,
            const RfAction *action,
            const char *description,
            GError **error)
{
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  rf_changes_put (changes, rf_thing_from_action (assessment, action));
  return rf_workspace_do (self, changes, g_strdup (description), error);
}

char *
rf_workspace_add_action (RfWorkspace *self,
                         const char *offering,
                         const RfAction *given,
                         GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  g_autoptr (RfAction) action = NULL;
  g_autofree char *full = NULL;
  g_autofree char *assessment = NULL;
  gboolean taken;

  if (opened == NULL || !check_action (opened, given, error) || (given->id && !rf_workspace_check_id (given->id, error)))
    return NULL;
  assessment = g_strdup (opened->assessment->id);
  action = rf_action_copy (given);
  if (action->id == NULL)
    action->id = rf_workspace_make_id (self, RF_THING_ACTION, assessment, action->text, error);
  if (action->id == NULL)
    return NULL;
  full = g_strconcat (assessment, "/", action->id, NULL);
  if (!rf_workspace_has_thing (self, RF_THING_ACTION, full, &taken, error))
    return NULL;
  if (taken)
    {
      rf_workspace_fail (error, RF_ERROR_EXISTS, _ ("There is an action “%s” already. Choose another id."), action->id);
      return NULL;
    }
  return put_action (self, assessment, action, _ ("add an action"), error) ? g_strdup (action->id) : NULL;
}

/* The action as it is stored. */
static RfThing *
find_part (RfWorkspace *self,
           RfThingKind kind,
           const RfOpened *opened,
           const char *id,
           GError **error)
{
  g_autofree char *full = g_strconcat (opened->assessment->id, "/", id, NULL);

  return rf_workspace_dup_thing (self, kind, full, error);
}

gboolean
rf_workspace_edit_action (RfWorkspace *self,
                          const char *offering,
                          const RfAction *action,
                          GError **error)
{
  RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  g_autoptr (RfThing) thing = opened ? find_part (self, RF_THING_ACTION, opened, action->id, error) : NULL;

  return thing && check_action (opened, action, error) && put_action (self, opened->assessment->id, action, _ ("edit an action"), error);
}

static gboolean
remove_part (RfWorkspace *self,
             RfThingKind kind,
             const char *offering,
             const char *id,
             const char *description,
             GError **error)
{
  const RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  RfThing *thing = opened ? find_part (self, kind, opened, id, error) : NULL;
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  if (thing == NULL)
    return FALSE;
  rf_changes_remove (changes, thing);
  return rf_workspace_do (self, changes, g_strdup (description), error);
}

gboolean
rf_workspace_remove_action (RfWorkspace *self,
                            const char *offering,
                            const char *id,
                            GError **error)
{
  return remove_part (self, RF_THING_ACTION, offering, id, _ ("remove an action"), error);
}

static gboolean
check_decision (RfWorkspace *self,
                const RfDecision *decision,
                GError **error)
{
  gboolean has;

  if (!rf_workspace_has_thing (self, RF_THING_USE_CASE, decision->use_case, &has, error))
    return FALSE;
  if (!has)
    return rf_workspace_fail (error, RF_ERROR_NOT_FOUND, _ ("There is no use case “%s”. Add it first."), decision->use_case);
  if (decision->verdict == RF_VERDICT_APPROVE_WITH_CONDITIONS && (decision->conditions == NULL || decision->conditions[0] == NULL))
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("An approval with conditions names at least one condition."));
  if (decision->expires != RF_DAY_NONE && decision->expires < decision->decided)
    return rf_workspace_fail (error, RF_ERROR_INVALID, _ ("A decision cannot expire before it is made."));
  for (guint i = 0; decision->conditions && decision->conditions[i]; i++)
    if (!rf_workspace_check_text (_ ("A condition"), decision->conditions[i], error))
      return FALSE;
  return rf_workspace_check_line (_ ("Who accepts the risk"), decision->owner, TRUE, error) &&
         rf_workspace_check_text (_ ("A rationale"), decision->rationale, error) &&
         rf_workspace_check_text (_ ("A compensating control"), decision->compensating_controls, error);
}

gboolean
rf_workspace_decide (RfWorkspace *self,
                     const char *offering,
                     const RfDecision *given,
                     GError **error)
{
  const RfOpened *opened = rf_workspace_get_opened (self, offering, error);
  g_autoptr (RfDecision) decision = rf_decision_copy (given);
  g_autoptr (GPtrArray) changes = rf_changes_new ();

  if (opened == NULL)
    return FALSE;
  if (decision->decided == RF_DAY_NONE)
    decision->decided = rf_workspace_get_today (self);
  if (!check_decision (self, decision, error))
    return FALSE;
  rf_changes_put (changes, rf_thing_from_decision (opened->assessment->id, decision));
  return rf_workspace_do (self, changes, g_strdup_printf (_ ("decide on %s"), decision->use_case), error);
}

gboolean
rf_workspace_remove_decision (RfWorkspace *self,
                              const char *offering,
                              const char *use_case,
                              GError **error)
{
  return remove_part (self, RF_THING_DECISION, offering, use_case, _ ("remove a decision"), error);
}
