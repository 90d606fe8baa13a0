// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-command.h"
#include "rf-findings.h"

G_BEGIN_DECLS

/**
 * RfScoreRequest:
 *
 * What is to be scored and how, as the options of "score" and "report" say it. Cleared with
 * rf_score_request_clear().
 */
typedef struct
{
  char *questionnaire;
  char **answers;
  char *as_of;
  char *profile;
  char *use_case;
} RfScoreRequest;

GOptionEntry *rf_score_request_list_options (RfScoreRequest *self);
void rf_score_request_clear (RfScoreRequest *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RfScoreRequest, rf_score_request_clear)

gboolean rf_score_request_is_for_files (const RfScoreRequest *self);
gboolean rf_score_request_check (const RfScoreRequest *self,
                                 const RfCommand *command,
                                 RfExitStatus *status);
GPtrArray *rf_score_request_find_in_files (const RfScoreRequest *self,
                                           GError **error);
RfFindings *rf_score_request_find (const RfScoreRequest *self,
                                   RfQuestionnaire *questionnaire,
                                   RfRecord *record,
                                   const char *name,
                                   GError **error);

G_END_DECLS
