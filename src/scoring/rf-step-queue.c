// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "config.h"

#include "rf-step-queue.h"

/* A binary heap beside a mark for each step that is in it. */
struct _RfStepQueue
{
  guint32 *heap;     /* owned */
  guint8 *is_queued; /* owned */
  guint n;
};

RfStepQueue *
rf_step_queue_new (guint n_steps)
{
  RfStepQueue *self = g_new0 (RfStepQueue, 1);

  self->heap = g_new (guint32, n_steps);
  self->is_queued = g_new0 (guint8, n_steps);
  return self;
}

void
rf_step_queue_free (RfStepQueue *self)
{
  g_free (self->heap);
  g_free (self->is_queued);
  g_free (self);
}

void
rf_step_queue_add (RfStepQueue *self,
                   guint32 step)
{
  guint at;

  if (self->is_queued[step])
    return;
  self->is_queued[step] = TRUE;
  for (at = self->n++; at > 0 && self->heap[(at - 1) / 2] > step; at = (at - 1) / 2)
    self->heap[at] = self->heap[(at - 1) / 2];
  self->heap[at] = step;
}

/**
 * rf_step_queue_take:
 * @step: (out): the earliest of those that are queued
 *
 * Returns: whether there was one
 */
gboolean
rf_step_queue_take (RfStepQueue *self,
                    guint32 *step)
{
  guint32 moved;
  guint at = 0;

  if (self->n == 0)
    return FALSE;
  *step = self->heap[0];
  self->is_queued[*step] = FALSE;
  moved = self->heap[--self->n];
  for (guint child = 1; child < self->n; child = 2 * at + 1)
    {
      if (child + 1 < self->n && self->heap[child + 1] < self->heap[child])
        child++;
      if (self->heap[child] >= moved)
        break;
      self->heap[at] = self->heap[child];
      at = child;
    }
  self->heap[at] = moved;
  return TRUE;
}
