// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_EVIDENCE_ROW (rf_evidence_row_get_type ())
G_DECLARE_FINAL_TYPE (RfEvidenceRow, rf_evidence_row, RF, EVIDENCE_ROW, AdwActionRow)

GtkWidget *rf_evidence_row_new (RfOpenAssessment *assessment,
                                RfQuestionItem *item,
                                const RfEvidenceLink *link);
gboolean rf_evidence_row_has_expired (const RfEvidence *evidence,
                                      RfDay as_of);

G_END_DECLS
