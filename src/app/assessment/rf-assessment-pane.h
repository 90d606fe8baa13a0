// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_ASSESSMENT_PANE (rf_assessment_pane_get_type ())
G_DECLARE_FINAL_TYPE (RfAssessmentPane, rf_assessment_pane, RF, ASSESSMENT_PANE, GtkWidget)

void rf_assessment_pane_show (RfAssessmentPane *self,
                              RfOpenAssessment *assessment);
void rf_assessment_pane_select (RfAssessmentPane *self,
                                guint section);
guint rf_assessment_pane_get_selected (RfAssessmentPane *self);
void rf_assessment_pane_focus_section (RfAssessmentPane *self);
void rf_assessment_pane_set_folded (RfAssessmentPane *self,
                                    gboolean folded);

G_END_DECLS
