// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-open-assessment.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_COURSE_DIALOG (rf_course_dialog_get_type ())
G_DECLARE_FINAL_TYPE (RfCourseDialog, rf_course_dialog, RF, COURSE_DIALOG, AdwWindow)

GtkWidget *rf_course_dialog_new (GtkWindow *parent,
                                 RfOpenAssessment *assessment);

G_END_DECLS
