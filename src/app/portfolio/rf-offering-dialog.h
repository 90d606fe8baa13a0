// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-questionnaire.h"
#include "rf-offering.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_OFFERING_DIALOG (rf_offering_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfOfferingDialog, rf_offering_dialog, RF, OFFERING_DIALOG, AdwWindow)

RfOfferingDialog *rf_offering_dialog_new (GtkWindow *parent);
RfOfferingDialog *rf_offering_dialog_new_to_edit (GtkWindow *parent,
                                                  const RfOffering *offering);
void rf_offering_dialog_offer_questionnaires (RfOfferingDialog *self,
                                              const GPtrArray *questionnaires);
const char *rf_offering_dialog_get_questionnaire (RfOfferingDialog *self);
void rf_offering_dialog_show_problem (RfOfferingDialog *self,
                                      const char *problem);

G_END_DECLS
