// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-advice-task.h"
#include "rf-questionnaire.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_ADVICE_LIST (rf_advice_list_get_type ())
G_DECLARE_FINAL_TYPE (RfAdviceList, rf_advice_list, RF, ADVICE_LIST, GtkWidget)

GtkWidget *rf_advice_list_new (RfAdviceKind kind);
void rf_advice_list_show (RfAdviceList *self,
                          const char *offering,
                          RfQuestionnaire *questionnaire,
                          GArray *advice);

G_END_DECLS
