// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-report.h"

G_BEGIN_DECLS

#define FIXTURE_AS_OF "2026-11-01"

/* Changes the record before it is scored. */
typedef void (*FixtureFunc) (RfRecord *record, gconstpointer user_data);

RfQuestionnaire *fixture_questionnaire_new (guint n_questions);
RfRecord *fixture_record_new (const RfQuestionnaire *questionnaire);
RfAnswer *fixture_answer (RfRecord *record,
                          guint question,
                          RfAnswerState state);
RfFindings *fixture_findings_new (guint n_questions,
                                  FixtureFunc fill,
                                  gconstpointer user_data);

G_END_DECLS
