// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-compare-task.h"
#include "rf-what-if.h"

G_BEGIN_DECLS

/**
 * RfTrial:
 * @hypotheses: (element-type RfHypothesis): by kind, so that evidence comes after the answer that it supports; the
 *   strings are the trial's own
 * @profile: index of the profile that is tried, or -1 for the file's own weights
 * @use_case: (nullable): what the offering would be used for
 * @acceptable: the greatest residual risk that is fit
 *
 * What is tried for an offering.
 */
typedef struct
{
  RfContestant *contestant; /* owned */
  GPtrArray *hypotheses;    /* owned */
  int profile;
  RfUseCase *use_case; /* owned */
  RfRating acceptable;
} RfTrial;

RfTrial *rf_trial_new (RfContestant *contestant);
RfTrial *rf_trial_copy (const RfTrial *self);
void rf_trial_free (RfTrial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RfTrial, rf_trial_free)

void rf_trial_set_contestant (RfTrial *self,
                              RfContestant *contestant);
void rf_trial_set_use_case (RfTrial *self,
                            RfUseCase *use_case);
const char *rf_trial_find (const RfTrial *self,
                           RfHypothesisKind kind,
                           const char *id);
void rf_trial_suppose (RfTrial *self,
                       RfHypothesisKind kind,
                       const char *id,
                       const char *value);
GPtrArray *rf_trial_dup_actions (const RfTrial *self);

void rf_what_if_task_async (const RfTrial *trial,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
RfWhatIf *rf_what_if_task_finish (GAsyncResult *result,
                                  GError **error);

G_END_DECLS
