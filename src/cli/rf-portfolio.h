// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-ranking-study.h"
#include "rf-score-request.h"
#include "rf-session.h"

G_BEGIN_DECLS

GPtrArray *rf_portfolio_find (const RfSession *session,
                              const RfScoreRequest *request,
                              char **offerings,
                              GError **error);
gboolean rf_portfolio_parse (const RfCommand *command,
                             const GOptionEntry *options,
                             RfSession *session,
                             RfScoreRequest *request,
                             char ***argv,
                             RfExitStatus *status);
GPtrArray *rf_portfolio_find_anywhere (RfSession *session,
                                       const RfScoreRequest *request,
                                       char **offerings,
                                       RfExitStatus *status);
gboolean rf_portfolio_check_judged (const GPtrArray *list,
                                    GError **error);
const RfFindings *rf_portfolio_line_up (const GPtrArray *list,
                                        const RfScoreRequest *request,
                                        RfRecord ***records,
                                        RfScoringContext *context);
RfRankingStudy *rf_portfolio_study_ranking (const GPtrArray *list,
                                            const RfScoreRequest *request,
                                            GError **error);

G_END_DECLS
