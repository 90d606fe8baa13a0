// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_RESULT_PANE (rf_result_pane_get_type ())
G_DECLARE_FINAL_TYPE (RfResultPane, rf_result_pane, RF, RESULT_PANE, GtkWidget)

void rf_result_pane_show (RfResultPane *self,
                          RfWorkspaceClient *client,
                          RfOpenAssessment *assessment);
void rf_result_pane_set_folded (RfResultPane *self,
                                gboolean folded);

G_END_DECLS
