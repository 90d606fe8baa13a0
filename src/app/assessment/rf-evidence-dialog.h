// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_EVIDENCE_DIALOG (rf_evidence_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfEvidenceDialog, rf_evidence_dialog, RF, EVIDENCE_DIALOG, AdwWindow)

GtkWindow *rf_evidence_dialog_new_for_files (GtkWindow *parent,
                                             RfOpenAssessment *assessment,
                                             RfQuestionItem *item,
                                             const char *const *paths);
GtkWindow *rf_evidence_dialog_new_for_link (GtkWindow *parent,
                                            RfOpenAssessment *assessment,
                                            RfQuestionItem *item,
                                            const char *href);
GtkWindow *rf_evidence_dialog_new_for_editing (GtkWindow *parent,
                                               RfOpenAssessment *assessment,
                                               RfQuestionItem *item,
                                               const RfEvidenceLink *link);

G_END_DECLS
