// SPDX-FileCopyrightText: The Ringfence authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rf-policy.h"

G_BEGIN_DECLS

char *rf_company_folder_dup_path (const char *file);
GPtrArray *rf_company_folder_list_questionnaires (void);
gboolean rf_company_folder_read_policy (RfPolicy **policy,
                                        GError **error);

G_END_DECLS
