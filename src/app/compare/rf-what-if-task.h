// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-compare-task.h"
#include "rf-what-if.h"

G_BEGIN_DECLS

#define RF_TRIAL_MOST_HYPOTHESES 2

/**
 * RfTrial:
 * @hypotheses: strings owned by the questionnaire or the engine
 * @profile: index of the profile that is tried, or -1 for the file's own weights
 *
 * What is tried for an offering.
 */
typedef struct
{
  RfContestant *contestant; /* owned */
  RfHypothesis hypotheses[RF_TRIAL_MOST_HYPOTHESES];
  guint n_hypotheses;
  int profile;
} RfTrial;

RfTrial *rf_trial_new (RfContestant *contestant);
void rf_trial_free (RfTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTrial, rf_trial_free)

void rf_what_if_task_async (RfTrial *trial,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
RfWhatIf *rf_what_if_task_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS
