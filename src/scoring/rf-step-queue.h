// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * RfStepQueue: steps of a scoring plan that are still to be taken, each at most once, the earliest first.
 */
typedef struct _RfStepQueue RfStepQueue;

RfStepQueue *rf_step_queue_new (guint n_steps);
void rf_step_queue_free (RfStepQueue *self);
void rf_step_queue_add (RfStepQueue *self,
                        guint32 step);
gboolean rf_step_queue_take (RfStepQueue *self,
                             guint32 *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfStepQueue, rf_step_queue_free)

G_END_DECLS
