// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RF_TYPE_FIELD_PROBLEM (rf_field_problem_get_type ())
G_DECLARE_FINAL_TYPE (RfFieldProblem, rf_field_problem, RF, FIELD_PROBLEM, AdwPreferencesRow)

/*
 * A row below a field that says what is wrong with what stands in it. Each function returns whether all is well.
 */
gboolean rf_field_problem_show (RfFieldProblem *self,
                                GtkWidget *field,
                                const char *sentence);
gboolean rf_field_problem_show_error (RfFieldProblem *self,
                                      GtkWidget *field,
                                      const GError *error);
gboolean rf_field_problem_check_line (RfFieldProblem *self,
                                      GtkWidget *field,
                                      const char *what,
                                      gboolean required);

G_END_DECLS
