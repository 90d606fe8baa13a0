// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-problem.h"
#include "rf-translation.h"

G_BEGIN_DECLS

gboolean rf_translation_folders_is_sibling (const char *path);
GPtrArray *rf_translation_folders_list (const char *questionnaire_path);
RfQuestionnaire *rf_translation_folders_apply (RfQuestionnaire *questionnaire,
                                               const char *questionnaire_path);
char *rf_translation_folders_add (GBytes *bytes,
                                  const char *name,
                                  RfProblems *problems,
                                  GError **error);

G_END_DECLS
