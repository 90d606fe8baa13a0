// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_INHERIT_DIALOG (rf_inherit_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfInheritDialog, rf_inherit_dialog, RF, INHERIT_DIALOG, AdwWindow)

GtkWidget *rf_inherit_dialog_new (GtkWindow *parent,
                                  RfOpenAssessment *assessment);

G_END_DECLS
