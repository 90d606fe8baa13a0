// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-record.h"

G_BEGIN_DECLS

/* A record of one offering with these answers, one for each question, put into words. */
RfRecord *sheet_record_new (const RfQuestionnaire *questionnaire,
                            const char *offering,
                            const RfAnswerValue *answers,
                            RfDay as_of);

G_END_DECLS
