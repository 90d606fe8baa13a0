// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

/* How operations are carried out, put together, undone and done again. */

#include "config.h"

#include "rf-workspace-private.h"

#include "rf-error.h"
#include "rf-language.h"

/* @description: (transfer full), @changes: (transfer full) */
static RfStep *
rf_step_new (char *description,
             GPtrArray *changes)
{
  RfStep *self = g_new0 (RfStep, 1);

  self->description = description;
  self->changes = changes;
  return self;
}

void
rf_step_free (RfStep *self)
{
  g_free (self->description);
  g_ptr_array_unref (self->changes);
  g_free (self);
}

/* What was read is read again; what could be undone belongs to a state that is gone. */
void
rf_workspace_forget (RfWorkspace *self)
{
  g_hash_table_remove_all (self->opened);
  g_ptr_array_set_size (self->done, 0);
  g_ptr_array_set_size (self->undone, 0);
}

/* For what goes over the steps themselves. */
gboolean
rf_workspace_refuse_in_step (RfWorkspace *self,
                             GError **error)
{
  return self->open_step == NULL ||
         rf_workspace_fail (error, RF_ERROR_INVALID, _ ("“%s” is still going on. Nothing can be undone or erased in the middle of it."), self->open_step->description);
}

/* Nothing of it is left on the disk, so nothing of it may be left here. */
static void
drop_step (RfWorkspace *self)
{
  gboolean has_news = self->open_step->has_news;

  g_clear_pointer (&self->open_step, rf_step_free);
  g_hash_table_remove_all (self->opened);
  g_hash_table_remove_all (self->questionnaires);
  /* its entries are gone, too, and others will have their numbers */
  rf_workspace_forget_facts (self);
  if (has_news)
    rf_workspace_tell (self);
}

/* Whether @changes were made from what was read of an assessment, its status above all. */
static gboolean
rests_on_assessment (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    if (((const RfChange *) g_ptr_array_index (changes, i))->thing->kind >= RF_THING_ASSESSMENT)
      return TRUE;
  return FALSE;
}

/* What another process did is taken in first, so that undo never goes over it. An assessment may have been
 * approved between looking at it and now. */
static gboolean
apply (RfWorkspace *self,
       GPtrArray *changes,
       GError **error)
{
  if (rf_workspace_has_changed_elsewhere (self) && rests_on_assessment (changes))
    return rf_workspace_fail (error, RF_ERROR_BUSY, _ ("Another program has just changed “%s”. Nothing was changed; look at it and try again."), self->path);
  return rf_store_apply (self->store, changes, self->author, self->clock (self->clock_data), error);
}

static void
push_step (RfWorkspace *self,
           RfStep *step)
{
  g_ptr_array_add (self->done, step);
  g_ptr_array_set_size (self->undone, 0);
}

static void
move_changes (GPtrArray *from,
              GPtrArray *to)
{
  for (guint i = 0; i < from->len; i++)
    g_ptr_array_add (to, g_ptr_array_index (from, i));
  g_ptr_array_set_free_func (from, NULL);
  g_ptr_array_set_size (from, 0);
}

/* Carries out an operation that can be undone, without telling of it yet. @description: (transfer full) */
gboolean
rf_workspace_record_step (RfWorkspace *self,
                          GPtrArray *changes,
                          char *description,
                          GError **error)
{
  g_autofree char *owned = description;

  if (!apply (self, changes, error))
    return FALSE;
  if (self->open_step)
    move_changes (changes, self->open_step->changes);
  else
    push_step (self, rf_step_new (g_steal_pointer (&owned), g_ptr_array_ref (changes)));
  return TRUE;
}

/**
 * rf_workspace_do:
 * @changes: (transfer none)
 * @description: (transfer full): for the undo menu
 *
 * Carries out an operation that can be undone, drops the evaluations and tells of it.
 */
gboolean
rf_workspace_do (RfWorkspace *self,
                 GPtrArray *changes,
                 char *description,
                 GError **error)
{
  if (!rf_workspace_record_step (self, changes, description, error))
    return FALSE;
  g_hash_table_remove_all (self->opened);
  rf_workspace_tell (self);
  return TRUE;
}

/* The same for what cannot be undone: what was done before it cannot be undone any more either. */
gboolean
rf_workspace_do_finally (RfWorkspace *self,
                         GPtrArray *changes,
                         GError **error)
{
  if (!apply (self, changes, error))
    return FALSE;
  g_hash_table_remove_all (self->opened);
  if (self->open_step)
    self->open_step->is_final = TRUE;
  else
    rf_workspace_forget (self);
  rf_workspace_tell (self);
  return TRUE;
}

gboolean
rf_workspace_begin_step (RfWorkspace *self,
                         const char *description,
                         GError **error)
{
  g_return_val_if_fail (self->open_step == NULL, FALSE);

  rf_workspace_has_changed_elsewhere (self);
  if (!rf_store_begin_step (self->store, error))
    return FALSE;
  self->open_step = rf_step_new (g_strdup (description), rf_changes_new ());
  /* somebody may have been before us while we waited; from now on it is they who wait */
  self->open_step->has_news = rf_workspace_has_changed_elsewhere (self);
  return TRUE;
}

gboolean
rf_workspace_end_step (RfWorkspace *self,
                       GError **error)
{
  gboolean has_changed;
  gboolean has_news;
  RfStep *step;

  g_return_val_if_fail (self->open_step != NULL, FALSE);

  if (!rf_store_end_step (self->store, TRUE, error))
    {
      drop_step (self);
      return FALSE;
    }
  step = g_steal_pointer (&self->open_step);
  has_changed = step->changes->len > 0 || step->is_final;
  if (step->is_final)
    rf_workspace_forget (self);
  has_news = has_changed || step->has_news;
  if (has_changed && !step->is_final)
    push_step (self, step);
  else
    rf_step_free (step);
  if (has_news)
    rf_workspace_tell (self);
  return TRUE;
}

void
rf_workspace_cancel_step (RfWorkspace *self)
{
  g_return_if_fail (self->open_step != NULL);

  rf_store_end_step (self->store, FALSE, NULL);
  drop_step (self);
}

/* What takes a step back: in reverse order what was there before. What was not changed has nothing to undo. */
static GPtrArray *
invert (GPtrArray *changes)
{
  GPtrArray *inverse = rf_changes_new ();

  for (guint i = changes->len; i-- > 0;)
    {
      const RfChange *change = g_ptr_array_index (changes, i);

      if (change->thing->kind == RF_THING_QUESTIONNAIRE)
        continue;
      if (change->old)
        rf_changes_put (inverse, rf_thing_copy (change->old));
      else if (!change->remove)
        rf_changes_remove (inverse, rf_thing_copy (change->thing));
    }
  return inverse;
}

/* Takes the last step of @from back, and puts what takes that back on @to. */
static gboolean
step_back (RfWorkspace *self,
           GPtrArray *from,
           GPtrArray *to,
           const char *nothing,
           GError **error)
{
  g_autoptr (GPtrArray) inverse = NULL;
  RfStep *step;

  if (!rf_workspace_refuse_in_step (self, error))
    return FALSE;
  rf_workspace_has_changed_elsewhere (self);
  if (from->len == 0)
    return rf_workspace_fail (error, RF_ERROR_NOT_FOUND, "%s", nothing);
  step = g_ptr_array_index (from, from->len - 1);
  inverse = invert (step->changes);
  if (!rf_store_apply (self->store, inverse, self->author, self->clock (self->clock_data), error))
    return FALSE;
  step = g_ptr_array_steal_index (from, from->len - 1);
  g_ptr_array_unref (step->changes);
  step->changes = g_steal_pointer (&inverse);
  g_ptr_array_add (to, step);
  g_hash_table_remove_all (self->opened);
  rf_workspace_tell (self);
  return TRUE;
}

gboolean
rf_workspace_undo (RfWorkspace *self,
                   GError **error)
{
  return step_back (self, self->done, self->undone, _ ("There is nothing to undo."), error);
}

gboolean
rf_workspace_redo (RfWorkspace *self,
                   GError **error)
{
  return step_back (self, self->undone, self->done, _ ("There is nothing to do again."), error);
}

static const char *
describe_last (GPtrArray *steps)
{
  const RfStep *step = steps->len > 0 ? g_ptr_array_index (steps, steps->len - 1) : NULL;

  return step ? step->description : NULL;
}

const char *
rf_workspace_get_undo_description (RfWorkspace *self)
{
  return describe_last (self->done);
}

const char *
rf_workspace_get_redo_description (RfWorkspace *self)
{
  return describe_last (self->undone);
}
