// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record-xml.h"
#include "rf-questionnaire-xml.h"
#include "rf-score.h"

G_BEGIN_DECLS

RfQuestionnaire *shipped_questionnaire_read (void);
RfRecord *shipped_sample_read (const char *name);
guint shipped_question (const RfQuestionnaire *questionnaire,
                        const char *id);
guint shipped_knock_out (const RfQuestionnaire *questionnaire,
                         const char *id);

G_END_DECLS
