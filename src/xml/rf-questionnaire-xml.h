// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-questionnaire.h"

G_BEGIN_DECLS

#define RF_QUESTIONNAIRE_NAMESPACE "https://ringfence.github.io/ns/questionnaire/1"

RfQuestionnaire *rf_questionnaire_read_file (const char *path,
                                             RfProblems *problems,
                                             GError **error);
RfQuestionnaire *rf_questionnaire_read_bytes (GBytes *bytes,
                                              const char *name,
                                              RfProblems *problems,
                                              GError **error);

G_END_DECLS
