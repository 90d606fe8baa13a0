// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-decision-matrix.h"
#include "rf-workspace-client.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_DECISION_DIALOG (rf_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfDecisionDialog, rf_decision_dialog, RF, DECISION_DIALOG, AdwWindow)

GtkWidget *rf_decision_dialog_new (GtkWindow *parent,
                                   RfWorkspaceClient *client,
                                   const RfPortfolioSummary *summary,
                                   const RfUseCaseStanding *standing,
                                   RfRating acceptable);

G_END_DECLS
