// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RF_TYPE_SECTION_PANE (rf_section_pane_get_type ())
G_DECLARE_FINAL_TYPE (RfSectionPane, rf_section_pane, RF, SECTION_PANE, GtkWidget)

void rf_section_pane_show (RfSectionPane *self,
                           RfOpenAssessment *assessment,
                           RfSectionItem *section);
void rf_section_pane_set_folded (RfSectionPane *self,
                                 gboolean folded);
void rf_section_pane_focus_first (RfSectionPane *self);
gboolean rf_section_pane_focus_question (RfSectionPane *self,
                                         const char *question);
void rf_section_pane_finish_typing (RfSectionPane *self);

G_END_DECLS
