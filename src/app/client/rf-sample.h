// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-workspace.h"

G_BEGIN_DECLS

/* What comes with the program: its questionnaire, and a portfolio of fictional offerings to explore. */
char *rf_sample_dup_questionnaire_path (void);
gboolean rf_sample_fill (RfWorkspace *workspace,
                         GError **error);

G_END_DECLS
