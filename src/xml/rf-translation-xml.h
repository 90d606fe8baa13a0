// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-translation.h"

G_BEGIN_DECLS

#define RF_TRANSLATION_NAMESPACE "https://ringfence.github.io/ns/translation/1"

RfTranslation *rf_translation_read_file (const char *path,
                                         const RfQuestionnaire *questionnaire,
                                         RfProblems *problems,
                                         GError **error);
RfTranslation *rf_translation_read_bytes (GBytes *bytes,
                                          const char *name,
                                          const RfQuestionnaire *questionnaire,
                                          RfProblems *problems,
                                          GError **error);

G_END_DECLS
